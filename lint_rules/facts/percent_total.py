"""Shares of one whole that add up to more than all of it."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Related, Rule, Severity, pattern
from lint_rules.facts._quantities import by_sentence, is_own

_PAIRS = tuple(
    (pattern(rf"(?i)\b(?:{one})\b"), pattern(rf"(?i)\b(?:{other})\b"))
    for one, other in (
        ("approved?|approval", "disapproved?|disapproval"),
        ("yes", "no"),
        (
            "for|favou?r|favou?red|support|supported|backed|approved|passed",
            "against|oppose|opposed",
        ),
        ("agreed?", "disagreed?"),
        ("satisfied", "dissatisfied"),
        ("remain", "leave"),
    )
)
_PART_OF = pattern(r"(?i)\bof (?:the|those|these)(?: \w+)? [\d.]+ ?(?:%|percent)")
_SEXES = ({"man", "woman"}, {"male", "female"}, {"boy", "girl"})
_OTHER = pattern(
    r"(?i)\b(?:from|than|compared|last|earlier|previous(?:ly)?|up|down|rose|fell|points?|margin|among|while"
    r"|both|also|another|respectively|turnout|20\d\d|19\d\d|of\s(?:the\s)?(?:men|women|republicans|democrats))\b"
)
_MOST = 140
_LEAST = 101.5  # what rounding of three shares explains


class PercentTotal(Rule):
    """Shares of one whole are not more than 100 percent.

    “52 percent voted for, 44 percent against and 9 percent undecided” is 105 percent. The
    rule adds up the percentages of a sentence whose answers exclude each other: yes and no,
    for and against, men and women. Comparisons and quoted speech are left alone.
    """

    id = "facts/percent-total"
    severity = Severity.ASK
    triggers = (
        "disapprove", "disapproved", "against", "opposed", "oppose", "no", "women", "female",
        "girls", "disagree", "disagreed", "dissatisfied", "leave",
    )  # fmt: skip
    examples = (
        Good("In all, 52 percent voted for it, 44 percent against and 4 percent were undecided."),
        Good("Some 80 percent of men and 60 percent of women said so."),
        Bad(
            "In all, 52 percent voted for it, 44 percent against and [[9 percent]] were undecided."
        ),
        Bad("Of those asked, 58 percent said yes and [[47 percent]] said no."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Add up the percentages of each sentence with two answers that exclude each other."""
        for sentence, group in by_sentence(doc):
            shares = [one for one in group if one.kind == "percent"]
            if not 2 <= len(shares) <= 5 or not is_own(doc, *shares):
                continue
            added = sum(one.value for one in shares)
            if not _LEAST < added <= _MOST or sum(min(one.low, one.value) for one in shares) <= 100:
                continue
            text = doc[sentence]
            if _OTHER.search(text) or _PART_OF.search(text):
                continue
            is_pair = any(a.search(text) and b.search(text) for a, b in _PAIRS)
            if not is_pair and {one.noun for one in shares[:2]} not in _SEXES:
                continue
            yield self.find(
                shares[-1].span,
                f"The shares add up to {added:g}%, more than the whole.",
                evidence=f"{' + '.join(f'{one.value:g}' for one in shares)} = {added:g}.",
                related=tuple(Related(one.span) for one in shares[:-1]),
            )
