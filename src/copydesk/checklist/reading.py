"""The check list of a document, put together from what others read in it."""

from __future__ import annotations

from copydesk.checklist.contacts import links, phone_spans, phones
from copydesk.checklist.dates import dates, days_of
from copydesk.checklist.figures import figures
from copydesk.checklist.model import Checklist
from copydesk.checklist.other_names import other_names
from copydesk.checklist.persons import persons
from copydesk.checklist.quotations import quotations
from copydesk.checklist.spots import Spots
from copydesk.checklist.taken import Taken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document import Document


def checklist(doc: Document) -> Checklist:
    """Everything in a story that a desk checks, each kind in order of the story."""
    spots = Spots(doc)
    found = dates(doc)
    taken = [one.span for one in found]
    bodies, names = other_names(doc, spots, taken)
    calls = tuple(phones(doc, spots))
    counted = tuple(figures(doc, spots, Taken((span, "") for span in (*taken, *phone_spans(doc)))))
    return Checklist(
        doc.path,
        doc.date.day.isoformat(),
        doc.date.origin,
        sum(len(doc[slot.span].split()) for slot in doc.parsed.slots),
        people=tuple(persons(doc, spots)),
        bodies=bodies,
        names=names,
        dates=tuple(days_of(found, doc, spots)),
        figures=tuple(one for one in counted if one.kind != "money"),
        money=tuple(one for one in counted if one.kind == "money"),
        phones=calls,
        links=tuple(links(doc, spots)),
        quotations=tuple(quotations(doc, spots)),
    )
