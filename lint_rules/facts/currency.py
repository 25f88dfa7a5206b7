"""Two sums in different currencies that cannot be the same money."""

from __future__ import annotations

import itertools

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
)
from lint_rules.facts._quantities import between, by_sentence, is_own, said

# How much of a currency a U.S. dollar has bought since 1990, at least and at most.
_PER_DOLLAR = {
    "$": (1, 1), "US$": (1, 1), "€": (0.6, 1.25), "£": (0.45, 0.95), "¥": (70, 165),
    "₹": (15, 96), "C$": (0.9, 1.65), "A$": (0.9, 2.1), "NZ$": (1.1, 2.6), "HK$": (7.5, 8),
    "S$": (1.2, 1.95), "R$": (0.8, 6.5),
}  # fmt: skip
_IS = pattern(
    r"(?i)[^.;:()$£€¥₹]{0,12}?\s?[(\[](?:about|around|roughly|nearly|or|some|approximately|=|~)?\s?|,?\sor\s(?:about\s|around\s|roughly\s)?"
)
_OFF = 2.5  # by which factor a rate may be beyond those limits
_SCALED = pattern(r"(?:illion|bn|mn|m|thousand|k)\Z")


class Currency(Rule):
    """A sum and its conversion are the same money.

    “€100 million ($11 million)” has lost a digit. The rule knows between which rates
    currencies have been exchanged since 1990, and reports what is far beyond them; sums in
    quotations are left alone.
    """

    id = "facts/currency"
    severity = Severity.STOP
    triggers = ("$", "€", "£", "¥", "₹")
    examples = (
        Good("The prize is €100 million ($110 million). It costs £50 ($65)."),
        Good("The firm paid 5 million rupees ($60,000) and ¥1 billion ($6.7 million)."),
        Bad("The prize is €100 million ([[$11 million]])."),
        Bad("They paid £2 million (about [[$3 billion]])."),
        Bad("The fine is 10 million yen, or [[$950,000]]."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare each sum with its conversion."""
        for _, group in by_sentence(doc):
            for one, two in itertools.pairwise(group):
                if one.kind != "money" or two.kind != "money" or one.unit == two.unit:
                    continue
                rates = _PER_DOLLAR.get(one.unit), _PER_DOLLAR.get(two.unit)
                if rates[0] is None or rates[1] is None or not is_own(doc, one, two):
                    continue
                if (
                    one.per != two.per
                    or one.other
                    or two.other
                    or "whichever" in doc.after(two.span, 14)
                ):
                    continue
                if not _IS.fullmatch(between(doc, one, two)):
                    continue
                low, high = (
                    one.value * rates[1][0] / rates[0][1],
                    one.value * rates[1][1] / rates[0][0],
                )
                if two.value < low / _OFF or two.value > high * _OFF:
                    yield self.find(
                        two.span,
                        f"{said(one.value, one)} is between {said(_round(low), two)} and "
                        f"{said(_round(high), two)} at any rate since 1990.",
                        evidence=f"{said(one.value, one)} and {said(two.value, two)} are given "
                        "as one sum.",
                        related=(Related(one.span),),
                    )  # fmt: skip


def _round(value: float) -> float:
    """A value with two figures that count."""
    return float(f"{value:.2g}")
