#!/usr/bin/env python3
"""Counts what stanch finds in clean code: the sources of well-known projects as Debian publishes them. Python 3 standard library only.

    bench/clean/clean.py fetch FOLDER [--packages bench/clean/packages.txt]   fetches and unpacks the source packages (about 700 MB), through apt's own mirror
    bench/clean/clean.py count PROGRAM FOLDER [--reviewed bench/clean/reviewed.tsv] [--unreviewed OUT]
                                                                            scans FOLDER and counts findings per million lines, by evidence

What a finding is was decided by people and stands in reviewed.tsv: a keyed hash of detector and secret, and a verdict: key (a real private key or token, published with the project's
tests), password (of a test server of the project), example (printed in documentation), not (no secret). A finding that nobody looked at counts as "not". The values themselves stand nowhere.
"""
import argparse, collections, hashlib, json, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
VERDICTS = ("key", "password", "example", "not")


def fetch(folder, packages):
    os.makedirs(folder, exist_ok=True)
    with tempfile.TemporaryDirectory() as state:
        options = sources(state)
        subprocess.run(["apt-get", *options, "update", "-qq"], check=True)
        for package in packages:
            target = os.path.join(folder, package)
            if os.path.isdir(target):
                continue
            os.makedirs(target)
            done = subprocess.run(["apt-get", *options, "source", "-qq", "--only-source", package], cwd=target, capture_output=True, text=True)
            if done.returncode != 0:
                os.rmdir(target) if not os.listdir(target) else None
                print(f"clean: {package} could not be fetched: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
                continue
            for name in os.listdir(target):
                path = os.path.join(target, name)
                os.remove(path) if os.path.isfile(path) else None


def sources(state):
    """apt options for the machine's own mirrors, with their source packages, in a state of their own."""
    listed = os.path.join(state, "sources.list.d")
    for folder in (listed, os.path.join(state, "lists", "partial")):
        os.makedirs(folder)
    for name in os.listdir("/etc/apt/sources.list.d"):
        if name.endswith(".sources"):
            with open(os.path.join("/etc/apt/sources.list.d", name), encoding="utf-8") as given, open(os.path.join(listed, name), "w", encoding="utf-8") as ours:
                ours.write(given.read().replace("Types: deb\n", "Types: deb-src\n"))
    return ["-o", f"Dir::Etc::sourceparts={listed}", "-o", "Dir::Etc::sourcelist=/dev/null", "-o", f"Dir::State::lists={os.path.join(state, 'lists')}", "-o", "APT::Sandbox::User=root"]


def lines_of(folder):
    total = size = 0
    for path, folders, files in os.walk(folder):
        for name in files:
            full = os.path.join(path, name)
            if not os.path.islink(full):
                with open(full, "rb") as file:
                    content = file.read()
                total, size = total + content.count(b"\n"), size + len(content)
    return total, size


def reviewed(path):
    verdicts = {}
    with open(path, encoding="utf-8") as rows:
        for row in rows:
            if row.strip() and not row.startswith("#"):
                key, verdict = row.split("\t")[:2]
                if verdict.strip() not in VERDICTS:
                    sys.exit(f"clean: {path}: '{verdict.strip()}' is no verdict: take one of {', '.join(VERDICTS)}")
                verdicts[key] = verdict.strip()
    return verdicts


def key_of(finding):
    return hashlib.sha256(f"{finding['detector']}\0{finding['secret']}".encode()).hexdigest()[:16]


def count(program, folder, table, unreviewed):
    with tempfile.TemporaryDirectory() as temporary:
        report = os.path.join(temporary, "findings.jsonl")
        done = subprocess.run([program, "scan", folder, "--report", f"jsonl={report}", "--show-secrets"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        if done.returncode not in (0, 1):
            sys.exit(f"clean: the scan failed: {done.stderr}")
        with open(report, encoding="utf-8") as rows:
            findings = [finding for finding in map(json.loads, rows) if "path" in finding]
    million = (counted := lines_of(folder))[0] / 1e6
    verdicts = reviewed(table)
    tally = collections.Counter((finding["evidence"], verdicts.get(key_of(finding), "not")) for finding in findings)
    unknown = {key_of(finding): finding for finding in findings if key_of(finding) not in verdicts}
    print(f"{len(os.listdir(folder))} projects, {counted[1] / 1e6:.0f} MB, {million:.2f} million lines, {len(findings)} findings, {len(unknown)} different ones not reviewed")
    print("evidence     " + "".join(f"{verdict:>10}" for verdict in VERDICTS) + "   false a million lines")
    for name, levels in (("likely and up", ("likely", "confirmed")), ("review", ("review",))):
        row = [sum(tally[level, verdict] for level in levels) for verdict in VERDICTS]
        print(f"{name:13}" + "".join(f"{value:10}" for value in row) + f"   {sum(row[1:]) / million:.2f} (without test passwords {sum(row[2:]) / million:.2f})")
    if unreviewed:
        with open(unreviewed, "w", encoding="utf-8") as out:
            for key, finding in sorted(unknown.items(), key=lambda pair: (pair[1]["evidence"], pair[1]["detector"])):
                out.write(f"{key}\t?\t{finding['evidence']}\t{finding['detector']}\t{finding['path']}:{finding['line']}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    verbs = parser.add_subparsers(dest="verb", required=True)
    verb = verbs.add_parser("fetch")
    verb.add_argument("folder")
    verb.add_argument("--packages", default=os.path.join(HERE, "packages.txt"))
    verb = verbs.add_parser("count")
    verb.add_argument("program")
    verb.add_argument("folder")
    verb.add_argument("--reviewed", default=os.path.join(HERE, "reviewed.tsv"))
    verb.add_argument("--unreviewed")
    given = parser.parse_args()
    if given.verb == "fetch":
        with open(given.packages, encoding="utf-8") as rows:
            fetch(given.folder, [name for row in rows if (name := row.split("#")[0].strip())])
    else:
        count(given.program, given.folder, given.reviewed, given.unreviewed)


if __name__ == "__main__":
    main()
