"""What is compared with what: each function takes a bench and yields sections."""
import json
import os
import shutil
import subprocess

import corpora
from measure import Command, compare
from page import Section, Target

SCANNED = (0, 1, 3)
QUIET_GIT = ["-c", "core.fsmonitor=false", "-c", "gc.auto=0"]


class Bench:
    def __init__(self, program, empty, folder, scale, runs, others):
        self.program, self.empty, self.folder, self.scale, self.runs, self.others = program, empty, folder, scale, runs, others
        self.scratch = os.path.join(folder, "scratch")

    def corpus(self, name, scale=None):
        return corpora.make(self.folder, name, self.scale if scale is None else scale)

    def stanch(self, name, *arguments, repository=None):
        """A scan as users run it, with a JSON report. A repository's store of blobs already seen is removed first: a first scan is meant."""
        report = os.path.join(self.folder, "report.json")
        prepare = (lambda: forget(repository)) if repository else None
        return Command(name, [self.program, "scan", *arguments, "--no-config", "--quiet", "--report", f"json={report}"], SCANNED, prepare=prepare)

    def scanner_rows(self, target, way):
        for scanner, _ in self.others:
            arguments = getattr(scanner, way)
            if arguments:
                yield Command(f"{scanner.program} {arguments(way.upper(), '')[0]} …", [scanner.program, *arguments(target, self.scratch)], scanner.good, prepare=self.empty_scratch)

    def empty_scratch(self):
        shutil.rmtree(self.scratch, ignore_errors=True)
        os.makedirs(self.scratch)

    def keywords(self):
        listed = json.loads(subprocess.run([self.program, "detectors", "list", "--json"], capture_output=True, text=True, check=True).stdout)
        words = sorted({word for detector in (listed["detectors"] if isinstance(listed, dict) else listed) for word in detector["keywords"]})
        path = os.path.join(self.folder, "keywords")
        with open(path, "w", encoding="utf-8") as out:
            out.write("\n".join(words) + "\n")
        return path, len(words)


def git_directory(repository):
    return subprocess.run(["git", "-C", repository, "rev-parse", "--absolute-git-dir"], capture_output=True, text=True, check=True).stdout.strip()


def forget(repository):
    shutil.rmtree(os.path.join(git_directory(repository), "stanch"), ignore_errors=True)


def start_up(bench):
    folder = os.path.join(bench.folder, "small")
    os.makedirs(folder, exist_ok=True)
    file = os.path.join(folder, "a.py")
    with open(file, "w", encoding="utf-8") as out:
        out.write("print('hello')\n")
    version, scan, empty, git = results = compare([
        Command("stanch --version", [bench.program, "--version"]),
        Command("stanch scan FILE", [bench.program, "scan", file, "--no-config"], SCANNED),
        Command("an empty native program", [bench.empty]),
        Command("git --version", ["git", "--version"])], max(60, bench.runs))
    yield Section("Start-up", results, [
        Target("`stanch --version`, processor time, of an empty native program's", version.median_cpu / empty.median_cpu, 1.4),
        Target("`stanch scan` of one small file, processor time, of an empty native program's", scan.median_cpu / empty.median_cpu, 2.0)])


def folder(bench, tree=None):
    name = os.path.basename(os.path.abspath(tree)) if tree else "tree"
    tree = tree or bench.corpus("tree")
    words, count = bench.keywords()
    size = sum(os.path.getsize(os.path.join(at, file)) for at, _, files in os.walk(tree) for file in files if not os.path.islink(os.path.join(at, file))) / 1e6
    title = f"Folder `{name}`: {size:.0f} MB, {count} keywords"
    ours, rg, plain, *_ = one = compare([
        bench.stanch("stanch scan TREE --jobs 1", tree, "--jobs", "1"),
        Command("rg -uuu -j1 -c -F -f KEYWORDS TREE", ["rg", "-uuu", "-j1", "-c", "-F", "-f", words, tree], (0, 1)),
        Command("find TREE -type f -exec cat {} +", ["find", tree, "-type", "f", "-exec", "cat", "{}", "+"])], bench.runs)
    targets = []
    if not rg.failure:
        targets.append(Target(f"folder `{name}`, 1 thread, processor time, of ripgrep's", ours.median_cpu / rg.median_cpu, 0.8))
    targets.append(Target(f"folder `{name}`, 1 thread, processor time, of a plain read's", ours.median_cpu / plain.median_cpu, 3.0))
    yield Section(f"{title}, 1 thread", one, targets)
    ours2, rg2, *_ = two = compare([
        bench.stanch("stanch scan TREE --jobs 2", tree, "--jobs", "2"),
        Command("rg -uuu -j2 -c -F -f KEYWORDS TREE", ["rg", "-uuu", "-j2", "-c", "-F", "-f", words, tree], (0, 1)),
        *bench.scanner_rows(tree, "folder")], bench.runs)
    targets = [Target(f"folder `{name}`, peak memory at 2 threads", ours2.memory or 0, 40, "MB"),
               Target(f"folder `{name}`, speed with 2 threads, of 1 thread's (wall)", ours.median_wall / ours2.median_wall, 1.7, least=True)]
    if not rg2.failure:
        targets.insert(0, Target(f"folder `{name}`, 2 threads, wall, of ripgrep's", ours2.median_wall / rg2.median_wall, 0.8))
    yield Section(f"{title}, 2 threads", two, targets)


def history(bench, repository=None, name=None):
    name = name or name_of(repository)
    repository = repository or bench.corpus(name)
    git = ["git", *QUIET_GIT, "-C", repository]
    kinds = kinds_and_sizes(repository)
    blobs = sum(1 for kind, _ in kinds if kind == "blob")
    largest = max((size for _, size in kinds), default=0) / 1e6
    packs = os.path.join(git_directory(repository), "objects", "pack")
    pack = sum(os.path.getsize(os.path.join(packs, file)) for file in os.listdir(packs)) / 1e6
    one, two, cat, log, *_ = results = compare([
        bench.stanch("stanch scan git REPOSITORY --jobs 1", "git", repository, "--jobs", "1", repository=repository),
        bench.stanch("stanch scan git REPOSITORY --jobs 2", "git", repository, "--jobs", "2", repository=repository),
        Command("git cat-file --batch-all-objects --batch --unordered --buffer", [*git, "cat-file", "--batch-all-objects", "--batch", "--unordered", "--buffer"]),
        Command("git log -p --all -U0", [*git, "log", "-p", "--all", "-U0"]),
        *bench.scanner_rows(repository, "history")], bench.runs)
    forget(repository)
    yield Section(f"History of `{name}`: {len(kinds):,} objects, {blobs:,} blobs, {pack:.0f} MB packed, the largest {largest:.1f} MB", results, [
        *(Target(f"history of `{name}`, processor time, of `{word}`'s", one.median_cpu / theirs.median_cpu, asked)
          for word, theirs, asked in (("git cat-file", cat, 0.6), ("git log -p", log, 0.1)) if not theirs.failure),
        Target(f"history of `{name}`, speed with 2 threads, of 1 thread's (wall)", one.median_wall / two.median_wall, 1.7, least=True),
        Target(f"history of `{name}`, peak memory", two.memory or 0, 60 + pack + 2 * min(largest, 32), "MB")])


def kinds_and_sizes(repository):
    """Kind and size in bytes of every object."""
    listed = subprocess.run(["git", *QUIET_GIT, "-C", repository, "cat-file", "--batch-all-objects", "--batch-check=%(objecttype) %(objectsize)"], capture_output=True, text=True, check=True)
    return [(kind, int(size)) for kind, size in (line.split() for line in listed.stdout.splitlines())]


def name_of(repository):
    """The last folder's name; the one above where that says nothing."""
    path, name = os.path.split(os.path.abspath(repository))
    return os.path.basename(path) if name in ("repo", ".git") else name


def histories(bench):
    for name in corpora.REPOSITORIES:
        yield from history(bench, name=name)


def second(bench):
    """The scan after ten new commits, beside the first: what a store of blobs already seen saves."""
    repository = os.path.join(bench.folder, "second")
    shutil.rmtree(repository, ignore_errors=True)
    shutil.copytree(bench.corpus("commits"), repository)
    forget(repository)
    first = bench.stanch("stanch scan git REPOSITORY, the first time", "git", repository, repository=repository)
    compare([first], 1, with_memory=False)
    store, kept = os.path.join(git_directory(repository), "stanch"), os.path.join(bench.folder, "store")
    shutil.rmtree(kept, ignore_errors=True)
    if os.path.isdir(store):
        shutil.copytree(store, kept)
    corpora.grow(repository, 1)

    def restore():
        forget(repository)
        if os.path.isdir(kept):
            shutil.copytree(kept, store)

    again = bench.stanch("stanch scan git REPOSITORY, after ten new commits", "git", repository)
    again = Command(again.name, again.argv, again.good, prepare=restore)
    before, after = results = compare([first, again], bench.runs)
    yield Section("Second scan of `commits`, after ten new commits", results, [second_target(repository, before, after)])


def second_target(repository, before, after):
    """A twentieth of a first scan that takes long; of a short one, whose start and end count for more, 60 ms and 1 µs an object."""
    what = "second history scan after ten new commits, processor time"
    if before.median_wall >= 10:
        return Target(f"{what}, of the first", after.median_cpu / before.median_cpu, 0.05)
    return Target(f"{what}, where the first takes less than 10 s", after.median_cpu * 1000, 60 + len(kinds_and_sizes(repository)) / 1000, "ms")


def staged(bench):
    repository = bench.corpus("staged", 1)
    git = ["git", *QUIET_GIT, "-C", repository]
    ours, theirs, *_ = results = compare([
        bench.stanch("stanch scan git REPOSITORY --staged", "git", repository, "--staged"),
        Command("git diff --cached -U0", [*git, "diff", "--cached", "-U0"]),
        Command("git status --short", [*git, "status", "--short"])], max(30, bench.runs))
    yield Section("Staged: 20 files of 50,000", results, [Target("20 staged files of 50,000, processor time, of `git diff --cached -U0`'s", ours.median_cpu / theirs.median_cpu, 1.3)])


def growth(bench):
    small, large = bench.corpus("commits", bench.scale / 10), bench.corpus("commits")
    few, many = results = compare([
        bench.stanch("stanch scan git A TENTH --jobs 1", "git", small, "--jobs", "1", repository=small),
        bench.stanch("stanch scan git THE WHOLE --jobs 1", "git", large, "--jobs", "1", repository=large)], bench.runs)
    yield Section("Growth: `commits`, and a tenth of it", results, [Target("ten times the history, processor time, of one time's", many.median_cpu / few.median_cpu, 11)])


SECTIONS = {"start-up": start_up, "folder": folder, "history": histories, "second": second, "staged": staged, "growth": growth}
