"""Quotations: where they open and close, and those that do not.

Each slot is looked at by itself. First the double marks are paired, then the
single ones within each of them and outside. A mark that lacks its partner does
not turn the rest of the paragraph inside out: the marks after it are read by
their own context again, and the broken quotation is given with an empty
``opening`` or ``closing``.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from copydesk.document import quote_marks as marks
from copydesk.document.quote_marks import Mark, Single
from copydesk.document.slots import Slot
from copydesk.values import Span

QuoteKind = Literal["direct", "partial", "block", "title"]

_RUNNING = ("paragraph", "block-quote", "list-item")
_GUILLEMETS = "\u00ab\u00bb"
_CLAUSE_WORDS = 8  # so many words are a clause whatever they are
_NEAR = 200  # code points between the marks of a doubtful quotation
_BODY_LINE = 1200  # code points: a longer paragraph holds many, their breaks lost
_SHORT = 4  # so many words with a verb or a pronoun are one, too

_VERBS = frozenset(
    {
        "i", "we", "you", "he", "she", "they", "it", "i'm", "we're", "you're", "they're", "he's",
        "she's", "it's", "that's", "there's", "i've", "we've", "i'll", "we'll", "is", "are", "was",
        "were", "will", "would", "have", "has", "had", "do", "does", "did", "can", "could",
        "should", "must", "may", "might", "don't", "doesn't", "didn't", "can't", "won't", "isn't",
        "let's", "am", "be",
    }
)  # fmt: skip

_ALIKE = frozenset({'"', "\u201c", "\u201d", "''"})  # a paragraph may go on with another of them
_SENTENCE = re.compile(r"[.!?]['\"\u2019\u201d)]*\s+[A-Z\u201c\"]")
_SAYS = re.compile(
    r"[,?!] (?:[\w.'\u2019-]+ ){1,4}?(?:said|says|added|told|wrote|tweeted)\b(?![^\n]*[,?!] )"
)


class Quote(NamedTuple):
    """One quotation.

    Attributes:
        span: from the opening to the closing mark. Where the closing mark is
            missing, to the end of the slot or to the next quotation; where the
            opening one is, from the start of the slot or the last quotation.
        inner: the words between the marks.
        opening: the opening mark as it stands; empty if missing.
        closing: the closing mark as it stands; empty if missing.
        kind: ``direct`` holds a clause, ``partial`` a few words within the
            paper's own sentence, ``block`` is a whole block quote. Titles and
            scare quotes cannot be told apart from other few words: ``partial``.
        nested: whether it stands within another quotation.
        continues: whether it is rightly left open, because the next paragraph
            opens again.
    """

    span: Span
    inner: Span
    opening: str
    closing: str
    kind: QuoteKind
    nested: bool = False
    continues: bool = False


_Pair = tuple[Mark | None, Mark | None]


def find(text: str, slots: tuple[Slot, ...]) -> tuple[Quote, ...]:
    """All quotations, in the order of their beginnings, the outer before the inner."""
    found: list[Quote] = []
    for index, slot in enumerate(slots):
        if slot.kind == "dateline":
            continue
        quotes = _in_slot(text, slot.span.start, slot.span.end)
        if slot.kind == "block-quote":
            quotes.append(Quote(slot.span, slot.span, "", "", "block"))
        if quotes:
            quotes = _nested(quotes)
            if slot.kind in _RUNNING:
                _continue(text, slots, index, quotes)
                if slot.span.end - slot.span.start > _BODY_LINE:
                    _continue_within(text, quotes)
            found.extend(quotes)
    return tuple(found)


def _in_slot(text: str, low: int, high: int) -> list[Quote]:
    """The quotations of one slot, unsorted."""
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
            done = at + 2  # two single marks that stand for a double one
            pair = marks.double(text, at, done, low, high)
            if pair.turn in (marks.OPEN, marks.CLOSE):
                doubles.append(pair)
        else:
            single = marks.single(text, at, low, high)
            if single is not None:
                singles.append(single)
    found: list[Quote] = []
    for family in (doubles, guillemets):
        if family:
            found.extend(_given(text, low, high, _pair(text, family)))
    if singles:
        found.extend(_single_quotes(text, low, high, singles, found))
    return found


def _pair(text: str, tokens: list[Mark]) -> list[_Pair]:
    """Pair double marks in one pass; a mark without a partner is paired with None."""
    pairs: list[_Pair] = []
    stack: list[Mark] = []
    for index, token in enumerate(tokens):
        if _closes(token, bool(stack)):
            if not stack:
                if _opens_after_all(text, tokens, index):
                    stack.append(token)
                elif not token.measure:
                    pairs.append((None, token))
            elif not (token.measure and _points_back(tokens, index + 1)):
                pairs.append((stack.pop(), token))
        elif not stack or _is_nested(text, tokens, index):
            if not (token.measure and token.turn == marks.EITHER):
                stack.append(token)
        elif _closes_after_all(text, tokens, index):
            pairs.append((stack.pop(), token))
        else:
            pairs.extend((left, None) for left in stack)
            stack = [token]
    pairs.extend((left, None) for left in stack)
    pairs.sort(key=_first_mark)
    return pairs


def _first_mark(pair: _Pair) -> int:
    return pair[0].start if pair[0] is not None else pair[1].start if pair[1] is not None else 0


def _closes(token: Mark, is_open: bool) -> bool:
    """Whether a mark closes, given whether a quotation is open."""
    if token.turn in (marks.OPEN, marks.CLOSE):
        return token.turn == marks.CLOSE
    return is_open


def _points_back(tokens: list[Mark], index: int) -> bool:
    return index < len(tokens) and tokens[index].turn in (marks.CLOSE, marks.ODD_CLOSE)


def _is_nested(text: str, tokens: list[Mark], index: int) -> bool:
    """Whether a quotation within one of the same marks opens here.

    That is so where two closing marks follow, the first not behind a stop.
    """
    if not (_points_back(tokens, index + 1) and _points_back(tokens, index + 2)):
        return False
    return text[tokens[index + 1].start - 1] not in ".,!?"


def _closes_after_all(text: str, tokens: list[Mark], index: int) -> bool:
    """Whether a straight mark with the blank on its wrong side closes: ``"We go "he said.``"""
    token = tokens[index]
    if text[token.start] != '"' or _points_back(tokens, index + 1):
        return False
    return text[token.end : token.end + 1].islower()


def _opens_after_all(text: str, tokens: list[Mark], index: int) -> bool:
    """Whether a straight mark with the blank on its wrong side opens: ``He said" We go."``"""
    token = tokens[index]
    if text[token.start] != '"' or not _points_back(tokens, index + 1):
        return False
    after = text[token.end : token.end + 2]
    return after[:1] == " " and after[1:].isupper()


def _given(text: str, low: int, high: int, pairs: list[_Pair]) -> list[Quote]:
    """The quotations for pairs of marks between ``low`` and ``high``."""
    found: list[Quote] = []
    for index, (opening, closing) in enumerate(pairs):
        if opening is not None and closing is not None:
            start, first, last, end = opening.start, opening.end, closing.start, closing.end
        elif opening is not None:
            start, first = opening.start, opening.end
            end = _first_mark(pairs[index + 1]) if index + 1 < len(pairs) else high
            end = last = max(first, start + len(text[start:end].rstrip()))
        elif closing is not None:
            last, end = closing.start, closing.end
            start = found[-1].span.end if found else low
            start = first = last - len(text[start:last].lstrip())
        kind = _kind(text, first, last, end)
        span, inner = Span(start, end), Span(first, last)
        found.append(Quote(span, inner, text[start:first], text[last:end], kind))
    return found


def _single_quotes(
    text: str, low: int, high: int, singles: list[Single], doubles: list[Quote]
) -> list[Quote]:
    """Quotations in single marks: apart for each double quotation, and outside of them."""
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
    broken = {quote.inner: quote for quote in doubles if not (quote.opening and quote.closing)}
    found: list[Quote] = []
    for region, group in groups.items():
        pairs = _pair_singles(text, group)
        if region in broken:
            _mend(text, broken[region], pairs, doubles)
        given = [(_mark(first), _mark(last)) for first, last in pairs if _is_fault(first, last)]
        found.extend(_given(text, region.start, region.end, given))
    return found


def _mend(
    text: str, quote: Quote, pairs: list[tuple[Single | None, Single | None]], doubles: list[Quote]
) -> None:
    """Give a broken quotation the single mark that was typed for its double one.

    ``"Stop!'`` lacks its closing mark and holds a single one without a partner;
    that pair is taken out of ``pairs``.
    """
    place = doubles.index(quote)
    order = range(len(pairs)) if quote.opening else range(len(pairs) - 1, -1, -1)
    for index in order:
        first, last = pairs[index]
        if quote.opening and first is None and last is not None and last.sure:
            end = last.start + 1
            span, inner = Span(quote.span.start, end), Span(quote.inner.start, last.start)
            doubles[place] = quote._replace(span=span, inner=inner, closing=text[last.start : end])
        elif not quote.opening and last is None and first is not None and not first.doubtful:
            start = first.start + 1
            span, inner = Span(first.start, quote.span.end), Span(start, quote.inner.end)
            doubles[place] = quote._replace(span=span, inner=inner, opening=text[first.start : start])
        else:
            continue
        del pairs[index]
        return


def _is_fault(first: Single | None, last: Single | None) -> bool:
    """Whether a pair, or a mark without a partner, is a quotation and no apostrophe."""
    if first is None:
        return last is not None and last.stopped
    return last is not None or first.sure


def _mark(single: Single | None) -> Mark | None:
    return Mark(single.start, single.start + 1, 0, False) if single is not None else None


def _pair_singles(
    text: str, singles: list[Single]
) -> list[tuple[Single | None, Single | None]]:
    """Pair single marks; one without a partner is paired with None."""
    pairs: list[tuple[Single | None, Single | None]] = []
    index = 0
    while index < len(singles):
        first = singles[index]
        index += 1
        if not first.opens:
            pairs.append((None, first))
            continue
        end = index
        while end < len(singles) and not singles[end].opens:
            end += 1
        closing = _choose(text, first, singles, index, end)
        if closing < end:
            pairs.append((first, singles[closing]))
            index = closing + 1
        else:
            pairs.append((first, None))
    return pairs


def _choose(text: str, first: Single, singles: list[Single], start: int, end: int) -> int:
    """Which of the closing marks from ``start`` to ``end`` ends the quotation; ``end`` if none.

    The first, unless it may be a possessive and a sure one follows, behind a
    stop or in the same sentence. A doubtful opening mark is believed only if
    its partner stands behind a stop and not far away.
    """
    sure = next((index for index in range(start, end) if singles[index].sure), end)
    if first.doubtful:
        near = sure < end and singles[sure].start - first.start < _NEAR
        return sure if near and singles[sure].stopped else end
    if sure in (start, end):
        return start
    if singles[sure].stopped:
        return sure
    between = text[singles[start].start : singles[sure].start]
    return start if _SENTENCE.search(between) else sure


def _nested(quotes: list[Quote]) -> list[Quote]:
    """The quotations in order, with those inside others marked."""
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


def _continue(text: str, slots: tuple[Slot, ...], index: int, quotes: list[Quote]) -> None:
    """Mark a quotation left open that the next paragraph goes on with."""
    for place, quote in enumerate(quotes):
        if quote.closing or quote.nested or quote.span.end != slots[index].span.end:
            continue
        after = next((slot for slot in slots[index + 1 : index + 4] if slot.kind in _RUNNING), None)
        if after is None or quote.kind == "block":
            continue
        again = text[after.span.start]
        same = again == quote.opening or {again, quote.opening} <= _ALIKE
        if same and not _SAYS.search(text, quote.inner.start, quote.inner.end):
            quotes[place] = quote._replace(continues=True)


def _continue_within(text: str, quotes: list[Quote]) -> None:
    """The same for a slot that holds a whole body in one line.

    There a quotation that ends a sentence and is followed at once by another
    that begins one is the paragraph of a longer one.
    """
    for place, quote in enumerate(quotes[:-1]):
        if quote.closing or not quote.opening or quote.nested:
            continue
        end = quote.span.end
        after = next((other for other in quotes[place + 1 :] if other.span.start >= end), None)
        if after is None or text[end : after.span.start].strip():
            continue
        if text[quote.inner.end - 1] in ".!?\u2026'\u2019" and text[after.inner.start].isupper():
            if not _SAYS.search(text, quote.inner.start, quote.inner.end):
                quotes[place] = quote._replace(continues=True)


def _kind(text: str, first: int, last: int, end: int) -> QuoteKind:
    """Whether the words are a clause or only a few words of one."""
    words = text[first:last].split()
    if len(words) >= _CLAUSE_WORDS:
        return "direct"
    if not words:
        return "partial"
    stopped = words[-1].rstrip("'\u2019\")]")[-1:] in (*".,!?\u2026\u2014", "")
    capital = words[0].lstrip("'\u2018\"\u201c([")[:1].isupper()
    if stopped and (capital or len(words) >= _SHORT) and not _is_title(words):
        return "direct"
    if len(words) >= _SHORT and any(
        word.strip(",;").replace("\u2019", "'").lower() in _VERBS for word in words
    ):
        return "direct"
    return "partial"


def _is_title(words: list[str]) -> bool:
    """Whether a few words have the capitals of a title: ``Meet the Press.``"""
    longer = [word for word in words if len(word) > 3]
    return len(words) > 1 and len(longer) > 1 and all(word[0].isupper() for word in longer)
