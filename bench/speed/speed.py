#!/usr/bin/env python3
"""Measures stanch beside git and ripgrep: interleaved runs, medians, ratios. Python 3 standard library only.

    bench/speed/speed.py PROGRAM [--tree DIR] [--repository DIR] [--staged FILES] [--runs N] [--out docs/benchmarks.md]

PROGRAM     the native binary: dotnet publish src/Stanch.Cli -c Release -r linux-x64 -o artifacts/native
--tree      a folder of source, 300 MB or more: scanned beside `rg -uuu -j2 -c -F -f KEYWORDS`
--repository  a repository: its history scanned beside `git log -p --all -U0` and `git cat-file --batch-all-objects --batch`
--staged    a repository of so many files is made, with one of them changed and staged: the scan of what is staged beside `git diff --cached` and `git status`
"""
import argparse, json, os, re, resource, statistics, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def keywords(program, path):
    listed = json.loads(subprocess.run([program, "detectors", "list", "--json"], capture_output=True, text=True, check=True).stdout)
    detectors = listed["detectors"] if isinstance(listed, dict) else listed
    words = sorted({word for detector in detectors for word in detector["keywords"]})
    with open(path, "w", encoding="utf-8") as out:
        out.write("\n".join(words) + "\n")
    return len(words)


def run(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(["/usr/bin/time", "-f", "%M", "-o", run.memory, *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    process.wait()
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    memory = int(open(run.memory).read().split()[-1])
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, memory / 1024


def compare(title, commands, runs):
    results = {name: [] for name, _ in commands}
    for name, command in commands:
        run(command)
    for _ in range(runs):
        for name, command in commands:
            results[name].append(run(command))
    first = statistics.median(r[0] for r in results[commands[0][0]])
    lines = [f"### {title}", "", "| program | wall, median | processor time | peak memory | stanch's wall is |", "|---|---|---|---|---|"]
    for name, _ in commands:
        wall, cpu, memory = (statistics.median(r[i] for r in results[name]) for i in range(3))
        ratio = "" if name == commands[0][0] else f"{first / wall:.2f} × of it"
        lines.append(f"| `{name}` | {wall * 1000:.0f} ms | {cpu * 1000:.0f} ms | {memory:.0f} MB | {ratio} |")
    return lines + [""]


def staged_repository(folder, files):
    repository = os.path.join(folder, "staged")
    git = ["git", "-C", repository, "-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "gc.auto=0"]
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main", repository], check=True)
    stream = ["commit refs/heads/main\ncommitter a <a@example.com> 1700000000 +0000\ndata 1\na\n"]
    for i in range(files):
        text = f"file {i}\nsome text {i * 7919}\n"
        stream.append(f"M 100644 inline src/m{i // 1000:03d}/p{i // 50 % 20:02d}/f{i:06d}.txt\ndata {len(text)}\n{text}\n")
    subprocess.run([*git, "fast-import", "--quiet"], input="".join(stream), text=True, check=True)
    subprocess.run([*git, "reset", "--quiet", "--hard", "main"], check=True)
    with open(os.path.join(repository, "src/m000/p00/f000001.txt"), "a", encoding="utf-8") as out:
        out.write("changed\n")
    subprocess.run([*git, "add", "--all"], check=True)
    return repository


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--tree")
    parser.add_argument("--repository")
    parser.add_argument("--staged", type=int)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--out")
    a = parser.parse_args()
    program = os.path.abspath(a.program)
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        run.memory = os.path.join(folder, "memory")
        small = os.path.join(folder, "small")
        os.mkdir(small)
        with open(os.path.join(small, "a.py"), "w") as out:
            out.write("print('hello')\n")
        lines += compare("Start-up: one small file", [
            ("stanch scan FILE", [program, "scan", small, "--no-config"]), ("stanch --version", [program, "--version"]), ("git --version", ["git", "--version"])], max(20, a.runs))
        if a.tree:
            words = os.path.join(folder, "keywords")
            count = keywords(program, words)
            size = int(subprocess.run(["du", "-sm", "--apparent-size", a.tree], capture_output=True, text=True).stdout.split()[0])
            report = os.path.join(folder, "report.jsonl")
            lines += compare(f"Folder: {size} MB of source, {count} keywords, 2 threads", [
                ("stanch scan TREE --jobs 2", [program, "scan", a.tree, "--no-config", "--jobs", "2", "--quiet", "--report", f"jsonl={report}"]),
                ("rg -uuu -j2 -c -F -f KEYWORDS TREE", ["rg", "-uuu", "-j2", "-c", "-F", "-f", words, a.tree]),
                ("rg -i -uuu -j2 -c -F -f KEYWORDS TREE", ["rg", "-i", "-uuu", "-j2", "-c", "-F", "-f", words, a.tree])], a.runs)
        if a.repository:
            git = ["git", "-C", a.repository]
            objects = subprocess.run([*git, "count-objects", "-v"], capture_output=True, text=True).stdout
            packed = re.search(r"in-pack: (\d+)", objects).group(1)
            report = os.path.join(folder, "history.jsonl")
            lines += compare(f"History: {packed} objects, 2 threads", [
                ("stanch scan git REPOSITORY --jobs 2", [program, "scan", "git", a.repository, "--no-config", "--jobs", "2", "--quiet", "--report", f"jsonl={report}"]),
                ("git log -p --all -U0", [*git, "log", "-p", "--all", "-U0"]),
                ("git cat-file --batch-all-objects --batch", [*git, "cat-file", "--batch-all-objects", "--batch", "--unordered", "--buffer"])], a.runs)
        if a.staged:
            repository = staged_repository(folder, a.staged)
            git = ["git", "-C", repository]
            report = os.path.join(folder, "staged.jsonl")
            lines += compare(f"Staged: 1 file of {a.staged:,}", [
                ("stanch scan git REPOSITORY --staged", [program, "scan", "git", repository, "--staged", "--no-config", "--quiet", "--report", f"jsonl={report}"]),
                ("git diff --cached -U0", [*git, "diff", "--cached", "-U0"]),
                ("git diff --cached --quiet", [*git, "diff", "--cached", "--quiet"]),
                ("git status --short", [*git, "status", "--short"])], max(20, a.runs))
    text = "\n".join(lines)
    print(text)
    if a.out:
        with open(a.out, "a", encoding="utf-8") as out:
            out.write(text + "\n")


if __name__ == "__main__":
    sys.exit(main())
