"""Data files of rules: TOML, parsed once and then read from the cache."""

from __future__ import annotations

import os
import sys
from zlib import crc32

from copydesk.cache.files import read_kept, write_kept
from copydesk.cache.folder import cache_folder
from copydesk.model import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def read_toml(path: str) -> dict[str, Any]:
    """Read a TOML file of tables, arrays, strings, numbers and booleans.

    Parsing takes twenty times as long as reading the cached data, which is valid
    as long as the file's size and modification time are the same.

    Args:
        path: the file; it must not contain dates or times (write them as strings).

    Raises:
        OSError: it cannot be read.
        tomllib.TOMLDecodeError: it is not TOML.
    """
    status = os.stat(path)
    state = (__version__, os.path.abspath(path), status.st_mtime_ns, status.st_size)
    folder = cache_folder()
    name = f"data-{crc32(state[1].encode('utf-8', 'surrogateescape')):08x}"
    kept = os.path.join(folder, f"{name}-{sys.implementation.cache_tag}.bin")
    data: dict[str, Any] | None = read_kept(kept, state) if folder else None
    if data is None:
        import tomllib

        with open(path, "rb") as handle:
            data = tomllib.load(handle)
        if folder:
            write_kept(kept, state, data)
    return data
