"""Loads the built-ins and the installed plugins, and says who gave what.

A plugin that cannot be imported, that implements a hook which does not exist,
or whose hook fails, is named by distribution and entry, and nothing is run: a
gate that checks less than it seems to is worse than none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pluggy

from copydesk.hooks import hookspecs
from copydesk.model.errors import PluginError
from copydesk.registry.contributions import Given
from copydesk.registry.entry_points import EntryPoint, entry_points

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

GROUP = "copydesk"
BUILT_IN = ("copydesk.registry.builtin", "lint_rules.hooks")
_HOOKS = ("copydesk_rules", "copydesk_terms", "copydesk_facts", "copydesk_parsers",
          "copydesk_formatters")  # fmt: skip


class Plugins:
    """The loaded plugins.

    Args:
        builtin: names of modules that are always there.
        installed: entry points of installed plugins.

    Raises:
        PluginError: one of them is broken.
    """

    def __init__(
        self,
        builtin: tuple[str, ...] = BUILT_IN,
        installed: list[EntryPoint] | None = None,
    ) -> None:
        self._manager = pluggy.PluginManager(hookspecs.PROJECT)
        self._manager.add_hookspecs(hookspecs)
        for name in builtin:
            self._add(name, lambda name=name: import_module(name))  # type: ignore[misc]
        for entry in entry_points(GROUP) if installed is None else installed:
            self._add(str(entry), entry.load)

    def _add(self, name: str, load: Callable[[], object]) -> None:
        try:
            plugin = load()
        except Exception as error:
            raise PluginError(
                f"plugin {name} cannot be imported: {type(error).__name__}: {error}"
            ) from error
        try:
            self._manager.register(plugin, name)
            self._manager.check_pending()
        except (pluggy.PluginValidationError, ValueError) as error:
            raise PluginError(f"plugin {name}: {_told(error)}") from error
        unmarked = _unmarked(plugin)
        if unmarked:
            raise PluginError(f"plugin {name}: {unmarked} is not marked @copydesk.hookimpl")

    def gather(self, hook: str) -> Iterator[Given]:
        """What every plugin gives for a hook, in order of the plugins' names.

        Raises:
            PluginError: a plugin's hook failed.
        """
        caller = getattr(self._manager.hook, hook)
        for implementation in sorted(caller.get_hookimpls(), key=lambda one: one.plugin_name):
            name = implementation.plugin_name
            try:
                for thing in implementation.function() or ():
                    yield Given(thing, name)
            except Exception as error:
                raise PluginError(
                    f"plugin {name}: {hook} failed: {type(error).__name__}: {error}"
                ) from error

    def names(self) -> list[str]:
        """The names of all plugins, sorted."""
        return sorted(name for name, _ in self._manager.list_name_plugin())


def _told(error: Exception) -> str:
    """A validation error in one line, without the plugin's memory address."""
    from difflib import get_close_matches

    text = " ".join(str(error).split())
    if "unknown hook" in text:
        hook = text.split("unknown hook", 1)[1].split("'")[1]
        near = get_close_matches(hook, _HOOKS, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        return f"unknown hook {hook}{hint}"
    return text


def _unmarked(plugin: object) -> str:
    """The name of a hook function that lacks its mark, so that it would be ignored."""
    for name in sorted(vars(plugin) if hasattr(plugin, "__dict__") else ()):
        function = getattr(plugin, name, None)
        is_hook = name.startswith("copydesk_") and callable(function)
        if is_hook and not hasattr(function, f"{hookspecs.PROJECT}_impl"):
            return name
    return ""
