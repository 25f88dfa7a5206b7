"""The state of installed plugins, which shows whether a manifest is out of date.

A plugin installed from a wheel is identified by its ``RECORD``, which has a digest
of every file; an editable install, or one copied by hand, by the modification
times and sizes of its files.
"""

from __future__ import annotations

import os
import sys

from copydesk.cache.digest import digest
from copydesk.registry.contributions import GROUP
from copydesk.registry.entry_points import entries_of
from copydesk.registry.folders import files_below

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from copydesk.registry.entry_points import EntryPoint

    # The metadata folder, the files and folders outside the wheel, a digest of the state.
    Row = tuple[str, tuple[str, ...], bytes]

_RECORD = "RECORD"


def rows_of(installed: Mapping[str, Sequence[EntryPoint]]) -> list[Row] | None:
    """The rows of a manifest for imported plugins; None if their files cannot be found.

    Args:
        installed: entry points by the folder of their distribution's metadata.
    """
    rows = []
    for info, entries in installed.items():
        packages = sorted({entry.package for entry in entries})
        if any(name not in sys.modules for name in packages):
            return None
        places = tuple(place for name in packages for place in _worked_on(name, info))
        state = _state(info, places)
        if state is None:
            return None
        rows.append((info, places, state))
    return rows


def unchanged(rows: Iterable[Row], folders: Container[str]) -> set[str] | None:
    """The top-level packages of the plugins; None if one of them has changed.

    Args:
        rows: the rows from the manifest.
        folders: the folders that plugins may come from.
    """
    packages: set[str] = set()
    for info, places, state in rows:
        if os.path.dirname(info) not in folders or _state(info, places) != state:
            return None
        packages |= packages_of(info)
    return packages


def packages_of(info: str) -> set[str]:
    """The top-level packages of an installed distribution that has a copydesk entry point."""
    entries = entries_of(info, GROUP)
    found = {entry.package for entry in entries}
    if entries:
        for line in _content(os.path.join(info, _RECORD)).decode("utf-8", "replace").splitlines():
            top, below, _ = line.lstrip('"').partition("/")
            found.add(top if below else top.partition(",")[0].partition(".")[0])
    return found


def _worked_on(package: str, info: str) -> list[str]:
    """Where a package is if the distribution's ``RECORD`` does not list it."""
    module = sys.modules[package]
    file = getattr(module, "__file__", None)
    home = os.path.join(os.path.dirname(info), package)
    names = _content(os.path.join(info, _RECORD)).decode("utf-8", "replace")
    recorded = f"{package}/" in names or f"{package}.py," in names
    if recorded and file in (os.path.join(home, "__init__.py"), f"{home}.py"):
        return []
    folders = [os.fspath(one) for one in getattr(module, "__path__", ())]
    return folders or [file or home]


def _state(info: str, places: Iterable[str]) -> bytes | None:
    """A digest of a distribution's metadata and of its files outside the wheel; None on error."""
    record = os.path.join(info, _RECORD)
    try:
        entries = _content(os.path.join(info, "entry_points.txt"))
        status = os.stat(record) if os.path.exists(record) else None
        files = sorted(file for place in places for file in _files(place))
    except OSError:
        return None
    when = (status.st_mtime_ns, status.st_size) if status else ()
    return digest(entries, _content(record), repr((when, files)).encode("utf-8", "surrogatepass"))


def _files(place: str) -> Iterable[tuple[str, int, int]]:
    if os.path.isdir(place):
        return files_below(place)
    status = os.stat(place)
    return [(place, status.st_mtime_ns, status.st_size)]


def _content(file: str) -> bytes:
    try:
        with open(file, "rb") as handle:
            return handle.read()
    except OSError:
        return b""
