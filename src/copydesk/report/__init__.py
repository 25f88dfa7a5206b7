"""The result of checking one document, and the report of a run, with lines and columns."""

from __future__ import annotations

from copydesk.model.facts_pack import FactsPack
from copydesk.model.findings import Severity
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from copydesk.model.findings import Finding, Problem, Span
    from copydesk.model.gaps import Gap
    from copydesk.model.not_read import NotRead
    from copydesk.model.placed import PlacedFinding
    from copydesk.model.sightings import PlacedSighting, Sighting
    from copydesk.report.fixed import FixedDraft
    from copydesk.report.story import RuleHelp, Story
    from copydesk.report.totals import Totals


class Checked(ValueTuple):
    """The result of checking one document: sorted findings with source spans, and problems.

    ``prose`` has the span of each finding in the document's text; None for a
    finding that is not in the prose. ``held`` counts the findings that overrides
    suppressed; ``skipped`` is the language of the copy if rules were skipped
    because of it. The spans of ``sightings`` are in the document's text, those of
    ``overrides``, which suppress something or wait to, in the source, and so are those of
    ``endless``, each a stet-off that is never ended.
    """

    findings: tuple[Finding, ...] = ()
    prose: tuple[Span | None, ...] = ()
    problems: tuple[Problem, ...] = ()
    held: int = 0
    skipped: str = ""
    sightings: tuple[Sighting, ...] = ()
    overrides: tuple[Span, ...] = ()
    endless: tuple[Span, ...] = ()


class Override(ValueTuple):
    """An override in a draft or in the stet ledger.

    Attributes:
        path: the draft or the ledger.
        line: its line, from 1.
        text: what it says, on one line.
        holds: whether it holds already.
    """

    path: str
    line: int
    text: str
    holds: bool = True


class Trust(ValueTuple):
    """What a run took from the base revision of a change, and what the change itself brings.

    Attributes:
        base: the short name of the commit that the settings were read from.
        changed: the files with settings that the change touches.
        overrides: the overrides that the change adds.
    """

    base: str
    changed: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()


class FileReport(ValueTuple):
    """What was found in one file.

    ``held`` counts the findings that overrides suppressed; ``skipped`` is the
    language of the copy if rules were skipped because of it; ``sightings`` are
    compared when all drafts have been read; ``fixed`` says what fixing did, in which
    case the findings are those of the fixed draft; ``story`` is set if a format needs
    it; ``digest`` is that of the bytes read; ``of_today`` is whether the result
    depends on the machine's date, ``undated`` whether a date was needed and the draft has none;
    ``no_text`` is what kind of file it is if it is no text; ``overrides`` are those in the
    draft that suppress something, or wait to; ``words`` counts the words that were read;
    ``gaps`` are what of the draft was not checked; ``late`` are those of the findings
    that come from comparing drafts; ``beyond`` is whether facts were asked for although
    the story date is later than the day up to which they are current.
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
    undated: bool = False
    no_text: str = ""
    overrides: tuple[Override, ...] = ()
    words: int = 0
    gaps: tuple[Gap, ...] = ()
    late: tuple[PlacedFinding, ...] = ()
    beyond: bool = False

    def with_more(self, found: Iterable[PlacedFinding]) -> FileReport:
        """The report with more findings added, sorted."""
        findings = sorted((*self.findings, *found), key=lambda finding: finding.order)
        return self._replace(findings=tuple(findings))

    def only(self, keep: Callable[[PlacedFinding], bool]) -> FileReport:
        """The report with only the findings for which ``keep`` returns true."""
        return self._replace(findings=tuple(filter(keep, self.findings)))

    def each(self, change: Callable[[PlacedFinding], PlacedFinding | None]) -> FileReport:
        """The report with ``change`` applied to every finding; None removes a finding."""
        changed = map(change, self.findings)
        return self._replace(findings=tuple(one for one in changed if one is not None))


class Report(ValueTuple):
    """What a run found, with the files in the order of their paths.

    In a run with many drafts, ``files`` reads each report from a temporary file when it is
    asked for. ``problems`` are those not specific to a file; ``rules`` counts the rules that ran.
    ``level`` is the lowest severity that fails the check, None if no finding does;
    ``rulebook`` describes the rules that found something, if a format needs it.
    ``old`` counts the findings that a baseline suppresses, ``untouched`` those
    left out because they are not in changed lines. ``notes`` are for verbose output.
    ``not_read`` are files in folders that were passed over because they are no text.
    ``trust`` is what came from the base revision, if settings were read from there.
    ``left_out`` are files and folders that were not checked for other reasons.
    ``facts_pack`` is the pack of facts that judged.
    """

    files: Sequence[FileReport] = ()
    problems: tuple[Problem, ...] = ()
    rules: int = 0
    level: Severity | None = Severity.FIX
    rulebook: tuple[RuleHelp, ...] = ()
    old: int = 0
    untouched: int = 0
    notes: tuple[str, ...] = ()
    not_read: tuple[NotRead, ...] = ()
    trust: Trust | None = None
    left_out: tuple[Gap, ...] = ()
    facts_pack: FactsPack = FactsPack()

    @property
    def totals(self) -> Totals:
        """Counts over all files."""
        from copydesk.report.totals import CountedFiles, Totals

        return self.files.totals if isinstance(self.files, CountedFiles) else Totals(self.files)

    @property
    def words(self) -> int:
        """The number of words that were read, in all files."""
        return self.totals.words

    @property
    def gaps(self) -> list[Gap]:
        """All that was not checked: parts of drafts by file, then files and folders."""
        return [*self.totals.gaps, *self.left_out]

    @property
    def findings(self) -> list[PlacedFinding]:
        """All findings, by file and place."""
        return list(self.each_finding())

    def each_finding(self) -> Iterator[PlacedFinding]:
        """Yield the findings, by file and place, without holding all of them."""
        return (finding for file in self.files for finding in file.findings)

    def late_files(self) -> Iterator[FileReport]:
        """Yield the files with findings that come from comparing drafts."""
        from copydesk.report.totals import CountedFiles

        files = self.files.late() if isinstance(self.files, CountedFiles) else self.files
        return (file for file in files if file.late)

    @property
    def all_problems(self) -> list[Problem]:
        """The problems of the run, then those of each file."""
        return [*self.problems, *self.totals.problems]

    def counts(self) -> dict[str, int]:
        """The number of findings of each severity, the highest severity first."""
        return self.totals.by_severity
