"""Compiled tables: those that came with copydesk, else those in the cache."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypeVar

from copydesk.cache.digest import digest
from copydesk.cache.files import read_sealed, write_sealed
from copydesk.model import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_Table = TypeVar("_Table")
SHIPPED = os.path.join(os.path.dirname(os.path.dirname(__file__)), "compiled")
"""The folder of the tables that a wheel holds; a checkout has none."""


def table_name(kind: str, parts: Iterable[str]) -> str:
    """The file name of a compiled table.

    It is the same under every version of Python, so that a wheel can hold the table.

    Args:
        kind: ``terms`` or ``facts``.
        parts: what identifies the files the table is compiled from.
    """
    marks = (__version__, sys.byteorder, *parts)
    key = digest(*(mark.encode("utf-8", "surrogateescape") for mark in marks))
    return f"{kind}-{key.hex()}.bin"


def find_table(name: str, cache: str, table: Callable[[memoryview], _Table]) -> _Table | None:
    """A compiled table; None if there is none, or only a damaged or outdated one.

    Args:
        name: as ``table_name`` returns it.
        cache: the cache folder; empty for none.
        table: makes a table of its bytes.
    """
    for folder in (SHIPPED, cache):
        data = read_sealed(os.path.join(folder, name)) if folder else None
        if data is not None:
            try:
                return table(data)
            except (ValueError, EOFError, TypeError):
                continue
    return None


def get_table(
    name: str, cache: str, table: Callable[[bytes | memoryview], _Table], build: Callable[[], bytes]
) -> _Table:
    """Get a compiled table as ``find_table`` does, or build it now and keep it in the cache.

    A cache that cannot be read or written costs time, never findings.

    Args:
        name: as ``table_name`` returns it.
        cache: the cache folder; empty for none.
        table: makes a table of its bytes.
        build: compiles the bytes of the table.
    """
    found = find_table(name, cache, table)
    if found is None:
        data = build()
        if cache:
            write_sealed(os.path.join(cache, name), data)
        found = table(data)
    return found
