"""The folders that rules and plugins come from, and the state of the files in them."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
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
    """The folders on the import path that plugins may come from: those packages are installed in.

    Whatever else is on the import path, such as the current folder or what ``PYTHONPATH``
    names, may belong to the authors of the repository that is checked.
    """
    installed = set(map(os.path.realpath, _site_folders()))
    return [one for one in dict.fromkeys(sys.path) if one and os.path.realpath(one) in installed]


def _site_folders() -> Iterable[str]:
    import site

    yield from site.getsitepackages()
    if site.ENABLE_USER_SITE:
        yield site.getusersitepackages()
