"""An average that its total and its number do not give."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Quantity,
    Related,
    Rule,
    Severity,
    pattern,
)
from lint_rules.facts._quantities import between, every_sentence, is_own, said

_OVER = pattern(
    r"(?i)(?:\s[a-z’-]+){1,3}?\s(?:in|over|across|during)\s(?:the\s(?:last|past|first)\s|its\s)?\Z"
)
_NEXT = pattern(
    r"(?i)(?:\s[a-z’-]+){1,4}?,\s(?:for\s|or\s|with\s)?(?:an?\saverage\sof|averag(?:ing|ed))\s\Z"
)
_CLOSE = 0.04


class Average(Rule):
    """An average is the total divided by the number.

    “60 points in three games, an average of 25” is five too many. The rule divides a total
    by the number of games, years or people over which the copy says it was made.
    """

    id = "facts/average"
    severity = Severity.ASK
    triggers = ("average", "averaging", "averaged")
    examples = (
        Good("He scored 60 points in three games, an average of 20."),
        Good("She had 31 points in two games, averaging 15.5."),
        Bad("He scored 60 points in three games, an average of [[25]]."),
        Bad("They gave $9,000 over six months, averaging [[$2,000]] a month."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Divide each total that is followed by its number and its average."""
        for _, group in every_sentence(doc):
            for one, two, average in zip(group, group[1:], group[2:], strict=False):
                if _is_each(doc, one, two, average):
                    number, total = one, two  # “the five stores sold 1,000 coats”
                elif _is_average(doc, one, two, average):
                    total, number = one, two
                else:
                    continue
                if is_own(doc, total, average) and number.low:
                    right = total.value / number.value
                    low, high = total.low / number.high, total.high / number.low
                    if average.high < low * (1 - _CLOSE) or average.low > high * (1 + _CLOSE):
                        yield self.find(
                            average.span,
                            f"{said(total.value, total)} over {round(number.value)} is "
                            f"{said(right, total)}.",
                            related=(Related(total.span), Related(number.span)),
                        )


def _is_each(doc: Document, number: Quantity, total: Quantity, average: Quantity) -> bool:
    """Whether things that are counted first have a total and an average: “250 a store”."""
    if number.kind != "count" or not number.noun or total.kind not in ("count", "money"):
        return False
    if not (total.is_exact and number.is_exact) or average.unit != total.unit:
        return False
    each = pattern(rf"(?i)(?:\s[a-z]+)?\s(?:an?|per|each|every)\s{number.noun}\b")
    is_each = each.compiled.match(doc.text, average.span.end, average.sentence.end) is not None
    return is_each and _NEXT.fullmatch(between(doc, total, average)) is not None


def _is_average(doc: Document, total: Quantity, number: Quantity, average: Quantity) -> bool:
    if total.kind not in ("count", "money", "measure") or average.unit != total.unit:
        return False
    if number.kind not in ("count", "duration") or not number.low or not total.is_exact:
        return False
    over, text = between(doc, total, number), between(doc, number, average)
    is_over = _OVER.fullmatch(over) or (total.kind == "money" and over.strip() in ("over", "in"))
    return bool(is_over) and _NEXT.fullmatch(text) is not None
