"""The latest time that copy names itself: a month with its year, or a year that tells its day.

A draft without a date is checked as of today. If everything in it that has a
month and a year is long past (“on April 8, 2021”), it may be a story of that
time, and what has changed since is no fault of it. So may copy whose latest year
is that of its copyright, or one to come (“is scheduled for 2022”).
"""

from __future__ import annotations

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from copydesk.document.words import Words

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|March|April?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d%]|[.,:]\d)"
_NAMED = compiled(
    rf"\b{_MONTH}\b\.?(?:[ \u00a0]\d{{1,2}}(?:st|nd|rd|th)?)?,?(?: of)?[ \u00a0]{_YEAR}"
)
_RIGHTS = compiled(rf"(?i)(?:©|\(c\)|\bcopyright\b)(?: ©| \(c\))?,? ?(?:\d{{4}} ?[-–,] ?)?{_YEAR}")
_DUE = compiled(
    r"(?i)(?<!\w)(?:is|are|will be|[’']s|[’']re)(?: now| still| currently| tentatively)?"
    r" (?:scheduled|slated|due|planned|expected|set)(?: [\w’-]+){0,4}? (?:for|in|by|until)"
    rf"(?: (?:early|late|mid|spring|summer|autumn|fall|winter|the end of))?[- ]{_YEAR}"
)
_DUE_WORDS = frozenset(("scheduled", "slated", "due", "planned", "expected", "set"))
_THIS = compiled(rf"(?i)\b(?:this|next) year,? \(?{_YEAR}")
_BARE = compiled(rf"(?<![\d,.$£€-]){_YEAR}")
_YEARS = frozenset(map(str, range(1900, 2100)))
_NEAR, _FAR = 40, 200  # code points before a year in which the words that belong to it begin
_END = 6  # code points from the start of a year to the end of what may make it another number


def latest_month(words: Words, today: str) -> str:
    """The latest time that a text says it is of, as ``2021-04``, not after an ISO date.

    Empty if there is none. A year without a month counts only if no month has one, if it tells
    the time of the text and if no later one is named; others are mostly background.

    Args:
        words: the words of the text.
        today: the ISO date.
    """
    found = [
        f"{match['year']}-{_MONTHS.index(match['month'][:3].lower()) + 1:02}"
        for match in _dated(words, _NAMED, _NEAR)
    ]
    months = [month for month in found if month <= today[:7]]
    return max(months or (f"{year}-12" for year in _own_years(words, today[:4])), default="")


def latest_year(words: Words, today: str) -> str:
    """The latest year that a text names, not after that of an ISO date; empty if there is none.

    Args:
        words: the words of the text.
        today: the ISO date.
    """
    years = (year for year in words.among(_YEARS) if year <= today[:4])
    return next((year for year in sorted(years, reverse=True) if _is_bare(words, year)), "")


def _is_bare(words: Words, year: str) -> bool:
    """Whether the figures of a year are one somewhere, not part of a sum or a range."""
    return any(_BARE.match(words.text, start) is not None for start in words.starts(year))


def _dated(words: Words, form: re.Pattern[str], reach: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern that ends with a year, looked for before each year."""
    for year in words.among(_YEARS):
        for start in words.starts(year):
            for match in form.finditer(words.text, max(0, start - reach), start + _END):
                if match.start("year") == start:
                    yield match


def _own_years(words: Words, now: str) -> list[str]:
    """Years before this one that tell the time of a text that names no later one."""
    own = [match["year"] for match in _dated(words, _RIGHTS, _NEAR)]
    if words.among(_DUE_WORDS):
        own += [match["year"] for match in _dated(words, _DUE, _FAR)]
    if "year" in words:
        own += [match["year"] for match in _dated(words, _THIS, _NEAR)]
    past = [year for year in own if year < now]
    return past if past and latest_year(words, now) <= max(past) else []
