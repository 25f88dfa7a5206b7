"""The words of ``copydesk facts``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cli.options import config_option

if TYPE_CHECKING:
    from argparse import ArgumentParser

EPILOG = """\
examples:
  copydesk facts show "Maia Sandu"
  copydesk facts check facts/mayors.toml
  copydesk facts expiring --before 2027-02-01
  copydesk facts import query.json > facts/mayors.toml

A newsroom’s own table is a TOML file named in copydesk.toml:
  facts = ["facts/mayors.toml"]
The Wikidata query for ‘import’ stands in the head of every table that it writes."""


def facts_arguments(parser: ArgumentParser) -> None:
    """The words of ``copydesk facts``."""
    from copydesk.cli import facts

    parser.epilog = EPILOG
    parts = parser.add_subparsers(metavar="WHAT", required=True)
    one = parts.add_parser("show", help="a person’s or an office’s tenures, with sources")
    one.add_argument("name", metavar="NAME", help="a name, part of one, or an office’s id")
    one.set_defaults(command=facts.show)
    table = parts.add_parser("check", help="check a table of facts: schema, overlaps, gaps")
    table.add_argument("file", metavar="FILE")
    table.set_defaults(command=facts.check)
    days = parts.add_parser("as-of", help="the sources, and the day up to which each holds")
    days.set_defaults(command=facts.as_of)
    ends = parts.add_parser("expiring", help="the tenures that are to end soon")
    ends.add_argument("--before", metavar="DAY", required=True, help="such as 2027-02-01")
    ends.set_defaults(command=facts.expiring)
    read = parts.add_parser("import", help="write a table from a Wikidata query result (JSON)")
    read.add_argument("file", metavar="FILE", help="the result; - reads standard input")
    read.add_argument("--as-of", metavar="DAY", default="", help="when it was asked; else today")
    read.set_defaults(command=facts.import_)
    config_option(parser)
