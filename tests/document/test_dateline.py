"""Datelines: which openings are one, how far it reaches, what date it tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.document import dateline
from copydesk.document.slot_kinds import SlotKind
from copydesk.document.slots import Slot
from copydesk.model.findings import Span


def paragraphs(*texts: str, kind: SlotKind = "paragraph") -> tuple[str, tuple[Slot, ...]]:
    text = "\n\n".join(texts)
    slots: list[Slot] = []
    at = 0
    for part in texts:
        slots.append(Slot(kind, Span(at, at + len(part))))
        at += len(part) + 2
    return text, tuple(slots)


def found(*texts: str) -> list[str]:
    text, slots = paragraphs(*texts)
    return [text[slot.span.start : slot.span.end] for slot in dateline.find(text, slots)]


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("KYIV, Ukraine (AP) —", " Rockets fell on the city."),
        ("WASHINGTON (Reuters) -", " The senators met."),
        ("(Reuters) -", "NATO ministers met."),
        ("(AFP) –", " Ministers met."),
        ("LONDON, April 15 (Reuters) -", " The bank kept its rate."),
        ("SUMY, Ukraine —", " A missile struck the town."),
        ("Kyiv, 15 April 2025 (AFP) –", " Rockets fell on the city."),
        ("Kyiv, 15 April 2025 –", " Rockets fell on the city."),
        ("BRUSSELS/KYIV (Reuters) -", " The alliance met."),
        ("WASHINGTON/NEW YORK, Sept 3 (Reuters) -", " Shares rose."),
        ("PARIS —", " The president resigned."),
        ("PARIS –", " The president resigned."),
        ("PARIS --", " The president resigned."),
        ("PARIS -", " The president resigned."),
        ("PARIS—", "The president resigned."),
        ("PARIS:", " The president resigned."),
        ("NEW DELHI:", " The president resigned."),
        ("LAHORE, Pakistan:", " The court adjourned."),
        ("ST. LOUIS —", " The river rose."),
        ("BUFFALO, N.Y. —", " Snow fell."),
        ("WASHINGTON, D.C. –", " Snow fell."),
        ("PORT-AU-PRINCE, Haiti (AP) —", " The airport closed."),
        ("RIO DE JANEIRO —", " The carnival began."),
        ("L’AQUILA, Italy —", " The earth shook."),
        ("CÓRDOBA, Argentina —", " The earth shook."),
        ("London (CNN)", " The queue was long."),
        ("London (CNN)", "The queue was long."),
        ("New York (CNN Business)", " Shares rose."),
        ("Berlin (dpa) -", " The chancellor spoke."),
        ("March 9 (UPI) --", " A man found a boat."),
        ("DENVER, Colo., May 3, 2019 /PRNewswire/ --", " A firm was sold."),
        ("OSLO, TOKYO and LIMA, Peru, May 4, 2019 /PRNewswire/ --", " A firm was sold."),
        ("TOKYO, Dec 3 AFP -", " A factory was sold."),
        ("KYIV, Ukraine (AP) —", " “We are alive,” she said."),
        ("KYIV (Harbour News Agency) —", " They are alive."),
        ("PARIS —", " 12 people died."),
        ("Kyiv (Harbour News Agency) —", " They are alive."),
    ],
)  # fmt: skip
def test_datelines_reach_to_their_dash(opening: str, rest: str) -> None:
    assert found(opening + rest) == [opening]


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance of 32 — met.",
        "NATO — The alliance of 32 met.",
        "NATO: The alliance of 32 met.",
        "U.S. - China trade fell.",
        "U.S. - A country of many states.",
        "“WE WILL WIN” — he said so.",
        "WE WILL WIN — He said so himself.",
        "PARIS — the town of light — is dark.",
        "Paris — The town of light is dark.",
        "Paris: The town of light is dark.",
        "WATCH: The president resigns.",
        "TRUMP: I did not say so.",
        "SEE ALSO: The president resigned.",
        "DEAR ABBY: My husband snores.",
        "BREAKING — The president resigned.",
        "UPDATE (Reuters reports) - x",
        "The European Union (EU) - which has no army - met.",
        "The Associated Press (AP) - an agency - reported it.",
        "The mayor (AP file) spoke.",
        "Associated Press (AP) reporters were there.",
        "He was born in 1950 — She was not.",
        "COVID-19 — The virus came back.",
        "A - The first grade.",
        "ULM — The town.",
        "KYV — The town.",
        "BRRR — The comic.",
        "BC-US--Earns-Firm",
        "April 15 was a cold day — The coldest yet.",
        "In April (AP) they came - and went.",
        "(Reuters",
        "PARIS —",
        "—",
        "",
    ],
)
def test_other_openings_are_none(text: str) -> None:
    assert found(text) == []


def test_only_the_first_three_paragraphs_are_looked_at() -> None:
    line = "PARIS — The president resigned."
    assert found("Text.", "Text.", line) == ["PARIS —"]
    assert found("Text.", "Text.", "Text.", line) == []


def test_headlines_and_captions_are_not_counted() -> None:
    text, slots = paragraphs("Head", "Caption", "Deck", "PARIS — The president resigned.")
    named: tuple[SlotKind, ...] = ("headline", "caption", "deck", "paragraph")
    mixed = tuple(Slot(kind, slot.span) for kind, slot in zip(named, slots, strict=True))
    assert dateline.find(text, mixed) == (Slot("dateline", Span(21, 28)),)


def test_a_dateline_does_not_cross_its_slot() -> None:
    text = "PARIS, France — The president resigned."
    assert dateline.find(text, (Slot("paragraph", Span(0, 13)),)) == ()


def test_the_dateline_of_two_cities_is_found_twice() -> None:
    assert found("PARIS — The queen came.", "ROME — The king came.") == ["PARIS —", "ROME —"]


@pytest.mark.parametrize(
    "line",
    [
        "SUMY, Ukraine",
        "SUMY, Ukraine —",
        "TOKYO, July 21",
        "Tuesday, April 15, 2025",
        "Tue 15 April 2025",
        "Kyiv, 15 April 2025",
        "KYIV (Reuters)",
        "LONDON, May 3, 2019 /PRNewswire/ --",
    ],
)
def test_lines_that_are_a_dateline_alone(line: str) -> None:
    assert dateline.alone(line)


@pytest.mark.parametrize(
    "line",
    [
        "WASHINGTON", "USA TODAY", "Trump, Putin", "Kyiv, Ukraine", "NATO, Ukraine",
        "SUMY, Ukraine, was hit", "SUMY, Ukraine!", "The road is closed, July 23 or later", "",
        "May", "Why, April 15?", "(QA/QC)", "OUT, Damned",
    ],
)  # fmt: skip
def test_lines_that_are_no_dateline(line: str) -> None:
    assert not dateline.alone(line)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("LONDON, April 15, 2025 (Reuters) -", (2025, 4, 15)),
        ("Kyiv, 15 April 2025 (AFP) –", (2025, 4, 15)),
        ("KYIV 2025-04-15 —", (2025, 4, 15)),
        ("LONDON, Apr. 15, 2025 —", (2025, 4, 15)),
        ("LONDON, Sept 3, 2025 —", (2025, 9, 3)),
        ("LONDON, MAY 1, 2025 —", (2025, 5, 1)),
        ("Thursday, October 29, 2020", (2020, 10, 29)),
        ("PARIS, Feb. 29, 2024 —", (2024, 2, 29)),
        ("PARIS, Feb. 29, 2023 —", None),
        ("PARIS, Feb. 29, 1900 —", None),
        ("PARIS, Feb. 29, 2000 —", (2000, 2, 29)),
        ("PARIS, June 31, 2024 —", None),
        ("PARIS, June 0, 2024 —", None),
        ("PARIS 2024-13-01 —", None),
        ("PARIS 0000-01-01 —", None),
        ("LONDON, April 15 (Reuters) -", None),
        ("LONDON, April 2025 —", None),
        ("LONDON, 4/15/2025 —", None),
        ("KYIV, Ukraine (AP) —", None),
        ("", None),
    ],
)
def test_full_dates(text: str, date: tuple[int, int, int] | None) -> None:
    assert dateline.full_date(text) == date


PARTS = st.lists(
    st.one_of(
        st.sampled_from(
            ["KYIV", "Ukraine", ", ", " (AP)", " — ", "(", ")", " - ", "/", ":", " and ",
             "April 15", "2025", "\n", "x", ".", "’", " ", "The", "--"]
        ),
        st.text(max_size=8),
    ),
    max_size=12,
).map("".join)  # fmt: skip


@given(st.lists(PARTS, max_size=5))
def test_datelines_lie_at_the_start_of_their_paragraphs(texts: list[str]) -> None:
    text, slots = paragraphs(*texts)
    datelines = dateline.find(text, slots)
    assert len(datelines) <= 3
    for slot in datelines:
        assert slot.kind == "dateline"
        holder = next(other for other in slots if other.span.start == slot.span.start)
        assert holder.span.holds(slot.span)
        words = text[slot.span.start : slot.span.end]
        assert words
        assert words == words.strip()


@given(PARTS)
def test_dates_and_lines_never_raise(text: str) -> None:
    dateline.alone(text)
    date = dateline.full_date(text)
    assert date is None or (1 <= date[1] <= 12 and 1 <= date[2] <= 31)


@pytest.mark.parametrize("unit", ["A", "A ", "A, ", "(", "/", "A/", "- ", "A (", " ", "1 ", "—"])
def test_long_paragraphs_cost_no_more_than_short_ones(
    unit: str, linear: Callable[..., None]
) -> None:
    def work(given: tuple[str, tuple[Slot, ...]]) -> None:
        dateline.find(*given)
        dateline.alone(given[0])

    linear(work, lambda times: paragraphs("K" + unit * times), 10_000, 1_000_000, most=0.04)
