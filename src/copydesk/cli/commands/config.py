"""``copydesk config``: the settings in force and where they come from."""

from __future__ import annotations

from copydesk.cache.folder import cache_folder
from copydesk.cli.options import config_option
from copydesk.cli.settings import run_settings
from copydesk.cli.status import FOUND_NOTHING
from copydesk.formats.summary import harmless
from copydesk.run.linter import Linter

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace
    from collections.abc import Iterator, Mapping

    from copydesk.config import Config, RuleSelection
    from copydesk.registry.prepared import Prepared
    from copydesk.registry.registry import Registry

_EXAMPLE = """\
examples:
  copydesk config             the settings of a run in this folder
  copydesk config story.md    the settings for one draft, of the config nearest to it"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk config``."""
    parser.set_defaults(command=config)
    parser.epilog = _EXAMPLE
    told = "the draft whose settings to show (default: those of the current folder)"
    parser.add_argument("draft", metavar="FILE", nargs="?", default="", help=told)
    config_option(parser)


def config(arguments: Namespace) -> int:
    """Print the settings, each with the file that set it."""
    settings = run_settings(arguments)
    linter = Linter(settings._replace(nested=settings.nested and bool(arguments.draft)))
    for line in _lines(linter.prepared_for(arguments.draft), arguments.draft):
        print(line)
    return FOUND_NOTHING


def _lines(prepared: Prepared, path: str) -> Iterator[str]:
    found = prepared.config
    files = ", ".join(found.files) or "none (defaults)"
    yield f"# config files: {files}"
    yield f"# cache: {cache_folder() or 'off'}"
    yield from _installed(prepared.registry)
    choice = found.choice
    selected = ["(default)"] if choice.select is None else list(choice.select)
    values: list[tuple[str, object]] = [
        ("style", choice.style),
        ("preview", bool(choice.preview)),
        ("select", selected),
        ("extend-select", list(choice.extend_select)),
        ("ignore", list(choice.ignore)),
        ("terms", [shown for shown, _ in found.terms]),
        ("facts", [shown for shown, _ in found.facts]),
        ("accept", [shown for shown, _ in found.accept]),
        ("exclude", list(found.exclude)),
        ("date", found.date),
        ("fail-on", found.fail_on),
        ("encoding", found.encoding or "utf-8"),
        ("max-size", found.max_size),
        ("cache-size", found.cache_size),
        ("required-version", found.required),
        ("strict", found.strict),
        ("facts-pack", found.facts_pack),
        *([] if found.plugins is None else [("plugins", list(found.plugins))]),
    ]
    for key, value in values:
        yield f"{key} = {_toml(value)}  # {found.origins.get(key, 'default')}"
    yield from _tables(found)
    chosen = prepared.rules_for(path) if path else prepared.default
    rules = chosen.severities
    yield f"# {len(rules)} rules run{f' on {harmless(path)}' if path else ''}:"
    for name in rules:
        severity = chosen.forced.get(name, rules[name])
        yield f"#   {name}  {severity}"


def _installed(registry: Registry) -> Iterator[str]:
    """The pack of facts that judges, and the plugins that take part."""
    yield f"# facts: {registry.facts_pack}"
    if registry.unused_facts:
        yield f"# {registry.unused_facts}"
    yield f"# plugins: {', '.join(registry.plugins) or 'none'}"
    if registry.unkept:
        yield f"# plugins are loaded at every start: {registry.unkept}"


def _tables(found: Config) -> Iterator[str]:
    yield from _nested(found.choice, "", found.origins)
    if found.stet or found.waits:
        yield f"[stet]  # {found.origins.get('stet', '')}"
        yield from ['trust = "base"'] * found.waits
        yield from (f'"{name}" = {_toml(count)}' for name, count in sorted(found.stet.items()))
    if found.fields:
        yield f"[fields]  # {found.origins.get('fields', '')}"
        yield from (f"{role} = {_toml(list(keys))}" for role, keys in found.fields.items())
    for override in found.overrides:
        yield f"[[override]]  # {found.origins.get('override', '')}"
        yield f"paths = {_toml(list(override.paths))}"
        yield from _keys(override.choice)
        yield from _nested(override.choice, "override.", {})
    for name, profile in sorted(found.profiles.items()):
        yield f"[profile.{name}]  # {found.origins.get('profile', '')}"
        yield from _keys(profile.choice)
        if profile.fail_on:
            yield f"fail-on = {_toml(profile.fail_on)}"
        if profile.final:
            yield "final = true"
        yield from _nested(profile.choice, f"profile.{name}.", {})


def _keys(choice: RuleSelection) -> Iterator[str]:
    """The plain keys that an override or a profile sets."""
    for key in ("select", "extend_select", "ignore", "style", "preview"):
        value = getattr(choice, key)
        if value or value is False:
            yield f"{key.replace('_', '-')} = {_toml(value)}"


def _nested(choice: RuleSelection, prefix: str, origins: Mapping[str, str]) -> Iterator[str]:
    """The tables of a selection: severities, options of rules, limits of readability."""
    if choice.severity:
        yield f"[{prefix}severity]  # {origins.get('severity', '')}".rstrip(" #")
        yield from (f'"{rule}" = {_toml(name)}' for rule, name in sorted(choice.severity.items()))
    for rule, options in sorted(choice.options.items()):
        yield f'[{prefix}rule."{rule}"]  # {origins.get("rule", "")}'.rstrip(" #")
        yield from (f"{key} = {_toml(value)}" for key, value in options.items())
    if choice.limits:
        yield f"[{prefix}readability]  # {origins.get('readability', '')}".rstrip(" #")
        yield from (f"{key} = {_toml(value)}" for key, value in choice.limits.items())


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, str):
        from copydesk.formats.json_format import encoded

        return encoded(value)
    return str(value)
