"""``copydesk completion``: tab-completion scripts, generated from the parsers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cli.arguments import COMMANDS, parser_of
from copydesk.cli.plugged import commands as every_command
from copydesk.cli.shells.words import Command, Option, Value
from copydesk.cli.status import FOUND_NOTHING

if TYPE_CHECKING:
    import argparse
    from argparse import Namespace
    from collections.abc import Iterator

SHELLS = ("bash", "zsh", "fish")

_COMPLETION_EXAMPLE = """\
examples:
  bash   copydesk completion bash > ~/.local/share/bash-completion/completions/copydesk
  zsh    copydesk completion zsh > "${fpath[1]}/_copydesk"
  fish   copydesk completion fish > ~/.config/fish/completions/copydesk.fish

Open a new shell afterwards."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk completion``."""
    parser.set_defaults(command=completion)
    parser.epilog = _COMPLETION_EXAMPLE
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or fish")


def completion(arguments: Namespace) -> int:
    """Write the completion script for a shell."""
    from importlib import import_module

    module = import_module(f"copydesk.cli.shells.{arguments.shell}")
    print(module.script(commands()), end="")
    return FOUND_NOTHING


def commands() -> list[Command]:
    """All commands, those of plugins too, as their parsers describe them."""
    return [_command(name, doc) for name, doc in every_command(COMMANDS).items()]


def _command(name: str, doc: str) -> Command:
    options = tuple(_options(parser_of(name, with_plugins=True)))
    named = tuple(option for option in options if option.names)
    return Command(name, doc, named, tuple(one for one in options if not one.names))


def _options(parser: argparse.ArgumentParser) -> Iterator[Option]:
    for action in parser._actions:
        said = (action.help or "").replace("%%", "%").partition(";")[0]
        repeats = type(action).__name__ in ("_AppendAction", "_CountAction")
        value = None if action.nargs == 0 else _value(action)
        yield Option(tuple(action.option_strings), said, value, repeats or action.nargs == "*")


def _value(action: argparse.Action) -> Value:
    """The value an option takes, from its choices or its metavar."""
    name = action.metavar if isinstance(action.metavar, str) else action.dest
    if action.choices:
        return Value("choice", name, tuple(map(str, action.choices)))
    if name.startswith("NAME[=FILE]"):
        from copydesk.registry.own_formats import FORMATTERS

        return Value("choice", "format", tuple(spec.name for spec in FORMATTERS))
    if name.startswith("RULE"):
        return Value("rule", "rule")
    if "FILE" in name or "PATH" in name:
        return Value("file", "file")
    return Value("free", name.lower())
