"""The figures as Markdown: a table for each corpus, and one that says which targets were met."""
import datetime
import os
import platform
import re
import subprocess
from dataclasses import dataclass, field

BEGIN = "<!-- bench/compare/compare.py writes from here -->"
END = "<!-- to here -->"


@dataclass(frozen=True)
class Target:
    """What was asked for: `value` is at most `limit`, or with `least` at least that."""

    what: str
    value: float
    limit: float
    unit: str = "×"
    least: bool = False

    def row(self):
        met = self.value >= self.limit if self.least else self.value <= self.limit
        digits = 0 if self.unit == "MB" else 2
        return f"| {self.what} | {'≥' if self.least else '≤'} {self.limit:.{digits}f} {self.unit} | {self.value:.{digits}f} {self.unit} | {'met' if met else '**missed**'} |"


@dataclass
class Section:
    title: str
    results: list
    targets: list = field(default_factory=list)
    note: str = ""

    def lines(self):
        first = self.results[0]
        yield from [f"### {self.title}", ""]
        if self.note:
            yield from [self.note, ""]
        yield "| program | wall | processor time | peak memory | wall, of stanch's | processor time, of stanch's |"
        yield "|---|---|---|---|---|---|"
        for result in self.results:
            if result.failure:
                yield f"| `{result.command.name}` | {result.failure} | | | | |"
                continue
            memory = "" if result.memory is None else f"{result.memory:.0f} MB"
            of_ours = "| |" if result is first or first.failure else f"| {times(result.median_wall / first.median_wall)} | {times(result.median_cpu / first.median_cpu)} |"
            yield f"| `{result.command.name}` | {milliseconds(result.median_wall)} | {milliseconds(result.median_cpu)} | {memory} {of_ours}"
        yield ""


def times(ratio):
    return f"{ratio:.2f} ×" if ratio < 10 else f"{ratio:.0f} ×"


def milliseconds(seconds):
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:,.0f} ms"


def machine():
    processor = re.search(r"model name\s*:\s*(.+)", read("/proc/cpuinfo"))
    memory = re.search(r"MemTotal:\s*(\d+)", read("/proc/meminfo"))
    system = re.search(r'PRETTY_NAME="(.+)"', read("/etc/os-release"))
    return (f"{os.cpu_count()} processors ({processor.group(1) if processor else platform.machine()}), {int(memory.group(1)) / 1e6:.0f} GB, "
            f"{system.group(1) if system else platform.system()}, load {os.getloadavg()[0]:.1f} at the start")


def said(*argv):
    return (subprocess.run(argv, capture_output=True, text=True).stdout.strip().splitlines() or ["absent"])[0]


def read(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def page(sections, command, program, scanners, absent, size):
    yield f"Written on {datetime.datetime.now(datetime.timezone.utc):%Y-%m-%d} by `{command}`."
    yield f"Machine: {machine()}."
    others = ", ".join(f"{scanner.program} ({version})" for scanner, version in scanners)
    yield f"Programs: {said(program, '--version')}, {size / 1e6:.1f} MB; {said('git', '--version')}; {said('rg', '--version')}{'; ' + others if others else ''}."
    if absent:
        yield f"Scanners that were looked for and are not on the PATH: {', '.join(absent)}."
    yield ""
    targets = [target for section in sections for target in section.targets]
    if targets:
        yield from ["### Targets", "", "| what | asked | measured | |", "|---|---|---|---|", *(target.row() for target in targets), ""]
    for section in sections:
        yield from section.lines()


def write(path, lines):
    """Replaces what stands between the markers."""
    text = read(path)
    start, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text[:start] + "\n" + "\n".join(lines).rstrip() + "\n" + text[end:])
