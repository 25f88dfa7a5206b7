"""Collect the contributions of every plugin, and reject invalid ones."""

from __future__ import annotations

from copydesk.model.errors import PluginError
from copydesk.registry.contributions import Contributions, ShippedFile
from copydesk.registry.loader import BUILT_IN
from copydesk.rules.info import RuleInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.registry.contributions import Contribution
    from copydesk.registry.loader import Plugins

WITH_OPTIONS = ("check", "review", "stats")  # the commands to which plugins may add options


def collect(plugins: Plugins) -> Contributions:
    """The catalogue of all loaded plugins.

    Raises:
        PluginError: a hook failed, two plugins contribute things of the same name, or a
            contribution is invalid.
    """
    rules: dict[str, Contribution] = {}
    for given in plugins.gather("copydesk_rules"):
        _check_rule(given)
        _claim(rules, given.thing.id, given, "rule")
    infos = tuple(RuleInfo.of(rules[name].thing, rules[name].plugin) for name in sorted(rules))
    return Contributions(
        infos,
        tuple(_shipped(plugins, "copydesk_terms")),
        tuple(one.thing for one in _named(plugins, "copydesk_parsers", "parser")),
        tuple(one.thing for one in _named(plugins, "copydesk_formatters", "formatter")),
        tuple(_shipped(plugins, "copydesk_facts")),
        _named(plugins, "copydesk_commands", "command"),
        _options(plugins, infos),
    )


def _shipped(plugins: Plugins, hook: str) -> Iterator[ShippedFile]:
    for given in plugins.gather(hook):
        yield ShippedFile(given.thing, own=given.plugin in BUILT_IN)


def _named(plugins: Plugins, hook: str, what: str) -> tuple[Contribution, ...]:
    """The contributions to a hook whose items have names, which must be unique."""
    found: dict[str, Contribution] = {}
    for given in plugins.gather(hook):
        _claim(found, given.thing.name, given, what)
    return tuple(found.values())


def _options(plugins: Plugins, rules: tuple[RuleInfo, ...]) -> tuple[Contribution, ...]:
    """The options that plugins add to commands; each sets an option of a rule."""
    known = {(rule.id, option.name) for rule in rules for option in rule.options}
    found: dict[str, Contribution] = {}
    options = tuple(plugins.gather("copydesk_options"))
    for given in options:
        command, flags, rule, option = given.thing
        if command not in WITH_OPTIONS:
            told = f"{command!r} takes no options of plugins; {', '.join(WITH_OPTIONS)} do"
            raise PluginError(f"plugin {given.plugin}: {told}")
        if (rule, option) not in known:
            told = f"{flags[0]} would set {option!r} of {rule}, and there is no such option"
            raise PluginError(f"plugin {given.plugin}: {told}")
        for flag in flags:
            _claim(found, f"{command} {flag}", given, "option")
    return options


def _check_rule(given: Contribution) -> None:
    for needed in ("id", "severity", "examples"):
        if not hasattr(given.thing, needed):
            name = getattr(given.thing, "__name__", repr(given.thing))
            raise PluginError(f"plugin {given.plugin}: rule {name} is missing {needed}")
    from copydesk.rules.parts import PARTS, parts_of

    if not parts_of(given.thing):
        ways = ", ".join(PARTS)
        told = f"rule {given.thing.id} can find nothing: it defines none of {ways}"
        raise PluginError(f"plugin {given.plugin}: {told}")


def _claim(found: dict[str, Contribution], name: str, given: Contribution, what: str) -> None:
    if name in found:
        raise PluginError(f"plugin {given.plugin}: two {what}s are called {name!r}")
    found[name] = given
