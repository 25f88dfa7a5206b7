"""Quoted verse: lines on their own, with an opening mark at each stanza and one closing mark."""

from __future__ import annotations

from bisect import bisect_right

from copydesk import Document, Quote, Slot

_LINE = 80  # code points of a line of verse, at most
_LINES = 24  # lines of a stanza, at most


def without_verse(doc: Document, broken: list[Quote]) -> list[Quote]:
    """The quotations that lack a mark, but for those that are stanzas of quoted verse."""
    kept: list[Quote] = []
    verse = False  # whether the quotation before is a stanza that this one may go on with
    for place, quote in enumerate(broken):
        after = broken[place + 1] if place + 1 < len(broken) else None
        if quote.opening and after is not None and _is_stanza(doc, quote, after):
            verse = True
        elif not (verse and quote.closing):
            kept.append(quote)
            verse = False
        else:
            verse = False
    return kept


def _is_stanza(doc: Document, quote: Quote, after: Quote) -> bool:
    """Whether lines lead from an opening mark to its closing one, or to the next stanza's mark."""
    slots = doc.parsed.slots
    place = bisect_right(slots, quote.span.start, key=lambda one: one.span.start) - 1
    if slots[place].span.start != quote.span.start or (place and not _is_apart(doc, slots, place)):
        return False
    last = place
    while last - place < _LINES and last + 1 < len(slots) and not _is_apart(doc, slots, last + 1):
        last += 1
    lines = slots[place : last + 1]
    if len(lines) < 2 or any(one.span.end - one.span.start > _LINE for one in lines[:-1]):
        return False
    if after.closing:
        return lines[1].span.start <= after.span.end <= lines[-1].span.end
    return last + 1 < len(slots) and slots[last + 1].span.start == after.span.start


def _is_apart(doc: Document, slots: tuple[Slot, ...], place: int) -> bool:
    """Whether an empty line is between a slot and the one before."""
    start = doc.to_source(slots[place - 1].span).end
    return doc.source.count("\n", start, doc.to_source(slots[place].span).start) > 1
