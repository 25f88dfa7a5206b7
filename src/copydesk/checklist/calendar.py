"""Days as numbers and words: months, weekdays, the nearest date."""

from __future__ import annotations

from datetime import date, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?<!The )(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri"
    r"|Sat|Sun)\b\.?)"
)
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|Jun\.|July?|Jul\."
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_SHIFT = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def month_number(name: str) -> int:
    """The number of a month, 1 to 12, from its full or short name."""
    return 1 + next(at for at, full in enumerate(MONTHS) if full[:3] == name[:3].capitalize())


def weekday_number(name: str) -> int:
    """The number of a weekday, Monday being 0, from its full or short name."""
    return next(at for at, full in enumerate(WEEKDAYS) if full[:3] == name[:3].capitalize())


def date_of(year: int, month: int, day: int) -> date | None:
    """The date; None if it does not exist."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(month: int, day: int, to: date) -> date | None:
    """The date with that month and day that is nearest to another; None if there is none."""
    years = range(max(1, to.year - 4), to.year + 5)  # a leap day may be four years away
    days = [found for year in years if (found := date_of(year, month, day))]
    return min(days, key=lambda one: abs(one - to), default=None)


def meant(word: str, to: date) -> tuple[date, ...]:
    """The dates that “Tuesday” or “today” may mean in a story of a day: before and after it."""
    shift = _SHIFT.get(word.lower())
    if shift is not None:
        return (to + timedelta(days=shift),)
    back = (to.weekday() - weekday_number(word)) % 7
    if not back:
        return (to,)
    return (to - timedelta(days=back), to + timedelta(days=7 - back))


def day_text(day: date, near: date) -> str:
    """A day in words, without the year if that is the story's: ``Tuesday, April 14``."""
    year = "" if day.year == near.year else f", {day.year}"
    return f"{WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}{year}"
