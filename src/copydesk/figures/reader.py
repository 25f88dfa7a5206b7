"""Reads each number of a document: its kind, noun, bounds and source."""

from __future__ import annotations

from bisect import bisect_right

from copydesk.figures import bounds, kinds, nouns, written
from copydesk.figures.quantity import Quantity
from copydesk.figures.sources import Sources
from copydesk.model.findings import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.document import Document
    from copydesk.document.slots import Slot
    from copydesk.figures.written import Figure

_BACK = 40  # code points before a number in which its lead is looked for

_SIGNS = "$£€¥₹"


class Reader:
    """Reads the numbers of one document from start to end."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._text = doc.text
        self._slots = doc.parsed.slots
        self._starts = [slot.span.start for slot in self._slots]
        self._sentences = doc.sentences
        self._sentence_starts = [one.start for one in self._sentences]
        self._sources = Sources(doc)
        self._has_fates = bool(doc.words.among(nouns.FATES))

    def read(self, places: list[tuple[int, str]]) -> Iterator[Quantity]:
        """The quantities at some places, in order and without overlaps."""
        text, end = self._text, 0
        for place, word in places:
            if place < end or (place and text[place - 1].isalnum()):
                continue
            if word:
                figure = written.of_word(text, place, word)
            else:
                figure = None if _is_inside(text, place) else written.at(text, place, True)
            if figure is None or figure.start < end:
                continue
            index = bisect_right(self._starts, place) - 1
            if index < 0 or place >= self._slots[index].span.end:
                continue
            found = self._quantity(figure, index, self._slots[index])
            end = figure.end
            if found is not None:
                yield found

    def _quantity(self, figure: Figure, index: int, slot: Slot) -> Quantity | None:
        text = self._text
        start, currency = _sign(text, figure.start)
        before = text[max(slot.span.start, start - _BACK) : start]
        vague, lead = bounds.lead_of(before)
        vague = vague or bounds.after(text, figure.end)
        told = kinds.tell(text, figure, before, lead, currency, slot.span.end)
        if told is None:
            return None
        low, high, is_exact = bounds.limits(figure, told.kind, vague)
        if figure.end < len(text) and text[figure.end] == "+":
            is_exact = False
        sentence = self._sentence(figure.start, slot.span)
        span = Span(start, told.end)
        return Quantity(
            span, told.kind, figure.number, low, high, is_exact, told.unit, told.noun,
            Span(told.end, max(told.end, told.noun_end)), self._fate(told, sentence, start),
            nouns.rate_at(text, max(told.end, told.noun_end)), lead, figure.other, index, sentence,
            slot.kind == "block-quote" or self._doc.quote_at(span) is not None,
            self._sources.of(sentence),
        )  # fmt: skip

    def _sentence(self, place: int, slot: Span) -> Span:
        at = bisect_right(self._sentence_starts, place) - 1
        if at >= 0 and place < self._sentences[at].end:
            return self._sentences[at]
        return slot

    def _fate(self, told: kinds.Told, sentence: Span, start: int) -> str:
        if told.kind != "count" or not self._has_fates:
            return ""
        text = self._text
        fate = nouns.FATES.get(told.noun, "")
        end = max(told.end, told.noun_end)
        if not fate:
            for word in text[end : min(sentence.end, end + 40)].replace(",", " , ").split()[:5]:
                fate = nouns.FATES.get(word.strip(".;:)").lower(), "")
                if fate or word == ",":
                    break
        if not fate:
            words = text[max(sentence.start, start - 24) : start].lower().split()[-3:]
            for word in reversed(words):
                fate = nouns.FATES.get(word, "")
                if fate:
                    break
        return fate


def _is_inside(text: str, place: int) -> bool:
    """Whether figures go on before a place: 1,200 is one number, and so is 2.5."""
    before = text[place - 1 : place]
    if before in (",", ".", ":") and text[place - 2 : place - 1].isdecimal():
        return True
    return before in ("#", "@", "_") or (before == "/" and text[place - 2 : place - 1].isdecimal())


def _sign(text: str, start: int) -> tuple[int, str]:
    """Where a number begins with the sign of its currency, and that sign; empty without one."""
    if start and text[start - 1] in _SIGNS:
        sign, place = text[start - 1], start - 1
        while place and text[place - 1].isupper() and start - place < 4:
            place -= 1
        return place, text[place : start - 1] + sign
    if text[start - 4 : start] in ("USD ", "EUR ", "GBP "):
        return start - 4, {"U": "$", "E": "€", "G": "£"}[text[start - 4]]
    return start, ""
