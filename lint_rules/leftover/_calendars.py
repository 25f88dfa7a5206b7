"""Calendars, directories and price lists, whose lines are alike."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, pattern

_LISTINGS = 4  # lines of a calendar that make a story one
LISTING = pattern(
    r"[^.!?]{0,160}\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b|to \d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b|noon))"
    r"|[^\n]{0,400}\b(?:Info(?:rmation)?|Tickets|Admission|Register|RSVP|Call|Contact|Cost|Fee|Free)\b"
    r"[^.!?\n]{0,60}(?:\d{3}[-. ]\d{4}|\$\d|\w\.(?:org|com|net)\b|@)"
    r"|[A-Z][A-Z’'&-]+ (?:[A-Z’'&-]+ ){0,8}[A-Z’'&-]+[,:]"
    r"|[^.!?\n]{0,80}\b\d{2,5} [A-Z]\w+ (?:[A-Z]\w+ )?"
    r"(?:St|Street|Road|Rd|Ave|Avenue|Drive|Lane|Boulevard|Blvd)\b[^\n]{0,40}\Z"
)
"""A line of a calendar, a directory or a price list."""


@lru_cache(maxsize=2)
def is_calendar(doc: Document) -> bool:
    """Whether the story lists events, places or offers, whose words are repeated."""
    slots = doc.slots_of("paragraph", "list-item")
    found = sum(LISTING.match(doc.text, slot.span) is not None for slot in slots)
    return found >= _LISTINGS and found * 4 >= len(slots)
