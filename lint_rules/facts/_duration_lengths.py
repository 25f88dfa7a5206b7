"""How long it is between two times, in each of the ways that copy gives them."""

from __future__ import annotations

from copydesk import Document, Match, pattern
from lint_rules._shared import dates
from lint_rules._shared.numbers import counted, nth

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    Told = (
        tuple[str, str] | None
    )  # what is right (empty: as it is) and the evidence; None: not this form

_DAY = pattern(r"\d\d?")
_CLOCK = pattern(r"(?P<h>\d\d?)(?::(?P<m>\d\d))?\s?(?P<half>[ap])")
_TERM = (2, 8)  # years of a term of office
_LONGEST = 60  # days


def years(doc: Document, match: Match[str], number: int, unit: str) -> Told:
    """“From 2010 to 2015, seven years”."""
    found = match.groupdict()
    if not found.get("y1") or not found.get("y2"):
        return None
    gap = int(found["y2"]) - int(found["y1"])
    if gap < 1 or unit not in ("year", "term"):
        return "", ""
    if unit == "term" or abs(number - gap) <= 1:
        return "", ""
    return counted(gap, "year"), f"{found['y2']} − {found['y1']} = {gap}."


def days(doc: Document, match: Match[str], number: int, unit: str) -> Told:
    """“The 10-day strike, from June 3 to June 18”."""
    found = match.groupdict()
    if not found.get("d1"):
        return None
    first, last = _date(found["d1"], doc), _date(found["d2"] or "", doc, found["d1"])
    if first is None or last is None:
        return "", ""
    gap = (last - first).days
    if gap < 0:
        gap = (last.replace(year=last.year + 1) - first).days if last.day < 29 else -1
    if not 0 < gap <= _LONGEST * (7 if unit == "week" else 1):
        return "", ""
    if unit == "week":
        return ("", "") if abs(number * 7 - gap - 1) <= 5 else (f"{counted(gap + 1, 'day')}", "")
    return ("", "") if gap - 1 <= number <= gap + 1 else (counted(gap + 1, "day"), "")


def weekdays(doc: Document, match: Match[str], number: int, unit: str) -> Told:
    """“The three-day fair opens on Thursday and ends on Sunday”."""
    found = match.groupdict()
    if not found.get("w1"):
        return None
    gap = (dates.weekday_number(found["w2"] or "") - dates.weekday_number(found["w1"])) % 7 + 1
    if (
        unit != "day"
        or number > 7
        or number in (gap, gap - 1 if "until" in match["times"] else gap)
    ):
        return "", ""
    return counted(gap, "day"), ""


def hours(doc: Document, match: Match[str], number: int, unit: str) -> Told:
    """“From 9 a.m. to 5 p.m., ten hours a day”."""
    found = match.groupdict()
    if not found.get("h1"):
        return None
    first, last = _minutes(found["h1"]), _minutes(found["h2"] or "")
    gap = (last - first) % 1440
    if unit != "hour" or not gap or abs(gap - number * 60) < 60:
        return "", ""
    text = f"{gap / 60:g}"
    return f"{text} hours", ""


def since(doc: Document, match: Match[str], number: int, unit: str) -> Told:
    """“Founded in 1926, marks its 90th anniversary”, counted to the story's date."""
    found = match.groupdict()
    if not found.get("begun"):
        return None
    gap = doc.date.day.year - int(found["begun"])
    if not dates.is_dated(doc) or gap < 1 or number - gap in (-1, 0, 1):
        return "", ""
    right = f"the {nth(gap)}" if unit in ("anniversary", "birthday") else counted(gap, "year")
    return right, f"{doc.date.day.year} − {found['begun']} = {gap}; story date {doc.date}."


def row(doc: Document, match: Match[str], number: int, unit: str) -> Told:
    """“The third year in a row, after 2022, 2023, 2024 and 2025”."""
    found = match.groupdict()
    if not found.get("row"):
        return None
    count = len(
        dates.ANY_YEAR.findall(found["row"])
        if False
        else found["row"].replace(" and", ",").split(",")
    )
    count = len([one for one in found["row"].replace(" and ", ",").split(",") if one.strip()])
    return ("", "") if number in (count, count + 1) else (f"the {nth(count + 1)}", "")


LENGTHS: tuple[Callable[[Document, Match[str], int, str], Told], ...] = (
    years, days, weekdays, hours, since, row,
)  # fmt: skip


def _date(text: str, doc: Document, like: str = "") -> date | None:
    day = _DAY.search(text)
    month = text.replace(day[0], "").strip() if day else ""
    if not month:
        other = _DAY.search(like)
        month = like.replace(other[0], "").strip() if other else ""
    if day is None or not month:
        return None
    return dates.date_of(doc.date.day.year, dates.month_number(month), int(day[0]))


def _minutes(text: str) -> int:
    if text in ("noon", "midnight"):
        return 720 if text == "noon" else 1440
    match = _CLOCK.match(text)
    if match is None:
        return 0
    hour = int(match["h"]) % 12 + (12 if match["half"] == "p" else 0)
    return hour * 60 + int(match["m"] or 0)
