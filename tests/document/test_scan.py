"""scan(): a pattern, and where in a document a match of it can stand."""

from __future__ import annotations

from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from copydesk import (
    CAPITALS,
    FIGURES,
    SLOT_END,
    SLOT_START,
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Rule,
    Scan,
    Severity,
    scan,
)
from copydesk.rules.info import RuleInfo, triggers_of
from copydesk.testing.rule_examples import document

STORY = "Ann Poe said so on May 3.\n\n“It is late,” said Bob Roe, who said: “No.” In 1999 it was."


def anchors(text: str, at: Any, **settings: Any) -> list[str]:
    doc = document(text)
    return [doc.text[place:][:4] for place in scan("x", at=at, **settings).anchors(doc)]


@pytest.mark.parametrize(
    ("at", "found"),
    [
        ("said", ["said", "said", "said"]),
        ("1999", ["1999"]),
        ("19", []),
        ("may", ["May "]),
        ("”", ["” sa", "” In"]),
        (" Poe", [" Poe"]),
        (" poe", []),
        (frozenset({"may", "june", "roe"}), ["May ", "Roe,"]),
        (("roe", frozenset({"may"}), ",”"), ["May ", ",” s", "Roe,"]),
        (("said", "said", frozenset({"said"})), ["said", "said", "said"]),
        (CAPITALS, ["Ann ", "Poe ", "May ", "It i", "Bob ", "Roe,", "No.”", "In 1"]),
        (FIGURES, ["3.\n\n", "1999"]),
        (SLOT_START, ["Ann ", "“It "]),
        (SLOT_END, ["\n\n“I", ""]),
    ],
)
def test_anchors_are_found_in_order_and_once(at: Any, found: list[str]) -> None:
    assert anchors(STORY, at) == found


def test_a_mark_is_found_wherever_it_stands_also_within_itself() -> None:
    doc = document("He waited ....")
    assert list(scan("x", at="..").anchors(doc)) == [10, 11, 12]


@pytest.mark.parametrize("at", ["Said", ""])
def test_an_anchor_that_is_never_found_is_refused(at: str) -> None:
    with pytest.raises(ValueError, match="lower case"):
        scan("x", at=at)


def test_in_the_source_only_texts_are_anchors() -> None:
    with pytest.raises(ValueError, match="in the source"):
        scan("x", at=FIGURES, in_source=True)


def windows(text: str, at: Any, **settings: Any) -> list[str]:
    doc = document(text)
    return [doc[one] for one in scan("x", at=at, **settings).windows(doc)]


def test_windows_that_meet_or_touch_are_one() -> None:
    text = "abc x def x ghi jkl mno x"
    assert windows(text, "x", before=2, after=3) == ["c x d", "f x g", "o x"]
    assert windows(text, "x", before=3, after=3) == ["bc x def x g", "no x"]
    assert windows(text, "x", before=2, after=4) == ["c x def x gh", "o x"]
    assert windows(text, "x", before=400, after=400) == [text]


def test_without_an_end_a_window_stays_in_the_slot() -> None:
    text = "One two.\n\nThree x four.\n\nFive."
    assert windows(text, "x", before=50) == ["Three x four."]
    assert windows(text, "x", before=2, cap=3) == ["e x f"]
    assert windows(text, "x", before=8, after=400) == ["\n\nThree x four.\n\nFive."]
    assert windows(text, SLOT_END, before=4) == ["two.", "our.", "ive."]
    assert windows(text, SLOT_START, cap=4) == ["One ", "Thre", "Five"]


def test_matches_come_in_order_and_see_what_stands_before_a_window() -> None:
    doc = document("He ran. She ran and ran away.")
    found = [one.span() for one in scan(r"(?<=[a-z] )ran\b", at="ran", after=3).finditer(doc)]
    assert found == [(3, 6), (12, 15), (20, 23)]
    assert [one[0] for one in scan(r"ran(?= a)", at="ran").finditer(doc)] == ["ran", "ran"]
    assert not list(scan(r"ran(?= a)", at="ran", after=3).finditer(doc))  # its end is an end


def test_a_look_within_a_span_sees_what_lies_in_it() -> None:
    doc = document("one x two x three x")
    marks = scan(r"x", at="x")
    assert [one.start() for one in marks.finditer(doc, (5, 12))] == [10]
    assert marks.windows(doc, (0, 4)) == []
    first = marks.search(doc, (5, len(doc.text)))
    assert first is not None
    assert first.start() == 10
    assert marks.search(doc, (11, 15)) is None
    assert scan("y", at="y").search(doc) is None


def test_a_match_at_a_place_reaches_as_far_as_that_of_an_anchor() -> None:
    doc = document("one two three\n\nfour")
    assert doc[scan(r"\w+ \w+", at="x").match_at(doc, 4).span()] == "two three"
    assert doc[scan(r"[\w\s]+", at="x").match_at(doc, 4).span()] == "two three"
    assert doc[scan(r"[\w\s]+", at="x", cap=5).match_at(doc, 4).span()] == "two t"
    assert doc[scan(r"[\w\s]+", at="x", after=12).match_at(doc, 4).span()] == "two three\n\nf"
    assert doc[scan(r"[\w\s]+", at="x").match_at(doc, 4, 7).span()] == "two"
    assert scan(r"two", at="x").match_at(doc, 3) is None


def test_the_source_is_searched_by_marks_and_lines() -> None:
    doc = document("See [it](http://a.example/?q=1&r=2)\n\nand http://b.example", "markdown")
    links = scan(r"http://[^\s)]+", at="http://", in_source=True)
    assert [one[0] for one in links.finditer(doc)] == [
        "http://a.example/?q=1&r=2",
        "http://b.example",
    ]
    assert links.windows(doc)[0] == (9, 35)
    assert links.match_at(doc, 9) is not None


def test_a_scan_without_an_anchor_compiles_nothing() -> None:
    broken = scan("(", at="never")
    assert list(broken.finditer(document("It is late."))) == []
    with pytest.raises(regex.error):
        list(broken.finditer(document("It never is.")))


class Ruled(Rule):
    """A rule for these tests."""

    id = "test/ruled"
    severity = Severity.ASK
    examples = (Good("It is late."), Bad("It is [[late late]]."))

    def check(self, doc: Document) -> Iterator[Finding]:
        """Nothing."""
        return iter(())


def with_scans(*at: Any, **stated: Any) -> type[Rule]:
    return type(
        "One",
        (Ruled,),
        {"__slots__": (), "scans": tuple(scan("x", at=one) for one in at), **stated},
    )


def test_triggers_are_the_anchors_of_the_scans() -> None:
    assert triggers_of(with_scans("said", ("”", "told", "said"))) == ("said", "”", "told")
    assert triggers_of(with_scans(frozenset({"may", "april"}))) == ("april", "may")
    assert RuleInfo.of(with_scans("said")).triggers == ("said",)


def test_triggers_by_hand_come_first() -> None:
    assert triggers_of(with_scans("said", triggers=("told",))) == ("told",)
    assert triggers_of(with_scans("said", triggers=())) == ()
    assert triggers_of(Ruled) == ()


@pytest.mark.parametrize(
    "at", [CAPITALS, FIGURES, SLOT_START, SLOT_END, frozenset(map(str, range(200)))]
)
def test_some_anchors_stand_everywhere(at: Any) -> None:
    assert triggers_of(with_scans("said", at)) == ()


def test_a_scan_of_the_source_makes_the_rule_run_always() -> None:
    kind = type("One", (Ruled,), {"__slots__": (), "scans": (scan("x", at="?q=", in_source=True),)})
    assert triggers_of(kind) == ()


_AT = (
    "said",
    "a",
    "12",
    "’",
    "“",
    ", ",
    "…",
    "a.",
    frozenset({"told", "april"}),
    "don’t",
    "\u00a0x",
)
_PIECES = st.sampled_from(
    [
        "said",
        "Said",
        "told",
        "a",
        "A",
        "b1",
        "12",
        "3",
        " ",
        " ",
        "\n",
        "\n\n",
        ",",
        ".",
        "’",
        "“",
        "…",
        "\u00a0",
        "don’t",
        "x",
        "É",
    ]
)
_TEXTS = st.lists(_PIECES, max_size=40).map("".join)


@given(_TEXTS, st.sampled_from(_AT))
def test_where_an_anchor_stands_a_trigger_fires(text: str, at: Any) -> None:
    doc = document(text)
    if scan("x", at=at).anchors(doc):
        assert doc.words.any_of(triggers_of(with_scans(at)))


def reached(one: Scan, doc: Document, place: int) -> bool:
    """Whether a match may begin at a place, by the words of the docstring."""
    for anchor in one.anchors(doc):
        slot = doc.slot_at(anchor)
        assert slot is not None
        if max(slot.span.start, anchor - one.before) <= place < slot.span.end:
            return True
    return False


@given(_TEXTS, st.sampled_from(_AT), st.integers(0, 12))
def test_finds_what_a_search_of_the_whole_finds_in_reach_of_an_anchor(
    text: str, at: Any, before: int
) -> None:
    doc = document(text)
    one = scan(r"(?<!\w)\w+|[^\w\s]", at=at, before=before)
    everywhere = one.pattern.finditer(doc.text)
    expected = [match.span() for match in everywhere if reached(one, doc, match.start())]
    assert [match.span() for match in one.finditer(doc)] == expected


@given(_TEXTS)
def test_finds_all_that_holds_its_anchor(text: str) -> None:
    doc = document(text)
    one = scan(r"(?:\b\w{1,4}[ ,])?\b[Ss]aid\b(?=\W|\Z)(?: \w\b)?", at="said", before=5)
    whole = [match.span() for match in one.pattern.finditer(doc.text)]
    assert [match.span() for match in one.finditer(doc)] == whole


@given(_TEXTS, st.sampled_from(_AT), st.integers(0, 30), st.integers(0, 30))
def test_windows_are_apart_and_in_order(text: str, at: Any, before: int, after: int) -> None:
    doc = document(text)
    one = scan("x", at=at, before=before, after=after)
    flat = [place for window in one.windows(doc) for place in window]
    assert flat == sorted(flat)
    assert len(set(flat[1:-1])) == len(flat[1:-1]) or after == 0
    low, high = sorted((before, after))
    inside = one.windows(doc, (low, high))
    covered = {place for start, end in one.windows(doc) for place in range(start, end)}
    assert {p for s, e in inside for p in range(s, e)} == covered & set(range(low, high))
