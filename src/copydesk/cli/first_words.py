"""First words that are not a command: help, a draft, an option, a typo."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from difflib import get_close_matches

from copydesk.cli.help_layout import Formatter
from copydesk.cli.status import WENT_WRONG

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Commands of other tools, and their equivalents here.
_ELSEWHERE = {
    "fix": "check --fix",
    "diff": "check --diff",
    "lint": "check",
    "version": "--version",
}

_EXAMPLE = """\
examples:
  copydesk check story.md     check one draft
  copydesk explain titles     list the rules on titles

For details: copydesk help COMMAND"""


def meant(
    words: list[str],
    commands: Mapping[str, str],
    parser_of: Callable[[str], argparse.ArgumentParser],
) -> list[str]:
    """The words for a parser: ``help COMMAND`` becomes ``COMMAND --help``.

    Exits with status 2 after the help if there are no words, and after a message
    that says what was probably meant if the first is not a command.

    Args:
        words: the words of the command line.
        commands: what each command does, by name.
        parser_of: builds the parser of a command.
    """
    if not words:
        main_parser(commands).print_help(sys.stderr)
        raise SystemExit(WENT_WRONG)
    if words[0] == "help":
        asked = next((word for word in words[1:] if not word.startswith("-")), "")
        words = [asked, "--help"] if asked else ["--help"]
    if words[0] not in (*commands, "--help", "-h", "--version"):
        main_parser(commands).error(_wrong(words, commands, parser_of))
    return words


def _wrong(
    words: list[str],
    commands: Mapping[str, str],
    parser_of: Callable[[str], argparse.ArgumentParser],
) -> str:
    """What is wrong with the first words, and what was probably meant."""
    name = next((word for word in words if not word.startswith("-")), "")
    if name in commands:
        return f"options of {name} come after it: copydesk {name} …"
    said = f"unknown command {name!r}" if name else "no command given"
    if name in _ELSEWHERE and words[0] == name:
        return f"{said}. {_proposed(_ELSEWHERE[name], words[1:])}"
    options = () if name else parser_of("check")._option_string_actions
    if _is_draft(name) or words[0].partition("=")[0] in options:
        return f"{said}. {_proposed('check', words)}"
    for near in get_close_matches(name, commands, 1):
        return f"{said}. {_proposed(near, [word for word in words if word != name])}"
    return f"{said}. Commands: {', '.join(commands)}"


def _is_draft(name: str) -> bool:
    return bool(name) and (os.path.exists(name) or bool(os.path.splitext(name)[1]))


def _proposed(start: str, words: list[str]) -> str:
    rest = [word for word in words if word not in ("--help", "-h")]
    return f"Did you mean: {' '.join(['copydesk', start, *map(shlex.quote, rest)])}?"


def main_parser(commands: Mapping[str, str]) -> argparse.ArgumentParser:
    """The parser for the words before a command: ``--help`` and ``--version``."""
    from copydesk.model import __version__

    width = max(12, *(len(name) + 1 for name in commands))
    listed = "\n".join(f"  {name:<{width}}{doc}" for name, doc in commands.items())
    parser = argparse.ArgumentParser(
        "copydesk", formatter_class=Formatter, usage="copydesk COMMAND [OPTION…]",
        description="The editorial linter for newsrooms.", allow_abbrev=False,
        epilog=f"commands:\n{listed}\n\n{_EXAMPLE}",
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"copydesk {__version__}")
    return parser
