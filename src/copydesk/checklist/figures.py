"""The figures and the sums of money on a check list, with who says so."""

from __future__ import annotations

from copydesk.checklist.model import Figure
from copydesk.checklist.spots import flat
from copydesk.checklist.taken import Taken
from copydesk.document.attribution import attributions
from copydesk.figures.reading import quantities
from copydesk.model.findings import Span
from copydesk.names.runs import bare
from copydesk.names.words import OPENERS
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.checklist.model import Spot
    from copydesk.checklist.spots import Spots
    from copydesk.document import Document
    from copydesk.figures.quantity import Quantity

_DATES = ("year", "day", "time")
_STUCK = compiled(r"[A-Za-z]{1,4}\b")  # “5km”
_OLD = compiled(r"(?i)[ -](?:years?|months?|weeks?|days?)[ -]olds?\b")
_NOBODY = OPENERS - {"he", "she", "they", "we", "i", "you", "it"}
_NAME_BEFORE = compiled(r"(?<![\w’'-])[A-Z][\w’'-]*[ \u00a0]\Z")
_OPEN = float("inf")


def figures(doc: Document, spots: Spots, taken: Taken) -> Iterator[Figure]:
    """The figures and sums of a story, in order; the same one of the same source is one.

    ``taken`` has the dates and telephone numbers, in which no figure is one.
    """
    found: dict[tuple[str, str, str], list[tuple[Quantity, Span]]] = {}
    speakers = Taken(
        (said.quote.span, flat(doc[said.speaker]) if said.speaker is not None else "")
        for said in attributions(doc)
    )
    for one in quantities(doc):
        if not _is_listed(doc, one) or taken.meets(one.span):
            continue
        span = _whole(doc, one)
        key = (flat(doc[span]).lower(), one.kind, _source(doc, one, speakers))
        found.setdefault(key, []).append((one, span))
    for (_, kind, source), uses in found.items():
        places = tuple(spots.of(span) for _, span in uses)
        yield _figure(doc, uses[0][0], kind, source, places)


def _is_listed(doc: Document, one: Quantity) -> bool:
    """Whether a quantity is a figure: no date, no name, and not “first” or “one”."""
    if one.kind in _DATES or doc.is_verbatim(one.span):
        return False
    words = doc[one.span]
    if words.lower() in ("first", "second") or _is_in_title(doc, one, words):
        return False
    if words.lower() == "one" and one.kind in ("count", "label"):
        return bool(one.fate)
    return not (one.kind == "label" and not one.unit and _is_in_word(doc, one))


def _is_in_word(doc: Document, one: Quantity) -> bool:
    """Whether a number is part of a name with hyphens: COVID-19, F-35."""
    return doc.before(one.span, 1) in ("-", "–") or doc.after(one.span, 1) == "-"


def _is_in_title(doc: Document, one: Quantity, words: str) -> bool:
    """Whether a number in words is part of a name: Three Houses."""
    follows = doc.after(one.span, 2)
    return words[0].isupper() and follows[:1] == " " and follows[1:].isupper()


def _whole(doc: Document, one: Quantity) -> Span:
    """The figure with what it counts; of a label, with its word."""
    start, end = one.span
    if one.kind == "label":
        before = doc.before(one.span, 30)
        named = _NAME_BEFORE.search(before)
        at = before.lower().rfind(one.unit) if one.unit else named.start() if named else -1
        start -= len(before) - at if at >= 0 else 0
    elif one.kind == "age" and (old := _OLD.match(doc.text, end)):
        end = old.end()
    elif one.kind in ("age", "duration", "measure") or one.thing.end > end:
        end = max(end, one.thing.end)
    stuck = _STUCK.match(doc.text, end)
    return Span(start, stuck.end() if stuck else end)


def _source(doc: Document, one: Quantity, speakers: Taken) -> str:
    """Who says so: the speaker of the quotation, else the source that the sentence names."""
    if one.is_quoted:
        speaker = speakers.name_at(one.span)
        if speaker is not None:
            return speaker
    source = flat(doc[one.source]) if one.source is not None else ""
    return "" if bare(source.rpartition(" ")[2]) in _NOBODY else source


def _figure(
    doc: Document, one: Quantity, kind: str, source: str, places: tuple[Spot, ...]
) -> Figure:
    return Figure(
        places[0].text,
        kind,
        one.value,
        one.other,
        one.low,
        None if one.high == _OPEN else one.high,
        one.unit,
        flat(doc[one.thing]).lstrip("- ") if one.thing.end > one.thing.start else "",
        source,
        one.is_quoted,
        places,
    )
