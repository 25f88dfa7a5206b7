"""``copydesk stats``: findings by rule, desk, author and week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cli.options import (
    NO_GATE,
    config_option,
    reading_options,
    rule_options,
)

if TYPE_CHECKING:
    import argparse

from typing import TYPE_CHECKING

from copydesk.cli.commands.check import report_of, settings_of
from copydesk.cli.outputs import write_text
from copydesk.cli.status import FOUND_NOTHING, WENT_WRONG, say
from copydesk.formats import stats_page
from copydesk.measure.tallies import KINDS, tallies
from copydesk.run.linter import Linter
from copydesk.run.runner import RunOptions
from copydesk.run.settings import Reading

if TYPE_CHECKING:
    from argparse import Namespace

_FORMS = {
    "text": stats_page.as_text,
    "json": stats_page.as_json,
    "html": stats_page.as_html,
}

_STATS_EXAMPLE = """\
examples:
  copydesk stats drafts                 four tables: by rule, desk, author and week
  copydesk stats --by desk drafts       one of them
  copydesk stats --format html --output desk.html drafts   a page with plots

The desk is what front matter calls desk or section, else the folder; authors are those
of front matter or the byline; the week is that of the story's own date.

exit status: 0 counted, 2 something went wrong (named on standard error)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is counted, and how it is shown."""
    from copydesk.measure.tallies import KINDS

    parser.set_defaults(command=stats, fix=False, suggested=False, diff=False, **NO_GATE)
    parser.epilog = _STATS_EXAMPLE
    parser.add_argument("paths", nargs="*", metavar="PATH", help="drafts or folders to count in")
    add = parser.add_argument_group("what is counted").add_argument
    add("--by", action="append", choices=KINDS, default=[], help="only by this; may be repeated")
    add("--desk", default="", metavar="KEY", help="the front matter key that names the desk")
    add = parser.add_argument_group("what is shown").add_argument
    add("--format", choices=("text", "json", "html"), default="text",
        help="tables, JSON, or a page with plots (default: text)")  # fmt: skip
    add("--output", metavar="FILE", help="write the counts to a file")
    rule_options(parser.add_argument_group("what is checked"))
    reading_options(parser.add_argument_group("how drafts are read"))
    config_option(parser)


def stats(arguments: Namespace) -> int:
    """Count what is found in drafts, and show the counts."""
    linter = Linter(settings_of(arguments))
    report = report_of(
        linter, arguments, RunOptions(reading=Reading(arguments.format_in, stories=True))
    )
    kinds = tuple(arguments.by) or KINDS
    found = tallies(report, arguments.desk)
    write_text(_FORMS[arguments.format](found, kinds), arguments.output or "")
    for problem in report.all_problems:
        say(str(problem))
    return WENT_WRONG if report.all_problems else FOUND_NOTHING
