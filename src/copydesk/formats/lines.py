"""Lines and columns as counted by git and by tools that read bytes."""

from __future__ import annotations

import re
from bisect import bisect_right

_MARK_BYTES = 3  # length of a byte order mark in UTF-8
_STRIDE = 1024  # characters


class ByteLines:
    """Converts offsets of a source to lines, which end at LF, and columns in bytes.

    Args:
        source: the decoded file, without a byte order mark.
        marked: whether the file begins with a byte order mark, which then
            counts towards the columns of the first line.
    """

    def __init__(self, source: str, marked: bool) -> None:
        self.source = source
        self._starts = [0, *(match.end() for match in re.finditer("\n", source))]
        self._before = _MARK_BYTES if marked else 0
        self._bytes = [0]  # bytes before every _STRIDE-th character
        for at in range(0, len(source), _STRIDE):
            self._bytes.append(self._bytes[-1] + _size(source[at : at + _STRIDE]))

    def range(self, start: int, end: int) -> dict[str, dict[str, int]]:
        """Both ends of a range; the end is just after its last character."""
        return {"start": self._position(start), "end": self._position(end)}

    def _position(self, offset: int) -> dict[str, int]:
        line = bisect_right(self._starts, offset)
        column = self._bytes_at(offset) - self._bytes_at(self._starts[line - 1]) + 1
        return {"line": line, "column": column + (self._before if line == 1 else 0)}

    def _bytes_at(self, offset: int) -> int:
        at = offset // _STRIDE
        return self._bytes[at] + _size(self.source[at * _STRIDE : offset])


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
