"""The totals of a run, so that nobody needs all reports at once to know them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from copydesk.model.findings import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, Protocol, TypeVar

    from copydesk.model.findings import Problem
    from copydesk.model.gaps import Gap
    from copydesk.model.placed import PlacedFinding

    class FileLike(Protocol):
        """What is counted of the report on a file."""

        @property
        def path(self) -> str:
            """Its path."""

        @property
        def findings(self) -> Sequence[PlacedFinding]:
            """What was found in it."""

        @property
        def problems(self) -> tuple[Problem, ...]:
            """Why it was not checked in full."""

        @property
        def gaps(self) -> tuple[Gap, ...]:
            """What of it was not checked."""

        @property
        def held(self) -> int:
            """The number of findings that overrides suppress."""

        @property
        def words(self) -> int:
            """The number of words that were read."""

        @property
        def undated(self) -> bool:
            """Whether it needs a date and has none."""

        @property
        def skipped(self) -> str:
            """The language of the copy if rules were skipped because of it."""

        @property
        def beyond(self) -> bool:
            """Whether facts were asked for that are older than the story date."""

    _T = TypeVar("_T")
    _File = TypeVar("_File", bound=FileLike)
    _Kept = TypeVar("_Kept", bound=FileLike, covariant=True)

    class Shelf(Protocol[_Kept]):
        """Where reports are kept, by number."""

        def __getitem__(self, number: int, /) -> _Kept:
            """The report with this number, from 0."""

        def __iter__(self) -> Iterator[_Kept]:
            """All reports, in the order of their numbers."""
else:
    _File = object  # a start does not import typing


class Outline:
    """What a list of all drafts tells of each.

    Args:
        file: the report on it.

    Attributes:
        path: its path.
        findings: the number of its findings.
        words: the number of words that were read.
        is_checked: whether it was checked in full.
        held: the number of findings that overrides suppress.
        skipped: the language of the copy if rules were skipped because of it.
    """

    __slots__ = ("findings", "held", "is_checked", "path", "skipped", "words")

    def __init__(self, file: FileLike) -> None:
        self.path = file.path
        self.findings = len(file.findings)
        self.words = file.words
        self.is_checked = not file.problems
        self.held = file.held
        self.skipped = file.skipped


class Totals:
    """Counts over the files of a run, kept while the reports come in.

    Args:
        files: the reports on the files, in the order of their paths.

    Attributes:
        outlines: of each file.
        late: the numbers of the files whose report came to be another one.
        held: the number of findings that overrides suppress.
        words: the number of words that were read.
        undated: the number of files that need a date and have none.
        beyond: the number of files that are later than the facts that they need.
        safe: the number of findings that can be fixed safely.
    """

    def __init__(self, files: Iterable[FileLike] = ()) -> None:
        self.outlines: list[Outline] = []
        self.late: list[int] = []
        self.held = self.words = self.undated = self.beyond = self.safe = 0
        self._by_rule: Counter[tuple[str, Severity]] = Counter()
        self._problems: dict[int, tuple[Problem, ...]] = {}
        self._gaps: dict[int, tuple[Gap, ...]] = {}
        for file in files:
            self.add(file)

    def add(self, file: FileLike) -> None:
        """Count one more file."""
        self.outlines.append(Outline(file))
        self._count(file, len(self.outlines) - 1, 1)

    def replace(self, number: int, before: FileLike, after: FileLike) -> None:
        """Count another report on a file instead of an earlier one."""
        self._count(before, number, -1)
        self._count(after, number, 1)
        self.outlines[number] = Outline(after)
        self.late.append(number)

    def _count(self, file: FileLike, number: int, sign: int) -> None:
        self.held += sign * file.held
        self.words += sign * file.words
        self.undated += sign * file.undated
        self.beyond += sign * file.beyond
        for one in file.findings:
            self._by_rule[one.rule, one.severity] += sign
            self.safe += sign * is_safely_fixed(one)
        _keep(self._problems, number, file.problems)
        _keep(self._gaps, number, file.gaps)

    @property
    def findings(self) -> int:
        """The number of findings."""
        return self._by_rule.total()

    @property
    def by_severity(self) -> dict[str, int]:
        """The number of findings of each severity, the highest severity first."""
        found: Counter[Severity] = Counter()
        for (_, severity), count in self._by_rule.items():
            found[severity] += count
        return {str(severity): found[severity] for severity in sorted(Severity)[::-1]}

    @property
    def rules(self) -> dict[str, tuple[int, Severity]]:
        """The rules with findings, by id: how many, and their highest severity."""
        found: dict[str, tuple[int, Severity]] = {}
        for (rule, severity), count in sorted(self._by_rule.items()):
            if count:
                found[rule] = (found.get(rule, (0, severity))[0] + count, severity)
        return found

    @property
    def problems(self) -> list[Problem]:
        """The problems of the files, in the order of the files."""
        return [one for _, some in sorted(self._problems.items()) for one in some]

    @property
    def gaps(self) -> list[Gap]:
        """What of the files was not checked, in the order of the files."""
        return [one for _, some in sorted(self._gaps.items()) for one in some]

    def reaches(self, level: Severity | None) -> bool:
        """Whether a finding has at least this severity; not if there is no level."""
        if level is None:
            return False
        return any(count and one >= level for (_, one), count in self._by_rule.items())


def is_safely_fixed(finding: PlacedFinding) -> bool:
    """Whether the first fix can be applied unseen."""
    return bool(finding.fixes) and finding.fixes[0].safety == "safe"


def _keep(by_number: dict[int, tuple[_T, ...]], number: int, some: tuple[_T, ...]) -> None:
    """Keep what there is of a file, in place of what was kept before."""
    if some:
        by_number[number] = some
    else:
        by_number.pop(number, None)


class CountedFiles(Sequence[_File]):
    """The reports on the files of a run, wherever they are kept, and their totals.

    Args:
        totals: their totals.
        shelf: where they are kept, by number.
    """

    def __init__(self, totals: Totals, shelf: Shelf[_File]) -> None:
        self.totals = totals
        self._shelf = shelf

    def __len__(self) -> int:
        return len(self.totals.outlines)

    def __getitem__(self, place: Any) -> Any:
        numbers = range(len(self))[place]
        if isinstance(numbers, int):
            return self._shelf[numbers]
        return [self._shelf[number] for number in numbers]

    def __iter__(self) -> Iterator[_File]:
        return iter(self._shelf)

    def late(self) -> Iterator[_File]:
        """Yield the reports that came to be others, as drafts were compared."""
        return (self._shelf[number] for number in sorted(self.totals.late))
