"""``copydesk rules``: list the rules."""

from __future__ import annotations

from copydesk.cache.folder import cache_folder
from copydesk.cli.options import config_option, load_given_config
from copydesk.cli.status import FOUND_NOTHING
from copydesk.explain.library import Library
from copydesk.files.data_file import files_in
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import Registry

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk rules``."""
    parser.set_defaults(command=rules)
    parser.epilog = "examples:\n  copydesk rules\n  copydesk rules --format markdown > rules.md"
    told = "a table for people, JSON for programs, or a Markdown table (default: text)"
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text", help=told)
    config_option(parser)


def rules(arguments: Namespace) -> int:
    """List all rules."""
    registry = registry_of(arguments)
    if arguments.format == "json":
        print(_json(registry))
    elif arguments.format == "markdown":
        from copydesk.explain.markdown import as_table

        print(as_table(Library(registry).pages()), end="")
    else:
        print(table_of(registry, list(registry.rules)))
    return FOUND_NOTHING


def registry_of(arguments: Namespace) -> Registry:
    """The registry, with the config's packs."""
    cache = cache_folder()
    config = load_given_config(arguments.config)
    return Registry(
        contributions(cache, config.plugins), files_in(config.tree, config.terms), cache,
        files_in(config.tree, config.facts),
    )  # fmt: skip


def table_of(registry: Registry, names: list[str]) -> str:
    """Rules as a table: id, severity, on or off, summary."""
    width = max(map(len, names), default=0)
    lines = []
    for rule in map(registry.rules.__getitem__, names):
        default = "on " if rule.default else "off"
        said = f"{rule.summary} (preview)" if rule.preview else rule.summary
        if rule.unavailable:
            said += f" (unavailable: {rule.unavailable})"
        lines.append(f"{rule.id:<{width}}  {rule.severity!s:<5}  {default}  {said}")
    return "\n".join(lines)


def _json(registry: Registry) -> str:
    from copydesk.formats.json_format import encoded

    rows = [
        {
            "id": page.id,
            "severity": str(page.severity),
            "default": registry.rules[page.id].default,
            "preview": registry.rules[page.id].preview,
            "version": registry.rules[page.id].version,
            "fix": page.fix,
            "summary": page.summary,
            "unavailable": page.unavailable,
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
    return encoded({"version": 1, "rules": rows}, indent=2)
