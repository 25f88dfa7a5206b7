"""``copydesk rules`` and ``copydesk explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cache_folder import cache_folder
from copydesk.cli import FOUND_NOTHING
from copydesk.cli.given import load_given_config
from copydesk.explain import explanation
from copydesk.plugins import Plugins
from copydesk.registry import Registry
from copydesk.toml_data import DataError, did_you_mean

if TYPE_CHECKING:
    from argparse import Namespace


def rules(arguments: Namespace) -> int:
    """List every rule there is."""
    registry = _registry(arguments)
    if arguments.format == "json":
        print(_json(registry))
        return FOUND_NOTHING
    width = max(map(len, registry.rules), default=0)
    for rule in registry.rules.values():
        default = "on " if rule.default else "off"
        print(f"{rule.id:<{width}}  {rule.severity!s:<5}  {default}  {rule.summary}")
    return FOUND_NOTHING


def explain(arguments: Namespace) -> int:
    """Say what one rule wants."""
    registry = _registry(arguments)
    if arguments.rule not in registry.rules:
        hint = did_you_mean(arguments.rule, registry.rules)
        raise DataError(f"there is no rule {arguments.rule!r}{hint}")
    print(explanation(registry, arguments.rule))
    return FOUND_NOTHING


def _registry(arguments: Namespace) -> Registry:
    return Registry(Plugins(), load_given_config(arguments.config).terms, cache_folder())


def _json(registry: Registry) -> str:
    import json

    rows = [
        {
            "id": rule.id,
            "severity": str(rule.severity),
            "default": rule.default,
            "summary": rule.summary,
            "languages": list(rule.languages),
            "options": [
                {"name": one.name, "default": one.default, "doc": one.doc} for one in rule.options
            ],
            "from": rule.plugin,
        }
        for rule in registry.rules.values()
    ]
    return json.dumps({"version": 1, "rules": rows}, ensure_ascii=False, indent=2)
