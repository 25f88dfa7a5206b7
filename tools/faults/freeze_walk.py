"""Print, as JSON, the examples of every rule and the words of every pack.

A script: it is run by the interpreter that has copydesk, and uses its public
names only. A rule is a class that derives from ``copydesk.Rule`` in a module
``lint_rules.GROUP.NAME``; a pack is a TOML file there.
"""

from __future__ import annotations

import json
import os
import sys
import tomllib
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def main() -> None:
    """Write ``{"rules": […], "packs": […]}`` to standard output."""
    import lint_rules

    home = os.path.dirname(lint_rules.__file__)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    json.dump({"rules": list(_rules(home)), "packs": list(_packs(home))}, sys.stdout)


def _files(home: str, ending: str) -> Iterator[tuple[str, str]]:
    for group in sorted(os.listdir(home)):
        folder = os.path.join(home, group)
        if os.path.isdir(folder) and not group.startswith(("_", ".")):
            for name in sorted(os.listdir(folder)):
                if name.endswith(ending) and not name.startswith("_"):
                    yield group, name.removesuffix(ending)


def _rules(home: str) -> Iterator[dict[str, Any]]:
    from copydesk import Rule

    for group, name in _files(home, ".py"):
        module = import_module(f"lint_rules.{group}.{name}")
        for value in vars(module).values():
            if isinstance(value, type) and issubclass(value, Rule) and _own(value, module.__name__):
                yield {"id": value.id, "examples": [_example(one) for one in value.examples]}


def _own(kind: type, module: str) -> bool:
    return kind.__module__ == module and isinstance(getattr(kind, "id", None), str)


def _example(example: Any) -> dict[str, Any]:
    from copydesk import Good

    return {
        "good": isinstance(example, Good),
        "text": example.text,
        "date": example.date,
        "format": example.format,
        "options": dict(example.options),
        "style": dict(example.style),
        "final": example.final,
        "beside": list(example.beside),
    }


def _packs(home: str) -> Iterator[dict[str, Any]]:
    for group, name in _files(home, ".toml"):
        with open(os.path.join(home, group, f"{name}.toml"), "rb") as file:
            pack = tomllib.load(file)
        yield {"name": f"{group}/{name}", "words": _words(pack), "examples": _sentences(pack)}


def _words(pack: dict[str, Any]) -> list[str]:
    """Every form that a pack avoids, or lists beside another."""
    found: list[str] = []
    for table in ("forms", "variants"):
        for use, others in pack.get(table, {}).items():
            found += [use, *([others] if isinstance(others, str) else others)]
    for entry in pack.get("entry", []):
        found += [one for one in entry.get("avoid", []) if isinstance(one, str)]
    return found


def _sentences(pack: dict[str, Any]) -> list[str]:
    """The good and bad examples of a pack's entries."""
    found: list[str] = []
    for entry in pack.get("entry", []):
        for one in (*entry.get("good", []), *entry.get("bad", [])):
            found.append(one["text"] if isinstance(one, dict) else one)
    return [one for one in found if isinstance(one, str)]


if __name__ == "__main__":
    main()
