"""What the rules about sentences share: which text they look at, and speech without marks."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from copydesk import Span
from copydesk.kept_patterns import compiled

if TYPE_CHECKING:
    import re

    from copydesk import Document, Slot

_TURNS = 6  # so many paragraphs of speech make the whole a transcript or a page of posts

RUNNING = ("paragraph", "list-item", "deck", "caption")


def words(text: str) -> frozenset[str]:
    """The set of the words in ``text``."""
    return frozenset(text.split())


@lru_cache(maxsize=8)
def prose(doc: Document, *kinds: str) -> tuple[Slot, ...]:
    """The slots of those kinds that hold the paper's own words, not a transcript or a post."""
    spoken = _spoken(doc)
    slots = [slot for slot in doc.parsed.slots if slot.kind in kinds]
    own = [slot for slot in slots if slot.span.start not in spoken]
    return tuple(own) if len(slots) - len(own) < _TURNS else ()


@lru_cache(maxsize=2)
def _spoken(doc: Document) -> frozenset[int]:
    """Where the slots begin that are speech without marks."""
    return frozenset(slot.span.start for slot in doc.parsed.slots if _is_spoken(doc.text, slot))


@lru_cache(maxsize=8)
def own_sentences(doc: Document, *kinds: str) -> tuple[Span, ...]:
    """The sentences of those slots that are the paper's own from end to end.

    Their first and last letters stand outside quotation marks; quotations may stand between.
    """
    sentences = doc.sentences
    found: list[Span] = []
    for slot in prose(doc, *kinds):
        first = bisect_left(sentences, slot.span.start, key=_start)
        last = bisect_left(sentences, slot.span.end, first, key=_start)
        found += [one for one in sentences[first:last] if _is_own(doc, one)]
    return tuple(found)


def _start(span: Span) -> int:
    return span.start


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


def is_spoken(doc: Document, slot: Slot) -> bool:
    """Whether a paragraph is speech set without quotation marks: a transcript, a post."""
    return slot.span.start in _spoken(doc)


def _is_spoken(text: str, slot: Slot) -> bool:
    start, end = slot.span
    if "(@" in text[start:end] or "://t.co/" in text[start:end] or "#" in text[start:end]:
        return True
    head = text[start : min(end, start + 64)]
    return (":" in head or "((" in head) and _speaker().match(head) is not None
