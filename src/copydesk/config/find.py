"""Where the config file lies: ``copydesk.toml``, or ``[tool.copydesk]`` in pyproject.toml."""

from __future__ import annotations

import os

from copydesk.files.find_up import folders_up

FILE = "copydesk.toml"
PYPROJECT = "pyproject.toml"


def find_config(folder: str) -> str | None:
    """The nearest config file upward from a folder.

    In one folder ``copydesk.toml`` comes before a pyproject.toml, which counts
    only if it has a table ``[tool.copydesk]``.
    """
    for above in folders_up(folder):
        own = os.path.join(above, FILE)
        if os.path.isfile(own):
            return own
        shared = os.path.join(above, PYPROJECT)
        if _has_table(shared):
            return shared
    return None


def _has_table(path: str) -> bool:
    try:
        with open(path, encoding="utf-8") as handle:
            return "[tool.copydesk" in handle.read()
    except (OSError, UnicodeDecodeError):
        return False
