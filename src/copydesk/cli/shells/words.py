"""Commands and options, as the completion scripts need them."""

from __future__ import annotations

from typing import NamedTuple

RULES = "copydesk rules 2>/dev/null"  # its first column


class Value(NamedTuple):
    """The kind of value: ``file``, ``rule``, ``choice`` or ``free``."""

    kind: str
    name: str = ""
    choices: tuple[str, ...] = ()


class Option(NamedTuple):
    """An option of a command, or a positional argument if it has no names."""

    names: tuple[str, ...]
    help: str
    value: Value | None
    repeats: bool


class Command(NamedTuple):
    """A command, its options and its positional arguments."""

    name: str
    doc: str
    options: tuple[Option, ...]
    words: tuple[Option, ...]
