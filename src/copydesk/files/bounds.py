"""Limits on where a path may lead: never out of the named folder or into ``.git``.

A repository can contain symbolic links to any file its user can read or write. So links
to a draft, a ledger or a baseline are followed only within the repository, or, without
one, within the folder that was named.
"""

from __future__ import annotations

import os

from copydesk.files.find_up import folders_up

_GIT = ".git"


class OutOfBounds(OSError):
    """A path that leads out of bounds; the message says where."""

    def __init__(self, message: str) -> None:
        super().__init__(None, message)
        self.message = message


def bounds_of(path: str) -> str:
    """The real folder that a path and everything below it must stay in.

    The repository in which the path lies as it is spelled; else the folder that
    was named, or the folder of a file that was named.
    """
    spelled = os.path.abspath(path)
    folder = spelled if os.path.isdir(spelled) else os.path.dirname(spelled)
    start = os.path.dirname(spelled) if os.path.islink(spelled) else folder
    found = repository_of(start)
    above = found
    while found and above:  # a repository reached through a link of another does not count
        above = repository_of(os.path.dirname(above)) if above != os.path.dirname(above) else None
        if above and not _holds(os.path.realpath(above), os.path.realpath(found)):
            found = above
    return os.path.realpath(found or folder)


def repository_of(folder: str) -> str | None:
    """The nearest folder upward that holds ``.git``; None if there is none."""
    for above in folders_up(folder):
        if os.path.lexists(os.path.join(above, _GIT)):
            return above
    return None


def resolved(path: str, bounds: str = "") -> str:
    """The real path of a file, links followed.

    Args:
        path: as it is spelled.
        bounds: the real folder that it must stay in (see ``bounds_of``); empty
            to work that out.

    Raises:
        OutOfBounds: it leads out of there, or below ``.git``.
    """
    real = os.path.realpath(path)
    bounds = bounds or bounds_of(path)
    if not _holds(bounds, real):
        raise OutOfBounds(f"a link leads outside {bounds}")
    if _GIT in real[len(bounds) :].lower().split(os.sep):
        raise OutOfBounds("it is inside .git")
    return real


def _holds(folder: str, path: str) -> bool:
    """Whether a real path is a folder or is below it."""
    inside = os.path.join(os.path.normcase(folder), "")
    return os.path.join(os.path.normcase(path), "").startswith(inside)
