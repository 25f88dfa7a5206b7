"""The options of one run of a linter over many drafts."""

from __future__ import annotations

from copydesk.model.findings import Severity
from copydesk.model.value_tuple import ValueTuple
from copydesk.run.settings import READING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from copydesk.files.discover import Draft
    from copydesk.gate.git import Changes
    from copydesk.gate.trust import Base
    from copydesk.model.findings import Problem
    from copydesk.model.gaps import Gap
    from copydesk.model.not_read import NotRead
    from copydesk.report import FileReport
    from copydesk.report.fixed import Fixing
    from copydesk.report.story import RuleHelp
    from copydesk.run.settings import Reading


class RunOptions(ValueTuple):
    """The options of a run.

    Attributes:
        jobs: number of processes; 0 to choose by the amount of work.
        problems: problems found before the run.
        advance: called after each draft, for a progress bar.
        beside: other drafts, only to compare with.
        cache: whether to use the result cache.
        reading: how drafts are read.
        fixing: how drafts are fixed; None if they are not.
        level: the lowest severity that fails the check; None if no finding does.
        changes: the changed lines, if only findings in them are reported.
        baseline: the file of known findings; empty for none.
        not_read: files that were passed over because they are no text.
        base: the base of the change, if settings were read from there.
        left_out: files and folders that were passed over for other reasons.
        rulebook: returns help on rules by id, if the report should include it.
        take: gets each report as soon as it is made, in the order of the paths, without
            the findings from comparing drafts; None if nobody waits for them.
        shelve: whether the reports of a large run are kept in a temporary file.
    """

    jobs: int = 0
    problems: Sequence[Problem] = ()
    advance: Callable[[], None] = lambda: None
    beside: Sequence[Draft] = ()
    cache: bool = True
    reading: Reading = READING
    fixing: Fixing | None = None
    level: Severity | None = Severity.FIX
    changes: Changes | None = None
    baseline: str = ""
    not_read: Sequence[NotRead] = ()
    base: Base | None = None
    left_out: Sequence[Gap] = ()
    rulebook: Callable[[Iterable[str]], tuple[RuleHelp, ...]] | None = None
    take: Callable[[FileReport], None] | None = None
    shelve: bool = False
