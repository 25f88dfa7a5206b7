"""Prices and rates that the copy gives twice: by the month and by the year, each and in all."""

from __future__ import annotations

import itertools

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
from lint_rules.facts._quantities import amounts, between, by_sentence, is_like, is_own, said

# How many of each a year has.
_A_YEAR = {"year": 1.0, "quarter": 4, "month": 12, "week": 52, "day": 365}
_OR = pattern(
    r"(?i)[^.;:]{0,30}?(?:[,\s]or\s|\(|\sequivalent\sto\s|,?\swhich\s(?:is|(?:comes|adds\sup|amounts|works\sout)\sto)\s|,\sthat\sis,?\s)"
    r"(?:(?:about|nearly|almost|roughly|some|more\sthan|just\s(?:over|under))\s)?"
)
_EACH = frozenset(
    (
        "each",
        "person",
        "ticket",
        "share",
        "unit",
        "piece",
        "copy",
        "item",
        "head",
        "student",
        "pupil",
        "seat",
        "household",
        "member",
        "bottle",
        "book",
        "box",
    )
)
_TOTAL = pattern(
    r"(?i)[^.;:]{0,40}?(?:,\sor\s|\s(?:for\s)?a\stotal\s(?:cost\s|price\s|bill\s)?of\s|,?\stotal(?:l?ing|s)\s"
    r"|\sspending\s|,?\s(?:and|which|to)\s(?:took\sin|take\sin|takes\sin|brought\sin|bring\sin|raised?|earned?|grossed?|paid|spent)\s"
    r"|\sat\sa\scost\sof\s|\sraising\s|\sbringing\sin\s|\sin\sall,?\s)(?:about\s)?"
)
_SHARED = pattern(
    r"(?i)(?:\s[a-z’-]+){0,2}?\s(?:will\sbe\s|was\s|is\s|were\s)?(?:shared|split|divided)(?:\s(?:evenly|equally))?\s(?:among|between|by)"
    r"\s(?:the\s)?"
)
_SO = pattern(
    r"(?i)[^.;:]{0,40}?(?:,\sor\s|,\sgiving\s[\w\s]{0,12}|\(|,\swith\seach\s[\w\s]{0,14})"
)
_PLUS = pattern(
    r"(?i)\b(?:plus|fee|fees|tax|deposit|discount|first|introductory|up|off|save|saving|more|less"
    r"|while|or\seven|starting|if\spaid|at\sonce|in\sadvance|up\sfront|upfront|weekends?|weekdays?|whichever|both)\b"
)
_NEAR = 0.13  # weeks of 48 or 52, months of 30 or 31 days, working days are not told apart
_CLOSE = 0.06


class UnitPrice(Rule):
    """A price by the month fits the price by the year, and the price of each fits the total.

    “$1,000 a month, or $10,000 a year” is $2,000 short. The rule compares two rates that the
    copy says are the same, a price for each with a number and a total, and a sum that is
    shared. It leaves discounts, fees and quoted speech alone.
    """

    id = "facts/unit-price"
    severity = Severity.ASK
    triggers = (
        "month", "week", "day", "monthly", "weekly", "daily", "each", "apiece", "total", "totaling",
        "totalling", "shared", "split", "divided",
    )  # fmt: skip
    examples = (
        Good("The rent is $1,000 a month, or $12,000 a year."),
        Good("It costs $10 a month, or $100 a year if paid up front: save $20."),
        Good("They sold 300 tickets at $20 each, for a total of $6,000."),
        Bad("The rent is $1,000 a month, or [[$10,000]] a year."),
        Bad("They sold 300 tickets at $20 each, for a total of [[$5,000]]."),
        Bad("The $900 will be shared among three clubs, or [[$400]] each."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Multiply the rates and prices of each sentence."""
        for sentence, group in by_sentence(doc):
            several = amounts(group)
            is_rate = any(one.per for one in several) or "each" in doc[sentence]
            if not is_rate or _PLUS.search(doc.text, sentence):
                continue
            for one, two in itertools.pairwise(several):
                if is_own(doc, one, two):
                    yield from self._rates(doc, one, two)
            for index in range(len(several) - 2):
                three = several[index : index + 3]
                if is_own(doc, *three):
                    yield from self._each(doc, three)
                    yield from self._shared(doc, three)

    def _rates(self, doc: Document, one: Quantity, two: Quantity) -> Iterator[Finding]:
        times, other = _A_YEAR.get(one.per), _A_YEAR.get(two.per)
        if not times or not other or times == other or not is_like(one, two):
            return
        if not _OR.fullmatch(between(doc, one, two)):
            return
        factor = times / other
        yield from self._compare(two, (one.low * factor, one.high * factor), _NEAR, one,
                                 f"{said(one.value, one)} a {one.per} is "
                                 f"{said(one.value * factor, one)} a {two.per}.")  # fmt: skip

    def _each(self, doc: Document, three: list[Quantity]) -> Iterator[Finding]:
        count, price, total = three
        if not (count.is_count and price.kind == "money" and is_like(price, total)):
            return
        is_each = price.per in _EACH and price.lead in ("at", "for", "cost", "of")
        if not is_each and "each of the " not in doc.before(count.span, 12).lower():
            return
        if len(between(doc, count, price)) > 30 or not _TOTAL.fullmatch(between(doc, price, total)):
            return
        value = count.value * price.value
        yield from self._compare(total, (count.low * price.low, count.high * price.high), _CLOSE,
                                 price, f"{round(count.value):,} at {said(price.value, price)} is "
                                 f"{said(value, price)}.")  # fmt: skip

    def _shared(self, doc: Document, three: list[Quantity]) -> Iterator[Finding]:
        total, count, each = three
        if not (count.kind == "count" and total.kind == "money" and is_like(total, each)):
            return
        if each.per != "each" and "each" not in between(doc, count, each):
            return
        if not _SHARED.fullmatch(between(doc, total, count)) or not count.value:
            return
        if _SO.fullmatch(between(doc, count, each)):
            value = total.value / count.value
            yield from self._compare(each, (total.low / count.high, total.high / count.low), _CLOSE,
                                     total, f"{said(total.value, total)} shared among "
                                     f"{round(count.value):,} is {said(value, each)}.")  # fmt: skip

    def _compare(
        self,
        said_: Quantity,
        right: tuple[float, float],
        slack: float,
        witness: Quantity,
        what: str,
    ) -> Iterator[Finding]:
        if said_.high < right[0] * (1 - slack) or said_.low > right[1] * (1 + slack):
            yield self.find(said_.span, what, related=(Related(witness.span),))
