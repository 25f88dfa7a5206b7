"""A third-party pack for copydesk: a rule, terms, a format, a command and an option.

Copy this folder, rename it, and put your own in. What a hook gives must hang on
this distribution alone: copydesk asks again only when that has changed.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from copydesk import CommandSpec, OptionSpec, ParserSpec, hookimpl
from copydesk_example.clock_time import ClockTime

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable, Iterable, Sequence

    from copydesk import Edit, Parsed, Rule, Unpacked

copydesk_hook_version = 1  # of the hooks that this plugin was built for


@hookimpl
def copydesk_rules() -> Iterable[type[Rule]]:
    """Our rules."""
    return (ClockTime,)


@hookimpl
def copydesk_terms() -> Iterable[str]:
    """Our term lists."""
    return (os.path.join(os.path.dirname(__file__), "terms.toml"),)


@hookimpl
def copydesk_parsers() -> Iterable[ParserSpec]:
    """A format whose files are no text: read, checked and fixed."""
    return (ParserSpec("story", (".story",), _parse, _unpack, _write),)


@hookimpl
def copydesk_commands() -> Iterable[CommandSpec]:
    """``copydesk example-count``."""
    return (CommandSpec("example-count", "count the words in stories", _count),)


@hookimpl
def copydesk_options() -> Iterable[OptionSpec]:
    """``copydesk check --no-midnight``: sets the rule's option for one run."""
    return (OptionSpec("check", ("--no-midnight",), ClockTime.id, "midnight"),)


# What is not needed is not imported: each of these is called on first use.


def _parse() -> Callable[[str], Parsed]:
    from copydesk_example.story_file import parse

    return parse


def _unpack() -> Callable[[bytes], Unpacked]:
    from copydesk_example.story_file import unpack

    return unpack


def _write() -> Callable[[bytes, Sequence[Edit]], bytes]:
    from copydesk_example.story_file import write

    return write


def _count() -> Callable[[ArgumentParser], None]:
    from copydesk_example.count import add_arguments

    return add_arguments
