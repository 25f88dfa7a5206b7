"""Reads the bytes of a draft."""

from __future__ import annotations

import os
import sys

from copydesk.files.bounds import resolved
from copydesk.files.regular import content

STDIN = "-"
MEGABYTE = 1_000_000  # bytes


def draft_bytes(path: str, bounds: str = "", most: int = 0) -> bytes:
    """The content of a file, or of standard input.

    Args:
        path: the file, or ``-``.
        bounds: the real folder that links must stay in, if the file's own folder is
            known to be within it; empty to determine it.
        most: the largest size in bytes; 0 for any.

    Raises:
        OSError: the file cannot be read, is too large, is not a regular file, or is out of bounds.
    """
    if path == STDIN:
        if sys.stdin is None:
            raise OSError(None, "standard input is closed")
        return _within(sys.stdin.buffer.read(most + 1 if most else -1), most)
    if not bounds or os.path.islink(path):
        path = resolved(path, bounds)
    return _within(content(path, most), most)


def _within(data: bytes, most: int) -> bytes:
    """The content, if it is not too large."""
    if most and len(data) > most:
        raise OSError(None, too_large(most))
    return data


def too_large(most: int) -> str:
    """What to say of a draft of more than that many bytes."""
    return (
        f"larger than {most // MEGABYTE:,} MB, so not checked; max-size in the config allows more"
    )


def os_error_text(error: OSError) -> str:
    """A system error in plain English."""
    import errno

    if error.errno is None and str(error.strerror).startswith("larger than "):
        return str(error.strerror)

    texts = {
        errno.ENOENT: "no such file (a broken link, or moved meanwhile)",
        errno.EACCES: "no permission to read the file",
        errno.ELOOP: "the link points to itself",
        errno.EISDIR: "is a folder",
    }
    return texts.get(error.errno or 0, f"cannot read: {error.strerror or error}")
