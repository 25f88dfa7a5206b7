"""Running text: its kinds of slot, its own sentences, and lists of words."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from copydesk import Document, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk import SlotKind

RUNNING: tuple[SlotKind, ...] = ("paragraph", "list-item", "deck", "caption")

WORDED: tuple[SlotKind, ...] = (*RUNNING, "table-cell", "alt")
"""The kinds in which every word is judged, also where there are no sentences."""


def words(text: str) -> frozenset[str]:
    """The set of the words in ``text``."""
    return frozenset(text.split())


@lru_cache(maxsize=8)
def own_sentences(doc: Document, *kinds: SlotKind) -> tuple[Span, ...]:
    """The sentences of those slots that are the paper's own from end to end.

    They begin and end outside quotation marks, but may have quotations in the middle.
    """
    sentences = doc.sentences
    found: list[Span] = []
    for slot in doc.prose(*kinds):
        first = bisect_left(sentences, slot.span.start, key=_start)
        last = bisect_left(sentences, slot.span.end, first, key=_start)
        found += [one for one in sentences[first:last] if is_own(doc, one)]
    return tuple(found)


def _start(span: Span) -> int:
    return span.start


def is_own(doc: Document, sentence: Span) -> bool:
    """Whether a sentence begins and ends outside quotation marks."""
    start, end = sentence
    if doc.text[start] in "“\"‘'«" or doc.text[end - 1] in "”\"’'»":
        return False
    return doc.quote_at((start, start + 1)) is None and doc.quote_at((end - 1, end)) is None
