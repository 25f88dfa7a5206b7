"""One quotation that was said on two days."""

from __future__ import annotations

from copydesk import (
    Attribution,
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    Span,
    attributions,
    pattern,
)
from lint_rules.quote._shared_words import are_any_shared, heard_before

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = pattern(
    r"(?<![\p{L}-])(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?! (?:night )?(?:and|or)\b)"
)
_AGAIN = pattern(r"(?i)\b(?:again|repeat|also|reiterat|earlier|later|both|before|last|next|read)")
_REACH = 160  # code points after a quotation in which its day is looked for
_PRONOUNS = frozenset(("he", "she", "they"))


class TwoDays(Rule):
    """One quotation has one day.

    The deck has the mayor say it on Monday, the story on Tuesday. The rule compares quotations
    that share eight words in a row, have one speaker and a weekday in the words of attribution.
    """

    id = "quote/two-days"
    severity = Severity.ASK
    spares_sic = False
    triggers = _DAYS
    examples = (
        Bad("“We will keep the pier open to all of you,” Ann Poe said on Monday.\n\nThe hall was "
            "full.\n\n“We will keep the pier open to all of you,” Poe said on [[Tuesday]]."),
        Good("“We will keep the pier open to all of you,” Ann Poe said on Monday.\n\nThe hall was "
             "full.\n\n“We will keep the pier open to all of you,” Poe said again on Tuesday."),
        Good("“We will keep the pier open to all of you,” Ann Poe said on Monday.\n\nThe hall was "
             "full.\n\n“We will keep the pier open to all of you,” Poe said on Monday."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the days of quotations that share eight words."""
        if len(doc.words.among(frozenset(_DAYS))) < 2 or not are_any_shared(doc):
            return
        heard: dict[tuple[str, ...], tuple[Attribution, Span]] = {}
        for one in attributions(doc):
            if one.speaker is None or (day := _day(doc, one)) is None:
                continue
            before = heard_before(doc, one.quote, heard, (one, day))
            if before is not None and doc[before[1]] != doc[day] and _is_one(doc, before[0], one):
                yield self._finding(doc, before, day)

    def _finding(self, doc: Document, before: tuple[Attribution, Span], day: Span) -> Finding:
        first = doc[before[1]]
        return self.find(
            day,
            f"The same words were said on {first} elsewhere in the story: check the day.",
            evidence=f"“{first}” and “{doc[day]}” with the same quotation.",
            related=(Related(before[1], f"{first} here"),),
        )


def _day(doc: Document, one: Attribution) -> Span | None:
    """The only weekday in the sentence after a quotation, or before it."""
    slot, quote = doc.slot_at(one.quote.span.start), one.quote.span
    if slot is None:
        return None
    end = min(slot.span.end, quote.end + _REACH)
    stop = min(
        (other.span.start for other in doc.quotes if quote.end <= other.span.start), default=end
    )
    text = doc.text[quote.end : min(end, stop)].partition(". ")[0]
    if _AGAIN.search(text):
        return None
    found = [*_DAY.finditer(doc.text, (quote.end, quote.end + len(text)))]
    return Span(*found[0].span()) if len(found) == 1 else None


def _is_one(doc: Document, one: Attribution, other: Attribution) -> bool:
    """Whether two quotations have one speaker, or a pronoun for the second."""
    if one.speaker is None or other.speaker is None:
        return False
    first, second = (doc[span].strip(".,").lower() for span in (one.speaker, other.speaker))
    return second in _PRONOUNS or first.split()[-1] == second.split()[-1]
