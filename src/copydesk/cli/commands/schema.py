"""``copydesk schema``: the JSON Schemas of the files that people write."""

from __future__ import annotations

import sys

from copydesk.cli.status import FOUND_NOTHING
from copydesk.schemas import NAMES, made, shipped

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace

_EXAMPLE = """\
examples:
  copydesk schema config > copydesk.schema.json
  check-jsonschema --schemafile copydesk.schema.json copydesk.toml
  taplo check --schema "file://$PWD/copydesk.schema.json" copydesk.toml

The schema for config knows the rules of the plugins that are installed."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk schema``."""
    parser.set_defaults(command=schema)
    parser.epilog = _EXAMPLE
    told = f"the kind of file: {', '.join(NAMES)}"
    parser.add_argument("name", choices=NAMES, metavar="NAME", help=told)


def schema(arguments: Namespace) -> int:
    """Print a schema."""
    name = arguments.name
    sys.stdout.write(_with_plugins() if name == "config" else shipped(name))
    return FOUND_NOTHING


def _with_plugins() -> str:
    """The schema for a config, with the rules of plugins, if there are any."""
    from copydesk.cache.folder import cache_folder
    from copydesk.registry.contributions import GROUP
    from copydesk.registry.entry_points import distributions_with

    if not distributions_with(GROUP):
        return shipped("config")
    from copydesk.registry.manifest import contributions
    from copydesk.registry.registry import Registry

    cache = cache_folder()
    return made("config", Registry(contributions(cache), (), cache))
