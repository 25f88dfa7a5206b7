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
    from typing import Any

    from copydesk.facts import Tenure

EPILOG = """\
examples:
  copydesk facts show "Maia Sandu"
  copydesk facts check facts/mayors.toml
  copydesk facts expiring --before 2027-02-01
  copydesk facts update copydesk_facts-2026.12.31-py3-none-any.whl
  copydesk facts import query.json --office gb/pm=Q14211 > facts/pm.toml

Your newsroom’s own table is a TOML file named in copydesk.toml:
  facts = ["facts/mayors.toml"]
It adds, ends and corrects single terms of office; the rest stays as it is in ours.
The Wikidata query for ‘import’ is at the top of every table it writes."""


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of ``copydesk facts``."""
    parser.epilog = EPILOG
    parts = parser.add_subparsers(metavar="WHAT", required=True)
    one = parts.add_parser("show", help="show who held an office and when, with sources")
    one.add_argument("name", metavar="NAME", help="a name or part of one, or the id of an office")
    one.set_defaults(command=show)
    _add_check(parts)
    days = parts.add_parser("as-of", help="list the pack and the sources, and how recent they are")
    days.set_defaults(command=as_of)
    ends = parts.add_parser("expiring", help="list terms of office that end or need a look soon")
    ends.add_argument("--before", metavar="DAY", required=True, help="such as 2027-02-01")
    ends.set_defaults(command=expiring)
    _add_update(parts)
    _add_import(parts)
    config_option(parser)


def _add_check(parts: Any) -> None:
    table = parts.add_parser("check", help="check a table of facts for what cannot be right")
    table.add_argument("file", metavar="FILE")
    told = "also list what is only worth a look"
    table.add_argument("-v", "--verbose", action="store_true", help=told)
    table.set_defaults(command=check)


def _add_update(parts: Any) -> None:
    pack = parts.add_parser("update", help="use a newer pack of facts from now on")
    told = "a folder, an archive such as a wheel, or the address of one; nothing else is fetched"
    pack.add_argument("source", metavar="FILE|DIR|URL", help=told)
    told = "accept only this pack: sha256:DIGEST of pack.json, or minisign:KEY"
    pack.add_argument("--accept", metavar="WHAT", default="", help=told)
    told = "use it though the pack in use is newer"
    pack.add_argument("--allow-older", action="store_true", help=told)
    pack.set_defaults(command=update)


def _add_import(parts: Any) -> None:
    read = parts.add_parser("import", help="write a table from a Wikidata query result (JSON)")
    read.add_argument("file", metavar="FILE", help="the query result; - reads standard input")
    told = "the day of the query (default: today)"
    read.add_argument("--as-of", metavar="DAY", default="", help=told)
    told = "our id of an office of the result, such as gb/pm=Q14211; repeat it for several"
    read.add_argument("--office", metavar="ID=QID", action="append", default=[], help=told)
    read.set_defaults(command=import_)


def show(arguments: Namespace) -> int:
    """Print the tenures of people with that name, or of an office."""
    from copydesk.cli.facts_shown import lines_of

    lines = lines_of(_registry(arguments).facts, arguments.name)
    if not lines:
        print(f"copydesk: nobody called {arguments.name!r} in the facts", file=sys.stderr)
        return FOUND
    print("\n".join(lines))
    return FOUND_NOTHING


def check(arguments: Namespace) -> int:
    """Check a table of facts: 0 if it has no errors, else 1."""
    from copydesk.facts.schema import read_table
    from copydesk.facts.survey import survey
    from copydesk.formats.summary import counted
    from copydesk.run.settings import today

    table = read_table(arguments.file, _read(arguments.file))
    for office in table.offices:
        if not office.titles and not _registry(arguments).facts.has_office(office.id):
            raise DataError(f"{shown(arguments.file)}: office {office.id} needs titles")
    remarks = survey(table, today())
    for remark in remarks:
        if remark.wrong or arguments.verbose:
            print(f"{'error' if remark.wrong else 'note '}  {remark.office}: {remark.said}")
    wrong = sum(remark.wrong for remark in remarks)
    size = f"{counted(len(table.offices), 'office')}, {counted(len(table.rows), 'tenure')}"
    notes = len(remarks) - wrong
    more = "" if not notes or arguments.verbose else " (-v lists them)"
    print(f"{arguments.file}: {size}, {counted(wrong, 'error')}, {counted(notes, 'note')}{more}")
    return FOUND if wrong else FOUND_NOTHING


def as_of(arguments: Namespace) -> int:
    """Print the pack in use, then every source with its licence and the date of its data."""
    registry = _registry(arguments)
    facts, counts = registry.facts, dict[str, int]()
    for person in facts.people():
        for one in person.tenures:
            if one.since != "0000":
                for source in dict.fromkeys((*one.sources, *one.ends)):
                    counts[str(source)] = counts.get(str(source), 0) + 1
    print(f"{registry.facts_pack}, as of {registry.facts_pack.as_of or 'an unknown day'}")
    if registry.unused_facts:
        print(f"copydesk: {registry.unused_facts}", file=sys.stderr)
    for source in sorted(set(facts.sources()), key=lambda one: (one.as_of, one.name)):
        if counts.get(str(source)):
            print(f"{source.as_of}  {counts[str(source)]:>6}  {source.name} ({source.licence})")
    return FOUND_NOTHING


def expiring(arguments: Namespace) -> int:
    """Print the tenures that are due to end between today and a day, or to be checked again.

    An open tenure that was last checked too long ago says nothing any more.
    """
    from copydesk.run.settings import today

    before, now = _day(arguments.before), today()
    found = [
        one
        for person in _registry(arguments).facts.people()
        for one in person.tenures
        if one.last and one.sure and not one.until and now <= one.expires < before
    ]
    for one in sorted(found, key=lambda one: (one.expires, one.office.id, one.person)):
        print(_expiring(one))
    return FOUND_NOTHING


def _expiring(one: Tenure) -> str:
    why = "" if one.due else f"  last checked {one.known}"
    return f"{one.expires}  {one.person}  {one.office.called}  [{one.office.id}]{why}"


def update(arguments: Namespace) -> int:
    """Put a pack of facts into the user’s data folder, and use it from now on."""
    from copydesk.cli.packs.update import update as put

    registry = _registry(arguments)
    pin = arguments.accept or load_given_config(arguments.config).facts_pack
    pack = put(arguments.source, registry.facts_pack, pin, arguments.allow_older)
    print(f"{pack} is in use, as of {pack.as_of}: {pack.folder}")
    return FOUND_NOTHING


def import_(arguments: Namespace) -> int:
    """Write a table from the JSON result of the Wikidata query."""
    from copydesk.facts.wikidata import QUERY, to_toml
    from copydesk.formats.summary import counted
    from copydesk.run.settings import today

    asked = _day(arguments.as_of) if arguments.as_of else today()
    known = _registry(arguments).facts.all_offices()
    ids = {one.wikidata: one.id for one in known if one.wikidata} | dict(_named(arguments.office))
    table, left_out = to_toml(_read(arguments.file), asked, arguments.file, ids, known)
    head = "\n".join(f"#   {line}".rstrip() for line in QUERY.splitlines())
    print(
        f"# Facts for copydesk, from Wikidata. The query, for https://query.wikidata.org:\n{head}"
    )
    print(f"\n{table}", end="")
    if left_out:
        told = f"{counted(left_out.total(), 'row')} left out: {left_out}"
        print(f"copydesk: {told}", file=sys.stderr)
    return FOUND_NOTHING


def _named(offices: list[str]) -> Iterator[tuple[str, str]]:
    """Our ids by those of Wikidata, as ``--office`` gives them."""
    import re

    for one in offices:
        match = re.fullmatch(r"([a-z0-9-]+/[a-z0-9-]+)=(Q[0-9]+)", one)
        if match is None:
            raise DataError(f"--office {one!r}: write it as gb/pm=Q14211")
        yield match[2], match[1]


def _registry(arguments: Namespace) -> Registry:
    config = load_given_config(arguments.config)
    cache = cache_folder()
    return Registry(
        contributions(cache, config.plugins), (), cache, files_in(config.tree, config.facts)
    )


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
