"""The dates of a text, in order: days with and without weekday, months, years, times of day."""

from __future__ import annotations

from copydesk.checklist.calendar import (
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    date_of,
    meant,
    month_number,
    nearest,
    weekday_number,
)
from copydesk.checklist.model import Day
from copydesk.checklist.spots import flat
from copydesk.checklist.taken import Taken
from copydesk.figures.nouns import is_plural
from copydesk.figures.reading import quantities
from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.names.runs import bare as bare_name
from copydesk.names.words import OPENERS
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator
    from datetime import date

    from copydesk.checklist.model import DayKind
    from copydesk.checklist.spots import Spots
    from copydesk.document import Document

_LINK = r"(?:,?\s(?:and|or|&|to|through|until|till)\s|,\s|\s?[-–—]\s?)"
_FULL_YEAR = r"(?:1[5-9]|2[01])\d\d(?![\d:%]|[.,]\d)"
_YEAR = rf"(?P<{{}}>{_FULL_YEAR})"
_NO_MORE = r"(?![\d:%°]|[.,]\d|\s?[ap]\.?m\b|\so[’']clock)"
_DAY = rf"(?:0?[1-9]|[12]\d|3\d)(?:st|nd|rd|th)?{_NO_MORE}"
_ON = (
    rf"(?:(?P<on>{WEEKDAY}(?:{_LINK}{WEEKDAY})*)(?:\s(?:night|morning|evening|afternoon))?,?\s\(?)?"
)
_MORE = rf"(?P<more>(?:{_LINK}(?:the\s)?(?:{MONTH}\s)?{_DAY})*)"
_FORMS = (
    compiled(
        rf"\b{_ON}(?P<m>{MONTH})\s(?:the\s)?(?P<d>{_DAY}){_MORE}(?:,?\s{_YEAR.format('y')})?"
        rf"(?:,?\s\((?:an?\s)?(?P<behind>{WEEKDAY})\))?"
    ),
    compiled(
        rf"(?<![\w.,/:$£€-]){_ON}(?:the\s)?(?P<before>(?:{_DAY}{_LINK}(?:the\s)?)*)(?P<d>{_DAY})(?:\sof)?\s"
        rf"(?P<m>{MONTH})\b(?:,?\s(?P<y>{_FULL_YEAR}|[1-9]\d\d(?=[,.;)])))?"
    ),
    compiled(
        rf"(?<![\w/.-]){_ON}(?P<y>(?:19|20)\d\d)(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)(?![\w/-])"
    ),
    compiled(rf"(?<![\w/.-]){_ON}(?P<a>\d\d?)(?P<s>[-/.])(?P<b>\d\d?)(?P=s)(?P<y>(?:19|20)\d\d)(?![\w/-])"),
)  # fmt: skip
_MONTH_YEAR = compiled(rf"\b{MONTH}(?:\sof)?,?\s{_YEAR.format('y')}")
_LONE_MONTH = compiled(
    r"\b(?:(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id-?)[\s-]"
    rf"(?P<m>{MONTH})|(?:of|between|from|to|through|for)\s(?P<n>(?!May\b){MONTH}))(?!\w)"
)
_LONE_DAY = compiled(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|(?i:today|tonight|yesterday|tomorrow))\b"
    r"(?!['’]s?\s[A-Z])"
)
_TIME = compiled(
    r"(?<![\w.:$£€])(?:[01]?\d|2[0-4])(?:(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.|[ap]m\b|[AP]\.?M\b\.?|o[’']clock)"
    r"|:[0-5]\d(?![\d:.]))(?:\s(?:ET|EST|EDT|CT|CST|CDT|MT|PT|PST|PDT|GMT|UTC|BST|CET)\b)?"
    r"|\b(?:at|by|until|till|before|after|around|from|to)\s(?P<word>noon|midnight)\b"
)
_NAME_BEFORE = compiled(r"(?<![\w’'-])([A-Z][\w’'-]*)[ \u00a0]\Z")
_EACH = compiled(rf"(?P<month>{MONTH})|(?P<day>\d\d?)")
_WEEKDAYS = compiled(WEEKDAY)


class Dated(ValueTuple):
    """A date of the text, not placed yet."""

    span: Span
    kind: DayKind
    day: date | None = None
    given: str = ""
    exists: bool = True
    has_year: bool = False
    nearest: tuple[date, ...] = ()
    text: str = ""  # where it is not that of the span


def days_of(found: list[Dated], doc: Document, spots: Spots) -> Iterator[Day]:
    """The dates and times that were found, as items; what is written alike is one item."""
    alike: dict[tuple[str, date | None, str], list[Dated]] = {}
    for one in found:
        text = flat(one.text or doc[one.span]).lower()
        alike.setdefault((text, one.day, one.given), []).append(one)
    for (_, day, given), uses in alike.items():
        one = uses[0]
        text = flat(one.text or doc[one.span])
        weekday = WEEKDAYS[day.weekday()] if day is not None else ""
        is_known = bool(given) and day is not None
        yield Day(
            text, one.kind, day.isoformat() if day else "", weekday, given,
            given == weekday if is_known else None, one.exists, one.has_year,
            tuple(each.isoformat() for each in one.nearest),
            tuple(spots.of(use.span) for use in uses),
        )  # fmt: skip


def dates(doc: Document) -> list[Dated]:
    """The dates and times of a story, in order."""
    return sorted(_all(doc))


def _all(doc: Document) -> Iterator[Dated]:
    taken = Taken()
    for find in (_full, _months, _lone, _times, _years):
        for one in list(find(doc)):
            if not taken.meets(one.span) and not doc.is_verbatim(one.span):
                yield one
                taken.add(one.span)


def _full(doc: Document) -> Iterator[Dated]:
    """Dates with day and month; each day of a list of them."""
    end = 0
    matches = [match for form in _FORMS for match in form.finditer(doc.text)]
    for match in sorted(matches, key=lambda one: (one.start(), -one.end())):
        if match.start() >= end:
            end = match.end()
            yield from _in_figures(match) if "s" in match.re.groupindex else _named(doc, match)


def _in_figures(match: re.Match[str]) -> Iterator[Dated]:
    """A date in figures with its year; of two readings, the one that fits the weekday."""
    groups, year = match.groupdict(), int(match["y"])
    if groups.get("m"):
        pairs = [(int(match["m"]), int(match["d"]))]
    else:
        pairs = [(int(match["a"]), int(match["b"])), (int(match["b"]), int(match["a"]))]
    days = [day for pair in pairs if (day := date_of(year, *pair))]
    given = _weekdays(match["on"])
    fitting = [day for day in days if given and WEEKDAYS[day.weekday()] == given[0]]
    day = fitting[0] if fitting else days[0] if len(set(days)) == 1 else None
    span = Span(*match.span())
    yield Dated(span, "day", day, "".join(given[:1]), bool(days), True, tuple(days))


def _named(doc: Document, match: re.Match[str]) -> Iterator[Dated]:
    """A date with the name of its month, and the others of its list."""
    groups = match.groupdict()
    year = int(match["y"]) if match["y"] else 0
    given = _weekdays(groups["on"]) or _weekdays(groups.get("behind"))
    days = _days(match)
    is_plural = (groups["on"] or "").endswith("days")
    for at, (month, day, span) in enumerate(days):
        found = date_of(year, month, day) if year else nearest(month, day, doc.date.day)
        on = given[0] if is_plural and given else given[at] if at < len(given) else ""
        start = span.start if at else match.start()
        span = Span(start, match.end() if at == len(days) - 1 else span.end)
        text = "" if len(days) == 1 else " ".join(filter(None, (on, f"{MONTHS[month - 1]} {day}")))
        yield Dated(
            span, "day", found, on, found is not None, bool(year), (),
            f"{text}, {year}" if text and year else text,
        )  # fmt: skip


def _days(match: re.Match[str]) -> list[tuple[int, int, Span]]:
    """Month and day of each date in a list, with its place."""
    groups = match.groupdict()
    start = match.start("before" if "before" in groups else "m")
    end = match.end("more" if "more" in groups else "m")
    month, found = month_number(match["m"]), []
    begins = -1  # where the month before a day does
    for each in _EACH.finditer(match.string, start, end):
        if each["month"]:
            month, begins = month_number(each["month"]), each.start()
        else:
            place = Span(each.start() if begins < 0 else begins, each.end())
            found.append((month, int(each["day"]), place))
            begins = -1
    return found


def _weekdays(text: str | None) -> list[str]:
    return [WEEKDAYS[weekday_number(each[0])] for each in _WEEKDAYS.finditer(text or "")]


def _months(doc: Document) -> Iterator[Dated]:
    for match in _MONTH_YEAR.finditer(doc.text):
        yield Dated(Span(*match.span()), "month", has_year=True)
    for match in _LONE_MONTH.finditer(doc.text):
        yield Dated(Span(*match.span("m" if match["m"] else "n")), "month")


def _lone(doc: Document) -> Iterator[Dated]:
    """Weekdays without a date, and “today” and the like."""
    for match in _LONE_DAY.finditer(doc.text):
        near = () if match[0].endswith("days") else meant(match[0], doc.date.day)
        before = doc.before(match.start(), 6).lower().split()[-1:]
        if len(near) > 1 and before in (["last"], ["next"]):
            near = near[:1] if before == ["last"] else near[1:]
        yield Dated(Span(*match.span()), "weekday", nearest=near)


def _times(doc: Document) -> Iterator[Dated]:
    for match in _TIME.finditer(doc.text):
        yield Dated(Span(*match.span("word" if match["word"] else 0)), "time")


def _years(doc: Document) -> Iterator[Dated]:
    """Years, also those that look like a number of things: “Expo 2019 takes place”."""
    for one in quantities(doc):
        text = doc[one.span]
        bare = text.isdecimal() and len(text) == 4 and 1900 <= one.value <= 2100
        thing = doc[one.thing].lower().split()[-1:]
        is_counted = bool(thing) and (
            (is_plural(thing[0]) and thing[0] != "levels") or "-" in thing[0]
        )
        named = _NAME_BEFORE.search(doc.before(one.span, 24))
        is_counted = is_counted and (named is None or bare_name(named[1]) in OPENERS)
        lonely = one.kind in ("count", "label") and not one.unit and not is_counted
        if one.kind == "year" or (bare and lonely):
            yield Dated(one.span, "year", has_year=True)
