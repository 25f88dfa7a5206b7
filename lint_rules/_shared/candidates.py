"""Which slots of a story a rule has to look at: found once, for all rules on leftovers."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from copydesk import Document, Iterable

_OPENING = 3  # code points by which slots are found
_SHORT = 120  # code points of a short slot, at most


def openings(texts: Iterable[str]) -> frozenset[str]:
    """The first letters of texts, by which ``candidates`` finds slots that may open with one."""
    return frozenset(text[:_OPENING].lower().replace("’", "'") for text in texts)


def candidates(doc: Document, texts: frozenset[str], places: Iterable[int] = ()) -> list[int]:
    """The indexes of slots to look at, in order.

    Args:
        doc: the document.
        texts: the first letters of what a slot may open with; see ``openings``.
        places: offsets of which one may be in the slot.
    """
    starts, heads = _starts(doc), by_opening(doc)
    found = {index for head in texts & heads.keys() for index in heads[head]}
    found.update(bisect_right(starts, at) - 1 for at in places)
    found.discard(-1)
    return sorted(found)


@lru_cache(maxsize=2)
def by_opening(doc: Document) -> dict[str, list[int]]:
    """The indexes of the slots that open with the same letters, in lower case."""
    text, found = doc.words.folded, dict[str, list[int]]()
    for index, start in enumerate(_starts(doc)):
        found.setdefault(text[start : start + _OPENING], []).append(index)
    return found


@lru_cache(maxsize=2)
def short(doc: Document) -> tuple[int, ...]:
    """The indexes of the slots of at most 120 code points, and of all datelines."""
    return tuple(
        index
        for index, (kind, (start, end), _) in enumerate(doc.parsed.slots)
        if end - start <= _SHORT or kind == "dateline"
    )


@lru_cache(maxsize=2)
def _starts(doc: Document) -> list[int]:
    return [slot.span.start for slot in doc.parsed.slots]
