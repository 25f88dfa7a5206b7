"""Dates with day and month in the wrong order for the house style."""

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
# In a range of days only one has the month: May 24 to 26, 24 and 26 May.
_FROM = pattern(r"\d(?:st|nd|rd|th)?(?:,| and| or| to| ?[-–])? \Z|\d[-–]\Z")
_TO = pattern(r"(?:,| and| or| to| ?[-–]) ?\d{1,2}\b")


class DateForm(Rule):
    """Day and month are in the order of the house style: April 15 or 15 April.

    A date in the other order shows that copy was taken from elsewhere. Days that
    have become names, and posts, are left alone.
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
        """Report all dates in the other order, in one finding."""
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
            first = "month" if wanted == "month-day" else "day"
            message = f"House style puts the {first} first in a date."
            yield summary(self, places, message, house(self), f"Put the {first} first", safe=False)


def _counts(doc: Document, match: Match[str]) -> bool:
    """Whether a date is in the paper's own prose, and neither a name nor part of a range."""
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
