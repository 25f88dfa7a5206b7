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
from typing import TYPE_CHECKING, Any

from copydesk.cache.files import read_sealed, write_sealed
from copydesk.model.findings import Severity
from copydesk.registry.contributions import GROUP, RULES_PACKAGE, Catalogue, ShippedPack
from copydesk.rules.info import RuleInfo
from copydesk.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable


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
    from copydesk.registry.collect import gather
    from copydesk.registry.entry_points import entry_points
    from copydesk.registry.loader import Plugins

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
    from copydesk.registry.entry_points import plugin_folders

    for folder in plugin_folders():
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
    from copydesk.files.data_file import PackFile
    from copydesk.model.errors import DataError

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
