"""``copydesk stats``: findings by rule, desk, author and week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cli import FOUND_NOTHING, WENT_WRONG, say
from copydesk.cli.check import orders_of, report_of
from copydesk.cli.outputs import write_text
from copydesk.desk import Desk
from copydesk.formats import stats_page
from copydesk.tallies import KINDS, tallies

if TYPE_CHECKING:
    from argparse import Namespace

_FORMS = {
    "text": stats_page.as_text,
    "json": stats_page.as_json,
    "html": stats_page.as_html,
}


def stats(arguments: Namespace) -> int:
    """Count what is found in drafts, and show the counts."""
    desk = Desk(orders_of(arguments)._replace(stories=True))
    report = report_of(desk, arguments)
    kinds = tuple(arguments.by) or KINDS
    found = tallies(report, arguments.desk)
    write_text(_FORMS[arguments.format](found, kinds), arguments.output or "")
    for problem in report.all_problems:
        say(str(problem))
    return WENT_WRONG if report.all_problems else FOUND_NOTHING
