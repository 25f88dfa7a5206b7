"""Compiled term tables, cached on disk under a digest of the packs."""

from __future__ import annotations

import os
from itertools import takewhile
from operator import attrgetter
from typing import TYPE_CHECKING

from copydesk.cache.files import write_sealed
from copydesk.cache.tables import find_table, table_name
from copydesk.regexes.patterns import is_plain
from copydesk.terms.table import TermTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copydesk.files.data_file import DataFile
    from copydesk.terms.entry import Entry
    from copydesk.terms.pack import Pack


_MOST = 4
_at_hand: dict[str, TermTable] = {}  # tables built without a cache folder, by name


def load_table(files: Sequence[DataFile], cache: str) -> TermTable:
    """Get the compiled table of packs: shipped, from the cache, or compiled and cached now.

    A cache that cannot be read or written costs time, never findings.

    Args:
        files: the packs, built-in ones first, the newsroom's last.
        cache: the folder for compiled tables; empty for none.

    Raises:
        DataError: a pack breaks the schema.
    """
    name = table_name(
        "terms", (part for file in files for part in (file.digest, str(file.own), file.path))
    )
    found = _at_hand.get(name)
    if found is None:
        compiled, opened = _ways(files, cache)
        found = find_table(name, cache, opened)
        if found is None:
            data = compiled()
            found = opened(data)
            if cache:
                write_sealed(os.path.join(cache, name), data)
            elif len(_at_hand) < _MOST:
                _at_hand[name] = found
    return found


def _ways(
    files: Sequence[DataFile], cache: str
) -> tuple[Callable[[], bytes], Callable[[bytes | memoryview], TermTable]]:
    """How to compile these packs, and to open the table: over that of ours, if there are others."""
    ours = list(takewhile(attrgetter("own"), files))
    if not ours or len(ours) == len(files):
        return lambda: _compiled(files), TermTable
    from copydesk.terms.layered import OverTable

    base = load_table(ours, cache)
    return lambda: _compiled(files[len(ours) :], base), lambda data: OverTable(data, base)


def _compiled(files: Sequence[DataFile], base: TermTable | None = None) -> bytes:
    from copydesk.terms.compile import compile_over, compile_packs

    packs = map(_pack, files)
    return compile_packs(packs) if base is None else compile_over(base, packs)


def _pack(file: DataFile) -> Pack:
    from copydesk.model.errors import DataError
    from copydesk.terms.pack import read_pack

    try:
        text = file.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{file.path}:1: not UTF-8: {error.reason}") from None
    pack = read_pack(file.path, text)
    return pack._replace(entries=tuple(map(_untimed, pack.entries))) if file.own else pack


def _untimed(entry: Entry) -> Entry:
    """The entry, with no time limit on its patterns if ``re`` can read them."""
    return entry._replace(timed=not all(map(is_plain, entry.match)))
