"""The latest month that copy names, and what an undated draft of an earlier time may contain."""

from __future__ import annotations

import pytest

from copydesk.document import Clock, Document
from copydesk.document.told import latest_month
from copydesk.document.words import Words
from copydesk.parsers.plain import parse

TODAY = "2026-01-15"


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("The pier opened on April 8, 2021.", "2021-04"),
        ("It burned on 3 March 2020 and on 9 Dec. 2019.", "2020-03"),
        ("It burned in Sept. 2014, and in December 2013.", "2014-09"),
        ("In May of 2019 the boats came.", "2019-05"),
        ("The treaty of 2014 is old, and so is that of 1999.", ""),
        ("The pier opens in June 2027.", ""),
        ("Marches 2021 and Mayor 2020 are names of boats.", ""),
        ("It costs May 2,019 crowns.", ""),
        ("It opened on January 9, 2026.", "2026-01"),
        ("The pier is open.\n\n© 2022 Harbour News", "2022-12"),
        ("The pier opened on April 8, 2021.\n\n© 2022 Harbour News", "2021-04"),
        ("It is scheduled for 2023.", "2023-12"),
        ("It was scheduled for 2023.", ""),
        ("It is scheduled for 2023. It rained in 2025.", ""),
        ("It is scheduled for 2027.", ""),
    ],
)
def test_the_latest_month(text: str, month: str) -> None:
    assert latest_month(Words(text), TODAY) == month


def test_an_undated_draft_may_be_of_the_time_that_it_names() -> None:
    draft = Document("The pier opened on April 8, 2021.", parse, "a.txt", Clock("", "", TODAY))
    assert draft.may_be_before("2022-03-01")
    assert not draft.may_be_before("2021-04-30")
    assert not draft.without(()).may_be_before("2021-04-30")
    assert draft.without(()).may_be_before("2022-03-01")


def test_a_dated_draft_or_one_without_months_is_of_its_day() -> None:
    text = "The pier opened on April 8, 2021."
    assert not Document(text, parse, "a.txt", Clock(TODAY)).may_be_before("2022-03-01")
    bare = Document("The pier opened.", parse, "a.txt", Clock("", "", TODAY))
    assert not bare.may_be_before("2022-03-01")
    path = Document(text, parse, "2026-01-02-pier.txt", Clock("", "", TODAY))
    assert not path.may_be_before("2022-03-01")


def test_long_copy_takes_no_more_time_each(linear) -> None:
    line = "May 3, 2019 and June of May 2,019 "
    linear(lambda text: latest_month(Words(text), TODAY), lambda size: line * size, 200, 2000)
