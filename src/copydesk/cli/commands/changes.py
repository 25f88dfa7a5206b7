"""``copydesk changes``: what another version of copydesk would find in an archive."""

from __future__ import annotations

import os

from copydesk.cache.digest import digest
from copydesk.cli.commands.check import level_of, report_of, settings_of
from copydesk.cli.gate_options import NO_GATE
from copydesk.cli.options import (
    config_option,
    fail_on_option,
    paths_argument,
    reading_options,
    rule_options,
)
from copydesk.cli.outputs import write_text
from copydesk.cli.status import FOUND, FOUND_NOTHING, WENT_WRONG, say
from copydesk.files.find_up import find_ledger
from copydesk.formats import changes_page
from copydesk.formats.summary import counted
from copydesk.gate.record import Record, as_json, drafts_of, read_record
from copydesk.gate.upgrade import compare
from copydesk.model.errors import DataError
from copydesk.run.linter import Linter
from copydesk.run.options import RunOptions
from copydesk.run.settings import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace

    from copydesk.report import Report
    from copydesk.run.settings import RunSettings

_EXAMPLE = """\
examples:
  copydesk changes archive --record 0.1.0.json    before the upgrade: record findings
  copydesk changes archive --against 0.1.0.json   after it: what is new, gone, changed
  copydesk changes --against 0.1.0.json --preview archive   with the rules in preview

Run both from the same folder. Only drafts that have not changed in between are compared.
Drafts without a date are checked as of the day the record was made. The record contains
the words of each finding, so keep it where you keep the archive.

exit status: 0 no differences, 1 differences, 2 an error (see standard error)."""

_FORMS = {"text": changes_page.as_text, "json": changes_page.as_json}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk changes``."""
    parser.set_defaults(command=changes, **NO_GATE)
    parser.epilog = _EXAMPLE
    paths_argument(parser)
    either = parser.add_mutually_exclusive_group(required=True)
    either.add_argument("--record", metavar="FILE", help="record what this version finds")
    either.add_argument("--against", metavar="FILE", help="compare with an earlier record")
    output = parser.add_argument_group("output")
    add = output.add_argument
    add("--format", choices=tuple(_FORMS), default="text", help="text or JSON (default: text)")
    add("--output", default="", metavar="FILE", help="write the comparison to a file")
    add("--all", action="store_true", help="list every finding, not just ten of each kind")
    fail_on_option(output)
    rule_options(parser.add_argument_group("rules"))
    reading_options(parser.add_argument_group("reading drafts"))
    config_option(parser)


def changes(arguments: Namespace) -> int:
    """Record what this version finds, or compare it with a record."""
    _check_targets(arguments)
    settings = settings_of(arguments)
    before = read_record(arguments.against) if arguments.against else None
    if before is not None:
        settings = settings._replace(today=before.today)
    linter = Linter(settings)
    report = report_of(
        linter, arguments, RunOptions(reading=Reading(arguments.format_in), shelve=True)
    )
    if report.all_problems:
        for problem in report.all_problems:
            say(str(problem))
        say("nothing recorded or compared: some drafts could not be checked")
        return WENT_WRONG
    rules = {name: linter.registry.rules[name].version for name in linter.default.severities}
    used = _settings_digest(linter, [one.path for one in report.totals.outlines])
    if before is None:
        return _recorded(Record(drafts_of(report.files), rules, used, settings.today), arguments)
    return _compared(before, report, rules, used, arguments, settings)


def _check_targets(arguments: Namespace) -> None:
    """Refuse to overwrite a draft, or the record that is compared with.

    Raises:
        DataError: a file to be written exists and is something else.
    """
    if arguments.record and os.path.lexists(arguments.record):
        try:
            read_record(arguments.record)
        except DataError:
            told = f"--record {arguments.record}: this file exists and is not a record"
            raise DataError(f"{told}; give the record another name") from None
    target, before = arguments.output, arguments.against
    if target and before and os.path.exists(target) and os.path.samefile(target, before):
        raise DataError(f"--output {target}: this is the record; give the output another name")


def _recorded(record: Record, arguments: Namespace) -> int:
    write_text(as_json(record), arguments.record)
    count = sum(len(draft.findings) for draft in record.drafts.values())
    drafts = counted(len(record.drafts), "draft")
    print(f"{arguments.record}: {counted(count, 'finding')} in {drafts} recorded.")
    return FOUND_NOTHING


def _compared(
    before: Record, report: Report, rules: dict[str, int], used: str, arguments: Namespace,
    settings: RunSettings,
) -> int:  # fmt: skip
    level = level_of(arguments, settings.config)
    found = compare(before, {file.path: file for file in report.files}, level)
    if not found.compared and not found.altered:
        say("none of the drafts is in the record; run from the folder where it was made")
        return WENT_WRONG
    text = _FORMS[arguments.format](before, found, rules, used, arguments.all)
    write_text(text, arguments.output)
    return FOUND if found.changes else FOUND_NOTHING


def _settings_digest(linter: Linter, paths: list[str]) -> str:
    """A digest of what besides copydesk decides what is found: options and the desk's own files.

    Raises:
        OSError: a file that was there a moment ago is gone.
    """
    settings = linter.settings
    choice = settings.choice._replace(preview=None)
    parts = [repr((choice, settings.date, settings.encoding, settings.final)).encode()]
    files: list[str] = []
    for config in linter.configs.used(paths):
        files += (
            *config.files,
            *(file for _, file in (*config.terms, *config.facts, *config.accept)),
        )
    ledgers = {find_ledger(folder) for folder in set(map(os.path.dirname, paths))}
    for file in (*files, *sorted(filter(None, ledgers))):
        with open(file, "rb") as handle:
            parts.append(handle.read())
    return digest(*parts).hex()
