"""Compiles the tables of terms and facts that a wheel holds: ``python -m`` this, and a folder."""

from __future__ import annotations

import sys

from copydesk.registry.collect import collect
from copydesk.registry.loader import Plugins
from copydesk.registry.registry import Registry


def compile_tables(folder: str) -> None:
    """Compile the built-in packs and facts into a folder, under the names that runs look for.

    Raises:
        DataError: a pack or a table of facts is wrong.
    """
    registry = Registry(collect(Plugins(installed=[])), cache=folder, updates=False)
    for opened in (registry.table, registry.facts.table):
        if not len(opened):
            raise SystemExit("no packs or facts: is lint_rules on the path?")


if __name__ == "__main__":
    compile_tables(*sys.argv[1:])
