"""The hooks by which rules, terms, parsers and formatters reach the desk.

The built-in rules use these hooks as everybody else does. A plugin is a module
(or any object) with functions of these names marked ``@copydesk.hookimpl``,
named in its distribution under the entry-point group ``copydesk``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

import pluggy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from copydesk.hooks.specs import FormatterSpec, ParserSpec
    from copydesk.rules.rule import Rule

PROJECT = "copydesk"

_Function = TypeVar("_Function", bound="Callable[..., object]")


def _typed(marker: object) -> Callable[[_Function], _Function]:
    """A pluggy marker that keeps the type of what it marks."""
    return cast("Callable[[_Function], _Function]", marker)


hookspec = _typed(pluggy.HookspecMarker(PROJECT))
hookimpl = _typed(pluggy.HookimplMarker(PROJECT))


@hookspec
def copydesk_rules() -> Iterable[type[Rule]]:  # type: ignore[empty-body]
    """The rule classes of this plugin, in any order."""


@hookspec
def copydesk_terms() -> Iterable[str]:  # type: ignore[empty-body]
    """The paths of this plugin's term packs: TOML files."""


@hookspec
def copydesk_facts() -> Iterable[str]:  # type: ignore[empty-body]
    """The paths of this plugin's tables of facts (who holds which office): TOML files."""


@hookspec
def copydesk_parsers() -> Iterable[ParserSpec]:  # type: ignore[empty-body]
    """The formats that this plugin can read."""


@hookspec
def copydesk_formatters() -> Iterable[FormatterSpec]:  # type: ignore[empty-body]
    """The formats in which this plugin can write a report."""
