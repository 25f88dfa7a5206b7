"""What only plugins contribute: files that are no text, commands, options."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable

    from copydesk.document.slots import Parsed


class Unpacked(NamedTuple):
    """What a parser of bytes makes of a file.

    Attributes:
        source: the text that is checked; findings count lines and columns in it,
            and edits count in it.
        parse: gives the document of a source of this file. It is called again for
            every fix that is tried, with the source after it, and may know more of
            the file than the source tells.
    """

    source: str
    parse: Callable[[str], Parsed]


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
