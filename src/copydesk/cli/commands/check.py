"""``copydesk check``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cli.options import (
    config_option,
    fix_options,
    gate_options,
    output_options,
    reading_options,
    rule_options,
)

if TYPE_CHECKING:
    import argparse

import sys
from typing import TYPE_CHECKING

from copydesk.cache.folder import cache_folder
from copydesk.cli.gate import gated, work
from copydesk.cli.options import load_given_config, split_names
from copydesk.cli.outputs import is_terminal, outputs_of, wanted, write_all
from copydesk.cli.status import FOUND, FOUND_NOTHING, WENT_WRONG, say
from copydesk.config.model import PROFILES, Choice, Profile, severity_of
from copydesk.files.discover import Draft
from copydesk.files.read import STDIN
from copydesk.model.errors import DataError
from copydesk.model.findings import Problem
from copydesk.report.report import Report
from copydesk.run.linter import Desk
from copydesk.run.runner import Plan, run
from copydesk.run.settings import Orders, today

if TYPE_CHECKING:
    from argparse import Namespace

    from copydesk.config.model import Config
    from copydesk.files.discover import Found
    from copydesk.report.fixed import Fixing

_STDIN_NAME = "<standard input>"

_CHECK_EXAMPLE = """\
examples:
  copydesk check                        every draft in this folder and below
  copydesk check story.md               one draft
  copydesk check --fail-on stop drafts  fail only for what would need a correction
  copydesk check --date 2025-04-15 x.txt   judge titles and names as of that day
  copydesk check --diff story.md        what the safe fixes would change
  copydesk check --fix story.md         take them

exit status: 0 nothing at or above the level of --fail-on, 1 findings, 2 something
went wrong (named on standard error)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Drafts, and how they are checked."""
    parser.set_defaults(command=check)
    parser.epilog = _CHECK_EXAMPLE
    paths = "drafts or folders; the current folder if none is named; - reads standard input"
    parser.add_argument("paths", nargs="*", metavar="PATH", help=paths)
    fix_options(parser.add_argument_group("what is fixed"))
    output_options(parser.add_argument_group("what is shown"))
    rule_options(parser.add_argument_group("what is checked"))
    reading_options(parser.add_argument_group("how drafts are read"))
    gate_options(parser.add_argument_group("as a gate"))
    config_option(parser)


def check(arguments: Namespace) -> int:
    """Check the drafts that were named and write what was found."""
    orders = orders_of(arguments)
    level = severity_of(arguments.fail_on or _profile(arguments, orders.config).fail_on)
    if arguments.batch:
        from copydesk.cli.batch import batch

        return batch(orders, level)
    desk = Desk(orders)
    outputs = outputs_of(arguments, desk.registry.formatters)
    desk.orders = orders._replace(stories=wanted(outputs, "stories"))
    _check_format_in(desk, arguments.format_in)
    report = report_of(desk, arguments)._replace(level=level)
    if orders.fixing is not None:
        from copydesk.cli.fix import diff_status, show

        show(report, arguments)
    if wanted(outputs, "rules"):
        from copydesk.explain.library import rulebook

        found = (finding.rule for finding in report.findings)
        report = report._replace(rulebook=rulebook(desk.registry, found))
    if _gives_text(arguments):
        outputs = [output for output in outputs if output.file]
    if not arguments.diff:
        write_all(outputs, report, arguments)
    for problem in report.all_problems:
        say(str(problem))
    if arguments.diff:
        return diff_status(report)
    return _status(report)


def _gives_text(arguments: Namespace) -> bool:
    """Whether the fixed text of a draft goes to standard output in place of the report."""
    return arguments.fix and STDIN in arguments.paths


def orders_of(arguments: Namespace) -> Orders:
    """What the command line and the config files order."""
    config = load_given_config(arguments.config, arguments.paths)
    profile = _profile(arguments, config)
    select = split_names(arguments.select)
    choice = Choice(
        select=select or None,
        ignore=split_names(arguments.ignore),
        style=arguments.style,
    )
    return Orders(
        config,
        choice.over(profile.choice),
        _day(arguments.date),
        today(),
        arguments.format_in,
        arguments.encoding,
        arguments.final or profile.final,
        cache_folder(),
        _fixing(arguments),
    )


def _profile(arguments: Namespace, config: Config) -> Profile:
    """The profile that was named; what the config says where none was.

    Raises:
        DataError: there is no such profile.
    """
    if not arguments.profile:
        return Profile(fail_on=config.fail_on)
    profiles = {**PROFILES, **config.profiles}
    found = profiles.get(arguments.profile)
    if found is None:
        from copydesk.files.toml import did_you_mean

        known = ", ".join(sorted(profiles))
        hint = did_you_mean(arguments.profile, profiles) or f"; there are {known}"
        raise DataError(f"--profile: there is no profile {arguments.profile!r}{hint}")
    return found._replace(fail_on=found.fail_on or config.fail_on)


def _fixing(arguments: Namespace) -> Fixing | None:
    """How drafts are to be fixed, if they are."""
    if not (arguments.fix or arguments.suggested or arguments.diff):
        return None
    from copydesk.cli.fix import fixing

    return fixing(arguments)


def _day(text: str) -> str:
    """A date of the command line, checked.

    Raises:
        DataError: it is no date.
    """
    if not text:
        return ""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise DataError(f"--date {text}: write a day as 2025-04-15") from None


def report_of(desk: Desk, arguments: Namespace) -> Report:
    """What is found in the drafts that were named."""
    if STDIN in arguments.paths:
        return _from_stdin(desk, arguments)
    with work(desk, arguments) as (found, beside, changes):
        nothing = [] if changes is not None else _nothing(found, desk, arguments.allow_empty)
        problems = [*found.problems, *nothing]
        plan = Plan(arguments.jobs, problems, beside=beside, cache=not arguments.no_cache)
        report = _run(desk, found, plan)
    return gated(report, changes, arguments)


def _run(desk: Desk, found: Found, plan: Plan) -> Report:
    if len(found.drafts) < 2 or not is_terminal(sys.stderr):
        return run(desk, found.drafts, plan)
    from copydesk.run.progress import Progress

    with Progress(len(found.drafts), sys.stderr, True) as progress:
        return run(desk, found.drafts, plan._replace(advance=progress.advance))


def _from_stdin(desk: Desk, arguments: Namespace) -> Report:
    if len(arguments.paths) > 1:
        raise DataError("- reads one draft from standard input; name no other path with it")
    name = arguments.stdin_filename or _STDIN_NAME
    files = (desk.read(Draft(name, STDIN)),)
    return gated(Report(files, (), len(desk.default.severities), notes=desk.notes), None, arguments)


def _nothing(found: Found, desk: Desk, allowed: bool) -> list[Problem]:
    """A problem if there is nothing to check: a gate that checks nothing is open."""
    if found.drafts or found.problems or allowed:
        return []
    endings = ", ".join(sorted(desk.registry.suffixes))
    return [Problem(f"no drafts found; copydesk reads {endings}")]


def _check_format_in(desk: Desk, name: str) -> None:
    parsers = desk.registry.parsers
    if name and name not in parsers:
        from copydesk.files.toml import did_you_mean

        hint = did_you_mean(name, parsers) or f"; there are {', '.join(sorted(parsers))}"
        raise DataError(f"--format-in: there is no parser {name!r}{hint}")


def _status(report: Report) -> int:
    if report.all_problems:
        return WENT_WRONG
    level = report.level
    if level is not None and any(one.severity >= level for one in report.findings):
        return FOUND
    return FOUND_NOTHING
