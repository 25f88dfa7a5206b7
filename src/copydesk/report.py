"""A report: what a run found, with every place in lines and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk.values import Severity

if TYPE_CHECKING:
    from copydesk.across import PlacedSighting
    from copydesk.fixing.outcome import Mended
    from copydesk.placed import Placed
    from copydesk.values import Problem


class FileReport(NamedTuple):
    """What was found in one file; ``held`` counts findings held back by overrides.

    ``skipped`` is the language of the copy where rules were left out for it;
    ``sightings`` is what is compared once all drafts are read; ``mended`` tells
    what fixing did, the findings being those of the fixed draft.
    """

    path: str
    findings: tuple[Placed, ...] = ()
    problems: tuple[Problem, ...] = ()
    held: int = 0
    skipped: str = ""
    sightings: tuple[PlacedSighting, ...] = ()
    mended: Mended | None = None


class Report(NamedTuple):
    """What a run found. Files are in the order of their paths.

    ``problems`` holds those of no file; ``rules`` counts the rules that ran;
    ``notes`` are told to a person who asks for more.
    """

    files: tuple[FileReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    rules: int = 0
    notes: tuple[str, ...] = ()

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
