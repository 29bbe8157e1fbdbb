#!/usr/bin/env python3
"""Measures what a hook costs: bench/hooks/measure.py STANCH. Makes a repository of 100,000 files, stages one file, then 1,000, and runs the hook
beside git's own comparison of the index with HEAD; then pushes 10,000 commits to a bare repository with and without a pre-receive hook. Runs are
interleaved; the least and the median of each are printed, in milliseconds. A loaded machine shows in the medians."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def timed(command, **options):
    start = time.perf_counter()
    subprocess.run(command, **QUIET, **options)
    return (time.perf_counter() - start) * 1000


def compare(title, commands, times):
    taken = {name: [] for name in commands}
    for _ in range(times):
        for name, command in commands.items():
            taken[name].append(timed(command))
    print(title)
    for name, all_of_it in taken.items():
        print(f"  {name:32} {min(all_of_it):8.1f} {statistics.median(all_of_it):8.1f}")


def files(count):
    yield "blob\nmark :1\ndata 3\nhi\n\ncommit refs/heads/main\ncommitter A <a@example.com> 1700000000 +0000\ndata 2\nm\n\n"
    for i in range(count):
        yield f"M 100644 :1 d{i // 1000}/e{i // 50 % 20}/f{i}.txt\n"


def commits(count):
    for i in range(count):
        text = f"line {i}\n" * 20
        yield f"blob\nmark :{2 * i + 1}\ndata {len(text)}\n{text}\ncommit refs/heads/main\nmark :{2 * i + 2}\ncommitter A <a@example.com> {1700000000 + i} +0000\ndata 2\nm\n\n"
        if i:
            yield f"from :{2 * i}\n"
        yield f"M 100644 :{2 * i + 1} d{i % 100}/f{i}.txt\n\n"


def repository(folder, stream):
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", folder], check=True)
    subprocess.run(["git", "-C", folder, "fast-import", "--quiet"], input="".join(stream).encode(), check=True)


def main(stanch):
    with tempfile.TemporaryDirectory() as top:
        os.chdir(top)
        repository("wide", files(100_000))
        repository("long", commits(10_000))
        os.chdir("wide")
        subprocess.run(["git", "reset", "--quiet", "--hard"], check=True)
        for count in (1, 1000):
            for i in range(count):
                with open(f"d1/n{i}.py", "w", encoding="utf-8") as file:
                    file.write(f"value_{i} = compute({i})  # the password is read elsewhere\n")
            subprocess.run(["git", "add", "d1"], check=True)
            compare(f"{count} staged of 100,000 files", {"stanch hook run pre-commit": [stanch, "hook", "run", "pre-commit"], "git diff-index --cached HEAD": ["git", "diff-index", "--cached", "--name-only", "HEAD"]}, 25)
        os.chdir("../long")
        for name in ("plain", "hooked"):
            subprocess.run(["git", "init", "--quiet", "--bare", f"../{name}.git"], check=True)
        subprocess.run([stanch, "hook", "install"], cwd="../hooked.git", check=True, **QUIET)
        pushes = {name: ["sh", "-c", f"git push --quiet ../{name}.git main:refs/heads/$$"] for name in ("plain", "hooked")}
        print("10,000 commits pushed, once each")
        for name, command in pushes.items():
            print(f"  {name:32} {timed(command):8.1f}")


main(os.path.abspath(sys.argv[1]))
