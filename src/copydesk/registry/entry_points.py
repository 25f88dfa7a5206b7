"""Find installed plugins by reading ``entry_points.txt`` files directly.

``importlib.metadata`` does the same, but takes five times as long as checking a
short story; this reads only the one file that matters in each distribution. The
format is defined by the packaging specifications (entry points).
"""

from __future__ import annotations

import os
import re

from copydesk.model.value_tuple import ValueTuple
from copydesk.registry.folders import plugin_folders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_FILE = "entry_points.txt"
_ENDINGS = (".dist-info", ".egg-info")


class EntryPoint(ValueTuple):
    """A named object of an installed distribution, ``module:attribute``."""

    name: str
    value: str
    distribution: str

    def __str__(self) -> str:
        return f"{self.distribution} [{self.name}]"

    @property
    def package(self) -> str:
        """The top-level module or package that contains it."""
        return self.value.partition(":")[0].strip().partition(".")[0]

    def load(self) -> object:
        """Import the module and return the object; errors are passed on."""
        from importlib import import_module

        module, _, attributes = self.value.partition(":")
        found: object = import_module(module.strip())
        for attribute in filter(None, attributes.strip().split(".")):
            found = getattr(found, attribute)
        return found


def entry_points(group: str, path: list[str] | None = None) -> list[EntryPoint]:
    """The entry points of a group, sorted by distribution and name.

    Args:
        group: the section of ``entry_points.txt``.
        path: the folders to look in; by default those of ``sys.path`` that plugins
            may come from. If two contain the same distribution, the first one counts,
            as it does for imports.
    """
    found = distributions_with(group, path).values()
    return sorted(entry for entries in found for entry in entries)


def distributions_with(
    group: str, path: list[str] | None = None, plugins: Iterable[str] | None = None
) -> dict[str, list[EntryPoint]]:
    """The entry points of a group, by the metadata folder of each distribution.

    Distributions without any are left out.

    Args:
        group: the section of ``entry_points.txt``.
        path: the folders to look in; see ``entry_points``.
        plugins: the distributions that take part; None for all.
    """
    wanted = None if plugins is None else set(map(normalised, plugins))
    found: dict[str, list[EntryPoint]] = {}
    seen: set[str] = set()
    for folder in plugin_folders() if path is None else dict.fromkeys(path):
        for name in distributions(folder):
            distribution = distribution_of(name)
            if distribution in seen or (wanted is not None and distribution not in wanted):
                continue
            seen.add(distribution)
            entries = entries_of(os.path.join(folder, name), group, distribution)
            if entries:
                found[os.path.join(folder, name)] = entries
    return found


def distribution_of(folder: str) -> str:
    """The name of a distribution, given that of the folder of its metadata."""
    return normalised(folder.rpartition(".")[0].partition("-")[0])


def normalised(name: str) -> str:
    """The name of a distribution in the form in which names are compared."""
    return re.sub(r"[-_.]+", "-", name.strip()).lower()


def entries_of(info: str, group: str, distribution: str = "") -> list[EntryPoint]:
    """The entry points of a group in a distribution's metadata folder."""
    lines = _section(os.path.join(info, _FILE), group)
    return [EntryPoint(key, value, distribution) for key, value in lines]


def distributions(folder: str) -> list[str]:
    """The distributions installed in a folder, as names such as ``name-version.dist-info``."""
    try:
        return sorted(name for name in os.listdir(folder or os.curdir) if name.endswith(_ENDINGS))
    except OSError:
        return []


def _section(file: str, group: str) -> list[tuple[str, str]]:
    """The ``name = value`` pairs of the section ``[group]``."""
    try:
        with open(file, encoding="utf-8", errors="replace") as handle:
            text = handle.read()
    except OSError:
        return []
    header = f"[{group}]"
    if header not in text:
        return []
    pairs, inside = [], False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            inside = line == header
        elif inside and "=" in line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            pairs.append((name.strip(), value.partition(" [")[0].strip()))
    return pairs
