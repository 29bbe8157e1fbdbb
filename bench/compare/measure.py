"""Runs commands in turn, so that whatever else the machine does meets all of them, and takes medians."""
import os
import statistics
import subprocess
import time
from dataclasses import dataclass, field
from typing import Callable, Sequence

GNU_TIME = "/usr/bin/time"


@dataclass(frozen=True)
class Command:
    """One row of a table. `good` are the exit codes of a run that did its work: scanners say with theirs that they found something."""

    name: str
    argv: Sequence[str]
    good: Sequence[int] = (0,)
    cwd: str | None = None
    prepare: Callable[[], None] | None = None


@dataclass
class Result:
    command: Command
    wall: list = field(default_factory=list)
    cpu: list = field(default_factory=list)
    memory: float | None = None
    failure: str | None = None

    @property
    def median_wall(self):
        return statistics.median(self.wall)

    @property
    def median_cpu(self):
        return statistics.median(self.cpu)


def run(command):
    """Seconds of wall, seconds of processor time (user and system, children included), exit code."""
    if command.prepare:
        command.prepare()
    null = os.open(os.devnull, os.O_RDWR)
    here = os.getcwd()
    try:
        if command.cwd:
            os.chdir(command.cwd)
        start = time.perf_counter()
        child = os.posix_spawnp(command.argv[0], list(command.argv), os.environ,
                                file_actions=[(os.POSIX_SPAWN_DUP2, null, to) for to in (0, 1, 2)])
        _, status, usage = os.wait4(child, 0)
        wall = time.perf_counter() - start
    finally:
        os.chdir(here)
        os.close(null)
    return wall, usage.ru_utime + usage.ru_stime, os.waitstatus_to_exitcode(status)


def peak_memory(command):
    """Megabytes of VmHWM, in a run of its own. By GNU time: a child of ours would count our own pages until it calls exec."""
    if not os.path.exists(GNU_TIME):
        return None
    if command.prepare:
        command.prepare()
    done = subprocess.run([GNU_TIME, "-f", "%M", *command.argv], cwd=command.cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, errors="replace")
    return int(done.stderr.split()[-1]) / 1024


def compare(commands, runs, with_memory=True):
    """A result for each command: one run to warm the caches, which also tells whether it works, then `runs` rounds of all."""
    results = [Result(command) for command in commands]
    for result in results:
        code = run(result.command)[2]
        if code not in result.command.good:
            result.failure = f"failed (exit code {code})"
    working = [result for result in results if not result.failure]
    for _ in range(runs):
        for result in working:
            wall, cpu, _ = run(result.command)
            result.wall.append(wall)
            result.cpu.append(cpu)
    if with_memory:
        for result in working:
            result.memory = peak_memory(result.command)
    return results
