"""The folder for what is cached between runs."""

from __future__ import annotations

import os
import sys

VARIABLE = "COPYDESK_CACHE_DIR"


def cache_folder() -> str:
    """The user's cache folder for copydesk, in the usual place of the system.

    ``COPYDESK_CACHE_DIR`` names another; if it is set but empty, caching is off.
    """
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    home = os.path.expanduser("~")
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
    elif sys.platform == "darwin":
        base = os.path.join(home, "Library", "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.join(home, ".cache")
    return os.path.join(base, "copydesk")
