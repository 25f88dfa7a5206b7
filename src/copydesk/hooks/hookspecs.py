"""The hooks by which rules, terms, parsers, formatters and commands reach the desk.

The built-in rules use these hooks as everybody else does. A plugin is a module
(or any object) with functions of these names marked ``@copydesk.hookimpl``,
named in its distribution under the entry-point group ``copydesk``. All hooks
are optional; ``docs/plugins.md`` tells what stays as it is, and for how long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

import pluggy

from copydesk.hooks.mark import PROJECT, hookimpl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from copydesk.hooks.plugin_specs import CommandSpec, OptionSpec
    from copydesk.hooks.specs import FormatterSpec, ParserSpec
    from copydesk.rules.rule import Rule

__all__ = ["HOOK_VERSION", "PROJECT", "hookimpl", "hookspec"]

HOOK_VERSION = 1
"""Of the hooks and their specs. It rises when one is added or gains an argument or a field.

A plugin that needs them says so: ``copydesk_hook_version = 1`` in its module. One
that needs a later version than this is refused; one that says nothing is taken.
"""

_Function = TypeVar("_Function", bound="Callable[..., object]")


def _typed(marker: object) -> Callable[[_Function], _Function]:
    """A pluggy marker that keeps the type of what it marks."""
    return cast("Callable[[_Function], _Function]", marker)


hookspec = _typed(pluggy.HookspecMarker(PROJECT))


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


@hookspec
def copydesk_commands() -> Iterable[CommandSpec]:  # type: ignore[empty-body]
    """The commands that this plugin adds to ``copydesk``."""


@hookspec
def copydesk_options() -> Iterable[OptionSpec]:  # type: ignore[empty-body]
    """The options that this plugin adds to commands of copydesk: each sets one of a rule."""
