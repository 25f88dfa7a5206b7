from __future__ import annotations

import pytest

from copydesk.document.builder import Builder
from copydesk.document.textmap import Piece, TextMap
from copydesk.model.findings import Span
from copydesk.testing.rule_examples import document

SOURCE = "**Volo**dymyr &amp; co"


@pytest.fixture
def text_map() -> TextMap:
    return TextMap([
        Piece("Volo", 2, 6, True),
        Piece("dymyr ", 8, 14, True),
        Piece("&", 14, 19, False),
        Piece(" co", 19, 22, True),
    ])  # fmt: skip


@pytest.mark.parametrize(
    ("words", "source"),
    [
        ("Volo", "Volo"),
        ("olod", "olo**d"),
        ("Volodymyr", "Volo**dymyr"),
        ("dymyr", "dymyr"),
        ("&", "&amp;"),
        ("r & c", "r &amp; c"),
        ("co", "co"),
    ],
)
def test_words_map_to_their_own_source(text_map: TextMap, words: str, source: str) -> None:
    start = text_map.text.index(words)
    span = text_map.to_source(Span(start, start + len(words)))
    assert SOURCE[span.start : span.end] == source


@pytest.mark.parametrize(("offset", "place"), [(0, 2), (4, 6), (11, 19), (14, 22)])
def test_an_insertion_clings_to_the_character_before(
    text_map: TextMap, offset: int, place: int
) -> None:
    assert text_map.to_source(Span(offset, offset)) == (place, place)


def test_an_empty_text_maps_to_the_beginning() -> None:
    assert TextMap([]).to_source(Span(0, 0)) == (0, 0)


def test_the_builder_drops_blanks_at_both_ends_and_keeps_the_map() -> None:
    builder = Builder("  one \n two  ")
    builder.open("paragraph")
    builder.add_source(0, 5)
    builder.add_space(5, 8)
    builder.add_source(8, 13)
    parsed = builder.finish()
    assert parsed.map.text == "one two"
    assert parsed.map.to_source(Span(0, 3)) == (2, 5)
    assert parsed.map.to_source(Span(4, 7)) == (8, 11)


def test_slots_stand_two_breaks_apart_and_empty_ones_are_dropped() -> None:
    builder = Builder("a b")
    for start, end in ((0, 1), (1, 2), (2, 3)):
        builder.open("paragraph")
        builder.add_source(start, end)
        builder.close()
    parsed = builder.finish()
    assert parsed.map.text == "a\n\nb"
    assert [slot.span for slot in parsed.slots] == [(0, 1), (3, 4)]


def test_a_slot_opened_inside_another_is_put_behind_it() -> None:
    builder = Builder("one[alt]two")
    builder.open("paragraph")
    builder.add_source(0, 3)
    builder.open("alt")
    builder.add_source(4, 7)
    builder.close()
    builder.add_source(8, 11)
    parsed = builder.finish()
    assert parsed.map.text == "onetwo\n\nalt"
    assert [slot.kind for slot in parsed.slots] == ["paragraph", "alt"]
    assert parsed.map.to_source(Span(8, 11)) == (4, 7)


def test_letters_written_apart_from_their_accents_are_put_together() -> None:
    source = "Tu\u0308rkiye’s cafe\u0301"
    builder = Builder(source)
    builder.open("paragraph")
    builder.add_source(0, len(source))
    parsed = builder.finish()
    assert parsed.map.text == "Türkiye’s café"
    assert parsed.map.to_source(Span(0, 7)) == (0, 8)
    assert parsed.map.to_source(Span(1, 2)) == (1, 3)
    assert parsed.map.to_source(Span(13, 14)) == (14, 16)


def test_a_comment_keeps_its_place_among_the_prose() -> None:
    source = "  one<!--x-->two"
    builder = Builder(source)
    builder.open("paragraph")
    builder.add_source(0, 5)
    builder.comment("x", 5, 13)
    builder.add_source(13, 16)
    builder.close()
    builder.comment("after", 16, 16)
    first, second = builder.finish().comments
    assert (first.body, first.offset, first.source) == ("x", 3, (5, 13))
    assert second.offset == 6


@pytest.mark.parametrize("format_name", ["markdown", "html", "text"])
def test_from_the_prose_to_the_source_and_back(format_name: str) -> None:
    source = 'Talks *re*sume &amp; go on\n\n> He <b>said</b> so, "then"\n> and there.\n\n- One\\*\n'
    doc = document(source, format_name)
    there = doc.parsed.map
    for slot in doc.parsed.slots:
        for start in range(slot.span.start, slot.span.end):
            for end in range(start + 1, slot.span.end + 1):
                back = there.to_prose(there.to_source(Span(start, end)))
                assert back is not None and back.holds(Span(start, end))
    whole = [slot.span for slot in doc.parsed.slots]
    assert [there.to_prose(there.to_source(span)) for span in whole] == whole
    assert there.to_prose(Span(len(source), len(source))) is None
