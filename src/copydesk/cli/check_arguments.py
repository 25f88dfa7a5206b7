"""The words of ``copydesk check`` and ``copydesk stats``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cli.gate_arguments import NO_GATE, gate_options
from copydesk.cli.options import (
    config_option,
    fix_options,
    output_options,
    reading_options,
    rule_options,
)

if TYPE_CHECKING:
    import argparse

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
_STATS_EXAMPLE = """\
examples:
  copydesk stats drafts                 four tables: by rule, desk, author and week
  copydesk stats --by desk drafts       one of them
  copydesk stats --format html --output desk.html drafts   a page with plots

The desk is what front matter calls desk or section, else the folder; authors are those
of front matter or the byline; the week is that of the story's own date.

exit status: 0 counted, 2 something went wrong (named on standard error)."""

_READABILITY_EXAMPLE = """\
examples:
  copydesk readability story.md    grade level, reading time, longest sentences
  copydesk readability drafts      a table of all drafts in a folder

A desk sets its limits in copydesk.toml; the exit status is 1 where a draft breaks one:
  [readability]
  grade = 12       # years of schooling (Flesch-Kincaid); also fog (Gunning)
  sentence = 45    # words in the longest sentence
  minutes = 6      # of reading"""


def check_arguments(parser: argparse.ArgumentParser) -> None:
    """Drafts, and how they are checked."""
    from copydesk.cli.check import check

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


def stats_arguments(parser: argparse.ArgumentParser) -> None:
    """What is counted, and how it is shown."""
    from copydesk.cli.stats import stats
    from copydesk.tallies import KINDS

    parser.set_defaults(command=stats, fix=False, suggested=False, diff=False, **NO_GATE)
    parser.epilog = _STATS_EXAMPLE
    parser.add_argument("paths", nargs="*", metavar="PATH", help="drafts or folders to count in")
    add = parser.add_argument_group("what is counted").add_argument
    add("--by", action="append", choices=KINDS, default=[], help="only by this; may be repeated")
    add("--desk", default="", metavar="KEY", help="the front matter key that names the desk")
    add = parser.add_argument_group("what is shown").add_argument
    add("--format", choices=("text", "json", "html"), default="text",
        help="tables, JSON, or a page with plots (default: text)")  # fmt: skip
    add("--output", metavar="FILE", help="write the counts to a file")
    rule_options(parser.add_argument_group("what is checked"))
    reading_options(parser.add_argument_group("how drafts are read"))
    config_option(parser)


def readability_arguments(parser: argparse.ArgumentParser) -> None:
    """Which drafts, and how the measures are written."""
    from copydesk.cli.readability import readability

    parser.set_defaults(command=readability)
    parser.epilog = _READABILITY_EXAMPLE
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="drafts or folders (default: this folder)")
    add("--format", choices=("text", "json"), default="text", help="for a person or a program")
    add("--output", metavar="FILE", help="write the measures to a file")
    config_option(parser)
