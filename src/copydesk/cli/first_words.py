"""First words that are not a command: help, a draft, an option, a slip."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from typing import TYPE_CHECKING, NoReturn

from copydesk.cli.options import Formatter
from copydesk.cli.status import WENT_WRONG

if TYPE_CHECKING:
    from collections.abc import Callable

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


def meant(
    words: list[str], known: dict[str, str], parser_of: Callable[[str], argparse.ArgumentParser]
) -> list[str]:
    """The words for a parser: ``help COMMAND`` becomes ``COMMAND --help``.

    Exits with status 2 after the help if there are no words, and after a message
    that says what was probably meant if the first is not a command.

    Args:
        words: those of the command line.
        known: the commands, with a line on each.
        parser_of: gives the parser of a command.
    """
    if not words:
        main_parser(known).print_help(sys.stderr)
        raise SystemExit(WENT_WRONG)
    if words[0] == "help":
        asked = next((word for word in words[1:] if not word.startswith("-")), "")
        words = [asked, "--help"] if asked else ["--help"]
    if words[0] not in (*known, "--help", "-h", "--version"):
        _refuse(words, known, parser_of)
    return words


def _refuse(
    words: list[str], known: dict[str, str], parser_of: Callable[[str], argparse.ArgumentParser]
) -> NoReturn:
    name = next((word for word in words if not word.startswith("-")), "")
    if words[0] != name and name in known:
        main_parser(known).error(f"options of {name} come after it: copydesk {name} …")
    said = f"unknown command {name!r}" if name else "no command given"
    main_parser(known).error(f"{said}. {_hint(name, words, known, parser_of)}")


def _hint(
    name: str,
    words: list[str],
    known: dict[str, str],
    parser_of: Callable[[str], argparse.ArgumentParser],
) -> str:
    from difflib import get_close_matches

    if name in _ELSEWHERE and words[0] == name:
        return _proposed(_ELSEWHERE[name], words[1:])
    if _is_draft(name) or (
        not name and words[0].partition("=")[0] in parser_of("check")._option_string_actions
    ):
        return _proposed("check", words)
    for near in get_close_matches(name, known, 1):
        return _proposed(near, [word for word in words if word != name])
    return f"Commands: {', '.join(known)}"


def _is_draft(name: str) -> bool:
    return bool(name) and (os.path.exists(name) or bool(os.path.splitext(name)[1]))


def _proposed(start: str, words: list[str]) -> str:
    rest = [word for word in words if word not in ("--help", "-h")]
    return f"Did you mean: {' '.join(['copydesk', start, *map(shlex.quote, rest)])}?"


def main_parser(known: dict[str, str]) -> argparse.ArgumentParser:
    """The parser for the words before a command: ``--help`` and ``--version``."""
    from copydesk.model import __version__

    width = max(12, *(len(name) + 1 for name in known))
    listed = "\n".join(f"  {name:<{width}}{doc}" for name, doc in known.items())
    parser = argparse.ArgumentParser(
        "copydesk", formatter_class=Formatter, usage="copydesk COMMAND [OPTION…]",
        description="The editorial linter for newsrooms.", allow_abbrev=False,
        epilog=f"commands:\n{listed}\n\n{_EXAMPLE}",
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"copydesk {__version__}")
    return parser
