"""Finds quotations, including those that lack a mark.

Each slot is searched on its own. Double marks are paired first, then single ones
inside and outside the quotations found. A missing mark does not turn the rest of
the paragraph inside out: the marks after it are read by their own context again,
and the broken quotation has an empty ``opening`` or ``closing``.
"""

from __future__ import annotations

from bisect import bisect_right
from sys import intern

from copydesk.document import quote_marks as marks
from copydesk.document.quotation import Quote
from copydesk.document.quote_kind import kind
from copydesk.document.quote_marks import Mark, Single
from copydesk.document.quote_pairs import Pair, Singles, first_mark, is_fault, pair, pair_singles
from copydesk.document.quote_runs import RUNNING, flag, flag_within
from copydesk.model.findings import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.slots import Slot

_GUILLEMETS = "\u00ab\u00bb"
_BODY_LINE = 1200  # code points; a longer paragraph is several whose breaks were lost


def find(text: str, slots: tuple[Slot, ...]) -> tuple[Quote, ...]:
    """All quotations, ordered by where they begin, outer before inner."""
    found: list[Quote] = []
    for index, slot in enumerate(slots):
        if slot.kind == "dateline":
            continue
        quotes = _in_slot(text, slot.span.start, slot.span.end)
        if slot.kind == "block-quote":
            quotes.append(Quote(slot.span, slot.span, "", "", "block"))
        if quotes:
            quotes = _nested(quotes)
            if slot.kind in RUNNING:
                flag(text, slots, index, quotes)
                if slot.span.end - slot.span.start > _BODY_LINE:
                    flag_within(text, quotes)
            found.extend(quotes)
    return tuple(found)


def _in_slot(text: str, low: int, high: int) -> list[Quote]:
    """The quotations of one slot, in no order."""
    doubles: list[Mark] = []
    guillemets: list[Mark] = []
    singles: list[Single] = []
    done = low
    for match in marks.MARKS.finditer(text, low, high):
        at = match.start()
        if at < done:
            continue
        mark = text[at]
        if mark in _GUILLEMETS:
            guillemets.append(marks.double(text, at, at + 1, low, high))
        elif mark not in marks.SINGLES:
            doubles.append(marks.double(text, at, at + 1, low, high))
        elif text[at + 1 : min(at + 2, high)] == mark:
            done = at + 2  # two single marks typed for a double one
            both = marks.double(text, at, done, low, high)
            if both.turn in (marks.OPEN, marks.CLOSE):
                doubles.append(both)
        else:
            single = marks.single(text, at, low, high)
            if single is not None:
                singles.append(single)
    found: list[Quote] = []
    for family in (doubles, guillemets):
        if family:
            found.extend(_given(text, low, high, pair(text, family)))
    if singles:
        found.extend(_single_quotes(text, low, high, singles, found))
    return found


def _given(text: str, low: int, high: int, pairs: list[Pair]) -> list[Quote]:
    """Build the quotations for pairs of marks between ``low`` and ``high``."""
    found: list[Quote] = []
    for index, (opening, closing) in enumerate(pairs):
        if opening is not None and closing is not None:
            start, first, last, end = opening.start, opening.end, closing.start, closing.end
        elif opening is not None:
            start, first = opening.start, opening.end
            end = first_mark(pairs[index + 1]) if index + 1 < len(pairs) else high
            end = last = max(first, start + len(text[start:end].rstrip()))
        elif closing is not None:
            last, end = closing.start, closing.end
            start = found[-1].span.end if found else low
            start = first = last - len(text[start:last].lstrip())
        span, inner = Span(start, end), Span(first, last)
        before, after = intern(text[start:first]), intern(text[last:end])  # each kept once
        found.append(Quote(span, inner, before, after, kind(text, first, last)))
    return found


def _single_quotes(
    text: str, low: int, high: int, singles: list[Single], doubles: list[Quote]
) -> list[Quote]:
    """Quotations in single marks, paired separately inside each double quotation and outside."""
    groups: dict[Span, list[Single]] = {}
    outer = Span(low, high)
    regions = sorted((quote.inner for quote in doubles), key=_outer_first)
    stack = [outer]
    upcoming = 0
    for single in singles:
        while upcoming < len(regions) and regions[upcoming].start <= single.start:
            stack.append(regions[upcoming])
            upcoming += 1
        while stack[-1].end <= single.start and len(stack) > 1:
            stack.pop()
        groups.setdefault(stack[-1], []).append(single)
    broken = {
        quote.inner: place
        for place, quote in enumerate(doubles)
        if not (quote.opening and quote.closing)
    }
    found: list[Quote] = []
    for region, group in groups.items():
        pairs = pair_singles(text, group)
        if region in broken:
            doubles[broken[region]] = _repaired(text, doubles[broken[region]], pairs)
        given = [(_mark(first), _mark(last)) for first, last in pairs if is_fault(first, last)]
        found.extend(_given(text, region.start, region.end, given))
    spans = sorted(quote.span for quote in doubles)
    return [_narrowed(text, quote, spans) for quote in found]


def _narrowed(text: str, quote: Quote, others: list[Span]) -> Quote:
    """Cut a broken quotation in single marks where it would run into one in double marks."""
    start, end = quote.span
    if quote.opening and not quote.closing:
        place = bisect_right(others, quote.span)
        if place < len(others) and others[place].start < end:
            words = text[quote.inner.start : others[place].start].rstrip()
            end = quote.inner.start + len(words)
            return _recut(text, quote, start, end)
    elif quote.closing and not quote.opening:
        last = others[bisect_right(others, Span(quote.inner.end, end)) - 1] if others else None
        if last is not None and start < last.end <= quote.inner.end:
            start = quote.inner.end - len(text[last.end : quote.inner.end].lstrip())
            return _recut(text, quote, start, end)
    return quote


def _recut(text: str, quote: Quote, start: int, end: int) -> Quote:
    """A broken quotation with new bounds."""
    inner = Span(start + len(quote.opening), end - len(quote.closing))
    return quote._replace(span=Span(start, end), inner=inner, kind=kind(text, *inner))


def _repaired(text: str, quote: Quote, pairs: list[Singles]) -> Quote:
    """Complete a broken quotation with a single mark typed instead of a double one.

    ``"Stop!'`` lacks its closing mark but contains a single mark without a partner,
    which is removed from ``pairs``.
    """
    order = range(len(pairs)) if quote.opening else range(len(pairs) - 1, -1, -1)
    for index in order:
        first, last = pairs[index]
        if quote.opening and first is None and last is not None and last.sure:
            end = last.start + 1
            span, inner = Span(quote.span.start, end), Span(quote.inner.start, last.start)
            repaired = quote._replace(span=span, inner=inner, closing=text[last.start : end])
        elif not quote.opening and last is None and first is not None and not first.doubtful:
            start = first.start + 1
            span, inner = Span(first.start, quote.span.end), Span(start, quote.inner.end)
            repaired = quote._replace(span=span, inner=inner, opening=text[first.start : start])
        else:
            continue
        del pairs[index]
        return repaired
    return quote


def _mark(single: Single | None) -> Mark | None:
    return Mark(single.start, single.start + 1, 0, False) if single is not None else None


def _nested(quotes: list[Quote]) -> list[Quote]:
    """The quotations in order, with those inside others flagged as nested."""
    quotes.sort(key=lambda quote: _outer_first(quote.span))
    found: list[Quote] = []
    ends: list[int] = []
    for quote in quotes:
        while ends and ends[-1] <= quote.span.start:
            ends.pop()
        found.append(quote._replace(nested=True) if ends else quote)
        ends.append(quote.span.end)
    return found


def _outer_first(span: Span) -> tuple[int, int]:
    return (span.start, -span.end)
