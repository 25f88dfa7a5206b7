"""Quotations that are rightly left open: the next paragraph opens with a mark again."""

from __future__ import annotations

from itertools import pairwise

from copydesk.model.findings import Span
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.quotation import Quote
    from copydesk.document.slots import Slot

RUNNING = ("paragraph", "block-quote", "list-item")
"""The kinds of slots in which a quotation runs on."""

_TAIL = 300  # code points at the end of a quotation that are searched for its speaker
# What may stand before the mark of a paragraph that goes on with a quotation: stray signs of
# markup, a bullet, a dash, an ellipsis, an opening bracket.
_LEAD = compiled(r"\A[\s*_~#>•·▪‣●\-–—.…(\[{]+")
_MOST_LEAD = 12
_ALIKE = frozenset({'"', "\u201c", "\u201d", "''"})  # interchangeable in the next paragraph
_ENDS = ".!?\u2026:;'\"\u2019\u201d)"
_LABEL = 60  # code points of a label between paragraphs, at most
_SAYING = (
    r"(?:said|says|added|adds|wrote|writes|tweeted|told|read|reads|asked|explained|explains|noted"
    r"|continued|argued|argues|insisted|warned|replied|posted)"
)
_SAYS = compiled(
    r"[,?!] (?:(?!when|that|as|and|but|if|who|which|because|then|I |we |you )"
    rf"(?:[\w.'\u2019-]+ ){{1,4}}?{_SAYING}\b(?! that\b)"
    rf"|{_SAYING} (?:[A-Z]|the |an? |in an? )|according to )"
)


def flag(text: str, slots: tuple[Slot, ...], index: int, quotes: list[Quote]) -> None:
    """Flag a quotation left open that continues in the next paragraph."""
    for place, quote in enumerate(quotes):
        end = slots[index].span.end
        if quote.closing or quote.nested or quote.kind == "block":
            continue
        if quote.span.end != end and (place or not _has_phrases(text, slots[index], quotes)):
            continue
        whole = quote._replace(inner=Span(quote.inner.start, end))
        if _goes_on(text, slots[index + 1 : index + 4], quote) and not _is_attributed(text, whole):
            quotes[place] = quote._replace(continues=True)


def _goes_on(text: str, slots: tuple[Slot, ...], quote: Quote) -> bool:
    """Whether one of the next paragraphs opens with a mark again.

    Labels, pictures and pull quotes before it are skipped.
    """
    for slot in slots:
        if slot.kind not in RUNNING:
            continue
        again = _LEAD.sub("", text[slot.span.start : slot.span.start + _MOST_LEAD])[:1]
        if again == quote.opening or {again, quote.opening} <= _ALIKE:
            return True
        ended = text[slot.span.end - 1] in _ENDS
        if slot.kind != "block-quote" and (ended or slot.span.end - slot.span.start > _LABEL):
            return False
    return False


def _has_phrases(text: str, slot: Slot, quotes: list[Quote]) -> bool:
    """Whether a quotation that is all of a paragraph has others in the same marks, mid-sentence."""
    first = quotes[0].span.start
    if _LEAD.sub("", text[slot.span.start : first]):
        return False
    return all(
        after.opening
        and after.closing
        and text[after.span.start - 2 : after.span.start - 1].isalpha()
        for after in quotes[1:]
        if not after.nested
    )


def flag_within(text: str, quotes: list[Quote]) -> None:
    """Flag quotations left open that continue within the same slot.

    In a slot with the whole body on one line, a quotation that ends a sentence and
    is followed at once by one that begins a sentence is part of a longer quotation.
    """
    places = [place for place, quote in enumerate(quotes) if not quote.nested]
    for place, upcoming in pairwise(places):
        quote, after = quotes[place], quotes[upcoming]
        if quote.closing or not quote.opening or text[quote.span.end : after.span.start].strip():
            continue
        ends = text[quote.inner.end - 1] in ".!?\u2026'\u2019"
        begins = text[after.inner.start : after.inner.end].lstrip()[:1].isupper()
        if ends and begins and not _is_attributed(text, quote):
            quotes[place] = quote._replace(continues=True)


def _is_attributed(text: str, quote: Quote) -> bool:
    """Whether the words include an attribution (``, Rutte said``), so that a mark is missing."""
    start = max(quote.inner.start, quote.inner.end - _TAIL)
    return _SAYS.search(text, start, quote.inner.end) is not None
