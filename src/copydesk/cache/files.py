"""Writes files of the cache so that none is seen half done, and reads none that is damaged."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from zlib import crc32

_SEAL = 4  # bytes of the checksum that ends a sealed file
_KEPT = 12  # tables of terms, of facts, and catalogues, that the cache may hold
_MOST = 300  # files of another kind
_STALE = 3600  # seconds after which a file that was being written was left behind


def write_beside(path: str, data: bytes) -> bool:
    """Write to a file beside ``path`` and move it there; False where that fails.

    A cache that cannot be written costs time and nothing else.
    """
    temporary = f"{path}.{os.getpid()}-{os.urandom(4).hex()}.tmp"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(temporary, "xb") as handle:
            handle.write(data)
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        return False
    return True


def write_sealed(path: str, data: bytes) -> bool:
    """Write a file of the cache with a checksum at its end; False where that fails.

    Older files of its kind (the name up to the first ``-``) go if there are too
    many, and those that a run which was killed left behind.
    """
    done = write_beside(path, data + _seal(data))
    if done:
        with suppress(OSError):
            _tidy(*os.path.split(path))
    return done


def read_sealed(path: str) -> memoryview | None:
    """What a sealed file holds, mapped into memory; None if it is not there or is damaged.

    A bit that has changed in a table of terms would hide findings: so the
    whole file is summed up, 3 ms for ten megabytes.
    """
    from mmap import ACCESS_READ, mmap

    try:
        with open(path, "rb") as handle:
            data = memoryview(mmap(handle.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError):
        return None
    content = data[:-_SEAL]
    return content if _seal(content) == data[-_SEAL:] else None


def _seal(data: bytes | memoryview) -> bytes:
    return crc32(data).to_bytes(_SEAL, "little")


def _tidy(folder: str, name: str) -> None:
    kind = name.partition("-")[0] + "-"
    kept = _KEPT if kind in ("terms-", "facts-", "rules-") else _MOST
    tables = []
    for entry in os.scandir(folder):
        if entry.name.startswith(kind):
            with suppress(OSError):
                tables.append((entry.stat().st_mtime, entry.path))
    tables.sort(reverse=True)
    left = {one for one in tables if one[1].endswith(".tmp")}
    whole = [one for one in tables if one not in left]
    gone = [*whole[kept:], *(one for one in left if time.time() - one[0] > _STALE)]
    for _, path in gone:
        with suppress(OSError):
            os.unlink(path)
