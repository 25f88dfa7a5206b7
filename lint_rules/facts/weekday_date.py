"""A weekday that does not match its date."""

from __future__ import annotations

from datetime import date, timedelta

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Rule,
    Sequence,
    Severity,
    Span,
    pattern,
    scan,
)
from lint_rules._shared import dates
from lint_rules._shared.dates import MONTH, SHORT_WEEKDAY, WEEKDAY, YEAR, day_text
from lint_rules._shared.numbers import is_copy, severity_in
from lint_rules._shared.prose import words
from lint_rules._shared.windows import around, within
from lint_rules.facts import _events

_PLURALS = frozenset(f"{day.lower()}s" for day in dates.WEEKDAYS)
_WORDS = dates.WEEKDAY_WORDS | _PLURALS | words("mon tue tues wed thu thur thurs fri sat sun")

_DAY = r"(?P<{0}>[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d:.]\d|[\d%°])"
_MONTH_FIRST = rf"(?P<m1>{MONTH})\s(?:the\s)?{_DAY.format('d1')}"
_DAY_FIRST = rf"(?:the\s)?{_DAY.format('d2')}(?:\sof)?\s(?P<m2>{MONTH})"
_YEAR = rf"(?:,?\s(?P<year>{YEAR}))?"
_BEFORE, _AFTER = 32, 64  # code points around a weekday
_DATED = scan(
    rf"""\b(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY})(?:\s(?:night|morning|evening|afternoon))?
    (?:,?\s\(?|\s?[-–—]\s)(?:{_MONTH_FIRST}|{_DAY_FIRST}){_YEAR}""",
    at=_WORDS,
    before=_BEFORE,
    after=_AFTER,
    verbose=True,
)
_DATED_BEFORE = scan(
    rf"""\b(?:(?P<m1>{MONTH})\s{_DAY.format("d1")}|{_DAY.format("d2")}\s(?P<m2>{MONTH})){_YEAR}
    ,?\s\((?:an?\s)?(?P<weekday>{WEEKDAY})\)""",
    at=_WORDS,
    before=_BEFORE,
    after=_AFTER,
    verbose=True,
)
_WEEKDAY_BEFORE = pattern(
    rf"(?:{WEEKDAY}|{SHORT_WEEKDAY})(?:\s?[-–—/,&]|,?\s(?:and|or|to|through|until|till|into))\s?\Z"
)
# A list or range of days goes on there; a time of day does not.
_GOES_ON = pattern(
    rf"\s?(?:[-–—/&]|to|through|until|and|or|,)\s?(?:{MONTH}\s)?\d"
    r"(?!\d?(?::\d\d|[.]\d\d)?\s?(?:[ap]\.?m\b|o[’']clock))"
)
_FIGURES = scan(
    rf"""\b(?P<weekday>{WEEKDAY}|{SHORT_WEEKDAY}),?\s\(?(?:(?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<a1>\d\d?)(?P=s1)
    (?P<b1>\d\d?)|(?P<a2>\d\d?)(?P<s2>[-/.])(?P<b2>\d\d?)(?P=s2)(?P<y2>(?:19|20)\d\d))(?![\d/-]|\.\d)""",
    at=_WORDS,
    before=_BEFORE,
    after=_AFTER,
    verbose=True,
)
# Several days before a date; only then is the module for lists needed.
_SEVERAL = pattern(
    rf"(?:{WEEKDAY}s|(?:day|\b(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?)(?:,?\s(?:and|&|to|through|until)\s|,\s|\s?[-–—]\s?)"
    rf"(?:{WEEKDAY}|{SHORT_WEEKDAY})),?\s\(?(?:{MONTH}\s)?\d"
)
_OTHER_YEAR = pattern(
    r"(?i:\b(?:last|previous|next) year\b|\ba year (?:ago|earlier|before)\b|\bthe year before\b)"
)
_ANY_YEAR = pattern(r"(?<![\d,.$£€])(?:1[6-9]|20)\d\d(?![\d%]|[,.]\d)")

_NEAR = timedelta(days=100)  # a date without a year may be this far from the story's date
_NEARER = timedelta(days=14)  # the same if only the machine's clock gives the story's date
_REACH = 1000  # code points around a date in which another year may make it right
_GREGORIAN = 1924  # since then (nearly) everybody uses the same calendar
_JULIAN = timedelta(days=13)


class WeekdayDate(Rule):
    """A weekday matches its date.

    “Tuesday, April 14, 2025” was a Monday: readers turn up on the wrong day. A
    date without a year is taken as the one nearest to the story's date, if that
    is within a hundred days and no other year named in the paragraph makes it
    right. Only a person can say whether the weekday or the date is wrong, so the
    finding offers no fix and shows both readings. In lists (“Mondays, June 9 and
    16”) each day is compared with its date. In quoted speech a full date is a question.
    """

    id = "facts/weekday-date"
    severity = Severity.STOP
    scans = (_DATED, _DATED_BEFORE, _FIGURES)
    examples = (
        Good("The hearing is set for Tuesday, April 15, 2025, in Lund."),
        Good("The hearing is set for Tuesday, April 15.", date="2025-04-10"),
        Good("They fly on Saturday and Sunday, April 19 and 20.", date="2025-04-15"),
        Good("Bread rose on Friday, July 13, 2018, and again in 2019.", date="2025-04-15"),
        Bad("The hearing is set for [[Tuesday, April 14, 2025]], in Lund."),
        Bad("The hearing is set for [[Thursday 18 July]].", date="2025-06-30"),
        Good(
            "The pool opens on Mondays, June 9 and 16, from Friday to Sunday, June 13-15.",
            date="2025-06-01",
        ),
        Good("It closed on Tuesday 04/22/2014, and on Sunday 4/5/2014.", date="2025-06-01"),
        Bad("The pool opens on [[Mondays, June 9 and 17]].", date="2025-06-01"),
        Bad("The fair is on [[Friday and Saturday, June 14-15]].", date="2025-06-01"),
        Bad("It closed on [[Tuesday 04/21/2014]].", date="2025-06-01"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Work out the weekday of every date that has one next to it."""
        months = dates.months_near(doc, _DATED.anchors(doc), _AFTER)
        places = around(months, _AFTER, _AFTER)
        for form in (_DATED, _DATED_BEFORE):
            for match in within(form.pattern, doc.text, places):
                closes = "(" in match[0] and doc.after(match.span(), 1) == ")"
                span = Span(match.start(), match.end() + closes)
                if form is _DATED and _GOES_ON.match(doc.text, (span.end, len(doc.text))):
                    continue
                day = _day_meant(doc, match, span)
                weekday = dates.weekday_number(match["weekday"])
                if day is not None and day.weekday() != weekday and is_copy(doc, span):
                    yield self._finding(doc, span, day, weekday, bool(match["year"]))
        yield from self._in_figures(doc)
        if any(_SEVERAL.search(doc.text, place) for place in places):
            yield from self._lists(doc, places)

    def _in_figures(self, doc: Document) -> Iterator[Finding]:
        """Dates in figures with a year: “Tuesday 04/21/2014”."""
        for match in _FIGURES.finditer(doc):
            days = _readings(match)
            weekday = dates.weekday_number(match["weekday"])
            span = Span(match.start(), match.end() + (doc.after(match.span(), 1) == ")"))
            if days and all(day.weekday() != weekday for day in days) and is_copy(doc, span):
                yield self._finding(doc, span, days[0], weekday, True)

    def _lists(self, doc: Document, places: Sequence[tuple[int, int]]) -> Iterator[Finding]:
        """Lists and ranges of days with their dates."""
        from lint_rules.facts import _date_lists

        for match in within(_date_lists.LISTS, doc.text, places):
            one = _date_lists.listed(match)
            near = None
            if not one.year:
                near = _nearest_meant(doc, one.span, *one.days[0], one.weekdays[0])
            year = one.year or (near.year if near else 0)
            if not year or not is_copy(doc, one.span):
                continue
            for weekday, day in _date_lists.pairs(one, year):
                if day.weekday() != weekday:
                    yield self._finding(doc, one.span, day, weekday, bool(one.year))
                    break

    def _finding(self, doc: Document, span: Span, day: date, weekday: int, full: bool) -> Finding:
        right = dates.WEEKDAYS[day.weekday()]
        other = dates.same_week(day, weekday)
        when = "" if full else f"; story date {doc.date}"
        return self.find(
            span,
            f"{day_text(day)} is a {right}, not a {dates.WEEKDAYS[weekday]}.",
            evidence=f"Either {right}, {day_text(day, year=False)}, or "
            f"{dates.WEEKDAYS[weekday]}, {day_text(other, year=False)}{when}.",
            severity=severity_in(doc, span, self.severity),
        )


def _readings(match: Match[str]) -> list[date]:
    """The dates that figures may mean: 4/5/2014 is one of two."""
    one, other = int(match["a1"] or match["a2"]), int(match["b1"] or match["b2"])
    year = int(match["y1"] or match["y2"])
    pairs = [(one, other)] if match["y1"] else [(one, other), (other, one)]
    return [day for pair in pairs if (day := dates.date_of(year, *pair))]


def _nearest_meant(doc: Document, span: Span, month: int, day: int, weekday: int) -> date | None:
    """The date of a day without a year: the nearest, if it is near and no other year fits."""
    found = dates.nearest(month, day, doc.date.day)
    reach = _NEAR if dates.is_dated(doc) else _NEARER
    if found is None or abs(found - doc.date.day) > reach or doc.quote_at(span) is not None:
        return None
    return None if _fits_another_year(doc, span, month, day, weekday) else found


def _day_meant(doc: Document, match: Match[str], span: Span) -> date | None:
    """The date meant; None if that is unclear, or the weekday matches after all."""
    if _WEEKDAY_BEFORE.search(doc.before(span, 24)):
        return None
    month = dates.month_number(match["m1"] or match["m2"])
    day = int(match["d1"] or match["d2"])
    weekday = dates.weekday_number(match["weekday"])
    if match["year"]:
        found = dates.date_of(int(match["year"]), month, day)
        if found is not None and found.year < _GREGORIAN:
            return None if (found + _JULIAN).weekday() == weekday else found
        return found
    return _nearest_meant(doc, span, month, day, weekday)


def _fits_another_year(doc: Document, span: Span, month: int, day: int, weekday: int) -> bool:
    """Whether the sentence is about another year, or a year in the paragraph makes it right."""
    sentence = doc.sentence_at(span.start) or span
    now = doc.date.day.year
    slot = doc.slot_at(span.start)
    near = slot.span if slot else sentence
    near = Span(max(near.start, span.start - _REACH), min(near.end, span.end + _REACH))
    for match in _ANY_YEAR.finditer(doc.text, near):
        year = int(match[0])
        is_here = sentence.start <= match.start() < sentence.end
        if is_here and year != now and not doc.text.endswith("since ", 0, match.start()):
            return True
        other = dates.date_of(year, month, day)
        if other is not None and other.weekday() == weekday:
            return True
    if _fits_the_other_year(doc, sentence, month, day, weekday):
        return True
    if _fits_a_year_above(doc, span, month, day, weekday):
        return True
    return _events.is_anniversary_of(weekday, month, day)


def _fits_the_other_year(doc: Document, sentence: Span, month: int, day: int, weekday: int) -> bool:
    """Whether the sentence is about last or next year, and the date is right in that one."""
    found = _OTHER_YEAR.search(doc.text, sentence)
    if found is None:
        return False
    year = doc.date.day.year + (1 if found[0].lower() == "next year" else -1)
    other = dates.date_of(year, month, day)
    return other is not None and other.weekday() == weekday


def _fits_a_year_above(doc: Document, span: Span, month: int, day: int, weekday: int) -> bool:
    """Whether a year close to the story’s is named near by and makes the date right.

    “The meetings for 2015 are:” is often a paragraph of its own, above a list of days.
    """
    now = doc.date.day.year
    above = Span(max(0, span.start - _REACH), span.end + _REACH)
    for year in {int(match[0]) for match in _ANY_YEAR.finditer(doc.text, above)}:
        other = dates.date_of(year, month, day)
        if abs(year - now) <= 1 and other is not None and other.weekday() == weekday:
            return True
    return False
