"""``copydesk stet``: list, add and prune findings the desk has let stand."""

from __future__ import annotations

import os
from collections import Counter
from datetime import date

from copydesk.cli.options import config_option, date_option, load_given_config
from copydesk.cli.settings import run_settings
from copydesk.cli.status import FOUND_NOTHING, WENT_WRONG, say
from copydesk.files.discover import Draft
from copydesk.formats.summary import counted, one_line
from copydesk.model.errors import DataError
from copydesk.run.linter import Linter
from copydesk.run.settings import today
from copydesk.stet.hold_back import needs_two
from copydesk.stet.ledger import Entry, read_ledger
from copydesk.stet.let_stand import about, let_stand, spent
from copydesk.stet.save import ledger_for, person, save_ledger

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace

    from copydesk.model.placed import PlacedFinding
    from copydesk.stet.ledger import Ledger

_STET_EXAMPLE = """\
examples:
  copydesk stet list --by person
  copydesk stet add menu.md spelling/house-form "Kiev" --why "the name of the dish"
  copydesk stet prune

Entries are kept in .copydesk/stet.toml, beside the drafts: commit that file. An entry
stays valid as long as the words, their sentence and the rule do not change."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``list``, ``add`` and ``prune``."""
    parser.epilog = _STET_EXAMPLE
    what = parser.add_subparsers(metavar="list|add|prune", required=True)
    _list(what.add_parser("list", help="list what the desk let stand, who decided and why"))
    _add(what.add_parser("add", help="let certain words stand despite a rule"))
    _prune(what.add_parser("prune", help="remove entries that no longer apply"))
    config_option(parser)


def _list(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=list_entries)
    add = parser.add_argument
    add(
        "--by",
        choices=("file", "person", "rule", "age"),
        default="file",
        help="group by rule, draft or person",
    )
    add("--rule", default="", help="only this rule or group")
    add("--file", default="", help="only this draft or folder")
    add("--who", default="", metavar="NAME", help="only entries by this person")
    add("--older", type=int, default=0, metavar="DAYS", help="only entries at least this old")
    add(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text for people, JSON for programs (default: text)",
    )


def _add(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=add)
    option = parser.add_argument
    option("file", metavar="FILE", help="the draft")
    option("rule", metavar="RULE", help="the rule's id")
    option("words", metavar="WORDS", help="the words the rule flags")
    option("--why", required=True, metavar="REASON", help="the reason, for the record")
    option("--who", default="", metavar="NAME", help="your name (default: git’s user)")
    date_option(parser)


def _prune(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(command=prune)
    parser.add_argument("--dry-run", action="store_true", help="only list what would be removed")


def list_entries(arguments: Namespace) -> int:
    """List what was let stand."""
    entries = [one for one in _ledger(arguments).entries if _is_wanted(one, arguments)]
    entries.sort(key=lambda one: (_group(one, arguments.by), one.when, one.key))
    if arguments.format == "json":
        print(_json(entries))
        return FOUND_NOTHING
    counts = Counter(_group(one, arguments.by) for one in entries)
    head = None
    for entry in entries:
        group = _group(entry, arguments.by)
        if group != head:
            print(f"{'' if head is None else chr(10)}{one_line(group)}: {counts[group]}")
            head = group
        print(_line(entry))
    if not entries:
        print("No findings have been let stand.")
    return FOUND_NOTHING


def add(arguments: Namespace) -> int:
    """Let a rule's findings on certain words stand."""
    linter = _linter(arguments, [arguments.file], arguments.date)
    config = linter.configs.of(arguments.file)
    report = linter.check(Draft(os.path.normpath(arguments.file), arguments.file))
    if report.problems:
        raise DataError(str(report.problems[0]))
    found = about(report.findings, arguments.rule, arguments.words)
    if not found:
        raise DataError(_not_found(report.findings, arguments))
    folder = os.path.dirname(os.path.abspath(arguments.file))
    before = read_ledger(ledger_for(folder, config.root))
    who = arguments.who or person(folder)
    after = before
    for finding in found:
        after = let_stand(after, finding, who, today(), arguments.why)
    save_ledger(before, after)
    print(f"Let stand: “{one_line(arguments.words)}”, {counted(len(found), 'place')}.")
    if any(needs_two(one, config.stet) for one in found) and not _has_second(before, after):
        print("A second name is needed: have a colleague run the same command.")
    return FOUND_NOTHING


def prune(arguments: Namespace) -> int:
    """Remove the entries that no longer apply."""
    before = _ledger(arguments)
    linter = _linter(arguments, [before.folder])
    gone, problems = [], 0
    for file in sorted({entry.key.file for entry in before.entries}):
        path = os.path.normpath(os.path.relpath(os.path.join(before.folder, file)))
        if not os.path.lexists(path):
            gone += [entry.key for entry in before.entries if entry.key.file == file]
            continue
        report = linter.check(Draft(path, path))
        for problem in report.problems:
            problems += 1
            say(str(problem))
        if not report.problems:
            gone += spent(before, report, linter.prepared_for(path).rules_for(path))
    for key in gone:
        print(f"{one_line(key.file)}: {key.rule}: “{one_line(key.words)}”")
    if not arguments.dry_run:
        save_ledger(before, before.without(gone))
    done = "would be removed" if arguments.dry_run else "removed"
    print(f"{counted(len(gone), 'entry', 'entries')} {done}.")
    return WENT_WRONG if problems else FOUND_NOTHING


def _ledger(arguments: Namespace) -> Ledger:
    config = load_given_config(arguments.config)
    return read_ledger(ledger_for(os.curdir, config.root))


def _linter(arguments: Namespace, paths: list[str], day: str = "") -> Linter:
    return Linter(run_settings(arguments, paths)._replace(date=day, stet=False))


def _is_wanted(entry: Entry, arguments: Namespace) -> bool:
    rule, file = entry.key.rule, entry.key.file
    if arguments.rule and arguments.rule not in (rule, rule.partition("/")[0]):
        return False
    if arguments.file and file != arguments.file and not file.startswith(f"{arguments.file}/"):
        return False
    if arguments.who and arguments.who.lower() not in f"{entry.who} {entry.second}".lower():
        return False
    older: int = arguments.older
    return _age(entry) >= older


def _age(entry: Entry) -> int:
    """Days since the entry was made; an invalid date counts as today."""
    try:
        return (date.fromisoformat(today()) - date.fromisoformat(entry.when)).days
    except ValueError:
        return 0


def _group(entry: Entry, by: str) -> str:
    if by == "person":
        return entry.who
    if by == "rule":
        return entry.key.rule
    if by == "age":
        return entry.when[:7]
    return entry.key.file


def _line(entry: Entry) -> str:
    second = f", {entry.second}" if entry.second else ""
    said = f"{entry.key.rule}: “{entry.key.words}” ({entry.who}{second}, {entry.when}: {entry.why})"
    return f"  {one_line(entry.key.file)}: {one_line(said)}"


def _json(entries: list[Entry]) -> str:
    from copydesk.formats.json_format import encoded

    rows = [
        {**entry.key._asdict(), "who": entry.who, "second": entry.second, "when": entry.when,
         "why": entry.why}
        for entry in entries
    ]  # fmt: skip
    return encoded({"version": 1, "entries": rows}, indent=2)


def _not_found(findings: tuple[PlacedFinding, ...], arguments: Namespace) -> str:
    said = f"{arguments.file}: {arguments.rule} has no finding on “{arguments.words}”"
    others = sorted({one.range.text for one in findings if one.rule == arguments.rule})
    if others:
        return f"{said}; it has on {', '.join(f'“{one_line(words)}”' for words in others[:5])}"
    return said


def _has_second(before: Ledger, after: Ledger) -> bool:
    return all(entry.second for entry in after.entries if entry not in before.entries)
