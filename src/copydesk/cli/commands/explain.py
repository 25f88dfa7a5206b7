"""``copydesk explain``: what a rule wants and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cli.commands.rules import registry_of, table_of
from copydesk.cli.options import config_option

if TYPE_CHECKING:
    import argparse
from typing import TYPE_CHECKING

from copydesk.cli.status import FOUND_NOTHING
from copydesk.explain.library import explanation
from copydesk.model.errors import DataError

if TYPE_CHECKING:
    from argparse import Namespace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The rule."""
    parser.set_defaults(command=explain)
    parser.epilog = "example:\n  copydesk explain spelling/house-form"
    parser.add_argument(
        "rule", metavar="RULE", help="a rule, such as sentence/fragment, or a group: titles"
    )
    config_option(parser)


def explain(arguments: Namespace) -> int:
    """Say what one rule wants, or what rules a group has."""
    registry = registry_of(arguments)
    name = arguments.rule
    if name in registry.rules:
        print(explanation(registry, name))
        return FOUND_NOTHING
    group = [rule for rule in registry.rules if rule.startswith(f"{name}/")]
    if group:
        print(f"The rules of {name}; ‘copydesk explain {group[0]}’ tells more:\n")
        print(table_of(registry, group))
        return FOUND_NOTHING
    from copydesk.files.toml import did_you_mean

    groups = {rule.partition("/")[0] for rule in registry.rules}
    hint = did_you_mean(name, [*registry.rules, *groups]) or "; ‘copydesk rules’ lists them"
    raise DataError(f"there is no rule {name!r}{hint}")
