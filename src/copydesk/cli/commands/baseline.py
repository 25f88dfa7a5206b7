"""``copydesk baseline``: record today's findings, so that only new ones fail the check."""

from __future__ import annotations

import os

from copydesk.cli.gate import discovered
from copydesk.cli.options import (
    config_option,
    date_option,
    paths_argument,
    split_names,
)
from copydesk.cli.settings import run_settings
from copydesk.cli.status import FOUND_NOTHING, WENT_WRONG, say
from copydesk.config import RuleSelection
from copydesk.files.find_up import BASELINE, find_baseline
from copydesk.formats.summary import counted
from copydesk.gate.baseline import (
    Baseline,
    drawn_up,
    pruned,
    read_baseline,
    save_baseline,
)
from copydesk.run.linter import Linter
from copydesk.run.options import RunOptions
from copydesk.run.runner import run

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace

    from copydesk.report import Report

_BASELINE_EXAMPLE = """\
examples:
  copydesk baseline            record current findings, to see only new ones
  copydesk baseline --prune    drop findings that have been fixed since"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk baseline``."""
    parser.set_defaults(command=baseline)
    parser.epilog = _BASELINE_EXAMPLE
    add = parser.add_argument
    paths_argument(parser)
    add(
        "--prune",
        action="store_true",
        help="drop what has been fixed, without adding new findings",
    )
    add(
        "--file",
        default="",
        metavar="FILE",
        help="the baseline file (default: .copydesk/baseline.json)",
    )
    add("--select", action="append", default=[], metavar="RULE,…", help="run only these rules")
    add("--style", default="", metavar="NAME|FILE", help="the house style")
    date_option(parser)
    config_option(parser)


def baseline(arguments: Namespace) -> int:
    """Record today's findings, or drop those that have been fixed."""
    choice = RuleSelection(split_names(arguments.select) or None, style=arguments.style)
    settings = run_settings(arguments, arguments.paths)
    linter = Linter(settings._replace(choice=choice, date=arguments.date))
    found = discovered(linter, arguments.paths)
    options = RunOptions(problems=found.problems, not_read=found.not_read, shelve=True)
    report = run(linter, found.drafts, options)
    problems = [str(problem) for problem in report.all_problems]
    if not report.files and not problems:
        problems = ["no drafts found, so there is nothing to record"]
    for problem in problems:
        say(problem)
    if problems:
        say("baseline not written: some drafts could not be checked")
        return WENT_WRONG
    print(_written(arguments, report, settings.config.root))
    return FOUND_NOTHING


def _written(arguments: Namespace, report: Report, root: str) -> str:
    path = arguments.file or find_baseline(os.curdir) or os.path.join(root or os.curdir, *BASELINE)
    path = os.path.abspath(path)
    shown = os.path.relpath(path)
    if arguments.prune:
        before = read_baseline(path)
        after = pruned(before, report.files)
        save_baseline(after)
        gone = _size(before) - _size(after)
        return f"{shown}: {counted(gone, 'fixed finding')} dropped, {_size(after):,} left."
    after = drawn_up(path, report.files)
    save_baseline(after)
    files = sum(one.findings > 0 for one in report.totals.outlines)
    return f"{shown}: {counted(_size(after), 'finding')} in {counted(files, 'file')} recorded."


def _size(found: Baseline) -> int:
    return sum(found.old.values())
