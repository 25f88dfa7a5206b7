"""Adds lines, columns, words and context to findings."""

from __future__ import annotations

from bisect import bisect_right

from copydesk.model.findings import Span
from copydesk.model.placed import (
    PlacedEdit,
    PlacedFinding,
    PlacedFix,
    PlacedRelated,
    Position,
    Range,
)
from copydesk.regexes.compiled import compiled
from copydesk.report import FileReport, Override

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document import Document
    from copydesk.model.findings import Finding
    from copydesk.model.sightings import PlacedSighting, Sighting
    from copydesk.report import Checked
    from copydesk.report.story import Story

_LINE_END = compiled(r"\r\n?|\n")


class Lines:
    """Converts offsets of a source to lines and columns.

    A line ends at LF, CR LF or CR. Columns count code points.
    """

    __slots__ = ("_source", "_starts")

    def __init__(self, source: str) -> None:
        self._source = source
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(source))]

    def position(self, offset: int) -> Position:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return Position(offset, line, offset - self._starts[line - 1] + 1)

    def range(self, span: Span) -> Range:
        """Both ends of a span, and the source between them."""
        text = self._source[span.start : span.end]
        return Range(self.position(span.start), self.position(span.end), text)


def place(doc: Document, checked: Checked) -> FileReport:
    """Build the report of a document: findings with lines, columns, words and context."""
    lines = Lines(doc.source)
    pairs = zip(checked.findings, checked.prose, strict=True)
    contexts: dict[Span, str] = {}  # many findings of one sentence share its text
    findings = tuple(_placed(doc, finding, prose, lines, contexts) for finding, prose in pairs)
    seen = tuple(_sighting(doc, sighting, lines) for sighting in checked.sightings)
    return FileReport(
        doc.path, findings, checked.problems, checked.held, checked.skipped, seen,
        overrides=overrides_of(doc, checked),
    )  # fmt: skip


def overrides_of(doc: Document, checked: Checked) -> tuple[Override, ...]:
    """The overrides of a document that suppress something, with their lines."""
    if not checked.overrides:
        return ()
    lines = Lines(doc.source)
    return tuple(
        Override(doc.path, place.start.line, " ".join(place.text.split()))
        for place in map(lines.range, checked.overrides)
    )


def _sighting(doc: Document, seen: Sighting, lines: Lines) -> PlacedSighting:
    from copydesk.model.sightings import PlacedSighting

    around, marked = _context(doc, seen.span)
    context = doc.text[around.start : around.end]
    place = lines.range(doc.to_source(seen.span))
    return PlacedSighting(
        doc.path, seen.rule, place, seen.key, seen.form, seen.times, seen.use, context, marked
    )


def story_of(doc: Document, marked: bool) -> Story:
    """The text of a document, for formats that show it."""
    from copydesk.report.story import Story

    metadata = tuple((key, value.value) for key, value in doc.metadata.items())
    day, origin = doc.date.day.isoformat(), doc.date.origin
    return Story(doc.source, marked, doc.parsed.map, doc.parsed.slots, day, origin, metadata)


def _placed(
    doc: Document, finding: Finding, prose: Span | None, lines: Lines, contexts: dict[Span, str]
) -> PlacedFinding:
    around, marked = _context(doc, prose)
    context = contexts.setdefault(around, doc.text[around.start : around.end])
    return PlacedFinding(
        doc.path,
        finding.rule,
        finding.severity,
        finding.message,
        finding.evidence,
        lines.range(finding.span),
        context,
        marked,
        tuple(
            PlacedRelated(doc.path, lines.range(one.span), one.message) for one in finding.related
        ),
        tuple(
            PlacedFix(
                fix.title,
                fix.safety,
                tuple(PlacedEdit(lines.range(edit.span), edit.text) for edit in fix.edits),
            )
            for fix in finding.fixes
        ),
    )


def _context(doc: Document, span: Span | None) -> tuple[Span, Span]:
    """The span of the sentence around a finding, and where in it the finding is."""
    if span is None:
        return Span(0, 0), Span(0, 0)
    around = doc.sentence_at(span.start)
    if around is None or not around.holds(span):
        slot = doc.slot_at(span.start)
        around = slot.span if slot is not None else span
    start, end = min(around.start, span.start), max(around.end, span.end)
    return Span(start, end), Span(span.start - start, span.end - start)
