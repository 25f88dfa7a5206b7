"""The completion script for bash, including 3.2, which macOS ships."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cli.shells.words import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.cli.shells.words import Command, Value

_HEAD = """\
# bash completion of copydesk; made by: copydesk completion bash
_copydesk_files() {
    local IFS=$'\\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY=( $(compgen -f -- "$cur") )
}
_copydesk_words() { COMPREPLY=( $(compgen -W "$1" -- "$cur") ); }
_copydesk() {
    local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}"
    COMPREPLY=()
    if [ "$cur" = "=" ]; then cur=""
    elif [ "$prev" = "=" ]; then prev="${COMP_WORDS[COMP_CWORD-2]}"; fi
"""


def script(commands: list[Command]) -> str:
    """The script."""
    return (
        _HEAD
        + "".join(f"    {line}\n" for line in _lines(commands))
        + ("}\ncomplete -F _copydesk copydesk\n")
    )


def _lines(commands: list[Command]) -> Iterator[str]:
    names = " ".join(command.name for command in commands)
    yield 'if [ "$COMP_CWORD" -eq 1 ]; then'
    yield f'    _copydesk_words "{names} --help --version"; return'
    yield "fi"
    yield 'case "${COMP_WORDS[1]} $prev" in'
    for command in commands:
        for option in command.options:
            if option.value is not None:
                keys = "|".join(f'"{command.name} {name}"' for name in option.names)
                yield f"    {keys}) {_offer(option.value)}; return;;"
    yield "esac"
    yield 'case "${COMP_WORDS[1]} $cur" in'
    for command in commands:
        said = " ".join(name for option in command.options for name in option.names)
        yield f'    "{command.name} -"*) _copydesk_words "{said}"; return;;'
    yield "esac"
    yield 'case "${COMP_WORDS[1]}" in'
    for command in commands:
        for word in command.words[:1]:
            if word.value is not None:
                yield f"    {command.name}) {_offer(word.value)};;"
    yield "esac"


def _offer(value: Value) -> str:
    if value.kind == "file":
        return "_copydesk_files"
    if value.kind == "rule":
        return f'_copydesk_words "$({RULES} | cut -d" " -f1)"'
    return f'_copydesk_words "{" ".join(value.choices)}"' if value.choices else ":"
