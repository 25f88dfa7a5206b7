"""A report: what a run found, with every place in lines and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk.values import Severity, Span

if TYPE_CHECKING:
    from copydesk.across import PlacedSighting
    from copydesk.document.slots import Slot
    from copydesk.document.textmap import TextMap
    from copydesk.fixing.outcome import Mended
    from copydesk.placed import Placed, Range
    from copydesk.values import Problem


class Story(NamedTuple):
    """The text of a file, for formats that show it.

    Attributes:
        source: the decoded file, without a byte order mark.
        marked: whether the file begins with a byte order mark.
        map: the prose as a reader sees it, and its map to the source.
        slots: the parts of the story, in spans of the prose.
        day: the story's date, ISO, and ``origin`` where it was found.
        metadata: front matter and the like, as they stand.
    """

    source: str
    marked: bool
    map: TextMap
    slots: tuple[Slot, ...]
    day: str
    origin: str
    metadata: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The prose as a reader sees it; the slots are spans of it."""
        return self.map.text

    def place(self, found: Range) -> Span | None:
        """Where in the prose a range of the file stands; None if it gives no prose."""
        start, end = found.start.offset, found.end.offset
        if start < end:
            return self.map.to_prose(Span(start, end))
        before = self.map.to_prose(Span(start - 1, start)) if start else None
        return Span(before.end, before.end) if before is not None else None


class RuleHelp(NamedTuple):
    """What a rule wants and why, as ``explain`` tells it: plain and as Markdown."""

    id: str
    severity: Severity
    summary: str
    text: str
    markdown: str
    default: bool = True
    own: bool = True  # comes with copydesk, so that its page is there


class FileReport(NamedTuple):
    """What was found in one file; ``held`` counts findings held back by overrides.

    ``skipped`` is the language of the copy where rules were left out for it;
    ``sightings`` is what is compared once all drafts are read; ``mended`` tells
    what fixing did, the findings being those of the fixed draft; ``story`` is
    there when a format wants it.
    """

    path: str
    findings: tuple[Placed, ...] = ()
    problems: tuple[Problem, ...] = ()
    held: int = 0
    skipped: str = ""
    sightings: tuple[PlacedSighting, ...] = ()
    mended: Mended | None = None
    story: Story | None = None


class Report(NamedTuple):
    """What a run found. Files are in the order of their paths.

    ``problems`` holds those of no file; ``rules`` counts the rules that ran.
    ``level`` is the least severity that fails the check, None if none does;
    ``rulebook`` tells of the rules that found something, when a format wants it.
    """

    files: tuple[FileReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    rules: int = 0
    level: Severity | None = Severity.FIX
    rulebook: tuple[RuleHelp, ...] = ()

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
