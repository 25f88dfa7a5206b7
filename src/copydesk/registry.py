"""What there is: every rule, pack, parser and formatter, and who gave it."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from copydesk.plugins import PluginError, Plugins
from copydesk.terms.store import PackFile, load_table
from copydesk.toml_data import DataError, did_you_mean
from copydesk.values import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.hookspecs import FormatterSpec, ParserSpec
    from copydesk.rule import Option, Rule
    from copydesk.terms.table import TermTable

PLAIN_TEXT = "text"


class RuleInfo(NamedTuple):
    """A rule as it is listed, whether written in Python or in TOML.

    ``kind`` is None for a rule that lives in term packs alone. ``plugin`` says
    who gave it.
    """

    id: str
    severity: Severity
    summary: str
    default: bool
    languages: tuple[str, ...]
    options: tuple[Option, ...]
    plugin: str
    kind: type[Rule] | None = None


HOUSE_TERMS = "house/terms"
_HOUSE_RULE = RuleInfo(
    HOUSE_TERMS, Severity.STYLE, "A form that the newsroom's own list avoids.", True, ("*",), (),
    "term pack",
)  # fmt: skip


class Registry:
    """Everything that built-ins, plugins and the newsroom's packs give.

    Args:
        plugins: the loaded plugins.
        packs: the newsroom's own packs, as (shown path, file) pairs.
        cache: the folder for compiled term tables; empty for none.

    Raises:
        PluginError: two plugins give the same thing, or something of no use.
        DataError: a pack breaks the schema or cannot be read.
    """

    def __init__(
        self, plugins: Plugins, packs: Iterable[tuple[str, str]] = (), cache: str = ""
    ) -> None:
        self._plugins = plugins
        self._kinds = self._gather_rules()
        self._files = [*self._shipped_packs(), *(_read(*pack) for pack in packs)]
        self._cache = cache

    @cached_property
    def table(self) -> TermTable:
        """The compiled terms of all packs."""
        return load_table(self._files, self._cache)

    @cached_property
    def rules(self) -> dict[str, RuleInfo]:
        """All rules by id, sorted."""
        found = {
            kind.id: RuleInfo(
                kind.id, kind.severity, kind.summary(), kind.default, kind.languages,
                kind.options, plugin, kind,
            )
            for kind, plugin in self._kinds
        }  # fmt: skip
        for header in self.table.headers:
            if header.id in found:
                raise PluginError(
                    f"rule {header.id} is defined twice: by {found[header.id].plugin} "
                    "and by a term pack"
                )
            found[header.id] = RuleInfo(
                header.id, header.severity, header.summary, header.default, header.languages,
                (), "term pack",
            )  # fmt: skip
        for name, place in self.table.used.items():
            if name == HOUSE_TERMS:
                found.setdefault(name, _HOUSE_RULE)
            elif name not in found:
                raise DataError(
                    f"{place}: there is no rule {name!r}{did_you_mean(name, found)}; a pack "
                    "that defines a rule gives its summary and severity under [rule]"
                )
        return dict(sorted(found.items()))

    @property
    def pack_files(self) -> list[PackFile]:
        """The packs as they were read, ours first."""
        return list(self._files)

    @cached_property
    def parsers(self) -> dict[str, ParserSpec]:
        """The parsers by name."""
        found: dict[str, ParserSpec] = {}
        for given in self._plugins.gather("copydesk_parsers"):
            _claim(found, given.thing.name, given.thing, "parser", given.plugin)
        return found

    @cached_property
    def formatters(self) -> dict[str, FormatterSpec]:
        """The formatters by name."""
        found: dict[str, FormatterSpec] = {}
        for given in self._plugins.gather("copydesk_formatters"):
            _claim(found, given.thing.name, given.thing, "formatter", given.plugin)
        return found

    @cached_property
    def suffixes(self) -> dict[str, ParserSpec]:
        """The parser for each file name ending."""
        found: dict[str, ParserSpec] = {}
        for parser in self.parsers.values():
            for suffix in parser.suffixes:
                _claim(found, suffix, parser, "parser for", parser.name)
        return found

    def parser_for(self, path: str, name: str = "") -> ParserSpec:
        """The parser of that name, or for that file; plain text if none claims it.

        Raises:
            KeyError: there is no parser of that name.
        """
        if name:
            return self.parsers[name]
        suffix = os.path.splitext(path)[1].lower()
        return self.suffixes.get(suffix) or self.parsers[PLAIN_TEXT]

    def ids(self, names: Iterable[str], where: str) -> set[str]:
        """The rules that names speak of: an id, a group, or ``all``.

        A group takes in those of its rules that are on by default; an id takes
        in the rule itself.

        Raises:
            DataError: no rule is called so; ``where`` says who called it so.
        """
        found: set[str] = set()
        for name in names:
            if name in self.rules:
                found.add(name)
                continue
            group = {
                rule.id
                for rule in self.rules.values()
                if name == "all" or rule.id.startswith(f"{name}/")
            }
            if not group:
                groups = {rule.partition("/")[0] for rule in self.rules}
                hint = did_you_mean(name, {*self.rules, *groups})
                raise DataError(f"{where}: there is no rule or group {name!r}{hint}")
            found |= group
        return found

    def _gather_rules(self) -> list[tuple[type[Rule], str]]:
        found: dict[str, tuple[type[Rule], str]] = {}
        for given in self._plugins.gather("copydesk_rules"):
            kind = given.thing
            missing = [name for name in ("id", "severity", "examples") if not hasattr(kind, name)]
            if missing:
                name = getattr(kind, "__name__", repr(kind))
                raise PluginError(f"plugin {given.plugin}: rule {name} has no {missing[0]}")
            _claim(found, kind.id, (kind, given.plugin), "rule", given.plugin)
        return [found[name] for name in sorted(found)]

    def _shipped_packs(self) -> list[PackFile]:
        return [
            _read(os.path.basename(given.thing), given.thing)
            for given in self._plugins.gather("copydesk_terms")
        ]


def _claim(found: dict, name: str, thing: object, what: str, plugin: str) -> None:  # type: ignore[type-arg]
    if name in found:
        raise PluginError(f"plugin {plugin}: there are two {what}s called {name!r}")
    found[name] = thing


def _read(shown: str, path: str) -> PackFile:
    try:
        with open(path, "rb") as handle:
            return PackFile(shown, handle.read())
    except OSError as error:
        raise DataError(f"{shown}: the term pack cannot be read: {error.strerror}") from None
