"""Dates that do not exist, and years that must be typos."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterable,
    Iterator,
    Match,
    Rule,
    Severity,
    pattern,
    scan,
)
from lint_rules._shared.dates import (
    MONTH,
    MONTH_WORDS,
    MONTHS,
    dated_months,
    is_dated,
    month_number,
)
from lint_rules._shared.numbers import is_copy, severity_in

_WORDS = MONTH_WORDS | {"year"}
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE, _AFTER = 9, 48  # code points around such a word

_YEAR = r"(?P<{0}>\d{{4,5}})(?![\d:%]|[.,]\d|\s?(?:GMT|UTC|hrs?|hours|local|E[SD]?T|BST|IST)\b)"
_MONTH_FIRST = scan(
    rf"""(?<![\w/-])(?P<month>{MONTH})\s(?P<day>\d\d?)(?:st|nd|rd|th)?(?![\d:%°]|[.,]\d|-[a-z])
    (?:,?\s{_YEAR.format("year")})?""",
    at=_WORDS,
    before=_BEFORE,
    after=_AFTER,
    verbose=True,
)
_DAY_FIRST = scan(
    rf"""(?<![\w.,/:$£€-])(?P<day>\d\d?)(?:st|nd|rd|th)?(?:\sof)?\s(?P<month>{MONTH})\b
    (?:,?\s{_YEAR.format("year")})?""",
    at=_WORDS,
    before=_BEFORE,
    after=_AFTER,
    verbose=True,
)
_MONTH_YEAR = scan(
    rf"(?<![\w/-])(?:{MONTH}|the year)(?:\sof)?\s{_YEAR.format('year')}",
    at=_WORDS,
    before=_BEFORE,
    after=_AFTER,
)
_CLOSED = pattern(
    r"\s?(?:[,.;:!?)\]—–]|\Z|\n|\s(?:and|at|when|after|before|to|the|with|as|by|but|until|through"
    r"|because|for|an?|was|is|will|had|deadline|from|in|near|outside|that|where|during)\b)"
)
_ONE_DAY = pattern(r"\b(?i:the|their|its|his|her|our|this|a)\s\Z")  # the September 31 attacks
_ON_A_DAY = pattern(
    r"\b(?i:on|since|until|till|from|before|after|(?:mon|tues|wednes|thurs|fri|satur|sun)day,?)"
    r"\s(?:the\s)?\Z"
)
# “In April 31 people were hurt”: a number of people, unless the figure ends the clause.
_IN = pattern(r"\b(?:in|since|of|until|by|last|this|next)\s\Z")
_ENDS = pattern(r"[.,;:!?)](?!\d)|\s?(?:\n|\Z)")
_FAR = pattern(
    r"\b(?i:eclipses?|totality|comets?|meteors?|planets?|Mars|solar|lunar|sun|moon|asteroids?|transit|orbit|lease|bonds?|matur\w+|centur\w+|novel|film"
    r"|fiction|Star Trek|series|episode|set in|calendar|expires?|warming|climate|sea levels?"
    r"|emissions|projections?|forecasts?|time capsule|royalt\w+|copyright)\b"
)
_DENIED = pattern(
    r"\b(?:no|not|never|non-existent|nonexistent|fictitious|impossible|invented|mistaken|wrongly"
    r"|leap|bug|such date|supposed|bogus|fake|cannot|did ?n[’']t|does ?n[’']t|is ?n[’']t"
    r"|wasn[’']t)\b"
)
_FURTHEST = 75  # years after the story's date; nearer ones are plans, bonds and copyrights


class ImpossibleDate(Rule):
    """Dates must exist, in a plausible year.

    April has 30 days, and nobody reports from the year 2205 or 20224: such a
    date is a typo, and readers cannot tell which day is meant. Years far ahead
    are left alone if the sentence is about astronomy, leases, bonds or fiction.
    In quoted speech it is a question.
    """

    id = "facts/impossible-date"
    severity = Severity.STOP
    scans = (_MONTH_FIRST, _DAY_FIRST, _MONTH_YEAR)
    examples = (
        Good("The fair opens on April 30 and closes on May 31, 2025."),
        Good("He was born on February 29, 2000."),
        Good("The next total eclipse there is on September 23, 2190.", date="2025-04-15"),
        Good(
            "Erie will not lie in the path of totality again until the year 2144.",
            date="2023-04-21",
        ),
        Good("The time capsule is to be opened on May 3, 2131.", date="2031-04-15"),
        Good("Sea levels may rise by a metre by the year 2150.", date="2025-04-15"),
        Good("The 99-year lease ends in June 2124.", date="2025-04-15"),
        Good("In April 31 people were hurt."),
        Good("There was no 29 February 1900, whatever the program says."),
        Bad("The fair closes on [[April 31]], the council said."),
        Bad("She signed on [[29 February 2023]]."),
        Good("By June 31 members had signed; until June 31 people had."),
        Bad("The pool stays shut until [[June 31]]."),
        Bad(
            "The [[September 31]] protest was small, and they met at the port [[June 31]] in Hull."
        ),
        Bad("He has been ill since [[March 34]], and offers are open until [[35 August]]."),
        Good("By June 45 had signed. On May 32 boats came. It sold 34 March hares."),
        Bad("The deal of [[April 14, 20224]], is off.", date="2025-04-15"),
        Bad("The deal of [[14 April 2205]] is off.", date="2025-04-15"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look every date up in the calendar."""
        for match, fault in _faults(doc):
            span = match.span()
            if is_copy(doc, span) and not _is_denied(doc, match):
                severity = severity_in(doc, span, self.severity)
                evidence = f"“{doc[span]}”"
                if is_dated(doc):  # no draft is from later than today, so these do not rest on it
                    evidence += f" in a story dated {doc.date}."
                yield self.find(span, fault, evidence=evidence, severity=severity)


def _faults(doc: Document) -> Iterator[tuple[Match[str], str]]:
    """The impossible dates, each with its message."""
    months, taken = dated_months(doc), set()
    for match in (*_month_first(doc, months), *_day_first(doc, months)):
        taken.add(match.end())
        is_month_first = match.start("month") < match.start("day")
        fault = _wrong_day(doc, match, is_month_first) or _wrong_year(doc, match)
        if fault:
            yield match, fault
    years = (at - 4 for at in doc.words.starts("year") if doc.text[at - 4 : at] == "the ")
    for place in sorted((*months, *years)):
        year = _MONTH_YEAR.match_at(doc, place)
        fault = "" if year is None or year.end() in taken else _wrong_year(doc, year)
        if year is not None and fault:
            yield year, fault


def _month_first(doc: Document, months: Iterable[int]) -> Iterator[Match[str]]:
    """The dates that begin with one of the months."""
    for month in months:
        match = _MONTH_FIRST.match_at(doc, month)
        if match is not None:
            yield match


def _day_first(doc: Document, months: Iterable[int]) -> Iterator[Match[str]]:
    """The dates that begin with a day, before one of the months."""
    for month in months:
        near = (max(0, month - _BEFORE), month + _AFTER)
        match = next(_DAY_FIRST.pattern.finditer(doc.text, near), None)
        if match is not None and match.start("month") == month:
            yield match


def _is_denied(doc: Document, match: Match[str]) -> bool:
    """Whether the copy itself says, just before it, that the date does not exist."""
    start = match.start()
    sentence = doc.sentence_at(start) or match.span()
    return _DENIED.search(doc.text, (max(sentence[0], start - 40), start)) is not None


def _wrong_day(doc: Document, match: Match[str], month_first: bool) -> str:
    """What is wrong with the day of a month; empty if nothing is."""
    day, month = int(match["day"]), month_number(match["month"])
    year = match["year"]
    leap = not year or len(year) > 4 or _is_leap(int(year) or 4)
    days = 29 if month == 2 and leap else _DAYS[month - 1]
    if 1 <= day <= days:
        return ""
    name = MONTHS[month - 1]
    if not year:
        if day == 0 or not _stands_alone(doc, match, month_first):
            return ""
        if day > 31 and not _ON_A_DAY.search(doc.before(match.start(), 16)):
            return ""
    elif day > 31 and not month_first:
        return ""
    in_year = f" in {year}" if year and month == 2 else ""
    return f"{name} has {days} days{in_year}: {name} {day} does not exist."


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _stands_alone(doc: Document, match: Match[str], month_first: bool) -> bool:
    """Whether month and number are a date, and not “in April 31 people”."""
    if not month_first:
        return match["month"] != "May" and match["month"] != "March"
    before = doc.before(match.start(), 8)
    if _IN.search(before):
        is_number = before.endswith("in ")
        return not is_number and _ENDS.match(doc.text, (match.end(), len(doc.text))) is not None
    if _ONE_DAY.search(before):
        return True
    return _is_closed(doc, match)


def _wrong_year(doc: Document, match: Match[str]) -> str:
    """What is wrong with the year; empty if nothing is."""
    year, now = match["year"], doc.date.day.year
    if not year or (len(year) == 4 and int(year) <= now + _FURTHEST):
        return ""
    if len(year) == 5 and not (year.startswith(("19", "20")) and _is_closed(doc, match)):
        return ""
    sentence = doc.sentence_at(match.start()) or match.span()
    if len(year) == 4 and _FAR.search(doc.text, sentence):
        return ""
    return f"The year {year} looks like a typo in a story from {now}."


def _is_closed(doc: Document, match: Match[str]) -> bool:
    """Whether the figures end like a date, and do not count things."""
    return _CLOSED.match(doc.text, (match.end(), len(doc.text))) is not None
