"""Argument parsers; only the one for the current command is built."""

from __future__ import annotations

import argparse
import os
from importlib import import_module

from copydesk.cli.options import Formatter

COMMANDS = {
    "check": "check drafts for errors and house style",
    "review": "go through the findings one by one and decide on each",
    "baseline": "record today's findings, so that only new ones count",
    "stet": "list, add or remove findings the desk has let stand",
    "rules": "list the rules",
    "explain": "explain a rule, with examples",
    "stats": "count findings by rule, desk and week",
    "readability": "measure how hard drafts are to read",
    "style": "list house styles, show one, check your own",
    "config": "show the settings in force and where they come from",
    "facts": "show, check and update the facts on office-holders",
    "completion": "write the tab-completion script for your shell",
}


def parse(words: list[str]) -> argparse.Namespace:
    """The arguments, with ``command`` set to the function that runs them.

    Exits with status 2 and a message on a wrong word, 0 after help.
    """
    if not words or words[0] not in COMMANDS:
        from copydesk.cli.first_words import main_parser, meant

        words = meant(words, COMMANDS, parser_of)
        if words[0] not in COMMANDS:
            main_parser(COMMANDS).parse_args(words)
    name = words[0]
    parser = parser_of(name)
    for word in words[1 : words.index("--") if "--" in words else None]:
        if word.startswith("-") and word != "-" and os.path.lexists(word):
            parser.error(
                f"{word!r} is an option and also a file here; for the file, write ./{word}"
            )
    return parser.parse_args(words[1:])


def parser_of(name: str) -> argparse.ArgumentParser:
    """The parser of a command."""
    parser = argparse.ArgumentParser(
        f"copydesk {name}", formatter_class=Formatter, allow_abbrev=False,
        description=f"{COMMANDS[name].capitalize()}.",
    )  # fmt: skip
    import_module(f"copydesk.cli.commands.{name}").add_arguments(parser)
    return parser
