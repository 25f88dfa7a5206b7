"""A report: what a run found, with every place in lines and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk.values import Severity

if TYPE_CHECKING:
    from copydesk.values import Problem, Span


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
