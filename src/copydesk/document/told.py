"""The latest time that copy names itself: a month with its year, or a year that tells its day.

A draft without a date is checked as of today. If everything in it that has a
month and a year is long past (“on April 8, 2021”), it may be a story of that
time, and what has changed since is no fault of it. So may copy whose latest year
is that of its copyright, or one to come (“is scheduled for 2022”).
"""

from __future__ import annotations

from copydesk.regexes.compiled import compiled

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|March|April?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_NAMED = compiled(
    rf"\b{_MONTH}\b\.?(?:[ \u00a0]\d{{1,2}}(?:st|nd|rd|th)?)?,?(?: of)?[ \u00a0]"
    r"(?P<year>(?:19|20)\d\d)(?![\d%]|[.,:]\d)"
)

_ANY_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d%]|[.,:]\d)"
_MARKS_YEAR = (
    compiled(rf"(?i)(?:©|\(c\)|\bcopyright\b)(?: ©| \(c\))?,? ?(?:\d{{4}} ?[-–,] ?)?{_ANY_YEAR}"),
    compiled(
        r"(?i)(?<!\w)(?:is|are|will be|[’']s|[’']re)(?: now| still| currently| tentatively)?"
        r" (?:scheduled|slated|due|planned|expected|set)(?: [\w’-]+){0,4}? (?:for|in|by|until)"
        rf"(?: (?:early|late|mid|spring|summer|autumn|fall|winter|the end of))?[- ]{_ANY_YEAR}"
    ),
    compiled(rf"(?i)\b(?:this|next) year,? \(?{_ANY_YEAR}"),
)
_BARE = compiled(rf"(?<![\d,.$£€-]){_ANY_YEAR}")


def latest_month(text: str, today: str) -> str:
    """The latest time that a text says it is of, as ``2021-04``, not after an ISO date.

    Empty if there is none. A year without a month counts only if no month has one, if it tells
    the time of the text and if no later one is named; others are mostly background.
    """
    found = [
        f"{match['year']}-{_MONTHS.index(match['month'][:3].lower()) + 1:02}"
        for match in _NAMED.finditer(text)
    ]
    months = [month for month in found if month <= today[:7]]
    return max(months or (f"{year}-12" for year in _own_years(text, today[:4])), default="")


def latest_year(text: str, today: str) -> str:
    """The latest year that a text names, not after that of an ISO date; empty if there is none."""
    years = (match["year"] for match in _BARE.finditer(text))
    return max((year for year in years if year <= today[:4]), default="")


def _own_years(text: str, now: str) -> list[str]:
    """Years before this one that tell the time of a text that names no later one."""
    own = [match["year"] for marks in _MARKS_YEAR for match in marks.finditer(text)]
    past = [year for year in own if year < now]
    return past if past and latest_year(text, now) <= max(past) else []
