"""fields/date: the story's day in its fields, in its address and in its path."""

from __future__ import annotations

from datetime import date

from copydesk import (
    Bad,
    Document,
    Field,
    Finding,
    Good,
    Iterator,
    Match,
    Related,
    Rule,
    Severity,
    Span,
    pattern,
)

_DAY = pattern(r"\A\s*(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})(?!\d)")
_PATH = pattern(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<s>[-/])(?P<m>\d\d)(?P=s)(?P<d>\d\d)(?!\d)")
_NEAR = 1  # days between two dates that a time zone or an evening explains


class FieldDate(Rule):
    """The day a story was published is one day: in its fields and in its address or path.

    A template from last year, a month and a day that changed places: the story is then sorted
    under a day on which it was not written. Days that lie apart for another reason (a story
    that waited) are left alone.
    """

    id = "fields/date"
    severity = Severity.ASK
    triggers = ("@fields",)
    examples = (
        Good("---\ntitle: Pier\ndate: 2026-03-05\nurl: /2026/03/04/pier\n---\n\nIt is open.",
             format="markdown"),
        Good("---\ntitle: Pier\ndate: 2026-03-05\nlastmod: 2026-04-01\n---\n\nIt is open.",
             format="markdown"),
        Bad("---\ntitle: Pier\ndate: [[2025-03-05]]\nurl: /2026/03/05/pier\n---\n\nIt is open.",
            format="markdown"),
        Bad("---\ntitle: Pier\ndate: [[2026-02-30]]\n---\n\nIt is open.", format="markdown"),
        Bad("---\ndate: 2026-03-05\nmodified: [[2025-03-06]]\n---\n\nIt is.", format="markdown"),
    )  # fmt: skip

    def check_source(self, doc: Document) -> Iterator[Finding]:
        """Compare the first day of publication with the other fields and the path."""
        dated = list(self._days(doc))
        for field, span, found in dated:
            if _day(found) is None:
                yield self.find(
                    span,
                    f"{found[0].strip()} is not in the calendar: check “{field.key}”.",
                    evidence="No such month, or no such day in it.",
                    severity=Severity.FIX,
                )
        days = [(field, span, day) for field, span, found in dated if (day := _day(found))]
        published = [one for one in days if one[0].role == "published"]
        if not published:
            return
        field, span, day = published[0]
        yield from self._order(published[0], days)
        yield from self._twins(published)
        for other, text, witness in self._addresses(doc):
            if _is_slip(day, other):
                yield self.find(
                    span,
                    f"“{field.key}” has {day}, the {text} has {other}: which is right?",
                    evidence="One part of the date differs, as in a slip of the hand.",
                    related=[] if witness is None else [Related(witness, f"the {text}")],
                )
                return

    def _days(self, doc: Document) -> Iterator[tuple[Field, Span, Match[str]]]:
        for field in doc.fields:
            if field.role in ("published", "modified") and field.source is not None:
                found = _DAY.match(field.text)
                if found is not None:
                    start = field.source.start + found.start("y")
                    yield field, Span(start, start + len(found[0].strip())), found

    def _order(
        self, first: tuple[Field, Span, date], days: list[tuple[Field, Span, date]]
    ) -> Iterator[Finding]:
        for field, span, day in days:
            if field.role == "modified" and (first[2] - day).days > _NEAR:
                yield self.find(
                    span,
                    f"“{field.key}” is before “{first[0].key}” ({first[2]}): which is right?",
                    evidence="A story is changed after it is published.",
                    related=[Related(first[1], first[0].key)],
                )
                return

    def _twins(self, published: list[tuple[Field, Span, date]]) -> Iterator[Finding]:
        (field, span, day), *others = published
        for other, place, its in others:
            if _is_slip(day, its):
                yield self.find(
                    place,
                    f"“{other.key}” has {its}, “{field.key}” has {day}: which is right?",
                    evidence="Both say when the story was published.",
                    related=[Related(span, field.key)],
                )
                return

    def _addresses(self, doc: Document) -> Iterator[tuple[date, str, Span | None]]:
        for field in doc.fields:
            if field.role == "url":
                for found in _PATH.finditer(field.text):
                    if (day := _day(found)) is not None:
                        yield day, "address", field.source
        for found in _PATH.finditer(doc.path.replace("\\", "/")):
            if (day := _day(found)) is not None:
                yield day, "path", None


def _day(found: Match[str]) -> date | None:
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None


def _is_slip(one: date, other: date) -> bool:
    """Whether two days differ as by a slip: by the year alone, the month alone, or both swapped."""
    if abs((one - other).days) <= _NEAR:
        return False
    if one.year != other.year:
        return (one.month, one.day) == (other.month, other.day) or (
            abs(one.year - other.year) == 1 and abs((_to(one, other.year) - other).days) <= _NEAR
        )
    return one.day == other.day or (one.month, one.day) == (other.day, other.month)


def _to(day: date, year: int) -> date:
    """The same day in another year; a February 29 moves to March 1."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
