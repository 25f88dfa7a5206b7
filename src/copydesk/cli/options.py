"""Options that several commands have, and how help is laid out."""

from __future__ import annotations

import argparse
from typing import Any

from copydesk.config import LEVELS

_FORMAT = (
    "how the findings are written: text (the default), concise, json, jsonl, html, sarif, "
    "github, gitlab, junit, checkstyle or rdjson; several with a file for each: "
    "--format text --format html=proof.html"
)


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help at a fixed width: asking the terminal costs more than a check."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=88, max_help_position=28)


def fix_options(group: argparse._ArgumentGroup) -> None:
    """Whether fixes are taken."""
    add = group.add_argument
    add("--fix", action="store_true", help="take the safe fixes; with -, write the fixed text")
    add("--suggested", action="store_true", help="take the suggested fixes too: read them after")
    add("--diff", action="store_true", help="show what --fix would change; 1 if it would")


def output_options(group: argparse._ArgumentGroup) -> None:
    """How findings are written."""
    add = group.add_argument
    add("--format", action="append", metavar="NAME[=FILE]", help=_FORMAT)
    add("--output", metavar="FILE", help="write the findings to a file")
    add(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="whether to use colours",
    )
    add("-q", "--quiet", action="count", default=0, help="less: findings without the summary")
    add("-v", "--verbose", action="count", default=0, help="more: name each file, list all")
    add("--fail-on", choices=LEVELS, help="the least that makes the check fail (default: fix)")


def rule_options(group: argparse._ArgumentGroup) -> None:
    """Which rules run, and by which style and day."""
    add = group.add_argument
    names: dict[str, Any] = {"action": "append", "default": [], "metavar": "RULE,…"}
    add("--select", help="run only these rules or groups", **names)
    add("--ignore", help="leave these rules or groups out", **names)
    add("--style", default="", metavar="NAME|FILE", help="the house style: a name or a TOML file")
    add("--date", default="", metavar="DAY", help="judge as of this day, such as 2025-04-15")
    add("--final", action="store_true", help="the draft is final: notes to the desk must be gone")


def reading_options(group: argparse._ArgumentGroup) -> None:
    """How drafts are read."""
    add = group.add_argument
    add("--format-in", default="", metavar="NAME", help="read all as text, markdown or html")
    add("--stdin-filename", default="", metavar="NAME", help="the name of the draft that - reads")
    add("--encoding", default="", metavar="NAME", help="of drafts not in UTF-8, such as cp1252")
    add("--jobs", type=_count, default=0, metavar="N", help="processes (default: as many as pay)")


def _count(text: str) -> int:
    """A whole number from 1 up.

    Raises:
        ValueError: it is none; argparse tells the user.
    """
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


_count.__name__ = "number of processes"  # argparse says: invalid number of processes value


def config_option(parser: argparse.ArgumentParser) -> None:
    """Which config file."""
    told = "the config file (default: the nearest copydesk.toml upward)"
    parser.add_argument("--config", metavar="FILE", help=told)
