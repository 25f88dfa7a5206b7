"""A weekday, “today” or “yesterday” that no longer means the right day."""

from __future__ import annotations

from datetime import date, timedelta

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    pattern,
    scan,
)
from lint_rules._shared.dates import (
    MONTH,
    WEEKDAY,
    WEEKDAY_WORDS,
    YEAR,
    date_of,
    day_text,
    is_dated,
    month_number,
    months_near,
    nearest,
)
from lint_rules._shared.numbers import is_copy
from lint_rules._shared.windows import around, within

_DAY = r"(?:(?P<m1>{0})\s(?P<d1>\d\d?)|(?P<d2>\d\d?)\s(?P<m2>{0}))(?![\d:%])(?:,?\s(?P<year>{1}))?"
_DATE = _DAY.replace("{0}", MONTH).replace("{1}", YEAR)
_SHIFT = {"today": 0, "yesterday": -1, "tomorrow": 1}
_WORDS = frozenset({*WEEKDAY_WORDS, *_SHIFT})
_AFTER = 64  # code points after a relative day
_BOUND = scan(
    rf"\b(?P<word>(?i:today|yesterday|tomorrow|(?:last|this|next|coming|past)\s{WEEKDAY}))"
    rf"(?:\s(?:night|morning|evening|afternoon))?(?:,\s|\s?\(){_DATE}",
    at=_WORDS,
    before=16,
    after=_AFTER,
    verbose=True,
)
_FILED = pattern(_DATE, verbose=True)
_RELATIVE = scan(
    rf"\b(?P<word>(?:on|late|early|last|this|next)\s{WEEKDAY})\b(?!,?\s(?:{MONTH}\s\d|\d))"
    r"|\b(?P<day>(?i:today|yesterday|tomorrow))\b(?!['’])",
    at=_WORDS,
    before=16,
    after=_AFTER,
    verbose=True,
)
_WEEK = timedelta(days=6)
_CLOSE = timedelta(days=60)
_CLOSER = timedelta(days=14)  # the same if only the machine's clock gives the story's date
_QUIET = ("embed", "credit", "byline", "kicker", "note")


class RelativeDay(Rule):
    """“Today”, “yesterday” and weekdays still mean the right day.

    “On Friday” is the Friday within six days of the story. If the dateline is
    further than that from the story's date, the copy was written for another
    day, and every weekday, “today” and “yesterday” in it needs a date; the rule
    asks about the first. It also asks about “yesterday (April 10)” in a story
    dated April 15. Only a person can say which day was meant.
    """

    id = "facts/relative-day"
    severity = Severity.ASK
    scans = (_BOUND, _RELATIVE)
    examples = (
        Good("LUND, April 14 (Harbour News) — The ferry sank on Friday.", date="2025-04-15"),
        Good("The ferry sank yesterday (April 14).", date="2025-04-15"),
        Bad("LUND, April 4 (Harbour News) — The ferry sank [[on Friday]].", date="2025-04-15"),
        Bad("The ferry sank [[yesterday]] (April 10).", date="2025-04-15"),
        Bad("The fair opened [[last Friday]], April 4.", date="2025-04-15"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare relative days with the date next to them, and with the dateline's."""
        months = months_near(doc, _BOUND.anchors(doc), _AFTER)
        for match in within(_BOUND.pattern, doc.text, around(months, _AFTER, _AFTER)):
            span = match.span("word")
            meant = _dated(match.groupdict(), doc.date.day)
            if meant is None or doc.quote_at(span) is not None or not is_copy(doc, span):
                continue
            reach = _CLOSE if is_dated(doc) else _CLOSER
            if not _may_mean(match["word"].lower(), meant, doc.date.day, reach):
                yield self.find(
                    span,
                    f"“{match['word']}” does not match {day_text(meant, year=False)}: "
                    "check which is right.",
                    evidence=f"Story date {doc.date}.",
                )
        yield from self._stale(doc)

    def _stale(self, doc: Document) -> Iterator[Finding]:
        """The first relative day in a story whose dateline is more than six days old."""
        for slot in doc.slots_of("dateline"):
            match = _FILED.search(doc.text, slot.span)
            filed = _dated(match.groupdict(), doc.date.day) if match else None
            if filed is None or not _WEEK < doc.date.day - filed <= _CLOSE:
                continue
            for word in _RELATIVE.finditer(doc, (slot.span.end, len(doc.text))):
                here = doc.slot_at(word.start())
                if doc.quote_at(word.span()) is None and here and here.kind not in _QUIET:
                    days = (doc.date.day - filed).days
                    yield self.find(
                        word.span(),
                        f"Dateline and story date are {days} days apart: "
                        f"give the date instead of “{word[0]}”.",
                        evidence=f"Dateline {day_text(filed)}; story date {doc.date}.",
                        related=(Related(slot.span, "the dateline"),),
                    )
                    return


def _dated(groups: dict[str, str | None], near: date) -> date | None:
    """The date in the groups of a match; without a year, the nearest one."""
    month = month_number(groups["m1"] or groups["m2"] or "")
    day = int(groups["d1"] or groups["d2"] or 0)
    if groups["year"]:
        return date_of(int(groups["year"]), month, day)
    return nearest(month, day, near)


def _may_mean(word: str, meant: date, day: date, reach: timedelta) -> bool:
    """Whether a relative word, used on ``day`` or a day before or after, may mean that date.

    A date far away is about another time, and passes.
    """
    away = (meant - day).days
    if abs(away) > reach.days:
        return True
    if word in _SHIFT:
        return abs(away - _SHIFT[word]) <= 1
    if word.startswith(("last", "past")):
        return -14 <= away <= 0 and not -14 < away < -9
    return -7 <= away <= 14
