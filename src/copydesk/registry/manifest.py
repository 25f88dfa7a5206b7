"""The catalogue: every rule, pack, parser, formatter and command, and its plugin.

Gathering it imports pluggy, every plugin and every rule. The result changes only
when the files of the built-in rules or the installed packages change, so it is
cached (the *manifest*), and a rule or a plugin is imported only when a draft or
the command line needs it. Each state of the rules and package folders has its own
manifest, named after a digest; the state of the plugins is stored in it.
"""

from __future__ import annotations

import marshal
import os
import sys

from copydesk.cache.digest import digest
from copydesk.cache.files import read_sealed, write_sealed
from copydesk.model import __version__
from copydesk.model.facts_pack import FactsPack
from copydesk.model.findings import Severity
from copydesk.registry.contributions import GROUP, RULES_PACKAGE, Contributions, ShippedFile
from copydesk.registry.folders import files_below, plugin_folders
from copydesk.rules.info import RuleInfo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Container
    from typing import Any

_FORM = 3  # the version of the manifest's format


def contributions(cache: str, plugins: tuple[str, ...] | None = None) -> Contributions:
    """Get the catalogue, from the manifest if it is valid.

    Args:
        cache: the folder for the manifest; empty for none.
        plugins: the installed plugins that take part, by distribution; None for all.

    Raises:
        PluginError: a plugin is broken.
    """
    state = _state(plugins) if cache else None
    path = ""
    if state is not None:
        name = digest(marshal.dumps(state, 2)).hex()  # later versions depend on reference counts
        path = os.path.join(cache, f"rules-{name}-{sys.implementation.cache_tag}.bin")
        found = _read(path, [folder for folder, _ in state[-1]])
        if found is not None:
            return found
    from copydesk.registry.collect import collect
    from copydesk.registry.entry_points import distributions_with
    from copydesk.registry.facts_pack import with_installed
    from copydesk.registry.loader import Plugins

    installed = distributions_with(GROUP, plugins=plugins)
    found = collect(Plugins(installed=sorted(one for each in installed.values() for one in each)))
    found = with_installed(found._replace(plugins=_names(installed)))
    if state is None:
        return found
    from copydesk.registry.keep import kept

    data, unkept = kept(found, installed, state[_FOLDER])
    if data:
        write_sealed(path, data)
    return found._replace(unkept=unkept)


_FOLDER = 4  # the index in a state of the folder of the built-in rules


def _state(plugins: tuple[str, ...] | None) -> tuple[Any, ...] | None:
    """Everything the manifest depends on except the plugins themselves.

    That is the version, the files of the built-in rules (or the ``RECORD`` that they were
    installed with), and the folders in which plugins are installed, whose times change when
    a distribution is added or removed.
    """
    from importlib.machinery import PathFinder

    spec = PathFinder.find_spec(RULES_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = os.fspath(next(iter(spec.submodule_search_locations)))
    try:
        files = _installed(folder) or tuple(sorted(files_below(folder)))
    except OSError:
        return None
    told = (_FORM, __version__, RuleInfo._fields, ShippedFile._fields)
    return (*told, folder, files, plugins, _site())


def _installed(folder: str) -> tuple[tuple[str, int, int], ...]:
    """The state of the ``RECORD`` of copydesk, if the rules were installed with it; else empty.

    It has a digest of every file, so it changes with each of them.
    """
    record = os.path.join(os.path.dirname(folder), f"copydesk-{__version__}.dist-info", "RECORD")
    try:
        status = os.stat(record)
    except OSError:
        return ()
    return ((record, status.st_mtime_ns, status.st_size),)


def _site() -> tuple[tuple[str, int], ...]:
    """The folders on the import path that plugins may come from, and when each last changed."""
    folders = []
    for folder in plugin_folders():
        try:
            folders.append((folder, os.stat(folder or os.curdir).st_mtime_ns))
        except OSError:
            continue
    return tuple(folders)


def _names(infos: Collection[str]) -> tuple[str, ...]:
    """The names of distributions, given the folders of their metadata."""
    if not infos:
        return ()
    from copydesk.registry.entry_points import distribution_of

    return tuple(sorted(distribution_of(os.path.basename(info)) for info in infos))


def _read(path: str, folders: Container[str]) -> Contributions | None:
    """Read a manifest; None if it is damaged, out of date, or names code outside the plugins."""
    content = read_sealed(path)
    if content is None:
        return None
    try:
        plugins, rows, packs, facts, pack, others = marshal.loads(content)
        rules = tuple(RuleInfo(row[0], Severity(row[1]), *row[2:]) for row in rows)
    except (ValueError, EOFError, TypeError):
        return None
    packages = {RULES_PACKAGE, __name__.partition(".")[0]}
    if plugins:
        from copydesk.registry.installed import unchanged

        found = unchanged(plugins, folders)
        if found is None:
            return None
        packages |= found
    # Import only from packages that provide rules, whoever wrote the manifest.
    if not all(rule.home.partition(":")[0].partition(".")[0] in packages for rule in rules
               if rule.home):  # fmt: skip
        return None
    shipped = [tuple(ShippedFile(*one) for one in files) for files in (packs, facts)]
    names = _names([info for info, *_ in plugins])
    known = Contributions(rules, shipped[0], facts=shipped[1], plugins=names, pack=FactsPack(*pack))
    if others is None:
        return known
    from copydesk.registry.later import with_others

    return with_others(known, others)
