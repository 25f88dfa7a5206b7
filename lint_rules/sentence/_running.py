"""What the rules about sentences share: which text they look at, and speech without marks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from copydesk import Span
from copydesk.kept_patterns import compiled

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from copydesk import Document, Slot

_TURNS = 6  # so many paragraphs of speech make the whole a transcript or a page of posts

RUNNING = ("paragraph", "list-item", "deck", "caption")


def words(text: str) -> frozenset[str]:
    """The set of the words in ``text``."""
    return frozenset(text.split())


def prose(doc: Document, *kinds: str) -> Iterator[Slot]:
    """The slots of those kinds that hold the paper's own words, not a transcript or a post."""
    slots = [slot for slot in doc.parsed.slots if slot.kind in kinds]
    spoken = [is_spoken(doc.text, slot) for slot in slots]
    if sum(spoken) < _TURNS:
        yield from (slot for slot, said in zip(slots, spoken, strict=True) if not said)


def own_sentences(doc: Document, *kinds: str) -> Iterator[Span]:
    """The sentences of those slots that are the paper's own from end to end.

    Their first and last letters stand outside quotation marks; quotations may stand between.
    """
    slots = {slot.span for slot in prose(doc, *kinds)}
    for sentence in doc.sentences:
        slot = doc.slot_at(sentence.start)
        if slot is not None and slot.span in slots and _is_own(doc, sentence):
            yield sentence


def _is_own(doc: Document, sentence: Span) -> bool:
    start, end = sentence
    if doc.text[start] in "“\"‘'«" or doc.text[end - 1] in "”\"’'»":
        return False
    first, last = Span(start, start + 1), Span(end - 1, end)
    return doc.quote_at(first) is None and doc.quote_at(last) is None


def slot_text(doc: Document, slot: Slot) -> str:
    """The words of a slot."""
    return doc.text[slot.span.start : slot.span.end]


@cache
def _speaker() -> re.Pattern[str]:
    """A speaker's name before his words, as transcripts and interviews set it."""
    return compiled(
        r"\(\(.{1,60}?\)\)|[QA]\s?[:.]\s|[A-Z][A-Z .’'-]{1,40}:\s"
        r"|(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w.’'-]+:\s"
    )


def is_spoken(text: str, slot: Slot) -> bool:
    """Whether a paragraph is speech set without quotation marks: a transcript, a post."""
    start, end = slot.span
    if "(@" in text[start:end] or "://t.co/" in text[start:end] or "#" in text[start:end]:
        return True
    head = text[start : min(end, start + 64)]
    return (":" in head or "((" in head) and _speaker().match(head) is not None
