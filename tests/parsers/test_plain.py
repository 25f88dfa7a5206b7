"""The plain-text parser: lines into paragraphs, paragraphs into slots."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.document.compose import composed
from copydesk.document.slots import Parsed
from copydesk.model.findings import Span
from copydesk.parsers.plain.parse import marks as plain_marks
from copydesk.parsers.plain.parse import parse as plain

BODY = "The council voted on Monday to close the harbour road for the winter."
MORE = "Drivers will have to take the bridge, the mayor said after the meeting."


def slots(parsed: Parsed) -> list[tuple[str, str]]:
    return [(slot.kind, parsed.map.text[slot.span.start : slot.span.end]) for slot in parsed.slots]


def kinds(*paragraphs: str) -> list[str]:
    return [kind for kind, _ in slots(plain.parse("\n\n".join(paragraphs)))]


def kind_on_top(line: str) -> str:
    """The kind of a line that stands right under a headline."""
    return kinds("Council closes harbour road", line, BODY, MORE)[1]


def kind_between(line: str) -> str:
    """The kind of a line that stands between two paragraphs of text."""
    return kinds("Council closes harbour road", BODY, line, MORE, BODY)[2]


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


# List items, captions, credits, notes


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("• the bridge stays open", "the bridge stays open"),
        ("- The bridge", "The bridge"),
        ("– The bridge", "The bridge"),
        ("* The bridge.", "The bridge."),
        ("1. The bridge", "The bridge"),
        ("12. The bridge", "The bridge"),
        ("a) The bridge", "The bridge"),
        ("(2) The bridge", "The bridge"),
    ],
)
def test_list_items_without_their_marks(line: str, words: str) -> None:
    source = f"Council closes road\n\n{BODY}\n\n{line}\n"
    parsed = plain.parse(source)
    assert slots(parsed)[2] == ("list-item", words)
    found = parsed.map.to_source(parsed.slots[2].span)
    assert source[found.start : found.end] == words


@pytest.mark.parametrize(
    "line", ["-The bridge", "2025. Was", "1.5 million", "•", "- - -", "- 30 -"]
)
def test_no_list_items(line: str) -> None:
    assert kind_between(line) != "list-item"


@pytest.mark.parametrize(
    "line",
    [
        "FILE PHOTO: The harbour road under water, Nov. 3, 2024. REUTERS/Jane Doe/File Photo",
        "FILE - The harbour road in a storm.",
        "File – The harbour road in a storm.",
        "PHOTO: Rescue workers clear the harbour road on Monday.",
        "Caption: The harbour road",
        "(Photo by Jane Doe) The mayor looks at the harbour road.",
        "The mayor looks at the harbour road. (Photo by JANE DOE / AFP)",
        "The mayor looks at the harbour road. (AP Photo/Jane Doe)",
        "The mayor looks at the harbour road. (AP Photo/Jane Doe, File)",
        "The mayor looks at the harbour road. (Jane Doe/Reuters)",
        "The mayor looks at the harbour road. Photo: Jane Doe",
        "The mayor looks at the harbour road. Photograph: Jane Doe/Getty Images",
        "The mayor looks at the harbour road / AFP",
        "The mayor looks at the harbour road. Jane Doe/Getty Images",
        "The mayor looks at the harbour road, April 3, 2025. REUTERS/Jane Doe",
        "The mayor looks at the harbour road. | AP Photo",
    ],
)
def test_captions(line: str) -> None:
    assert kind_between(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "The mayor told the agencies AFP and Reuters that the road was lost.",
        "The photo was sold to Getty Images.",
        "He voted with the council (and/or the mayor).",
        "The firm tests for quality (QA/QC)",
        "Most back the mayor, according to a Reuters/Harbour poll.",
        "The mayor told a paper (Reporting by Jane Doe)",
        "The filing calls it a joint venture.",
    ],
)
def test_no_captions(line: str) -> None:
    assert kind_between(line) not in ("caption", "credit")


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Jane Doe, AP",
        "(Photo by Jane Doe / AFP)",
        "Photo by Jane Doe/Harbour News via Getty Images",
        "(Jane Doe/Harbour News)",
        "REUTERS/Jane Doe",
        "Jane Doe/Getty Images",
        "Getty Images",
        "AP Photo",
        "(Image credit: Harbour News)",
        "Photographer: Jane Doe/Bloomberg",
    ],
)
def test_credits(line: str) -> None:
    assert kind_between(line) == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version misspelled the mayor's name.",
        "Clarification: The road is closed for drivers only.",
        "Editor’s note: This story was first published in May.",
        "EDITOR'S NOTE: This story was first published in May.",
        "This story has been corrected to say that the bridge is open.",
        "(This story has been updated with details.)",
        "* This article was amended on 3 May 2025.",
        "(Corrects spelling of name in paragraph 3)",
        "(This version of the May 3 story corrects the name of the road)",
    ],
)
def test_notes(line: str) -> None:
    assert kind_between(line) == "note"


@pytest.mark.parametrize(
    "line",
    [
        "This story has a sad end.",
        "This road has been corrected.",
        "Corrections officers met.",
        "This article tells how.",
    ],
)
def test_no_notes(line: str) -> None:
    assert kind_between(line) == "paragraph"


def test_a_whole_story() -> None:
    source = f"""\
Council closes harbour road
Drivers must take the bridge
By Jane Doe

FILE PHOTO: The road under water. REUTERS/John Roe

HARBOURTOWN (Reuters) - {BODY}

{MORE}

A town without a road

{BODY}

• The bridge is open
• The ferry is not

(Reporting by Jane Doe)

Correction: The bridge is open."""
    assert [kind for kind, _ in slots(plain.parse(source))] == [
        "headline", "deck", "byline", "caption", "paragraph", "paragraph", "heading", "paragraph",
        "list-item", "list-item", "paragraph", "note",
    ]  # fmt: skip


# Whatever comes


def test_nothing_makes_nothing() -> None:
    for source in ("", "\n", " \r\n\t\r", "\ufeff"):
        parsed = plain.parse(source)
        assert parsed.slots == ()
        assert parsed.map.text == ""


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "", " ", BODY, MORE, "Council closes road", "By Jane Doe", "- item", "###", "(AP)",
                "SUMY, Ukraine", "Photo: Jane Doe", "and so it went on and on until the end of",
                "FILE - x", "1. ", "\x00", "a" * 300, "“", "www.", "(", "/", "By", ".", "’",
            ]
        ),
        st.text(max_size=60),
    ),
    max_size=30,
)  # fmt: skip


@given(LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n"]))
def test_slots_are_in_order_apart_and_map_into_the_source(lines: list[str], end: str) -> None:
    source = end.join(lines)
    parsed = plain.parse(source)
    at = -2
    place = 0
    for slot in parsed.slots:
        assert slot.span.start == at + 2
        assert slot.span.end > slot.span.start
        at = slot.span.end
        found = parsed.map.to_source(slot.span)
        assert place <= found.start < found.end <= len(source)
        place = found.end
        words = parsed.map.text[slot.span.start : slot.span.end]
        read = "".join(text for text, _, _ in composed(source, found.start, found.end))
        assert "".join(words.split()) == "".join(read.split())
    assert at == len(parsed.map.text) or not parsed.slots


@given(LINES)
def test_nothing_is_lost_but_blanks_and_list_marks(lines: list[str]) -> None:
    source = "\n".join(lines)
    source = "".join(text for text, _, _ in composed(source, 0, len(source)))
    kept = "".join(plain.parse(source).map.text.split())
    lost = 0
    for letter in "".join(source.replace("\ufeff", "").split()):
        if lost < len(kept) and kept[lost] == letter:
            lost += 1
    assert lost == len(kept)
    if not any(plain_marks.item_mark(line.strip()) for line in source.splitlines()):
        assert kept == "".join(source.removeprefix("\ufeff").split())


@pytest.mark.parametrize(
    "unit",
    [
        "The alliance met. ", "\n", " \n", "\r", "\x00", " ", '"', "(", "(\n", "A, ", "a/", "1. ",
        "By A B\n", "Text that is long enough to be text.\n", "word ", "’", "/ ",
    ],
)  # fmt: skip
def test_time_grows_no_faster_than_length(unit: str, linear: Callable[..., None]) -> None:
    linear(plain.parse, lambda times: unit * times, 4_000, 32_000)
