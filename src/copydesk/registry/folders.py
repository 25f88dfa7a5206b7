"""The folders that rules and plugins come from, and what tells whether files there changed."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from copydesk.files.bounds import repository_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def files_below(folder: str) -> Iterable[tuple[str, int, int]]:
    """Name, time (nanoseconds) and size (bytes) of the files in a folder and in those below.

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
    """The folders on the import path that plugins may come from: never the checkout.

    What lies in the repository at hand, or in the current folder where there is
    none, is prose of whoever sent it; only the folders of the Python that runs (a
    virtual environment may lie there) count as installed.
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
