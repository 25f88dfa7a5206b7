"""The plain-text parser: list items, captions, credits, notes, whole stories, anything."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.document.compose import composed
from copydesk.parsers import plain
from copydesk.parsers.plain import marks as plain_marks
from tests.parsers.plain.helpers import BODY, MORE, kind_between, slots

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
