"""The quotations on a check list, with their speakers."""

from __future__ import annotations

from copydesk.checklist.model import Quotation
from copydesk.checklist.spots import flat
from copydesk.checklist.taken import Taken
from copydesk.document.attribution import attributions
from copydesk.model.findings import Span
from copydesk.names import people
from copydesk.names.runs import bare
from copydesk.names.words import TITLES
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.checklist.spots import Spots
    from copydesk.document import Document

_TITLE_OF = compiled(r"(?<=\w), (?:the |an? )?(?:\w+ )?\Z")
_NEAR = 24  # code points between a name and a title after it
_PRONOUNS = ("he", "she", "they")


def quotations(doc: Document, spots: Spots) -> Iterator[Quotation]:
    """Every quotation that is not inside another one, and block quotes, in order."""
    said = {one.quote: one.speaker for one in attributions(doc)}
    last = ""
    named = Taken((use.span, person.full) for person in people(doc) for use in person.uses)
    for quote in doc.quotes:
        if quote.nested:
            continue
        speaker = said.get(quote)
        name = flat(doc[speaker]) if speaker is not None else ""
        person, is_sure = _person(doc, speaker, named), True
        if name.lower() in _PRONOUNS:
            person, is_sure = last, False
        elif person:
            last = person
        text = flat(doc[quote.inner])
        if text:
            yield Quotation(text, quote.kind, name, person, is_sure, (spots.of(quote.span),))


def _person(doc: Document, speaker: Span | None, named: Taken) -> str:
    """The full name of the person whose name is at a place; empty if it is nobody's."""
    if speaker is None:
        return ""
    if bare(doc[speaker]) in TITLES:  # “Ann Poe, the President, said”
        before = _TITLE_OF.search(doc.text, max(0, speaker.start - _NEAR), speaker.start)
        if before is not None:
            speaker = Span(before.start() - 1, before.start())
    return named.name_at(speaker) or ""
