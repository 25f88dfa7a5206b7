"""``copydesk baseline``: what is there today no longer breaks the gate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cli.options import config_option

if TYPE_CHECKING:
    import argparse

import os
from typing import TYPE_CHECKING

from copydesk.cache.folder import cache_folder
from copydesk.cli.options import load_given_config, split_names
from copydesk.cli.status import FOUND_NOTHING, WENT_WRONG, say
from copydesk.config import Choice
from copydesk.files.discover import discover
from copydesk.files.find_up import BASELINE, find_baseline
from copydesk.gate.baseline import (
    Baseline,
    drawn_up,
    pruned,
    read_baseline,
    save_baseline,
)
from copydesk.run.linter import Linter
from copydesk.run.runner import RunOptions, run
from copydesk.run.settings import RunSettings, today

if TYPE_CHECKING:
    from argparse import Namespace

    from copydesk.report import Report

_BASELINE_EXAMPLE = """\
examples:
  copydesk baseline            write down what is found; check then reports what is new
  copydesk baseline --prune    take out what has been mended since"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of ``copydesk baseline``."""
    parser.set_defaults(command=baseline)
    parser.epilog = _BASELINE_EXAMPLE
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="drafts or folders (default: the current folder)")
    add("--prune", action="store_true", help="take out what has been mended, add nothing")
    add("--file", default="", metavar="FILE", help="where it is (default: .copydesk/baseline.json)")
    add("--select", action="append", default=[], metavar="RULE,…", help="only these rules")
    add("--style", default="", metavar="NAME|FILE", help="the house style")
    add("--date", default="", metavar="DAY", help="judge as of this day, such as 2025-04-15")
    config_option(parser)


def baseline(arguments: Namespace) -> int:
    """Write down what is found now, or take out what has been mended."""
    config = load_given_config(arguments.config, arguments.paths)
    choice = Choice(split_names(arguments.select) or None, style=arguments.style)
    linter = Linter(RunSettings(config, choice, arguments.date, today(), cache=cache_folder()))
    found = discover(
        arguments.paths or [os.curdir], linter.registry.suffixes, linter.prepared.excluded
    )
    report = run(linter, found.drafts, RunOptions(problems=found.problems))
    problems = [str(problem) for problem in report.all_problems]
    if not found.drafts and not problems:
        problems = ["no drafts found, so there is nothing to write down"]
    for problem in problems:
        say(problem)
    if problems:
        say("the baseline was not written: what cannot be checked cannot be known")
        return WENT_WRONG
    print(_written(arguments, report, config.root))
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
        return f"{shown}: {gone:,} mended and taken out, {_size(after):,} left."
    after = drawn_up(path, report.files)
    save_baseline(after)
    files = sum(1 for file in report.files if file.findings)
    return f"{shown}: {_size(after):,} findings in {files:,} files written down."


def _size(found: Baseline) -> int:
    return sum(found.old.values())
