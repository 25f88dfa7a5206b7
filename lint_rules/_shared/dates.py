"""Dates in news copy, with or without weekday and year."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from functools import lru_cache

from copydesk import Document, Sequence, pattern
from lint_rules._shared.prose import words

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SHORT_WEEKDAY = r"(?<!The\ )(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?"
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
# A year; neither a time of the 24-hour clock nor a number of things.
YEAR = (
    r"(?:1[5-9]|2[01])\d\d(?![\d:]|[.,]\d|\s?(?:GMT|UTC|hrs?|hours|local|E[SD]?T|BST|IST|CEST)\b)"
)

# A year in running text, not part of a sum, a range or a longer number.
ANY_YEAR = pattern(r"(?<![\d,.$£€-])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)")

MONTH_WORDS = frozenset(name.lower() for name in MONTHS) | words(
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
WEEKDAY_WORDS = frozenset(name.lower() for name in WEEKDAYS)


_FIGURE = pattern(r"\d")
_BEFORE, _AFTER = 8, 9  # code points between a month and its day or year: “31st of May”


@lru_cache(maxsize=2)
def dated_months(doc: Document) -> tuple[int, ...]:
    """Where months begin that have a figure beside them, in order: all dates have such a month."""
    text, words = doc.text, doc.words
    return tuple(
        sorted(
            start
            for word in words.among(MONTH_WORDS)
            for start in words.starts(word)
            if text[start].isupper()
            and _FIGURE.search(text, (max(0, start - _BEFORE), start + len(word) + _AFTER))
        )
    )


def months_near(doc: Document, places: Sequence[int], reach: int) -> list[int]:
    """Those of the dated months that are so near to one of the places, which are in order."""
    found = []
    for month in dated_months(doc) if places else ():
        index = bisect_left(places, month - reach)
        if index < len(places) and places[index] <= month + reach:
            found.append(month)
    return found


def month_number(name: str) -> int:
    """The number of a month, 1 to 12, from its full or short name."""
    short = name[:3].lower()
    return next(index for index, full in enumerate(MONTHS, 1) if full[:3].lower() == short)


def weekday_number(name: str) -> int:
    """The number of a weekday, Monday being 0, from its full or short name."""
    return next(index for index, full in enumerate(WEEKDAYS) if full[:3] == name[:3])


def date_of(year: int, month: int, day: int) -> date | None:
    """The date; None if it does not exist."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(month: int, day: int, to: date) -> date | None:
    """The date with that month and day that is nearest to another."""
    days = [date_of(year, month, day) for year in (to.year - 1, to.year, to.year + 1)]
    return min((one for one in days if one), key=lambda one: abs(one - to), default=None)


def day_text(day: date, *, year: bool = True) -> str:
    """A day in words: ``April 14, 2025``."""
    return f"{MONTHS[day.month - 1]} {day.day}" + (f", {day.year}" if year else "")


def same_week(day: date, weekday: int) -> date:
    """The nearest date with that weekday."""
    shift = (weekday - day.weekday() + 3) % 7 - 3
    return day + timedelta(days=shift)


def is_dated(doc: Document) -> bool:
    """Whether the story's date is known, and not just taken from the machine's clock."""
    return doc.date.origin != "today"
