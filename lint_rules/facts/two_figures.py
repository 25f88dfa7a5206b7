"""One thing that the body gives two figures."""

from __future__ import annotations

from copydesk import (
    FIGURES,
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Quantity,
    Related,
    Rule,
    Severity,
    scan,
)
from lint_rules.facts import _same_thing, _scales, _tops
from lint_rules.facts._quantities import has_several, is_own

_TWO_DIGITS = scan(r"\d\d|\d[ -]", at=FIGURES, after=2)
_KINDS = frozenset(("count", "money", "percent", "score"))
_PROSE = frozenset(("paragraph", "list-item"))
_MOST = 60  # figures of one kind; a story with more of them is a table in words
_BACK = 20  # figures of the kind before one with which it is compared


class TwoFigures(Rule):
    """One thing has one figure from start to end.

    “The budget is $3.2 million” and, further down, “the $3.2 billion budget”: one of them is
    mistyped. The rule compares figures of one kind, wherever they stand: sums of money, shares,
    scores, numbers of the same things and people of the same fate. It asks if one could be a
    slip for the other and the words near them are the same, or if “the 50 stalls” follows “40
    stalls” and nothing in between makes it 50. Other days, names, parts, and sums of parts make
    a figure another one; quoted speech is left alone.
    """

    id = "facts/two-figures"
    severity = Severity.ASK
    scans = (_TWO_DIGITS,)
    examples = (
        Good("The hall has 40 stalls on two floors. The 40 stalls are let."),
        Good("The hall has 40 stalls and will get 10 more in May. The 50 stalls are let."),
        Good("The county will pay for the $4 million bridge at Sall. The $40 million bridge at "
             "Holm is old."),
        Bad("The hall has 40 stalls on two floors. The [[50]] stalls are let."),
        Bad("The board passed a budget of $3.2 million. The [[$3.2 billion]] budget has no raise."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare each figure of the body with those of its kind before it."""
        if not has_several(doc):
            return
        seen: set[Quantity] = set()
        for one, other in (*_scales.scales(doc), *_pairs(doc)):
            if other not in seen:
                seen |= {one, other}
                yield self.find(
                    other.span,
                    f"{doc[other.span]} here, {doc[one.span]} above: which is right?",
                    evidence="The words near both figures are about the same thing.",
                    related=(Related(one.span, "the other figure"),),
                )


def _pairs(doc: Document) -> Iterator[tuple[Quantity, Quantity]]:
    """Figures of one thing that differ, the earlier first."""
    groups: dict[str, list[Quantity]] = {}
    for one in _tops.in_body(doc):
        if one.kind in _KINDS and doc.parsed.slots[one.slot].kind in _PROSE:
            groups.setdefault(one.kind, []).append(one)
    for group in groups.values():
        if 1 < len(group) <= _MOST:
            yield from _in_group(doc, [one for one in group if one.is_exact and is_own(doc, one)])


def _in_group(doc: Document, group: list[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    for index, one in enumerate(group):
        for other in group[max(0, index - _BACK) : index]:
            if _same_thing.is_same(doc, other, one):
                yield other, one
                break
