"""``copydesk baseline``: what is there today no longer breaks the gate."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from copydesk.cache_folder import cache_folder
from copydesk.cli import FOUND_NOTHING, WENT_WRONG, say
from copydesk.cli.given import load_given_config, split_names
from copydesk.config import Choice
from copydesk.desk import Desk, Orders, today
from copydesk.discover import discover
from copydesk.gate.baseline import (
    FILE,
    Baseline,
    drawn_up,
    find_baseline,
    pruned,
    read_baseline,
    save_baseline,
)
from copydesk.run import Plan, run

if TYPE_CHECKING:
    from argparse import Namespace

    from copydesk.report import Report


def baseline(arguments: Namespace) -> int:
    """Write down what is found now, or take out what has been mended."""
    config = load_given_config(arguments.config, arguments.paths)
    choice = Choice(split_names(arguments.select) or None, style=arguments.style)
    desk = Desk(Orders(config, choice, arguments.date, today(), cache=cache_folder()))
    found = discover(arguments.paths or [os.curdir], desk.registry.suffixes, desk.excluded)
    report = run(desk, found.drafts, Plan(problems=found.problems))
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
    path = arguments.file or find_baseline(os.curdir) or os.path.join(root or os.curdir, *FILE)
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
