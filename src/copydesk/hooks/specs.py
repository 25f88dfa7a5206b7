"""Specs of parsers and formatters, and how output is displayed."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Protocol, TypeAlias

    from copydesk.document.slots import Parsed
    from copydesk.hooks.plugin_specs import Unpacked
    from copydesk.model.findings import Edit
    from copydesk.report import FileReport, Report

    # Writes a report: a text, or the parts of one, made one after the other.
    Format: TypeAlias = "Callable[[Report, Screen], str | Iterable[str]]"
    Unpack: TypeAlias = "Callable[[bytes], Unpacked]"  # reads a binary file
    Write: TypeAlias = "Callable[[bytes, Sequence[Edit]], bytes]"  # edits such a file

    class StreamFormat(Protocol):
        """A format that is written while the run goes on."""

        def __call__(self, report: Report, screen: Screen) -> Iterable[str]:
            """The whole report."""

        def of_file(self, file: FileReport) -> str:
            """The text on one file, without findings that come from comparing drafts."""

        def rest(self, report: Report) -> Iterable[str]:
            """The parts of what comes after all files."""


class ParserSpec(ValueTuple):
    """A parser for one format.

    Attributes:
        name: the value for ``--format-in``.
        suffixes: file name endings in lower case, with the dot.
        load: returns the function that parses decoded source. Called when the
            first such file is read, so that parsers are imported only if needed.
            Not called if ``load_bytes`` is set.
        load_bytes: for binary formats: returns the function that reads the source
            from a file's bytes. Exceptions it raises are reported as a problem of
            the draft.
        load_writer: for binary formats: returns the function that applies edits, in
            the order of the source and without overlaps, to a file's bytes and
            returns the new bytes. That function is called once for each pass of
            fixing, and its result is read back. Without it, such files are checked
            but never fixed.
    """

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], Callable[[str], Parsed]]
    load_bytes: Callable[[], Unpack] | None = None
    load_writer: Callable[[], Write] | None = None


class Screen(ValueTuple):
    """How output is displayed: whether in colour, its width, how verbose."""

    color: bool = False
    width: int = 80
    verbosity: int = 0


class SideOutput(ValueTuple):
    """Additional output of a format, for the service that runs copydesk.

    Attributes:
        variable: the environment variable with the path of the file, to which the
            text is appended. If it is not set, nothing is written.
        load: returns the function that formats the text.
    """

    variable: str
    load: Callable[[], Format]


class _FormatterFields(ValueTuple):
    name: str
    doc: str
    load: Callable[[], Format]
    needs: tuple[str, ...] = ()
    side_output: SideOutput | None = None


class FormatterSpec(_FormatterFields):
    """A formatter for reports.

    Attributes:
        name: the value for ``--format``.
        doc: one line for the help.
        load: returns the function that formats a report; called only if the format
            is used. It returns the text, or an iterable of its parts.
        needs: what the report must include besides the findings: ``stories`` (the
            text of every file) and ``rules`` (help on every rule with findings). With
            ``stream``, what ``load`` returns has two more methods: ``of_file(file)``, the
            text on one file, called while the run goes on, and ``rest(report)``, the
            parts of all that comes after. Formerly ``wants``.
        side_output: additional output, if any. Formerly ``aside``.
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
        """Create a spec from the current field names or the former ones."""
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
