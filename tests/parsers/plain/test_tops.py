"""The plain-text parser: headline and deck, bylines and datelines, cross-heads."""

from __future__ import annotations

import pytest

from copydesk.parsers import plain
from tests.parsers.plain.helpers import BODY, MORE, kind_between, kinds, slots


def kind_on_top(line: str) -> str:
    """The kind of a line that stands right under a headline."""
    return kinds("Council closes harbour road", line, BODY, MORE)[1]


# Headline and deck


@pytest.mark.parametrize(
    "line",
    [
        "Council closes harbour road",
        "Why is the harbour road closed?",
        "Harbour road lost!",
        "‘We ask a lot of them’: council closes road",
        "Council Says Road “Lost”",
        "Road closed. What now?",
        "Mayor flies to the U.S.",
        "$5m needed to mend sea wall",
        "The Harbour Road Is Closed. Here’s What Drivers Should Know.",
    ],
)
def test_headlines(line: str) -> None:
    assert kinds(line, BODY, MORE)[0] == "headline"
    assert slots(plain.parse(f"{line}\n{BODY}\n{MORE}"))[0] == ("headline", line)


@pytest.mark.parametrize(
    "line",
    [
        "The harbour road is closed.",
        "“The road is lost.”",
        "LONDON (Reuters) - The harbour road is closed",
        "(AP) — The harbour road is closed",
        "HARBOURTOWN, Ohio — The road is closed for good this time",
        "By Jane Doe",
        "- the bridge stays open",
        "(Reuters)",
        "Councillors said:",
        "3:45",
        "The road is closed. The bridge is open. The ferry runs. The mayor waits",
        "word " * 41,
    ],
)
def test_no_headlines(line: str) -> None:
    assert kinds(line, BODY, MORE)[0] != "headline"


def test_a_lone_line_is_a_paragraph() -> None:
    assert kinds("The road is closed. The bridge is open") == ["paragraph"]
    assert kinds("Council closes harbour road") == ["paragraph"]


def test_a_headline_may_stand_under_tags() -> None:
    assert kinds("ZCZC", "(Reuters)", "Council closes harbour road", BODY) == [
        "paragraph",
        "paragraph",
        "headline",
        "paragraph",
    ]


def test_the_body_in_one_line_stays_one_paragraph() -> None:
    assert kinds("Council closes road", f"{BODY} {MORE} {BODY}") == ["headline", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Drivers must take the bridge until the sea wall is mended",
        "Mayor says town cannot pay for sea wall; opposition speaks of ‘scandal’",
        "Will the bridge bear the traffic?",
    ],
)
def test_decks(line: str) -> None:
    assert kind_on_top(line) == "deck"


@pytest.mark.parametrize(
    "line", ["Advertisement", "Share", BODY, "The mayor then said:", "Updated at 4:50 p.m. ET"]
)
def test_no_decks(line: str) -> None:
    assert kind_on_top(line) == "paragraph"


def test_only_the_first_line_under_the_headline_is_a_deck() -> None:
    found = kinds(
        "Council closes road", "Drivers must take the bridge", "Sea wall not mended", BODY
    )
    assert found == ["headline", "deck", "paragraph", "paragraph"]


# Bylines and datelines


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "BY JANE DOE",
        "by Jane Doe",
        "By Jane Doe and John Roe, Staff Writer",
        "By JANE DOE and JOHN ROE",
        "By Jane van der Doe, Harbour News",
        "By Jane Doe in Harbourtown",
        "By Jane Doe, dpa",
        "By Jane Doe for the Harbour News",
        "By Reuters",
        "By AFP",
        "By The Associated Press",
        "By John Q. Roe Jr.",
        "By Jane O’Doe | Staff Writer",
        "Written by Jane Doe",
        "Jane Doe and John Roe",
    ],
)
def test_bylines(line: str) -> None:
    assert kind_on_top(line) == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, the road was closed to all drivers",
        "By the sea",
        "By Land and by sea they came",
        "By Jane Doe’s account the road was closed.",
        "By design",
        "Mayor Picks Jane Doe, Former Road Clerk",
    ],
)
def test_no_bylines(line: str) -> None:
    assert kind_on_top(line) != "byline"


def test_a_bare_name_is_a_byline_where_a_paper_is_named_below() -> None:
    assert kinds("Council closes road", "Jane Doe", "USA TODAY", BODY)[1] == "byline"
    assert kinds("Council closes road", "Jane Doe", BODY, BODY)[1] == "paragraph"


def test_a_byline_in_the_body_is_not_believed() -> None:
    assert kind_between("By Jane Doe") == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "SUMY, Ukraine",
        "HARBOURTOWN, July 23",
        "Harbourtown, 15 April 2025",
        "Tuesday, April 15, 2025",
        "KYIV (Reuters)",
    ],
)
def test_datelines(line: str) -> None:
    assert kind_on_top(line) == "dateline"


def test_a_dateline_and_a_byline_may_stand_in_either_order() -> None:
    found = kinds("Council closes road", "SUMY, Ukraine", "By Jane Doe", BODY)
    assert found == ["headline", "dateline", "byline", "paragraph"]


# Cross-heads


@pytest.mark.parametrize(
    "line",
    [
        "A town without a road",
        "What happens now?",
        "STRICTER RULES",
        "‘We ask a lot of them’",
        "5 things to know",
        "The mayor’s “lost road”",
        "The Old Road",
    ],
)
def test_cross_heads(line: str) -> None:
    assert kind_between(line) == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "(Reuters)",
        "AFP",
        "USA TODAY",
        "Advertisement",
        "Read more",
        "https://example.org/harbour",
        "www.example.org",
        "Jane Doe reported from Harbourtown.",
        "Additional reporting by John Roe",
        "— With assistance by John Roe",
        "(Reporting by Jane Doe; editing by John Roe)",
        "###",
        "* * *",
        "-30-",
        "NNNN",
        "The mayor said:",
        "Write to @harbournews",
        "“The road is lost,”",
        "and so it went on",
        "Mayor closes the road Read more",
        "SHARE THIS ARTICLE Share Post Email",
        "TX#",
        "“The road",
        "The road. The bridge",
        "Harbourmasters condemning internationally renegotiated reconstruction timetables again",
        "Updated at 4:50 p.m. ET",
        "The council voted to close the road and then the bridge and then the ferry",
    ],
)
def test_no_cross_heads(line: str) -> None:
    assert kind_between(line) == "paragraph"


def test_short_lines_in_a_row_are_a_list_and_no_cross_heads() -> None:
    found = kinds("Council closes road", BODY, "The bridge", "The ferry", "The sea wall", MORE)
    assert found == ["headline"] + ["paragraph"] * 5


def test_a_short_line_at_the_end_is_no_cross_head() -> None:
    assert kinds("Council closes road", BODY, MORE, "Jane Doe")[-1] == "paragraph"


def test_a_short_line_before_any_text_is_no_cross_head() -> None:
    assert kinds(BODY, "What now", MORE)[1] == "heading"
    assert "heading" not in kinds("(Reuters)", "Council closes road", "The bridge", BODY)
