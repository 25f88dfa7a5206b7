"""The schema for copydesk.toml."""

from __future__ import annotations

from copydesk.config import LEVELS, LIMITS
from copydesk.document.fields import FIELD_ROLES
from copydesk.schemas.parts import Schema, day, one_of, root, switch, table, text, texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from copydesk.registry.registry import Registry
    from copydesk.rules.rule import Option

_DOC = (
    "Settings of copydesk. Keys are written with hyphens here; copydesk also reads underscores. "
    "Rules, groups and styles are compared with those that are known if no other file can add "
    "any (terms, extend, plugins, a style of your own)."
)
_ALL = "all"
_PATHS = {**texts("The drafts, as in .gitignore."), "minItems": 1}
_FIELD = "Your own keys of the field {} in front matter and shortcodes."
_MAX_SIZE = "The largest draft that is checked, in megabytes."
_CACHE_SIZE = "The most that earlier results take up on disk, in megabytes."
_TYPES: Mapping[type, str] = {bool: "boolean", int: "integer", float: "number", str: "string"}
_FACTS_PACK = "The pack of facts that facts update accepts: sha256:DIGEST, or minisign:KEY."
_STYLE_FILE = {"pattern": r"\.toml$"}
_LENGTHS = {
    "grade": "The highest school grade.",
    "fog": "The highest Gunning fog index.",
    "sentence": "The most words in a sentence.",
    "minutes": "The most minutes to read a story.",
}


def selection(registry: Registry) -> dict[str, Schema]:
    """The keys that say which rules run, and how."""
    return {
        "select": texts("Only these rules or groups."),
        "extend-select": texts("These rules too, which are off by default."),
        "ignore": texts("Not these rules or groups."),
        "severity": {
            "description": "Another severity for a rule or a group.",
            "type": "object",
            "additionalProperties": {"enum": list(LEVELS[:-1])},
        },
        "rule": _options(registry),
        "style": text("A house style: a name, or a file that ends in .toml."),
        "readability": {
            "description": "copydesk readability fails above these limits.",
            **table({key: {"description": _LENGTHS[key], "type": "number"} for key in LIMITS}),
        },
        "preview": switch("Whether new rules that may still change run, too."),
    }


def _options(registry: Registry) -> Schema:
    rules = {
        info.id: table({option.name: _option(option) for option in info.options})
        for info in sorted(registry.rules.values())
        if info.options
    }
    return {
        "description": "Options of rules; copydesk explain RULE lists them.",
        "type": "object",
        "properties": rules,
        "additionalProperties": {"type": "object"},
    }


def _option(option: Option) -> Schema:
    if isinstance(option.default, (list, tuple)):
        return texts(option.doc)
    if option.choices:
        return one_of(option.doc, option.choices)
    return {"description": option.doc, "type": _TYPES[type(option.default)]}


def keys(registry: Registry) -> dict[str, Schema]:
    """All keys of a config."""
    chosen = selection(registry)
    fail_on = one_of("The lowest severity that fails the check.", LEVELS)
    profile = {**chosen, "fail-on": fail_on, "final": switch("Whether the draft is final.")}
    return {
        "extend": text("A config file that this one builds on."),
        **chosen,
        "override": {
            "description": "Other settings for some drafts; the last match wins.",
            "type": "array",
            "items": table({"paths": _PATHS, **chosen}, ("paths",)),
        },
        "profile": {
            "description": "Settings for copydesk check --profile NAME.",
            "type": "object",
            "additionalProperties": table(profile),
        },
        "terms": texts("Your own lists of terms: TOML files.", **_STYLE_FILE),
        "facts": texts("Your own tables of who holds which office: TOML files.", **_STYLE_FILE),
        "accept": texts("Your own lists of words and names that are right: text files."),
        "fields": table({role: texts(_FIELD.format(role)) for role in FIELD_ROLES}),
        "exclude": texts("Folders and files to skip, as in .gitignore."),
        "date": day("The date of drafts that have none."),
        "fail-on": fail_on,
        "encoding": text("The encoding of drafts that are not UTF-8."),
        "stet": {
            "description": "How many names it takes to let a finding stand, by rule, group or "
            "severity; trust is whether overrides that a change adds wait (base) or hold (head).",
            "type": "object",
            "properties": {"trust": {"enum": ["base", "head"]}},
            "additionalProperties": {"enum": ["one", "two"]},
        },
        "required-version": text("The versions of copydesk that may be used: >=0.1,<0.2."),
        "plugins": texts("The installed plugins that take part, by distribution."),
        "max-size": {"description": _MAX_SIZE, "type": "integer", "minimum": 1},
        "cache-size": {"description": _CACHE_SIZE, "type": "integer", "minimum": 1},
        "facts-pack": text(_FACTS_PACK, pattern="^(sha256:[0-9a-fA-F]{64}|minisign:.+)$"),
        "strict": switch("Whether anything that was not checked fails the check."),
    }


def schema(registry: Registry) -> Schema:
    """The schema for a config that may name the rules and the styles in a registry."""
    may_add = [{"required": [key]} for key in ("terms", "extend", "plugins")]
    own_style = {"required": ["style"], "properties": {"style": _STYLE_FILE}}
    found = table(
        keys(registry),
        definitions=_known(registry),
        **{"if": {"not": {"anyOf": [*may_add, own_style]}}, "then": {"properties": _by_itself()}},
    )
    return root("config", "copydesk.toml", _DOC, found)


def _known(registry: Registry) -> Schema:
    """The names of rules, groups and styles."""
    rules = sorted(registry.rules)
    groups = {name.partition("/")[0] for name in rules}
    styles = sorted(style.name for style in registry.table.styles)
    return {
        "rules": {"enum": rules},
        "names": {"enum": sorted({_ALL, *groups, *rules})},
        "styles": {"anyOf": [{"enum": styles}, _STYLE_FILE]},
    }


def _by_itself() -> Schema:
    """What holds in addition if nothing else can add rules and styles."""
    name, rule = ({"$ref": f"#/definitions/{kind}"} for kind in ("names", "rules"))
    chosen: dict[str, Any] = {
        **{key: {"items": name} for key in ("select", "extend-select", "ignore")},
        "severity": {"propertyNames": name},
        "rule": {"propertyNames": rule},
        "style": {"$ref": "#/definitions/styles"},
    }
    return {
        **chosen,
        "override": {"items": {"properties": chosen}},
        "profile": {"additionalProperties": {"properties": chosen}},
    }
