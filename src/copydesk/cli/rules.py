"""``copydesk rules`` and ``copydesk explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cache_folder import cache_folder
from copydesk.catalogue import catalogue
from copydesk.cli import FOUND_NOTHING
from copydesk.cli.given import load_given_config
from copydesk.errors import DataError
from copydesk.explain import explanation
from copydesk.registry import Registry

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
        missing = f" (unavailable: {rule.unavailable})" if rule.unavailable else ""
        print(f"{rule.id:<{width}}  {rule.severity!s:<5}  {default}  {rule.summary}{missing}")
    return FOUND_NOTHING


def explain(arguments: Namespace) -> int:
    """Say what one rule wants."""
    registry = _registry(arguments)
    if arguments.rule not in registry.rules:
        from copydesk.toml_data import did_you_mean

        hint = did_you_mean(arguments.rule, registry.rules)
        raise DataError(f"there is no rule {arguments.rule!r}{hint}")
    print(explanation(registry, arguments.rule))
    return FOUND_NOTHING


def _registry(arguments: Namespace) -> Registry:
    cache = cache_folder()
    return Registry(catalogue(cache), load_given_config(arguments.config).terms, cache)


def _json(registry: Registry) -> str:
    import json

    rows = [
        {
            "id": rule.id,
            "severity": str(rule.severity),
            "default": rule.default,
            "summary": rule.summary,
            "unavailable": rule.unavailable,
            "languages": list(rule.languages),
            "options": [
                {"name": one.name, "default": one.default, "doc": one.doc} for one in rule.options
            ],
            "from": rule.plugin,
        }
        for rule in registry.rules.values()
    ]
    return json.dumps({"version": 1, "rules": rows}, ensure_ascii=False, indent=2)
