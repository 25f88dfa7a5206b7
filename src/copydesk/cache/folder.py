"""The folder for what is cached between runs; it must be private to the user.

Whoever can write there can hide findings: a table without a term, a result without findings.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import contextmanager, suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

VARIABLE = "COPYDESK_CACHE_DIR"
_PRIVATE = 0o700


def cache_folder() -> str:
    """The user's cache folder for copydesk, in the usual place of the system; empty for none.

    ``COPYDESK_CACHE_DIR`` names another; if it is set but empty, caching is off. The folder
    is created if needed, with access for its user only. One that is not private is not used.
    """
    folder = _named()
    return folder if folder and _is_there(folder) and not _fault(folder) else ""


def why_unused() -> str:
    """Why the cache folder is not used, in one line; empty if it is, or if there is none."""
    folder = _named()
    fault = _fault(folder) if folder else ""
    return f"the cache folder {folder} is not used: {fault}" if fault else ""


@contextmanager
def without_cache(words: Sequence[str]) -> Iterator[None]:
    """Turn caching off in the block, and in processes started there, if ``--no-cache`` is given.

    Args:
        words: the words of the command line.
    """
    if "--no-cache" not in words[: words.index("--") if "--" in words else None]:
        yield
        return
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = ""
    try:
        yield
    finally:
        if before is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = before


def _named() -> str:
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    return users_folder("Caches", "XDG_CACHE_HOME", ".cache")


def users_folder(on_mac: str, variable: str, otherwise: str) -> str:
    """The user's folder for copydesk in the usual place of the system, whether it exists or not.

    Args:
        on_mac: the folder of the Library on macOS.
        variable: the variable of the environment that names the place on Linux and the like.
        otherwise: the folder in the user's home there, if it does not.
    """
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", on_mac)
    else:
        base = os.environ.get(variable) or os.path.join(home, otherwise)
    return os.path.join(base, "copydesk")


def _is_there(folder: str) -> bool:
    """Whether the folder exists, or could be created."""
    if not os.path.isdir(folder):
        with suppress(OSError):
            os.makedirs(folder, _PRIVATE)
    return os.path.isdir(folder)


def _fault(folder: str) -> str:
    """Why a cache folder is not private to the user; empty if it is."""
    return private_fault(folder, VARIABLE)


def private_fault(folder: str, variable: str) -> str:
    """Why a folder is not private to the user; empty if it is.

    Args:
        folder: the folder.
        variable: the variable of the environment that can name another.
    """
    if not hasattr(os, "geteuid"):  # Windows, where these folders are private
        return ""
    elsewhere = f"{variable} can name another"
    try:
        state, above = os.stat(folder), os.stat(os.path.dirname(os.path.abspath(folder)))
    except OSError:
        return ""
    if not stat.S_ISDIR(state.st_mode):
        return ""
    if state.st_uid != os.geteuid():
        return f"it belongs to another user; {elsewhere}"
    if state.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
        return f"others can write to it; delete it, or {elsewhere}"
    if above.st_mode & stat.S_IWOTH and not above.st_mode & stat.S_ISVTX:
        return f"others can write to the folder above it; {elsewhere}"
    return _opened_up(folder, elsewhere) if stat.S_IMODE(state.st_mode) & ~_PRIVATE else ""


def _opened_up(folder: str, elsewhere: str) -> str:
    """Make private a folder that others can read; why not, if it may have come with a checkout.

    Git creates folders that others can read; copydesk does not.
    """
    if os.listdir(folder) and _is_in_repository(os.path.abspath(folder)):
        return f"it may have come with the repository; delete it, or {elsewhere}"
    with suppress(OSError):
        os.chmod(folder, _PRIVATE)
    return ""


def _is_in_repository(folder: str) -> bool:
    while not os.path.lexists(os.path.join(folder, ".git")):
        above = os.path.dirname(folder)
        if above == folder:
            return False
        folder = above
    return True
