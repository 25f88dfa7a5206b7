"""Formulas in TeX are code in every format; prose with escaped brackets is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.document import formulas
from copydesk.parsers.html import parse as parse_html
from copydesk.parsers.markdown import parse as parse_markdown
from copydesk.parsers.plain import parse as parse_plain

FORMULAS = [
    r"\(u_k - v^*\)",
    r"\( m  -  n \)",
    r"\[ p  - q = r ,s \]",
    "\\[\n\\frac{a}{b} = - c\n\\]",
    "\\begin{align}\np - q &= r - s \\\\\nthe the &= 1\n\\end{align}",
    r"\begin{cases} a , b \end{cases}",
    "$$\nx  - y\n$$",
]
PROSE = [
    r"He wrote \[sic\] and left",
    r"They met \(in May\) at the quay",
    r"The fee \(see note - below\) is new",
    r"It cost \$5 - \$7 in all",
    r"Bars \($$\) and cafés \($\) open",
]


@pytest.mark.parametrize("parse", [parse_html, parse_markdown, parse_plain])
@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_no_copy(formula: str, parse) -> None:
    text = parse(f"The sum is:\n\n{formula}\n\nThe rest is prose, he said.").map.text
    assert "The rest is prose" in text
    assert not any(sign in text for sign in ("\\", "$", "=", " - ", "the the"))


@pytest.mark.parametrize("text", PROSE)
def test_escaped_brackets_are_prose(text: str) -> None:
    assert formulas.find(text) == []


@pytest.mark.parametrize(
    "element",
    [
        r'<span class="math inline">u - v</span>',
        '<span class="katex"><b>u - v</b></span>',
        '<div class="arithmatex">u - v</div>',
        '<div class="math notranslate">u - v</div>',
        '<span class="a MathJax_Preview">u - v</span>',
    ],
)
def test_an_element_for_formulas_is_no_copy(element: str) -> None:
    parsed = parse_html(f"<p>The sum is {element} at least.</p><p>So they say.</p>")
    assert "u - v" not in parsed.map.text
    assert "So they say." in parsed.map.text


def test_a_tag_is_never_within_a_formula() -> None:
    assert formulas.find(r"<p>\( a_1</p><p>b \)</p>") == []


@pytest.mark.parametrize("part", ["\\(", "\\[ a", "$$", "\\begin{a}", "\\(a_\n"])
def test_no_input_takes_long(part: str, linear: Callable[..., None]) -> None:
    linear(formulas.find, lambda length: part * (length // len(part)), 12_500, 100_000)


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_story_with_a_formula_is_a_story(formula: str) -> None:
    text = f"The tide was high.\n\nIt rose by\n\n{formula}\n\nin an hour."
    assert not parse_plain(text).is_layout
    page = parse_html(f"<p>The tide was high.</p><p>It rose by {formula} in an hour.</p>")
    assert page.is_page and not page.is_layout
