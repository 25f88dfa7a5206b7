"""The folders of the runs under fault, a run in a child, and what is due from it."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from bench.drafts import draft

DAY = "2025-04-15"
OVERRIDES = 0b110  # the capabilities by which root writes where nobody may
FAULTY = "\n\nThe officials said the the road was shut.\n\nTalks in Kiev went on.\n"
NAMES = ("Zelenskyy", "Zelensky", "Zelenskyy", "Zelenskiy")
BESIDE = ("--beside", ".", "1.txt", "--select", "spelling/across-stories")
ONE_IN = 40  # runs that are the command itself


class Bench:
    """The folders of the runs, and what is due."""

    def __init__(self, home: Path, seed: int) -> None:
        self.home = home
        self.rng = random.Random(seed)
        self.seen: Counter[str] = Counter()
        self.bad: Counter[str] = Counter()
        self.work = home / "drafts"
        self.cache = home / "cache"
        self.small = home / "small"
        self.old = {
            f"{n}.txt": f"{draft(n, 900)}\n\nVolodymyr {name} spoke.{FAULTY}".encode()
            for n, name in enumerate(NAMES)
        }
        self.new: dict[str, bytes] = {}
        self.is_mounted = False
        self.dated = ["--date", DAY]

    def begin(self) -> None:
        """Fill the cache, and find out what is due."""
        self.small.mkdir()
        words = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(self.small)]
        if shutil.which("mount"):
            self.is_mounted = not subprocess.run(words, capture_output=True, check=False).returncode
        fill(self.work, self.old)
        os.environ["COPYDESK_CACHE_DIR"] = str(self.cache)
        os.chdir(self.work)
        self.due = self.found()
        assert self.due[0] == 1
        self.beside = self.found(*BESIDE)
        assert self.beside[0] == 1
        self.ended(self.child(["--fix", "."]))
        self.new = content(self.work)
        assert self.new != self.old
        self.kept = {path.name: path.read_bytes() for path in self.cache.iterdir()}
        self.states = {name: state(self.cache / name) for name in self.kept}
        fill(self.work, self.old)
        with open(os.devnull, "w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
            main(["baseline", "--date", DAY, "0.txt"])
            for words in (["--no-cache"], ["--fix"], []):  # all that is imported on the way
                main(["check", "--date", DAY, "--format", "concise", "--jobs", "1", *words, "."])
        self.baseline = (self.work / ".copydesk/baseline.json").read_bytes()
        fill(self.work, self.old)
        start = time.perf_counter()
        self.ended(self.child(["--fix", "--jobs", "1", "."]))
        self.whole = time.perf_counter() - start

    def end(self) -> None:
        """Leave no mount behind."""
        os.chdir("/")
        if self.is_mounted:
            subprocess.run(["umount", str(self.small)], check=False)

    def afresh(self) -> None:
        """The drafts and the cache as they were."""
        fill(self.work, self.old)
        for path in self.cache.iterdir():
            if path.name not in self.kept:
                path.unlink()
        for name, data in self.kept.items():  # the tables are large: most are as they were
            path = self.cache / name
            if not path.exists() or state(path) != self.states[name]:
                path.write_bytes(data)
                self.states[name] = state(path)

    def child(
        self, words: list[str], output: Path | None = None, first: Callable[[], None] | None = None
    ) -> int:
        """Begin a run; the number of its process.

        Args:
            words: what follows the options that all runs have.
            output: where what it prints goes; its messages go to the same name with ``.err``.
            first: what the process does before the run; such a run is always forked.
        """
        words = ["check", *self.dated, "--format", "concise", "--fail-on", "ask", *words]
        real = self.rng.randrange(ONE_IN) == 0 and first is None
        self.seen["runs of the command itself" if real else "runs forked"] += 1
        sys.stdout.flush()
        number = os.fork()
        if number:
            return number
        try:
            file = os.open(output or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(file, 1)
            errors = f"{output}.err" if output else os.devnull
            os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
            if real:
                os.execv(sys.executable, [sys.executable, "-m", "copydesk", *words])
            sys.stdout, sys.stderr = os.fdopen(1, "w"), os.fdopen(2, "w")  # pytest has others
            if first is not None:
                first()
            status = main(words)
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
        except BaseException:
            os._exit(70)

    def ended(self, number: int) -> int:
        """The exit status of a run; 128 and more where a signal ended it."""
        status = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
        return 128 - status if status < 0 else status

    def found(self, *words: str, first: Callable[[], None] | None = None) -> tuple[int, str]:
        """The exit status and the output of a run."""
        output = self.home / "output"
        status = self.ended(self.child(list(words) or ["--jobs", "1", "."], output, first))
        return status, output.read_text("utf-8")

    def judge(self, fault: str, status: int | None = None, is_due: bool = True) -> None:
        """What a run left, and what it said."""
        self.seen[fault] += 1
        for name, data in content(self.work).items():
            if name not in self.old:
                continue
            if data == self.old[name]:
                self.seen["drafts as they were"] += 1
            elif data == self.new[name]:
                self.seen["drafts fixed"] += 1
            else:
                self.bad[f"{fault}: HALF A DRAFT"] += 1
        if status is None:
            return
        self.seen[f"exit {status}"] += 1
        if status == 0 and is_due:
            self.bad[f"{fault}: FALSE CLEAN"] += 1
        if status not in (0, 1, 2):
            self.bad[f"{fault}: ENDED BY {status}"] += 1

    def alike(self, fault: str, first: Callable[[], None] | None = None) -> None:
        """Whether a run finds what is due, alone and beside the others."""
        if self.rng.random() < 0.5:
            status, text = self.found(first=first)
            due = self.due
        else:
            status, text = self.found(*BESIDE, first=first)
            due = self.beside
        self.judge(fault, status)
        if (status, text) != due and status != 2:
            self.bad[f"{fault}: OTHER FINDINGS"] += 1


def bind() -> None:
    """Give up, if this is root, the right to write where permissions forbid it (Linux)."""
    import ctypes

    system = ctypes.CDLL(None)
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)
    rights = (ctypes.c_uint32 * 6)()
    system.capget(head, rights)
    rights[0] &= ~OVERRIDES
    rights[1] &= ~OVERRIDES
    system.capset(head, rights)


def state(path: Path) -> tuple[int, int, int]:
    """What changes when a file is written."""
    status = path.stat()
    return status.st_size, status.st_mtime_ns, status.st_ino


def content(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def fill(folder: Path, files: dict[str, bytes]) -> None:
    """Make a folder hold these files and nothing else; what is as it should be stays."""
    folder.mkdir(exist_ok=True)
    shutil.rmtree(folder / ".copydesk", ignore_errors=True)
    for path in folder.iterdir():
        if path.name not in files and path.is_file():
            path.unlink()
    for name, data in files.items():
        path = folder / name
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)


def main(words: list[str]) -> int:
    """The command."""
    from copydesk.cli import main as command

    return command(words)
