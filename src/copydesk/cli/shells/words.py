"""What a shell is told of the commands and their words."""

from __future__ import annotations

from typing import NamedTuple

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
