"""Compiled tables: those that came with copydesk, else those in the cache."""

from __future__ import annotations

import os
import sys
from functools import partial

from copydesk.cache.blocks import open_blocks, read_blocks
from copydesk.cache.digest import digest
from copydesk.cache.files import write_blocks
from copydesk.model import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    from copydesk.cache.blocks import Blocks

    _Table = TypeVar("_Table")

SHIPPED = os.path.join(os.path.dirname(os.path.dirname(__file__)), "compiled")
"""The folder of the tables that a wheel holds; a checkout has none."""
_FORM = "2"  # the version of how they are stored


def table_name(kind: str, parts: Iterable[str]) -> str:
    """The file name of a compiled table.

    It is the same under every version of Python, so that a wheel can hold the table.

    Args:
        kind: ``terms`` or ``facts``.
        parts: what identifies the files the table is compiled from.
    """
    marks = (__version__, _FORM, sys.byteorder, *parts)
    key = digest(*(mark.encode("utf-8", "surrogateescape") for mark in marks))
    return f"{kind}-{key.hex()}.bin"


def get_table(
    name: str,
    cache: str,
    table: Callable[[bytes | Blocks], _Table],
    build: Callable[[], bytes],
) -> _Table:
    """Get a compiled table, or build it now and keep it in the cache.

    A cache that cannot be read or written costs time, never findings. If a block turns
    out to be damaged later, the table's content is made anew in the same way.

    Args:
        name: as ``table_name`` returns it.
        cache: the cache folder; empty for none.
        table: makes a table of its bytes.
        build: compiles the bytes of the table.
    """
    for folder in (SHIPPED, cache):
        blocks = open_blocks(os.path.join(folder, name)) if folder else None
        if blocks is not None:
            blocks.again = partial(_again, name, cache, build)
            try:
                return table(blocks)
            except (ValueError, EOFError, TypeError):
                continue
    return table(_built(name, cache, build))


def _again(name: str, cache: str, build: Callable[[], bytes]) -> bytes | memoryview:
    """The content of a table that is damaged: from the cache if it is whole there, else built."""
    whole = read_blocks(os.path.join(cache, name)) if cache else None
    return _built(name, cache, build) if whole is None else whole


def _built(name: str, cache: str, build: Callable[[], bytes]) -> bytes:
    data = build()
    if cache:
        write_blocks(os.path.join(cache, name), data)
    return data
