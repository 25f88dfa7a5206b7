"""Build plugins' parsers, formatters and commands from a manifest; import them when used."""

from __future__ import annotations

from functools import lru_cache

from copydesk.hooks.plugin_specs import CommandSpec, OptionSpec
from copydesk.hooks.specs import FormatterSpec, ParserSpec, SideOutput
from copydesk.model.errors import PluginError
from copydesk.registry.contributions import Contribution
from copydesk.registry.own_formats import FORMATTERS, PARSERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from copydesk.registry.contributions import Contributions
    from copydesk.registry.loader import Plugins


def with_others(known: Contributions, rows: tuple[Any, ...]) -> Contributions:
    """Add a manifest's parsers, formatters, commands and options to a catalogue."""
    parsers, formatters, commands, options = rows
    own_parsers = {spec.name: spec for spec in PARSERS}
    own_formatters = {spec.name: spec for spec in FORMATTERS}
    return known._replace(
        parsers=tuple(_parser(*row) if row[1:] else own_parsers[row[0]] for row in parsers),
        formatters=tuple(
            _formatter(*row) if row[1:] else own_formatters[row[0]] for row in formatters
        ),
        commands=tuple(_command(*row) for row in commands),
        options=tuple(Contribution(OptionSpec(*row[1:]), row[0]) for row in options),
    )


def _parser(name: str, suffixes: tuple[str, ...], is_text: bool, is_unwritten: bool) -> ParserSpec:
    hook = "copydesk_parsers"
    return ParserSpec(
        name,
        suffixes,
        _later(hook, name, "load"),
        None if is_text else _later(hook, name, "load_bytes"),
        None if is_unwritten else _later(hook, name, "load_writer"),
    )


def _formatter(name: str, doc: str, needs: tuple[str, ...], variable: str | None) -> FormatterSpec:
    hook = "copydesk_formatters"
    side_output = (
        None
        if variable is None
        else SideOutput(variable, _later(hook, name, "side_output", "load"))
    )
    return FormatterSpec(name, doc, _later(hook, name, "load"), needs, side_output)


def _command(plugin: str, name: str, doc: str) -> Contribution:
    return Contribution(CommandSpec(name, doc, _later("copydesk_commands", name, "load")), plugin)


def _later(hook: str, name: str, *attributes: str) -> Callable[[], Any]:
    """Return a function that loads the thing of that name by calling the plugins' hook again."""

    def load() -> Any:
        found: Any = _given(hook, name)
        for attribute in attributes:
            found = getattr(found, attribute)
        return found()

    return load


def _given(hook: str, name: str) -> Any:
    for given in _plugins().gather(hook):
        if given.thing.name == name:
            return given.thing
    raise PluginError(
        f"no plugin provides {name} any more, though {hook} returned it at the last start"
    )


@lru_cache(maxsize=1)
def _plugins() -> Plugins:
    from copydesk.registry.loader import Plugins

    return Plugins()
