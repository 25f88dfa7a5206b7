"""The files in a folder and in the folders below, with what tells whether they have changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

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
