"""The result cache: reports by content hash, in SQLite.

A report is kept under a digest of the draft's bytes, its path and everything else
that affects findings (the *salt*: version, rules, data, config), so an entry never
goes stale. SQLite keeps the file intact if two runs write at once or one is killed.
It has no checksums of its own, so every row has one of its key and content: a
damaged or misplaced row counts as missing.
"""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import suppress

from copydesk.cache.digest import DIGEST, digest
from copydesk.cache.sealed import packed, unpacked
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from copydesk.model.sightings import PlacedSighting
    from copydesk.report import FileReport

_NAME = "results-2.sqlite"
_OLD = ("results-1.sqlite",)
_MOST = 128 * 1024 * 1024  # maximum size of the file in bytes, unless the config says more
_LEFT = 0.8  # of the maximum size that is left when old results are deleted
_BATCH = 500  # keys per query
_PATIENCE = 3  # seconds to wait while another run is writing
# Errors from the system or from another run; the file itself may be intact.
_PASSING = ("locked", "busy", "full", "readonly", "unable to open", "disk i/o", "interrupted")
# SQLite quotes a damaged schema in its message, which may not be valid text.
_FAILURES = (sqlite3.Error, UnicodeDecodeError, MemoryError, OverflowError)
_TABLES = """
CREATE TABLE IF NOT EXISTS report (key BLOB PRIMARY KEY, day INTEGER, data BLOB);
CREATE TABLE IF NOT EXISTS form (key BLOB, thing INTEGER, data BLOB, PRIMARY KEY (key, thing))
    WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS seen (home BLOB, path BLOB, key BLOB, data BLOB,
    PRIMARY KEY (home, path)) WITHOUT ROWID;
"""


class SeenDraft(ValueTuple):
    """A draft as it was on disk.

    Attributes:
        path: its name, in the system's encoding.
        key: the key of its report.
        state: bytes that change whenever the file does.
        things: the numbers of all things that it uses a form of, four bytes each.
    """

    path: bytes
    key: bytes
    state: bytes
    things: bytes

    def uses(self, wanted: Collection[int]) -> list[int]:
        """The numbers in ``wanted`` of the things that the draft uses a form of."""
        return [number for number in memoryview(self.things).cast("I") if number in wanted]


class ResultStore:
    """The cached results.

    Args:
        folder: the cache folder.
        limit: size in bytes above which the results that were used least recently are deleted.
    """

    def __init__(self, folder: str, limit: int = _MOST) -> None:
        self._path = os.path.join(folder, _NAME)
        self._limit = limit
        self._base: sqlite3.Connection | None = None
        self._is_broken = False
        self._is_mute = False
        self._has_written = False

    @property
    def is_new(self) -> bool:
        """Whether nothing has been kept yet."""
        return not os.path.exists(self._path)

    def has(self, keys: Iterable[bytes]) -> set[bytes]:
        """Those of the keys under which there is a report, intact or not."""
        found: set[bytes] = set()
        for batch in _batches(list(keys)):
            marks = ",".join("?" * len(batch))
            ask = f"SELECT key FROM report WHERE key IN ({marks})"
            found.update(key for (key,) in self._asked(ask, batch))
        return found

    def reports(self, keys: Iterable[bytes]) -> dict[bytes, FileReport]:
        """The reports with these keys."""
        found: dict[bytes, FileReport] = {}
        old: list[bytes] = []
        for batch in _batches(list(keys)):
            marks = ",".join("?" * len(batch))
            ask = f"SELECT key, day, data FROM report WHERE key IN ({marks})"
            for key, day, data in self._asked(ask, batch):
                report = unpacked(data, key)
                if report is not None:
                    found[key] = report
                    if day != _today():
                        old.append(key)
        day = _today()
        self._told(("UPDATE report SET day = ? WHERE key = ?", [(day, key) for key in old]))
        return found

    def keep(self, reports: Mapping[bytes, FileReport], numbers: Mapping[str, int]) -> None:
        """Keep reports, and the forms that their drafts use.

        Args:
            reports: by key.
            numbers: the number of each thing in the drafts' sightings.
        """
        rows = [(key, _today(), packed(report, key)) for key, report in reports.items()]
        forms: dict[tuple[bytes, int], list[PlacedSighting]] = {}
        for key, report in reports.items():
            for one in report.sightings:
                forms.setdefault((key, numbers[one.key]), []).append(one)
        self._told(
            ("INSERT OR REPLACE INTO report VALUES (?, ?, ?)", rows),
            ("INSERT OR REPLACE INTO form VALUES (?, ?, ?)",
             [(*place, packed(tuple(some), *_marks(*place))) for place, some in forms.items()]),
        )  # fmt: skip

    def forms(
        self, keys: Iterable[bytes], numbers: Collection[int]
    ) -> dict[bytes, dict[int, tuple[PlacedSighting, ...]]]:
        """The forms that the drafts with these keys use for the things with these numbers."""
        found: dict[bytes, dict[int, tuple[PlacedSighting, ...]]] = {}
        for batch in _batches(list(keys)):
            marks = ",".join("?" * len(batch))
            ask = f"SELECT key, thing, data FROM form WHERE key IN ({marks})"
            for key, number, data in self._asked(ask, batch):
                if number in numbers:
                    some = unpacked(data, *_marks(key, number))
                    if some is not None:
                        found.setdefault(key, {})[number] = some
        return found

    def seen(self, home: bytes) -> dict[bytes, SeenDraft]:
        """Every draft recorded under a salt (``home``), by path."""
        found = {}
        rows = self._asked("SELECT path, key, data FROM seen WHERE home = ?", (home,))
        for path, key, data in rows:
            with suppress(TypeError, IndexError):  # a damaged row may hold anything
                size = data[DIGEST]
                state, things = data[DIGEST + 1 : DIGEST + 1 + size], data[DIGEST + 1 + size :]
                if digest(home, path, key, state, things) == data[:DIGEST]:
                    found[path] = SeenDraft(path, key, state, things)
        return found

    def see(self, home: bytes, drafts: Iterable[SeenDraft]) -> None:
        """Record drafts as they are on disk."""
        rows = []
        for path, key, state, things in drafts:
            seal = digest(home, path, key, state, things)
            rows.append((home, path, key, seal + bytes([len(state)]) + state + things))
        self._told(("INSERT OR REPLACE INTO seen VALUES (?, ?, ?, ?)", rows))

    def close(self) -> None:
        """Close; delete what was used least recently if the file is too big."""
        if self._base is None:
            return
        if self._has_written:
            with suppress(*_FAILURES):
                size = _size(self._base)
                if size > self._limit:
                    self._forget(self._base, 1 - _LEFT * self._limit / size)
        with suppress(sqlite3.Error):
            self._base.close()
        self._base = None

    def _forget(self, base: sqlite3.Connection, share: float) -> None:
        """Delete a share of the reports, those first that were not used for the most days."""
        base.execute("PRAGMA busy_timeout = 0")
        base.execute("BEGIN IMMEDIATE")
        (count,) = base.execute("SELECT count(*) FROM report").fetchone()
        old = "SELECT key FROM report ORDER BY day, key LIMIT ?"
        base.execute(f"DELETE FROM report WHERE key IN ({old})", (int(count * share) + 1,))
        base.execute("DELETE FROM form WHERE key NOT IN (SELECT key FROM report)")
        base.execute("DELETE FROM seen WHERE key NOT IN (SELECT key FROM report)")
        base.execute("COMMIT")
        base.execute("VACUUM")

    def _asked(self, question: str, values: Sequence[Any]) -> list[Any]:
        try:
            base = self._open()
            return base.execute(question, values).fetchall() if base is not None else []
        except _FAILURES as error:
            self._give_up(error)
            return []

    def _told(self, *orders: tuple[str, Sequence[Any]]) -> None:
        """Write everything or nothing in one transaction, so that the lock is brief."""
        if self._is_mute or not any(rows for _, rows in orders):
            return
        try:
            base = self._open()
            if base is None:
                return
            base.execute("BEGIN IMMEDIATE")
            for order, rows in orders:
                base.executemany(order, rows)
            base.execute("COMMIT")
            self._has_written = True
        except _FAILURES as error:
            if _is_passing(error) and self._base is not None:
                self._is_mute = True  # existing results can still be read
                with suppress(sqlite3.Error):
                    self._base.execute("ROLLBACK")
            else:
                self._give_up(error)

    def _open(self) -> sqlite3.Connection | None:
        if self._base is None and not self._is_broken:
            folder = os.path.dirname(self._path)
            with suppress(OSError):
                os.makedirs(folder, 0o700, exist_ok=True)
            base = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
            self._base = base
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = NORMAL")
            if not base.execute("SELECT 1 FROM sqlite_master WHERE name = 'seen'").fetchall():
                base.executescript(f"BEGIN IMMEDIATE;{_TABLES}COMMIT;")
                for name in _OLD:
                    self._remove(os.path.join(folder, name))
        return self._base

    def _give_up(self, error: Exception) -> None:
        """Continue without the cache; delete the file if it is damaged. No findings are lost."""
        self._is_broken = True
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()
            self._base = None
        is_damaged = isinstance(error, (sqlite3.DatabaseError, UnicodeDecodeError))
        if is_damaged and not _is_passing(error):
            self._remove(self._path)

    @staticmethod
    def _remove(path: str) -> None:
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                os.unlink(path + ending)


def _is_passing(error: Exception) -> bool:
    """Whether an error may be temporary, with the file intact."""
    told = str(error).lower()
    return isinstance(error, sqlite3.OperationalError) and any(one in told for one in _PASSING)


def _size(base: sqlite3.Connection) -> int:
    """The size of the file in bytes, including its journal."""
    (pages,), (size,) = (
        base.execute(f"PRAGMA {what}").fetchone() for what in ("page_count", "page_size")
    )
    return int(pages) * int(size)


def _marks(key: bytes, number: int) -> tuple[bytes, bytes]:
    return key, repr(number).encode()


def _today() -> int:
    return int(time.time()) // 86_400


def _batches(keys: list[bytes]) -> Iterator[list[bytes]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]
