"""``copydesk rules`` and ``copydesk explain``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cache_folder import cache_folder
from copydesk.catalogue import catalogue
from copydesk.cli import FOUND_NOTHING
from copydesk.cli.given import load_given_config
from copydesk.errors import DataError
from copydesk.explain import Library, explanation
from copydesk.registry import Registry

if TYPE_CHECKING:
    from argparse import Namespace


def rules(arguments: Namespace) -> int:
    """List every rule there is."""
    registry = _registry(arguments)
    if arguments.format == "json":
        print(_json(registry))
    elif arguments.format == "markdown":
        from copydesk.explain_markdown import as_table

        print(as_table(Library(registry).pages()), end="")
    else:
        print(_table(registry, list(registry.rules)))
    return FOUND_NOTHING


def explain(arguments: Namespace) -> int:
    """Say what one rule wants, or what rules a group has."""
    registry = _registry(arguments)
    name = arguments.rule
    if name in registry.rules:
        print(explanation(registry, name))
        return FOUND_NOTHING
    group = [rule for rule in registry.rules if rule.startswith(f"{name}/")]
    if group:
        print(f"The rules of {name}; ‘copydesk explain {group[0]}’ tells more:\n")
        print(_table(registry, group))
        return FOUND_NOTHING
    from copydesk.toml_data import did_you_mean

    groups = {rule.partition("/")[0] for rule in registry.rules}
    hint = did_you_mean(name, [*registry.rules, *groups]) or "; ‘copydesk rules’ lists them"
    raise DataError(f"there is no rule {name!r}{hint}")


def _registry(arguments: Namespace) -> Registry:
    cache = cache_folder()
    return Registry(catalogue(cache), load_given_config(arguments.config).terms, cache)


def _table(registry: Registry, names: list[str]) -> str:
    """Rules for a person: id, severity, whether on, what it wants."""
    width = max(map(len, names), default=0)
    lines = []
    for rule in map(registry.rules.__getitem__, names):
        default = "on " if rule.default else "off"
        lines.append(f"{rule.id:<{width}}  {rule.severity!s:<5}  {default}  {rule.summary}")
    return "\n".join(lines)


def _json(registry: Registry) -> str:
    import json

    rows = [
        {
            "id": page.id,
            "severity": str(page.severity),
            "default": page.default,
            "fix": page.fix,
            "summary": page.summary,
            "reason": page.reason,
            "source": page.source,
            "languages": list(registry.rules[page.id].languages),
            "options": [
                {"name": one.name, "default": one.default, "doc": one.doc} for one in page.options
            ],
            "entries": len(page.terms),
            "from": registry.rules[page.id].plugin,
        }
        for page in Library(registry).pages()
    ]
    return json.dumps({"version": 1, "rules": rows}, ensure_ascii=False, indent=2)
