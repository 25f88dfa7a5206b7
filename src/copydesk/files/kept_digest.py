"""The digest of a large file of the newsroom, kept so that not every start reads the file."""

from __future__ import annotations

import os
import time

from copydesk.cache.digest import digest_of
from copydesk.cache.files import read_kept, write_kept
from copydesk.cache.folder import cache_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_LEAST = 100_000  # bytes; a smaller file is read in less time than its digest is found
_SETTLED = 2 * 10**9  # nanoseconds: a file that changed just now may change again at the same time


def kept_digest(file: str, content: Callable[[], bytes]) -> str:
    """The digest of a file's content, in hexadecimal digits.

    It is taken from the cache as long as the file's times, size and identity are the same.

    Args:
        file: its path.
        content: reads it.

    Raises:
        OSError: there is no such file.
    """
    state = _state(file)
    folder = cache_folder() if state[-1] >= _LEAST else ""
    if not folder:
        return digest_of(content()).hex()
    name = digest_of(os.fsencode(state[0])).hex()
    path = os.path.join(folder, f"digest-{name}.bin")
    if (known := read_kept(path, state)) is not None:
        return str(known)
    found = digest_of(content()).hex()
    if time.time_ns() - max(state[1:3]) > _SETTLED and _state(file) == state:
        write_kept(path, state, found)
    return found


def _state(file: str) -> tuple[str, int, int, int, int, int]:
    """What changes when a file changes: its path, its times, its identity and its size."""
    found = os.stat(file)
    return (
        os.path.abspath(file), found.st_mtime_ns, found.st_ctime_ns, found.st_dev, found.st_ino,
        found.st_size,
    )  # fmt: skip
