"""The compiled term table: a hash table in one flat file, looked up in place.

The file is mapped into memory and never unpacked: a look-up touches a slot, a
key and the postings of that word. So start-up costs the same for ten entries
and for a hundred thousand, and a text costs by its words and hits.

Layout (native byte order, the cache is local): a header, the slots (offsets of
postings, 0 for empty), the records, and the offsets of the entries.
"""

from __future__ import annotations

import marshal
from struct import Struct
from typing import TYPE_CHECKING, Any, NamedTuple
from zlib import crc32

from copydesk.document.words import plain, word_keys
from copydesk.model.errors import DataError
from copydesk.model.findings import Severity
from copydesk.model.style import StyleInfo
from copydesk.terms.entry import Entry, Header

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.terms.pack import Pack

_HEADER = Struct("=8sIIIIII")  # magic, slots, their offset, entries, their offset, meta, its size
_MAGIC = b"cdterms8"
# Words of which every story holds many.
_COMMON_WORDS = """
the of and to in that for is on was with as he it at by from his be has have had not are were
will would said they their who which this but an its been after more about when there than she
her him them also into other out up over could because before some
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_MOST_KEPT = 8192  # words and entries that are kept unpacked, for the drafts that follow
_RECORD = Struct("=HI")  # size of key, size of postings


class Posting(NamedTuple):
    """A form that holds the word looked up.

    ``offset`` is where in ``form`` the word begins. A form that is a ``need``
    is one that the entry's patterns need: in any case, if it is in lower case.
    ``low`` is the form in lower case, which a text in lower case must hold; empty
    where that is not sure, as with letters beyond ASCII.
    """

    entry: int
    form: str
    offset: int
    need: bool
    low: str

    @classmethod
    def of(cls, entry: int, form: str, offset: int, need: bool) -> Posting:
        """A posting as the table holds it."""
        return cls(entry, form, offset, need, form.lower() if form.isascii() else "")


class TermTable:
    """All terms of all packs, compiled.

    Args:
        data: what ``compile_packs`` gave, or a memory map of it.

    Raises:
        ValueError: the data are not such a table.
    """

    def __init__(self, data: Any) -> None:
        self._data = memoryview(data)
        if len(self._data) < _HEADER.size or bytes(self._data[:8]) != _MAGIC:
            raise ValueError("not a term table")
        _, slots, at, self._count, entries, meta, size = _HEADER.unpack_from(self._data)
        if meta + size != len(self._data):
            raise ValueError("term table is cut short")
        self._mask = slots - 1
        self._slots = self._data[at : at + 4 * slots].cast("I")
        self._entries = self._data[entries : entries + 4 * (self._count + 1)].cast("I")
        self._postings: dict[str, list[Posting]] = {}
        self._kept: dict[int, Entry] = {}
        self._needles: list[tuple[str, int]]
        self._headers, self._needles, self._styles, self._used = marshal.loads(self._data[meta:])

    def __len__(self) -> int:
        return int(self._count)

    @property
    def headers(self) -> list[Header]:
        """The rules that packs define, sorted by id."""
        return [Header(row[0], Severity(row[1]), *row[2:]) for row in self._headers]

    @property
    def styles(self) -> list[StyleInfo]:
        """The house styles that packs belong to, in the order of the packs."""
        return [StyleInfo(*row) for row in self._styles]

    @property
    def used(self) -> dict[str, str]:
        """The rules that entries belong to, each with the first place that says so."""
        return dict(self._used)

    @property
    def needles(self) -> Sequence[tuple[str, int]]:
        """Literal stretches that are no whole words, with their entries."""
        return self._needles

    def known(self, words: Iterable[str]) -> list[str]:
        """Those of the lower-case words whose slot is taken: most words end here."""
        slots, mask = self._slots, self._mask
        return [
            word for word in words if slots[crc32(word.encode("utf-8", "surrogatepass")) & mask]
        ]

    def postings(self, word: str) -> list[Posting]:
        """The forms that hold that lower-case word."""
        kept = self._postings.get(word)
        if kept is None:
            if len(self._postings) > _MOST_KEPT:
                self._postings.clear()
            kept = self._postings[word] = self._looked_up(word)
        return kept

    def _looked_up(self, word: str) -> list[Posting]:
        key = word.encode("utf-8", "surrogatepass")
        slot = crc32(key) & self._mask
        while offset := self._slots[slot]:
            size, length = _RECORD.unpack_from(self._data, offset)
            begin = offset + _RECORD.size
            if self._data[begin : begin + size] == key:
                rows = marshal.loads(self._data[begin + size : begin + size + length])
                return [Posting.of(*row) for row in rows]
            slot = (slot + 1) & self._mask
        return []

    def entry(self, index: int) -> Entry:
        """The entry of that number."""
        kept = self._kept.get(index)
        if kept is None:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            start, end = self._entries[index], self._entries[index + 1]
            kept = self._kept[index] = Entry(*marshal.loads(self._data[start:end]))
        return kept

    def entries(self) -> Iterable[Entry]:
        """All entries, in the order of the packs."""
        return map(self.entry, range(self._count))


def compile_packs(packs: Iterable[Pack]) -> bytes:
    """The term table for these packs, as bytes.

    Where two packs avoid the same form under the same rule and style, the later
    pack counts: a newsroom's list comes after ours.

    Raises:
        DataError: a pattern is wrong, or has nothing literal to look for.
    """
    packs = list(packs)
    entries = _without_overridden([entry for pack in packs for entry in pack.entries])
    postings: dict[str, list[tuple[int, str, int, bool]]] = {}
    needles: list[tuple[str, int]] = []
    for index, entry in enumerate(entries):
        _index_entry(index, entry, postings, needles)
    headers = {pack.header.id: pack.header for pack in packs if pack.header is not None}
    rows = [(h.id, int(h.severity), *h[2:]) for _, h in sorted(headers.items())]
    styles = [tuple(pack.style) for pack in packs if pack.style.name]
    used: dict[str, str] = {}
    for entry in entries:
        used.setdefault(entry.rule, f"{entry.pack}:{entry.line}")
    meta = (rows, sorted(needles), styles, sorted(used.items()))
    return _lay_out(postings, [tuple(entry) for entry in entries], meta)


def _without_overridden(entries: list[Entry]) -> list[Entry]:
    """The entries less the forms that a later one speaks of again."""
    from copydesk.terms import literals

    last: dict[tuple[str, str, str], str] = {}
    for entry in entries:
        for form in entry.avoid:
            last[(entry.rule, entry.style, form)] = entry.pack
    kept = []
    for entry in entries:
        avoid = tuple(
            form for form in entry.avoid if last[(entry.rule, entry.style, form)] == entry.pack
        )
        if avoid or entry.match:
            widths = tuple(literals.widths(pattern) for pattern in entry.match)
            kept.append(entry._replace(avoid=avoid, widths=widths))
    return kept


def _index_entry(
    index: int,
    entry: Entry,
    postings: dict[str, list[tuple[int, str, int, bool]]],
    needles: list[tuple[str, int]],
) -> None:
    for form in entry.avoid:
        _index_form(index, plain(form), postings, needles)
    for pattern in entry.match:
        _try_pattern(entry, pattern)
    if entry.match:
        for need, is_whole in _needs(entry):
            if is_whole:
                _index_form(index, need, postings, needles, need=True)
            else:
                needles.append((need, index))


def _index_form(
    index: int,
    form: str,
    postings: dict[str, list[tuple[int, str, int, bool]]],
    needles: list[tuple[str, int]],
    *,
    need: bool = False,
) -> None:
    """File a form under its longest word; under a common one only if it has no other."""
    words = word_keys(form)
    if not words:
        needles.append((form, index))
        return
    offset, word = max(words, key=lambda item: (_is_rare(item[1]), len(item[1])))
    postings.setdefault(word, []).append((index, form, offset, need))


def _is_rare(word: str) -> bool:
    """Whether few stories hold many of a word; short ones may be parts of words: n't."""
    return len(word) > 2 and word not in _COMMON


def _needs(entry: Entry) -> list[tuple[str, bool]]:
    """What the patterns need, one of them; True for whole words, False for stretches."""
    if entry.needs:
        return [(plain(need), True) for need in entry.needs]
    from copydesk.terms import literals

    found: list[tuple[str, bool]] = []
    for pattern in entry.match:
        words, stretches = literals.needed(pattern)
        if not words and not stretches:
            raise DataError(
                f"{entry.pack}:{entry.line}: the pattern {pattern!r} has no word that "
                'must occur; say which words it needs: needs = ["…"]'
            )
        found += [(word, True) for word in words] + [(text, False) for text in stretches]
    return found


def _try_pattern(entry: Entry, pattern: str) -> None:
    import regex

    try:
        regex.compile(pattern)
    except regex.error as error:
        raise DataError(
            f"{entry.pack}:{entry.line}: the pattern {pattern!r} is wrong: {error}"
        ) from None


def _lay_out(
    postings: dict[str, list[tuple[int, str, int, bool]]],
    entries: list[tuple[Any, ...]],
    meta: Any,
) -> bytes:
    slots = 8
    while slots < 4 * len(postings):
        slots *= 2
    table = [0] * slots
    out = bytearray(_HEADER.size + 4 * slots)
    for word in sorted(postings):
        key = word.encode("utf-8", "surrogatepass")
        slot = crc32(key) & (slots - 1)
        while table[slot]:
            slot = (slot + 1) & (slots - 1)
        table[slot] = len(out)
        body = marshal.dumps(postings[word])
        out += _RECORD.pack(len(key), len(body)) + key + body
    offsets = []
    for row in entries:
        offsets.append(len(out))
        out += marshal.dumps(row)
    offsets.append(len(out))
    out += b"\0" * (-len(out) % 4)
    where = len(out)
    out += Struct(f"={len(offsets)}I").pack(*offsets)
    tail = marshal.dumps(meta)
    header = (_MAGIC, slots, _HEADER.size, len(entries), where, len(out), len(tail))
    out[: _HEADER.size] = _HEADER.pack(*header)
    out[_HEADER.size : _HEADER.size + 4 * slots] = Struct(f"={slots}I").pack(*table)
    return bytes(out + tail)
