"""Load the built-ins and the installed plugins, and record which contributed what.

A plugin that cannot be imported, that implements a hook that does not exist, or
whose hook fails is an error that names its distribution and entry point, and
nothing is run: a gate that checks less than it seems to is worse than no gate.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module

import pluggy

from copydesk.hooks import hookspecs
from copydesk.model.errors import PluginError
from copydesk.registry.contributions import GROUP, Contribution
from copydesk.registry.entry_points import EntryPoint, entry_points

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

BUILT_IN = ("copydesk.builtin", "lint_rules.hooks")
_MODULES = {"copydesk.builtin": "copydesk.registry.builtin"}  # if its module is named differently
HOOKS = tuple(name for name in vars(hookspecs) if name.startswith("copydesk_"))


class _Part:
    """One hook function of a plugin, which pluggy can call without the plugin's others."""

    def __init__(self, plugin: str, hook: str, function: Callable[..., object]) -> None:
        self.plugin = plugin
        self.code = getattr(function, "__code__", None)
        self.module = getattr(function, "__module__", None)
        setattr(self, hook, function)


class Plugins:
    """The loaded plugins.

    Args:
        builtin: names of the modules that are always loaded.
        installed: entry points of installed plugins; found automatically if None.

    Raises:
        PluginError: a plugin is broken, or needs a later version of the hooks.
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
        """Register each hook function of a plugin separately as well."""
        for hook in HOOKS:
            for one in getattr(self._whole.hook, hook).get_hookimpls():
                if one.plugin_name == name:
                    self._parts.register(_Part(name, hook, one.function))

    def gather(self, hook: str) -> Iterator[Contribution]:
        """Call a hook of every plugin and yield what each returns.

        Plugins are called in the order of their names, except that ``tryfirst`` ones
        come first and ``trylast`` ones last. Each is called separately, through the
        wrappers of all plugins, so that it is known which plugin contributed what. A
        wrapper is called once for each plugin, with that plugin's result as a list of one.

        Raises:
            PluginError: a plugin's hook or a wrapper around it failed.
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
    """The sort key of a plugin: ``tryfirst``, neither, ``trylast``; then by name."""
    return one.trylast - one.tryfirst, one.plugin.plugin


def _blamed(error: Exception, giver: _Part, parts: list[_Part]) -> str:
    """The plugin to blame for an error: the innermost in the traceback, else the one called."""
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
    """Reject a plugin that needs a later version of the hooks than this copydesk has."""
    wanted = getattr(plugin, "copydesk_hook_version", hookspecs.HOOK_VERSION)
    if not isinstance(wanted, int) or wanted < 1:
        raise PluginError(f"plugin {name}: copydesk_hook_version is a whole number from 1 up")
    if wanted > hookspecs.HOOK_VERSION:
        told = f"needs hook version {wanted}, and this copydesk has {hookspecs.HOOK_VERSION}"
        raise PluginError(f"plugin {name} {told}: update copydesk, or install an older {name}")


def _told(error: Exception) -> str:
    """Describe a validation error in one line, without the plugin's memory address."""
    from difflib import get_close_matches

    text = " ".join(str(error).split())
    if "unknown hook" in text:
        hook = text.split("unknown hook", 1)[1].split("'")[1]
        near = get_close_matches(hook, HOOKS, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        return f"unknown hook {hook}{hint}"
    return text


def _unmarked(plugin: object) -> str:
    """The name of a hook function that would be ignored because it is not marked."""
    for name in sorted(vars(plugin) if hasattr(plugin, "__dict__") else ()):
        function = getattr(plugin, name, None)
        is_hook = name.startswith("copydesk_") and callable(function)
        if is_hook and not hasattr(function, f"{hookspecs.PROJECT}_impl"):
            return name
    return ""
