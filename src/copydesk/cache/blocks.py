"""A large file of the cache in blocks, each of which is checked when it is first touched.

The content is followed by a checksum of each block, the size of the content, and a
checksum of the name and of all of these. So opening a file takes nearly as long for a
hundred thousand terms as for a thousand, and what is read was checked before.
"""

from __future__ import annotations

import os
from struct import Struct
from zlib import crc32

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

SHIFT = 10
_BLOCK = 1 << SHIFT  # bytes
_END = Struct("=QI")  # size of the content, checksum


class Damaged(ValueError):
    """A block is not as it was written."""


class Blocks:
    """The content of a file, and which of its blocks have been checked.

    Args:
        data: the content.
        sums: the checksum of each block.

    Attributes:
        data: the content; only what ``check`` has passed may be used.
        seen: for each block, whether it has been checked.
        again: makes the content anew when a block is damaged.
    """

    __slots__ = ("_sums", "again", "data", "seen")

    def __init__(self, data: memoryview, sums: memoryview) -> None:
        self.data = data
        self._sums = sums
        self.seen = bytearray(len(sums))
        self.again: Callable[[], bytes | memoryview] | None = None

    def check(self, begin: int, end: int) -> None:
        """Check the blocks from one offset to another, those that have not been checked.

        Raises:
            Damaged: a block is not as it was written.
        """
        seen = self.seen
        number, last = begin >> SHIFT, (end - 1) >> SHIFT
        while number <= last:
            if not seen[number]:
                self.check_block(number)
            number += 1

    def check_block(self, number: int) -> None:
        """Check one block.

        Raises:
            Damaged: it is not as it was written.
        """
        start = number << SHIFT
        if crc32(self.data[start : start + _BLOCK]) != self._sums[number]:
            raise Damaged("a block of the table is damaged")
        self.seen[number] = 1


def with_checksums(path: str, data: bytes) -> bytes:
    """The content of a file, with the checksums that ``open_blocks`` expects."""
    starts = range(0, len(data), _BLOCK)
    view = memoryview(data)
    sums = [crc32(view[start : start + _BLOCK]) for start in starts]
    packed = Struct(f"={len(sums)}I").pack(*sums)
    return b"".join((data, packed, _END.pack(len(data), _sum(path, packed, len(data)))))


def open_blocks(path: str) -> Blocks | None:
    """Map a file of blocks into memory; None if it is missing, cut short or renamed.

    No block is checked yet, only the list of their checksums.
    """
    from mmap import ACCESS_READ, mmap

    try:
        with open(path, "rb") as handle:
            data = memoryview(mmap(handle.fileno(), 0, access=ACCESS_READ))
    except (OSError, ValueError):
        return None
    end = len(data) - _END.size
    if end < 0:
        return None
    size, seal = _END.unpack_from(data, end)
    sums = data[size:end]
    if len(sums) != 4 * -(-size // _BLOCK) or _sum(path, sums, size) != seal:
        return None
    return Blocks(data[:size], sums.cast("I"))


def read_blocks(path: str) -> memoryview | None:
    """The whole content of a file of blocks; None if it is missing, damaged or renamed."""
    found = open_blocks(path)
    if found is None:
        return None
    try:
        found.check(0, len(found.data))
    except Damaged:
        return None
    return found.data


def _sum(path: str, sums: bytes | memoryview, size: int) -> int:
    name = os.path.basename(path).encode("utf-8", "surrogateescape")
    return crc32(size.to_bytes(8, "little"), crc32(sums, crc32(name)))
