"""Loads the built-ins and the installed plugins, and says who gave what.

A plugin that cannot be imported, that implements a hook which does not exist,
or whose hook fails, is named by distribution and entry, and nothing is run: a
gate that checks less than it seems to is worse than none.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pluggy

from copydesk.hooks import hookspecs
from copydesk.model.errors import PluginError
from copydesk.registry.contributions import GROUP, Contribution
from copydesk.registry.entry_points import EntryPoint, entry_points

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BUILT_IN = ("copydesk.builtin", "lint_rules.hooks")
_MODULES = {"copydesk.builtin": "copydesk.registry.builtin"}  # where it is called otherwise
HOOKS = tuple(name for name in vars(hookspecs) if name.startswith("copydesk_"))


class _Part:
    """One hook function of a plugin, so that pluggy can call it without the plugin's others."""

    def __init__(self, plugin: str, hook: str, function: Callable[..., object]) -> None:
        self.plugin = plugin
        self.code = getattr(function, "__code__", None)
        self.module = getattr(function, "__module__", None)
        setattr(self, hook, function)


class Plugins:
    """The loaded plugins.

    Args:
        builtin: names of modules that are always there.
        installed: entry points of installed plugins.

    Raises:
        PluginError: one of them is broken, or built for a later version of the hooks.
    """

    def __init__(
        self,
        builtin: tuple[str, ...] = BUILT_IN,
        installed: list[EntryPoint] | None = None,
    ) -> None:
        self._whole, self._parts = _manager(), _manager()
        for name in builtin:
            self._add(name, partial(import_module, _MODULES.get(name, name)))
        for entry in entry_points(GROUP) if installed is None else installed:
            self._add(str(entry), entry.load)

    def _add(self, name: str, load: Callable[[], object]) -> None:
        try:
            plugin = load()
        except Exception as error:
            raise PluginError(
                f"plugin {name} cannot be imported: {type(error).__name__}: {error}"
            ) from error
        _check_version(name, plugin)
        try:
            self._whole.register(plugin, name)
            self._whole.check_pending()
        except (pluggy.PluginValidationError, ValueError) as error:
            raise PluginError(f"plugin {name}: {_told(error)}") from error
        unmarked = _unmarked(plugin)
        if unmarked:
            raise PluginError(f"plugin {name}: {unmarked} is not marked @copydesk.hookimpl")
        self._take_apart(name)

    def _take_apart(self, name: str) -> None:
        """Register each hook function of a plugin by itself as well."""
        for hook in HOOKS:
            for one in getattr(self._whole.hook, hook).get_hookimpls():
                if one.plugin_name == name:
                    self._parts.register(_Part(name, hook, one.function))

    def gather(self, hook: str) -> Iterator[Contribution]:
        """What every plugin gives for a hook: by the plugins' names, first and last ones apart.

        Each plugin is asked by itself, through the wrappers of all plugins: so it is
        known who gave what. A wrapper is called once for every plugin, and sees a list
        of one result, what that plugin gave.

        Raises:
            PluginError: a plugin's hook, or a wrapper around it, failed.
        """
        calls = getattr(self._parts.hook, hook).get_hookimpls()
        givers = [one for one in calls if not (one.wrapper or one.hookwrapper)]
        for giver in sorted(givers, key=_place):
            others = [one.plugin for one in givers if one is not giver]
            ask = self._parts.subset_hook_caller(hook, others)
            try:
                for result in ask() or ():
                    for thing in result or ():
                        yield Contribution(thing, giver.plugin.plugin)
            except Exception as error:
                blamed = _blamed(error, giver.plugin, [one.plugin for one in calls])
                raise PluginError(
                    f"plugin {blamed}: {hook} failed: {type(error).__name__}: {error}"
                ) from error

    def names(self) -> list[str]:
        """The names of all plugins, sorted."""
        return sorted(name for name, _ in self._whole.list_name_plugin())


def _manager() -> pluggy.PluginManager:
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    return manager


def _place(one: Any) -> tuple[int, str]:
    """Where a plugin stands among those that give: ``tryfirst``, unsaid, ``trylast``; by name."""
    return one.trylast - one.tryfirst, one.plugin.plugin


def _blamed(error: Exception, giver: _Part, parts: list[_Part]) -> str:
    """Whose function raised an error: the innermost that it went through, else who was asked."""
    blamed = giver.plugin
    trace = error.__traceback__
    while trace is not None:
        frame = trace.tb_frame
        exact = [one.plugin for one in parts if one.code is frame.f_code]
        near = [one.plugin for one in parts if one.module == frame.f_globals.get("__name__")]
        blamed = (*exact, *near, blamed)[0]
        trace = trace.tb_next
    return blamed


def _check_version(name: str, plugin: object) -> None:
    """Refuse a plugin that was built for hooks which this copydesk does not have yet."""
    wanted = getattr(plugin, "copydesk_hook_version", hookspecs.HOOK_VERSION)
    if not isinstance(wanted, int) or wanted < 1:
        raise PluginError(f"plugin {name}: copydesk_hook_version is a whole number from 1 up")
    if wanted > hookspecs.HOOK_VERSION:
        told = f"needs hook version {wanted}, and this copydesk has {hookspecs.HOOK_VERSION}"
        raise PluginError(f"plugin {name} {told}: update copydesk, or install an older {name}")


def _told(error: Exception) -> str:
    """A validation error in one line, without the plugin's memory address."""
    from difflib import get_close_matches

    text = " ".join(str(error).split())
    if "unknown hook" in text:
        hook = text.split("unknown hook", 1)[1].split("'")[1]
        near = get_close_matches(hook, HOOKS, 1)
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
