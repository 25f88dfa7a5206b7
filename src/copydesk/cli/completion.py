"""``copydesk completion``: what the shell offers after TAB, made from the parsers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk.cli import FOUND_NOTHING
from copydesk.cli.arguments import COMMANDS, parser_of

if TYPE_CHECKING:
    import argparse
    from argparse import Namespace
    from collections.abc import Iterator

SHELLS = ("bash", "zsh", "fish")
RULES = "copydesk rules 2>/dev/null"  # its first column


class Value(NamedTuple):
    """What a word may be: ``file``, ``rule``, ``choice`` or ``free``; nothing for a flag."""

    kind: str
    name: str = ""
    choices: tuple[str, ...] = ()


class Option(NamedTuple):
    """An option of a command, or a word of its own where it has no names."""

    names: tuple[str, ...]
    help: str
    value: Value | None
    repeats: bool


class Command(NamedTuple):
    """A command, its options and what else it takes."""

    name: str
    doc: str
    options: tuple[Option, ...]
    words: tuple[Option, ...]


def completion(arguments: Namespace) -> int:
    """Write the script for a shell."""
    from importlib import import_module

    module = import_module(f"copydesk.cli.complete_{arguments.shell}")
    print(module.script(commands()), end="")
    return FOUND_NOTHING


def commands() -> list[Command]:
    """All commands, as their parsers describe them."""
    return [_command(name, doc) for name, doc in COMMANDS.items()]


def _command(name: str, doc: str) -> Command:
    options = tuple(_options(parser_of(name)))
    named = tuple(option for option in options if option.names)
    return Command(name, doc, named, tuple(one for one in options if not one.names))


def _options(parser: argparse.ArgumentParser) -> Iterator[Option]:
    for action in parser._actions:
        said = (action.help or "").replace("%%", "%").partition(";")[0]
        repeats = type(action).__name__ in ("_AppendAction", "_CountAction")
        value = None if action.nargs == 0 else _value(action)
        yield Option(tuple(action.option_strings), said, value, repeats or action.nargs == "*")


def _value(action: argparse.Action) -> Value:
    """What an option takes, by its choices or by the name of its value."""
    name = action.metavar if isinstance(action.metavar, str) else action.dest
    if action.choices:
        return Value("choice", name, tuple(map(str, action.choices)))
    if name.startswith("NAME[=FILE]"):
        from copydesk.own_formats import FORMATTERS

        return Value("choice", "format", tuple(spec.name for spec in FORMATTERS))
    if name.startswith("RULE"):
        return Value("rule", "rule")
    if "FILE" in name or "PATH" in name:
        return Value("file", "file")
    return Value("free", name.lower())
