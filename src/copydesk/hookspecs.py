"""The hooks by which rules, terms, parsers and formatters reach the desk.

The built-in rules use these hooks as everybody else does. A plugin is a module
(or any object) with functions of these names marked ``@copydesk.hookimpl``,
named in its distribution under the entry-point group ``copydesk``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar, cast

import pluggy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from copydesk.document.slots import Parsed
    from copydesk.report import Report
    from copydesk.rule import Rule

PROJECT = "copydesk"

_Function = TypeVar("_Function", bound="Callable[..., object]")


def _typed(marker: object) -> Callable[[_Function], _Function]:
    """A pluggy marker that keeps the type of what it marks."""
    return cast("Callable[[_Function], _Function]", marker)


hookspec = _typed(pluggy.HookspecMarker(PROJECT))
hookimpl = _typed(pluggy.HookimplMarker(PROJECT))


class ParserSpec(NamedTuple):
    """A way to read one format.

    Attributes:
        name: as given to ``--format-in``.
        suffixes: file name endings in lower case, with the dot.
        load: gives the function that turns decoded source into a parsed
            document; called when the first such file is read, so that a
            parser that is not needed is not imported.
    """

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[], Callable[[str], Parsed]]


class Screen(NamedTuple):
    """How the output is shown: whether in colour, its width, how much is told."""

    color: bool = False
    width: int = 80
    verbosity: int = 0


class Format(Protocol):
    """Writes a report: a function from report and screen to text."""

    def __call__(self, report: Report, screen: Screen) -> str:
        """The report as text."""


class FormatterSpec(NamedTuple):
    """A way to write a report.

    Attributes:
        name: as given to ``--format``.
        doc: one line for the help.
        load: gives the function; called only when the format is asked for.
    """

    name: str
    doc: str
    load: Callable[[], Format]


@hookspec
def copydesk_rules() -> Iterable[type[Rule]]:  # type: ignore[empty-body]
    """The rule classes of this plugin, in any order."""


@hookspec
def copydesk_terms() -> Iterable[str]:  # type: ignore[empty-body]
    """The paths of this plugin's term packs: TOML files."""


@hookspec
def copydesk_parsers() -> Iterable[ParserSpec]:  # type: ignore[empty-body]
    """The formats that this plugin can read."""


@hookspec
def copydesk_formatters() -> Iterable[FormatterSpec]:  # type: ignore[empty-body]
    """The formats in which this plugin can write a report."""
