"""A total that the parts in its sentence, or in the one beside it, do not add up to."""

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
from lint_rules.facts._quantities import amounts, is_like, is_own, said, with_before

_KINDS = ("count", "money")
_BEFORE = pattern(
    r"(?i)(?:\b(?:a|the|its|their|our|\w+[’']s)\s(?:[a-z]+\s)?total\s(?:[a-z]+\s)?(?:of|to|at)"
    r"|\b(?:a|the)\scombined|\ball\stold,?|\baltogether,?|\bin\sall,?|\bin\stotal,?"
    r"|\badds?\sup\sto|\badding\sup\sto|\btotals|\btotal(?:l)?ing|\bsum\sof)\s\Z"
)
_AFTER = pattern(
    r"(?i)(?:\s[a-z’-]+){0,2},?\s(?:in\sall|in\stotal|altogether|all\stold|combined)\b"
)
_MADE_UP = pattern(
    r"(?i)(?:\s[a-z’-]+){0,3},?\s(?:made\sup\sof|consisting\sof|comprising|composed\sof"
    r"|that\sis|divided\sinto|split\sinto)\s\Z"
)
_OPEN = pattern(
    r"(?i)\b(?:including|among|most|mostly|some|several|many|few|fewer|others?|rest|remaining|half"
    r"|of\sthem|of\swhom|of\swhich|whom|per|each|every|both|or|than|compared|since|minus|less|another|also|both"
    r"|dozens?|hundreds|thousands|then|later|previous(?:ly)?|earlier|last\syear|average|remain\w*|left"
    r"|spent|lost|returned|first|second|third|plus|matched|goal|target|needed?|short|with\shis|with\sher"
    r"|an?\s(?:man|woman|boy|girl|child|driver|pilot|guard|guide|third|fourth|baby|infant))\b"
)
_LIST = pattern(r"(?i)(?:\s[a-z’-]+){0,5}?(?:,|,?\sand|;|,?\splus)\s\Z")
_JOINED = pattern(r"(?i)(?:\s[a-z’-]+){1,3}?\s(?:and|plus)\s\Z")
_PAIRS = tuple(
    frozenset(pair.split())
    for pair in ("man woman", "boy girl", "adult child", "male female", "father mother",
                 "son daughter")
)  # fmt: skip
_PEOPLE = frozenset((
    "", "person", "pupil", "student", "child", "patient", "victim", "passenger", "worker", "member",
    "survivor", "juror", "suspect", "adult", "teenager", "hostage",
))  # fmt: skip
_TAKEN_UP = pattern(r"(?i)(?:\b(?:the|those|these|all(?:\sof)?(?:\sthe)?)|\bwith)\s\Z")
_ENDS = pattern(r"(?i)\s(?:of|who|in|on|from|other|others|more|at)\b|-")
_NOT_PARTS = frozenset(("from", "to", "by", "than", "between", "another", "with"))
_FEWEST, _MOST = 2, 5
_APART = 0.25  # what misses its total by more has other parts
_ROOM = 220  # code points from the first part to the total


class Total(Rule):
    """A total is what its parts add up to, wherever they stand.

    “12 buses in 2023 and eight more in 2024, for a total of 22” is two too many. The rule adds
    up what comes before “a total of”, “in all”, “altogether” or “combined”, in the sentence and
    in the one before it, what follows “made up of”, and men and women whom the next sentence
    takes up as “the eight”. Lists that are open, vague numbers and quoted speech are left alone.
    """

    id = "facts/total"
    severity = Severity.ASK
    triggers = (
        "total", "totals", "totaling", "totalling", "combined", "altogether", "all", "sum", "up",
        "women", "girls", "children", "female", "daughters", "mothers", "comprising", "consisting",
        "composed",
    )  # fmt: skip
    yields_to = ("facts/parts", "facts/sum")
    examples = (
        Good("It bought 12 buses in 2023 and eight more in 2024, for a total of 20 buses."),
        Good("It lost 14 homes and nine barns. Altogether 25 buildings burned, two of them shops."),
        Good("Three men and four women were hurt. The seven are well; the eight in Ohio are too."),
        Bad("It bought 12 buses in 2023 and eight more in 2024, for a total of [[22]] buses."),
        Bad("Fire took 14 houses in Ash and nine houses in Elm. Altogether [[25]] houses burned."),
        Bad("Three men and four women were hurt. The [[eight]] are expected to live."),
        Bad("The crew of [[11]], made up of seven Danes and five Poles, was rescued."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Add up the figures of one kind in every two sentences."""
        for _, group, near in with_before(doc):
            found = _found(doc, _counted(near), _counted(group))
            if found is not None and is_own(doc, found[0], *found[1]):
                yield self._told(*found)

    def _told(self, total: Quantity, parts: list[Quantity]) -> Finding:
        added = sum(part.value for part in parts)
        terms = " + ".join(said(part.value, part) for part in parts)
        return self.find(
            total.span,
            f"The parts add up to {said(added, total)}, not {said(total.value, total)}.",
            evidence=f"{terms} = {said(added, total)}.",
            related=tuple(Related(one.span) for one in parts),
        )


def _counted(group: tuple[Quantity, ...]) -> list[Quantity]:
    return [one for one in amounts(group) if one.kind in _KINDS]


def _found(
    doc: Document, near: list[Quantity], here: list[Quantity]
) -> tuple[Quantity, list[Quantity]] | None:
    """A total and its parts that miss it; None if there are none."""
    for index, one in enumerate(here):
        if _is_marked(doc, one):
            parts = _parts(one, here[:index]) or _parts(one, [*near, *here[:index]])
            if parts and _is_closed(doc, parts[0], one) and _is_wrong(one, parts):
                return one, parts
    if here and (parts := _made_up(doc, here)) and _is_wrong(here[0], parts):
        return here[0], parts
    return _taken_up(doc, near, here)


def _is_marked(doc: Document, one: Quantity) -> bool:
    return (
        _BEFORE.search(doc.before(one.span, 40)) is not None
        or _AFTER.match(doc.text, (one.span.end, one.sentence.end)) is not None
    )


def _parts(total: Quantity, others: list[Quantity]) -> list[Quantity]:
    """The parts of a total: all figures of its kind before it, if they count one thing."""
    alike = [one for one in others if is_like(one, total)]
    nouns = {one.noun for one in alike} - {"", "more"}
    if not _FEWEST <= len(alike) <= _MOST or len(alike) != len(others) or len(nouns) > 1:
        return []
    if total.kind == "count" and nouns and total.noun not in ("", *nouns):
        return []
    is_exact = all(one.is_exact and one.lead not in _NOT_PARTS for one in alike)
    return alike if is_exact and len({one.fate for one in alike}) == 1 else []


def _is_closed(doc: Document, first: Quantity, total: Quantity) -> bool:
    """Whether nothing between the first part and the total says that there are others."""
    text = doc.text[first.sentence.start : total.span.start]
    return total.span.start - first.span.start < _ROOM and not _OPEN.search(text)


def _is_wrong(total: Quantity, parts: list[Quantity]) -> bool:
    if not total.is_exact or not all(part.is_exact for part in parts):
        return False
    added = sum(part.value for part in parts)
    units = [one.number.unit for one in (total, *parts)]
    slack = sum(units) / 2 if max(units) > 1 else 0
    largest = max(part.value for part in parts)
    return largest < total.value and slack < abs(added - total.value) <= max(
        _APART * total.value, 1
    )


def _made_up(doc: Document, here: list[Quantity]) -> list[Quantity]:
    """What follows “made up of” as one list."""
    total, parts = here[0], here[1:]
    if not _FEWEST <= len(parts) <= _MOST or not all(is_like(one, total) for one in parts):
        return []
    if not _MADE_UP.fullmatch(doc.text[total.span.end : parts[0].span.start]):
        return []
    if any(
        not _LIST.fullmatch(doc.text[one.span.end : two.span.start])
        for one, two in itertools.pairwise(parts)
    ):
        return []
    end = doc.text[parts[-1].span.end : min(parts[-1].sentence.end, parts[-1].span.end + 60)]
    return (
        []
        if _OPEN.search(end) or _OPEN.search(doc.text, (total.span.end, parts[-1].span.end))
        else parts
    )


def _taken_up(
    doc: Document, near: list[Quantity], here: list[Quantity]
) -> tuple[Quantity, list[Quantity]] | None:
    """“Three men and four women were hurt. The eight …”"""
    if len(near) != _FEWEST or len(here) != 1 or {near[0].noun, near[1].noun} not in _PAIRS:
        return None
    total = here[0]
    if not _JOINED.fullmatch(doc.text[near[0].span.end : near[1].span.start]):
        return None
    if (
        total.kind != "count"
        or total.noun not in _PEOPLE
        or not _TAKEN_UP.search(doc.before(total.span, 12))
    ):
        return None
    end = max(total.thing.end, total.span.end)
    text = doc[near[0].sentence]
    if _ENDS.match(doc.text[end : end + 12]) or _OPEN.search(text) or not _is_wrong(total, near):
        return None
    return total, near
