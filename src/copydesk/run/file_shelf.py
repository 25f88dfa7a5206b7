"""A shelf for the reports of many drafts: a temporary file that nobody else can open.

It has no name (on Windows it goes with the process), so it is gone even if the process is
killed.
"""

from __future__ import annotations

import pickle
import sqlite3
from itertools import groupby
from zlib import compress, decompress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from copydesk.engine.across_drafts import Late, Noted
    from copydesk.report import FileReport

_LARGE = 8192  # bytes from which a report is compressed
_BATCH = 100  # rows that are read at a time
_TABLES = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE report (number INTEGER PRIMARY KEY, data BLOB);
CREATE TABLE sighting (rule BLOB, thing BLOB, path BLOB, start INTEGER, data BLOB);
CREATE TABLE late (number INTEGER, rule BLOB, data BLOB);
BEGIN;
"""


class FileShelf:
    """Keeps the reports of a large run in a temporary file, with the methods of ``MemoryShelf``."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", isolation_level=None)
        self._base.executescript(_TABLES)
        self._count = 0

    def add(self, file: FileReport) -> None:
        """Keep one more report."""
        row = (self._count, _packed(file._replace(sightings=())))  # those are kept by themselves
        self._base.execute("INSERT INTO report VALUES (?, ?)", row)
        self._count += 1

    def replace(self, number: int, file: FileReport) -> None:
        """Keep another report instead of an earlier one."""
        self._base.execute("REPLACE INTO report VALUES (?, ?)", (number, _packed(file)))

    def __getitem__(self, number: int) -> FileReport:
        ask = "SELECT data FROM report WHERE number = ?"
        (data,) = self._base.execute(ask, (number,)).fetchone()
        file: FileReport = _unpacked(data)
        return file

    def __iter__(self) -> Iterator[FileReport]:
        ask = "SELECT data FROM report WHERE number >= ? AND number < ? ORDER BY number"
        for start in range(0, self._count, _BATCH):
            for (data,) in self._base.execute(ask, (start, start + _BATCH)).fetchall():
                yield _unpacked(data)

    def note(self, sightings: Iterable[Noted]) -> None:
        """Keep sightings."""
        rows = (
            (*map(_key, one.order[:3]), one.order[3], pickle.dumps(one, 5)) for one in sightings
        )
        self._base.executemany("INSERT INTO sighting VALUES (?, ?, ?, ?, ?)", rows)

    def noted(self) -> Iterator[Noted]:
        """All sightings, in their ``order``."""
        order = "rule, thing, path, start, rowid"
        for (data,) in self._base.execute(f"SELECT data FROM sighting ORDER BY {order}"):
            yield pickle.loads(data)  # written by this process

    def things(self) -> set[str]:
        """The keys of all things of which there are sightings."""
        rows = self._base.execute("SELECT DISTINCT thing FROM sighting")
        return {thing.decode("utf-8", "surrogatepass") for (thing,) in rows}

    def tell(self, late: Iterable[Late]) -> None:
        """Keep what came of comparing drafts; a problem replaces the findings of its rule."""
        for one in late:
            rule = _key(one.rule)
            if one.problem:
                self._base.execute("DELETE FROM late WHERE rule = ?", (rule,))
            row = (one.number, rule, pickle.dumps(one, 5))
            self._base.execute("INSERT INTO late VALUES (?, ?, ?)", row)

    def late(self) -> Iterator[tuple[int, list[Late]]]:
        """What came of comparing drafts, for each draft by number."""
        rows = self._base.execute("SELECT number, data FROM late ORDER BY number, rowid")
        for number, some in groupby(rows, key=lambda row: row[0]):
            yield number, [pickle.loads(data) for _, data in some]  # written by this process


def _packed(value: object) -> bytes:
    data = pickle.dumps(value, 5)
    return data if len(data) < _LARGE else compress(data, 1)


def _unpacked(data: bytes) -> Any:
    # Written by this process. A pickle begins with 0x80, compressed data does not.
    return pickle.loads(data if data[0] == 0x80 else decompress(data))


def _key(text: str) -> bytes:
    """A text as bytes that sort as it does, whatever is in it."""
    return text.encode("utf-8", "surrogatepass")
