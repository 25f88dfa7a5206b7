"""The words of ``copydesk stet`` and ``copydesk review``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cli.options import config_option, rule_options

if TYPE_CHECKING:
    import argparse

_STET_EXAMPLE = """\
examples:
  copydesk stet list --by person
  copydesk stet add menu.md spelling/house-form "Kiev" --why "the name of the dish"
  copydesk stet prune

What is let stand is kept in .copydesk/stet.toml, beside the drafts: put it into git.
It holds while the words, their sentence and the rule stay."""

_REVIEW_EXAMPLE = """\
examples:
  copydesk review story.md              on the whole screen
  copydesk review --plain story.md      line by line: for screen readers and pipes

Nothing is written before you say so (w, or q to save and leave)."""


def stet_arguments(parser: argparse.ArgumentParser) -> None:
    """``list``, ``add`` and ``prune``."""
    parser.epilog = _STET_EXAMPLE
    what = parser.add_subparsers(metavar="list|add|prune", required=True)
    _list(what.add_parser("list", help="what was let stand, by whom and why"))
    _add(what.add_parser("add", help="let the findings of a rule on some words stand"))
    _prune(what.add_parser("prune", help="take out the entries that hold nothing back"))
    config_option(parser)


def review_arguments(parser: argparse.ArgumentParser) -> None:
    """The drafts, and how they are shown."""
    from copydesk.cli.review import review

    parser.set_defaults(command=review)
    parser.epilog = _REVIEW_EXAMPLE
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="drafts or folders (default: this folder)")
    add("--plain", action="store_true", help="a dialogue, line by line, in place of a screen")
    add("--color", choices=("auto", "always", "never"), default="auto", help="colours")
    add("--who", default="", metavar="NAME", help="who lets things stand (default: git's user)")
    add("--encoding", default="", metavar="NAME", help="of drafts not in UTF-8, such as cp1252")
    rule_options(parser.add_argument_group("what is checked"))
    config_option(parser)


def _list(parser: argparse.ArgumentParser) -> None:
    from copydesk.cli.stet import list_entries

    parser.set_defaults(command=list_entries)
    add = parser.add_argument
    add("--by", choices=("file", "person", "rule", "age"), default="file", help="how to group")
    add("--rule", default="", help="only of this rule or group")
    add("--file", default="", help="only on this draft or folder")
    add("--who", default="", metavar="NAME", help="only by this person")
    add("--older", type=int, default=0, metavar="DAYS", help="only what is as old as that")
    add("--format", choices=("text", "json"), default="text", help="for a person or a program")


def _add(parser: argparse.ArgumentParser) -> None:
    from copydesk.cli.stet import add as command

    parser.set_defaults(command=command)
    add = parser.add_argument
    add("file", metavar="FILE", help="the draft")
    add("rule", metavar="RULE", help="the rule's id")
    add("words", metavar="WORDS", help="the words that the rule marks")
    add("--why", required=True, metavar="REASON", help="why they may stand")
    add("--who", default="", metavar="NAME", help="who says so (default: git's user)")
    add("--date", default="", metavar="DAY", help="judge as of this day, such as 2025-04-15")


def _prune(parser: argparse.ArgumentParser) -> None:
    from copydesk.cli.stet import prune

    parser.set_defaults(command=prune)
    parser.add_argument("--dry-run", action="store_true", help="only say what would go")
