"""The words of the command line. Only the parser of the command at hand is built."""

from __future__ import annotations

import argparse
import os
from importlib import import_module
from typing import NoReturn

from copydesk.cli.options import Formatter

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

_MAIN_EXAMPLE = """\
examples:
  copydesk check story.md     what a copy editor would stop in one draft
  copydesk explain titles     what the rules about titles want

‘copydesk COMMAND --help’ tells more."""


def parse(words: list[str]) -> argparse.Namespace:
    """The arguments, with ``command`` set to the function that carries them out.

    Plugins are asked only for a command or an option that is not ours, and for help.
    Exits with status 2 and a message on a wrong word, 0 after help.

    Raises:
        PluginError: a plugin has to be asked, and one is broken.
    """
    name = next((word for word in words if not word.startswith("-")), "")
    if name not in COMMANDS or words[0] != name:
        known = commands_for_help(words)
        if name not in known or words[0] != name:
            _refused(words, known)
    parser = parser_of(name, with_plugins=_wants_help(words))
    for word in words[1 : words.index("--") if "--" in words else None]:
        if word.startswith("-") and word != "-" and os.path.lexists(word):
            parser.error(f"{word!r} is an option and also a file here; write ./{word} for the file")
    arguments, unknown = parser.parse_known_args(words[1:])
    return parser_of(name, with_plugins=True).parse_args(words[1:]) if unknown else arguments


def _wants_help(words: list[str]) -> bool:
    before = words[: words.index("--") if "--" in words else None]
    return "-h" in before or "--help" in before


def commands_for_help(words: list[str]) -> dict[str, str]:
    """The commands that a command line may mean; those of plugins where it is none of ours.

    Where only help is wanted a broken plugin is told, and ours are there all the same.

    Raises:
        PluginError: a plugin is broken, and a command was named.
    """
    named = [word for word in words if not word.startswith("-")]
    if not named and not _wants_help(words):
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
    """The parser of a command.

    Args:
        name: that of the command.
        with_plugins: whether it knows the options that plugins add.

    Raises:
        PluginError: a plugin is broken.
    """
    doc = COMMANDS.get(name) or commands_for_help([name])[name]
    parser = argparse.ArgumentParser(
        f"copydesk {name}", formatter_class=Formatter, allow_abbrev=False,
        description=f"{doc.capitalize()}.",
    )  # fmt: skip
    if name not in COMMANDS:
        from copydesk.cli.plugged import add_command

        add_command(name, parser)
        return parser
    import_module(f"copydesk.cli.commands.{name}").add_arguments(parser)
    if with_plugins:
        from copydesk.cli.plugged import add_options

        add_options(name, parser)
    return parser


def _refused(words: list[str], known: dict[str, str]) -> NoReturn:
    """Exit with help, the version, or what is wrong with the command line."""
    parser = _main_parser(known)
    given, _ = parser.parse_known_args(words)
    if given.name is None:
        parser.error("say what to do: " + ", ".join(known))
    if given.name in known:
        parser.error(f"options of {given.name} come after it: copydesk {given.name} …")
    from copydesk.files.toml import did_you_mean

    hint = did_you_mean(given.name, known) or f"; there are {', '.join(known)}"
    parser.error(f"there is no command {given.name!r}{hint}")


def _main_parser(known: dict[str, str]) -> argparse.ArgumentParser:
    from copydesk.model import __version__

    width = max(12, *(len(name) + 1 for name in known))
    listed = "\n".join(f"  {name:<{width}}{doc}" for name, doc in known.items())
    parser = argparse.ArgumentParser(
        "copydesk", formatter_class=Formatter, usage="copydesk COMMAND [OPTION…]",
        description="The editorial linter for newsrooms.",
        epilog=f"commands:\n{listed}\n\n{_MAIN_EXAMPLE}",
    )  # fmt: skip
    parser.add_argument("--version", action="version", version=f"copydesk {__version__}")
    parser.add_argument("name", nargs="?", help=argparse.SUPPRESS, metavar="COMMAND")
    return parser
