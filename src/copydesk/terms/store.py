"""Compiled term tables, cached on disk under a digest of the packs."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from copydesk.cache.digest import blake2b
from copydesk.cache.files import read_sealed, write_sealed
from copydesk.model import __version__
from copydesk.regexes.patterns import is_plain
from copydesk.terms.table import TermTable, compile_packs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.files.data_file import DataFile
    from copydesk.terms.entry import Entry


_MOST = 4
_at_hand: dict[
    str, TermTable
] = {}  # tables built without a cache folder, by the digest of their packs


def load_table(files: Sequence[DataFile], cache: str) -> TermTable:
    """Get the compiled table of packs from the cache, or build and cache it.

    A cache that cannot be read or written costs time, never findings.

    Args:
        files: the packs, built-in ones first, the newsroom's last.
        cache: the folder for compiled tables; empty for none.

    Raises:
        DataError: a pack breaks the schema.
    """
    key = _key(files)
    path = os.path.join(cache, f"terms-{key}.bin") if cache else ""
    table = _mapped(path) if path else _at_hand.get(key)
    if table is None:
        data = _build(files)
        table = TermTable(data)
        if path:
            write_sealed(path, data)
        elif len(_at_hand) < _MOST:
            _at_hand[key] = table
    return table


def _build(files: Sequence[DataFile]) -> bytes:
    from copydesk.model.errors import DataError
    from copydesk.terms.pack import read_pack

    packs = []
    for file in files:
        try:
            text = file.content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise DataError(f"{file.path}:1: not UTF-8: {error.reason}") from None
        pack = read_pack(file.path, text)
        if file.own:
            pack = pack._replace(entries=tuple(map(_untimed, pack.entries)))
        packs.append(pack)
    return compile_packs(packs)


def _untimed(entry: Entry) -> Entry:
    """The entry, with no time limit on its patterns if ``re`` can read them."""
    return entry._replace(timed=not all(map(is_plain, entry.match)))


def _key(files: Sequence[DataFile]) -> str:
    digest = blake2b(digest_size=16)
    digest.update(f"{__version__} {sys.implementation.cache_tag} {sys.byteorder}".encode())
    for file in files:
        digest.update(f"\n{file.digest} {file.own} {file.path}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _mapped(path: str) -> TermTable | None:
    data = read_sealed(path)
    try:
        return TermTable(data) if data is not None else None
    except (ValueError, EOFError, TypeError):
        return None
