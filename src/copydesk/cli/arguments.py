"""The words of the command line. Only the parser of the command at hand is built."""

from __future__ import annotations

import argparse
import os
from importlib import import_module
from typing import TYPE_CHECKING

from copydesk.cli.options import Formatter

if TYPE_CHECKING:
    from collections.abc import Callable

COMMANDS = {
    "check": "read drafts and say what a copy editor would stop",
    "review": "walk through the findings and decide on each",
    "baseline": "write down what is found today, so that only new findings count",
    "stet": "list, add or prune what the desk lets stand",
    "rules": "list the rules",
    "explain": "say what a rule wants and why, with examples",
    "stats": "count the findings by rule, desk, author and week",
    "readability": "say how hard drafts are to read, and where the longest sentences are",
    "style": "list house styles, show one, check a file of your own",
    "config": "show the settings in force and where they come from",
    "facts": "show, check and refresh the facts about who holds which office",
    "completion": "write what the shell needs to complete words after TAB",
}
# In which module the function stands that builds a command's parser: NAME_arguments.
_HOMES = {
    "check": "check", "stats": "check", "readability": "check", "baseline": "gate",
    "review": "desk", "stet": "desk",
    "rules": "book", "explain": "book", "style": "book", "config": "book", "completion": "book",
    "facts": "facts",
}  # fmt: skip


_MAIN_EXAMPLE = """\
examples:
  copydesk check story.md     what a copy editor would stop in one draft
  copydesk explain titles     what the rules about titles want

‘copydesk COMMAND --help’ tells more."""


def parse(words: list[str]) -> argparse.Namespace:
    """The arguments, with ``command`` set to the function that carries them out.

    Exits with status 2 and a message on a wrong word, 0 after help.
    """
    name = next((word for word in words if not word.startswith("-")), "")
    if name not in COMMANDS or words[0] != name:
        _main_parser().parse_args(words)
        _main_parser().error("say what to do: " + ", ".join(COMMANDS))
    parser = parser_of(name)
    for word in words[1 : words.index("--") if "--" in words else None]:
        if word.startswith("-") and word != "-" and os.path.lexists(word):
            parser.error(f"{word!r} is an option and also a file here; write ./{word} for the file")
    return parser.parse_args(words[1:])


def parser_of(name: str) -> argparse.ArgumentParser:
    """The parser of a command."""
    parser = argparse.ArgumentParser(
        f"copydesk {name}", formatter_class=Formatter, allow_abbrev=False,
        description=f"{COMMANDS[name].capitalize()}.",
    )  # fmt: skip
    home = import_module(f"copydesk.cli.{_HOMES[name]}_arguments")
    getattr(home, f"{name}_arguments")(parser)
    return parser


def _main_parser() -> argparse.ArgumentParser:
    from copydesk import __version__

    listed = "\n".join(f"  {name:<12}{doc}" for name, doc in COMMANDS.items())
    parser = argparse.ArgumentParser(
        "copydesk", formatter_class=Formatter, usage="copydesk COMMAND [OPTION…]",
        description="The editorial linter for newsrooms.",
        epilog=f"commands:\n{listed}\n\n{_MAIN_EXAMPLE}",
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
