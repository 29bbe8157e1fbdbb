#!/usr/bin/env python3
"""Measures stanch beside ripgrep, git, an empty native program and every secrets scanner on the PATH. Python 3 standard library only.

    bench/compare/compare.py [--scale S] [--only SECTION,…] [--tree DIR]… [--repository DIR]… [--runs N] [--program FILE] [--write]

--scale       size of the corpora that it makes: 1 is 20,000 blobs, 10,000 refs, 100,000 commits, 1,000,000 files, a file of 1 GB; 0.1 by default
--only        sections: start-up, folder, history, second, staged, growth
--tree        a folder to scan as well; may be repeated
--repository  a repository to scan as well; may be repeated
--runs        rounds of each section, interleaved; medians count
--program     the native build; `build/native.sh linux-x64` makes it where it is absent
--corpora     where the corpora are made, and kept for the next run
--write       writes the page into docs/benchmarks.md, between its markers
"""
import argparse
import os
import shlex
import subprocess
import sys

import page
import rows
import scanners

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scale", type=float, default=0.1)
    parser.add_argument("--only", type=lambda text: text.split(","), default=list(rows.SECTIONS))
    parser.add_argument("--tree", action="append", default=[])
    parser.add_argument("--repository", action="append", default=[])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--program", default=os.path.join(ROOT, "artifacts", "native", "linux-x64", "stanch"))
    parser.add_argument("--corpora", default=os.path.join(ROOT, "artifacts", "corpora"))
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    if unknown := [name for name in asked.only if name not in (*rows.SECTIONS, "")]:
        parser.error(f"there is no section '{unknown[0]}'; there are {', '.join(rows.SECTIONS)}")
    return asked


def publish_empty():
    path = os.path.join(ROOT, "artifacts", "empty")
    if not os.path.exists(os.path.join(path, "empty")):
        subprocess.run(["dotnet", "publish", os.path.join(ROOT, "bench", "compare", "empty"), "-c", "Release", "--use-current-runtime", "-o", path, "-v", "quiet", "-nologo"], check=True)
    return os.path.join(path, "empty")


def main():
    asked = options()
    program = os.path.abspath(asked.program)
    if not os.path.exists(program):
        subprocess.run([os.path.join(ROOT, "build", "native.sh"), "linux-x64"], check=True)
    here, absent = scanners.found()
    os.makedirs(asked.corpora, exist_ok=True)
    bench = rows.Bench(program, publish_empty(), os.path.abspath(asked.corpora), asked.scale, asked.runs, here)
    sections = []
    for name in filter(None, asked.only):
        sections += show(rows.SECTIONS[name](bench))
    for tree in asked.tree:
        sections += show(rows.folder(bench, os.path.abspath(tree)))
    for repository in asked.repository:
        sections += show(rows.history(bench, os.path.abspath(repository)))
    command = "bench/compare/compare.py " + shlex.join(os.path.basename(word) if os.path.isabs(word) else word for word in sys.argv[1:])
    lines = list(page.page(sections, command.strip(), program, here, absent, os.path.getsize(program)))
    if asked.write:
        page.write(os.path.join(ROOT, "docs", "benchmarks.md"), lines)
    else:
        print("\n".join(lines))


def show(sections):
    for section in sections:
        print("\n".join(section.lines()), file=sys.stderr, flush=True)
        yield section


if __name__ == "__main__":
    sys.exit(main())
