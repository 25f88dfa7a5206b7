"""``copydesk facts``: show, check and update the facts on office-holders."""

from __future__ import annotations

import sys

from copydesk.cache.folder import cache_folder
from copydesk.cli.options import config_option, load_given_config
from copydesk.cli.status import FOUND, FOUND_NOTHING
from copydesk.config.source import shown
from copydesk.files.data_file import files_in
from copydesk.model.errors import DataError
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import Registry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator

    from copydesk.facts import Facts, Person, Tenure

EPILOG = """\
examples:
  copydesk facts show "Maia Sandu"
  copydesk facts check facts/mayors.toml
  copydesk facts expiring --before 2027-02-01
  copydesk facts import query.json > facts/mayors.toml

Your newsroom’s own table is a TOML file named in copydesk.toml:
  facts = ["facts/mayors.toml"]
The Wikidata query for ‘import’ is at the top of every table it writes."""


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``copydesk facts``."""
    parser.epilog = EPILOG
    parts = parser.add_subparsers(metavar="WHAT", required=True)
    one = parts.add_parser("show", help="show who held an office and when, with sources")
    one.add_argument("name", metavar="NAME", help="a name or part of one, or the id of an office")
    one.set_defaults(command=show)
    table = parts.add_parser(
        "check", help="check a table of facts for schema errors, overlaps and gaps"
    )
    table.add_argument("file", metavar="FILE")
    table.set_defaults(command=check)
    days = parts.add_parser("as-of", help="list the sources and how recent each one is")
    days.set_defaults(command=as_of)
    ends = parts.add_parser("expiring", help="list terms of office that end soon")
    ends.add_argument("--before", metavar="DAY", required=True, help="such as 2027-02-01")
    ends.set_defaults(command=expiring)
    read = parts.add_parser("import", help="write a table from a Wikidata query result (JSON)")
    read.add_argument("file", metavar="FILE", help="the query result; - reads standard input")
    read.add_argument(
        "--as-of", metavar="DAY", default="", help="the day of the query (default: today)"
    )
    read.set_defaults(command=import_)
    config_option(parser)


def show(arguments: Namespace) -> int:
    """Print the tenures of people with that name, or of an office."""
    facts = _facts(arguments)
    lines = list(_of_office(facts, arguments.name)) or list(_of_people(facts, arguments.name))
    if not lines:
        print(f"copydesk: nobody called {arguments.name!r} in the facts", file=sys.stderr)
        return FOUND
    print("\n".join(lines))
    return FOUND_NOTHING


def _of_office(facts: Facts, name: str) -> Iterator[str]:
    for office in facts.all_offices():
        if office.id == name:
            titles = ", ".join(office.titles)
            yield f"{office.id}: {office.called} ({titles})"
            yield from (f"  {_line(one)}  {one.person}" for one in facts.tenures_of(office))


def _of_people(facts: Facts, name: str) -> Iterator[str]:
    from copydesk.facts import fold

    whole, part = facts.named(fold(name))
    for person in sorted(whole or part):
        yield from _of_person(person)


def _of_person(person: Person) -> Iterator[str]:
    forms = f" (also {', '.join(person.forms)})" if person.forms else ""
    died = f", died {person.died}" if person.died else ""
    yield f"{person.name}{forms}{died}"
    for one in person.tenures:
        yield f"  {_line(one)}  {one.office.called}  [{one.office.id}; {one.source}]"


def _line(one: Tenure) -> str:
    if one.since == "0000":
        return "date unknown            "
    end = one.until or (f"due {one.due}" if one.due else "")
    mark = "" if one.sure else "  (not sure)"
    return f"{one.since} to {end or '…':<10}{mark}"


def check(arguments: Namespace) -> int:
    """Check a table of facts: 0 if it has no errors, else 1."""
    from copydesk.facts.schema import read_table
    from copydesk.facts.survey import survey
    from copydesk.formats.summary import counted

    table = read_table(arguments.file, _read(arguments.file))
    remarks = survey(table)
    for remark in remarks:
        print(f"{'error' if remark.wrong else 'note '}  {remark.office}: {remark.said}")
    wrong = sum(remark.wrong for remark in remarks)
    size = f"{counted(len(table.offices), 'office')}, {counted(len(table.rows), 'tenure')}"
    found = f"{counted(wrong, 'error')}, {counted(len(remarks) - wrong, 'note')}"
    print(f"{arguments.file}: {size}, {found}")
    return FOUND if wrong else FOUND_NOTHING


def as_of(arguments: Namespace) -> int:
    """Print every source with its licence and the date of its data."""
    facts = _facts(arguments)
    counts: dict[str, int] = {}
    for person in facts.people():
        for one in person.tenures:
            if one.since != "0000":
                counts[str(one.source)] = counts.get(str(one.source), 0) + 1
    for source in sorted(set(facts.sources()), key=lambda one: (one.as_of, one.name)):
        if counts.get(str(source)):
            print(f"{source.as_of}  {counts[str(source)]:>6}  {source.name} ({source.licence})")
    return FOUND_NOTHING


def expiring(arguments: Namespace) -> int:
    """Print the tenures due to end between today and a day, the soonest first."""
    from copydesk.run.settings import today

    before, now = _day(arguments.before), today()
    found = [
        one
        for person in _facts(arguments).people()
        for one in person.tenures
        if one.due and one.last and now <= one.due < before
    ]
    for one in sorted(found, key=lambda one: (one.due, one.office.id, one.person)):
        print(f"{one.due}  {one.person}  {one.office.called}  [{one.office.id}]")
    return FOUND_NOTHING


def import_(arguments: Namespace) -> int:
    """Write a table from the JSON result of the Wikidata query."""
    from copydesk.facts.wikidata import QUERY, to_toml
    from copydesk.run.settings import today

    asked = _day(arguments.as_of) if arguments.as_of else today()
    table = to_toml(_read(arguments.file), asked, arguments.file)
    head = "\n".join(f"#   {line}".rstrip() for line in QUERY.splitlines())
    print(
        f"# Facts for copydesk, from Wikidata. The query, for https://query.wikidata.org:\n{head}"
    )
    print(f"\n{table}", end="")
    return FOUND_NOTHING


def _facts(arguments: Namespace) -> Facts:
    config = load_given_config(arguments.config)
    cache = cache_folder()
    return Registry(
        contributions(cache, config.plugins), (), cache, files_in(config.tree, config.facts)
    ).facts


def _read(path: str) -> str:
    try:
        if path == "-":
            return sys.stdin.buffer.read().decode("utf-8-sig")
        with open(path, encoding="utf-8-sig") as handle:
            return handle.read()
    except OSError as error:
        raise DataError(f"{shown(path)}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise DataError(f"{shown(path)}: not UTF-8") from None


def _day(text: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise DataError(f"{text!r} is not a date; write it as 2027-02-01") from None
