"""The completion script for zsh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cli.shells.words import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.cli.shells.words import Command, Option, Value

_ESCAPES = str.maketrans({"'": "’", "[": "\\[", "]": "\\]", ":": "\\:"})


def script(commands: list[Command]) -> str:
    """The script: to be sourced, or put in ``fpath`` as ``_copydesk``."""
    return "\n".join(_lines(commands)) + "\n"


def _lines(commands: list[Command]) -> Iterator[str]:
    yield "#compdef copydesk"
    yield "# zsh completion of copydesk; made by: copydesk completion zsh"
    yield "_copydesk_rules() {"
    yield "  local -a rules"
    yield f'  rules=( ${{${{(f)"$({RULES})"}}%% *}} )'
    yield "  compadd -- $rules"
    yield "}"
    yield "_copydesk() {"
    yield "  local context state state_descr line"
    yield "  typeset -A opt_args"
    yield "  _arguments -C '(- *)--help[show the commands]' '(- *)--version[show the version]' \\"
    yield "    '1:command:->command' '*::argument:->argument' && return"
    yield "  case $state in"
    yield "  command)"
    yield "    local -a commands"
    described = " ".join(f"'{one.name}:{_said(one.doc)}'" for one in commands)
    yield f"    commands=( {described} )"
    yield "    _describe command commands;;"
    yield "  argument)"
    yield "    case $words[1] in"
    for command in commands:
        specs = " ".join([*_options(command), *map(_word, command.words)])
        yield f"    {command.name}) _arguments {specs};;"
    yield "    esac;;"
    yield "  esac"
    yield "}"
    yield 'if [ "$funcstack[1]" = _copydesk ]; then _copydesk "$@"'
    yield "else compdef _copydesk copydesk; fi"


def _options(command: Command) -> Iterator[str]:
    for option in command.options:
        others = "" if option.repeats else f"({' '.join(option.names)})"
        for name in option.names:
            star = "*" if option.repeats else ""
            yield f"'{others}{star}{name}[{_said(option.help)}]{_taken(option.value)}'"


def _word(option: Option) -> str:
    return f"'{'*' if option.repeats else '1'}{_taken(option.value)}'"


def _taken(value: Value | None) -> str:
    if value is None:
        return ""
    actions = {"file": "_files", "rule": "_copydesk_rules", "free": " "}
    action = actions.get(value.kind) or f"({' '.join(value.choices)})"
    return f":{_said(value.name)}:{action}"


def _said(text: str) -> str:
    return text.translate(_ESCAPES)
