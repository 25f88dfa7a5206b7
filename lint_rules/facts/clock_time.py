"""Times of day that no clock shows: 13:40 p.m., 7:65 a.m."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, pattern, scan
from lint_rules._shared.numbers import is_copy
from lint_rules._shared.prose import words

_HALF = scan(r"(?:(?<=[ap]\.)m\b|[ap]m\b)", at=words("m am pm"), before=2, after=3)
_WHOLE = pattern(
    r"(?<!: )(?<![\d.:,/$£€-])(?P<time>(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?)[ \u00a0]?\Z"
)
_DAY = pattern(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?|at least) \Z"
)


class ClockTime(Rule):
    """Times with a.m. or p.m. have hours from 1 to 12 and minutes up to 59.

    “13:40 p.m.” mixes two clocks, “7:65 p.m.” is a slip. Which figure is wrong, the rule cannot
    say. Times of the 24-hour clock without a.m. or p.m. are left alone.
    """

    id = "facts/clock-time"
    severity = Severity.FIX
    scans = (_HALF,)
    examples = (
        Good("It opens at 7:45 p.m., closes at 12 a.m. and ran from 13:40 to 23:59 on April 13."),
        Good("Channel 24 AM and 101.5 FM; “I’m”, he said at 1.30pm."),
        Bad("It opens at [[13:40 p.m.]] on Monday."),
        Bad("It opens at [[7:65 p.m.]] on Monday."),
        Bad("It opens at [[14pm]] on Monday."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the figures before a.m. and p.m."""
        text = doc.text
        for at in _HALF.anchors(doc):
            pointed = text[at - 1 : at] == "." and text[at - 2 : at - 1] in ("a", "p")
            end = at + 1 if pointed else at + 2
            if not pointed and text[at:end] not in ("am", "pm"):
                continue
            start = at - 2 if pointed else at
            match = _WHOLE.search(text, (max(0, start - 8), start))
            if match is None or _DAY.search(text, (max(0, match.start() - 12), match.start())):
                continue
            span = (match.start(), end + (pointed and text[end : end + 1] == "."))
            if _is_impossible(match["hour"], match["minute"] or "0") and is_copy(doc, span):
                yield self.find(
                    span,
                    f"No clock shows {match['time']} with a.m. or p.m.",
                    evidence="Hours go from 1 to 12, minutes to 59.",
                )


def _is_impossible(hour: str, minute: str) -> bool:
    return not 1 <= int(hour) <= 12 or int(minute) > 59
