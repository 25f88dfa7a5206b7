"""A report: what a run found, with every place in lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from copydesk.values import Finding, Problem, Severity, Span

if TYPE_CHECKING:
    from copydesk.document import Document
    from copydesk.engine import Checked

_LINE_END = re.compile(r"\r\n?|\n")


class Position(NamedTuple):
    """A place in a file: code points from 0; line and column from 1."""

    offset: int
    line: int
    column: int


class Range(NamedTuple):
    """A stretch of a file: from ``start`` up to, not including, ``end``."""

    start: Position
    end: Position
    text: str


class Lines:
    """Turns offsets of a source into lines and columns.

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
        """Both ends of a span, and the source between."""
        text = self._source[span.start : span.end]
        return Range(self.position(span.start), self.position(span.end), text)


class PlacedEdit(NamedTuple):
    """An edit in the file: put ``text`` in the place of ``range``."""

    range: Range
    text: str


class PlacedFix(NamedTuple):
    """A fix in the file."""

    title: str
    safety: str
    edits: tuple[PlacedEdit, ...]


class PlacedRelated(NamedTuple):
    """A witness: a place in this file or in another."""

    path: str
    range: Range
    message: str


class Placed(NamedTuple):
    """A finding in its file, ready to be shown.

    ``context`` is the sentence (or slot) as a reader sees it, and ``marked``
    the faulty words in it; a context of "" means that there is none, as for a
    finding about the file as a whole.
    """

    path: str
    rule: str
    severity: Severity
    message: str
    evidence: str
    range: Range
    context: str
    marked: Span
    related: tuple[PlacedRelated, ...]
    fixes: tuple[PlacedFix, ...]


class FileReport(NamedTuple):
    """What was found in one file; ``held`` counts findings held back by overrides.

    ``skipped`` is the language of the copy where rules were left out for it.
    """

    path: str
    findings: tuple[Placed, ...] = ()
    problems: tuple[Problem, ...] = ()
    held: int = 0
    skipped: str = ""


class Report(NamedTuple):
    """What a run found. Files are in the order of their paths.

    ``problems`` holds those of no file; ``rules`` counts the rules that ran.
    """

    files: tuple[FileReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    rules: int = 0

    @property
    def findings(self) -> list[Placed]:
        """All findings, by file and place."""
        return [finding for file in self.files for finding in file.findings]

    @property
    def all_problems(self) -> list[Problem]:
        """The problems of the run and then those of each file."""
        return [*self.problems, *(problem for file in self.files for problem in file.problems)]

    def counts(self) -> dict[str, int]:
        """How many findings of each severity, the gravest first."""
        found = [finding.severity for finding in self.findings]
        return {str(severity): found.count(severity) for severity in sorted(Severity)[::-1]}


def place(doc: Document, checked: Checked) -> FileReport:
    """Give every finding of a document its lines, columns, words and context."""
    if not checked.findings:
        return FileReport(doc.path, (), checked.problems, checked.held, checked.skipped)
    lines = Lines(doc.source)
    pairs = zip(checked.findings, checked.prose, strict=True)
    findings = tuple(_placed(doc, finding, prose, lines) for finding, prose in pairs)
    return FileReport(doc.path, findings, checked.problems, checked.held, checked.skipped)


def _placed(doc: Document, finding: Finding, prose: Span | None, lines: Lines) -> Placed:
    context, marked = _context(doc, prose)
    return Placed(
        doc.path,
        finding.rule,
        finding.severity,
        finding.message,
        finding.evidence,
        lines.range(finding.span),
        context,
        marked,
        tuple(
            PlacedRelated(one.path or doc.path, lines.range(one.span), one.message)
            for one in finding.related
            if not one.path
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


def _context(doc: Document, span: Span | None) -> tuple[str, Span]:
    """The sentence around a finding, as a reader sees it, and the words in it."""
    if span is None:
        return "", Span(0, 0)
    around = doc.sentence_at(span.start)
    if around is None or not around.holds(span):
        slot = doc.slot_at(span.start)
        around = slot.span if slot is not None else span
    start, end = min(around.start, span.start), max(around.end, span.end)
    return doc.text[start:end], Span(span.start - start, span.end - start)
