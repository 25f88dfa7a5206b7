"""Options that several commands have, and how help is laid out."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from copydesk.config import Config
from copydesk.files.find_up import find_config
from copydesk.model.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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


# What a command that is no gate takes them to be: all findings count, old ones too.
NO_GATE: dict[str, Any] = {
    "profile": "", "changed_since": "", "staged": False, "baseline": "", "no_baseline": True,
    "beside": [], "allow_empty": False, "no_cache": False, "batch": False,
}  # fmt: skip


def gate_options(group: argparse._ArgumentGroup) -> None:
    """What decides whether findings count, and what the run may remember."""
    add = group.add_argument
    add("--profile", default="", metavar="NAME", help="a named way to run: breaking fails on stop")
    add("--changed-since", default="", metavar="REV", help="only what changed since a git revision")
    add("--staged", action="store_true", help="only what is staged in git, as it is staged")
    add("--baseline", default="", metavar="FILE", help="the findings that are known already")
    add("--no-baseline", action="store_true", help="report what the baseline knows as well")
    add("--beside", action="append", default=[], metavar="PATH",
        help="drafts to compare with; nothing is reported of them")  # fmt: skip
    add("--allow-empty", action="store_true", help="no drafts is no error, as in a hook")
    add("--no-cache", action="store_true", help="read every draft anew")
    add("--batch", action="store_true", help="drafts as JSON lines on standard input; see the docs")


def load_given_config(given: str | None, paths: Sequence[str] = ()) -> Config:
    """The config named on the command line, else the nearest.

    The nearest is looked for from the present folder upward; where there is
    none, from the first path that was named.

    Raises:
        DataError: the file named is not there, or a config file is wrong.
    """
    if given is not None and not os.path.isfile(given):
        raise DataError(f"--config {given}: there is no such file")
    found = given or find_config(os.curdir)
    if found is None and paths and os.path.exists(paths[0]):
        first = os.path.abspath(paths[0])
        found = find_config(first if os.path.isdir(first) else os.path.dirname(first))
    if found is None:
        return Config()
    from copydesk.config.load import load_config

    return load_config(found)


def set_by_plugins(arguments: argparse.Namespace) -> dict[str, dict[str, Any]]:
    """By rule, the options that the options of plugins set on the command line."""
    found: dict[str, dict[str, Any]] = {}
    for name, rule, option in getattr(arguments, "plugin_options", ()):
        if (value := getattr(arguments, name)) is not None:
            found.setdefault(rule, {})[option] = value
    return found


def split_names(values: Iterable[str]) -> tuple[str, ...]:
    """Names from options that may be repeated and may hold commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
