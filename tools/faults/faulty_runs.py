"""Ten thousand runs under fault: no draft changed by halves, no false “clean”.

    python -m tools.faults.faulty_runs [--runs N] [--seed N]

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
- two runs at once, one of which may be killed;
- a cache of another user, or one that others can write to, in which every result says that
  nothing was found: it must not be used, nor changed;
- a clock that is set back or forward between two runs, with files that claim any time, and
  a draft edited in between that keeps its size and time.

After it every draft must be the old or the fixed one, whole; a run that ended must not
have said “clean”, and the next run, on what was left, must find all that is due.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tools.faults.fault_bench import NAMES, bind, content, fill
from tools.faults.fault_trust import Untrusted


class Faults(Untrusted):
    """The faults, one method each."""

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
            self.alike("a cache that cannot be written", bind)
        else:
            self.work.chmod(0o555)
            number = self.child(["--fix", "."], first=bind)
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


def run() -> int:
    """Run the faults and print the table; 1 if one did harm."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=3600, help="after which to end")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Faults(Path(folder), arguments.seed)
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


def at_work(bench: Faults, runs: int, seconds: float) -> tuple[int, float]:
    """Run faults until there were enough, or the time is over; how many and how long."""
    faults: list[tuple[Callable[[], None], int]] = [
        (bench.killed, 6), (bench.read_only, 2), (bench.damaged, 4),
        (bench.damaged_results, 3), (bench.damaged_baseline, 1), (bench.together, 2),
        (bench.full, 2 if bench.is_mounted else 0), (bench.foreign, 3), (bench.clock, 3),
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
