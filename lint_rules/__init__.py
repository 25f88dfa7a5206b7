"""The rules that come with copydesk: a module or a TOML pack each.

A rule module defines classes that derive from ``copydesk.Rule``; a pack is a
TOML file beside it. Both are found by lying here: nothing else is to be done.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from copydesk import hookimpl
from copydesk.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUPS = ("leftover", "quote", "sentence", "spelling", "titles")


@hookimpl
def copydesk_rules() -> Iterator[type[Rule]]:
    """The rule classes of every module in the groups' folders."""
    for group in GROUPS:
        for name in _files(group, ".py"):
            module = import_module(f"{__name__}.{group}.{name[:-3]}")
            for value in list(vars(module).values()):
                if _is_rule(value, module.__name__):
                    yield value


@hookimpl
def copydesk_terms() -> Iterator[str]:
    """The TOML packs in the groups' folders."""
    for group in GROUPS:
        for name in _files(group, ".toml"):
            yield os.path.join(__path__[0], group, name)


def _files(group: str, ending: str) -> list[str]:
    """The files of a group; names that begin with ``_`` are helpers."""
    names = os.listdir(os.path.join(__path__[0], group))
    return sorted(n for n in names if n.endswith(ending) and not n.startswith("_"))  # __init__ too


def _is_rule(value: object, module: str) -> bool:
    return isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module
