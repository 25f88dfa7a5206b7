"""Compiled term tables, cached on disk under a digest of the packs."""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from operator import attrgetter

from copydesk.cache.tables import get_table, table_name
from copydesk.regexes.patterns import is_plain, wider
from copydesk.terms.table import TermTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copydesk.cache.blocks import Blocks
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
        count = sum(1 for _ in takewhile(attrgetter("own"), files))
        base = load_table(files[:count], cache) if 0 < count < len(files) else None
        rest = files if base is None else files[count:]
        found = get_table(name, cache, _opener(base), lambda: _compiled(rest, base))
        if not cache and len(_at_hand) < _MOST:
            _at_hand[name] = found
    return found


def _opener(base: TermTable | None) -> Callable[[bytes | Blocks], TermTable]:
    """What makes a table of its bytes: over that of our packs, if there are others."""
    if base is None:
        return TermTable
    from copydesk.terms.layered import OverTable

    return partial(OverTable, base=base)


def _compiled(files: Sequence[DataFile], base: TermTable | None) -> bytes:
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
    if all(map(is_plain, entry.match)):
        return entry._replace(timed=False)
    return entry._replace(quick=tuple(map(wider, entry.match)))
