"""Finds the terms of all packs in a document, in one pass over its words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from copydesk.values import Edit, Finding, Fix, Problem, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import regex

    from copydesk.document import Document
    from copydesk.document.slots import Slot
    from copydesk.terms.pack import Entry
    from copydesk.terms.table import TermTable

SECONDS = 0.25  # the most that one pattern may take on one slot


class Hit(NamedTuple):
    """An entry that matched: where, and by which form or pattern."""

    span: Span
    entry: Entry
    index: int


class Scope(NamedTuple):
    """Which entries count in a run: severities by rule, and the house styles."""

    severities: Mapping[str, Severity]
    styles: frozenset[str] = frozenset()

    def takes(self, entry: Entry) -> bool:
        """Whether the entry's rule and style were chosen."""
        return entry.rule in self.severities and (not entry.style or entry.style in self.styles)


def find_terms(
    doc: Document, table: TermTable, scope: Scope
) -> tuple[list[Finding], list[Problem]]:
    """All findings of terms in a document.

    Where hits of one rule overlap, the longest counts. A pattern that takes too
    long is named in a problem; the other terms are still found.
    """
    problems: list[Problem] = []
    hits = [
        hit
        for hit in _hits(doc, table, scope, problems)
        if _counts(doc, hit)
    ]
    hits.sort(key=lambda hit: (hit.entry.rule, hit.span.start, -hit.span.end, hit.index))
    findings, rule, end = [], "", 0
    for hit in hits:
        if hit.entry.rule == rule and hit.span.start < end:
            continue
        rule, end = hit.entry.rule, hit.span.end
        findings.append(_finding(doc, hit, scope.severities[rule]))
    return findings, problems


def _hits(
    doc: Document, table: TermTable, scope: Scope, problems: list[Problem]
) -> Iterator[Hit]:
    patterns: dict[int, set[Slot]] = {}
    entries: dict[int, Entry] = {}

    def entry_of(index: int) -> Entry:
        if index not in entries:
            entries[index] = table.entry(index)
        return entries[index]

    for word in doc.words:
        for index, form, offset in table.postings(word):
            entry = entry_of(index)
            if not scope.takes(entry):
                continue
            for start in doc.words.starts(word):
                if form is None:
                    _want(doc, patterns, index, start)
                elif span := _form_at(doc.words.plain, start - offset, form, entry.case):
                    yield Hit(span, entry, index)
    for needle, index in table.needles:
        for start in _places(doc.words.plain, needle):
            entry = entry_of(index)
            if not scope.takes(entry):
                break
            if needle in entry.avoid:
                yield Hit(Span(start, start + len(needle)), entry, index)
            if entry.match:
                _want(doc, patterns, index, start)
    for index in sorted(patterns):
        yield from _pattern_hits(doc, entry_of(index), index, patterns[index], problems)


def _want(doc: Document, patterns: dict[int, set[Slot]], index: int, start: int) -> None:
    """Note that an entry's patterns are to be tried in the slot at ``start``."""
    slot = doc.slot_at(start)
    if slot is not None:
        patterns.setdefault(index, set()).add(slot)


def _places(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + len(needle))


def _form_at(text: str, start: int, form: str, case: str) -> Span | None:
    """The span of ``form`` at ``start`` if it stands there as whole words."""
    end = start + len(form)
    if start < 0 or not _same(text[start:end], form, case):
        return None
    if start and form[0].isalnum() and _in_word(text[start - 1]):
        return None
    if end < len(text) and form[-1].isalnum() and _in_word(text[end]):
        return None
    return Span(start, end)


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _same(found: str, form: str, case: str) -> bool:
    """Whether the words found are the form, in a case that copy would give it.

    ``smart``: as written, in capitals, or with a capital at the start.
    """
    if found == form:
        return True
    if case == "exact" or len(found) != len(form):
        return False
    if case == "any":
        return found.lower() == form.lower()
    if found == form.upper() and len(form) > 1:
        return True
    return found[:1] == form[:1].upper() and found[1:] == form[1:]


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> regex.Pattern[str]:
    import regex

    return regex.compile(pattern)


def _pattern_hits(
    doc: Document, entry: Entry, index: int, slots: set[Slot], problems: list[Problem]
) -> Iterator[Hit]:
    for pattern in entry.match:
        for slot in sorted(slots, key=lambda slot: slot.span):
            try:
                for match in _compiled(pattern).finditer(
                    doc.text, *slot.span, timeout=SECONDS, concurrent=False
                ):
                    if match.end() > match.start():
                        yield Hit(Span(*match.span()), entry, index)
            except TimeoutError:
                problems.append(
                    Problem(
                        f"the pattern {pattern!r} ({entry.pack}:{entry.line}) took more than "
                        f"{SECONDS} seconds; make it simpler",
                        doc.path,
                        entry.rule,
                    )
                )
                return


def _counts(doc: Document, hit: Hit) -> bool:
    """Whether a hit is one that its entry means: date, slot, quotes, exceptions."""
    entry, span = hit.entry, hit.span
    if not _in_time(doc, entry):
        return False
    slot = doc.slot_at(span.start)
    if entry.slots and (slot is None or slot.kind not in entry.slots):
        return False
    if entry.whole and (slot is None or slot.span != span):
        return False
    if entry.quotes == "skip" and doc.quote_at(span) is not None:
        return False
    if any(word.lower() in doc.words for word in entry.unless):
        return False
    if entry.avoid and doc.is_verbatim(span):
        return False
    return not any(_in_phrase(doc.words.plain, span, phrase) for phrase in entry.exceptions)


def _in_time(doc: Document, entry: Entry) -> bool:
    if not entry.since and not entry.until:
        return True
    day = doc.date.day.isoformat()
    return (not entry.since or entry.since <= day) and (not entry.until or day <= entry.until)


def _in_phrase(text: str, span: Span, phrase: str) -> bool:
    """Whether the words found are part of a phrase in which they are right."""
    from copydesk.document.words import plain

    found = text[span.start : span.end].lower()
    phrase = plain(phrase).lower()
    at = phrase.find(found)
    while at >= 0:
        start = span.start - at
        if start >= 0 and text[start : start + len(phrase)].lower() == phrase:
            return True
        at = phrase.find(found, at + 1)
    return False


def _finding(doc: Document, hit: Hit, severity: Severity) -> Finding:
    entry, span = hit.entry, hit.span
    found = doc.text[span.start : span.end]
    use = _cased(entry.use, found, entry) if entry.use is not None else None
    words = {"found": found, "use": use or ""}
    message = _filled(entry.message, words) or _default_message(found, use)
    fixes: tuple[Fix, ...] = ()
    if use is not None and entry.fix != "none":
        title = f"Write “{use}”" if use else f"Delete “{_short(found)}”"
        fixes = (Fix(title, (Edit(span, use),), "safe" if entry.fix == "safe" else "suggested"),)
    level = Severity.named(entry.severity) if entry.severity else severity
    evidence = _evidence(doc, entry, words)
    return Finding(entry.rule, level, span, message, evidence, (), fixes)


def _default_message(found: str, use: str | None) -> str:
    if use:
        return f"“{found}” should be “{use}”."
    return f"“{_short(found)}” should not stand here."


def _evidence(doc: Document, entry: Entry, words: dict[str, str]) -> str:
    parts = [_filled(entry.note, words)]
    if entry.style:
        parts.append(f"House style: {entry.style}.")
    if entry.source:
        parts.append(f"Source: {entry.source}.")
    if entry.since or entry.until:
        start = f"since {entry.since}" if entry.since else ""
        end = f"until {entry.until}" if entry.until else ""
        parts.append(f"Holds {' '.join(filter(None, (start, end)))}; story date {doc.date}.")
    return " ".join(filter(None, parts))


def _filled(template: str, words: dict[str, str]) -> str:
    for key, value in words.items():
        template = template.replace("{" + key + "}", value)
    return template


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


def _cased(use: str, found: str, entry: Entry) -> str:
    """The form to use, in the case of the words that it replaces."""
    if entry.case == "exact" or not use:
        return use
    forms = entry.avoid
    if len(found) > 1 and found.isupper() and not any(form.isupper() for form in forms):
        return use.upper()
    if found[:1].isupper() and not any(form[:1].isupper() for form in forms):
        return use[:1].upper() + use[1:]
    return use
