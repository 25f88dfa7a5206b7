"""Registers the built-in rules, with the same hooks that plugins use.

A rule module defines subclasses of ``copydesk.Rule``; a pack is a TOML file
beside it. Both are found in the folders of the groups; nothing needs registering.
"""

from __future__ import annotations

import os
from importlib import import_module

from copydesk import Iterator, Rule, hookimpl

_HERE = os.path.dirname(__file__)


@hookimpl
def copydesk_rules() -> Iterator[type[Rule]]:
    """The rule classes of every module in the groups' folders."""
    for group, name in _files(".py"):
        module = import_module(f"lint_rules.{group}.{name[:-3]}")
        for value in list(vars(module).values()):
            if _is_rule(value, module.__name__):
                yield value


@hookimpl
def copydesk_terms() -> Iterator[str]:
    """The TOML packs in the groups' folders."""
    for group, name in _files(".toml"):
        yield os.path.join(_HERE, group, name)


@hookimpl
def copydesk_facts() -> Iterator[str]:
    """The tables of facts in ``_facts``."""
    folder = os.path.join(_HERE, "_facts")
    for name in sorted(os.listdir(folder)):
        if name.endswith(".toml"):
            yield os.path.join(folder, name)


def _files(ending: str) -> Iterator[tuple[str, str]]:
    """The files of all groups; names that begin with ``_`` are helpers."""
    for group in sorted(os.listdir(_HERE)):
        folder = os.path.join(_HERE, group)
        if os.path.isdir(folder) and not group.startswith(("_", ".")):
            for name in sorted(os.listdir(folder)):
                if name.endswith(ending) and not name.startswith("_"):
                    yield group, name


def _is_rule(value: object, module: str) -> bool:
    return isinstance(value, type) and issubclass(value, Rule) and value.__module__ == module
