"""The hooks through which rules, terms, parsers, formatters and commands are added.

The built-in rules use the same hooks as plugins. A plugin is a module (or any
object) with functions of these names, marked ``@copydesk.hookimpl``, that its
distribution registers in the entry-point group ``copydesk``. All hooks are
optional. What is stable, and for how long, is in ``docs/plugins.md``.
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
"""The version of the hooks and their specs.

It increases when a hook or spec is added or gets a new argument or field. A plugin
declares the version it needs with ``copydesk_hook_version = 1`` in its module. A
plugin that needs a later version is rejected; one without a version is accepted.
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
    """The command-line options that this plugin adds; each sets an option of a rule."""
