"""The config file: ``copydesk.toml``, or ``[tool.copydesk]`` in pyproject.toml."""

from __future__ import annotations

import os
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from copydesk.values import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.toml_data import Source

FILE = "copydesk.toml"
PYPROJECT = "pyproject.toml"
LEVELS = ("stop", "fix", "style", "ask", "never")
_KEYS = (
    "extend", "style", "select", "extend-select", "ignore", "severity", "rule", "override",
    "terms", "exclude", "date", "fail-on", "encoding",
)  # fmt: skip
_OVERRIDE_KEYS = ("paths", "select", "extend-select", "ignore", "severity", "rule", "style")
_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Choice(NamedTuple):
    """Which rules run, how grave they are and how they are set."""

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = _NOTHING
    options: Mapping[str, Mapping[str, Any]] = _NOTHING
    style: str = ""

    def over(self, base: Choice) -> Choice:
        """This choice laid over another: what it says wins, the rest stays."""
        options = {name: dict(values) for name, values in base.options.items()}
        for name, values in self.options.items():
            options.setdefault(name, {}).update(values)
        return Choice(
            base.select if self.select is None else self.select,
            base.extend_select + self.extend_select,
            base.ignore + self.ignore,
            {**base.severity, **self.severity},
            options,
            self.style or base.style,
        )


class Override(NamedTuple):
    """A choice for some paths only: gitignore-style patterns from the config's folder.

    ``file`` and ``number`` tell which override of which config file it is.
    """

    paths: tuple[str, ...]
    choice: Choice
    root: str
    file: str
    number: int


class Config(NamedTuple):
    """What is in force.

    Attributes:
        files: the config files read, the nearest first.
        root: the folder of the nearest; patterns are relative to it.
        choice: for all drafts.
        overrides: for some paths, in order.
        terms: the newsroom's packs: (shown, file).
        exclude: patterns of paths that are not walked into.
        origins: which file set what, by key.
    """

    files: tuple[str, ...] = ()
    root: str = ""
    choice: Choice = Choice()
    overrides: tuple[Override, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    exclude: tuple[str, ...] = ()
    date: str = ""
    fail_on: str = "fix"
    encoding: str = ""
    origins: Mapping[str, str] = _NOTHING

    def where(self, *keys: str, met: tuple[int, ...] = ()) -> str:
        """The file and line that set a key, for an error message.

        The overrides of the numbers ``met`` are looked into first.
        """
        for one in reversed(met):
            override = self.overrides[one]
            line = _line_of(override.file, "override", override.number, *keys)
            if line:
                return line
        for file in self.files:
            line = _line_of(file, *keys)
            if line:
                return line
        return _shown(self.files[0]) if self.files else "the command line"


def _line_of(file: str, *keys: str | int) -> str:
    """``file:line`` of a key, or nothing."""
    from copydesk.toml_data import Source

    with open(file, encoding="utf-8-sig") as handle:
        source = Source(_shown(file), handle.read(), _prefix(file))
    return f"{source.path}:{source.line_of(*keys)}" if source.has(*keys) else ""


def find_config(folder: str) -> str | None:
    """The nearest config file upward from a folder.

    In one folder ``copydesk.toml`` comes before a pyproject.toml, which counts
    only if it has a table ``[tool.copydesk]``.
    """
    folder = os.path.abspath(folder)
    while True:
        own = os.path.join(folder, FILE)
        if os.path.isfile(own):
            return own
        shared = os.path.join(folder, PYPROJECT)
        if _has_table(shared):
            return shared
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def load_config(path: str | None) -> Config:
    """Read a config file and those that it extends.

    Raises:
        DataError: a file cannot be read or breaks the schema; the message
            gives file, line and what was probably meant.
    """
    if path is None:
        return Config()
    return _load(os.path.abspath(path), ())


def _has_table(path: str) -> bool:
    try:
        with open(path, encoding="utf-8") as handle:
            return "[tool.copydesk" in handle.read()
    except (OSError, UnicodeDecodeError):
        return False


def _load(path: str, seen: tuple[str, ...]) -> Config:
    from copydesk.errors import DataError
    from copydesk.toml_data import Source

    if path in seen:
        raise DataError(f"{_shown(path)}:1: the config extends itself")
    try:
        with open(path, encoding="utf-8-sig") as handle:
            source = Source(_shown(path), handle.read(), _prefix(path))
    except OSError as error:
        raise DataError(f"{_shown(path)}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise DataError(f"{_shown(path)}: not UTF-8") from None
    data = source.data
    for table in source.prefix:
        data = data.get(table, {})
    base = Config()
    if "extend" in data:
        target = os.path.join(os.path.dirname(path), _text(source, data, "extend"))
        base = _load(os.path.normpath(target), (*seen, path))
    return _merged(source, data, path, base)


def _prefix(path: str) -> tuple[str, ...]:
    return ("tool", "copydesk") if os.path.basename(path) == PYPROJECT else ()


def _merged(source: Source, data: dict[str, Any], path: str, base: Config) -> Config:
    source.check_keys(data, _KEYS)
    folder = os.path.dirname(path)
    overrides = [
        Override(
            _texts(source, table, "paths", "override", index) or (),
            _choice(source, table, _OVERRIDE_KEYS, ("override", index), folder),
            folder,
            path,
            index,
        )
        for index, table in enumerate(_override_tables(source, data))
    ]
    terms = [
        (_shown(file), file)
        for name in _texts(source, data, "terms") or ()
        for file in [os.path.normpath(os.path.join(folder, name))]
    ]
    origins = {**base.origins, **dict.fromkeys(data, _shown(path))}
    return Config(
        (path, *base.files),
        folder,
        _choice(source, data, _KEYS, (), folder).over(base.choice),
        (*base.overrides, *overrides),
        (*base.terms, *terms),
        (*base.exclude, *(_texts(source, data, "exclude") or ())),
        _date(source, data) or base.date,
        _level(source, data) or base.fail_on,
        _text(source, data, "encoding") or base.encoding,
        origins,
    )


def _choice(
    source: Source, data: dict[str, Any], known: tuple[str, ...], where: tuple[str | int, ...],
    folder: str,
) -> Choice:  # fmt: skip
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
    select = _texts(source, data, "select", *where)
    return Choice(
        select,
        _texts(source, data, "extend-select", *where) or (),
        _texts(source, data, "ignore", *where) or (),
        severity,
        options,
        _style(_text(source, data, "style", *where), folder),
    )


def _style(name: str, folder: str) -> str:
    """A style's name; one that is a file is taken from the config's folder."""
    return os.path.normpath(os.path.join(folder, name)) if name.endswith(".toml") else name


def _override_tables(source: Source, data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    tables = data.get("override", [])
    if not isinstance(tables, list):
        source.fail("write [[override]] with two brackets", "override")
    for index, table in enumerate(tables):
        if not table.get("paths"):
            source.fail("an override needs paths", "override", index)
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
        source.fail(f'{key} must be a list of texts, such as ["…"]', *where, key)
    return tuple(value)


def _text(source: Source, data: dict[str, Any], key: str, *where: str | int) -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        source.fail(f'{key} must be text, such as "…"', *where, key)
    return value


def _date(source: Source, data: dict[str, Any]) -> str:
    from datetime import date

    value = data.get("date", "")
    if not value:
        return ""
    try:
        return date.fromisoformat(str(value)[:10]).isoformat()
    except ValueError:
        source.fail("date must be a day, such as 2025-04-15", "date")


def _level(source: Source, data: dict[str, Any]) -> str:
    from copydesk.toml_data import did_you_mean

    level = _text(source, data, "fail-on")
    if level and level not in LEVELS:
        hint = did_you_mean(level, LEVELS)
        source.fail(f"fail-on {level!r} is not one of {', '.join(LEVELS)}{hint}", "fail-on")
    return level


def _shown(path: str) -> str:
    """A path for messages: relative where it lies below the present folder."""
    relative = os.path.relpath(path) if os.path.splitdrive(path)[0] == "" else path
    return path if relative.startswith("..") else relative.replace(os.sep, "/")


def severity_of(name: str) -> Severity | None:
    """The severity that ``--fail-on`` names; None for ``never``."""
    return None if name == "never" else Severity.named(name)
