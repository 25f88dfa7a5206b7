"""Argument parsers; only the one for the current command is built."""

from __future__ import annotations

import os
from importlib import import_module

from copydesk.cli.options import NO_PLUGINS
from copydesk.cli.plain_words import plain_arguments
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import NoReturn

COMMANDS = {
    "check": "check drafts for errors and house style",
    "review": "go through the findings one by one and decide on each",
    "baseline": "record current findings, so that check reports only new ones",
    "stet": "manage the findings the desk has decided to let stand",
    "accept": "manage the words and names that are right",
    "rules": "list the rules",
    "explain": "explain a rule, with examples",
    "report-alarm": "make an anonymised example of a false alarm, for a bug report",
    "stats": "count findings by rule, desk and week",
    "changes": "show what an upgrade would change in an archive",
    "list": "list the names, dates, figures, links and quotations of a story, to tick off",
    "readability": "measure how hard drafts are to read",
    "style": "list house styles, show one, check your own",
    "init": "write a commented copydesk.toml for this site",
    "schema": "print the JSON Schema of a kind of file",
    "config": "show the current settings and where they come from",
    "facts": "show, check and update the facts about office-holders",
    "completion": "write the tab-completion script for your shell",
}


def parse(words: list[str]) -> argparse.Namespace:
    """The arguments, with ``command`` set to the function that runs them.

    Plugins are loaded only for help, and for a command or option that is not built in.
    Exits with status 2 after a message if a word is wrong, with 0 after help.

    Raises:
        PluginError: plugins are needed, and one is broken.
    """
    if not words or words[0] not in COMMANDS:
        from copydesk.cli.first_words import main_parser, meant

        known = commands_for_help(words)
        words = meant(words, known, parser_of)
        if words[0] not in known:
            main_parser(known).parse_args(words)
    name = words[0]
    if name == "check" and not any(map(_is_file_like_an_option, words[1:])):
        from copydesk.cli.commands.check import add_arguments

        plain: argparse.Namespace | None = plain_arguments(words[1:], add_arguments)
        if plain is not None:
            return plain
    return _parsed(name, words)


def _parsed(name: str, words: list[str]) -> argparse.Namespace:
    """The arguments, read with ``argparse``."""
    plugged = NO_PLUGINS not in _before_paths(words)
    parser = parser_of(name, with_plugins=plugged and _wants_help(words))
    for word in _before_paths(words)[1:]:
        if _is_file_like_an_option(word):
            parser.error(
                f"{word!r} is an option and also a file here; for the file, write ./{word}"
            )
    arguments, unknown = parser.parse_known_args(words[1:])
    if not unknown:
        return arguments
    parser = parser_of(name, with_plugins=plugged)
    arguments, unknown = parser.parse_known_args(words[1:])
    if unknown:
        _refuse(parser, unknown)
    return arguments


def _is_file_like_an_option(word: str) -> bool:
    return word.startswith("-") and word != "-" and os.path.lexists(word)


def _refuse(parser: argparse.ArgumentParser, unknown: list[str]) -> NoReturn:
    """Exit with status 2 after a message that names the option that was probably meant."""
    word = next((one for one in unknown if one.startswith("-")), unknown[0])
    if not word.startswith("-"):
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    from copydesk.files.toml import did_you_mean

    option = word.partition("=")[0]
    known = (flag for flag in parser._option_string_actions if flag.startswith("--"))
    hint = did_you_mean(option, known) or f"; {parser.prog} --help lists the options"
    raise DataError(f"unknown option {option}{hint}")


def _wants_help(words: list[str]) -> bool:
    before = _before_paths(words)
    return "-h" in before or "--help" in before


def _before_paths(words: list[str]) -> list[str]:
    """The words before ``--``, after which only paths follow."""
    return words[: words.index("--")] if "--" in words else words


def commands_for_help(words: list[str]) -> dict[str, str]:
    """The commands that a command line may mean, including those of plugins if needed.

    If only help is wanted, a broken plugin is reported, and the built-in commands remain.

    Raises:
        PluginError: a plugin is broken, and a command was named.
    """
    named = [word for word in words if not word.startswith("-")]
    if NO_PLUGINS in _before_paths(words) or not (named or _wants_help(words)):
        return COMMANDS
    from copydesk.cli.plugged import commands

    if named:
        return commands(COMMANDS)
    from copydesk.cli.status import say
    from copydesk.model.errors import PluginError

    try:
        return commands(COMMANDS)
    except PluginError as error:
        say(str(error))
        return COMMANDS


def parser_of(name: str, with_plugins: bool = False) -> argparse.ArgumentParser:
    """Build the parser of a command.

    Args:
        name: the name of the command.
        with_plugins: whether to include the options that plugins add.

    Raises:
        PluginError: a plugin is broken.
    """
    import argparse

    from copydesk.cli.help_layout import Formatter

    doc = COMMANDS.get(name) or commands_for_help([name])[name]
    parser = argparse.ArgumentParser(
        f"copydesk {name}", formatter_class=Formatter, allow_abbrev=False,
        description=f"{doc.capitalize()}.",
    )  # fmt: skip
    if name not in COMMANDS:
        from copydesk.cli.plugged import add_command

        add_command(name, parser)
        return parser
    module = name.replace("-", "_")
    import_module(f"copydesk.cli.commands.{module}").add_arguments(parser)
    if with_plugins:
        from copydesk.cli.plugged import add_options

        add_options(name, parser)
    return parser
