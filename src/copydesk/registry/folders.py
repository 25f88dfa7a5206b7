"""The folders that rules and plugins come from, and the state of the files in them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from copydesk.files.bounds import repository_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def files_below(folder: str) -> Iterable[tuple[str, int, int]]:
    """Path, modification time (nanoseconds) and size (bytes) of all files below a folder.

    Raises:
        OSError: a folder or a file cannot be read.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from files_below(entry.path)
            else:
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size


def plugin_folders() -> list[str]:
    """The folders on the import path that plugins may come from; never the checkout.

    The current repository, or the current folder outside a repository, is not
    trusted: it contains whatever its authors put there. The exception is the
    installation of the running Python, such as a virtual environment in the checkout.
    """
    try:
        here = os.getcwd()
    except OSError:  # the folder is gone
        return list(dict.fromkeys(filter(None, sys.path)))
    checkout = os.path.join(repository_of(here) or here, "")
    own = [os.path.join(one, "") for one in (sys.prefix, sys.base_prefix)]
    own = [one for one in own if not checkout.startswith(one)]
    found = []
    for folder in dict.fromkeys(sys.path):
        place = os.path.join(os.path.abspath(folder), "")
        if not place.startswith(checkout) or any(map(place.startswith, own)):
            found.append(folder)
    return found
