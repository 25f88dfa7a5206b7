"""Write files of the cache atomically, and reject damaged ones on reading."""

from __future__ import annotations

import marshal
import os
import time
from contextlib import suppress
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SEAL = 4  # bytes of the checksum at the end of a sealed file
_KEPT = 12  # files kept of each kind that is large: terms, facts, rules, accepted words
_MOST = 300  # files kept of any other kind
_STALE = 3600  # seconds after which a temporary file counts as abandoned


def write_beside(path: str, data: bytes, private: bool = False) -> bool:
    """Write a temporary file next to ``path`` and rename it; False if that fails.

    A cache that cannot be written only costs time.

    Args:
        path: the file.
        data: its content.
        private: whether only the user may read the file, and the folder if it is made now.
    """
    temporary = f"{path}.{os.getpid()}-{os.urandom(4).hex()}.tmp"
    try:
        os.makedirs(os.path.dirname(path), 0o700 if private else 0o777, exist_ok=True)
        mode = 0o600 if private else 0o666
        with open(temporary, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as handle:
            handle.write(data)
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        return False
    return True


def write_sealed(path: str, data: bytes) -> bool:
    """Write a file of the cache with a checksum of its name and content; False if that fails.

    If there are too many files of its kind (the name up to the first ``-``), the
    oldest are deleted, and so are temporary files that a killed run left behind.
    """
    return _written(path, data + _seal(path, data))


def write_blocks(path: str, data: bytes) -> bool:
    """Write a large file of the cache as ``write_sealed`` does, with a checksum of each block."""
    from copydesk.cache.blocks import with_checksums

    return _written(path, with_checksums(path, data))


def read_sealed(path: str) -> memoryview | None:
    """The content of a sealed file, mapped into memory; None if missing, damaged or renamed.

    The checksum covers the whole file, which takes 3 ms for ten megabytes; tables of
    terms and facts are read with ``open_blocks``.
    """
    from mmap import ACCESS_READ, mmap

    try:
        with open(path, "rb") as handle:
            data = memoryview(mmap(handle.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError):
        return None
    content = data[:-_SEAL]
    return content if _seal(path, content) == data[-_SEAL:] else None


def write_kept(path: str, state: Any, value: Any) -> bool:
    """Write a plain value that holds as long as a state is the same; False if that fails."""
    return write_sealed(path, marshal.dumps((state, value)))


def read_kept(path: str, state: object) -> Any:
    """The value that was written with the same state; None if there is none."""
    content = read_sealed(path)
    if content is None:
        return None
    try:
        known, value = marshal.loads(content)
    except (ValueError, EOFError, TypeError):
        return None
    return value if known == state else None


def _seal(path: str, data: bytes | memoryview) -> bytes:
    name = os.path.basename(path).encode("utf-8", "surrogateescape")
    return crc32(data, crc32(name)).to_bytes(_SEAL, "little")


def _written(path: str, data: bytes) -> bool:
    done = write_beside(path, data)
    if done:
        with suppress(OSError):
            _tidy(*os.path.split(path))
    return done


def _tidy(folder: str, name: str) -> None:
    kind = name.partition("-")[0] + "-"
    kept = _KEPT if kind in ("terms-", "facts-", "rules-", "accepted-") else _MOST
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
