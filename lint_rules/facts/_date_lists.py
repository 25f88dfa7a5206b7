"""Several days with their dates: “Mondays, June 9 and 16”, “Friday and Saturday, June 13-14”."""

from __future__ import annotations

from copydesk import Iterator, Match, Span, ValueTuple, pattern
from lint_rules._shared import dates
from lint_rules._shared.dates import MONTH, SHORT_WEEKDAY, WEEKDAY, YEAR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

_LINK = r"(?:,?\s(?:and|&)\s|,\s)"
_TO = r"(?:\s?[-–—]\s?|\s(?:to|through|until|till)\s)"
_NAME = rf"(?:{WEEKDAY}|{SHORT_WEEKDAY})"
_NAMES = rf"(?P<days>{WEEKDAY}s|{_NAME}(?:(?:{_LINK}|{_TO}){_NAME})+)"
_DAY = r"(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?(?![\d:%°]|[.,]\d|\s?[ap]\.?m\b|\so[’']clock)"
_ITEM = rf"(?:(?:{MONTH}\s)?{_DAY})"
_LIST = rf"(?:{_LINK}|{_TO}){_ITEM}"
_MONTH_FIRST = rf"{MONTH}\s{_DAY}(?:{_LIST})+"
_DAY_FIRST = rf"{_DAY}(?:{_LIST})*\s{MONTH}(?:(?:{_LINK}|{_TO}){_DAY}\s{MONTH})*"
LISTS = pattern(
    rf"\b{_NAMES},?\s\(?(?P<dates>{_MONTH_FIRST}|{_DAY_FIRST})(?:,?\s(?P<year>{YEAR}))?"
)
_TOKEN = pattern(rf"(?P<month>{MONTH})|(?P<day>\d\d?)|(?P<to>{_TO})|(?P<link>,|\band\b|&)")
_EACH = pattern(_NAME)
_DAYS_TO = pattern(_TO)


class Listed(ValueTuple):
    """Days of the week with the dates said to be theirs.

    Attributes:
        span: all of it.
        weekdays: 0 for Monday; one for a plural (“Mondays”), which counts for every date.
        plural: whether it is a plural.
        through: whether the weekdays are a range.
        days: month and day of each date.
        ranged: whether any of the dates are a range.
        year: as written; 0 if it is not.
    """

    span: Span
    weekdays: tuple[int, ...]
    plural: bool
    through: bool
    days: tuple[tuple[int, int], ...]
    ranged: bool
    year: int


def listed(match: Match[str]) -> Listed:
    """A match of ``LISTS``, taken apart."""
    names, days, ranged = match["days"], *_days(match["dates"])
    plural = names.endswith("days")
    weekdays = tuple(dates.weekday_number(one[0]) for one in _EACH.finditer(names))
    return Listed(
        Span(*match.span()),
        weekdays,
        plural,
        _DAYS_TO.search(names) is not None,
        days,
        ranged,
        int(match["year"] or 0),
    )


def _days(text: str) -> tuple[tuple[tuple[int, int], ...], bool]:
    """Month and day of each date in a list, and whether any of them are a range."""
    tokens = [*_TOKEN.finditer(text)]
    named = [dates.month_number(one["month"]) for one in tokens if one["month"]]
    leads = bool(tokens) and bool(tokens[0]["month"])
    month, later = named[0], iter(named)
    found: list[tuple[int, int]] = []
    waiting: list[int] = []
    for token in tokens:
        if token["month"]:
            month = next(later)
            found += [(month, day) for day in waiting]
            waiting = []
        elif token["day"]:
            if leads:
                found.append((month, int(token["day"])))
            else:
                waiting.append(int(token["day"]))
    return tuple(found), any(token["to"] for token in tokens)


def pairs(one: Listed, year: int) -> Iterator[tuple[int, date]]:
    """The weekdays with the dates that they are said to be; none if that is unclear."""
    days = [dates.date_of(year, *day) for day in one.days]
    known = [day for day in days if day is not None]
    if len(known) < len(days) or known != sorted(known):
        return
    weekdays = one.weekdays
    if one.plural:
        yield from () if one.ranged else ((weekdays[0], day) for day in known)
    elif len(weekdays) == len(known):
        yield from zip(weekdays, known, strict=True)
    elif one.through and len(known) > 2 and not one.ranged:
        yield from ((weekdays[0], known[0]), (weekdays[-1], known[-1]))
