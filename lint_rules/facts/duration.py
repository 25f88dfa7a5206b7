"""A duration and the two times between which it is said to lie."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Related,
    Rule,
    Severity,
    Span,
)
from lint_rules._shared.numbers import is_approximate, is_copy
from lint_rules.facts import _duration_forms as forms
from lint_rules.facts._duration_lengths import LENGTHS


class Duration(Rule):
    """A duration fits the years, days or hours that the copy gives for it.

    “From 2010 to 2015, seven years in all” and “the 10-day strike, from June 3 to June 18” do not
    add up, nor does a club “founded in 1926” that “marks its 90th anniversary” in 2026. The rule
    compares a duration with two dates, years, weekdays or times of day right beside it, and with
    the story’s date where the copy counts to the present. Both ways of counting pass, and a year
    more or less where only years are given.
    """

    id = "facts/duration"
    severity = Severity.ASK
    scans = forms.SCANS
    yields_to = ("facts/elapsed", "facts/age")
    examples = (
        Good("He was mayor from 2010 to 2015, five years in all."),
        Good("The 10-day strike, from June 3 to June 12, cost the firm $5 million."),
        Good("She was sentenced to 10 years for frauds from 2010 to 2015."),
        Good("The club, founded in 1926, marks its 100th anniversary.", date="2026-11-30"),
        Bad("He was mayor from 2010 to 2015, [[seven years]] in all."),
        Bad("The [[10-day]] strike, from June 3 to June 18, cost the firm $5 million."),
        Bad("The shop is open from 9 a.m. to 5 p.m., [[ten hours]] a day."),
        Bad("The club, founded in 1926, marks its [[90th anniversary]].", date="2026-11-30"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare each duration with the times beside it."""
        seen: set[int] = set()
        for match in forms.found(doc):
            span = Span(match.start("long"), match.end("long"))
            if span.start in seen or doc.quote_at(span) is not None or not is_copy(doc, span):
                continue
            found = self._judge(doc, match, span)
            if found is not None:
                seen.add(span.start)
                yield found

    def _judge(self, doc: Document, match: Match[str], span: Span) -> Finding | None:
        if is_approximate(doc, span.start) or _is_vague(doc, span):
            return None
        length = forms.length(match["long"])
        if length is None:
            return None
        for measure in LENGTHS:
            told = measure(doc, match, *length)
            if told is not None:
                right, evidence = told
                if not right:
                    return None
                times = Span(*match.span("times"))
                return self.find(
                    span,
                    f"The dates given make it {right}: check which is right.",
                    evidence=evidence or f"“{match['times'].strip(', ')}”",
                    related=(Related(times, "the dates"),),
                )
        return None


def _is_vague(doc: Document, span: Span) -> bool:
    if doc.before(span, 8).lower() in ("all but ", "but for "):
        return True
    after = doc.after(span, 12).lower()
    return after.startswith(
        (" or so", "-plus", " or more", " later or", "-odd", " before", " after")
    )
