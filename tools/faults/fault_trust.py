"""A cache that others can write to, and a clock that is set back, for the runs under fault."""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from functools import partial
from pathlib import Path

from copydesk.cache.sealed import packed, unpacked
from tools.faults.fault_bench import BESIDE, DAY, Bench, content

RESULTS = "results-2.sqlite"
ANOTHER = 65_534  # the user and group “nobody”
HOUR = 3600
AHEAD = (0, HOUR, 4000 * 24 * HOUR)
SHIFTS = (-HOUR, -24 * HOUR, -400 * 24 * HOUR, -30 * 365 * 24 * HOUR, *AHEAD)


class Untrusted(Bench):
    """The two faults."""

    poison = b""
    without: dict[object, tuple[int, str]]

    def begin(self) -> None:
        """Make the results that hide every finding, and see that they would."""
        super().begin()
        self.without = {}
        self.poison = poisoned(self.kept[RESULTS], self.home / "poison")
        self.afresh()
        (self.cache / RESULTS).write_bytes(self.poison)
        assert self.found()[0] == 0, "these results do not hide anything"
        self.afresh()

    def foreign(self) -> None:
        """Check with a cache that is another user's, or that others can write to."""
        (self.cache / RESULTS).write_bytes(self.poison)
        how = self.rng.choice(("a user", "anybody", "a group", "above"))
        if how == "a user" and os.geteuid() == 0:
            os.chown(self.cache, ANOTHER, ANOTHER)
        elif how == "above":
            self.home.chmod(0o777)
        else:
            self.cache.chmod(0o777 if how == "anybody" else 0o770)
        fault, before = f"a cache open to {how}", content(self.cache)
        self.alike(fault)
        if "is not used" not in (self.home / "output.err").read_text("utf-8"):
            self.bad[f"{fault}: NOT A WORD OF IT"] += 1
        if self.rng.random() < 0.3:
            self.judge(fault, self.ended(self.child(["--fix", "."])))
            if {k: v for k, v in content(self.work).items() if k in self.old} != self.new:
                self.bad[f"{fault}: NOT MENDED"] += 1
        if content(self.cache) != before:
            self.bad[f"{fault}: CHANGED"] += 1
        self.home.chmod(0o700)
        self.cache.chmod(0o700)
        os.chown(self.cache, os.geteuid(), os.getegid())

    def clock(self) -> None:
        """Check, set the clock and the times of files, perhaps edit a draft, and check again."""
        earlier, later = (partial(set_clock, self.rng.choice(some)) for some in (AHEAD, SHIFTS))
        words = self.rng.choice((("--jobs", "1", "."), BESIDE))
        old, new = dict(self.old), dict(self.new)
        if self.rng.random() < 0.5:
            self.dated = []
        self.retime(self.work)
        if self.rng.random() < 0.5:
            self.judge("clock: the run before", self.found(*words, first=earlier)[0])
        if self.rng.random() < 0.5:
            self.edit(self.work / "1.txt", b"the the road", b"the teh road")
            self.edit(self.work / "2.txt", b"Zelenskyy", b"Zelenskiy")
        self.retime(self.cache)
        status, text = self.found(*words, first=later)
        self.judge("clock: the run after", status)
        if (status, text) != self.uncached(words, later):
            self.bad["clock: OTHER FINDINGS"] += 1
        self.judge("clock: the run that fixes", self.ended(self.child(["--fix", "."], first=later)))
        self.old, self.new, self.dated = old, new, ["--date", DAY]

    def edit(self, path: Path, fault: bytes, another: bytes) -> None:
        """Put in another fault, of the same length, and put back the time of the file."""
        status, data = path.stat(), path.read_bytes()
        edited = data.replace(fault, another)
        path.write_bytes(edited)
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
        self.old[path.name] = edited
        self.new[path.name] = self.new[path.name].replace(fault, another)

    def retime(self, folder: Path) -> None:
        """Give files any time, in the future or the past."""
        for path in folder.iterdir():
            if path.is_file() and self.rng.random() < 0.5:
                when = time.time() + self.rng.choice((*SHIFTS, -time.time()))
                os.utime(path, (when, when))

    def uncached(self, words: tuple[str, ...], first: partial[None]) -> tuple[int, str]:
        """What a run without the cache finds; such a run builds every table, so once each."""
        key = (words, *first.args, *self.dated, *self.old.values())
        if key not in self.without:
            self.without[key] = self.found(*words, "--no-cache", first=first)
        return self.without[key]


def set_clock(seconds: int) -> None:
    """Set the clock of this process, which only ``exit`` undoes."""
    real, nanoseconds, told, local = time.time, time.time_ns, time.strftime, time.localtime
    now = {
        real: lambda: real() + seconds,
        nanoseconds: lambda: nanoseconds() + seconds * 10**9,
        told: lambda form, when=None: told(form, when or local(real() + seconds)),
    }
    for name, module in list(sys.modules.items()):
        if name == "time" or name.partition(".")[0] == "copydesk":
            for key, value in list(vars(module).items()):
                if callable(value) and value in now:
                    setattr(module, key, now[value])


def poisoned(data: bytes, path: Path) -> bytes:
    """The database of results, with every report empty and its seal right."""
    path.write_bytes(data)
    base = sqlite3.connect(path)
    for key, row in base.execute("SELECT key, data FROM report").fetchall():
        clean = unpacked(row, key)._replace(findings=(), sightings=())
        base.execute("UPDATE report SET data = ? WHERE key = ?", (packed(clean, key), key))
    base.commit()
    base.close()
    return path.read_bytes()
