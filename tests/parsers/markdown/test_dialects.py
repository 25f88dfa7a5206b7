"""What Markdown's dialects add: containers, definitions, formulas, attributes, struck-out words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.parsers.markdown import parse
from tests.parsers.markdown.helpers import slots


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (":::warning\nThe pier is old.\n:::", ["The pier is old."]),
        ("::: {.box #a}\nThe pier is old.\n:::\n\nBoats left.", ["The pier is old.", "Boats left."]),
        (":::info Read this\nThe pier is old.\n:::", ["The pier is old."]),
        ('!!! note "Read"\nThe pier is old.', ["The pier is old."]),
        ("??? tip\nThe pier is old.", ["The pier is old."]),
        ('=== "Tab"\nThe pier is old.', ["The pier is old."]),
        ("(a-label)=\nThe pier is old.", ["The pier is old."]),
        ("Pier\n: A platform.\n\nQuay\n:   A wall.", ["Pier", "A platform.", "Quay", "A wall."]),
        ("The pier is old.\n\n*[PA]: Port Authority", ["The pier is old."]),
        ("$$\nx  =  y ,z\n$$\n\nThe pier is old.", ["The pier is old."]),
        ("\\\\[ a_1  + b \\\\]\n\nThe pier is old.", ["The pier is old."]),
        ("See {ref}`a-label` here.", ["See a-label here."]),
        ("The pier{.a key=v} is old.", ["The pier is old."]),
        ("The ~~new~~ old pier.", ["The old pier."]),
        ("The <del>new</del> <ins>old</ins> pier.", ["The old pier."]),
    ],
)  # fmt: skip
def test_they_are_no_copy(source: str, expected: list[str]) -> None:
    assert [text for _, text in slots(source)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 to enter and $10 to stay.",
        "Rents from $900-$1,200 are rare.",
        "The US$5 note and the A$ are strong.",
        "Cafés ($$), bars ($$$) and stalls ($).",
        "He wrote (see below) and [so on].",
        "Note: it rained.",
        "The set {a, b} is closed.",
        "It rose by 5 < 6 and A < B.",
    ],
)
def test_ordinary_copy_stays(text: str) -> None:
    assert slots(text) == [("paragraph", text)]


@pytest.mark.parametrize(
    "part",
    [
        "$",
        "$$",
        "$a_",
        "\\(",
        ":::",
        "<A ",
        "<A {",
        "{a.b",
        "(a)=\n",
        "*[a]: \n",
        "<Aa b={",
        "{a =>",
        "<pre>\n\n",
        "{`",
        "<code>a\n\n</code>",
    ],
)
def test_no_input_takes_long(part: str, linear: Callable[..., None]) -> None:
    linear(parse, lambda length: "<Ab />\n\n" + part * (length // len(part)), 12_500, 100_000)
