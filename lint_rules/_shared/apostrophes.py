"""The apostrophe that a story writes: curly or straight."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document

CURLY, STRAIGHT = "’", "'"


@lru_cache(maxsize=2)
def apostrophe_of(doc: Document) -> str:
    """The apostrophe of the story, or the one that goes with its quotation marks."""
    curly, straight = doc.text.count(CURLY), doc.text.count(STRAIGHT)
    if curly != straight:
        return CURLY if curly > straight else STRAIGHT
    return CURLY if "“" in doc.text else STRAIGHT


def plain(text: str) -> str:
    """The text with straight apostrophes."""
    return text.replace(CURLY, STRAIGHT)
