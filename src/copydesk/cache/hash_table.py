"""A hash table in one flat file, mapped into memory and looked up in place.

A look-up reads a slot, a key and its value and unpacks nothing else, so loading takes
as long for ten keys as for a hundred thousand.

Layout (in native byte order, because the cache is local): a header; the slots, each
with the offset of a row, or 0 if empty; the rows, each with the sizes of key and value
and then both; the records; their offsets; the rest. Values, records and the rest are
marshalled.
"""

from __future__ import annotations

import marshal
from struct import Struct
from zlib import crc32

from copydesk.cache.blocks import SHIFT, Blocks, Damaged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any, TypeVar

    _Place = TypeVar("_Place", bytes, int)

_HEADER = Struct("=8sIIIII")  # magic, slots, records, offset of their offsets, the rest, its size
_FORM = 4  # of marshal: every Python from 3.4 on reads it
_ROW = Struct("=HI")  # size of key, size of value
_PAIR = Struct("=II")  # where a record begins and ends


class HashTable:
    """Values by key, records by number, and one more value, the rest.

    If a block of it turns out to be damaged, its content is made anew; the caller does
    not notice.

    Args:
        data: the result of ``lay_out``, or a file with it, in blocks.
        magic: eight bytes that identify the kind of table.

    Attributes:
        rest: the value that is neither looked up by key nor by number.

    Raises:
        ValueError: the data are not such a table, or already damaged where they begin.
    """

    __slots__ = (
        "_blocks", "_check", "_count", "_data", "_magic", "_mask", "_records", "_slots", "rest"
    )  # fmt: skip

    def __init__(self, data: bytes | memoryview | Blocks, magic: bytes) -> None:
        self._magic = magic
        self._open(data)

    def _open(self, given: bytes | memoryview | Blocks) -> None:
        self._check: Callable[[int, int], None]  # of what is about to be read; raises Damaged
        self._blocks = given if isinstance(given, Blocks) else None
        self._data = data = given.data if isinstance(given, Blocks) else memoryview(given)
        if len(data) < _HEADER.size:
            raise ValueError("not such a table")
        self._check = _unchecked if self._blocks is None else self._blocks.check
        self._check(0, _HEADER.size)
        magic, slots, self._count, records, rest, size = _HEADER.unpack_from(data)
        if magic != self._magic:
            raise ValueError("not such a table")
        if rest + size != len(data):
            raise ValueError("the table is cut short")
        self._check(rest, len(data))
        self._mask = slots - 1
        self._slots = data[_HEADER.size : _HEADER.size + 4 * slots].cast("I")
        self._records = records
        self.rest: Any = marshal.loads(data[rest:])

    def __len__(self) -> int:
        """The number of records."""
        return int(self._count)

    def known(self, keys: Iterable[str]) -> list[str]:
        """The keys whose slot is taken; most other keys are ruled out here."""
        keys, mask = list(keys), self._mask
        places = [crc32(key.encode("utf-8", "surrogatepass")) & mask for key in keys]
        try:
            self._check_slots(places)
        except Damaged:
            self._mend()
        slots = self._slots
        return [key for key, place in zip(keys, places, strict=True) if slots[place]]

    def get(self, key: str) -> Any:
        """The value of a key; None if it is missing."""
        return self._whole(self._get, key.encode("utf-8", "surrogatepass"))

    def record(self, number: int) -> Any:
        """The record with a number, from 0."""
        return self._whole(self._record, number)

    def _whole(self, read: Callable[[_Place], Any], place: _Place) -> Any:
        """What is read; if a block turns out to be damaged, it is read again from a new table."""
        try:
            return read(place)
        except Damaged:
            self._mend()
            return read(place)

    def _get(self, raw: bytes) -> Any:
        data, check = self._data, self._check
        slot = crc32(raw) & self._mask
        while True:
            check(_HEADER.size + 4 * slot, _HEADER.size + 4 * slot + 4)
            offset = self._slots[slot]
            if not offset:
                return None
            begin = offset + _ROW.size
            check(offset, begin)
            size, length = _ROW.unpack_from(data, offset)
            check(begin, begin + size + length)
            if data[begin : begin + size] == raw:
                return marshal.loads(data[begin + size : begin + size + length])
            slot = (slot + 1) & self._mask

    def _record(self, number: int) -> Any:
        where = self._records + 4 * number
        self._check(where, where + 8)
        begin, end = _PAIR.unpack_from(self._data, where)
        self._check(begin, end)
        return marshal.loads(self._data[begin:end])

    def _check_slots(self, places: Iterable[int]) -> None:
        blocks = self._blocks
        if blocks is None:
            return
        seen = blocks.seen
        for number in {(place + _HEADER.size // 4) >> (SHIFT - 2) for place in places}:
            if not seen[number]:
                blocks.check_block(number)

    def _mend(self) -> None:
        """Go on with content that is made anew, as a block is damaged."""
        assert self._blocks is not None
        if self._blocks.again is None:
            raise Damaged("the table is damaged")
        self._open(self._blocks.again())


def _unchecked(begin: int, end: int) -> None:
    """What is not in blocks has been checked as a whole."""


def lay_out(
    magic: bytes, values: Mapping[str, Any], records: Sequence[Any], rest: Any, room: int
) -> bytes:
    """Build a table for ``HashTable``, as bytes.

    Args:
        magic: eight bytes that identify the kind of table.
        values: by key, plain values that ``marshal`` can write.
        records: plain values, looked up by number.
        rest: a plain value, unpacked when the table is opened.
        room: the least number of slots per key.
    """
    slots = 8
    while slots < room * len(values):
        slots *= 2
    table = [0] * slots
    out = bytearray(_HEADER.size + 4 * slots)
    for key in sorted(values):
        raw, value = key.encode("utf-8", "surrogatepass"), _dumped(values[key])
        slot = crc32(raw) & (slots - 1)
        while table[slot]:
            slot = (slot + 1) & (slots - 1)
        table[slot] = len(out)
        out += _ROW.pack(len(raw), len(value)) + raw + value
    where = _add_records(out, records)
    packed = _dumped(rest)
    head = _HEADER.pack(magic, slots, len(records), where, len(out), len(packed))
    out[: _HEADER.size] = head
    out[_HEADER.size : _HEADER.size + 4 * slots] = Struct(f"={slots}I").pack(*table)
    return bytes(out + packed)


def _add_records(out: bytearray, records: Iterable[Any]) -> int:
    """Append records and then their offsets; returns where the offsets begin."""
    offsets = []
    for record in records:
        offsets.append(len(out))
        out += _dumped(record)
    offsets.append(len(out))
    out += b"\0" * (-len(out) % 4)
    where = len(out)
    out += Struct(f"={len(offsets)}I").pack(*offsets)
    return where


def _dumped(value: Any) -> bytes:
    """A value as bytes, the same ones whatever else refers to parts of it.

    ``marshal`` marks what more than one name refers to, which of a fresh copy only that does
    which is in it twice.
    """
    return marshal.dumps(marshal.loads(marshal.dumps(value, _FORM)), _FORM)
