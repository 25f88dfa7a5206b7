"""Forms in which copy gives a duration beside the times it lies between."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise

from copydesk import Document, Iterator, Match, Sequence, Span, pattern, scan
from lint_rules._shared.dates import MONTH, WEEKDAY, WEEKDAY_WORDS, YEAR, dated_months
from lint_rules._shared.numbers import ORDINAL, WORDS, ordinal, read

_N = rf"(?:(?<![\d.,$£€–-])\d{{1,3}}|\b(?i:{WORDS}))"
_YEARS = rf"(?P<long>{_N}[ -](?:years?|terms)(?![ -]olds?\b))"
_DAYS = rf"(?P<long>{_N}[ -](?:days?|weeks?))"
_HOURS = rf"(?P<long>{_N}[ -]hours?)"
_TO = r"(?:\sto\s|\suntil\s|\still\s|\sthrough\s|\s?[-–—]\s?)"
_Y = rf"(?<!\d){YEAR}"
_DATE = rf"(?:{MONTH}\s\d\d?|\d\d?\s{MONTH})"
_RANGE_Y = rf"(?P<times>(?:from\s|between\s|\()?(?P<y1>{_Y})(?:{_TO}|\sand\s)(?P<y2>{_Y}))"
_RANGE_D = rf"(?P<times>(?:from\s)?(?P<d1>{_DATE}){_TO}(?P<d2>{_DATE}|\d\d?(?!\d)))"
_CLOCK = r"\d\d?(?::\d\d)?\s?[ap]\.?m\.?"
_RANGE_H = rf"(?P<times>(?:from\s)?(?P<h1>{_CLOCK}){_TO}(?P<h2>{_CLOCK}|noon|midnight))"
_RANGE_W = (
    rf"(?P<times>(?:on\s|from\s)?(?P<w1>{WEEKDAY})(?:{_TO}|\sand\s(?:ends|closes|finish"
    rf"es|runs\suntil|concludes)\s(?:on\s)?)"
    rf"(?P<w2>{WEEKDAY}))"
)
_RUNS = (
    r"(?:,?\s(?:which|that))?(?:\sthat)?\s(?:runs?|ran|lasted|lasts|is\sto\srun|will\sr"
    r"un|takes?\splace|took\splace|is\s(?:set|scheduled|planned)"
    r"\s(?:for|from)|was\sheld|is\sheld|will\sbe\sheld|covers?|covered|covering|opens?|"
    r"opened|begins?|began|starts?|started|spanned|spans|stretched)"
    r"(?:\sthe\s(?:years|period))?"
)
_NOUNS = (
    r"(?:\s(?!and\b|or\b|of\b|after\b|that\b|which\b|to\b|for\b|in\b|by\b|was\b|is\b|has\b|"
    r"had\b)[A-Za-z’'-]+){1,4}"
)
_LINKS = r"(?:,?\s(?:or|i\.e\.|for|in\sall|about\s)?\s?|\s\()"
_TAIL = (
    r"(?=\s(?:in\s(?:all|total|power|office|charge)|altogether|a\s(?:day|week)|later|of)|"
    r"[,.;)]|\s[–—-])"
)
_ARTICLE = r"(?:(?:an?|for|or|the|his|her|a\sspan\sof|a\speriod\sof|a\stotal\sof|some)\s)*"
# “from 2010 to 2015, seven years in all”, “from 9 a.m. to 5 p.m., a ten-hour day”
_BEHIND = tuple(
    scan(
        rf"\b{times}(?:,\s|\s\(|\s[–—]\s|\sfor\s){_ARTICLE}{long}(?:\s[a-z]+)?{_TAIL}",
        at=at,
        before=before,
        after=44,
    )
    for times, long, at, before in (
        (_RANGE_Y, _YEARS, frozenset(("year", "years", "terms")), 64),
        (_RANGE_D, _DAYS, frozenset(("day", "days", "week", "weeks")), 72),
        (_RANGE_H, _HOURS, frozenset(("hour", "hours")), 64),
    )
)
# “seven years, from 2010 to 2015”, “the 10-day strike, from June 3 to June 18”
_BEFORE = tuple(
    scan(
        rf"{long}(?:-long)?(?:\sin\s(?:prison|jail|office|power|charge|exile|parliament"
        rf"|Congress|all|total|hiding)"
        rf"|\sas\s(?:[a-z-]+\s?){{1,3}}?|{_NOUNS})?(?:{_RUNS})?(?:,|\s[–—-])?\s"
        rf"(?:\()?(?:until\s)?{times}",
        at=at,
        before=14,
        after=150,
    )
    for times, long, at in (
        (_RANGE_Y, _YEARS, frozenset(("year", "years", "terms"))),
        (_RANGE_D, _DAYS, frozenset(("day", "days", "week", "weeks"))),
        (_RANGE_W, _DAYS, frozenset(("day",))),
        (_RANGE_H, _HOURS, frozenset(("hour", "hours"))),
    )
)
_HOURS_BEHIND = scan(
    rf"\b{_RANGE_H}(?:\s(?:on\s)?[A-Za-z ]{{0,20}})?,\s{_ARTICLE}{_HOURS}",
    at=frozenset(("hour", "hours")),
    before=80, after=8,
)  # fmt: skip
_BEGUN = (
    r"(?i:founded|established|launched|formed|created|incorporated|opened|built|started"
    r"|began|begun|born"
    r"|dating\s(?:back\s)?(?:to|from)|took\soffice|came\sto\spower|moved|joined|married)"
)
_MONTH_DAY = rf"(?:{MONTH}\s(?:\d\d?,\s)?|\d\d?\s{MONTH}\s)?"
# “founded in 1926, marks its 90th anniversary”
_ANNIVERSARY = scan(
    rf"\b(?P<times>{_BEGUN}\s(?:here\s|there\s)?(?:in|on)\s{_MONTH_DAY}(?P<begun>{_Y}))"
    rf"[^.;:!?\n]{{0,50}}?\s"
    r"(?:is\s)?(?:marks?|celebrates?|marking|celebrating|observes?|will\smark|will\scel"
    r"ebrate|has\sits)\s"
    rf"(?:(?:its|their|the)\s)?(?P<long>(?i:{ORDINAL})\s(?:anniversary|birthday|year))"
    rf"\b(?!\s(?:of|edition))",
    at=frozenset(("anniversary", "birthday")), before=160, after=30,
)  # fmt: skip
# “50 years ago, in 1966”, “opened in 1976, 40 years ago”
_AGO = (
    scan(
        rf"{_YEARS}\sago,?\s(?P<times>(?:back\s)?(?:in|on)\s{_MONTH_DAY}(?P<begun>{_Y}))(?=[,.;)])",
        at="ago", before=24, after=40,
    ),
    scan(
        rf"\b(?P<times>in\s{_MONTH_DAY}(?P<begun>{_Y}))(?:,|\s[–—]|\s\()\s?{_ARTICLE}"
        rf"{_YEARS}\sago\b",
        at="ago", before=80, after=4,
    ),
)  # fmt: skip
# “has run the bakery since 1986, or 30 years”, “for 30 years, since 1986”
_SINCE = (
    scan(
        rf"\b(?P<times>since\s{_MONTH_DAY}(?P<begun>{_Y})),?\s(?:or|a\speriod\sof|for|a"
        rf"nd\sso\s[a-z ]{{4,24}}\sfor)\s"
        rf"{_YEARS}(?=[,.;)]|\snow\b)",
        at="since", before=1, after=110,
    ),
    scan(
        rf"\b(?:has|have)\s(?:been\s)?[^.;:,!?\n]{{0,50}}?\sfor\s{_YEARS},\s(?P<times>s"
        rf"ince\s{_MONTH_DAY}(?P<begun>{_Y}))",
        at="since", before=110, after=30,
    ),
)  # fmt: skip
# “which opened in 1998, closed 25 years later, in 2013”
_LATER = scan(
    rf"\bin\s{_MONTH_DAY}(?P<y1>{_Y})\b[^.;:!?\n\d]{{0,70}}?\s{_YEARS}\slater,?\s"
    rf"(?P<times>in\s{_MONTH_DAY}(?P<y2>{_Y}))",
    at="later", before=130, after=34,
)  # fmt: skip
# “after 12 years in office. He took office in 2005.”
_OFFICE = scan(
    rf"(?:after|his|her)\s{_YEARS}\s(?:in\s(?:office|power|charge|the\s(?:job|post|role"
    rf"))|as\s[a-z ]{{3,30}}?)(?:,\s[^.\n]{{0,60}})?"
    rf"[.\n]\s{{1,2}}(?:He|She|[A-Z]\w+)\s(?:took\s(?:office|power|over|the\s(?:job|pos"
    rf"t))|came\sto\spower|was\s(?:first\s)?(?:elected|appointed|named|sworn\sin))\s"
    rf"(?P<times>in\s{_MONTH_DAY}(?P<begun>{_Y}))",
    at=frozenset(("office", "power", "charge", "job", "post", "role")), before=40, after=160,
)  # fmt: skip
# “the third year in a row …, after 2022, 2023, 2024 and 2025”
_ROW = scan(
    rf"\b(?P<long>(?i:{ORDINAL})\s(?:year|time)\s(?:in\sa\srow|running))\b[^.;:!?\n\d]"
    rf"{{0,60}}?\bafter\s(?:wins\sin\s)?"
    rf"(?P<times>(?P<row>{_Y}(?:,\s{_Y})*,?\sand\s{_Y}))(?=[,.;])",
    at="row", before=40, after=130,
)  # fmt: skip
_BY_RANGES = (_BEHIND[0], _BEFORE[0])
_BY_YEARS = (_ANNIVERSARY, *_AGO, *_SINCE, _LATER, _OFFICE, _ROW)
_BY_MONTHS = (_BEHIND[1], _BEFORE[1])
_BY_WEEKDAYS = (_BEFORE[2],)
_BY_HOURS = (_BEHIND[2], _BEFORE[3], _HOURS_BEHIND)
SCANS = (*_BY_RANGES, *_BY_YEARS, *_BY_MONTHS, *_BY_WEEKDAYS, *_BY_HOURS)
_REACH = 160  # code points from a duration to the times beside it, at most
_APART = 13  # code points from the first year of a range to its second
_HUNDREDS = frozenset(("15", "16", "17", "18", "19", "20", "21"))


def found(doc: Document) -> Iterator[Match[str]]:
    """What may be a duration with its times; patterns are tried only near both."""
    for scans, places in (
        (_BY_RANGES, _ranges),
        (_BY_YEARS, years),
        (_BY_MONTHS, dated_months),
        (_BY_WEEKDAYS, _weekdays),
        (_BY_HOURS, _hours),
    ):
        near: Sequence[int] | None = None
        for form in scans:
            for anchor in form.anchors(doc):
                near = places(doc) if near is None else near
                if not near:
                    break
                at = bisect_left(near, anchor - _REACH)
                if at < len(near) and near[at] <= anchor + _REACH:
                    yield from form.finditer(doc, Span(max(0, anchor - _REACH), anchor + _REACH))


@lru_cache(maxsize=2)
def years(doc: Document) -> Sequence[int]:
    """Where years stand, in order."""
    text = doc.text
    return [
        place
        for place in doc.words.figures()
        if text[place : place + 2] in _HUNDREDS and text[place : place + 4].isdecimal()
    ]


def _ranges(doc: Document) -> Sequence[int]:
    """Years that another one follows closely."""
    found = years(doc)
    return [one for one, two in pairwise(found) if two - one <= _APART]


def _weekdays(doc: Document) -> Sequence[int]:
    words = doc.words
    return sorted(place for day in words.among(WEEKDAY_WORDS) for place in words.starts(day))


def _hours(doc: Document) -> Sequence[int]:
    return [place for place in doc.words.figures() if _HALF.match(doc.text, (place, place + 9))]


_HALF = pattern(r"(?i)\d\d?(?::\d\d)?\s?[ap]\.?m\b")
_PIECES = pattern(r"(?P<n>.+?)[ -](?P<unit>[a-z]+)(?:\s(?:in\sa\srow|running))?\Z")


def length(text: str) -> tuple[int, str] | None:
    """The number of a duration and its unit: “10-day”, “seven years”, “90th anniversary”."""
    match = _PIECES.match(text)
    if match is None:
        return None
    unit = match["unit"].removesuffix("s")
    nth = ordinal(match["n"])
    number = read(match["n"])
    if (
        unit in ("anniversary", "birthday")
        or match["n"][-2:] in ("st", "nd", "rd", "th")
        or number is None
    ):
        return (nth, unit) if nth else None
    return (round(number.value), unit) if number.unit == 1 else None
