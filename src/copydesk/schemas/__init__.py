"""JSON Schemas for the files that people write: config, house styles, packs, tables of facts.

They are for editors and for checks without copydesk: they know keys and values, but no
other file. They are made from what the readers of those files know
(``python -m copydesk.schemas.write``), and come with the package as files.
"""

from __future__ import annotations

import os
from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copydesk.registry.registry import Registry

NAMES = ("config", "style", "pack", "facts")


def file_of(name: str) -> str:
    """The file with a schema that comes with the package; ``name`` is one of ``NAMES``."""
    return os.path.join(os.path.dirname(__file__), f"{name}-1.schema.json")


def shipped(name: str) -> str:
    """The text of a schema that comes with the package; ``name`` is one of ``NAMES``."""
    with open(file_of(name), encoding="utf-8") as file:
        return file.read()


def made(name: str, registry: Registry) -> str:
    """The text of a schema, made anew.

    Args:
        name: one of ``NAMES``.
        registry: the rules and styles that a config may name.
    """
    import json

    if name == "config":
        from copydesk.schemas.config import schema

        found: dict[str, Any] = schema(registry)
    elif name == "facts":
        found = import_module("copydesk.schemas.facts").SCHEMA
    else:
        from copydesk.schemas.packs import pack, style

        found = style() if name == "style" else pack()
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
