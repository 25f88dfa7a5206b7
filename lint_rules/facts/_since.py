"""What has passed since a year that the copy itself names, where both stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Span, pattern
from lint_rules.facts import _dates
from lint_rules.facts._numbers import NUMBER, ORDINAL, nth, ordinal, read, windows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Document

    Told = tuple[Span, str, str]  # the words, what is wrong with them, what shows it

_YEAR = r"(?:1[5-9]|20)\d\d"
# “In 1990, 25 years ago,”
_AGO = pattern(
    rf"\b(?:in|since|on)\s(?:[A-Z][a-z]+\s(?:\d\d?,\s)?)?(?P<begun>{_YEAR}),\s"
    rf"(?P<number>(?i:{NUMBER}))\s(?P<unit>years)\sago\b"
)
# “The war, which began in February 2022, is in its third year.”
_BEGUN = pattern(
    r"\b(?:began|begun|started|erupted|broke\sout)\s(?:in|on)\s"
    rf"(?:(?P<month>{_dates.MONTH})\s(?:\d\d?,\s)?|\d\d?\s(?P<month2>{_dates.MONTH})\s)?"
    rf"(?P<begun>{_YEAR}),\s(?:is|has\sentered|enters|has\snow\sentered)\s(?:now\s)?(?:in\s)?"
    rf"(?P<what>its\s(?P<ordinal>(?i:{ORDINAL}))\syear)\b"
)


def years_ago(doc: Document) -> Iterator[Told]:
    """Years that were longer ago than the copy says, or less long."""
    if not _dates.is_dated(doc):
        return
    now = doc.date.day.year
    for window in windows(doc, ("ago",), 60, 4):
        for match in _AGO.finditer(doc.text, window):
            number, begun = read(match["number"]), int(match["begun"])
            if number is None or number.unit != 1 or begun > now:
                continue
            if abs(now - begun - number.value) > 1:
                yield (
                    Span(match.start("number"), match.end("unit")),
                    f"{begun} was {now - begun} years ago, not {round(number.value)}.",
                    f"{now} − {begun} = {now - begun}; story date {doc.date}.",
                )


def nth_year(doc: Document) -> Iterator[Told]:
    """Things said to be in another year of theirs than they are."""
    if not _dates.is_dated(doc):
        return
    now = doc.date.day
    for window in windows(doc, ("its",), 90, 40):
        for match in _BEGUN.finditer(doc.text, window):
            month, told = match["month"] or match["month2"], ordinal(match["ordinal"])
            past = now.year - int(match["begun"])
            right = {past, past + 1}
            if month and _dates.month_number(month) != now.month:
                right = {past + (now.month > _dates.month_number(month))}
            if told not in right and min(right) > 0:
                yield (
                    Span(*match.span("what")),
                    f"What began in {match['begun']} is in its {nth(max(right))} year.",
                    f"It began “{match[0].partition(' ')[2].partition(',')[0]}”; "
                    f"story date {doc.date}.",
                )
