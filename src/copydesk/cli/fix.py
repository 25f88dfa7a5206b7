"""``copydesk check --fix`` and ``--diff``: the changes made, and the fixed text."""

from __future__ import annotations

import sys
from collections import Counter

from copydesk.cli.guard import raw
from copydesk.cli.outputs import is_terminal
from copydesk.cli.status import FOUND, FOUND_NOTHING, WENT_WRONG, say
from copydesk.files.read import STDIN
from copydesk.formats.summary import counted, harmless, one_line
from copydesk.model.errors import DataError
from copydesk.report.fixed import Fixing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from copydesk.report import FileReport, Report
    from copydesk.report.fixed import Applied, Left


def fixing(arguments: Namespace) -> Fixing:
    """The kind of fixing the options ask for.

    Raises:
        DataError: --suggested without --fix or --diff.
    """
    if not arguments.fix and not arguments.diff:
        raise DataError("--suggested needs --fix or --diff")
    return Fixing(arguments.suggested, not arguments.diff)


def show(report: Report, arguments: Namespace) -> None:
    """Write the diff, or the fixed text of standard input, and report the changes.

    Raises:
        DataError: standard output is closed.
    """
    if sys.stdout is None and (arguments.diff or STDIN in arguments.paths):
        raise DataError("standard output is closed; cannot write the fixed text")
    if arguments.diff:
        _write_diff("".join(_diffs(report)))
    elif STDIN in arguments.paths:
        sys.stdout.buffer.writelines(file.fixed.data for file in report.files if file.fixed)
    if sys.stdout is not None:
        sys.stdout.flush()
    for file in report.files:
        if not arguments.diff:
            _say_applied(file, arguments.verbose > arguments.quiet)
        _say_left(file)


def _write_diff(text: str) -> None:
    """Write a diff: on a terminal with every character visible, else as ``patch`` reads it."""
    from copydesk.formats.inert import inert

    if is_terminal(sys.stdout):
        sys.stdout.write(text)
    else:
        raw(sys.stdout).write(inert(text))


def diff_status(report: Report) -> int:
    """The exit status of --diff: 1 if anything would change."""
    if report.all_problems:
        return WENT_WRONG
    return FOUND if any(_diffs(report)) else FOUND_NOTHING


def _diffs(report: Report) -> list[str]:
    return [file.fixed.diff for file in report.files if file.fixed is not None]


def _say_applied(file: FileReport, each: bool) -> None:
    applied = file.fixed.applied if file.fixed else ()
    if applied:
        say(f"{harmless(file.path)}: {_counted(applied)}")
    for one in applied if each else ():
        say(f"{harmless(file.path)}: line {one.line}: {one.rule}: {one_line(one.title)}")


def _counted(applied: tuple[Applied, ...]) -> str:
    """``3 fixed (spelling/typo ×2, sentence/doubled-word)``."""
    rules = sorted(Counter(one.rule for one in applied).items())
    each = ", ".join(f"{rule} ×{times}" if times > 1 else rule for rule, times in rules)
    return f"{len(applied):,} fixed ({each})"


def _say_left(file: FileReport) -> None:
    left = file.fixed.left if file.fixed else ()
    for (rule, title, reason), lines in _grouped(left):
        where = f"line {lines[0]}" if len(lines) == 1 else counted(len(lines), "place")
        say(f"{harmless(file.path)}: {where}: {rule}: “{one_line(title)}” not applied: {reason}")


def _grouped(left: tuple[Left, ...]) -> list[tuple[tuple[str, str, str], list[int]]]:
    groups: dict[tuple[str, str, str], list[int]] = {}
    for one in left:
        groups.setdefault((one.rule, one.title, one.reason), []).append(one.line)
    return list(groups.items())
