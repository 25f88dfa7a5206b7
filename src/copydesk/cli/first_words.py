"""First words that are not a command: help, a draft, an option, a slip."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from typing import NoReturn

from copydesk.cli.arguments import COMMANDS, parser_of
from copydesk.cli.options import Formatter
from copydesk.cli.status import WENT_WRONG

# Commands of other tools, and what does the same here.
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


def meant(words: list[str]) -> list[str]:
    """The words for a parser: ``help COMMAND`` becomes ``COMMAND --help``.

    Exits with status 2 after the help if there are no words, and after a message
    that says what was probably meant if the first is not a command.
    """
    if not words:
        main_parser().print_help(sys.stderr)
        raise SystemExit(WENT_WRONG)
    if words[0] == "help":
        asked = next((word for word in words[1:] if not word.startswith("-")), "")
        words = [asked, "--help"] if asked else ["--help"]
    if words[0] not in (*COMMANDS, "--help", "-h", "--version"):
        _refuse(words)
    return words


def _refuse(words: list[str]) -> NoReturn:
    name = next((word for word in words if not word.startswith("-")), "")
    if words[0] != name and name in COMMANDS:
        main_parser().error(f"options of {name} come after it: copydesk {name} …")
    said = f"unknown command {name!r}" if name else "no command given"
    main_parser().error(f"{said}. {_hint(name, words)}")


def _hint(name: str, words: list[str]) -> str:
    from difflib import get_close_matches

    if name in _ELSEWHERE and words[0] == name:
        return _proposed(_ELSEWHERE[name], words[1:])
    if _is_draft(name) or (not name and _is_option_of_check(words[0])):
        return _proposed("check", words)
    for near in get_close_matches(name, COMMANDS, 1):
        return _proposed(near, [word for word in words if word != name])
    return f"Commands: {', '.join(COMMANDS)}"


def _is_draft(name: str) -> bool:
    return bool(name) and (os.path.exists(name) or bool(os.path.splitext(name)[1]))


def _is_option_of_check(word: str) -> bool:
    return word.partition("=")[0] in parser_of("check")._option_string_actions


def _proposed(start: str, words: list[str]) -> str:
    rest = [word for word in words if word not in ("--help", "-h")]
    return f"Did you mean: {' '.join(['copydesk', start, *map(shlex.quote, rest)])}?"


def main_parser() -> argparse.ArgumentParser:
    """The parser for the words before a command: ``--help`` and ``--version``."""
    from copydesk.version import __version__

    listed = "\n".join(f"  {name:<12}{doc}" for name, doc in COMMANDS.items())
    parser = argparse.ArgumentParser(
        "copydesk", formatter_class=Formatter, usage="copydesk COMMAND [OPTION…]",
        description="The editorial linter for newsrooms.", allow_abbrev=False,
        epilog=f"commands:\n{listed}\n\n{_EXAMPLE}",
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"copydesk {__version__}")
    return parser
