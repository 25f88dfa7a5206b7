"""A decade or century and years that are not in it."""

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
from lint_rules._shared.numbers import nth
from lint_rules.facts._quantities import between, by_sentence, is_own

_FROM = pattern(r",?\s(?:\((?:from\s)?|from\s)")
_BUILT = pattern(
    r"(?i)[^.:]{0,40}?[,;(]?\s?\(?(?:it\swas\s|was\s|and\s)?(?:built|erected|completed|founded|constructed|painted"
    r"|written|born|dating\sfrom|dating\sto|begun|opened)\s(?:in|from)\s"
)
_BRACKET = pattern(r"(?:-century)?(?:\s[a-z]+){0,2}\s\(")
_BUT = pattern(
    r"(?i)\b(?:re-?built|restor\w*|renovat\w*|replaced|but|although|until|since|before|after|style"
    r"|later|on the site)\b"
)


class Period(Rule):
    """Years lie in the decade or the century that the copy gives for them.

    1850 is in the 19th century, and the 1990s do not go on to 2009. The rule compares a
    century with the year in which the copy says something was built, founded or written,
    and a decade with its first and last year.
    """

    id = "facts/period"
    severity = Severity.ASK
    triggers = ("century", "s from", "s (", "s, from")
    examples = (
        Good("The 1990s, from 1990 to 1999, were good."),
        Good("The house dates to the 18th century; it was built in 1750."),
        Good("The 18th-century house was rebuilt in 1850."),
        Bad("The 1990s, from 1990 to [[2009]], were good."),
        Bad("The house dates to the 18th century; it was built in [[1850]]."),
        Bad("The 19th-century church, built in [[1780]], is closed."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare centuries and decades with the years beside them."""
        for _, group in by_sentence(doc):
            for index, (one, two) in enumerate(itertools.pairwise(group)):
                if two.kind != "year" or not is_own(doc, one, two):
                    continue
                text = between(doc, one, two)
                if one.kind == "ordinal" and one.noun == "century":
                    yield from self._century(doc, text, one, two)
                elif one.unit == "decade" and one.kind == "year":
                    last = group[index + 2] if index + 2 < len(group) else two
                    yield from self._decade(doc, text, one, two, last)

    def _century(self, doc: Document, text: str, one: Quantity, two: Quantity) -> Iterator[Finding]:
        century = (round(two.value) - 1) // 100 + 1
        if century == one.value or round(two.value) == one.value * 100 - 100 or two.lead == "bc":
            return
        tail = text[text.find("century") + 7 :] if "century" in text else text
        is_told = _BUILT.fullmatch(tail) or _BRACKET.fullmatch(text)
        if not is_told or _BUT.search(text) or two.other:
            return
        if "b.c" not in doc.after(two.span, 8).lower():
            yield self.find(
                two.span,
                f"{round(two.value)} is in the {nth(century)} century, "
                f"not the {nth(round(one.value))}.",
                related=(Related(one.span),),
            )

    def _decade(
        self, doc: Document, text: str, one: Quantity, two: Quantity, last: Quantity
    ) -> Iterator[Finding]:
        start = doc.before(one.span, 12).lower()
        if not _FROM.fullmatch(text) or "early" in start or "late" in start or "mid" in start:
            return
        end = two.other or (last.value if last.kind == "year" and last.lead == "to" else 0)
        if end and two.value == one.value and not one.value + 9 <= end <= one.value + 10:
            yield self.find(
                two.span if two.other else last.span,
                f"The {round(one.value)}s end in {round(one.value) + 9}, not {round(end)}.",
                related=(Related(one.span),),
            )
