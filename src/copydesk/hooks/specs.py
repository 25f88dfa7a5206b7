"""What parsers, formatters, commands and options say of themselves, and how output is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from copydesk.document.slots import Parsed
    from copydesk.model.findings import Edit
    from copydesk.report.report import Report

    Format: TypeAlias = "Callable[[Report, Screen], str]"  # writes a report
    Unpack: TypeAlias = "Callable[[bytes], Unpacked]"  # reads a file that is no text
    Write: TypeAlias = "Callable[[bytes, Sequence[Edit]], bytes]"  # edits such a file


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


class ParserSpec(NamedTuple):
    """A way to read one format.

    Attributes:
        name: as given to ``--format-in``.
        suffixes: file name endings in lower case, with the dot.
        load: gives the function that turns decoded source into a parsed
            document; called when the first such file is read, so that a
            parser that is not needed is not imported. Not called where
            ``load_bytes`` is given.
        load_bytes: for a format whose files are no text: gives the function from
            a file's bytes to its source. What that raises is told as an error of
            the draft.
        load_writer: gives the function that takes a file's bytes, and edits in the
            order of its source which do not overlap, to the new bytes. Called once
            for each pass of fixing; what it wrote is read back. Without it such
            files are checked and never fixed.
    """

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], Callable[[str], Parsed]]
    load_bytes: Callable[[], Unpack] | None = None
    load_writer: Callable[[], Write] | None = None


class Screen(NamedTuple):
    """How the output is shown: whether in colour, its width, how much is told."""

    color: bool = False
    width: int = 80
    verbosity: int = 0


class Aside(NamedTuple):
    """What a format writes beside its output, for the service that runs it.

    Attributes:
        variable: the environment variable that names the file; where it is not
            set nothing is written. The text is put at the end of the file.
        load: gives the function that writes the text.
    """

    variable: str
    load: Callable[[], Format]


class FormatterSpec(NamedTuple):
    """A way to write a report.

    Attributes:
        name: as given to ``--format``.
        doc: one line for the help.
        load: gives the function; called only when the format is asked for.
        wants: what the report must hold for it beyond the findings: ``stories``
            (the text of every file) and ``rules`` (what each rule found is about).
        aside: what it writes beside its output.
    """

    name: str
    doc: str
    load: Callable[[], Format]
    wants: tuple[str, ...] = ()
    aside: Aside | None = None


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
