"""A report: what a run found, with every place in lines and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk.values import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from copydesk.across import PlacedSighting
    from copydesk.document.slots import Slot
    from copydesk.fixing.outcome import Mended
    from copydesk.placed import Placed
    from copydesk.values import Problem, Span


class Story(NamedTuple):
    """The text of a file, for formats that show it.

    Attributes:
        source: the decoded file, without a byte order mark.
        marked: whether the file begins with a byte order mark.
        text: the prose as a reader sees it.
        slots: the parts of the story, in spans of ``text``.
        places: for each finding its span in ``text``; None where it has none.
        witnesses: for each finding the spans in ``text`` of its related places
            in this file; None for one that is not in the prose.
        day: the story's date, ISO, and ``origin`` where it was found.
        metadata: front matter and the like, as they stand.
    """

    source: str
    marked: bool
    text: str
    slots: tuple[Slot, ...]
    places: tuple[Span | None, ...]
    witnesses: tuple[tuple[Span | None, ...], ...]
    day: str
    origin: str
    metadata: tuple[tuple[str, str], ...] = ()


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
    what fixing did, the findings being those of the fixed draft;
    ``story`` is there when a format wants it, ``digest`` is that of the bytes read.
    """

    path: str
    findings: tuple[Placed, ...] = ()
    problems: tuple[Problem, ...] = ()
    held: int = 0
    skipped: str = ""
    sightings: tuple[PlacedSighting, ...] = ()
    mended: Mended | None = None
    story: Story | None = None
    digest: bytes = b""

    def with_more(self, found: Iterable[tuple[Placed, Span | None]]) -> FileReport:
        """The report with more findings, each with its span in the text; in order."""
        places: Sequence[Span | None] = [None] * len(self.findings)
        witnesses: Sequence[tuple[Span | None, ...]] = [()] * len(self.findings)
        if self.story is not None:
            places, witnesses = self.story.places, self.story.witnesses
        rows = [*zip(self.findings, places, witnesses, strict=True)]
        rows += [(finding, prose, tuple(None for _ in finding.related)) for finding, prose in found]
        rows.sort(key=lambda row: row[0].order)
        return self._of(rows)

    def only(self, keep: Callable[[Placed], bool]) -> FileReport:
        """The report with the findings that ``keep`` says yes to."""
        return self.each(lambda finding: finding if keep(finding) else None)

    def each(self, change: Callable[[Placed], Placed | None]) -> FileReport:
        """The report with every finding changed, in its place; None takes one out."""
        changed = [change(finding) for finding in self.findings]
        if self.story is None:
            return self._replace(findings=tuple(one for one in changed if one is not None))
        rows = zip(changed, self.story.places, self.story.witnesses, strict=True)
        return self._of([(one, at, seen) for one, at, seen in rows if one is not None])

    def _of(self, rows: list[tuple[Placed, Span | None, tuple[Span | None, ...]]]) -> FileReport:
        story = self.story
        if story is not None:
            places = tuple(place for _, place, _ in rows)
            story = story._replace(places=places, witnesses=tuple(seen for *_, seen in rows))
        return self._replace(findings=tuple(finding for finding, *_ in rows), story=story)


class Report(NamedTuple):
    """What a run found. Files are in the order of their paths.

    ``problems`` holds those of no file; ``rules`` counts the rules that ran.
    ``level`` is the least severity that fails the check, None if none does;
    ``rulebook`` tells of the rules that found something, when a format wants it.
    ``old`` counts the findings that a baseline holds back, ``untouched`` those
    that are left out because no change touches them.
    """

    files: tuple[FileReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    rules: int = 0
    level: Severity | None = Severity.FIX
    rulebook: tuple[RuleHelp, ...] = ()
    old: int = 0
    untouched: int = 0

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
