"""Read a config file; errors name the exact line."""

from __future__ import annotations

import os

from copydesk.config import LEVELS, LIMITS, Config, PathOverride, Profile, RuleSelection
from copydesk.config.own_fields import own_fields
from copydesk.config.source import shown, source_of
from copydesk.config.version import check_version
from copydesk.files.bounds import repository_of
from copydesk.files.toml import did_you_mean
from copydesk.files.tree import WORKING_TREE
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from copydesk.config.source import ConfigSource as Source
    from copydesk.files.tree import Tree

_KEYS = (
    "extend", "style", "select", "extend-select", "ignore", "severity", "rule", "override",
    "terms", "facts", "exclude", "date", "fail-on", "encoding", "stet", "profile", "readability",
    "preview", "required-version", "plugins", "max-size", "cache-size", "strict", "facts-pack",
    "accept", "fields",
)  # fmt: skip
_MOST_EXTENDED = 20  # files in a chain of configs that extend each other
_OVERRIDE_KEYS = (
    "paths", "select", "extend-select", "ignore", "severity", "rule", "style", "readability",
    "preview",
)  # fmt: skip
_TRUST = "trust"
_PROFILE_KEYS = (*_OVERRIDE_KEYS[1:], "fail-on", "final")


def load_config(path: str | None, tree: Tree = WORKING_TREE, named: bool = False) -> Config:
    """Read a config file and those it extends; without a file, use the defaults.

    Args:
        path: the file; None for the defaults.
        tree: where it and all that it names are read from.
        named: whether the user named the file on the command line.

    Raises:
        DataError: a file cannot be read or breaks the schema; the message gives file and line.
    """
    if path is None:
        return Config(tree=tree)
    return read_config(os.path.abspath(path), tree, named)


def read_config(
    path: str, tree: Tree = WORKING_TREE, named: bool = False, seen: tuple[str, ...] = ()
) -> Config:
    """Read a config file, merged over those that it extends.

    Args:
        path: the file, absolute.
        tree: where it and all that it names are read from.
        named: whether the user named the file on the command line.
        seen: the files that extend it, to detect one that extends itself.

    Raises:
        DataError: a file cannot be read or breaks the schema.
    """
    if path in seen:
        raise DataError(f"{shown(path)}:1: the config extends itself")
    if len(seen) > _MOST_EXTENDED:
        raise DataError(f"{shown(path)}:1: more than {_MOST_EXTENDED} configs extend each other")
    source = source_of(path, tree, named)
    data = source.data
    for table in source.prefix:
        data = data.get(table, {})
    base = Config(tree=tree)
    if "extend" in data:
        target = _inside(source, os.path.dirname(path), _text(source, data, "extend"), "extend")
        base = read_config(target, tree, False, (*seen, path))
    return _merged(source, data, path, base)


def _merged(source: Source, data: dict[str, Any], path: str, base: Config) -> Config:
    source.check_keys(data, _KEYS)
    required = _text(source, data, "required-version")
    check_version(source, required)
    folder = os.path.dirname(path)
    lists = ("terms", "facts", "accept")
    terms, facts, accept = (_files(source, data, key, folder) for key in lists)
    origins = {**base.origins, **dict.fromkeys(data, shown(path))}
    return Config(
        (path, *base.files),
        folder,
        _choice(source, data, _KEYS, (), folder).over(base.choice),
        (*base.overrides, *_overrides(source, data, path)),
        (*base.terms, *terms),
        (*base.exclude, *(_texts(source, data, "exclude") or ())),
        _date(source, data) or base.date,
        _level(source, data) or base.fail_on,
        _text(source, data, "encoding") or base.encoding,
        (*base.facts, *facts),
        origins,
        {**base.stet, **_names(source, data)},
        {**base.profiles, **dict(_profiles(source, data, folder))},
        required or base.required,
        base.tree,
        _waits(source, data, base),
        base.plugins if (named := _texts(source, data, "plugins")) is None else named,
        _megabytes(source, data, "max-size", "5") or base.max_size,
        base.strict if (strict := _switch(source, data, "strict")) is None else strict,
        _megabytes(source, data, "cache-size", "1000") or base.cache_size,
        _text(source, data, "facts-pack") or base.facts_pack,
        (*base.accept, *accept),
        {**base.fields, **own_fields(source, data)},
    )


def _files(source: Source, data: dict[str, Any], key: str, folder: str) -> list[tuple[str, str]]:
    """The files that a key lists, as (path for messages, file)."""
    names = _texts(source, data, key) or ()
    files = (_inside(source, folder, name, key) for name in names)
    return [(shown(file), file) for file in files]


def _inside(source: Source, folder: str, name: str, *keys: str | int) -> str:
    """The path of a file that the config in ``folder`` names: within its repository, if any."""
    path = os.path.normpath(os.path.join(folder, name))
    top = repository_of(folder)
    if top and not path.startswith(os.path.join(top, "")):
        source.fail(f"{name} is outside the repository", *keys)
    if source.lacks(path):
        source.fail(f"{name}: no such file", *keys)
    return path


def _profiles(source: Source, data: dict[str, Any], folder: str) -> Iterator[tuple[str, Profile]]:
    """The profiles: ``[profile.NAME]``."""
    for name, table in _table(source, data, "profile").items():
        where = ("profile", name)
        if not isinstance(table, dict):
            source.fail(f"write a profile as a table, [profile.{name}]", *where)
        final = _switch(source, table, "final", *where) or False
        choice = _choice(source, table, _PROFILE_KEYS, where, folder)
        yield name, Profile(choice, _level(source, table, *where), final)


def _names(source: Source, data: dict[str, Any]) -> dict[str, str]:
    """How many names it takes to let a finding stand, by rule, group or severity."""
    given = _table(source, data, "stet")
    table = {key: value for key, value in given.items() if key != _TRUST}
    for key, value in table.items():
        if value not in ("one", "two"):
            source.fail(f'{key} must be "two" (a second name is needed) or "one"', "stet", key)
    return table


def _waits(source: Source, data: dict[str, Any], base: Config) -> bool:
    """``[stet] trust``: whether overrides that a change adds wait until it is merged."""
    given = _table(source, data, "stet").get(_TRUST)
    if given is None:
        return base.waits
    if given not in ("base", "head"):
        told = 'trust must be "base" (overrides that a change adds wait) or "head" (they hold)'
        source.fail(told, "stet", _TRUST)
    return bool(given == "base")


def _choice(
    source: Source, data: dict[str, Any], known: tuple[str, ...], where: tuple[str | int, ...],
    folder: str,
) -> RuleSelection:  # fmt: skip
    source.check_keys(data, known, *where)
    severity = _table(source, data, "severity", *where)
    for rule, name in severity.items():
        if name not in LEVELS[:-1]:
            choices = ", ".join(LEVELS[:-1])
            source.fail(f"severity {name!r} is not one of {choices}", *where, "severity", rule)
    options = _table(source, data, "rule", *where)
    for rule, values in options.items():
        if not isinstance(values, dict):
            source.fail(f'write the options of a rule as [rule."{rule}"]', *where, "rule", rule)
        options[rule] = source.one_spelling(values, *where, "rule", rule)
    select = _texts(source, data, "select", *where)
    return RuleSelection(
        select,
        _texts(source, data, "extend-select", *where) or (),
        _texts(source, data, "ignore", *where) or (),
        severity,
        options,
        _style(source, data, folder, *where),
        _limits(source, data, *where),
        _switch(source, data, "preview", *where),
    )


def _switch(source: Source, data: dict[str, Any], key: str, *where: str | int) -> bool | None:
    value = data.get(key)
    if value is not None and not isinstance(value, bool):
        source.fail(f"{key} must be true or false", *where, key)
    return value


def _limits(source: Source, data: dict[str, Any], *where: str | int) -> dict[str, float]:
    """``[readability]``: how hard copy may be to read."""
    table = _table(source, data, "readability", *where)
    source.check_keys(table, LIMITS, *where, "readability")
    for key, value in table.items():
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            source.fail(f"{key} must be a number", *where, "readability", key)
    return table


def _style(source: Source, data: dict[str, Any], folder: str, *where: str | int) -> str:
    """A style's name; a file is relative to the config's folder."""
    name = _text(source, data, "style", *where)
    return _inside(source, folder, name, *where, "style") if name.endswith(".toml") else name


def _overrides(source: Source, data: dict[str, Any], path: str) -> Iterator[PathOverride]:
    folder = os.path.dirname(path)
    for index, table in enumerate(_override_tables(source, data)):
        where = ("override", index)
        paths = _texts(source, table, "paths", *where) or ()
        choice = _choice(source, table, _OVERRIDE_KEYS, where, folder)
        yield PathOverride(paths, choice, folder, path, index)


def _override_tables(source: Source, data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    tables = data.get("override", [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        source.fail("write [[override]] in double brackets", "override")
    for index, table in enumerate(tables):
        if not table.get("paths"):
            source.check_keys(table, _OVERRIDE_KEYS, "override", index)  # perhaps a misspelt key
            source.fail("[[override]] needs paths", "override", index)
        yield table


def _table(source: Source, data: dict[str, Any], key: str, *where: str | int) -> dict[str, Any]:
    value = data.get(key, {})
    if not isinstance(value, dict):
        source.fail(f"{key} must be a table", *where, key)
    return value


def _texts(
    source: Source, data: dict[str, Any], key: str, *where: str | int
) -> tuple[str, ...] | None:
    value = data.get(key)
    if value is None:
        return None
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        source.fail(f'{key} must be a list of strings, such as ["…"]', *where, key)
    return tuple(value)


def _text(source: Source, data: dict[str, Any], key: str, *where: str | int) -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        source.fail(f'{key} must be a string, such as "…"', *where, key)
    return value


def _date(source: Source, data: dict[str, Any]) -> str:
    from datetime import date

    value = data.get("date", "")
    if not value:
        return ""
    try:
        return date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        source.fail("date must be a date, such as 2025-04-15", "date")


def _megabytes(source: Source, data: dict[str, Any], key: str, such: str) -> int:
    """A number of megabytes; 0 if it is not given."""
    value = data.get(key, 0)
    if not isinstance(value, int) or isinstance(value, bool) or (key in data and value < 1):
        source.fail(f"{key} must be a whole number of megabytes, such as {such}", key)
    return value


def _level(source: Source, data: dict[str, Any], *where: str | int) -> str:
    level = _text(source, data, "fail-on", *where)
    if level and level not in LEVELS:
        hint = did_you_mean(level, LEVELS)
        source.fail(f"fail-on {level!r} is not one of {', '.join(LEVELS)}{hint}", *where, "fail-on")
    return level
