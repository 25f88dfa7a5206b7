"""Reads regular files only: no folder, pipe or device."""

from __future__ import annotations

import os
import stat

# Do not block on a pipe without a writer.
_CAREFUL = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


def content(path: str, most: int = 0, follow: bool = False) -> bytes:
    """The bytes of a file; one more than ``most`` if it is larger than that.

    Args:
        path: the file.
        most: a number of bytes; 0 to read the whole file.
        follow: whether ``path`` may be a link; if not, one that was put there since the
            path was checked is an error.

    Raises:
        OSError: it cannot be read, or is not a regular file.
    """
    flags = _CAREFUL if follow else _CAREFUL | getattr(os, "O_NOFOLLOW", 0)
    _check(os.stat(path))
    with open(path, "rb", opener=lambda name, given: os.open(name, given | flags)) as file:
        _check(os.fstat(file.fileno()))
        return file.read(most + 1 if most else -1)


def _check(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise OSError(None, "not a regular file (a folder, a pipe or a device)")
