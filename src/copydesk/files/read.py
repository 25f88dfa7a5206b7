"""Reads the bytes of a draft."""

from __future__ import annotations

import os
import stat
import sys

from copydesk.files.bounds import resolved

STDIN = "-"
# Do not block on a pipe without a writer, or follow a link created since the path was checked.
_CAREFUL = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


def draft_bytes(path: str, bounds: str = "") -> bytes:
    """The content of a file, or of standard input.

    Args:
        path: the file, or ``-``.
        bounds: the real folder that links must stay in, if the file's own folder is
            known to be within it; empty to determine it.

    Raises:
        OSError: the file cannot be read, is not a regular file, or is out of bounds.
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
        raise OSError(None, "not a regular file (a folder, a pipe or a device)")


def os_error_text(error: OSError) -> str:
    """A system error in plain English."""
    import errno

    texts = {
        errno.ENOENT: "no such file (a broken link, or moved meanwhile)",
        errno.EACCES: "no permission to read the file",
        errno.ELOOP: "the link points to itself",
        errno.EISDIR: "is a folder",
    }
    return texts.get(error.errno or 0, f"cannot read: {error.strerror or error}")
