r"""``\p{L}`` and similar classes for ``re``, which lacks them, expanded to ranges."""

from __future__ import annotations

import re
import sys
from functools import cache

_NAMES = ("L", "Lu", "Ll", "M", "N", "Nd")


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
                out.append(_ranges(name) if in_class else f"[{_ranges(name)}]")
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
    """The characters of a general category, as ranges for a character class."""
    from unicodedata import category

    found: list[str] = []
    start = -1
    for code in range(sys.maxunicode + 2):
        is_in = code <= sys.maxunicode and category(chr(code)).startswith(name)
        if is_in and start < 0:
            start = code
        elif not is_in and start >= 0:
            found.append(_range(start, code - 1))
            start = -1
    return "".join(found)


def _range(first: int, last: int) -> str:
    one = f"\\U{first:08x}"
    return one if first == last else f"{one}-\\U{last:08x}"
