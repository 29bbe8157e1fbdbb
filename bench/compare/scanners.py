"""How other secrets scanners are called: offline, without checking what they find with providers, their report thrown away."""
import shutil
import subprocess
from dataclasses import dataclass
from typing import Callable, Sequence


@dataclass(frozen=True)
class Scanner:
    """`folder` and `history` give the arguments after the program's name; None where it cannot do that. `good` are the exit codes of a scan that went well."""

    program: str
    version: Sequence[str]
    folder: Callable[[str, str], Sequence[str]] | None
    history: Callable[[str, str], Sequence[str]] | None
    good: Sequence[int] = (0, 1)


# `scratch` is a folder that is emptied before each run.
SCANNERS = [
    Scanner("gitleaks", ["version"],
            lambda path, scratch: ["dir", path, "--no-banner", "--report-format", "json", "--report-path", f"{scratch}/report.json"],
            lambda path, scratch: ["git", path, "--no-banner", "--report-format", "json", "--report-path", f"{scratch}/report.json"]),
    Scanner("betterleaks", ["version"],
            lambda path, scratch: ["dir", path, "--no-banner", "--report-format", "json", "--report-path", f"{scratch}/report.json"],
            lambda path, scratch: ["git", path, "--no-banner", "--report-format", "json", "--report-path", f"{scratch}/report.json"]),
    Scanner("trufflehog", ["--version"],
            lambda path, scratch: ["filesystem", path, "--no-verification", "--no-update", "--json"],
            lambda path, scratch: ["git", f"file://{path}", "--no-verification", "--no-update", "--json"], good=(0, 183)),
    Scanner("kingfisher", ["--version"],
            lambda path, scratch: ["scan", path, "--no-validate", "--git-history", "none", "--format", "json"],
            lambda path, scratch: ["scan", path, "--no-validate", "--git-history", "full", "--format", "json"], good=(0, 200, 205)),
    Scanner("noseyparker", ["--version"],
            lambda path, scratch: ["scan", "--datastore", f"{scratch}/store", "--git-history", "none", path],
            lambda path, scratch: ["scan", "--datastore", f"{scratch}/store", "--git-history", "full", path]),
    Scanner("ripsecrets", ["--version"], lambda path, scratch: [path], None),
    Scanner("detect-secrets", ["--version"], lambda path, scratch: ["-C", path, "scan", "--all-files", "--no-verify"], None),
]


def found():
    """Those on the PATH with the version each says it has, and the names of the others."""
    here, absent = [], []
    for scanner in SCANNERS:
        if shutil.which(scanner.program) is None:
            absent.append(scanner.program)
            continue
        said = subprocess.run([scanner.program, *scanner.version], stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")
        here.append((scanner, ((said.stdout or said.stderr).strip().splitlines() or ["?"])[0]))
    return here, absent
