"""What commands of plugins, and options that they add to ours, say of themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable


class CommandSpec(NamedTuple):
    """A command of ``copydesk``.

    Attributes:
        name: the word that calls it.
        doc: one line for the help, in lower case, without a stop.
        load: gives the function that adds the command's arguments to its
            ``argparse`` parser and sets ``command`` (by ``set_defaults``) to the
            function from the arguments to the exit status: 0 nothing found, 1
            findings, 2 something went wrong. Called when the command, or its help,
            is asked for.
    """

    name: str
    doc: str
    load: Callable[[], Callable[[ArgumentParser], None]]


class OptionSpec(NamedTuple):
    """An option on the command line that sets an option of a rule, over all config files.

    Its type, choices and help are those of the rule's option: one of true or false is a
    switch to the other of its default, a list is given by commas.

    Attributes:
        command: ``check``, ``stats`` or ``review``.
        flags: the option's names: ``("--twelve",)``.
        rule: the rule's id.
        option: the name of the rule's option.
    """

    command: str
    flags: tuple[str, ...]
    rule: str
    option: str
