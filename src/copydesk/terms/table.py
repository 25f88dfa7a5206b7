"""The compiled term table: postings by word, entries by number, in one mapped hash table.

Start-up takes as long for ten entries as for a hundred thousand; the time for a text
depends on its words and hits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from copydesk.cache.hash_table import HashTable, lay_out
from copydesk.document.words import plain, word_keys
from copydesk.model.errors import DataError
from copydesk.model.findings import Severity
from copydesk.model.style import StyleInfo
from copydesk.terms.entry import Entry, Header

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.terms.pack import Pack

_MAGIC = b"cdterms9"
_ROOM = 4  # slots per word: so many that most words of a text find an empty one
# Words that are frequent in every story.
_COMMON_WORDS = """
the of and to in that for is on was with as he it at by from his be has have had not are were
will would said they their who which this but an its been after more about when there than she
her him them also into other out up over could because before some
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_MOST_KEPT = 8192  # words and entries kept unpacked for the next drafts


class Posting(NamedTuple):
    """A form that contains the word looked up.

    ``offset`` is where the word begins in ``form``. If ``need`` is true, the entry's
    patterns need the form; in lower case it matches any case. ``low`` is the form in
    lower case, which the text in lower case must contain; empty if that is not
    certain, as with letters beyond ASCII.
    """

    entry: int
    form: str
    offset: int
    need: bool
    low: str

    @classmethod
    def of(cls, entry: int, form: str, offset: int, need: bool) -> Posting:
        """Build a posting from the fields stored in the table."""
        return cls(entry, form, offset, need, form.lower() if form.isascii() else "")


class TermTable:
    """All terms of all packs, compiled.

    Args:
        data: the result of ``compile_packs``, or a memory map of it.

    Attributes:
        known: a function that keeps those lower-case words that may have postings.

    Raises:
        ValueError: the data are not a term table.
    """

    def __init__(self, data: Any) -> None:
        self._table = HashTable(data, _MAGIC)
        self.known = self._table.known
        self._postings: dict[str, list[Posting]] = {}
        self._kept: dict[int, Entry] = {}
        self._needles: list[tuple[str, int]]
        self._headers, self._needles, self._styles, self._used = self._table.rest

    def __len__(self) -> int:
        return len(self._table)

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
        """The rules that entries belong to, each with the place of its first entry."""
        return dict(self._used)

    @property
    def needles(self) -> Sequence[tuple[str, int]]:
        """Literals that contain no whole word, with the numbers of their entries."""
        return self._needles

    def postings(self, word: str) -> list[Posting]:
        """The forms that contain a lower-case word."""
        kept = self._postings.get(word)
        if kept is None:
            if len(self._postings) > _MOST_KEPT:
                self._postings.clear()
            rows = self._table.get(word) or ()
            kept = self._postings[word] = [Posting.of(*row) for row in rows]
        return kept

    def entry(self, index: int) -> Entry:
        """The entry with a number."""
        kept = self._kept.get(index)
        if kept is None:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            kept = self._kept[index] = Entry(*self._table.record(index))
        return kept

    def entries(self) -> Iterable[Entry]:
        """All entries, in the order of the packs."""
        return map(self.entry, range(len(self)))


def compile_packs(packs: Iterable[Pack]) -> bytes:
    """Compile packs into a term table, as bytes.

    If two packs avoid the same form under the same rule and style, the later one
    wins: a newsroom's list comes after the built-in ones.

    Raises:
        DataError: a pattern is invalid, or has no literal to look for.
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
    return lay_out(_MAGIC, postings, [tuple(entry) for entry in entries], meta, _ROOM)


def _without_overridden(entries: list[Entry]) -> list[Entry]:
    """The entries without the forms that an entry of a later pack also avoids."""
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
    """Index a form under its longest word; under a common one only if it has no other."""
    words = word_keys(form)
    if not words:
        needles.append((form, index))
        return
    offset, word = max(words, key=lambda item: (_is_rare(item[1]), len(item[1])))
    postings.setdefault(word, []).append((index, form, offset, need))


def _is_rare(word: str) -> bool:
    """Whether a word is infrequent in most stories; short ones may be parts of words: n't."""
    return len(word) > 2 and word not in _COMMON


def _needs(entry: Entry) -> list[tuple[str, bool]]:
    """The literals of which the patterns need one; True for whole words, False for others."""
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
