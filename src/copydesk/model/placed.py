"""Findings in their files: lines, columns, words and context, ready to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from copydesk.model.findings import Severity, Span


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


class PlacedFinding(NamedTuple):
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

    @property
    def order(self) -> tuple[int, int, str, str, str]:
        """The key by which findings of one file are sorted."""
        start, end, _ = self.range
        return (start.offset, end.offset, self.rule, self.message, self.evidence)
