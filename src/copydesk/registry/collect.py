"""Asks every plugin for what it gives, and refuses what is of no use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from copydesk.model.errors import PluginError
from copydesk.registry.contributions import Catalogue, ShippedPack
from copydesk.registry.loader import BUILT_IN
from copydesk.rules.info import RuleInfo

if TYPE_CHECKING:
    from copydesk.registry.contributions import Given
    from copydesk.registry.loader import Plugins


def gather(plugins: Plugins) -> Catalogue:
    """The catalogue of all loaded plugins.

    Raises:
        PluginError: a hook failed, two plugins give the same thing, or a rule
            lacks what every rule has.
    """
    rules: dict[str, Given] = {}
    for given in plugins.gather("copydesk_rules"):
        _check_rule(given)
        _claim(rules, given.thing.id, given, "rule", given.plugin)
    parsers: dict[str, Any] = {}
    for given in plugins.gather("copydesk_parsers"):
        _claim(parsers, given.thing.name, given.thing, "parser", given.plugin)
    formatters: dict[str, Any] = {}
    for given in plugins.gather("copydesk_formatters"):
        _claim(formatters, given.thing.name, given.thing, "formatter", given.plugin)
    packs = tuple(
        ShippedPack(given.thing, own=given.plugin in BUILT_IN)
        for given in plugins.gather("copydesk_terms")
    )
    facts = tuple(ShippedPack(given.thing) for given in plugins.gather("copydesk_facts"))
    return Catalogue(
        tuple(RuleInfo.of(rules[name].thing, rules[name].plugin) for name in sorted(rules)),
        packs,
        tuple(parsers.values()),
        tuple(formatters.values()),
        facts,
    )


def _check_rule(given: Given) -> None:
    for needed in ("id", "severity", "examples"):
        if not hasattr(given.thing, needed):
            name = getattr(given.thing, "__name__", repr(given.thing))
            raise PluginError(f"plugin {given.plugin}: rule {name} is missing {needed}")
    from copydesk.rules.rule import PARTS, parts_of

    if not parts_of(given.thing):
        ways = ", ".join(PARTS)
        told = f"rule {given.thing.id} can find nothing: it has none of {ways}"
        raise PluginError(f"plugin {given.plugin}: {told}")


def _claim(found: dict[str, Any], name: str, thing: object, what: str, plugin: str) -> None:
    if name in found:
        raise PluginError(f"plugin {plugin}: two {what}s are called {name!r}")
    found[name] = thing
