"""The completion script for fish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cli.shells.words import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.cli.shells.words import Command, Option, Value


def script(commands: list[Command]) -> str:
    """The script."""
    return "\n".join(_lines(commands)) + "\n"


def _lines(commands: list[Command]) -> Iterator[str]:
    yield "# fish completion of copydesk; made by: copydesk completion fish"
    yield "complete -c copydesk -f"
    yield "complete -c copydesk -n __fish_use_subcommand -l help -d 'show the commands'"
    yield "complete -c copydesk -n __fish_use_subcommand -l version -d 'show the version'"
    for command in commands:
        start = "complete -c copydesk -n __fish_use_subcommand"
        yield f"{start} -a {command.name} -d {_quoted(command.doc)}"
    for command in commands:
        start = f"complete -c copydesk -n '__fish_seen_subcommand_from {command.name}'"
        for option in command.options:
            yield f"{start} {_option(option)}"
        for word in command.words[:1]:
            if word.value is not None and word.value.kind != "free":
                yield f"{start}{_taken(word.value).replace(' -r', '').replace(' -x', '')}"


def _option(option: Option) -> str:
    names = " ".join(
        f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names
    )
    return f"{names} -d {_quoted(option.help)}{_taken(option.value)}"


def _taken(value: Value | None) -> str:
    if value is None:
        return ""
    if value.kind == "file":
        return " -r -F"
    if value.kind == "rule":
        return f" -x -a '({RULES} | string split -f1 \" \")'"
    return f" -x -a '{' '.join(value.choices)}'" if value.choices else " -x"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
