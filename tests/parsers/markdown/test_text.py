"""The Markdown parser: which text is whose part, and where it stands in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk.parsers.markdown import parse

if TYPE_CHECKING:
    pass
from tests.parsers.markdown.helpers import prose, slots, sourced

# Text within a line


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Vo**lo**dymyr and Kh*ark*iv", "Volodymyr and Kharkiv"),
        ("tea &amp; cake&#8217;s, 2&nbsp;km, &#x1F600;", "tea & cake’s, 2\xa0km, \U0001f600"),
        (r"a \* b \\ c \[d\] \&amp;", r"a * b \ c [d] &amp;"),
        ("AT&T, R&D; 5 < 6", "AT&T, R&D; 5 < 6"),
        ("see [the report](http://x.org 'Title') and <http://y.org>", "see the report and http://y.org"),
        ("see [the report][r]\n\n[r]: http://x.org 'Title'", "see the report"),
        ("[no link] and [none][either]", "[no link] and [none][either]"),
        ("~~seven~~ eight", "eight"),
        ("one\ntwo  \nthree\\\nfour \nfive", "one two three four five"),
        ("one\r\ntwo  \r\nthree", "one two three"),
        ("two  blanks\tand a tab stay", "two  blanks\tand a tab stay"),
        ('"straight" quotes -- and dashes... stay', '"straight" quotes -- and dashes... stay'),
        ("東京\U0001f600 **\U0001d4d0**b", "東京\U0001f600 \U0001d4d0b"),
        ("cafe\u0301 **e\u0301**te\u0301", "caf\xe9 \xe9t\xe9"),
    ],
)  # fmt: skip
def test_running_text(source: str, text: str) -> None:
    assert prose(source) == text


@pytest.mark.parametrize(
    ("source", "words", "place"),
    [
        ("Vo**lo**dymyr", "Volodymyr", "Vo**lo**dymyr"),
        ("Vo**lo**dymyr", "lo", "lo"),
        ("Vo**lo**dymyr", "od", "o**d"),
        ("é &amp; ü", "&", "&amp;"),
        ("é &amp; ü", "ü", "ü"),
        (r"a \* b", "*", r"\*"),
        (r"a \\* b", "\\", r"\\"),
        (r"a \\* b", "*", "*"),
        (r"**x**\*y", "*y", r"\*y"),
        ("\U0001f600 &#8217;s\r\n東 x", "東", "東"),
        ("one  \n**two**", " ", "  \n"),
        ("> one \n> two", " ", " \n> "),
        ("- one\n  two", " ", "\n  "),
        ("> one\n**two**", "e t", "e\n**t"),
        ("one <!-- c --> two", "one two", "one <!-- c --> two"),
        ("one [two](u) three", "two", "two"),
        ("a `x y` b", "x y", "x y"),
        ("> a `x\n> y` b", "x y", "`x\n> y`"),
        ("| a \\| b |\n|---|", "a | b", "a \\| b"),
    ],
)
def test_words_know_their_place(source: str, words: str, place: str) -> None:
    assert sourced(source, words) == place


def test_inline_code_is_text_that_rules_leave_alone() -> None:
    parsed = parse(
        "Type `cd  ..` or <kbd>Ctrl</kbd> or `` a`b ``.\n\n    not read\n\n```\nnor this\n```"
    )
    text = parsed.map.text
    assert text == "Type cd  .. or Ctrl or a`b."
    assert [text[span.start : span.end] for span in parsed.verbatim] == ["cd  ..", "Ctrl", "a`b"]


def test_the_mark_of_a_footnote_is_not_read() -> None:
    assert slots("Ships[^1] sail [^2] on.\n\n[^1]: Two\n    of them.\n\n[^2]: Slowly.") == [
        ("paragraph", "Ships sail on."),
        ("paragraph:footnote", "Two of them."),
        ("paragraph:footnote", "Slowly."),
    ]


# Blocks


def test_blocks() -> None:
    source = (
        "# The harbour *reopens* {#top}\n\nFirst\nline.\n\nSecond\n======\n\n"
        "> Quoted\n> words.\n>\n> - an item\n\n---\n\n"
        "1. [x] Loose\n\n   more\n\n2. end\n\n- tight\n  - **nested** one\n\n"
        "  > quoted in an item\n\n### Third ###\n"
    )
    assert slots(source) == [
        ("headline", "The harbour reopens"),
        ("paragraph", "First line."),
        ("heading", "Second"),
        ("block-quote", "Quoted words."),
        ("list-item", "an item"),
        ("list-item", "Loose"),
        ("list-item", "more"),
        ("list-item", "end"),
        ("list-item", "tight"),
        ("list-item", "nested one"),
        ("block-quote", "quoted in an item"),
        ("heading", "Third"),
    ]


def test_a_table_is_read_cell_by_cell() -> None:
    assert slots("| Port | *Ships* |\n|--|:-:|\n| Odesa | 12 |\n| x \\| y |") == [
        ("table-cell", "Port"),
        ("table-cell", "Ships"),
        ("table-cell", "Odesa"),
        ("table-cell", "12"),
        ("table-cell", "x | y"),
    ]


def test_only_the_first_h1_is_the_headline() -> None:
    assert slots("## Before\n\n# One\n\n# Two") == [
        ("heading", "Before"), ("headline", "One"), ("heading", "Two"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("title: Ships sail", "heading"),
        ("params:\n  headline: Ships sail", "heading"),
        ("seo_title: Ships sail", "headline"),
        ("slug: ships", "headline"),
        ("title:", "headline"),
    ],
)
def test_front_matter_may_hold_the_headline(field: str, kind: str) -> None:
    assert slots(f"---\n{field}\n---\n# In the body")[-1] == (kind, "In the body")


def test_pictures_give_their_alternative_text() -> None:
    assert slots("Look: ![A *red* boat\nat sea](boat.jpg 'Title') there\n\n- ![Buoy](b.jpg)") == [
        ("paragraph", "Look: \ua7f7 there"),
        ("alt:alt", "A red boat at sea"),
        ("alt:alt", "Buoy"),
    ]


# Parts of the story


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("*The boat at dawn.*", "caption"),
        ("_The [boat](u) **at** dawn._ *Late.*", "caption"),
        ("<em>The boat at dawn.</em>", "caption"),
        ("Caption: the boat at dawn", "caption"),
        ("Photo: Jane Doe / The Courier", "credit"),
        ("Photo: the boat leaves the harbour at dawn on Monday, before the storm came", "caption"),
        ("Credit: Jane Doe", "credit"),
        ("**Photo credit:** Jane Doe", "credit"),
        ("*The boat* at dawn.", "paragraph"),
        ("**Boats at dawn**", "paragraph"),
        ("*Why did the boat leave at dawn?*", "paragraph"),
        ("The boat at dawn.", "paragraph"),
    ],
)
@pytest.mark.parametrize(
    "picture",
    [
        "![](b.jpg)\n\n",
        "![](b.jpg)\n",
        "[![](b.jpg)](u)\n\n",
        '<img src="b.jpg">\n\n',
        '{{< figure src="b.jpg" >}}\n\n',
        '{{< figure src="b.jpg" >}}\n',
    ],
)
def test_what_follows_a_picture(picture: str, text: str, kind: str) -> None:
    assert [each for each, _ in slots(picture + text)] == [kind]


@pytest.mark.parametrize(
    "before", ["", "Some words.\n\n", "![](b.jpg) with words\n\n", "![](b.jpg)\n\n## Next\n\n"]
)
def test_without_a_picture_there_is_no_caption(before: str) -> None:
    assert slots(before + "*The boat at dawn.*")[-1] == ("paragraph", "The boat at dawn.")


def test_caption_and_credit_may_both_follow() -> None:
    source = "![](b)\n\n*At dawn.*\n\nCredit: J. Doe\n\nWords.\n\n*Not any more.*"
    assert [kind for kind, _ in slots(source)] == ["caption", "credit", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("By Jane Doe", "byline"),
        ("*By Jane van der Doe and John Q. Roe*", "byline"),
        ("BY JANE DOE, Staff Writer", "byline"),
        ("By Monday evening", "paragraph"),
        ("By the harbour", "paragraph"),
        ("By Jane Doe's account, nothing happened.", "paragraph"),
        ("By all accounts", "paragraph"),
        ("By 2030 Odesa", "paragraph"),
        ("By Jane", "paragraph"),
        ("Bystanders Saw Nothing", "paragraph"),
    ],
)
def test_bylines(text: str, kind: str) -> None:
    assert slots(f"# Head\n\n{text}\n\nMore.")[1][0] == kind


def test_a_byline_stands_on_top() -> None:
    assert [kind for kind, _ in slots("A deck.\n\nBy Jane Doe\n\nBy John Roe")] == [
        "paragraph", "byline", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Correction: the boat is red.",
        "**Correction (May 3):** the boat is red.",
        "*Editor’s note: the boat is red.*",
        "> Editor's Note: the boat is red.",
        "CLARIFICATION — the boat is red.",
    ],
)
def test_notes(text: str) -> None:
    assert slots(f"Words.\n\n{text}")[-1][0] == "note"


@pytest.mark.parametrize("text", ["Correction officers: a history", "Noted: the boat"])
def test_what_is_no_note(text: str) -> None:
    assert slots(text)[-1][0] == "paragraph"
