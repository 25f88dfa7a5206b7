"""The places of items: line, column, slot and sentence."""

from __future__ import annotations

from copydesk.checklist.model import Spot
from copydesk.engine.place import Lines
from copydesk.model.findings import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document import Document


def flat(text: str) -> str:
    """A text on one line, with single spaces."""
    return " ".join(text.split())


class Spots:
    """Makes the places of one document."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._lines = Lines(doc.source)

    def of(self, span: Span) -> Spot:
        """The place of a span of the text."""
        doc = self._doc
        slot = doc.slot_at(span.start)
        around = doc.sentence_at(span.start) or (slot.span if slot is not None else span)
        around = Span(min(around.start, span.start), max(around.end, span.end))
        before, words = flat(doc.text[around.start : span.start]), flat(doc[span])
        if before and doc.text[span.start - 1].isspace():
            before += " "
        after = flat(doc.text[span.end : around.end])
        if after and doc.text[span.end].isspace():
            after = f" {after}"
        start = self._lines.position(doc.to_source(span).start)
        marked = Span(len(before), len(before) + len(words))
        return Spot(start, words, slot.kind if slot else "", before + words + after, marked)

    def in_source(self, span: Span) -> Spot:
        """The place of a span of the source that is not in the copy."""
        text = flat(self._doc.source[span.start : span.end])
        return Spot(self._lines.position(span.start), text)
