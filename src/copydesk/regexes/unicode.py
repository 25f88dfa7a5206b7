r"""``\p{L}`` and similar classes for ``re``, which lacks them, expanded to ranges."""

from __future__ import annotations

import re
from functools import cache

_NAMES = ("L", "Lu", "Ll", "M", "N", "Nd")
_ASSIGNED = ((0, 0x40000), (0xE0000, 0xF0000))  # the planes that have letters, marks or numbers


def written_out(text: str) -> str:
    r"""Expand every ``\p{…}`` in a pattern to ranges of characters.

    The ranges follow the Unicode data of this Python.

    Raises:
        re.error: the pattern has a class that is not supported here.
    """
    out: list[str] = []
    at = 0
    in_class = False
    while at < len(text):
        char = text[at]
        if char == "\\":
            if text[at + 1 : at + 2] in ("p", "P"):
                end = text.find("}", at)
                name = text[at + 3 : end]
                if text[at + 1] == "P" or text[at + 2] != "{" or name not in _NAMES:
                    raise re.error(f"{text[at : end + 1]} is for regex", text, at)
                ranges = _ranges(name)
                out.append(ranges if in_class else f"[{ranges}]")
                at = end + 1
                continue
            out.append(text[at : at + 2])
            at += 2
            continue
        if char == "[" and not in_class:
            in_class = True
            opened = 2 if text[at + 1 : at + 2] == "^" else 1
            if text[at + opened : at + opened + 1] == "]":  # a bracket at the start is itself
                out.append(text[at : at + opened + 1])
                at += opened + 1
                continue
        elif char == "]" and in_class:
            in_class = False
        out.append(char)
        at += 1
    return "".join(out)


@cache
def _ranges(name: str) -> str:
    """The characters of a class, as ranges for a character class."""
    found = ""
    for start, categories in _categories():
        runs = re.finditer(f"(?:{name:.<2})+", categories)  # L is any of Lu, Ll, …
        found += "".join(
            [_range(start + one.start() // 2, start + one.end() // 2 - 1) for one in runs]
        )
    return found


@cache
def _categories() -> list[tuple[int, str]]:
    """Code points, each with the categories from there on as one text, such as ``LuLuLlNd``."""
    from unicodedata import category

    return [
        (start, "".join(map(category, map(chr, range(start, end))))) for start, end in _ASSIGNED
    ]


def _range(first: int, last: int) -> str:
    """A range as its characters, none of which is a sign to ``re``: escapes take longer to read."""
    return chr(first) if first == last else f"{chr(first)}-{chr(last)}"
