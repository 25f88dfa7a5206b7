"""No pattern for ``re`` has a possessive group: Python 3.11.0 to 3.11.4 fail on some of them.

They raise SystemError ("The span of capturing group is wrong", python/cpython#101955). A
possessive repeat of one class is safe.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator
from re import _constants as kinds  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import copydesk
import lint_rules

_SINGLE = {kinds.LITERAL, kinds.NOT_LITERAL, kinds.ANY, kinds.IN}


def unsafe(pattern: re.Pattern[Any]) -> list[str]:
    """The possessive repeats and atomic groups of more than one code point."""
    return list(_unsafe(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)))


def _unsafe(items: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    for kind, value in items:
        if kind is kinds.ATOMIC_GROUP:
            yield "atomic"
        if kind is kinds.POSSESSIVE_REPEAT and [one for one, _ in value[2]][:2] not in [
            [single] for single in _SINGLE
        ]:
            yield "possessive"
        for inner in _parts(kind, value):
            yield from _unsafe(inner)


def _parts(kind: Any, value: Any) -> Iterator[Any]:
    """The patterns within an item."""
    if kind is kinds.BRANCH:
        yield from value[1]
    elif isinstance(value, parser.SubPattern):
        yield value
    elif isinstance(value, tuple):
        yield from (one for one in value if isinstance(one, parser.SubPattern))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (r"a*+[bc]++\d{2,3}+", []),
        (r"(?:ab)*+", ["possessive"]),
        (r"x(?:y|(?:\s?z){0,3}+)", ["possessive"]),
        (r"(?=(?:ab)?+)", ["possessive"]),
        (r"(?>ab)", ["atomic"]),
    ],
)
def test_they_are_told(text: str, found: list[str]) -> None:
    assert unsafe(re.compile(text)) == found


def test_no_pattern_of_ours_has_one() -> None:
    for root in (copydesk, lint_rules):
        for module in pkgutil.walk_packages(root.__path__, f"{root.__name__}."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    patterns = {
        (name, value.pattern): value
        for name, module in sorted(sys.modules.items())
        if name.split(".")[0] in ("copydesk", "lint_rules")
        for value in vars(module).values()
        if isinstance(value, re.Pattern)
    }
    assert len(patterns) > 200
    assert [key for key, value in patterns.items() if unsafe(value)] == []
