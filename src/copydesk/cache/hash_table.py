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
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_HEADER = Struct("=8sIIIII")  # magic, slots, records, offset of their offsets, the rest, its size
_FORM = 4  # of marshal: every Python from 3.4 on reads it
_ROW = Struct("=HI")  # size of key, size of value


class HashTable:
    """Values by key, records by number, and one more value, the rest.

    Args:
        data: the result of ``lay_out``, or a memory map of it.
        magic: eight bytes that identify the kind of table.

    Attributes:
        rest: the value that is neither looked up by key nor by number.

    Raises:
        ValueError: the data are not such a table.
    """

    __slots__ = ("_count", "_data", "_mask", "_records", "_slots", "rest")

    def __init__(self, data: Any, magic: bytes) -> None:
        self._data = memoryview(data)
        if len(self._data) < _HEADER.size or bytes(self._data[:8]) != magic:
            raise ValueError("not such a table")
        _, slots, self._count, records, rest, size = _HEADER.unpack_from(self._data)
        if rest + size != len(self._data):
            raise ValueError("the table is cut short")
        self._mask = slots - 1
        self._slots = self._data[_HEADER.size : _HEADER.size + 4 * slots].cast("I")
        self._records = self._data[records : records + 4 * (self._count + 1)].cast("I")
        self.rest: Any = marshal.loads(self._data[rest:])

    def __len__(self) -> int:
        """The number of records."""
        return int(self._count)

    def known(self, keys: Iterable[str]) -> list[str]:
        """The keys whose slot is taken; most other keys are ruled out here."""
        slots, mask = self._slots, self._mask
        return [key for key in keys if slots[crc32(key.encode("utf-8", "surrogatepass")) & mask]]

    def get(self, key: str) -> Any:
        """The value of a key; None if it is missing."""
        data, raw = self._data, key.encode("utf-8", "surrogatepass")
        slot = crc32(raw) & self._mask
        while offset := self._slots[slot]:
            size, length = _ROW.unpack_from(data, offset)
            begin = offset + _ROW.size
            if data[begin : begin + size] == raw:
                return marshal.loads(data[begin + size : begin + size + length])
            slot = (slot + 1) & self._mask
        return None

    def record(self, number: int) -> Any:
        """The record with a number, from 0."""
        return marshal.loads(self._data[self._records[number] : self._records[number + 1]])


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
        raw, value = key.encode("utf-8", "surrogatepass"), marshal.dumps(values[key], _FORM)
        slot = crc32(raw) & (slots - 1)
        while table[slot]:
            slot = (slot + 1) & (slots - 1)
        table[slot] = len(out)
        out += _ROW.pack(len(raw), len(value)) + raw + value
    where = _add_records(out, records)
    packed = marshal.dumps(rest, _FORM)
    head = _HEADER.pack(magic, slots, len(records), where, len(out), len(packed))
    out[: _HEADER.size] = head
    out[_HEADER.size : _HEADER.size + 4 * slots] = Struct(f"={slots}I").pack(*table)
    return bytes(out + packed)


def _add_records(out: bytearray, records: Iterable[Any]) -> int:
    """Append records and then their offsets; returns where the offsets begin."""
    offsets = []
    for record in records:
        offsets.append(len(out))
        out += marshal.dumps(record, _FORM)
    offsets.append(len(out))
    out += b"\0" * (-len(out) % 4)
    where = len(out)
    out += Struct(f"={len(offsets)}I").pack(*offsets)
    return where
