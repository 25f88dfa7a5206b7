"""The latest time that copy names itself: a month with its year.

A draft without a date is checked as of today. If everything in it that has a
month and a year is long past (“on April 8, 2021”), it may be a story of that
time, and what has changed since is no fault of it.
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


def latest_month(text: str, today: str) -> str:
    """The latest month with its year in a text, as ``2021-04``, not after an ISO date.

    Empty if there is none. Years without a month do not count: they are mostly background.
    """
    found = (
        f"{match['year']}-{_MONTHS.index(match['month'][:3].lower()) + 1:02}"
        for match in _NAMED.finditer(text)
    )
    return max((month for month in found if month <= today[:7]), default="")
