"""``copydesk stet``: list, add and prune what the desk lets stand."""

from __future__ import annotations

import os
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from copydesk.cache_folder import cache_folder
from copydesk.cli import FOUND_NOTHING, WENT_WRONG, say
from copydesk.cli.given import load_given_config
from copydesk.desk import Desk, Orders, today
from copydesk.discover import Draft
from copydesk.errors import DataError
from copydesk.formats.summary import counted, one_line
from copydesk.ledger.entries import Entry, read_ledger
from copydesk.ledger.hold import needs_two
from copydesk.ledger.keep import ledger_for, person, save_ledger
from copydesk.ledger.stand import about, let_stand, spent

if TYPE_CHECKING:
    from argparse import Namespace

    from copydesk.config import Config
    from copydesk.ledger.entries import Ledger
    from copydesk.placed import Placed


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
        print("Nothing was let stand.")
    return FOUND_NOTHING


def add(arguments: Namespace) -> int:
    """Let the findings of a rule on some words stand."""
    config = load_given_config(arguments.config, [arguments.file])
    desk = _desk(config, arguments.date)
    report = desk.read(Draft(os.path.normpath(arguments.file), arguments.file))
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
    print(f"{counted(len(found), 'place')} of “{one_line(arguments.words)}” may stand.")
    if any(needs_two(one, config.stet) for one in found) and not _has_second(before, after):
        print("It takes a second name: let somebody else run the same command.")
    return FOUND_NOTHING


def prune(arguments: Namespace) -> int:
    """Take out the entries that hold nothing back."""
    before = _ledger(arguments)
    desk = _desk(load_given_config(arguments.config, [before.home]), "")
    gone, problems = [], 0
    for file in sorted({entry.key.file for entry in before.entries}):
        path = os.path.normpath(os.path.relpath(os.path.join(before.home, file)))
        if not os.path.lexists(path):
            gone += [entry.key for entry in before.entries if entry.key.file == file]
            continue
        report = desk.read(Draft(path, path))
        for problem in report.problems:
            problems += 1
            say(str(problem))
        if not report.problems:
            gone += spent(before, report, desk.rules_for(path))
    for key in gone:
        print(f"{one_line(key.file)}: {key.rule}: “{one_line(key.words)}”")
    if not arguments.dry_run:
        save_ledger(before, before.without(gone))
    done = "would be taken out" if arguments.dry_run else "taken out"
    print(f"{len(gone):,} {'entry' if len(gone) == 1 else 'entries'} {done}.")
    return WENT_WRONG if problems else FOUND_NOTHING


def _ledger(arguments: Namespace) -> Ledger:
    config = load_given_config(arguments.config)
    return read_ledger(ledger_for(os.curdir, config.root))


def _desk(config: Config, day: str) -> Desk:
    return Desk(Orders(config, date=day, today=today(), cache=cache_folder(), stet=False))


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
    """Days since it was let stand; a date that is none counts as today."""
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
    import json

    rows = [
        {**entry.key._asdict(), "who": entry.who, "second": entry.second, "when": entry.when,
         "why": entry.why}
        for entry in entries
    ]  # fmt: skip
    return json.dumps({"version": 1, "entries": rows}, ensure_ascii=False, indent=2)


def _not_found(findings: tuple[Placed, ...], arguments: Namespace) -> str:
    said = f"{arguments.file}: {arguments.rule} has no finding on “{arguments.words}”"
    others = sorted({one.range.text for one in findings if one.rule == arguments.rule})
    if others:
        return f"{said}; it has on {', '.join(f'“{one_line(words)}”' for words in others[:5])}"
    return said


def _has_second(before: Ledger, after: Ledger) -> bool:
    return all(entry.second for entry in after.entries if entry not in before.entries)
