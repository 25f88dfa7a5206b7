"""Dates in the order of the other side of the Atlantic."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Edit,
    Finding,
    Good,
    Iterator,
    Match,
    Rule,
    Severity,
    Span,
    pattern,
    scan,
)
from lint_rules._shared.dates import MONTH_WORDS
from lint_rules._shared.summary import Place, house, summary

_KINDS = ("paragraph", "list-item", "caption", "deck")
_MONTH = (
    r"(Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.|April|Apr\.|May|June|July|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"([1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_MONTH_DAY = scan(rf"\b{_MONTH} {_DAY}\b(?!:\d|[-–/]\d|[ap]\.?m)(?:, (\d{{4}})\b)?", at=MONTH_WORDS)
_DAY_MONTH = scan(
    rf"(?<![\d:.,$£€-])\b{_DAY}(?: of)? {_MONTH}(?![\w-])(?: (\d{{4}})\b)?",
    at=MONTH_WORDS,
    before=20,
)
# Days that are names: the September 11 attacks, the 4 July Hotel.
_NAMED = pattern(
    r" (?:attacks?|movement|massacre|committee|riots?|insurrection|bombings?|coup|uprising"
    r"|revolution)\b"
)
# Of a span of days only one has the month: May 24 to 26, 24 and 26 May.
_FROM = pattern(r"\d(?:st|nd|rd|th)?(?:,| and| or| to| ?[-–])? \Z|\d[-–]\Z")
_TO = pattern(r"(?:,| and| or| to| ?[-–]) ?\d{1,2}\b")


class DateForm(Rule):
    """Day and month stand in the order of the house: April 15 or 15 April.

    A date in the other order shows copy taken over from another house. Days that
    have become names, and posts as they were written, are left alone.
    """

    id = "style/date-form"
    severity = Severity.STYLE
    styled = ("date-form",)
    scans = (_MONTH_DAY, _DAY_MONTH)
    examples = (
        Good("He left on April 15, 2025, and came back on 3 May."),
        Good("He left on April 15, 2025. She may 3 times.", style={"date-form": "month-day"}),
        Good("The 11 September attacks; 10 March on; 8 and 9 May.",
             style={"date-form": "month-day"}),
        Good("It lasted from May 24 to 26; Sept. 11 was a Tuesday.",
             style={"date-form": "day-month"}),
        Bad("He left on [[15 April 2025]] and fell.", "He left on April 15, 2025, and fell.",
            style={"date-form": "month-day"}),
        Bad("He left on [[April 15, 2025]], and fell.", "He left on 15 April 2025, and fell.",
            style={"date-form": "day-month"}),
        Bad("He left on [[April 15]].", "He left on 15 April.", style={"date-form": "day-month"}),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """One finding for all dates in the other order."""
        wanted = self.style.get("date-form", "")
        if not wanted:
            return
        other, write = (
            (_DAY_MONTH, _as_month_day) if wanted == "month-day" else (_MONTH_DAY, _as_day_month)
        )
        places = [
            Place(Span(*match.span()), (Edit(Span(*match.span()), write(doc, match)),))
            for match in other.finditer(doc)
            if _counts(doc, match)
        ]
        if places:
            order = "month and day" if wanted == "month-day" else "day and month"
            message = f"Dates are written in the order {order}."
            yield summary(
                self, places, message, house(self), f"Put {order} in this order", safe=False
            )


def _counts(doc: Document, match: Match[str]) -> bool:
    """Whether a date stands in the paper's own prose, is no name, and no part of a span of days."""
    slot = doc.slot_at(match.start())
    if slot is None or slot.kind not in _KINDS or doc.is_speech(slot):
        return False
    after = doc.after(match.span(), 20)
    if doc.is_verbatim(match.span()) or _NAMED.match(after) or match[0].endswith(" March"):
        return False
    if match[0].startswith("Sept") and " 11" in match[0]:
        return False  # the name of a day
    return not (_FROM.search(doc.before(match.span(), 12)) or _TO.match(after))


def _as_month_day(doc: Document, match: Match[str]) -> str:
    date = f"{match[2]} {match[1]}"
    if not match[3]:
        return date
    return f"{date}, {match[3]}" + ("," if doc.after(match.span(), 1) == " " else "")


def _as_day_month(doc: Document, match: Match[str]) -> str:
    month = match[1]
    return f"{match[2]} {month} {match[3]}" if match[3] else f"{match[2]} {month}"
