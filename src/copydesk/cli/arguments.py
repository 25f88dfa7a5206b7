"""The words of the command line. Only the parser of the command at hand is built."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from copydesk.config import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS = {
    "check": "read drafts and say what a copy editor would stop",
    "review": "walk through the findings and decide on each",
    "baseline": "write down what is found today, so that only new findings count",
    "stet": "list, add or prune what the desk lets stand",
    "rules": "list the rules",
    "explain": "say what a rule wants and why, with examples",
    "config": "show the settings in force and where they come from",
}

_FORMAT = (
    "how the findings are written: text (the default), concise, json, jsonl, html, sarif, "
    "github, gitlab, junit, checkstyle or rdjson; several with a file for each: "
    "--format text --format html=proof.html"
)
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


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help at a fixed width: asking the terminal costs more than a check."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=88, max_help_position=28)


def parse(words: list[str]) -> argparse.Namespace:
    """The arguments, with ``command`` set to the function that carries them out.

    Exits with status 2 and a message on a wrong word, 0 after help.
    """
    name = next((word for word in words if not word.startswith("-")), "")
    build = _BUILDERS.get(name)
    if build is None or words[0] != name:
        _main_parser().parse_args(words)
        _main_parser().error("say what to do: " + ", ".join(COMMANDS))
    parser = argparse.ArgumentParser(
        f"copydesk {name}", formatter_class=_Formatter, allow_abbrev=False,
        description=f"{COMMANDS[name].capitalize()}.",
    )  # fmt: skip
    build(parser)
    return parser.parse_args(words[1:])


def _main_parser() -> argparse.ArgumentParser:
    from copydesk import __version__

    listed = "\n".join(f"  {name:<10}{doc}" for name, doc in COMMANDS.items())
    parser = argparse.ArgumentParser(
        "copydesk", formatter_class=_Formatter, usage="copydesk COMMAND [OPTION…]",
        description="The editorial linter for newsrooms.",
        epilog=f"commands:\n{listed}\n\n‘copydesk COMMAND --help’ tells more.",
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"copydesk {__version__}")
    parser.add_argument("name", nargs="?", help=argparse.SUPPRESS, metavar="COMMAND")
    parser.parse_args = _checked(parser)  # type: ignore[method-assign,assignment]
    return parser


def _checked(parser: argparse.ArgumentParser) -> Callable[[list[str]], argparse.Namespace]:
    """Parse, and refuse a command that does not exist."""

    def parse_args(words: list[str]) -> argparse.Namespace:
        from copydesk.toml_data import did_you_mean

        known, _ = argparse.ArgumentParser.parse_known_args(parser, words)
        if known.name is not None and known.name not in COMMANDS:
            hint = did_you_mean(known.name, COMMANDS) or f"; there are {', '.join(COMMANDS)}"
            parser.error(f"there is no command {known.name!r}{hint}")
        if known.name is not None:
            parser.error(f"options of {known.name} come after it: copydesk {known.name} …")
        return known

    return parse_args


def _check(parser: argparse.ArgumentParser) -> None:
    from copydesk.cli.check import check
    from copydesk.cli.gate_arguments import gate_options

    parser.set_defaults(command=check)
    parser.epilog = _CHECK_EXAMPLE
    paths = "drafts or folders; the current folder if none is named; - reads standard input"
    parser.add_argument("paths", nargs="*", metavar="PATH", help=paths)
    _fix_options(parser.add_argument_group("what is fixed"))
    _output_options(parser.add_argument_group("what is shown"))
    _rule_options(parser.add_argument_group("what is checked"))
    _reading_options(parser.add_argument_group("how drafts are read"))
    gate_options(parser.add_argument_group("as a gate"))
    _config_option(parser)


def _fix_options(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--fix", action="store_true", help="take the safe fixes; with -, write the fixed text")
    add("--suggested", action="store_true", help="take the suggested fixes too: read them after")
    add("--diff", action="store_true", help="show what --fix would change; 1 if it would")


def _output_options(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    add("--format", action="append", metavar="NAME[=FILE]", help=_FORMAT)
    add("--output", metavar="FILE", help="write the findings to a file")
    add("--color", choices=("auto", "always", "never"), default="auto", help="colours")
    add("-q", "--quiet", action="count", default=0, help="less: findings without the summary")
    add("-v", "--verbose", action="count", default=0, help="more: name each file, list all")
    add("--fail-on", choices=LEVELS, help="the least that makes the check fail (default: fix)")


def _rule_options(group: argparse._ArgumentGroup) -> None:
    add = group.add_argument
    names: dict[str, Any] = {"action": "append", "default": [], "metavar": "RULE,…"}
    add("--select", help="run only these rules or groups", **names)
    add("--ignore", help="leave these rules or groups out", **names)
    add("--style", default="", metavar="NAME|FILE", help="the house style: a name or a TOML file")
    add("--date", default="", metavar="DAY", help="judge as of this day, such as 2025-04-15")
    add("--final", action="store_true", help="the draft is final: notes to the desk must be gone")


def _reading_options(group: argparse._ArgumentGroup) -> None:
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


def _config_option(parser: argparse.ArgumentParser) -> None:
    told = "the config file (default: the nearest copydesk.toml upward)"
    parser.add_argument("--config", metavar="FILE", help=told)


def _baseline(parser: argparse.ArgumentParser) -> None:
    from copydesk.cli.gate_arguments import baseline_arguments

    baseline_arguments(parser)
    _config_option(parser)


def _stet(parser: argparse.ArgumentParser) -> None:
    from copydesk.cli.desk_arguments import stet_arguments

    stet_arguments(parser)
    _config_option(parser)


def _review(parser: argparse.ArgumentParser) -> None:
    from copydesk.cli.desk_arguments import review_arguments

    review_arguments(parser)
    _rule_options(parser.add_argument_group("what is checked"))
    _config_option(parser)


def _rules(parser: argparse.ArgumentParser) -> None:
    from copydesk.cli.rules import rules

    parser.set_defaults(command=rules)
    parser.epilog = "example:\n  copydesk rules\n  copydesk rules --format markdown > rules.md"
    told = "a table for a person, JSON for programs, a table in Markdown (default: text)"
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text", help=told)
    _config_option(parser)


def _explain(parser: argparse.ArgumentParser) -> None:
    from copydesk.cli.rules import explain

    parser.set_defaults(command=explain)
    parser.epilog = "example:\n  copydesk explain spelling/house-form"
    parser.add_argument(
        "rule", metavar="RULE", help="a rule, such as sentence/fragment, or a group: titles"
    )
    _config_option(parser)


def _config(parser: argparse.ArgumentParser) -> None:
    from copydesk.cli.settings import config

    parser.set_defaults(command=config)
    parser.epilog = "example:\n  copydesk config"
    _config_option(parser)


_BUILDERS = {
    "check": _check,
    "review": _review,
    "baseline": _baseline,
    "stet": _stet,
    "rules": _rules,
    "explain": _explain,
    "config": _config,
}
