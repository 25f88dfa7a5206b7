"""Reads the bytes of a draft, for the desk and for a review."""

from __future__ import annotations

import os
import stat
import sys

from copydesk.files.bounds import resolved

STDIN = "-"
# A pipe that nobody writes to must not hold up the run, nor a link put there meanwhile lead away.
_CAREFUL = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


def draft_bytes(path: str, bounds: str = "") -> bytes:
    """What a file holds, or standard input.

    Args:
        path: the file, or ``-``.
        bounds: the real folder that links may not lead out of, where the file's
            own folder is known to lie within it; empty to work that out.

    Raises:
        OSError: it cannot be read, is no regular file, or a link leads out of bounds.
    """
    if path == STDIN:
        if sys.stdin is None:
            raise OSError(None, "standard input is closed")
        return sys.stdin.buffer.read()
    if not bounds or os.path.islink(path):
        path = resolved(path, bounds)
    _check_regular(os.stat(path))
    with open(path, "rb", opener=_opened) as file:
        _check_regular(os.fstat(file.fileno()))
        return file.read()


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | _CAREFUL)


def _check_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(None, "not a file that can be read (a folder, a pipe or a device)")


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
