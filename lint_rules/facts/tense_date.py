"""Verbs for the future with days that are past, and the other way round."""

from __future__ import annotations

from datetime import timedelta

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Pattern,
    Rule,
    Severity,
    Span,
    pattern,
    scan,
)
from lint_rules._shared.dates import (
    MONTH,
    MONTH_WORDS,
    WEEKDAY,
    date_of,
    dated_months,
    day_text,
    is_dated,
    month_number,
    nearest,
    weekday_number,
)
from lint_rules._shared.numbers import is_copy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

_YEAR = r"(?P<year>(?:19|20)\d\d)(?![\d%:]|[.,]\d|[-–/]\d)"
_DATE = scan(
    rf"(?:(?P<m1>{MONTH})\s(?P<d1>\d\d?)|(?P<d2>\d\d?)\s(?P<m2>{MONTH}))(?:st|nd|rd|th)?(?![\d:%]|[.,]\d|\s?[-–]\s?\d"
    rf"|\s(?:to|through|and|or|until)\s\d)(?:,?\s{_YEAR})?",
    at=MONTH_WORDS,
    before=6,
    after=32,
)
_ON = rf"(?:\b[Oo]n\s(?:{WEEKDAY},?\s)?|\b{WEEKDAY},?\s)"
_WORD = r"[a-z][a-z’'-]*"
# Verbs whose subject does something on that day; the words between them and the day say nothing
# that could belong to another day.
_GOING_TO = pattern(
    r"\b(?:will|is to|are to|(?:is|are) (?:set|due|scheduled|expected|slated) to)\s"
    r"(?:not |also |then )?(?:be )?(?P<verb>[a-z]+)(?P<between>(?:\s[\w’'-]+){0,5}?)\s"
    rf"{_ON}\Z"
)
_HAPPENED = (
    r"opened|closed|died|began|ended|crashed|collapsed|arrived|fell|erupted|struck|won|lost|beat"
    r"|defeated|visited|resigned|testified|pleaded|hosted|celebrated|took place|was held|were held"
    r"|was killed|were killed|was arrested|were arrested|was found|was sentenced|was convicted"
    r"|was shot|was born|signed|launched|landed|sank|hit|met|voted|happened|occurred|performed"
    r"|released|announced|charged|indicted|filed|published|issued|appointed|elected|fired|hired"
    r"|approved|adopted|marched|protested|joined|retired|returned|departed|started|finished|said"
    r"|told|wrote|spoke|took office|took part|gathered|posted|broadcast|unveiled|played|lectured"
)
_DONE = pattern(
    rf"(?<!to )(?<!is )(?<!are )(?<!be )\b(?P<verb>{_HAPPENED})"
    rf"(?P<between>(?:\s[\w’'-]+){{0,4}}?)\s{_ON}\Z"
)
_OTHER_DAY = pattern(
    r"\b(?i:to(?!\s(?:cars|traffic|the public|visitors|all)\b)"
    r"|that|which|who|whose|will|would|for|from|after|before|since|until|when|if|by"
    r"|of a|trial|hearing|election|elections|vote|referendum|deadline|is|are|was|were|had|has"
    r"|have|as|and|but|filed|passed|than|\w+ed|annual|anniversary"
    r"|last year|next year|effective|next|planned|scheduled|due|every|each|tickets?|deals?|a)\b"
)
_PAST_YEAR = scan(
    rf"\b(?<!moved )(?<!brought )(?P<how>since|(?:down|up) from|compared (?:with|to)|than in"
    r"|born (?:in|on)|founded in|died (?:in|on))\s"
    rf"(?:(?:{MONTH})\s(?:\d\d?,\s)?)?{_YEAR}",
    at=("since", "from", "compared", "than", "born", "founded", "died"),
    before=6,
    after=40,
)
_BY_YEAR = scan(
    r"\b(?:needs? to|will|aims? to|plans? to|hopes? to|must"
    r"|(?:is|are) (?:set|due|expected|projected) to)\s(?P<verb>[a-z]+)"
    rf"(?:\s[^\s.;:!?()“”\"]+){{0,9}}?\s(?P<how>by)\s{_YEAR}",
    at="by",
    before=120,
    after=12,
)
_ANY = pattern(r"\b(?:19|20)\d\d\b").compiled
_FICTION = pattern(
    r"\b(?i:novel|film|movie|fiction|series|episode|set in|game|play|imagined?|would|could|might)\b"
)
_THEN = pattern(
    r"\b(?i:had|was|were|did|promised|said in|claimed|predicted|originally|at the time|once)\b"
)
_OTHER_TIME = pattern(
    r"\b(?:[Ll]ast year|a year (?:ago|earlier)|years? (?:ago|earlier|later)|every year|each year"
    r"|annual|anniversary|(?:19|20)\d\d\b.*\b(?:19|20)\d\d)\b"
)
_WEEKDAY_BEFORE = pattern(rf"({WEEKDAY}),?\s\Z")
_UPDATE = pattern(r"(?:[\W_]*(?i:update|updated|correction|editor[’']s note))\b")
_BEFORE_DAY = pattern(rf"(?:\b[Oo]n\s)?(?:{WEEKDAY},?\s)?\Z")
# Days that are known without their year: the attacks on New York, the Capitol, Israel, London.
_KNOWN_DAYS = frozenset({(9, 11), (1, 6), (10, 7), (7, 7)})
_NEAR = timedelta(days=45)  # a day without a year may be that far from the story’s
_SLACK = timedelta(days=2)  # stories come out a day or two before or after their date


class TenseDate(Rule):
    """Verbs agree with the calendar: nothing will happen on a day that is past.

    “Will open on April 3” in a story of April 15 was written for another day, or the date is a
    slip; so are “died on April 30” and “since 2062”. A day without a year is taken as the nearest
    one, within 45 days. Only the paper’s own sentences are compared, and only with the story’s
    own date, so a draft without one is left alone.
    """

    id = "facts/tense-date"
    severity = Severity.ASK
    scans = (_DATE, _PAST_YEAR, _BY_YEAR)
    triggers = (*sorted(MONTH_WORDS), "since", "compared", "down", "by", "born", "founded")
    examples = (
        Good("The pool will open on April 30.", date="2025-04-15"),
        Good("The pool opened on April 3 and will close on the day of the April 2 vote.",
             date="2025-04-15"),
        Good("They announced a hearing on April 30; he signed a deal to open on May 2.",
             date="2025-04-15"),
        Good("He won the primary on June 3, 2024.", date="2025-04-15"),
        Good("They vowed to build 400 homes by 2023, and will build 500 by 2035.",
             date="2025-04-15"),
        Bad("The pool will open [[on April 3]].", date="2025-04-15"),
        Bad("The hearing is set to begin [[on Monday, April 7]].", date="2025-04-15"),
        Bad("The singer died [[on April 30, 2025]].", date="2025-04-15"),
        Bad("Sales fell to 40, down from [[May 2062]].", date="2025-04-15"),
        Bad("The state needs to build 450,000 homes by [[2023]].", date="2025-04-15"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare dates with the verbs before them."""
        if not is_dated(doc):
            return
        yield from self._days(doc)
        yield from self._years(doc)

    def _days(self, doc: Document) -> Iterator[Finding]:
        """Days that the verb before them does not fit."""
        for month in dated_months(doc):
            for match in _DATE.pattern.finditer(doc.text, (max(0, month - 3), month + 32)):
                if month not in (match.start("m1"), match.start("m2")):
                    continue
                day, now = _day(match, doc.date.day), doc.date.day
                if day is None or abs(day - now) < _SLACK:
                    continue
                form = _GOING_TO if day < now else _DONE
                found = _verb(doc, form, match, day)
                if found is not None and _is_own(doc, Span(*match.span())):
                    yield self._wrong_day(doc, found, match, day)
                break

    def _wrong_day(self, doc: Document, verb: Match[str], match: Match[str], day: date) -> Finding:
        span = Span(_start_of_day(doc, match.start()), match.end())
        past = day < doc.date.day
        when = day_text(day)
        return self.find(
            span,
            f"{when}, is past: check the day, or the verb." if past
            else f"{when}, is still to come: check the day, or the verb.",
            evidence=f"“{doc[Span(verb.start(), match.end())]}” in a story dated {doc.date}.",
        )  # fmt: skip

    def _years(self, doc: Document) -> Iterator[Finding]:
        """Years to come that the copy looks back to, and past ones that it looks forward to."""
        now = doc.date.day.year
        named = [int(one) for one in _ANY.findall(doc.text)]
        if not named or (max(named) <= now + 1 and min(named) >= now):
            return
        for form, is_ahead in ((_PAST_YEAR, True), (_BY_YEAR, False)):
            for match in form.finditer(doc):
                year = int(match["year"])
                wrong = year > now + 1 if is_ahead else year < now
                sentence = doc.sentence_at(match.start()) or Span(*match.span())
                if not wrong or _FICTION.search(doc.text, sentence):
                    continue
                if not is_ahead and _THEN.search(doc.text, sentence):
                    continue
                span = Span(match.end("how") + 1, match.end())
                if _is_own(doc, span):
                    yield self.find(
                        span,
                        f"{year} is still to come: check the year."
                        if is_ahead
                        else f"{year} is past: check the year.",
                        evidence=f"“{doc[Span(*match.span())]}” in a story dated {doc.date}.",
                    )


def _day(match: Match[str], now: date) -> date | None:
    """The day that is meant; without a year the nearest, None if that is far away."""
    month, day = month_number(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
    if match["year"]:
        return date_of(int(match["year"]), month, day)
    found = nearest(month, day, now) if (month, day) not in _KNOWN_DAYS else None
    return found if found is not None and abs(found - now) <= _NEAR else None


def _verb(doc: Document, form: Pattern, match: Match[str], day: date) -> Match[str] | None:
    """The verb whose day it is, if nothing between them has a day of its own."""
    sentence = doc.sentence_at(match.start())
    if sentence is None:
        return None
    start = max(sentence.start, match.start() - 140)
    found = form.search(doc.text, (start, match.start()))
    if found is None or _OTHER_DAY.search(found["between"]):
        return None
    if form is _DONE and not (match["year"] or _is_weekday_of(doc, match.start(), day)):
        return None
    return found if not _OTHER_TIME.search(doc.text, sentence) else None


def _is_weekday_of(doc: Document, start: int, day: date) -> bool:
    """Whether the weekday before a day without a year shows that it is the nearest one.

    “Hezbollah began firing on 8 October”, without one, is about the year before.
    """
    before = _WEEKDAY_BEFORE.search(doc.text, (max(0, start - 12), start))
    return before is not None and weekday_number(before[1]) == day.weekday()


def _start_of_day(doc: Document, start: int) -> int:
    """Where the words for the day begin: its weekday or the “on” before it."""
    before = _BEFORE_DAY.search(doc.text, (max(0, start - 16), start))
    return before.start() if before else start


def _is_own(doc: Document, span: Span) -> bool:
    slot = doc.slot_at(span.start)
    if slot is None or _UPDATE.match(doc.text, slot.span):
        return False
    own = slot.kind not in ("note", "credit", "byline", "kicker")
    return own and doc.quote_at(span) is None and is_copy(doc, span)
