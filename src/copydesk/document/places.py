"""What is at a place of a draft: its slot, sentence and quotation, code, text around it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property

from copydesk.model.findings import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.quotation import Quote
    from copydesk.document.slots import Parsed, Slot


class Places:
    """The base of a draft, which looks up by offsets of its text and by spans of it."""

    if TYPE_CHECKING:  # what a draft has

        @property
        def parsed(self) -> Parsed:
            """The parser's result."""

        @property
        def text(self) -> str:
            """The prose."""

        @property
        def sentences(self) -> tuple[Span, ...]:
            """The sentences of running text, in order."""

        @property
        def quotes(self) -> tuple[Quote, ...]:
            """The quotations, in order."""

        @property
        def verbatim(self) -> tuple[Span, ...]:
            """Code, addresses and the like, in order."""

    def __getitem__(self, span: tuple[int, int] | slice) -> str:
        """The text of a span."""
        return self.text[span] if isinstance(span, slice) else self.text[span[0] : span[1]]

    def before(self, place: tuple[int, int] | int, most: int) -> str:
        """The text before a span or an offset, at most ``most`` code points."""
        start = place if isinstance(place, int) else place[0]
        return self.text[max(0, start - most) : start]

    def after(self, place: tuple[int, int] | int, most: int) -> str:
        """The text after a span or an offset, at most ``most`` code points."""
        end = place if isinstance(place, int) else place[1]
        return self.text[end : end + most]

    def slot_at(self, offset: int) -> Slot | None:
        """The slot at an offset of the text, ignoring datelines; None between slots."""
        slots = self.parsed.slots
        index = bisect_right(self._slot_starts, offset) - 1
        if index >= 0 and offset <= slots[index].span.end:
            return slots[index]
        return None

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence at an offset of the text; None outside sentences."""
        index = bisect_right(self.sentences, Span(offset, len(self.text) + 1)) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return None

    def quote_at(self, span: tuple[int, int]) -> Quote | None:
        """The outermost quotation whose words contain ``span``."""
        starts, outermost = self._outermost_quotes
        index = bisect_right(starts, span[0]) - 1
        if index >= 0 and outermost[index].inner.holds(span):
            return outermost[index]
        return None

    def is_quoted(self, span: tuple[int, int]) -> bool:
        """Whether ``span`` is in a block quote, or its words are in a quotation."""
        slot = self.slot_at(span[0])
        return (slot is not None and slot.kind == "block-quote") or self.quote_at(span) is not None

    def is_verbatim(self, span: tuple[int, int]) -> bool:
        """Whether ``span`` overlaps code, a URL, a handle or the like."""
        return _meet(self.verbatim, span)

    def is_deliberate(self, span: Span) -> bool:
        """Whether the copy shows that words are given as somebody wrote them: recieve [sic]."""
        from copydesk.document import deliberate

        if deliberate.is_marked(self.text, span):
            return True
        sentence, quote = self.sentence_at(span.start), self.quote_at(span)
        quoted = self[quote.inner] if quote is not None else ""
        return sentence is not None and deliberate.is_about_spelling(
            self.text, span, sentence, quoted
        )

    def is_sic(self, span: Span) -> bool:
        """Whether the words are marked [sic], themselves or at the end of their quotation."""
        from copydesk.document import deliberate

        return deliberate.is_sic(self.text, span)

    def is_in_name(self, place: int) -> bool:
        """Whether the apostrophe at an offset is part of a name: O’Kane, but not Smith’s."""
        from copydesk.document import apostrophes

        return apostrophes.is_in_name(self.text, place)

    def is_code(self, span: tuple[int, int]) -> bool:
        """Whether ``span`` overlaps code, or a letter that stands for what is not text."""
        return _meet(self.parsed.verbatim, span)

    def to_source(self, span: Span) -> Span:
        """The range of the source for a span of the text."""
        return self.parsed.map.to_source(span)

    def to_text(self, offset: int) -> int:
        """The offset in the text for an offset in the source, or the next one after it."""
        return self.parsed.map.to_text(offset)

    @cached_property
    def _outermost_quotes(self) -> tuple[list[int], list[Quote]]:
        found = [quote for quote in self.quotes if not quote.nested]
        return [quote.inner.start for quote in found], found

    @cached_property
    def _slot_starts(self) -> list[int]:
        return [slot.span.start for slot in self.parsed.slots]


def _meet(spans: tuple[Span, ...], span: tuple[int, int]) -> bool:
    """Whether one of the spans, which are in order, overlaps another span."""
    index = bisect_left(spans, (span[1], span[1]))
    return any(other.meets(span) for other in spans[max(0, index - 2) : index])
