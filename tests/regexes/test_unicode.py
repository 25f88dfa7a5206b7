r"""``\p{L}`` and the like, written out for ``re``."""

from __future__ import annotations

import re
import sys
from itertools import groupby
from unicodedata import category

import pytest

from copydesk.regexes.unicode import written_out


def walked(name: str) -> str:
    """The ranges of a class, found by looking at one code point after another."""
    codes = range(sys.maxunicode + 1)
    runs = groupby(codes, lambda code: category(chr(code)).startswith(name))
    found = []
    for is_in, run in runs:
        if is_in:
            first, *rest = map(chr, run)
            found.append(f"{first}-{rest[-1]}" if rest else first)
    return "".join(found)


@pytest.mark.parametrize("name", ["L", "Lu", "Ll", "M", "N", "Nd"])
def test_a_class_is_that_of_this_python(name: str) -> None:
    assert written_out(rf"\p{{{name}}}") == f"[{walked(name)}]"


def test_in_a_class_of_characters_the_ranges_join_it() -> None:
    ranges = written_out(r"\p{Nd}")[1:-1]
    assert written_out(r"[^\p{Nd}x]") == f"[^{ranges}x]"


@pytest.mark.parametrize("text", [r"\p{Greek}", r"\P{L}", r"\pL"])
def test_any_other_class_is_for_regex(text: str) -> None:
    with pytest.raises(re.error):
        written_out(text)
