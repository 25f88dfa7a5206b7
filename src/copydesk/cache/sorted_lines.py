"""A file of sorted lines, looked up in place."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from mmap import mmap


def packed(rows: Mapping[str, str]) -> bytes:
    """The lines of keys and values, sorted; neither may contain a tab or a line break."""
    lines = sorted((_bytes(key), _bytes(value)) for key, value in rows.items())
    return b"".join(b"%s\t%s\n" % line for line in lines)


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


class SortedLines:
    """A file of sorted lines ``key<TAB>value``, looked up in place.

    The file is mapped into memory on the first look-up; a look-up is a binary
    search, so the size of the file hardly matters.

    Args:
        path: a UTF-8 file with its lines sorted by code point; comment lines,
            which begin with ``#``, come first.
    """

    __slots__ = ("_data", "_path", "_start")

    def __init__(self, path: str) -> None:
        self._path = path
        self._data: mmap | bytes | None = None
        self._start = 0

    @classmethod
    def of(cls, data: bytes) -> SortedLines:
        """Lines that are in memory already, as ``packed`` makes them."""
        made = cls("")
        made._data = data
        return made

    def get(self, key: str) -> str:
        """The value of a key; empty if it is missing.

        Raises:
            OSError: the file cannot be read.
        """
        data = self._mapped()
        wanted = _bytes(key)
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

    def _mapped(self) -> mmap | bytes:
        if self._data is None:
            from mmap import ACCESS_READ, mmap

            with open(self._path, "rb") as handle:
                self._data = mmap(handle.fileno(), 0, access=ACCESS_READ)
            while self._data[self._start : self._start + 1] == b"#":
                self._start = self._data.find(b"\n", self._start) + 1
        return self._data
