"""Save a ledger; find the user's name in git."""

from __future__ import annotations

import os
import subprocess
from contextlib import suppress

from copydesk.files.bounds import OutOfBounds, bounds_of, resolved
from copydesk.files.find_up import LEDGER, find_ledger
from copydesk.files.git_program import git_program
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.stet.ledger import Ledger


def save_ledger(before: Ledger, after: Ledger) -> None:
    """Replace the ledger file that was read, as a whole or not at all.

    Raises:
        DataError: it cannot be written, or has changed since it was read.
    """
    if after.text == before.text:
        return
    from copydesk.files.write import NotWritten, write

    new = after.text.encode("utf-8")
    bounds = bounds_of(os.path.dirname(os.path.dirname(os.path.abspath(after.path))))
    try:
        resolved(after.path, bounds)
        os.makedirs(os.path.dirname(after.path), exist_ok=True)
        if not before.entries and not os.path.exists(after.path):
            handle = os.open(after.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
            os.close(handle)
            write(after.path, b"", new, bounds)
        else:
            write(after.path, before.text.encode("utf-8"), new, bounds)
    except OutOfBounds as error:
        raise DataError(f"{after.path}: {error.message}") from None
    except (OSError, NotWritten) as error:
        raise DataError(f"{after.path}: {error}") from None
    find_ledger.cache_clear()


def ledger_for(folder: str, root: str) -> str:
    """The path of the ledger for drafts in a folder.

    The nearest one in the folder or above it; else next to the config (``root``),
    else in the top folder of the git repository, else in the folder itself.
    """
    folder = os.path.abspath(folder)
    found = find_ledger(folder)
    return found or os.path.join(root or _repository(folder) or folder, *LEDGER)


def person(folder: str) -> str:
    """The user's name: as set in git, else the login name."""
    name, mail = (_git(folder, "config", key) for key in ("user.name", "user.email"))
    if name or mail:
        return f"{name} <{mail}>" if name and mail else name or mail
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        raise DataError('no user name; set it once: git config --global user.name "…"') from None


def _repository(folder: str) -> str:
    return _git(folder, "rev-parse", "--show-toplevel")


def _git(folder: str, *words: str) -> str:
    """The output of a git command; empty if it fails."""
    with suppress(OSError, subprocess.SubprocessError, UnicodeDecodeError):
        done = subprocess.run(
            [git_program(), *words], cwd=folder, capture_output=True, text=True, encoding="utf-8",
            timeout=10, check=False, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        return done.stdout.strip() if done.returncode == 0 else ""
    return ""
