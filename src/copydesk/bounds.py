"""How far a path may lead: not out of the folder that was named, and never below ``.git``.

A repository can hold symbolic links to anything its reader may read or write. So a
draft, a ledger or a baseline is reached through links only while they stay within
the repository, or, where there is none, within the folder that was named.
"""

from __future__ import annotations

import os

_GIT = ".git"


class OutOfBounds(OSError):
    """A path that leads where nothing is read or written; the message says where."""

    def __init__(self, message: str) -> None:
        super().__init__(None, message)
        self.message = message


def bounds_of(path: str) -> str:
    """The real folder that a path, and all below it, may not leave.

    The repository in which the path lies as it is spelled; else the folder that
    was named, or the folder of a file that was named.
    """
    spelled = os.path.abspath(path)
    folder = spelled if os.path.isdir(spelled) else os.path.dirname(spelled)
    start = os.path.dirname(spelled) if os.path.islink(spelled) else folder
    found = repository_of(start)
    above = found
    while found and above:  # a repository that a link of another leads to does not count
        above = repository_of(os.path.dirname(above)) if above != os.path.dirname(above) else None
        if above and not _holds(os.path.realpath(above), os.path.realpath(found)):
            found = above
    return os.path.realpath(found or folder)


def repository_of(folder: str) -> str | None:
    """The nearest folder upward that holds ``.git``; None where there is none."""
    folder = os.path.abspath(folder)
    while not os.path.lexists(os.path.join(folder, _GIT)):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def resolved(path: str, bounds: str = "") -> str:
    """The real path of a file, links followed.

    Args:
        path: as it is spelled.
        bounds: the real folder that it may not leave (see ``bounds_of``); empty
            to work that out.

    Raises:
        OutOfBounds: it leads out of there, or below ``.git``.
    """
    real = os.path.realpath(path)
    bounds = bounds or bounds_of(path)
    if not _holds(bounds, real):
        raise OutOfBounds(f"a link leads out of {bounds}")
    if _GIT in real[len(bounds) :].lower().split(os.sep):
        raise OutOfBounds("it lies below .git")
    return real


def _holds(folder: str, path: str) -> bool:
    """Whether a real path is a folder or lies below it."""
    inside = os.path.join(os.path.normcase(folder), "")
    return os.path.join(os.path.normcase(path), "").startswith(inside)
