"""Ten thousand runs under fault: no draft changed by halves, no false “clean”.

    python -m bench.faults [--runs N] [--seed N]

Most runs are children forked from a process in which copydesk is loaded, each on a
copy of the same folder of drafts and with a cache of its own; one in forty is the
command itself. A run is hit by one fault, drawn from the seed:

- killed at a random moment of ``check --fix``;
- a disk of a few kilobytes that is full (a tmpfs; left out where it cannot be mounted);
- a folder of drafts, or of the cache, that cannot be written (by root
  without the right to override that);
- a file of the cache with bytes changed, cut short, or exchanged for noise: the results
  and their journal, the table of terms, the manifest, data;
- a baseline with bytes changed or cut short;
- two runs at once, one of which may be killed.

After it every draft must be the old or the fixed one, whole; a run that ended must not
have said “clean”, and the next run, on what was left, must find all that is due.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
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
        self.beside = self.found("--beside", ".", "1.txt", "--select", "spelling/across-stories")
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

    def child(self, words: list[str], output: Path | None = None, is_bound: bool = False) -> int:
        """Begin a run; the number of its process."""
        words = ["check", "--date", DAY, "--format", "concise", "--fail-on", "ask", *words]
        real = self.rng.randrange(ONE_IN) == 0 and not is_bound
        self.seen["runs of the command itself" if real else "runs forked"] += 1
        sys.stdout.flush()
        number = os.fork()
        if number:
            return number
        try:
            file = os.open(output or os.devnull, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(file, 1)
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            if real:
                os.execv(sys.executable, [sys.executable, "-m", "copydesk", *words])
            if is_bound:
                bind()
            status = main(words)
            sys.stdout.flush()
            os._exit(status)
        except BaseException:
            os._exit(70)

    def ended(self, number: int) -> int:
        """The exit status of a run; 128 and more where a signal ended it."""
        status = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
        return 128 - status if status < 0 else status

    def found(self, *words: str, is_bound: bool = False) -> tuple[int, str]:
        """The exit status and the output of a run."""
        output = self.home / "output"
        status = self.ended(self.child(list(words) or ["--jobs", "1", "."], output, is_bound))
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

    def killed(self) -> None:
        """Kill a run that fixes, at a random moment."""
        number = self.child(["--fix", "--jobs", "1", "."])
        time.sleep(self.rng.uniform(0, 1.1 * self.whole))
        os.kill(number, signal.SIGKILL)
        self.ended(number)
        self.judge("killed while it fixed")
        if self.rng.random() < 0.2:
            self.judge("the run after a kill", self.ended(self.child(["--fix", "."])))
            if {k: v for k, v in content(self.work).items() if k in self.old} != self.new:
                self.bad["NOT MENDED BY THE NEXT RUN"] += 1

    def full(self) -> None:
        """Fix on a disk that has room for a part of it; or keep the cache there."""
        room = self.rng.randrange(65_536)
        in_cache = self.rng.random() < 0.3
        here = self.small / "home"
        shutil.rmtree(here, ignore_errors=True)
        (self.small / "stuff").unlink(missing_ok=True)
        here.mkdir()
        if not in_cache:
            fill(here, self.old)
        with open(self.small / "stuff", "wb", buffering=0) as file:
            try:
                while file.tell() < room:
                    file.write(b"\0" * 1024)
            except OSError:
                pass
        if in_cache:
            os.environ["COPYDESK_CACHE_DIR"] = str(here)
            self.alike("a cache on a full disk")
            os.environ["COPYDESK_CACHE_DIR"] = str(self.cache)
            return
        work, self.work = self.work, here
        os.chdir(here)
        self.judge("drafts on a full disk", self.ended(self.child(["--fix", "."])))
        os.chdir(work)
        self.work = work

    def read_only(self) -> None:
        """Fix where nothing can be written, or without a cache that can be."""
        self.cache.chmod(0o555)
        if self.rng.random() < 0.5:
            self.alike("a cache that cannot be written", is_bound=True)
        else:
            self.work.chmod(0o555)
            number = self.child(["--fix", "."], is_bound=True)
            self.judge("drafts that cannot be written", self.ended(number))
            self.work.chmod(0o755)
            if {k: v for k, v in content(self.work).items() if k in self.old} != self.old:
                self.bad["WRITTEN WHERE NOTHING CAN BE"] += 1
        self.cache.chmod(0o755)

    def damaged(self) -> None:
        """Check with a file of the cache that is not as it was."""
        names = sorted(name for name in self.kept if "sqlite" not in name)
        large = [
            name for name in names if name.startswith(("terms-", "facts-"))
        ]  # built anew in seconds
        name = self.rng.choice(large if self.rng.random() < 0.02 else sorted({*names} - {*large}))
        path = self.cache / name
        data = hit(path.read_bytes(), self.rng)
        path.write_bytes(data)
        self.alike(f"damaged: {name.partition('-')[0]}")

    def damaged_results(self) -> None:
        """Check with results that are not as they were, and perhaps a journal of noise."""
        path = self.cache / "results-2.sqlite"
        path.write_bytes(hit(path.read_bytes(), self.rng))
        if self.rng.random() < 0.3:
            path.with_name(f"{path.name}-wal").write_bytes(self.rng.randbytes(5000))
        self.alike("damaged: results")

    def alike(self, fault: str, is_bound: bool = False) -> None:
        """Whether a run finds what is due, alone and beside the others."""
        if self.rng.random() < 0.5:
            status, text = self.found(is_bound=is_bound)
            due = self.due
        else:
            words = ("--beside", ".", "1.txt", "--select", "spelling/across-stories")
            status, text = self.found(*words, is_bound=is_bound)
            due = self.beside
        self.judge(fault, status)
        if (status, text) != due and status != 2:
            self.bad[f"{fault}: OTHER FINDINGS"] += 1

    def damaged_baseline(self) -> None:
        """Check with a baseline of one draft that is not as it was."""
        folder = self.work / ".copydesk"
        folder.mkdir(exist_ok=True)
        (folder / "baseline.json").write_bytes(hit(self.baseline, self.rng))
        self.judge("damaged: baseline", self.ended(self.child(["--jobs", "1", "."])))

    def together(self) -> None:
        """Two runs at once, one of which fixes or is killed."""
        if self.rng.random() < 0.5:
            for path in self.cache.glob("results*"):
                path.unlink()
        if self.rng.random() < 0.4:
            numbers = [self.child(["--fix", "--jobs", "1", "."]) for _ in range(2)]
            for number in numbers:
                self.judge("two that fix", self.ended(number))
            return
        outputs = [self.home / "one", self.home / "two"]
        numbers = [self.child(["--jobs", "1", "."], output) for output in outputs]
        if self.rng.random() < 0.5:
            time.sleep(self.rng.uniform(0, self.whole))
            os.kill(numbers[1], signal.SIGKILL)
            self.ended(numbers.pop())
        for number, output in zip(numbers, outputs, strict=False):
            status = self.ended(number)
            self.judge("two that check", status)
            if (status, output.read_text("utf-8")) != self.due:
                self.bad["two that check: OTHER FINDINGS"] += 1
        self.alike("the run after two")


def hit(data: bytes, rng: random.Random) -> bytes:
    """The data with bytes changed, cut short, empty, or noise."""
    found = bytearray(data)
    how = rng.randrange(10)
    if how == 0:
        return bytes(found[: rng.randrange(len(found) + 1)])
    if how == 1:
        return b"" if rng.random() < 0.5 else rng.randbytes(rng.randrange(20_000))
    for _ in range(rng.choice((1, 1, 3, 30, 300))):
        found[rng.randrange(len(found))] ^= 1 << rng.randrange(8)
    return bytes(found)


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


def run() -> int:
    """Run the faults and print the table; 1 if one did harm."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=3600, help="after which to end")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), arguments.seed)
        try:
            bench.begin()
            done, taken = at_work(bench, arguments.runs, arguments.seconds)
        finally:
            bench.end()
    print(f"{done:,} runs in {taken:.0f} s; seed {arguments.seed}; {len(NAMES)} drafts each")
    for what, times in sorted(bench.seen.items()):
        print(f"{times:8,}  {what}")
    for what, times in sorted(bench.bad.items()):
        print(f"{times:8,}  {what}  <-- HARM")
    if not bench.bad:
        print("       0  drafts changed by halves, false “clean”, or other findings")
    return 1 if bench.bad else 0


def at_work(bench: Bench, runs: int, seconds: float) -> tuple[int, float]:
    """Run faults until there were enough, or the time is over; how many and how long."""
    faults: list[tuple[Callable[[], None], int]] = [
        (bench.killed, 6), (bench.read_only, 2), (bench.damaged, 4),
        (bench.damaged_results, 3), (bench.damaged_baseline, 1), (bench.together, 2),
        (bench.full, 2 if bench.is_mounted else 0),
    ]  # fmt: skip
    kinds, weights = zip(*faults, strict=True)
    start = time.perf_counter()
    done = 0
    while done < runs and time.perf_counter() - start < seconds:
        bench.afresh()
        bench.rng.choices(kinds, weights)[0]()
        done = bench.seen["runs forked"] + bench.seen["runs of the command itself"]
    return done, time.perf_counter() - start


if __name__ == "__main__":
    raise SystemExit(run())
