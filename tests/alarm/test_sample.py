from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.alarm.sample import Sample, merged
from copydesk.model.findings import Edit, Span


def test_the_finding_moves_with_the_edits() -> None:
    sample = Sample("Ann Poe met the the mayor.", Span(12, 19), (Span(0, 7),))
    after = sample.changed([Edit(Span(0, 3), "Mirela"), Edit(Span(20, 25), "")])
    assert after.source == "Mirela Poe met the the ."
    assert after.source[slice(*after.finding)] == "the the"
    assert after.source[slice(*after.related[0])] == "Mirela Poe"


def test_an_edit_within_the_finding_changes_its_words() -> None:
    after = Sample("the Duran Duran hit", Span(4, 15)).changed(
        [Edit(Span(4, 9), "X"), Edit(Span(10, 15), "Yyyyyyy")]
    )
    assert after.source[slice(*after.finding)] == "X Yyyyyyy"


def test_an_edit_across_an_end_is_included() -> None:
    after = Sample("one two three", Span(4, 9)).changed([Edit(Span(8, 13), "TREE")])
    assert after.source[slice(*after.finding)] == "two TREE"


def test_an_empty_finding_keeps_its_place() -> None:
    sample = Sample("one two", Span(4, 4))
    assert sample.is_needed(Span(4, 7))
    assert not sample.is_needed(Span(0, 4))
    assert sample.without([Span(0, 4)]).finding == (0, 0)


def test_overlapping_edits_become_one() -> None:
    edits = [Edit(Span(0, 5), "a"), Edit(Span(3, 9), ""), Edit(Span(9, 10), "b")]
    assert merged(edits) == [Edit(Span(0, 9), "a"), Edit(Span(9, 10), "b")]


@given(st.text("ab ", min_size=12, max_size=40), st.data())
def test_what_is_deleted_around_the_finding_never_changes_its_words(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(1, len(text) - 2))
    end = data.draw(st.integers(start, len(text) - 1))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
    spans = [
        span
        for span in map(Span, cuts, cuts[1:])
        if not span.meets((start, end)) and not span.start < start == end < span.end
    ]
    after = Sample(text, Span(start, end)).without(spans)
    assert after.source[slice(*after.finding)] == text[start:end]
