"""Find terms in a document, in one pass over its words."""

from __future__ import annotations

from functools import lru_cache

from copydesk.model.findings import Severity, Span
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Protocol

    from copydesk.document import Document
    from copydesk.model.findings import Problem
    from copydesk.terms.entry import Entry
    from copydesk.terms.filed import Filed, Posting
    from copydesk.terms.table import TermTable

    class Accepts(Protocol):
        """The words that the newsroom accepts, in one draft."""

        def covers(self, span: Span) -> bool:
            """Whether every word at a place is accepted."""

        def accepts(self, words: str) -> bool:
            """Whether just these words are accepted."""


_FREQUENT = " .,'()-"  # signs that nearly every text has, the most frequent one first


class Hit(ValueTuple):
    """A match of an entry: where, and by which of its forms; "" for a pattern."""

    span: Span
    entry: Entry
    number: int
    form: str = ""


class Scope(ValueTuple):
    """Which entries apply in a run: severities by rule, and the house styles.

    Hits of the rules in ``judged`` are left to rules written in Python. To those in
    ``accepting``, words that the newsroom accepts are right.
    """

    severities: Mapping[str, Severity]
    styles: frozenset[str] = frozenset()
    judged: frozenset[str] = frozenset()
    accepting: frozenset[str] = frozenset()
    accepted: Accepts | None = None

    def spares(self, hit: Hit, own_from: int) -> bool:
        """Whether the words of a hit are accepted; what the newsroom's own packs avoid is not.

        ``own_from`` is the number of the first entry of those packs.
        """
        if self.accepted is None or hit.number >= own_from:
            return False
        return hit.entry.rule in self.accepting and self.accepted.covers(hit.span)

    def takes(self, entry: Entry) -> bool:
        """Whether the entry's rule and style are selected."""
        if entry.style and entry.style not in self.styles:
            return False
        return entry.rule in self.judged or (entry.rule in self.severities and not entry.variants)

    def severity_of(self, hit: Hit) -> Severity:
        """The severity of a hit: its entry's own, or else its rule's."""
        own = hit.entry.severity
        return Severity.named(own) if own else self.severities[hit.entry.rule]


def find_hits(doc: Document, table: TermTable, scope: Scope, problems: list[Problem]) -> list[Hit]:
    """Find every place of a term in scope.

    Each word is looked up once; the forms with that word are then compared in place.
    A pattern runs only near a word it needs; one that takes too long is added to
    ``problems``.
    """
    search = _Search(doc, table, scope)
    for word in table.known(doc.words):
        search.look_for(table.filed(word), doc.words.starts(word))
    for needle, index in _present(table.needles, doc.words.plain):
        search.look_at(needle, index)
    if search.wanted:
        search.try_patterns(problems)
    return search.hits


class _Search:
    """One document's search: the hits, the entries seen, and the patterns still to try."""

    def __init__(self, doc: Document, table: TermTable, scope: Scope) -> None:
        self.doc = doc
        self.table = table
        self.scope = scope
        self.hits: list[Hit] = []
        self.wanted: dict[int, list[tuple[int, int, int]]] = {}
        self._entries: dict[int, Entry | None] = {}
        self._plain, self._folded = doc.words.plain, doc.words.folded

    def entry(self, index: int) -> Entry | None:
        """The entry with a number; None if it is out of scope."""
        if index not in self._entries:
            entry = self.table.entry(index)
            self._entries[index] = entry if self.scope.takes(entry) else None
        return self._entries[index]

    def look_for(self, filed: Filed, starts: Sequence[int]) -> None:
        """Find the forms that are filed under a word, which begins at some places."""
        for row in filed.alone:
            for start in starts:
                self._try(row, start, start)
        folded = self._folded
        for offset, texts, rows in filed.groups:
            for start in starts:
                begin = start - offset
                if begin >= 0 and folded.startswith(texts, begin):
                    for row in rows:
                        if folded.startswith(row.low, begin):
                            self._try(row, start, begin)
        for row in filed.loose:
            for start in starts:
                self._try(row, start, start - row.offset)

    def _try(self, row: Posting, start: int, begin: int) -> None:
        """Take a form that begins at a place, if it is there as the entry wants it."""
        index, form = row.entry, row.form
        if row.need:
            if _is_there(self._plain, begin, form):
                self._want(index, start, begin, begin + len(form))
        elif (entry := self.entry(index)) is not None and (
            span := _form_at(self._plain, begin, form, entry.case)
        ):
            self.hits.append(Hit(span, entry, index, form))

    def look_at(self, needle: str, index: int) -> None:
        """Find the places of a literal that contains no whole word."""
        for start in _places(self._plain, needle):
            entry, end = self.entry(index), start + len(needle)
            if entry is None:
                return
            if needle in entry.avoid:
                self.hits.append(Hit(Span(start, end), entry, index, needle))
            if entry.match:
                self._want(index, start, start, end)

    def _want(self, index: int, at: int, start: int, end: int) -> None:
        """Note a word that an entry's patterns need: a place in its slot, and where it is."""
        self.wanted.setdefault(index, []).append((at, start, end))

    def try_patterns(self, problems: list[Problem]) -> None:
        """Run the patterns that may match."""
        from copydesk.terms.patterns import Patterns

        patterns = Patterns(self.doc, self.table.budget, problems)
        for index in sorted(self.wanted):
            entry = self.entry(index)
            if entry is not None:
                found = patterns.find(entry, self.wanted[index], index < self.table.own_from)
                self.hits.extend(Hit(span, entry, index) for span in found)


def _present(needles: Iterable[tuple[str, int]], text: str) -> list[tuple[str, int]]:
    """Those of the literals that may be in a text: it has their rarest sign."""
    signs: dict[str, bool] = {}
    found = []
    for needle, index in needles:
        sign = max(needle, key=_rarity)
        if sign not in signs:
            signs[sign] = sign in text
        if signs[sign]:
            found.append((needle, index))
    return found


@lru_cache(maxsize=1024)
def _rarity(sign: str) -> int:
    return _FREQUENT.find(sign) % (len(_FREQUENT) + 1)


def _places(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + len(needle))


def _is_there(text: str, start: int, need: str) -> bool:
    """Whether the words that a pattern needs are at ``start``; lower case matches any case."""
    if start < 0:
        return False
    found = text[start : start + len(need)]
    return found == need or (need == need.lower() and found.lower() == need)


def _form_at(text: str, start: int, form: str, case: str) -> Span | None:
    """The span of ``form`` at ``start`` if it is there as whole words."""
    end = start + len(form)
    if start < 0 or not is_same(text[start:end], form, case) or not is_whole(text, start, end):
        return None
    return Span(start, end)


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether no word continues across either end of a stretch of text."""
    if start and _in_word(text[start]) and _in_word(text[start - 1]):
        return False
    return end >= len(text) or not (_in_word(text[end - 1]) and _in_word(text[end]))


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def is_same(found: str, form: str, case: str) -> bool:
    """Whether the words are the form, in a case that ``case`` allows.

    ``smart``: as written, in capitals, or with a capital at the start;
    ``start``: as written or with a capital at the start.
    """
    if found == form:
        return True
    if case == "exact" or len(found) != len(form):
        return False
    if case == "any":
        return found.lower() == form.lower()
    if case == "smart" and found == form.upper() and len(form) > 1:
        return True
    return found[:1] == form[:1].upper() and found[1:] == form[1:]
