"""``copydesk stats``: findings by rule, desk, week and, if asked, author."""

from __future__ import annotations

from copydesk.cli.commands.check import report_of, settings_of
from copydesk.cli.gate_options import NO_GATE
from copydesk.cli.options import (
    config_option,
    paths_argument,
    reading_options,
    rule_options,
)
from copydesk.cli.outputs import write_text
from copydesk.cli.status import FOUND_NOTHING, WENT_WRONG, say
from copydesk.formats import stats_page
from copydesk.formats.summary import counted_kinds
from copydesk.measure.tallies import KINDS, tallies
from copydesk.run.linter import Linter
from copydesk.run.options import RunOptions
from copydesk.run.settings import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace

_FORMS = {
    "text": stats_page.as_text,
    "json": stats_page.as_json,
    "html": stats_page.as_html,
}

# Counts by author are about people, so they are shown only on request.
_UNASKED = tuple(kind for kind in KINDS if kind != "author")

_STATS_EXAMPLE = """\
examples:
  copydesk stats drafts                 three tables: by rule, desk and week
  copydesk stats --by desk drafts       only the table by desk
  copydesk stats --by author drafts     by author; shown only when asked for
  copydesk stats --format html --output desk.html drafts   a page with charts

The desk comes from “desk” or “section” in the front matter or, failing that, from the
folder. Authors come from the front matter or the byline. The week is taken from the
story’s date.

exit status: 0 success, 2 an error (see standard error)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk stats``."""
    parser.set_defaults(command=stats, **NO_GATE)
    parser.epilog = _STATS_EXAMPLE
    paths_argument(parser)
    add = parser.add_argument_group("counting").add_argument
    add(
        "--by",
        action="append",
        choices=KINDS,
        default=[],
        help="what to group the counts by; may be repeated (default: rule, desk and week)",
    )
    add("--desk", default="", metavar="KEY", help="the front matter key that names the desk")
    add = parser.add_argument_group("output").add_argument
    add("--format", choices=("text", "json", "html"), default="text",
        help="tables, JSON, or a page with charts (default: text)")  # fmt: skip
    add("--output", metavar="FILE", help="write the counts to a file")
    rule_options(parser.add_argument_group("rules"))
    reading_options(parser.add_argument_group("reading drafts"))
    config_option(parser)


def stats(arguments: Namespace) -> int:
    """Count the findings in drafts and show the counts."""
    linter = Linter(settings_of(arguments))
    reading = Reading(arguments.format_in, stories=True)
    report = report_of(linter, arguments, RunOptions(reading=reading, shelve=True))
    kinds = tuple(arguments.by) or _UNASKED
    found = tallies(report, arguments.desk)
    write_text(_FORMS[arguments.format](found, kinds), arguments.output or "")
    if report.not_read:
        say(counted_kinds(report.not_read))
    for problem in report.all_problems:
        say(str(problem))
    return WENT_WRONG if report.all_problems else FOUND_NOTHING
