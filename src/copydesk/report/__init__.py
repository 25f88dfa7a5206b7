"""What one check gives, and a report: what a run found, every place in lines and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from copydesk.model.findings import Finding, Problem, Span
    from copydesk.model.placed import PlacedFinding
    from copydesk.model.sightings import PlacedSighting, Sighting
    from copydesk.report.fixed import FixedDraft
    from copydesk.report.story import RuleHelp, Story


class Checked(NamedTuple):
    """What a check gives: findings in source coordinates, in order, and problems.

    ``prose`` holds, for each finding, its span in the document's text; None for
    one that is not about the prose. ``held`` counts the findings that overrides
    held back; ``skipped`` names the language of the copy where rules were left
    out because of it. ``sightings`` are in coordinates of the text.
    """

    findings: tuple[Finding, ...] = ()
    prose: tuple[Span | None, ...] = ()
    problems: tuple[Problem, ...] = ()
    held: int = 0
    skipped: str = ""
    sightings: tuple[Sighting, ...] = ()


class FileReport(NamedTuple):
    """What was found in one file; ``held`` counts findings held back by overrides.

    ``skipped`` is the language of the copy where rules were left out for it;
    ``sightings`` is what is compared once all drafts are read; ``fixed`` tells
    what fixing did, the findings being those of the fixed draft;
    ``story`` is there when a format wants it, ``digest`` is that of the bytes read;
    ``of_today``: the machine's date bore on what was found.
    """

    path: str
    findings: tuple[PlacedFinding, ...] = ()
    problems: tuple[Problem, ...] = ()
    held: int = 0
    skipped: str = ""
    sightings: tuple[PlacedSighting, ...] = ()
    fixed: FixedDraft | None = None
    story: Story | None = None
    digest: bytes = b""
    of_today: bool = False

    def with_more(self, found: Iterable[PlacedFinding]) -> FileReport:
        """The report with more findings; in order."""
        findings = sorted((*self.findings, *found), key=lambda finding: finding.order)
        return self._replace(findings=tuple(findings))

    def only(self, keep: Callable[[PlacedFinding], bool]) -> FileReport:
        """The report with the findings that ``keep`` says yes to."""
        return self._replace(findings=tuple(filter(keep, self.findings)))

    def each(self, change: Callable[[PlacedFinding], PlacedFinding | None]) -> FileReport:
        """The report with every finding changed, in its place; None takes one out."""
        changed = map(change, self.findings)
        return self._replace(findings=tuple(one for one in changed if one is not None))


class Report(NamedTuple):
    """What a run found. Files are in the order of their paths.

    ``problems`` holds those of no file; ``rules`` counts the rules that ran.
    ``level`` is the least severity that fails the check, None if none does;
    ``rulebook`` tells of the rules that found something, when a format wants it.
    ``old`` counts the findings that a baseline holds back, ``untouched`` those
    that are left out because no change touches them. ``notes`` are told to a
    person who asks for more.
    """

    files: tuple[FileReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    rules: int = 0
    level: Severity | None = Severity.FIX
    rulebook: tuple[RuleHelp, ...] = ()
    old: int = 0
    untouched: int = 0
    notes: tuple[str, ...] = ()

    @property
    def findings(self) -> list[PlacedFinding]:
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
