"""Keeps paths within bounds: never outside the given folder, and never in ``.git``.

A repository can contain symbolic links to any file its user can read or write. So links
to a draft, a ledger or a baseline are followed only within the repository or, if there
is no repository, within the folder given on the command line.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_GIT = ".git"


class OutOfBounds(OSError):
    """A path that leads out of bounds; the message says where."""

    def __init__(self, message: str) -> None:
        super().__init__(None, message)
        self.message = message


def bounds_of(path: str) -> str:
    """The real folder that a path and everything below it must stay in.

    That is the repository that contains the path as spelled; else the given folder,
    or the folder of the given file.
    """
    spelled = os.path.abspath(path)
    folder = spelled if os.path.isdir(spelled) else os.path.dirname(spelled)
    start = os.path.dirname(spelled) if os.path.islink(spelled) else folder
    found = repository_of(start)
    above = found
    while found and above:  # skip a repository reached through another's link
        above = repository_of(os.path.dirname(above)) if above != os.path.dirname(above) else None
        if above and not _holds(os.path.realpath(above), os.path.realpath(found)):
            found = above
    return os.path.realpath(found or folder)


def folders_up(folder: str) -> Iterator[str]:
    """Yield a folder (absolute, links not resolved) and those above it, the nearest first."""
    folder = os.path.abspath(folder)
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def settings_folders(folder: str) -> Iterator[str]:
    """Yield a folder and those above it, up to the top folder of its repository if it has one."""
    for above in folders_up(folder):
        yield above
        if is_top(above):
            return


def is_top(folder: str) -> bool:
    """Whether a folder is the top folder of a repository."""
    return os.path.lexists(os.path.join(folder, _GIT))


def repository_of(folder: str) -> str | None:
    """The nearest folder at or above ``folder`` that contains ``.git``, or None."""
    for above in folders_up(folder):
        if is_top(above):
            return above
    return None


def resolved(path: str, bounds: str = "") -> str:
    """The real path of a file, with links resolved.

    Args:
        path: the path as spelled.
        bounds: the real folder that it must stay in; empty to determine it with
            ``bounds_of``.

    Raises:
        OutOfBounds: it leads out of there, or into ``.git``.
    """
    real = os.path.realpath(path)
    bounds = bounds or bounds_of(path)
    if not _holds(bounds, real):
        raise OutOfBounds(f"a link leads outside {bounds}")
    if _GIT in real[len(bounds) :].lower().split(os.sep):
        raise OutOfBounds("it is inside .git")
    return real


def _holds(folder: str, path: str) -> bool:
    """Whether a real path is ``folder`` itself or below it."""
    inside = os.path.join(os.path.normcase(folder), "")
    return os.path.join(os.path.normcase(path), "").startswith(inside)
