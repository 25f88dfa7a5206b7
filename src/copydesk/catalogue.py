"""The catalogue: every rule, pack, parser and formatter, and who gave it.

Gathering it imports pluggy, every plugin and every rule. Where no third-party
plugin is installed the outcome can only change with the files of the built-in
rules, so it is kept in the cache (the *manifest*) under their sizes and times,
and a rule is imported when a draft holds one of its triggers.
"""

from __future__ import annotations

import marshal
import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from copydesk import __version__
from copydesk.files import read_sealed, write_sealed
from copydesk.own_formats import FORMATTERS, PARSERS
from copydesk.values import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.rule import Option, Rule
    from copydesk.specs import FormatterSpec, ParserSpec

GROUP = "copydesk"
RULES_PACKAGE = "lint_rules"
_MOST_WORDS = 80  # of a class: to look for more takes longer than to call the rule


class RuleInfo(NamedTuple):
    """A rule as it is listed, whether written in Python or in TOML.

    ``home`` is ``module:class``, empty for a rule that lives in term packs
    alone. ``plugin`` says who gave it. ``option_rows`` are the fields of its
    options; ``parts`` the methods by which it finds faults. ``extra`` is the
    optional extra that it needs; ``unavailable`` says what is missing of it.
    """

    id: str
    severity: Severity
    summary: str
    default: bool
    languages: tuple[str, ...]
    triggers: tuple[str, ...] = ()
    option_rows: tuple[tuple[Any, ...], ...] = ()
    plugin: str = ""
    home: str = ""
    parts: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    extra: str = ""
    unavailable: str = ""
    styled: tuple[str, ...] = ()
    loaded: type[Rule] | None = None

    @classmethod
    def of(cls, kind: type[Rule], plugin: str = "") -> RuleInfo:
        """A rule written in Python, as its class says."""
        from copydesk.rule import parts_of

        unavailable = _unavailable(kind)
        return cls(
            kind.id,
            kind.severity,
            kind.summary(),
            kind.default and not unavailable,
            tuple(kind.languages),
            triggers_of(kind),
            tuple(tuple(option) for option in kind.options),
            plugin,
            f"{kind.__module__}:{kind.__qualname__}",
            parts_of(kind),
            tuple(kind.terms),
            tuple(kind.yields_to),
            kind.extra,
            unavailable,
            tuple(kind.styled),
            kind,
        )

    @property
    def options(self) -> tuple[Option, ...]:
        """The rule's options."""
        from copydesk.rule import Option

        return tuple(Option(*row) for row in self.option_rows)

    def rule_class(self) -> type[Rule] | None:
        """The rule's class, imported now if it has not been; None for terms."""
        if self.loaded is not None or not self.home:
            return self.loaded
        from importlib import import_module

        module, _, name = self.home.partition(":")
        found: type[Rule] = getattr(import_module(module), name)
        return found


def triggers_of(kind: type[Rule]) -> tuple[str, ...]:
    """A rule's triggers: those that it states (none, too), else the anchors of its scans.

    None, so that the rule runs on every draft, where one of the scans looks in the source, at
    capitals, figures or edges of slots, or at more than a few words.
    """
    from copydesk.document.words import plain
    from copydesk.rule import Rule

    if any("triggers" in vars(one) for one in kind.__mro__ if one is not Rule):
        return tuple(kind.triggers)
    found: dict[str, None] = {}
    for one in kind.scans:
        for anchor in one.at:
            if isinstance(anchor, str) and not one.in_source:
                found[plain(anchor)] = None  # in the form in which triggers are looked up
            elif isinstance(anchor, frozenset) and len(anchor) <= _MOST_WORDS:
                found.update(dict.fromkeys(sorted(anchor)))
            else:
                return ()
    return tuple(found)


def _unavailable(kind: type[Rule]) -> str:
    """What a rule lacks to run, and how to get it; empty if nothing."""
    from importlib.util import find_spec

    missing = [module for module in kind.modules if find_spec(module) is None]
    if not missing:
        return ""
    extra = f"; pip install 'copydesk[{kind.extra}]'" if kind.extra else ""
    return f"not installed: {', '.join(missing)}{extra}"


class ShippedPack(NamedTuple):
    """A term pack or a table of facts of a plugin: its file, and its digest where that is known.

    ``own`` says that it comes with copydesk.
    """

    file: str
    digest: str = ""
    own: bool = False


class Catalogue(NamedTuple):
    """All that built-ins and plugins give; rules sorted by id."""

    rules: tuple[RuleInfo, ...]
    packs: tuple[ShippedPack, ...]
    parsers: tuple[ParserSpec, ...] = PARSERS
    formatters: tuple[FormatterSpec, ...] = FORMATTERS
    facts: tuple[ShippedPack, ...] = ()


def catalogue(cache: str) -> Catalogue:
    """The catalogue, from the manifest where that can be trusted.

    Args:
        cache: the folder for the manifest; empty for none.

    Raises:
        PluginError: a plugin is broken.
    """
    state = _state() if cache else None
    path = os.path.join(cache, f"rules-{sys.implementation.cache_tag}.bin")
    if state is not None:
        found = _read(path, state)
        if found is not None:
            return found
    from copydesk.entry_points import entry_points
    from copydesk.gather import gather
    from copydesk.plugins import Plugins

    installed = entry_points(GROUP)
    found = gather(Plugins(installed=installed))
    if state is not None and not installed:
        _keep(path, state, found)
    return found


def _state() -> tuple[Any, ...] | None:
    """What the manifest depends on.

    Our version, the files of the built-in rules, and the folders into which
    plugins are installed: their times change when a distribution comes or goes.
    """
    from importlib.machinery import PathFinder

    spec = PathFinder.find_spec(RULES_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = os.fspath(next(iter(spec.submodule_search_locations)))
    try:
        return (
            __version__,
            RuleInfo._fields,
            ShippedPack._fields,
            folder,
            tuple(sorted(files_below(folder))),
            _site(),
        )
    except OSError:
        return None


def _site() -> tuple[tuple[str, int], ...]:
    """The folders on the import path, and when each was last changed."""
    folders = []
    for folder in dict.fromkeys(sys.path):
        try:
            folders.append((folder, os.stat(folder or os.curdir).st_mtime_ns))
        except OSError:
            continue
    return tuple(folders)


def files_below(folder: str) -> Iterable[tuple[str, int, int]]:
    """Name, time and size of the files in a folder and in the folders below."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith(".") or entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from files_below(entry.path)
            else:
                status = entry.stat()
                yield entry.path, status.st_mtime_ns, status.st_size


def _read(path: str, state: tuple[Any, ...]) -> Catalogue | None:
    content = read_sealed(path)
    if content is None:
        return None
    try:
        kept, rows, packs, facts = marshal.loads(content)
    except (ValueError, EOFError, TypeError):
        return None
    if kept != state:
        return None
    rules = tuple(RuleInfo(row[0], Severity(row[1]), *row[2:]) for row in rows)
    shipped = [tuple(ShippedPack(*one) for one in files) for files in (packs, facts)]
    return Catalogue(rules, shipped[0], facts=shipped[1])


def _keep(path: str, state: tuple[Any, ...], found: Catalogue) -> None:
    from copydesk.errors import DataError
    from copydesk.terms.store import PackFile

    rows = [(info.id, int(info.severity), *info[2:-1]) for info in found.rules]
    try:
        packs, facts = (
            [(one.file, PackFile("", file=one.file).digest, one.own) for one in files]
            for files in (found.packs, found.facts)
        )
        data = marshal.dumps((state, rows, packs, facts))
    except (DataError, ValueError):  # told when the pack is read; no plain value
        return
    write_sealed(path, data)
