"""Data files of rules: TOML, parsed once and kept parsed in the cache."""

from __future__ import annotations

import marshal
import os
import sys
from typing import TYPE_CHECKING, Any
from zlib import crc32

from copydesk import __version__
from copydesk.cache_folder import cache_folder
from copydesk.files import read_sealed, write_sealed

if TYPE_CHECKING:
    from mmap import mmap


def read_toml(path: str) -> dict[str, Any]:
    """A TOML file as data: tables, arrays, texts, numbers and truth values.

    Parsing takes twenty times as long as reading what was kept of it; that
    holds while the file's size and time are the same.

    Args:
        path: the file, which must hold no dates or times (write them as texts).

    Raises:
        OSError: it cannot be read.
        tomllib.TOMLDecodeError: it is no TOML.
    """
    status = os.stat(path)
    state = (__version__, os.path.abspath(path), status.st_mtime_ns, status.st_size)
    folder = cache_folder()
    name = f"data-{crc32(state[1].encode('utf-8', 'surrogateescape')):08x}"
    kept = os.path.join(folder, f"{name}-{sys.implementation.cache_tag}.bin")
    data = _kept(kept, state) if folder else None
    if data is None:
        import tomllib

        with open(path, "rb") as handle:
            data = tomllib.load(handle)
        if folder:
            write_sealed(kept, marshal.dumps((state, data)))
    return data


def _kept(path: str, state: tuple[Any, ...]) -> dict[str, Any] | None:
    content = read_sealed(path)
    if content is None:
        return None
    try:
        told, data = marshal.loads(content)
    except (ValueError, EOFError, TypeError):
        return None
    return data if told == state else None


class SortedLines:
    """A file of sorted lines ``key<TAB>value``, looked up in place.

    The file is mapped into memory on the first look-up; a look-up is a
    bisection, so the size of the file hardly matters.

    Args:
        path: a UTF-8 file, its lines sorted by code point; lines that begin
            with ``#`` come first and do not count.
    """

    __slots__ = ("_data", "_path", "_start")

    def __init__(self, path: str) -> None:
        self._path = path
        self._data: mmap | None = None
        self._start = 0

    def get(self, key: str) -> str:
        """The value of a key, empty where there is none.

        Raises:
            OSError: the file cannot be read.
        """
        data = self._mapped()
        wanted = key.encode("utf-8", "surrogatepass")
        low, high = self._start, len(data)
        while low < high:
            middle = data.rfind(b"\n", self._start, (low + high) // 2) + 1 or self._start
            end = data.find(b"\n", middle)
            end = len(data) if end < 0 else end
            found, _, value = data[middle:end].partition(b"\t")
            if found == wanted:
                return value.decode()
            if found < wanted:
                low = end + 1
            else:
                high = middle
        return ""

    def _mapped(self) -> mmap:
        if self._data is None:
            from mmap import ACCESS_READ, mmap

            with open(self._path, "rb") as handle:
                self._data = mmap(handle.fileno(), 0, access=ACCESS_READ)
            while self._data[self._start : self._start + 1] == b"#":
                self._start = self._data.find(b"\n", self._start) + 1
        return self._data
