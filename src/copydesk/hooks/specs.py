"""What parsers and formatters say of themselves, and how output is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TypeAlias

    from copydesk.document.slots import Parsed
    from copydesk.hooks.plugin_specs import Unpacked
    from copydesk.model.findings import Edit
    from copydesk.report import Report

    Format: TypeAlias = "Callable[[Report, Screen], str]"  # writes a report
    Unpack: TypeAlias = "Callable[[bytes], Unpacked]"  # reads a file that is no text
    Write: TypeAlias = "Callable[[bytes, Sequence[Edit]], bytes]"  # edits such a file


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


class SideOutput(NamedTuple):
    """What a format writes beside its output, for the service that runs it.

    Attributes:
        variable: the environment variable that names the file; where it is not
            set nothing is written. The text is put at the end of the file.
        load: gives the function that writes the text.
    """

    variable: str
    load: Callable[[], Format]


class _FormatterFields(NamedTuple):
    name: str
    doc: str
    load: Callable[[], Format]
    needs: tuple[str, ...] = ()
    side_output: SideOutput | None = None


class FormatterSpec(_FormatterFields):
    """A way to write a report.

    Attributes:
        name: as given to ``--format``.
        doc: one line for the help.
        load: gives the function; called only when the format is asked for.
        needs: what the report must hold for it beyond the findings: ``stories``
            (the text of every file) and ``rules`` (what each rule found is about).
            Formerly ``wants``.
        side_output: what it writes beside its output. Formerly ``aside``.
    """

    __slots__ = ()

    def __new__(
        cls,
        name: str,
        doc: str,
        load: Callable[[], Format],
        needs: tuple[str, ...] = (),
        side_output: SideOutput | None = None,
        *,
        wants: tuple[str, ...] = (),
        aside: SideOutput | None = None,
    ) -> FormatterSpec:
        """A format, by today's names or the former ones."""
        return super().__new__(cls, name, doc, load, needs or wants, side_output or aside)

    @property
    def wants(self) -> tuple[str, ...]:
        """The former name of ``needs``."""
        return self.needs

    @property
    def aside(self) -> SideOutput | None:
        """The former name of ``side_output``."""
        return self.side_output


Aside = SideOutput  # the former name
