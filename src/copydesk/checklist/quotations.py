"""The quotations on a check list, with their speakers."""

from __future__ import annotations

from copydesk.checklist.model import Quotation
from copydesk.checklist.spots import flat
from copydesk.document.attribution import attributions
from copydesk.names import people

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.checklist.spots import Spots
    from copydesk.document import Document
    from copydesk.model.findings import Span

_PRONOUNS = ("he", "she", "they")


def quotations(doc: Document, spots: Spots) -> Iterator[Quotation]:
    """Every quotation that is not inside another one, and block quotes, in order."""
    said = {one.quote: one.speaker for one in attributions(doc)}
    last = ""
    for quote in doc.quotes:
        if quote.nested:
            continue
        speaker = said.get(quote)
        name = flat(doc[speaker]) if speaker is not None else ""
        person, is_sure = _person(doc, speaker), True
        if name.lower() in _PRONOUNS:
            person, is_sure = last, False
        elif person:
            last = person
        text = flat(doc[quote.inner])
        if text:
            yield Quotation(text, quote.kind, name, person, is_sure, (spots.of(quote.span),))


def _person(doc: Document, speaker: Span | None) -> str:
    """The full name of the person whose name is at a place; empty if it is nobody's."""
    if speaker is None:
        return ""
    for person in people(doc):
        if any(use.span.meets(speaker) for use in person.uses):
            return person.full
    return ""
