"""A plugin for copydesk: a rule, terms, a format, a command and an option.

To write your own, copy this folder and rename it. What a hook returns must depend
only on this distribution: copydesk calls the hook again only after it has changed.
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

copydesk_hook_version = 1  # the version of the hooks that this plugin implements


@hookimpl
def copydesk_rules() -> Iterable[type[Rule]]:
    """The rules."""
    return (ClockTime,)


@hookimpl
def copydesk_terms() -> Iterable[str]:
    """The term packs."""
    return (os.path.join(os.path.dirname(__file__), "terms.toml"),)


@hookimpl
def copydesk_parsers() -> Iterable[ParserSpec]:
    """A format of binary files, with functions to read and fix them."""
    return (ParserSpec("story", (".story",), _parse, _unpack, _write),)


@hookimpl
def copydesk_commands() -> Iterable[CommandSpec]:
    """``copydesk example-count``."""
    return (CommandSpec("example-count", "count the words in stories", _count),)


@hookimpl
def copydesk_options() -> Iterable[OptionSpec]:
    """``copydesk check --no-midnight``: sets the rule's option for one run."""
    return (OptionSpec("check", ("--no-midnight",), ClockTime.id, "midnight"),)


# Each of these is called on first use, so that nothing is imported before it is needed.


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
