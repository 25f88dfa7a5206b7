"""Helpers for the rules on marks: the slots they check, and one finding for all places."""

from __future__ import annotations

from copydesk import (
    Document,
    Edit,
    Finding,
    Fix,
    Iterable,
    Related,
    Rule,
    Sequence,
    Span,
    ValueTuple,
    pattern,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk import SlotKind

_MOST = 200  # places in one fix whose text may be markup in the draft's format
_SMALL = pattern(
    r"(?i)\b(?:the|an?|of|to|in|is|was|are|were|has|had|and|he|she|it|they|we|you|said)\b"
)
_PLAIN = " ,;?!()—–“”‘’…"
CLEARLY = 2  # a form used this many times as often as the others is the story's own

PROSE: tuple[SlotKind, ...] = (
    "headline", "deck", "heading", "paragraph", "block-quote", "list-item", "caption", "credit",
    "alt", "note",
)  # fmt: skip
"""The slots in which marks are checked."""

ELSEWHERE = ("seo-title", "social-title", "short-headline", "text")
"""Roles of fields that are shown elsewhere, or whose place is not known: another hand's marks."""


class Place(ValueTuple):
    """One place of a fault and the edits that fix it; without edits, no fix is offered.

    ``own`` is whether the fix is safe there: the words are the paper's own prose, not a name, a
    quotation or a list of data.
    """

    span: Span
    edits: tuple[Edit, ...] = ()
    own: bool = True


def summary(
    rule: Rule,
    places: Sequence[Place],
    message: str,
    evidence: str,
    title: str,
    witness: str = "also here",
    *,
    safe: bool = True,
) -> Finding:
    """One finding at the first place, the others related, with one fix for all.

    ``witness`` labels the other places. No fix is offered if a place has none, or
    if so many marks would change that writing them safely (each is read back in
    the draft's format) would take too long. The safe fix leaves out the places in which it
    would not be safe; the finding is at the first place that it changes.
    """
    own = [place for place in places if place.own]
    changed = own or places
    edits = tuple(edit for place in changed for edit in place.edits)
    fixes: tuple[Fix, ...] = ()
    if _can_be_written(places):
        fixes = (Fix(title, edits, "safe" if safe and own else "suggested"),)
    first = changed[0]
    related = tuple(Related(place.span, witness) for place in places if place is not first)
    return rule.find(first.span, message, evidence=evidence, related=related, fixes=fixes)


def is_sentence(text: str) -> bool:
    """Whether a text reads as a sentence: it has a small word of English, and ends like one."""
    return text.rstrip("”\"’')]*")[-1:] in tuple(".!?:…") and _SMALL.search(text) is not None


def rewritten(doc: Document, spans: Iterable[Span], use: str | None) -> list[Place]:
    """Places to be rewritten in one way, unseen except in block quotes; not if ``use`` is None."""
    return [
        Place(span, () if use is None else (Edit(span, use),), not is_block_quote(doc, span))
        for span in spans
    ]


def is_block_quote(doc: Document, span: Span) -> bool:
    """Whether a place is in a block quote."""
    slot = doc.slot_at(span.start)
    return slot is not None and slot.kind == "block-quote"


def _can_be_written(places: Sequence[Place]) -> bool:
    marked = sum(any(not _is_plain(edit.text) for edit in place.edits) for place in places)
    return marked <= _MOST and all(place.edits for place in places)


def _is_plain(text: str) -> bool:
    return all(char.isalnum() or char in _PLAIN for char in text)


def times(count: int) -> str:
    """How often, in words: once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def house(rule: Rule) -> str:
    """The evidence for a finding that follows from the house style."""
    return f"House style: {rule.style.name}."
