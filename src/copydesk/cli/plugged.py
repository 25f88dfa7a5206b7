"""What plugins add to the command line: commands, and options that set rule options."""

from __future__ import annotations

import argparse

from copydesk.cache.folder import cache_folder
from copydesk.cli.options import load_given_config, split_names
from copydesk.model.errors import DataError, PluginError, describe
from copydesk.registry.manifest import contributions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copydesk.registry.contributions import Contributions
    from copydesk.rules.rule import Option


def commands(own: dict[str, str]) -> dict[str, str]:
    """The built-in commands with a line on each, then those of plugins.

    Raises:
        PluginError: a plugin is broken, or its command has the name of a built-in one.
    """
    found = dict(own)
    for spec, plugin in _contributions().commands:
        if spec.name in own:
            raise PluginError(f"plugin {plugin}: {spec.name} is a command of copydesk itself")
        found[spec.name] = spec.doc
    return found


def add_command(name: str, parser: argparse.ArgumentParser) -> None:
    """Let a plugin's command add its arguments.

    Raises:
        PluginError: it fails, or does not set the function that runs the command.
    """
    spec = next(one for one, _ in _contributions().commands if one.name == name)
    try:
        spec.load()(parser)
    except PluginError:
        raise
    except Exception as error:
        raise PluginError(f"command {spec.name} cannot be loaded: {describe(error)}") from error
    if parser.get_default("command") is None:
        raise PluginError(f"command {spec.name} does not set what carries it out (command=)")


def add_options(name: str, parser: argparse.ArgumentParser) -> None:
    """Add the options that plugins have for a built-in command.

    Raises:
        PluginError: a plugin is broken, or one of its options has the name of a built-in one.
    """
    found = _contributions()
    wanted = [given for given in found.options if given.thing.command == name]
    if not wanted:
        return
    options = {(rule.id, one.name): one for rule in found.rules for one in rule.options}
    group = parser.add_argument_group("from plugins")
    rows = []
    for number, (spec, plugin) in enumerate(wanted):
        dest = f"plugin_option_{number}"
        option = options[spec.rule, spec.option]
        try:
            group.add_argument(*spec.flags, dest=dest, default=None, **_words(option))
        except (argparse.ArgumentError, ValueError) as error:
            raise PluginError(f"plugin {plugin}: {error}") from error
        rows.append((dest, spec.rule, spec.option))
    parser.set_defaults(plugin_options=tuple(rows))


def _contributions() -> Contributions:
    """What the plugins contribute that the config in this folder allows."""
    try:
        allowed = load_given_config(None).plugins
    except DataError:  # told by the command, which reads it again
        allowed = ()
    return contributions(cache_folder(), allowed)


def _words(option: Option) -> dict[str, Any]:
    """The arguments with which to add a rule's option to argparse."""
    said: dict[str, Any] = {"help": option.doc.replace("%", "%%")}
    if isinstance(option.default, bool):
        turned = f"{'do not ' if option.default else ''}{said['help'].removeprefix('whether to ')}"
        return {"help": turned, "action": "store_const", "const": not option.default}
    if isinstance(option.default, (list, tuple)):
        return said | {"type": _listed, "metavar": "TEXT,…"}
    if option.choices:
        return said | {"choices": option.choices}
    return said | {"type": type(option.default), "metavar": option.name.upper()}


def _listed(text: str) -> list[str]:
    return list(split_names([text]))
