"""Specs that only plugins use: for binary files, commands and options."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable

    from copydesk.document.slots import Parsed


class Unpacked(ValueTuple):
    """The result of a parser of binary files.

    Attributes:
        source: the text that is checked. The lines and columns of findings, and the
            spans of edits, refer to it.
        parse: returns the parsed document for a source of this file. It is called
            again with the changed source for every fix that is tried, and may use
            data from the file that is not in the source.
    """

    source: str
    parse: Callable[[str], Parsed]


class CommandSpec(ValueTuple):
    """A command of ``copydesk``.

    Attributes:
        name: the name of the command on the command line.
        doc: one line for the help, in lower case, without a full stop.
        load: returns the function that adds the command's arguments to its
            ``argparse`` parser and sets ``command`` (with ``set_defaults``) to a
            function that takes the arguments and returns the exit status: 0 nothing
            found, 1 findings, 2 something went wrong. Called only when the command
            is run or its help is shown.
    """

    name: str
    doc: str
    load: Callable[[], Callable[[ArgumentParser], None]]


class OptionSpec(ValueTuple):
    """A command-line option that sets an option of a rule and overrides all config files.

    Its type, choices and help are those of the rule's option. A true-or-false option is a
    switch to the opposite of its default; a list is separated by commas.

    Attributes:
        command: ``check``, ``stats`` or ``review``.
        flags: the names on the command line, such as ``("--twelve",)``.
        rule: the rule's id.
        option: the name of the rule's option.
    """

    command: str
    flags: tuple[str, ...]
    rule: str
    option: str
