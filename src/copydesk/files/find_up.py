"""Searches upward from a folder for the config, the stet ledger and the baseline.

The search ends at the top folder of the repository: what is above it belongs to others.
A small module of its own, since most runs find none of them and need nothing else.
"""

from __future__ import annotations

import os
from functools import lru_cache

from copydesk.files.bounds import settings_folders
from copydesk.files.tree import WORKING_TREE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.files.tree import Tree

CONFIG = "copydesk.toml"
PYPROJECT = "pyproject.toml"
LEDGER = (".copydesk", "stet.toml")
BASELINE = (".copydesk", "baseline.json")


def find_up(folder: str, tree: Tree, *names: str) -> str | None:
    """The nearest file with a relative path, at or above a folder, or None."""
    for above in settings_folders(folder):
        path = os.path.join(above, *names)
        if tree.has(path):
            return path
    return None


def find_config(folder: str, tree: Tree = WORKING_TREE) -> str | None:
    """The nearest config file at or above a folder, or None."""
    for above in settings_folders(folder):
        found = config_in(above, tree)
        if found is not None:
            return found
    return None


def config_in(folder: str, tree: Tree = WORKING_TREE) -> str | None:
    """The config file in a folder, or None.

    ``copydesk.toml`` takes precedence over pyproject.toml, which counts only if it has a
    table ``[tool.copydesk]``.
    """
    inside = os.path.join(folder, "")
    own, shared = inside + CONFIG, inside + PYPROJECT
    if tree.has(own):
        return own
    return shared if tree.has(shared) and has_table(shared, tree) else None


@lru_cache(maxsize=4096)
def find_ledger(folder: str, tree: Tree = WORKING_TREE) -> str | None:
    """The nearest stet ledger at or above a folder (an absolute path), or None."""
    return find_up(folder, tree, *LEDGER)


def find_baseline(folder: str, tree: Tree = WORKING_TREE) -> str | None:
    """The nearest baseline at or above a folder, or None."""
    return find_up(folder, tree, *BASELINE)


def has_table(path: str, tree: Tree) -> bool:
    """Whether a pyproject.toml has settings of copydesk."""
    try:
        return b"[tool.copydesk" in tree.read(path)
    except OSError:
        return False


def file_in(home: str, path: str) -> str:
    """The path of a draft as written in the baseline or ledger of the folder ``home``."""
    return os.path.relpath(os.path.abspath(path), home).replace(os.sep, "/")
