"""The corpora that the comparison makes itself: always the same bytes for the same size, and repositories grown with git's own packers."""
import os
import random
import shutil
import string
import subprocess

PEOPLE = ["Ada <ada@example.com>", "Grace <grace@example.com>", "Edsger <edsger@example.com>"]
START = 1_600_000_000
WORDS = ("account add address after all array async base before block body buffer build byte call case change check child class clear client close code column "
         "common config connect content context count create current data date default delete detail device digest document each element empty encode end entry "
         "error event expected field file filter find first flag float folder format frame from group handle hash header hidden host id image index info input "
         "item join json kind label last layer left length level line link list load local lock log map match max merge message method min mode model module "
         "name new next node null number object offset old open option order output owner page panel parent parse part path pattern place point port "
         "position prefix print process query queue range read record remove render reply report request reset result right root row run save scope script "
         "search section select send server session set shape show size sort source space start state status step stop store stream string style submit "
         "sum table tag target task test text thread time title total trace tree type undo unit update user valid value version view wait width window "
         "word work worker write zone").split()


class Source:
    """Text that looks like source: a pool of lines of which files are drawn. One name in a hundred is a credential's, one line in ten thousand has the value."""

    def __init__(self, seed=1):
        self.random = random.Random(seed)
        self.lines = [self._line() for _ in range(20_000)]
        self.lines[::10_000] = [self._credential(), self._credential()]

    def _name(self, words=2):
        words = [self.random.choice(WORDS) for _ in range(self.random.randint(1, words))]
        if self.random.random() < 0.01:
            words[-1] = self.random.choice(["password", "secret", "token", "key"])
        return "_".join(words)

    def _credential(self):
        return f'{self._name()}_token = "{"".join(self.random.choices(string.ascii_letters + string.digits, k=32))}"\n'

    def _line(self):
        pick, name, other = self.random.random(), self._name(), self._name(3)
        indent = "    " * self.random.randint(0, 4)
        if pick < 0.25:
            return f"{indent}{name} = {other}({self._name()}, {self.random.randint(0, 9999)})\n"
        if pick < 0.45:
            return f"{indent}if {name}.{other} is not None and {self._name()} > {self.random.randint(0, 99)}:\n"
        if pick < 0.6:
            return f'{indent}raise ValueError("the {name} of {other} has no {self._name()}")\n'
        if pick < 0.75:
            return f"{indent}# {' '.join(self.random.choice(WORDS) for _ in range(self.random.randint(3, 12)))}\n"
        if pick < 0.85:
            return f"{indent}return self.{name}.{other}\n"
        return "\n" if pick < 0.95 else f"def {name}({other}, {self._name()}=None):\n"

    def text(self, lines):
        return self.random.choices(self.lines, k=lines)

    def change(self, text, edits):
        """Some lines replaced, some added: what a commit does to a file."""
        for _ in range(edits):
            at = self.random.randrange(len(text))
            text[at] = self.random.choice(self.lines)
        if self.random.random() < 0.3:
            text.insert(self.random.randrange(len(text)), self.random.choice(self.lines))


class FastImport:
    """A repository that is written through git fast-import."""

    def __init__(self, path, depth=50):
        self.path = path
        self.commits = 0
        subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", path], check=True)
        self.process = subprocess.Popen(["git", "-C", path, "fast-import", "--quiet", f"--depth={depth}", "--force"], stdin=subprocess.PIPE)

    def write(self, text):
        self.process.stdin.write(text.encode() if isinstance(text, str) else text)

    def commit(self, files, branch="main", parent=None):
        """`files`: pairs of a path and its bytes."""
        self.commits += 1
        who = PEOPLE[self.commits % len(PEOPLE)]
        self.write(f"commit refs/heads/{branch}\ncommitter {who} {START + 600 * self.commits} +0000\ndata 7\nchange\n\n")
        if parent:
            self.write(f"from {parent}\n")
        for path, content in files:
            self.write(f"M 100644 inline {path}\ndata {len(content)}\n")
            self.write(content)
            self.write("\n")

    def close(self, repack=()):
        self.process.stdin.close()
        if self.process.wait() != 0:
            raise RuntimeError(f"git fast-import could not write {self.path}")
        if repack:
            subprocess.run(["git", "-C", self.path, "repack", "-a", "-d", "-f", "--quiet", *repack], check=True)
        subprocess.run(["git", "-C", self.path, "commit-graph", "write", "--reachable", "--changed-paths", "--no-progress"], check=True, stderr=subprocess.DEVNULL)


def path_of(number):
    return f"src/m{number // 1000:04d}/p{number // 50 % 20:02d}/f{number:07d}.py"


def joined(lines):
    return "".join(lines).encode()


def source_tree(path, scale):
    """A folder of source; scale 1: 30,000 files, 400 MB."""
    source = Source()
    for number in range(max(300, int(30_000 * scale))):
        file = os.path.join(path, path_of(number))
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "wb") as out:
            out.write(joined(source.text(source.random.choice([20, 100, 300, 1200]))))


def deep(path, scale):
    """Few files with many versions, in chains of 50 deltas; scale 1: 20,000 blobs."""
    source, repository = Source(2), FastImport(path)
    blobs = max(1000, int(20_000 * scale))
    files = max(10, blobs // 200)
    texts = [source.text(500) for _ in range(files)]
    for number in range(blobs):
        source.change(texts[number % files], 3)
        repository.commit([(path_of(number % files * 37), joined(texts[number % files]))])
    repository.close(repack=["--depth=50", "--window=20"])


def wide(path, scale):
    """Many files with few versions; scale 1: 20,000 blobs in 400 commits."""
    source, repository = Source(3), FastImport(path)
    blobs = max(1000, int(20_000 * scale))
    for start in range(0, blobs, 50):
        repository.commit([(path_of(number), joined(source.text(source.random.choice([20, 100, 300])))) for number in range(start, start + 50)])
    repository.close(repack=["--depth=50", "--window=10"])


def refs(path, scale):
    """Many branches of one commit each on a common line; scale 1: 10,000 refs."""
    source, repository = Source(4), FastImport(path)
    for number in range(100):
        repository.commit([(path_of(number), joined(source.text(50)))])
    for number in range(max(200, int(10_000 * scale))):
        repository.commit([(path_of(number % 100), joined(source.text(50)))], branch=f"topic/{number:05d}", parent="refs/heads/main")
    repository.close(repack=["--depth=50", "--window=10"])
    subprocess.run(["git", "-C", path, "pack-refs", "--all"], check=True)


def commits(path, scale):
    """A long line of small commits; scale 1: 100,000 commits."""
    source, repository = Source(5), FastImport(path)
    texts = {}
    for number in range(max(1000, int(100_000 * scale))):
        file = number * 7919 % 2000
        text = texts.setdefault(file, source.text(30))
        source.change(text, 1)
        repository.commit([(path_of(file), joined(text))])
    repository.close(repack=["--depth=50", "--window=10"])


def files(path, scale):
    """One commit of many small files; scale 1: 1,000,000 files."""
    repository = FastImport(path)
    repository.commit((path_of(number), f"file {number}\nsome text {number * 7919}\n".encode()) for number in range(max(10_000, int(1_000_000 * scale))))
    repository.close()


def big(path, scale):
    """One commit of one large file; scale 1: 1 GB."""
    source, repository = Source(6), FastImport(path)
    size = max(20_000_000, int(1_000_000_000 * scale))
    block = joined(source.text(100_000))
    repository.commit([("small.txt", b"small\n")])
    repository.write(f"commit refs/heads/main\ncommitter {PEOPLE[0]} {START} +0000\ndata 4\nbig\nM 100644 inline big.sql\ndata {size}\n")
    for at in range(0, size, len(block)):
        repository.write(block[:min(len(block), size - at)])
    repository.write("\n")
    repository.close()


def staged(path, scale):
    """A working tree of 50,000 files (at any scale: that is the size the target names), 20 of them changed and staged."""
    source = Source(7)
    bare = FastImport(path + ".git")
    bare.commit((path_of(number), f"file {number}\nsome text {number * 7919}\n".encode()) for number in range(50_000))
    bare.close()
    subprocess.run(["git", "clone", "--quiet", "--shared", path + ".git", path], check=True)
    for number in range(0, 50_000, 2500):
        with open(os.path.join(path, path_of(number)), "ab") as out:
            out.write(joined(source.text(100)))
    subprocess.run(["git", "-C", path, "add", "--all"], check=True)


def grow(path, number):
    """Ten new commits on a repository that is there."""
    source = Source(100 + number)
    process = subprocess.Popen(["git", "-C", path, "fast-import", "--quiet"], stdin=subprocess.PIPE)
    for at in range(10):
        text = joined(source.text(100))
        parent = "from refs/heads/main^0\n" if at == 0 else ""
        process.stdin.write(f"commit refs/heads/main\ncommitter {PEOPLE[0]} {START * 1 + 200_000_000 + at} +0000\ndata 4\nnew\n{parent}M 100644 inline new/{number}-{at}.py\ndata {len(text)}\n".encode() + text + b"\n")
    process.stdin.close()
    if process.wait() != 0:
        raise RuntimeError(f"git fast-import could not add to {path}")


REPOSITORIES = {"deep": deep, "wide": wide, "refs": refs, "commits": commits, "files": files, "big": big}
OTHERS = {"tree": source_tree, "staged": staged}


def make(folder, name, scale):
    """Makes a corpus, or takes the one that an earlier run left whole."""
    path = os.path.join(folder, f"{name}-{scale:g}")
    if os.path.exists(path + ".whole"):
        return path
    for left in (path, path + ".git"):
        shutil.rmtree(left, ignore_errors=True)
    os.makedirs(folder, exist_ok=True)
    {**REPOSITORIES, **OTHERS}[name](path, scale)
    with open(path + ".whole", "w", encoding="utf-8"):
        pass
    return path
