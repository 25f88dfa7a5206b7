"""The plain-text parser: lines into paragraphs."""

from __future__ import annotations

import pytest

from copydesk.model.findings import Span
from copydesk.parsers import plain
from tests.parsers.plain.helpers import BODY, MORE, slots

# Lines into paragraphs


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_all_kinds_part_paragraphs(end: str) -> None:
    parsed = plain.parse(end.join(["Council closes road", "", BODY, "", MORE]))
    assert slots(parsed) == [
        ("headline", "Council closes road"),
        ("paragraph", BODY),
        ("paragraph", MORE),
    ]
    assert parsed.map.text == f"Council closes road\n\n{BODY}\n\n{MORE}"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_one_paragraph_a_line_without_blank_lines(end: str) -> None:
    parsed = plain.parse(end.join(["Council closes road", BODY, MORE]))
    assert [kind for kind, _ in slots(parsed)] == ["headline", "paragraph", "paragraph"]


def test_a_line_of_blanks_parts_paragraphs() -> None:
    wrapped = "the first line stops in mid-sentence and\n \t \ngoes on in lower case there"
    assert len(plain.parse(wrapped).slots) == 2


WRAPPED = """\
Council closes harbour road

The council voted on Monday to close the harbour road for the whole
winter, because the sea wall there has not been mended since the
storm of last year. It costs the town more than it has.

Drivers will have to take the bridge, the mayor said after the
meeting, and should expect to wait. "We know what we ask of them,"
she said.
"""


def test_wrapped_lines_are_joined() -> None:
    parsed = plain.parse(WRAPPED)
    assert slots(parsed)[0] == ("headline", "Council closes harbour road")
    assert [kind for kind, _ in slots(parsed)[1:]] == ["paragraph"] * 2
    assert "whole winter, because the sea wall there has not been mended since" in parsed.map.text
    assert '"We know what we ask of them," she said.' in parsed.map.text


def test_wrapped_lines_are_joined_without_blank_lines_between_paragraphs() -> None:
    parsed = plain.parse(WRAPPED.replace("\n\n", "\n"))
    assert [kind for kind, _ in slots(parsed)] == ["headline", "paragraph", "paragraph"]
    assert slots(parsed)[1][1].endswith("more than it has.")


def test_wrapped_crlf_lines_map_back_to_the_source() -> None:
    source = WRAPPED.replace("\n", "\r\n")
    parsed = plain.parse(source)
    at = parsed.map.text.index("whole winter")
    found = parsed.map.to_source(Span(at, at + len("whole winter")))
    assert source[found.start : found.end] == "whole\r\nwinter"


def test_a_headline_over_wrapped_text_is_not_joined() -> None:
    source = WRAPPED.replace(
        "Council closes harbour road\n\n",
        "Council Closes Its Harbour Road For a Whole Winter, Drivers Are\n",
    )
    assert slots(plain.parse(source))[0] == (
        "headline",
        "Council Closes Its Harbour Road For a Whole Winter, Drivers Are",
    )


def test_paragraphs_a_line_that_lack_a_full_stop_are_not_joined() -> None:
    source = "\n".join(["Council closes road", BODY.rstrip("."), MORE, BODY])
    assert len(plain.parse(source).slots) == 4


def test_a_sentence_that_goes_on_in_lower_case_is_joined() -> None:
    source = f"{BODY}\n\nThe mayor of the old harbour town said that\nthe road was lost."
    assert slots(plain.parse(source))[1] == (
        "paragraph",
        "The mayor of the old harbour town said that the road was lost.",
    )


@pytest.mark.parametrize(("end", "count"), [("said,", 1), ("said", 1), ("said;", 2), ("(said)", 2)])
def test_lower_case_goes_on_behind_a_letter_or_comma_only(end: str, count: int) -> None:
    source = f"The mayor of the old harbour town had always {end}\nthe road was lost."
    assert len(plain.parse(source).slots) == count


def test_verse_keeps_its_lines() -> None:
    lines = ["The tide is out", "The gulls are gone", "And who will mend", "the road to the sea"]
    assert [text for _, text in slots(plain.parse("\n".join([BODY, *lines])))] == [BODY, *lines]


def test_an_indented_line_begins_a_paragraph_of_wrapped_text() -> None:
    source = (
        "   The council voted on Monday to close the harbour road for the\n"
        "winter, because the sea wall there has not been mended since the\n"
        "storm of last year, when the town had no money for it, or so said\n"
        "   the mayor then. The bridge is open to all drivers who can wait\n"
        "for as long as it takes them to cross it in the autumn and winter.\n"
    )
    assert len(plain.parse(source).slots) == 2


WRAPPED_WITH_TAGS = """\
The council voted on Monday to close the harbour road for the whole
winter, because the sea wall there has not been mended since the
storm of last year, when the town had no money to spend on repairs
###
(Reuters)
- the bridge stays open
- the ferry takes bicycles
By Jane Doe
https://example.org/road
"""


def test_tags_items_and_bylines_are_never_joined() -> None:
    texts = [text for _, text in slots(plain.parse(WRAPPED_WITH_TAGS))]
    assert texts[1:] == [
        "###",
        "(Reuters)",
        "the bridge stays open",
        "the ferry takes bicycles",
        "By Jane Doe",
        "https://example.org/road",
    ]


def test_a_wrapped_list_item_goes_on() -> None:
    item = "- The bridge stays open for all drivers who can bear to wait for\n  an hour\n"
    source = f"{WRAPPED}\n{item}- The ferry"
    assert slots(plain.parse(source))[-2:] == [
        ("list-item", "The bridge stays open for all drivers who can bear to wait for an hour"),
        ("list-item", "The ferry"),
    ]


def test_a_dash_at_the_start_of_a_full_line_is_no_bullet() -> None:
    source = WRAPPED.replace(
        "meeting, and should",
        "meeting in the old town hall by the bridge, the market and the sea\n- as they like - and",
    )
    assert "list-item" not in [kind for kind, _ in slots(plain.parse(source))]
    assert "market and the sea - as they like" in plain.parse(source).map.text


def test_double_spaces_inside_a_line_stay() -> None:
    assert plain.parse("The road  is closed.  Take the bridge.").map.text == (
        "The road  is closed.  Take the bridge."
    )


def test_a_byte_order_mark_is_no_prose() -> None:
    parsed = plain.parse("\ufeffCouncil closes road\n\n" + BODY)
    assert slots(parsed)[0] == ("headline", "Council closes road")
    assert parsed.map.to_source(Span(0, 7)) == Span(1, 8)
