"""What drafts gave before: reports and forms by content, kept in the cache.

One SQLite file. A report is kept under a digest of the draft's bytes, its path
and all that bears on what is found (the *salt*: version, rules, data, config).
So nothing is ever out of date, only forgotten. SQLite sees to it that two runs
at once, or one that is killed, leave the file whole; each report carries a
digest of its own, and whatever cannot be read counts as not there.
"""

from __future__ import annotations

import io
import os
import pickle
import sqlite3
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple

try:
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - not CPython
    from hashlib import blake2b

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from copydesk.across import PlacedSighting
    from copydesk.report import FileReport

_NAME = "results-1.sqlite"
_MOST = 128 * 1024 * 1024  # bytes that the file may take
_DIGEST = 16
_BATCH = 500  # keys asked for at once
_RACY = 2_000_000_000  # nanoseconds in which a file may change and keep its time
_HOMES = frozenset({"copydesk.report", "copydesk.placed", "copydesk.values", "copydesk.across"})
_TABLES = """
CREATE TABLE IF NOT EXISTS report (key BLOB PRIMARY KEY, day INTEGER, data BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS form (thing TEXT, key BLOB, data BLOB);
CREATE INDEX IF NOT EXISTS form_thing ON form (thing);
CREATE INDEX IF NOT EXISTS form_key ON form (key);
CREATE TABLE IF NOT EXISTS seen (path TEXT PRIMARY KEY, state BLOB, key BLOB) WITHOUT ROWID;
"""


class Seen(NamedTuple):
    """A draft as it lay there: its state (size, time, salt) and the key of its report."""

    path: str
    state: bytes
    key: bytes


class Results:
    """The kept results.

    Args:
        folder: the cache folder.
        limit: bytes that the file may take before the oldest half goes.
    """

    def __init__(self, folder: str, limit: int = _MOST) -> None:
        self._path = os.path.join(folder, _NAME)
        self._limit = limit
        self._base: sqlite3.Connection | None = None
        self._broken = False

    def reports(self, keys: Iterable[bytes]) -> dict[bytes, FileReport]:
        """The reports that are kept under these keys."""
        found: dict[bytes, FileReport] = {}
        old: list[bytes] = []
        for batch in _batches(list(keys)):
            marks = ",".join("?" * len(batch))
            ask = f"SELECT key, day, data FROM report WHERE key IN ({marks})"
            for key, day, data in self._asked(ask, batch):
                report = _unpacked(data)
                if report is not None:
                    found[key] = report
                    if day != _today():
                        old.append(key)
        if old:
            self._told("UPDATE report SET day = ? WHERE key = ?", [(_today(), key) for key in old])
        return found

    def keep(self, reports: Mapping[bytes, FileReport]) -> None:
        """Keep reports, and the forms that their drafts use."""
        rows = [(key, _today(), _packed(report)) for key, report in reports.items()]
        forms = [
            (one.key, key, _packed(one)) for key, report in reports.items()
            for one in report.sightings
        ]  # fmt: skip
        self._told("DELETE FROM form WHERE key = ?", [(key,) for key in reports])
        self._told("INSERT INTO form VALUES (?, ?, ?)", forms)
        self._told("INSERT OR REPLACE INTO report VALUES (?, ?, ?)", rows)

    def forms(self, things: Iterable[str], keys: frozenset[bytes]) -> list[PlacedSighting]:
        """How the drafts of those keys write those things."""
        found = []
        for thing in sorted(set(things)):
            rows = self._asked("SELECT key, data FROM form WHERE thing = ?", (thing,))
            found += [_unpacked(data) for key, data in rows if key in keys]
        return [one for one in found if one is not None]

    def seen(self) -> dict[str, Seen]:
        """Every draft that was looked at, by its path."""
        rows = self._asked("SELECT path, state, key FROM seen", ())
        return {row[0]: Seen(*row) for row in rows}

    def see(self, drafts: Iterable[Seen]) -> None:
        """Note drafts as they lie there."""
        self._told("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", list(drafts))

    def close(self) -> None:
        """Write what is to be kept, and forget the oldest half if it has become too much."""
        if self._base is None:
            return
        with suppress(sqlite3.Error):
            self._base.execute("COMMIT")
        with suppress(sqlite3.Error, OSError):
            self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if os.path.getsize(self._path) > self._limit:
                self._forget(self._base)
        self._base.close()
        self._base = None

    def _forget(self, base: sqlite3.Connection) -> None:
        (count,) = base.execute("SELECT count(*) FROM report").fetchone()
        old = "SELECT key FROM report ORDER BY day, key LIMIT ?"
        base.execute(f"DELETE FROM form WHERE key IN ({old})", (count // 2 + 1,))
        base.execute(f"DELETE FROM report WHERE key IN ({old})", (count // 2 + 1,))
        base.execute("DELETE FROM seen WHERE key NOT IN (SELECT key FROM report)")
        base.execute("VACUUM")

    def _asked(self, question: str, values: Sequence[Any]) -> list[Any]:
        try:
            base = self._open()
            return base.execute(question, values).fetchall() if base is not None else []
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _told(self, order: str, rows: Sequence[Any]) -> None:
        if not rows:
            return
        try:
            base = self._open()
            if base is not None:
                if not base.in_transaction:
                    base.execute("BEGIN IMMEDIATE")
                base.executemany(order, rows)
        except sqlite3.Error as error:
            self._give_up(error)

    def _open(self) -> sqlite3.Connection | None:
        if self._base is None and not self._broken:
            with suppress(OSError):
                os.makedirs(os.path.dirname(self._path), exist_ok=True)
            base = sqlite3.connect(self._path, timeout=3, isolation_level=None)
            self._base = base
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("PRAGMA synchronous = NORMAL")
            base.executescript(_TABLES)
        return self._base

    def _give_up(self, error: sqlite3.Error) -> None:
        """Go on without: a cache costs time, never findings. A file that is no base goes."""
        self._broken = True
        if self._base is not None:
            self._base.close()
            self._base = None
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.OperationalError
        ):
            for ending in ("", "-wal", "-shm"):
                with suppress(OSError):
                    os.unlink(self._path + ending)


def key_of(*parts: bytes) -> bytes:
    """The key for what these parts make up."""
    digest = blake2b(digest_size=_DIGEST)
    for part in parts:
        digest.update(len(part).to_bytes(8, "little") + part)
    return digest.digest()


def state_of(status: os.stat_result, salt: bytes) -> bytes:
    """A file's state, by which it is known not to have changed; empty if it just has."""
    if time.time_ns() - status.st_mtime_ns < _RACY:
        return b""
    numbers = (status.st_size, status.st_mtime_ns, status.st_ino)
    return key_of(salt, *(str(number).encode() for number in numbers))


def _today() -> int:
    return int(time.time()) // 86_400


def _batches(keys: list[bytes]) -> Iterator[list[bytes]]:
    for start in range(0, len(keys), _BATCH):
        yield keys[start : start + _BATCH]


def _packed(value: object) -> bytes:
    data = pickle.dumps(value, protocol=5)
    return blake2b(data, digest_size=_DIGEST).digest() + data


def _unpacked(data: bytes) -> Any:
    """What was packed; None where it is damaged or speaks of anything but our values."""
    if blake2b(data[_DIGEST:], digest_size=_DIGEST).digest() != data[:_DIGEST]:
        return None
    try:
        return _Reader(io.BytesIO(data[_DIGEST:])).load()
    except (pickle.UnpicklingError, EOFError, AttributeError, TypeError, ValueError, IndexError):
        return None


class _Reader(pickle.Unpickler):
    """Reads our values and nothing that could run."""

    def find_class(self, module: str, name: str) -> Any:
        """A class of ours."""
        if module in _HOMES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no value of ours")
