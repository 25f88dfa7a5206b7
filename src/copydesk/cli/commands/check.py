"""``copydesk check``."""

from __future__ import annotations

import os
import sys
from operator import attrgetter

from copydesk.cli.gate import work
from copydesk.cli.gate_options import gate_options, trust_options
from copydesk.cli.guard import raw
from copydesk.cli.nothing import (
    is_left_out,
    none_read,
    not_empty,
    nothing_found,
    strict,
    with_problems,
)
from copydesk.cli.options import (
    config_option,
    fix_options,
    output_options,
    paths_argument,
    reading_options,
    rule_options,
    selection_of,
)
from copydesk.cli.outputs import is_terminal, outputs_of, refuse_drafts, wanted, write_all
from copydesk.cli.settings import base_of_run, run_settings
from copydesk.cli.status import FOUND, FOUND_NOTHING, WENT_WRONG, say
from copydesk.cli.streams import streams
from copydesk.config import PROFILES, Profile, severity_of
from copydesk.files.discover import Draft
from copydesk.files.find_up import find_baseline
from copydesk.files.read import STDIN
from copydesk.model.errors import DataError
from copydesk.model.findings import Problem
from copydesk.run.linter import Linter
from copydesk.run.options import RunOptions
from copydesk.run.runner import run
from copydesk.run.settings import Reading, RunSettings

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace
    from collections.abc import Callable, Iterable

    from copydesk.cli.outputs import Output
    from copydesk.cli.streams import Streams
    from copydesk.config import Config
    from copydesk.files.discover import Found
    from copydesk.gate.trust import Base
    from copydesk.model.findings import Severity
    from copydesk.registry.registry import Registry
    from copydesk.report import Report
    from copydesk.report.fixed import Fixing
    from copydesk.report.story import RuleHelp

# The formats that say what was not checked.
_TELL = ("text", "json", "jsonl", "sarif", "html", "github-summary")
_STDIN_NAME = "<standard input>"

_CHECK_EXAMPLE = """\
examples:
  copydesk check                        every draft in this folder and below
  copydesk check story.md               one draft
  copydesk check --fail-on stop drafts  fail only on what would force a correction
  copydesk check --date 2025-04-15 x.txt   check titles and names as of that day
  copydesk check --diff story.md        show what the safe fixes would change
  copydesk check --fix story.md         apply the safe fixes

exit status: 0 nothing at or above the --fail-on level, 1 findings, 2 an error (see
standard error)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk check``."""
    parser.set_defaults(command=check)
    parser.epilog = _CHECK_EXAMPLE
    paths_argument(parser, "; - reads standard input")
    fix_options(parser.add_argument_group("fixing"))
    output_options(parser.add_argument_group("output"))
    rule_options(parser.add_argument_group("rules"))
    reading_options(parser.add_argument_group("reading drafts"))
    gate_options(parser.add_argument_group("CI and hooks"))
    trust_options(parser.add_argument_group("trust"))
    config_option(parser)


def check(arguments: Namespace) -> int:
    """Check the drafts and write the report."""
    base = base_of_run(arguments)
    settings, fixing = settings_of(arguments, base), _fixing(arguments)
    level = level_of(arguments, settings.config)
    if arguments.batch:
        from copydesk.cli.batch import batch

        return batch(settings, level, arguments.format_in, arguments.allow_empty)
    linter = Linter(settings)
    outputs = outputs_of(arguments, linter.registry.formatters)
    refuse_drafts(outputs, arguments.paths, linter.registry.suffixes)
    _check_format_in(linter, arguments.format_in)
    reading = Reading(arguments.format_in, stories=wanted(outputs, "stories"))
    rulebook = _rulebook(linter) if wanted(outputs, "rules") else None
    options = RunOptions(
        fixing=fixing, reading=reading, level=level, rulebook=rulebook, base=base, shelve=True
    )
    if _gives_text(arguments):
        outputs = [output for output in outputs if output.file]
    with streams(outputs if fixing is None else ()) as stream:
        options = options._replace(take=stream.take if stream else None)
        report = report_of(linter, arguments, options)
        if arguments.strict or settings.config.strict:
            report = strict(report)
        if fixing is not None:
            from copydesk.cli.fix import show

            show(report, arguments)
        return _written(report, outputs, arguments, stream)


def _written(
    report: Report, outputs: list[Output], arguments: Namespace, stream: Streams | None
) -> int:
    """Write the report in every format; the exit status."""
    if not arguments.diff:
        write_all([one for one in outputs if not (stream and one in stream)], report, arguments)
    if stream:
        stream.finish(report)
    for problem in report.all_problems:
        say(str(problem))
    told = {output.spec.name for output in outputs}
    if report.gaps and told.isdisjoint(_TELL) and arguments.quiet <= arguments.verbose:
        from copydesk.formats.summary import gap_sentences

        for sentence in gap_sentences(report):
            say(sentence)
    if arguments.diff:
        from copydesk.cli.fix import diff_status

        return diff_status(report)
    return _status(report)


def _rulebook(linter: Linter) -> Callable[[Iterable[str]], tuple[RuleHelp, ...]]:
    """Help on rules, for formats that include it."""
    from copydesk.explain.library import rulebook

    def told(names: Iterable[str]) -> tuple[RuleHelp, ...]:
        by_registry: dict[Registry, list[str]] = {}
        for name in sorted(set(names)):
            by_registry.setdefault(linter.registry_with(name), []).append(name)
        found = (rulebook(registry, some) for registry, some in by_registry.items())
        return tuple(sorted((one for each in found for one in each), key=attrgetter("id")))

    return told


def _gives_text(arguments: Namespace) -> bool:
    """Whether the fixed draft goes to standard output instead of the report."""
    return arguments.fix and STDIN in arguments.paths


def settings_of(arguments: Namespace, base: Base | None = None) -> RunSettings:
    """The settings, from the command line and the config files.

    Args:
        arguments: the arguments of the command line.
        base: the revision that the files are read from, if not from the working tree.
    """
    settings = run_settings(arguments, arguments.paths, base)
    profile = _profile(arguments, settings.config)
    return settings._replace(
        choice=selection_of(arguments).over(profile.choice),
        date=arguments.date,
        encoding=arguments.encoding,
        max_size=getattr(arguments, "max_size", 0),  # not every command has it
        final=arguments.final or profile.final,
    )


def level_of(arguments: Namespace, config: Config) -> Severity | None:
    """The lowest severity that fails the check; None if none does."""
    return severity_of(arguments.fail_on or _profile(arguments, config).fail_on)


def _profile(arguments: Namespace, config: Config) -> Profile:
    """The profile named on the command line, else the config's own choice.

    Raises:
        DataError: there is no such profile.
    """
    if not arguments.profile:
        return Profile(fail_on=config.fail_on)
    profiles = {**PROFILES, **config.profiles}
    found = profiles.get(arguments.profile)
    if found is None:
        from copydesk.files.toml import near_or_all

        hint = near_or_all(arguments.profile, profiles)
        raise DataError(f"--profile: unknown profile {arguments.profile!r}{hint}")
    return found._replace(fail_on=found.fail_on or config.fail_on)


def _fixing(arguments: Namespace) -> Fixing | None:
    """How to fix drafts; None if they are not to be fixed."""
    if not (arguments.fix or arguments.suggested or arguments.diff):
        return None
    from copydesk.cli.fix import fixing

    return fixing(arguments)


def report_of(linter: Linter, arguments: Namespace, options: RunOptions) -> Report:
    """The report on the drafts that were named.

    Args:
        linter: the linter that checks them.
        arguments: the arguments of the command line.
        options: how they are read, and what goes into the report.
    """
    if not arguments.no_baseline:
        options = options._replace(baseline=arguments.baseline or _baseline(linter))
    if STDIN in arguments.paths:
        report = run(linter, [_stdin(arguments)], options)
        allowed = arguments.allow_empty or _gives_text(arguments)  # a filter passes on nothing
        return report if allowed else not_empty(report)
    with work(linter, arguments) as (found, beside, changes, empty):
        allowed = arguments.allow_empty or is_left_out(found, arguments)
        nothing = nothing_found(found, linter) if empty and not allowed else []
        options = options._replace(
            jobs=arguments.jobs, problems=[*found.problems, *nothing], beside=beside,
            cache=not arguments.no_cache, changes=changes, not_read=found.not_read,
            left_out=found.left_out,
        )  # fmt: skip
        report = _run(linter, found, options)
    if report.files or not found.drafts or changes is not None or arguments.allow_empty:
        return report
    return with_problems(report, [Problem(none_read(report.not_read))])


def _baseline(linter: Linter) -> str:
    """The baseline in the folder; empty if there is none."""
    return find_baseline(os.curdir, linter.settings.config.tree) or ""


def _run(linter: Linter, found: Found, options: RunOptions) -> Report:
    is_busy = options.take is not None and is_terminal(sys.stdout)  # with findings
    if len(found.drafts) < 2 or is_busy or not is_terminal(sys.stderr):
        return run(linter, found.drafts, options)
    from copydesk.run.progress import Progress

    with Progress(len(found.drafts), raw(sys.stderr), True) as progress:
        return run(linter, found.drafts, options._replace(advance=progress.advance))


def _stdin(arguments: Namespace) -> Draft:
    if len(arguments.paths) > 1:
        raise DataError("- reads one draft from standard input; give no other path with it")
    return Draft(arguments.stdin_filename or _STDIN_NAME, STDIN)


def _check_format_in(linter: Linter, name: str) -> None:
    parsers = linter.registry.parsers
    if name and name not in parsers:
        from copydesk.files.toml import near_or_all

        raise DataError(f"--format-in: unknown parser {name!r}{near_or_all(name, parsers)}")


def _status(report: Report) -> int:
    if report.all_problems:
        return WENT_WRONG
    return FOUND if report.totals.reaches(report.level) else FOUND_NOTHING
