"""Finds the compiled index of words, if the distribution ``copydesk-native`` is installed.

It is looked for in folders of installed packages only, so that no checkout can bring one along.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, MutableSequence

    Found = tuple[dict[str, MutableSequence[int]], list[int], list[int]]

_NAME = "copydesk_native"
_INSTALLED = ("site-packages", "dist-packages")


@cache
def native_index() -> Callable[[str, str], Found | None] | None:
    """The function ``index`` of the compiled module; None if it is not there or not usable."""
    folders = [one for one in sys.path if one.endswith(_INSTALLED)]
    spec = PathFinder.find_spec(_NAME, folders)
    if spec is None or spec.loader is None:
        return None
    from importlib.util import module_from_spec

    try:
        module: Any = module_from_spec(spec)
        spec.loader.exec_module(module)
        found: Callable[[str, str], Found | None] = module.index
    except (ImportError, AttributeError):
        return None
    return found
