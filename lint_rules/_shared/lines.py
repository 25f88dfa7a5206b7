"""How the lines of a file run: wrapped in the middle of a sentence, or after something shown."""

from __future__ import annotations

from bisect import bisect_right

from copydesk import Document, Slot, pattern

_LINE = 400  # code points before a paragraph in which the rest of its line is looked at
_SHOWN = pattern(r"(?:[}\])]|/?>)[ \t]*\Z")  # the end of a tag, a shortcode or a picture


def is_wrapped(doc: Document, slot: Slot) -> bool:
    """Whether a paragraph is a line of wrapped text, whose sentence goes on in the next line.

    Only a line break, and no blank line, is between the two, and either one of them has line
    breaks inside, or the line before or after goes on as well.
    """
    slots = doc.prose("paragraph", "heading", "deck")
    place = bisect_right(slots, slot.span.start, key=lambda one: one.span.start) - 1
    if place < 0 or not _goes_on(doc, slots, place):
        return False
    if any("\n" in doc.source[slice(*doc.to_source(one.span))] for one in slots[place : place + 2]):
        return True
    return _goes_on(doc, slots, place - 1) or _goes_on(doc, slots, place + 1)


def _goes_on(doc: Document, slots: tuple[Slot, ...], place: int) -> bool:
    """Whether a slot ends in a word, and the next one begins on the next line."""
    if not 0 <= place < len(slots) - 1 or not doc.text[slots[place].span.end - 1].isalnum():
        return False
    between = doc.source[
        doc.to_source(slots[place].span).end : doc.to_source(slots[place + 1].span).start
    ]
    return between.count("\n") == 1 and between.isspace()


def is_after_shown(doc: Document, slot: Slot) -> bool:
    """Whether a button, picture or other tag is before a paragraph on its line of the file."""
    start = doc.to_source(slot.span).start
    line = doc.source[max(0, start - _LINE) : start].rpartition("\n")[2]
    return _SHOWN.search(line) is not None and not line.lstrip().startswith("<p")
