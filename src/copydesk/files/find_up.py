"""Searches upward from a folder for the config, the stet ledger and the baseline.

A small module of its own, since most runs find none of them and need nothing else.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFIG = "copydesk.toml"
PYPROJECT = "pyproject.toml"
LEDGER = (".copydesk", "stet.toml")
BASELINE = (".copydesk", "baseline.json")


def folders_up(folder: str) -> Iterator[str]:
    """Yield a folder (absolute, links not resolved) and those above it, the nearest first."""
    folder = os.path.abspath(folder)
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def find_up(folder: str, *names: str) -> str | None:
    """The nearest file with a relative path, at or above a folder, or None."""
    for above in folders_up(folder):
        path = os.path.join(above, *names)
        if os.path.isfile(path):
            return path
    return None


def find_config(folder: str) -> str | None:
    """The nearest config file at or above a folder, or None."""
    return next(filter(None, map(config_in, folders_up(folder))), None)


def config_in(folder: str) -> str | None:
    """The config file in a folder, or None.

    ``copydesk.toml`` takes precedence over pyproject.toml, which counts only if it has a
    table ``[tool.copydesk]``.
    """
    inside = os.path.join(folder, "")
    own, shared = inside + CONFIG, inside + PYPROJECT
    # Most folders have neither, and to ask for access raises no error.
    if os.access(own, os.F_OK) and os.path.isfile(own):
        return own
    return shared if os.access(shared, os.F_OK) and _has_table(shared) else None


@lru_cache(maxsize=4096)
def find_ledger(folder: str) -> str | None:
    """The nearest stet ledger at or above a folder (an absolute path), or None."""
    return find_up(folder, *LEDGER)


def find_baseline(folder: str) -> str | None:
    """The nearest baseline at or above a folder, or None."""
    return find_up(folder, *BASELINE)


def _has_table(path: str) -> bool:
    try:
        with open(path, encoding="utf-8") as handle:
            return "[tool.copydesk" in handle.read()
    except (OSError, UnicodeDecodeError):
        return False


def file_in(home: str, path: str) -> str:
    """The path of a draft as written in the baseline or ledger of the folder ``home``."""
    return os.path.relpath(os.path.abspath(path), home).replace(os.sep, "/")
