"""Writes files of the cache so that none is ever seen half done."""

from __future__ import annotations

import os
from contextlib import suppress


def write_beside(path: str, data: bytes) -> bool:
    """Write to a file beside ``path`` and move it there; False where that fails.

    A cache that cannot be written costs time and nothing else.
    """
    temporary = f"{path}.{os.getpid()}.tmp"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(temporary, "wb") as handle:
            handle.write(data)
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            os.unlink(temporary)
        return False
    return True
