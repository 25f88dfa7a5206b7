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
        ("[Board](x.md){ .md-button .md-button--big } here.", ["Board here."]),
        ("[Board][b]{ #id .x--y } here.\n\n[b]: x", ["Board here."]),
        ("The map{width=40% height='2 em'} is new.", ["The map is new."]),
        ('The map{ title="A  map" .wide } is new.', ["The map is new."]),
        ("The pier is old.\n\n% a remark remark\n% and more\n\nBoats left.",
         ["The pier is old.", "Boats left."]),
        ("The pier %%once once%% is old.", ["The pier is old."]),
        ("%%\nonce once\n\nand again\n%%\n\nThe pier is old.", ["The pier is old."]),
        ("{::comment}\nonce  once\n{:/comment}\n\nThe pier is old.", ["The pier is old."]),
        ("{::nomarkdown}<b>a  b</b>{:/}\n\nThe pier is old.", ["The pier is old."]),
        ("@* once once *@\n\nThe pier is old.", ["The pier is old."]),
        ("> [!TIP] Read this\n> The pier is old.", ["The pier is old."]),
        ("> [!note]-\n> The pier is old.", ["The pier is old."]),
        ("<!-- md:option a.b -->\n:   The pier is old.", ["The pier is old."]),
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
        "The set { 1, 2 } and the pair { x } are closed.",
        "It fell by 50% % of the time, 20%% of it here.",
        "Mail the desk@quay or see (a) and (b).",
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
        "{::comment}",
        "%%a",
        "@*",
        "\n\n% a",
        "> [!a] b\n",
        "{ a=b c",
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


@pytest.mark.parametrize(
    "part", ["~~three~~", "<!-- x -->", "<s>ten</s>", '<i class="fa fa-x"></i>', "<del>two</del>"]
)
def test_what_leaves_no_text_parts_a_word_from_a_mark(part: str) -> None:
    [(_, text)] = slots(f"The toll is {part}, and so it stays.")
    assert " ," not in text
    [(_, text)] = slots(f"The toll is {part} two pounds.")
    assert text == "The toll is two pounds."


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("> [!WARNING]\n> Keep away.\n\nBoats left.", ["paragraph", "paragraph"]),
        ("> [!NOTE]\n>\n> Keep away.\n>\n> - Now", ["paragraph", "list-item"]),
        ("> [!info]+ Title\n> Keep away.", ["paragraph"]),
        ("- a\n\n  > [!TIP]\n  > Keep away.", ["list-item", "paragraph"]),
        ("> Keep away.", ["block-quote"]),
        ("> [Keep] away!", ["block-quote"]),
    ],
)
def test_a_box_is_no_quotation(source: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in slots(source)] == kinds
