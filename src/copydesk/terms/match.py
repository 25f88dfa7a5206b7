"""Turn term hits into findings: which ones count, the message, the fix."""

from __future__ import annotations

from copydesk.document.words import plain
from copydesk.model.findings import Edit, Finding, Fix, Problem, Severity, Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.terms.hits import Scope, find_hits, is_whole
from copydesk.terms.overlaps import one_each
from copydesk.terms.wanted import Wanted, in_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.document import Document
    from copydesk.document.slots import Slot
    from copydesk.terms.entry import Entry
    from copydesk.terms.hits import Hit
    from copydesk.terms.table import TermTable

_JOINTS = frozenset("'’‘-‑[]()/_")

__all__ = ["Scope", "Terms", "find_terms"]


class Terms(ValueTuple):
    """The result for all terms: findings, hits left to Python rules by rule id, problems."""

    findings: list[Finding]
    judged: dict[str, list[Hit]]
    problems: list[Problem]


def find_terms(doc: Document, table: TermTable, scope: Scope) -> Terms:
    """All findings of terms in a document.

    If hits of one rule overlap, the first counts; if they begin together, the longest.
    A pattern that takes too long is reported as a problem; other terms are still found.
    """
    found = Terms([], {}, [])
    wanted = Wanted(doc, table, scope)
    ours: list[Hit] = []
    judged: list[Hit] = []
    for hit in find_hits(doc, table, scope, found.problems):
        if not _counts(doc, hit):
            continue
        if hit.entry.rule in scope.judged:
            judged.append(hit)
        elif not wanted.is_right(hit, _use(doc, hit)) and not scope.spares(hit, table.own_from):
            ours.append(hit)
    for hit in _longest(judged):
        found.judged.setdefault(hit.entry.rule, []).append(hit)
    graver = one_each(ours, table.own_from, scope.severity_of)
    for hit in _longest(graver):
        found.findings.append(_finding(doc, hit, graver[hit]))
    return found


def _longest(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits without those of the same rule that overlap with an earlier or longer one."""
    rule, end = "", 0
    for hit in sorted(hits, key=_by_rule):
        if hit.entry.rule == rule and hit.span.start < end:
            continue
        rule, end = hit.entry.rule, hit.span.end
        yield hit


def _by_rule(hit: Hit) -> tuple[str, int, int, int]:
    return hit.entry.rule, hit.span.start, -hit.span.end, hit.number


def _counts(doc: Document, hit: Hit) -> bool:
    """Whether a hit counts for its entry: date, slot, quotes, exceptions."""
    entry, span = hit.entry, hit.span
    if not in_time(doc, entry):
        return False
    slot = doc.slot_at(span.start)
    if entry.slots and (slot is None or slot.kind not in entry.slots):
        return False
    if entry.whole and (slot is None or slot.span != span):
        return False
    if entry.quotes == "skip" and _is_speech(doc, span, slot):
        return False
    if any(word.lower() in doc.words for word in entry.unless):
        return False
    if entry.only_with and not any(word.lower() in doc.words for word in entry.only_with):
        return False
    if entry.unless_near and _is_near(doc, span, entry.unless_near):
        return False
    skips = entry.verbatim == "skip" or (entry.avoid and entry.verbatim != "check")
    if doc.is_code(span) and entry.verbatim != "check":
        return False
    if skips and doc.is_verbatim(span):
        return False
    if doc.is_deliberate(span) if entry.use else doc.is_sic(span):
        return False
    if any(_in_phrase(doc.words.plain, span, phrase) for phrase in entry.exceptions):
        return False
    return not _may_stand(doc, hit)


def _is_speech(doc: Document, span: Span, slot: Slot | None) -> bool:
    """Whether words are quoted, or spoken in an interview."""
    if doc.quote_at(span) is not None:
        return True
    return slot is not None and slot.kind == "paragraph" and doc.is_turn(slot)


def _may_stand(doc: Document, hit: Hit) -> bool:
    """Whether an old name is right: in history, in a longer name, or in a title."""
    entry, span = hit.entry, hit.span
    if entry.is_old_name:
        from copydesk.terms import renaming, works

        if works.is_in_work(doc, span) or renaming.is_told(doc, span, entry.use or ""):
            return True
    if entry.where != "anywhere":
        from copydesk.terms.standing import stands

        if not stands(doc, span, entry.where):
            return True
    if entry.history == "check" and entry.names == "check":
        return False
    from copydesk.terms import context, namesakes

    if entry.names != "check":
        home = (entry.use or "", *entry.avoid, *entry.only_with)
        if namesakes.is_namesake(doc, span, home):
            return True
        if entry.names == "skip" and context.is_in_name(doc, span):
            return True
    return entry.history != "check" and context.is_history(doc, span, entry.history, entry.since)


def _is_near(doc: Document, span: Span, words: tuple[str, ...]) -> bool:
    """Whether one of the words is in the same sentence (or slot, outside sentences)."""
    slot = doc.slot_at(span.start)
    around = doc.sentence_at(span.start) or (slot.span if slot is not None else span)
    return any(
        around.start <= start < around.end
        for word in words
        for start in doc.words.starts(word.lower())
    )


def _in_phrase(text: str, span: Span, phrase: str) -> bool:
    """Whether the words found are part of a phrase in which they are right."""
    found = text[span.start : span.end].lower()
    phrase = plain(phrase).lower()
    at = phrase.find(found)
    while at >= 0:
        start = span.start - at
        end = start + len(phrase)
        if start >= 0 and text[start:end].lower() == phrase and is_whole(text, start, end):
            return True
        at = phrase.find(found, at + 1)
    return False


def _finding(doc: Document, hit: Hit, severity: Severity) -> Finding:
    entry, span = hit.entry, hit.span
    found = doc.text[span.start : span.end]
    use = _use(doc, hit)
    words = {"found": found, "use": use or ""}
    message = _filled(entry.message, words) or _default_message(found, use)
    fixes: tuple[Fix, ...] = ()
    if use is not None and entry.fix != "none":
        title = f"Write “{use}”" if use else f"Delete “{_short(found)}”"
        edit = Edit(span, use) if use else Edit(_with_spaces(doc, span), "")
        safe = entry.fix == "safe" and not (use and _is_joined(doc.text, span))
        fixes = (Fix(title, (edit,), "safe" if safe else "suggested"),)
    if _may_be_named(doc, entry, span) or (
        severity is Severity.FIX and _is_cited(doc, entry, span)
    ):
        severity, fixes = Severity.ASK, ()
    evidence = _evidence(doc, entry, words)
    return Finding(entry.rule, severity, span, message, evidence, (), fixes)


def _is_cited(doc: Document, entry: Entry, span: Span) -> bool:
    """Whether a misspelling may be cited: in a quotation of a few words that is not speech."""
    from copydesk.document import deliberate

    if not entry.use or entry.since or not deliberate.is_cited(doc.text, span):
        return False
    quote = doc.quote_at(span)
    return quote is None or quote.kind != "direct" or doc[quote.inner].count(" ") > 2


def _may_be_named(doc: Document, entry: Entry, span: Span) -> bool:
    """Whether an old name of a place may be part of the name of a company or institution."""
    if not entry.is_old_name:
        return False
    from copydesk.terms import works

    return works.may_be_in_name(doc, span)


def _is_joined(text: str, span: Span) -> bool:
    """Whether an apostrophe, hyphen or bracket touches the words, which may be part of others."""
    return (
        text[max(0, span.start - 1) : span.start] in _JOINTS
        or text[span.end : span.end + 1] in _JOINTS
    )


def _with_spaces(doc: Document, span: Span) -> Span:
    """The span with the spaces that would be left over if it were deleted."""
    slot = doc.slot_at(span.start)
    if slot is None or slot.span == span:
        return span
    start, end = span
    while start > slot.span.start and doc.text[start - 1] == " ":
        start -= 1
    if start == slot.span.start:
        while end < slot.span.end and doc.text[end] == " ":
            end += 1
    return Span(start, end)


def _default_message(found: str, use: str | None) -> str:
    if use:
        return f"“{found}” should be “{use}”."
    return f"“{_short(found)}” should not be here."


def _evidence(doc: Document, entry: Entry, words: dict[str, str]) -> str:
    parts = [_filled(entry.note, words)]
    if entry.style:
        parts.append(f"House style: {entry.style}.")
    if entry.source:
        parts.append(f"Source: {entry.source}.")
    if entry.since or entry.until:
        start = f"from {entry.since}" if entry.since else ""
        end = f"until {entry.until}" if entry.until else ""
        parts.append(f"Applies {' '.join(filter(None, (start, end)))}; story date {doc.date}.")
    return " ".join(filter(None, parts))


def _filled(template: str, words: dict[str, str]) -> str:
    for key, value in words.items():
        template = template.replace("{" + key + "}", value)
    return template


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"


def _use(doc: Document, hit: Hit) -> str | None:
    """The form to use for a hit, in the case of the words; None if there is none."""
    use = hit.entry.use
    return None if use is None else _cased(use, doc[hit.span], hit.entry)


def _cased(use: str, found: str, entry: Entry) -> str:
    """The form to use, in the case of the words it replaces."""
    if entry.case == "exact" or not use:
        return use
    forms = entry.avoid
    if len(found) > 1 and found.isupper() and not any(form.isupper() for form in forms):
        return use.upper()
    if found[:1].isupper() and not any(form[:1].isupper() for form in forms):
        return use[:1].upper() + use[1:]
    return use
