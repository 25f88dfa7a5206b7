"""Findings located in their files: lines, columns, words and context, ready to display."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.model.findings import Severity, Span


class Position(ValueTuple):
    """A position in a file: the offset counts code points from 0, line and column from 1."""

    offset: int
    line: int
    column: int


class Range(ValueTuple):
    """A range of a file, from ``start`` to just before ``end``, and its text."""

    start: Position
    end: Position
    text: str


class PlacedEdit(ValueTuple):
    """An edit of the file: replace ``range`` with ``text``."""

    range: Range
    text: str


class PlacedFix(ValueTuple):
    """A fix, with its edits located in the file."""

    title: str
    safety: str
    edits: tuple[PlacedEdit, ...]


class PlacedRelated(ValueTuple):
    """A place in this file or in another that is relevant to a finding."""

    path: str
    range: Range
    message: str


class PlacedFinding(ValueTuple):
    """A finding located in its file, ready to display.

    ``context`` is the sentence (or slot) as a reader sees it, and ``marked`` is the
    span in it of the words in question. The context is empty for a finding that
    is not in the prose, such as one about the file as a whole.
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

    @property
    def order(self) -> tuple[int, int, str, str, str]:
        """The key by which findings of one file are sorted."""
        start, end, _ = self.range
        return (start.offset, end.offset, self.rule, self.message, self.evidence)
