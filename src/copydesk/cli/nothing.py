"""What to say where nothing was checked, or not all: an empty check must not pass."""

from __future__ import annotations

from copydesk.cli.status import say
from copydesk.model.findings import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Sequence

    from copydesk.files.discover import Found
    from copydesk.model.not_read import NotRead
    from copydesk.report import Report
    from copydesk.run.linter import Linter


def with_problems(report: Report, problems: Iterable[Problem]) -> Report:
    """The report with more problems of the run."""
    return report._replace(problems=(*report.problems, *problems))


def not_empty(report: Report) -> Report:
    """The report on standard input, with a problem if nothing came from there."""
    from copydesk.model.gaps import EMPTY

    gaps = [gap for gap in report.gaps if gap.kind == EMPTY]
    told = [Problem(f"standard input: {gap.message}") for gap in gaps]
    return with_problems(report, told)


def strict(report: Report) -> Report:
    """The report, with a problem for everything that was not checked."""
    passed = [Problem(f"not read: {one.message}", one.path) for one in report.not_read]
    gaps = [Problem(one.message, f"{one.path}:{one.line}" if one.line else one.path)
            for one in report.gaps]  # fmt: skip
    return with_problems(report, (*passed, *gaps))


def nothing_found(found: Found, linter: Linter) -> list[Problem]:
    """The problem that there is nothing to check: an empty check must not pass."""
    if found.problems:
        return []
    if found.not_read:
        return [Problem(none_read(found.not_read))]
    if found.excluded:
        return [Problem("nothing was checked: the config excludes every draft here")]
    endings = ", ".join(sorted(linter.registry.suffixes))
    return [Problem(f"no drafts found; copydesk reads {endings}")]


def is_left_out(found: Found, arguments: Namespace) -> bool:
    """Whether the config excludes all that was named, as it may with ``--force-exclude``."""
    left_out = arguments.force_exclude and found.excluded > 0 and not found.drafts
    if left_out:
        say("nothing was checked: the config excludes every file that was named")
    return left_out


def none_read(files: Sequence[NotRead]) -> str:
    """What to say if none of these files can be read."""
    from copydesk.formats.summary import counted_kinds

    return f"nothing was checked: {counted_kinds(files)}"
