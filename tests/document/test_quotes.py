"""Quotations: pairing, broken ones, apostrophes; most cases stand in quotes.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.document import quotes
from copydesk.document.quotation import Quote
from copydesk.document.slot_kinds import SlotKind
from copydesk.document.slots import Slot
from copydesk.model.findings import Span

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).resolve().parents[1] / "data" / "quotes.toml").read_text(encoding="utf-8")
)["case"]


def paragraphs(text: str, kind: SlotKind = "paragraph") -> tuple[Slot, ...]:
    slots: list[Slot] = []
    at = 0
    for part in text.split("\n\n"):
        slots.append(Slot(kind, Span(at, at + len(part))))
        at += len(part) + 2
    return tuple(slots)


def found(text: str) -> tuple[Quote, ...]:
    return quotes.find(text, paragraphs(text))


def told(text: str, quote: Quote) -> list[str]:
    """A quotation as the cases have it."""
    flags: list[str] = [quote.kind]
    flags += ["nested"] * quote.nested
    flags += ["unclosed"] * (quote.closing == "")
    flags += ["unopened"] * (quote.opening == "")
    flags += ["continues"] * quote.continues
    return [text[quote.span.start : quote.span.end], " ".join(flags)]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [told(text, quote) for quote in found(text)] == case["quotes"]


def test_there_are_cases_enough_and_no_two_alike() -> None:
    assert len(CASES) >= 120
    assert len({case["name"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_marks_and_words_make_up_the_span(case: dict[str, Any]) -> None:
    text = case["text"]
    for quote in found(text):
        assert quote.span.start + len(quote.opening) == quote.inner.start
        assert quote.inner.end + len(quote.closing) == quote.span.end
        assert text.startswith(quote.opening, quote.span.start)
        assert text.startswith(quote.closing, quote.inner.end)


def test_a_block_quote_is_one_quotation_with_others_in_it() -> None:
    text = "We will “never” go."
    slots = paragraphs(text, "block-quote")
    assert quotes.find(text, slots) == (
        Quote(slots[0].span, slots[0].span, "", "", "block"),
        Quote(Span(8, 15), Span(9, 14), "“", "”", "partial", nested=True),
    )


def test_quotations_do_not_cross_slots() -> None:
    text = "“We will\n\ngo,” he said."
    slots = (Slot("headline", Span(0, 8)), Slot("paragraph", Span(10, len(text))))
    assert [told(text, quote) for quote in quotes.find(text, slots)] == [
        ["“We will", "partial unclosed"],
        ["go,”", "partial unopened"],
    ]


def test_text_outside_of_slots_is_not_looked_at() -> None:
    text = '"We go" "stay"'
    assert [quote.span for quote in quotes.find(text, (Slot("paragraph", Span(8, 14)),))] == [
        Span(8, 14)
    ]


def test_a_headline_does_not_go_on_in_the_deck() -> None:
    text = "“We will go\n\n“We will stay,” he said."
    slots = (Slot("headline", Span(0, 11)), Slot("deck", Span(13, len(text))))
    assert not quotes.find(text, slots)[0].continues


def test_a_quotation_goes_on_past_a_picture() -> None:
    text = "“We will go.\n\nThe road\n\n“We will stay,” he said."
    slots = (
        Slot("paragraph", Span(0, 12)),
        Slot("caption", Span(14, 22)),
        Slot("paragraph", Span(24, len(text))),
    )
    assert quotes.find(text, slots)[0].continues


def test_a_body_in_one_line_holds_quotations_of_many_paragraphs() -> None:
    filler = "The council met again. " * 60
    text = f'{filler}He said: "We will go. "We will stay," he said.'
    first = found(text)[0]
    assert told(text, first) == ['"We will go.', "direct unclosed continues"]
    short = text[len(filler) :]
    assert told(short, found(short)[0]) == ['"We will go.', "direct unclosed"]


def test_a_slot_without_marks_costs_no_pairing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("paired without need")

    monkeypatch.setattr(quotes, "pair", fail)
    monkeypatch.setattr(quotes, "_single_quotes", fail)
    assert found("It's the mayor’s road, isn't it? The boss’s, too.") == ()
    with pytest.raises(AssertionError):
        found("“Road”")


TEXTS = st.lists(
    st.one_of(
        st.sampled_from(
            ['"', "“", "”", "‘", "’", "'", "«", "»", "„", "‚", "`", "''", "’’", " ", " ", "\n\n",
             "We go", "no", "drivers", "6", "12", ".", ",", "?", "—", "(", ")", "-", ", he said",
             "\x00", "é", "n", "90s", "em"]
        ),
        st.text(max_size=4),
    ),
    max_size=40,
).map("".join)  # fmt: skip


@given(TEXTS)
def test_spans_lie_in_their_slots_and_in_order(text: str) -> None:
    slots = paragraphs(text)
    at = Span(0, len(text) + 1)
    for quote in quotes.find(text, slots):
        assert quote.span.start <= quote.inner.start <= quote.inner.end <= quote.span.end
        assert any(slot.span.holds(quote.span) for slot in slots)
        assert (quote.span.start, -quote.span.end) >= (at.start, -at.end)
        at = quote.span
        assert quote.opening or quote.closing
        assert not quote.continues or not quote.closing
        assert text[quote.span.start : quote.inner.start] == quote.opening
        assert text[quote.inner.end : quote.span.end] == quote.closing


@given(TEXTS)
def test_a_quotation_is_nested_when_another_holds_its_beginning(text: str) -> None:
    given_quotes = found(text)
    for index, quote in enumerate(given_quotes):
        outer = [
            other
            for other in given_quotes[:index]
            if other.span.start <= quote.span.start < other.span.end
        ]
        assert quote.nested == bool(outer)


@given(TEXTS)
def test_each_paragraph_is_read_by_itself(text: str) -> None:
    whole = [told(text, quote) for quote in found(text)]
    parts = [told(part, quote) for part in text.split("\n\n") for quote in found(part)]
    strip = [[words, flags.removesuffix(" continues")] for words, flags in whole]
    assert strip == [[words, flags.removesuffix(" continues")] for words, flags in parts]


@given(st.lists(st.sampled_from(["We go", "no", "the road is closed", "it"]), min_size=1))
def test_well_formed_quotations_are_whole(words: list[str]) -> None:
    text = " and ".join(f"“{word},” he said" for word in words)
    assert [text[quote.inner.start : quote.inner.end] for quote in found(text)] == [
        f"{word}," for word in words
    ]
    straight = text.replace("“", '"').replace("”", '"')
    assert [quote.span for quote in found(straight)] == [quote.span for quote in found(text)]


@given(
    st.lists(st.sampled_from(["We go", "They stay", "So it is"]), min_size=3, max_size=9), st.data()
)
def test_one_lost_mark_spoils_one_quotation_only(words: list[str], data: st.DataObject) -> None:
    text = " ".join(f'"{word}," he said.' for word in words)
    marks = [at for at, letter in enumerate(text) if letter == '"']
    lost = data.draw(st.sampled_from(marks))
    torn = text[:lost] + text[lost + 1 :]
    whole = [quote for quote in found(torn) if quote.opening and quote.closing]
    assert len(whole) == len(words) - 1
    assert all(torn[quote.inner.start : quote.inner.end - 1] in words for quote in whole)


def marks(text: str) -> tuple[str, tuple[Slot, ...]]:
    return text, paragraphs(text)


@pytest.mark.parametrize(
    "unit",
    [
        '"', "“", "”", "‘", "’", "'", "«", "''", "’’", "`", '"a', '" ', "‘a ", "a’ ", "s’ ", "“a ",
        "a” ", "“‘a ", "(", "('", "“a”", "‘a’ ", "“a.\n\n", '6" ', "6' ", "a' ", ", he said “",
        "s' a. ", "[", "“a ‘b ",
    ],
)  # fmt: skip
def test_time_grows_no_faster_than_length(unit: str, linear: Callable[..., None]) -> None:
    linear(lambda given: quotes.find(*given), lambda times: marks(unit * times), 2_000, 16_000)


@pytest.mark.slow
def test_a_million_marks(linear: Callable[..., None]) -> None:
    linear(lambda given: quotes.find(*given), lambda times: marks('"' * times), 62_500, 1_000_000)
