"""Find terms in a document, in one pass over its words."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from copydesk.model.findings import Problem, Severity, Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled as _compile
from copydesk.terms.budget import DraftBudget, Spent, now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import regex

    from copydesk.document import Document
    from copydesk.document.slots import Slot
    from copydesk.terms.entry import Entry
    from copydesk.terms.table import TermTable

_COMMON = 6  # with this many places of a word, searching for the whole form first is faster


class Hit(ValueTuple):
    """A match of an entry: where, and by which of its forms; "" for a pattern."""

    span: Span
    entry: Entry
    number: int
    form: str = ""


class Scope(ValueTuple):
    """Which entries apply in a run: severities by rule, and the house styles.

    Hits of the rules in ``judged`` are left to rules written in Python.
    """

    severities: Mapping[str, Severity]
    styles: frozenset[str] = frozenset()
    judged: frozenset[str] = frozenset()

    def takes(self, entry: Entry) -> bool:
        """Whether the entry's rule and style are selected."""
        if entry.style and entry.style not in self.styles:
            return False
        return entry.rule in self.judged or (entry.rule in self.severities and not entry.variants)

    def severity_of(self, hit: Hit) -> Severity:
        """The severity of a hit: its entry's own, or else its rule's."""
        own = hit.entry.severity
        return Severity.named(own) if own else self.severities[hit.entry.rule]


def find_hits(
    doc: Document, table: TermTable, scope: Scope, problems: list[Problem]
) -> Iterator[Hit]:
    """Find every place of a term in scope.

    Each word is looked up once; the forms with that word are then compared in place.
    A pattern runs only on slots with a word it needs; one that takes too long is
    added to ``problems``.
    """
    search = _Search(doc, table, scope)
    for word in table.known(list(doc.words)):
        yield from search.forms_with(word)
    for needle, index in table.needles:
        yield from search.forms_at(needle, index)
    for index in sorted(search.wanted):
        entry = search.entry(index)
        if entry is not None:
            yield from _pattern_hits(search, entry, index, problems)


class _Search:
    """One document's search: the entries seen, and the patterns still to try."""

    def __init__(self, doc: Document, table: TermTable, scope: Scope) -> None:
        self.doc = doc
        self.table = table
        self.scope = scope
        self.wanted: dict[int, set[Slot]] = {}
        self._entries: dict[int, Entry | None] = {}
        self._slots: dict[str, set[Slot]] = {}
        self.is_spent = False

    @cached_property
    def budget(self) -> DraftBudget:
        """The time that patterns may take on the document."""
        return DraftBudget(len(self.doc.text), self.table.budget)

    def entry(self, index: int) -> Entry | None:
        """The entry with a number; None if it is out of scope."""
        if index not in self._entries:
            entry = self.table.entry(index)
            self._entries[index] = entry if self.scope.takes(entry) else None
        return self._entries[index]

    def forms_with(self, word: str) -> Iterator[Hit]:
        """Hits of the forms that contain a word."""
        plain, folded = self.doc.words.plain, self.doc.words.folded
        starts = self.doc.words.starts(word)
        is_common = len(starts) >= _COMMON
        for index, form, offset, need, low in self.table.postings(word):
            if is_common and low and low != word and low not in folded:
                continue
            if need and form == word:
                self.wanted.setdefault(index, set()).update(self._slots_with(word))
                continue
            for start in starts:
                begin = start - offset
                if begin < 0 or (low and not folded.startswith(low, begin)):
                    continue
                if need:
                    if _is_there(plain, begin, form):
                        self._want(index, start)
                elif (entry := self.entry(index)) is None:
                    break
                elif span := _form_at(plain, begin, form, entry.case):
                    yield Hit(span, entry, index, form)

    def forms_at(self, needle: str, index: int) -> Iterator[Hit]:
        """Hits of a literal that contains no whole word."""
        for start in _places(self.doc.words.plain, needle):
            entry = self.entry(index)
            if entry is None:
                return
            if needle in entry.avoid:
                yield Hit(Span(start, start + len(needle)), entry, index, needle)
            if entry.match:
                self._want(index, start)

    def _slots_with(self, word: str) -> set[Slot]:
        """The slots that have a word, in any case."""
        if word not in self._slots:
            slots = map(self.doc.slot_at, self.doc.words.starts(word))
            self._slots[word] = {slot for slot in slots if slot is not None}
        return self._slots[word]

    def _want(self, index: int, start: int) -> None:
        """Schedule an entry's patterns for the slot at ``start``."""
        slot = self.doc.slot_at(start)
        if slot is not None:
            self.wanted.setdefault(index, set()).add(slot)


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


_untimed = lru_cache(maxsize=4096)(_compile)


@lru_cache(maxsize=4096)
def _timed(pattern: str) -> regex.Pattern[str]:
    import regex

    return regex.compile(pattern)


def _pattern_hits(
    search: _Search, entry: Entry, index: int, problems: list[Problem]
) -> Iterator[Hit]:
    doc = search.doc
    slots = sorted(search.wanted[index], key=lambda slot: slot.span)
    for pattern, (least, most) in zip(entry.match, entry.widths, strict=True):
        spans = [
            slot.span
            for slot in slots
            if least <= slot.span.end - slot.span.start
            and (not entry.whole or slot.span.end - slot.span.start <= most)
        ]
        try:
            for start, end in _matches(search, pattern, spans, entry.timed):
                if end > start:
                    yield Hit(Span(start, end), entry, index)
        except TimeoutError:
            where = f"the pattern {pattern!r} ({entry.pack}:{entry.line})"
            told = f"took more than {search.budget.limit:.2f} seconds; simplify it"
            problems.append(Problem(f"{where} {told}", doc.path, entry.rule))
            return
        except Spent as spent:
            if not search.is_spent:
                search.is_spent = True
                told = f"{spent}, so some were not tried; simplify them"
                problems.append(Problem(told, doc.path))
            return


def _matches(
    search: _Search, pattern: str, spans: Iterable[Span], timed: bool
) -> Iterator[tuple[int, int]]:
    """Yield where a pattern matches; for one with a time limit, only then what time it takes.

    Raises:
        TimeoutError, Spent: it, or all patterns, took too long.
    """
    text = search.doc.text
    if not timed:
        for span in spans:
            for match in _untimed(pattern).finditer(text, *span):
                yield match.span()
        return
    used = 0.0
    for span in spans:
        began = now()
        try:
            found = [
                match.span() for match in search.budget.matches(_timed(pattern), text, span, used)
            ]
        finally:
            took = now() - began
            used += took
            search.budget.took(took)
        yield from found
        if used > search.budget.limit:
            raise TimeoutError
