"""Elapsed time that does not match the year given next to it."""

from __future__ import annotations

from copydesk import Document, Iterator, scan
from lint_rules._shared import dates
from lint_rules._shared.numbers import NUMBER, ORDINAL, counted, nth, ordinal, read

Fault = tuple[tuple[int, int], str, str]  # the words, the message and the evidence

_YEAR = r"(?:1[5-9]|20)\d\d"
# “In 1990, 25 years ago,”
_AGO = scan(
    rf"\b(?:in|since|on)\s(?:[A-Z][a-z]+\s(?:\d\d?,\s)?)?(?P<begun>{_YEAR}),\s"
    rf"(?P<number>(?i:{NUMBER}))\s(?P<unit>years)\sago\b",
    at="ago",
    before=60,
    after=4,
)
# “The war, which began in February 2022, is in its third year.”
_BEGUN = scan(
    r"\b(?:began|begun|started|erupted|broke\sout)\s(?:in|on)\s"
    rf"(?:(?P<month>{dates.MONTH})\s(?:\d\d?,\s)?|\d\d?\s(?P<month2>{dates.MONTH})\s)?"
    rf"(?P<begun>{_YEAR}),\s(?:is|has\sentered|enters|has\snow\sentered)\s(?:now\s)?(?:in\s)?"
    rf"(?P<what>its\s(?P<ordinal>(?i:{ORDINAL}))\syear)\b",
    at="its",
    before=90,
    after=40,
)
SCANS = (_AGO, _BEGUN)


def years_ago(doc: Document) -> Iterator[Fault]:
    """Claims of “1990, 25 years ago” that do not match the story's date."""
    if not dates.is_dated(doc):
        return
    now = doc.date.day.year
    for match in _AGO.finditer(doc):
        number, begun = read(match["number"]), int(match["begun"])
        if number is None or number.unit != 1 or begun > now:
            continue
        if abs(now - begun - number.value) > 1:
            yield (
                (match.start("number"), match.end("unit")),
                f"{begun} was {counted(now - begun, 'year')} ago, not {round(number.value)}.",
                f"{now} − {begun} = {now - begun}; story date {doc.date}.",
            )


def nth_year(doc: Document) -> Iterator[Fault]:
    """Claims of “in its third year” that do not match the start year."""
    if not dates.is_dated(doc):
        return
    now = doc.date.day
    for match in _BEGUN.finditer(doc):
        month, number = match["month"] or match["month2"], ordinal(match["ordinal"])
        past = now.year - int(match["begun"])
        right = {past, past + 1}
        if month and dates.month_number(month) != now.month:
            right = {past + (now.month > dates.month_number(month))}
        if number not in right and min(right) > 0:
            years = " or ".join(nth(year) for year in sorted(right))
            begun = doc.text[match.start() : match.end("begun")]
            yield (
                match.span("what"),
                f"Counting from {match['begun']}, this is the {years} year, not the {nth(number)}.",
                f"“{begun}”; story date {doc.date}.",
            )
