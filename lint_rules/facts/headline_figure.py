"""A figure in the headline, deck or caption that the body nowhere gives."""

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
    Slot,
    quantities,
)
from lint_rules.facts import _same_thing
from lint_rules.facts._found_in import is_direct, is_printed
from lint_rules.facts._quantities import is_like
from lint_rules.facts._ties import slip
from lint_rules.facts._tops import in_body, is_same_news, lead_of, stems, tops

_KINDS = frozenset(("count", "money", "percent", "points", "score", "age", "measure"))
_MORE = ("more ", "other ", "additional ", "extra ", "further ", "fewer ", "less ")
_LEADS = frozenset(("another", "first", "last", "top", "every", "between", "past", "next"))
_LEAST, _MOST = 0.12, 8  # by what factor the story's figure may differ
_SHARED = 0.4  # of the words of the headline that a sentence repeats
_FEWEST, _HALF = 3, 0.5  # words of the headline in the sentence that retells it
_NAMED = 3  # as many people or things a story may give by name only
_SEVERAL = 2  # figures of the kind in the opening paragraphs, at most
_LEFT = ("person", "other")
_ADDED = frozenset(("more", "other", "another", "additional", "new", "extra", "further"))
_VAGUE = ("other", "year", "time", "thing", "day", "way", "reason")  # nouns that say too little


class HeadlineFigure(Rule):
    """A figure in headline, deck or caption is one that the story gives.

    “County to spend $4 million on roads” above “will spend $40 million on roads”: one of them
    was updated, or mistyped. The rule looks at money, percentages, numbers of things, scores
    and ages. It asks only if no figure of the body, as printed, rounded, added up, halved or
    worked out from two others, is the one of the headline, and if the opening paragraphs have
    another one of the same kind in a sentence with the headline’s words. Tolls are for
    `facts/headline-number`.
    """

    id = "facts/headline-figure"
    severity = Severity.ASK
    yields_to = ("facts/headline-number",)
    examples = (
        Good("Rents up 5%\n\nRents rose 4.8 percent in May, figures show.\n\nThey fell in June.\n"),
        Good("Port to cut 300 jobs\n\nThe port will cut 180 jobs in May and 120 jobs in June, "
             "it said.\n\nNobody came.\n"),
        Bad("Rents up [[5%]]\n\nRents rose 15 percent in May, figures show.\n\nThey fell in "
            "June.\n"),
        Bad("Port to cut [[320]] jobs\n\nThe port will cut 230 jobs, it said.\n\nNobody came.\n"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look for each figure of headline, deck and caption in the body."""
        found = tops(doc)
        if not found:
            return
        body, lead = in_body(doc), lead_of(doc)
        opening = [one for one in body if lead.holds(one.span)]
        for slot in found:
            for top in _in_slot(doc, slot):
                one = _other(doc, slot, top, opening)
                if one is not None:
                    yield self._told(doc, slot, top, one)

    def _told(self, doc: Document, slot: Slot, top: Quantity, one: Quantity) -> Finding:
        return self.find(
            top.span,
            f"The {slot.kind} says {doc[top.span]}, the story {doc[one.span]}: "
            "check which is right.",
            evidence="Nothing in the body gives the first of them.",
            related=(Related(one.span, "the figure in the story"),),
        )


def _other(doc: Document, slot: Slot, top: Quantity, opening: list[Quantity]) -> Quantity | None:
    """The figure of the story that a figure of the headline should be; None if it is given."""
    body = in_body(doc)
    alike = [one for one in body if _is_alike(top, one) and (_is_near(top, one) or slip(top, one))]
    same = (top.value, top.other)
    if not alike or is_direct(top, body) or any((one.value, one.other) == same for one in alike):
        return None
    if slot.kind == "caption":  # of one of several people, in one of several places
        alike = [one for one in alike if slip(top, one) not in ("", "small")]
    told = None if not alike else _retold(doc, slot, top, alike)
    if told is not None:
        return told
    if is_printed(top, body):
        return None
    only = _only_one(doc, top, body)
    if only is not None:
        return only
    slips = [one for one in alike if _is_slip(doc, slot, top, one)]
    if len({one.value for one in slips}) == 1:
        return None if slips[0].is_quoted else slips[0]
    if top.kind == "count" and top.value <= _NAMED:
        return None
    near = [one for one in opening if _is_alike(top, one)]
    if not 0 < len({(one.value, one.other) for one in near}) <= _SEVERAL:
        return None
    told_ = [one for one in near if one in alike and is_same_news(doc, slot, one.sentence)]
    return told_[0] if told_ and not told_[0].is_quoted else None


def _only_one(doc: Document, top: Quantity, body: tuple[Quantity, ...]) -> Quantity | None:
    """The only number that the story gives of the things of the headline; None without one."""
    if top.kind != "count" or top.fate or top.noun in _same_thing.LOOSE or not top.is_exact:
        return None
    alike = [one for one in body if one.kind == "count" and one.noun == top.noun]
    if len({one.value for one in alike}) != 1 or not _is_near(top, alike[0]):
        return None
    one, mine = alike[0], doc[top.thing].lower().split()[:-1]
    its = doc[one.thing].lower().split()[:-1]
    is_whole = one.is_exact and one.lead not in _LEADS and not set(its) & _ADDED
    return one if is_whole and set(mine) <= set(its) and not one.is_quoted else None


def _retold(doc: Document, slot: Slot, top: Quantity, alike: list[Quantity]) -> Quantity | None:
    """The figure in the sentence that says what the headline says; None if several do."""
    if top.kind == "age":
        return None
    mine = stems(doc, slot.span)
    shared = [(len(mine & stems(doc, one.sentence)), one) for one in alike]
    most = max(both for both, _ in shared)
    best = [one for both, one in shared if both == most]
    least = max(_FEWEST + (top.noun in _LEFT), _HALF * len(mine))
    if most < least or len({one.value for one in best}) > 1 or best[0].is_quoted:
        return None
    return best[0]


def _is_slip(doc: Document, slot: Slot, top: Quantity, one: Quantity) -> bool:
    """Whether a headline’s figure is mistyped: most words of the headline are near the other."""
    how = slip(top, one)
    if not how or (how == "small" and top.kind != "money"):
        return False
    mine, its = stems(doc, slot.span), stems(doc, one.sentence)
    both = len(mine & its)
    if how == "scale":
        return both > 0
    return both > 1 and both >= _SHARED * min(len(mine), len(its))


def _in_slot(doc: Document, slot: Slot) -> list[Quantity]:
    """The figures of a headline that can be compared."""
    return [
        one
        for one in quantities(doc)
        if slot.span.holds(one.span)
        and one.kind in _KINDS
        and not (one.is_quoted or one.lead in _LEADS)
        and not (one.kind == "count" and not one.fate and (not one.noun or one.noun in _VAGUE))
        and not doc[one.thing].strip().lower().startswith(_MORE)
    ]


def _is_alike(top: Quantity, one: Quantity) -> bool:
    """Whether two figures are of one kind, unit, noun or fate, and rate."""
    if not is_like(one, top) or (top.per and one.per and top.per != one.per):
        return False
    if one.kind == "score":
        return (one.value == top.value) != (one.other == top.other)
    if one.kind != "count":
        return True
    return one.fate == top.fate if top.fate else one.noun == top.noun


def _is_near(top: Quantity, one: Quantity) -> bool:
    """Whether two figures may be meant as one."""
    return bool(top.value) and _LEAST <= one.value / top.value <= _MOST
