"""Reads the bytes of a draft, for the desk and for a review."""

from __future__ import annotations

import os
import stat
import sys

try:  # a twelfth of the import time of hashlib, which wraps it
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - not CPython
    from hashlib import blake2b

STDIN = "-"


def digest_of(data: bytes) -> bytes:
    """A digest of a draft's bytes, by which it is known again."""
    return blake2b(data, digest_size=16).digest()


def draft_bytes(path: str) -> bytes:
    """What a file holds, or standard input.

    Raises:
        OSError: it cannot be read, or is no regular file.
    """
    if path == STDIN:
        if sys.stdin is None:
            raise OSError(None, "standard input is closed")
        return sys.stdin.buffer.read()
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise OSError(None, "not a file that can be read (a folder, a pipe or a device)")
    with open(path, "rb") as handle:
        return handle.read()


def said(error: OSError) -> str:
    """An error of the system in words that say what happened to the draft."""
    import errno

    said = {
        errno.ENOENT: "the file is not there (a broken link, or it was moved away)",
        errno.EACCES: "no permission to read the file",
        errno.ELOOP: "the link leads back to itself",
        errno.EISDIR: "this is a folder",
    }
    return said.get(error.errno or 0, f"cannot be read: {error.strerror or error}")
