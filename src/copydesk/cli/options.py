"""Options shared by several commands."""

from __future__ import annotations

import os

from copydesk.config import LEVELS, Config, RuleSelection
from copydesk.files.find_up import find_config
from copydesk.files.tree import WORKING_TREE
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

    from copydesk.files.tree import Tree

_FORMAT = (
    "output format: text (default), concise, json, jsonl, html, sarif, "
    "github, gitlab, junit, checkstyle or rdjson; repeat it for several formats, each with "
    "its own file: "
    "--format text --format html=proof.html"
)
NO_PLUGINS = "--no-plugins"


def fix_options(group: argparse._ArgumentGroup) -> None:
    """Options for fixing."""
    add = group.add_argument
    add(
        "--fix",
        action="store_true",
        help="apply the safe fixes; with -, write the fixed draft to standard output",
    )
    add(
        "--suggested",
        action="store_true",
        help="also apply suggested fixes; review them afterwards",
    )
    add(
        "--diff",
        action="store_true",
        help="show what --fix would change; exits 1 if there are changes",
    )


def output_options(group: argparse._ArgumentGroup) -> None:
    """Options for the output."""
    add = group.add_argument
    add("--format", action="append", metavar="NAME[=FILE]", help=_FORMAT)
    add("--output", metavar="FILE", help="write the report to a file")
    add(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="when to use colour (default: auto)",
    )
    add("-q", "--quiet", action="count", default=0, help="findings only, no summary")
    add("-v", "--verbose", action="count", default=0, help="list every file and every occurrence")
    fail_on_option(group)


def fail_on_option(group: argparse._ActionsContainer) -> None:
    """The option for the lowest severity that fails the check."""
    told = "lowest severity that fails the check (default: fix)"
    group.add_argument("--fail-on", choices=LEVELS, help=told)


def rule_options(group: argparse._ArgumentGroup) -> None:
    """Options for rules, house style and date."""
    add = group.add_argument
    names: dict[str, Any] = {"action": "append", "default": [], "metavar": "RULE,…"}
    add("--select", help="run only these rules or groups", **names)
    add("--ignore", help="skip these rules or groups", **names)
    preview_option(group)
    style_option(group)
    date_option(group)
    add("--final", action="store_true", help="final draft: also report notes to the desk")


def style_option(parser: argparse._ActionsContainer) -> None:
    """The option for the house style."""
    told = "house style: a name or a TOML file"
    parser.add_argument("--style", default="", metavar="NAME|FILE", help=told)


def preview_option(parser: argparse._ActionsContainer) -> None:
    """The option for rules in preview."""
    told = "also run rules that are in preview"
    parser.add_argument("--preview", action="store_true", default=None, help=told)


def selection_of(arguments: argparse.Namespace) -> RuleSelection:
    """The rules and house style that the options for rules and those of plugins select."""
    return RuleSelection(
        select=split_names(arguments.select) or None,
        ignore=split_names(arguments.ignore),
        options=set_by_plugins(arguments),
        style=arguments.style,
        preview=arguments.preview,
    )


def reading_options(group: argparse._ArgumentGroup) -> None:
    """Options for reading drafts."""
    add = group.add_argument
    add("--format-in", default="", metavar="NAME", help="read all drafts as text, markdown or html")
    add(
        "--stdin-filename",
        default="",
        metavar="NAME",
        help="file name to report for the draft read from -",
    )
    add(
        "--force-exclude",
        action="store_true",
        help="skip what the config excludes even if it is named (for hooks)",
    )
    add(
        "--encoding",
        default="",
        metavar="NAME",
        help="encoding of drafts that are not UTF-8, such as cp1252",
    )
    max_size_option(group)
    add(
        "--jobs",
        type=whole_number(1, "number of processes"),
        default=0,
        metavar="N",
        help="number of processes (default: automatic)",
    )


def max_size_option(parser: argparse._ActionsContainer) -> None:
    """The option for the largest draft that is read."""
    parser.add_argument(
        "--max-size",
        type=whole_number(1, "number of megabytes"),
        default=0,
        metavar="MB",
        help="largest draft that is checked (default: 5)",
    )


def whole_number(least: int, what: str) -> Callable[[str], int]:
    """What reads a whole number from the command line.

    Args:
        least: the smallest number that is allowed.
        what: what the number is; argparse says: invalid number of processes value.
    """

    def number(text: str) -> int:
        found = int(text)
        if found < least:
            raise ValueError(text)
        return found

    number.__name__ = what
    return number


def paths_argument(parser: argparse.ArgumentParser, more: str = "") -> None:
    """The argument for drafts and folders; ``more`` is added to its help."""
    told = f"drafts or folders (default: the current folder){more}"
    parser.add_argument("paths", nargs="*", metavar="PATH", help=told)


def date_option(parser: argparse._ActionsContainer) -> None:
    """The option for the story date."""
    parser.add_argument(
        "--date",
        default="",
        type=_day,
        metavar="DAY",
        help="check titles and names as of this date, such as 2025-04-15",
    )


def _day(text: str) -> str:
    """A date from the command line, in ISO form.

    Raises:
        DataError: it is not a date.
    """
    if not text:
        return ""
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise DataError(f"--date {text}: not a date; write it as 2025-04-15") from None


def config_option(parser: argparse.ArgumentParser) -> None:
    """The option for the config file."""
    told = "config file for all drafts (default: for each the nearest copydesk.toml above it)"
    parser.add_argument("--config", metavar="FILE", help=told)


def load_given_config(
    given: str | None, paths: Sequence[str] = (), tree: Tree = WORKING_TREE
) -> Config:
    """Load the config of the run: the one named on the command line, else the nearest one.

    The search goes upward from the current folder and, if that finds nothing, from
    the first of the paths.

    Raises:
        DataError: the file named does not exist, or a config file is wrong.
    """
    if given is not None and not os.path.isfile(given):
        raise DataError(f"--config {given}: no such file")
    found = given or find_config(os.curdir, tree)
    if found is None and paths and os.path.exists(paths[0]):
        first = os.path.abspath(paths[0])
        found = find_config(first if os.path.isdir(first) else os.path.dirname(first), tree)
    if found is None:
        return Config(tree=tree)
    from copydesk.config.load import load_config

    return load_config(found, tree, named=given is not None)


def set_by_plugins(arguments: argparse.Namespace) -> dict[str, dict[str, Any]]:
    """The rule options that plugins' command-line options set, by rule."""
    found: dict[str, dict[str, Any]] = {}
    for name, rule, option in getattr(arguments, "plugin_options", ()):
        if (value := getattr(arguments, name)) is not None:
            found.setdefault(rule, {})[option] = value
    return found


def split_names(values: Iterable[str]) -> tuple[str, ...]:
    """Names from options that can be repeated and can contain commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
