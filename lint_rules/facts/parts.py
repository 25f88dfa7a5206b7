"""A total in a sentence and parts beside it that do not add up to it."""

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
    Span,
    pattern,
)
from lint_rules.facts._quantities import amounts, between, every_sentence, is_like, is_own, said

_KINDS = ("count", "money")
_WHOLE_BEFORE = pattern(
    r"(?i)(?:\b(?:for|making|bringing|with|or)\s)?\b(?:an?|the)\s(?:grand\s|combined\s|overall\s)?total\s(?:of|to)\s\Z"
)
_WHOLE_AFTER = pattern(r"(?i)(?:\s[a-z’-]+){0,2},?\s(?:in\sall|in\stotal|altogether|all\stold)\b")
_OPEN = pattern(
    r"(?i)\b(?:including|among|most|mostly|some|several|many|few|others?|rest|remaining|half|dozens?"
    r"|more|less|fewer|another|over|of\sthem|of\swhom|of\swhich|which|whom|per|each|every|both|or|than|up|down"
    r"|then|later|before|after|compared|followed|additional(?:ly)?|also|when|while|plus|only|just|since|but|an?\s(?:child|boy|girl|man|woman|person|baby|toddler|infant|third|fourth))\b"
)
_LINK = pattern(r"(?:,|,?\s(?:and|plus)|;)\s(?:(?:the|a)\s)?\Z")
_LISTED = pattern(r",\s\Z|,\swith\s\Z")
_AT = frozenset(("in", "on", "from", "at", "for", "by", "to", "against", "during", "under"))
_OPPOSED = tuple(
    (pattern(rf"(?i)\b(?:{one})\b"), pattern(rf"(?i)\b(?:{other})\b"))
    for one, other in (
        ("men|man|boys?|males?", "women|woman|girls?|females?"),
        ("adults?", "children"),
        ("for|favou?r|yes", "against|opposed|no"),
        ("democrats?", "republicans?"),
        ("civilians?", "soldiers?|officers?|fighters?"),
        ("passengers?", "crew"),
        ("students?|pupils?", "teachers?"),
        (
            "let|rented|leased|taken|occupied|filled|sold|booked|used|in use",
            "empty|vacant|free|unsold|unused|idle|available|unlet",
        ),
        ("open", "closed|shut"),
        ("passed", "failed"),
        ("full-time", "part-time"),
    )
)
_OF = pattern(r"(?i)\bof\s(?:the|its|those|all)?\s?\Z")
_EXCLUSIVE = pattern(
    r"(?i)\bsaid\s(?:yes|no)\b|\bvoted\s(?:yes|no|for|against|in\sfavou?r)|\b(?:in\sfavou?r|opposed|approved|rejected"
    r"|survived|died|passed|failed|won|lost|live|lived)\b"
)
_THOSE = pattern(r"(?i)of (?:those|them|these|the (?:dead|victims|injured|total)),? (?:about )?")
_NOT_PARTS = frozenset(("from", "to", "by", "than", "of", "between"))
_ROOM = 60  # code points from one part to the next
_MOST_APART = 0.25  # what is further from its total than this is only an example of parts


class Parts(Rule):
    """The parts of a total add up to it, whether it comes first or last.

    “31 arrests, 14 on Friday and 18 on Saturday” has one too many; so has “five in Ohio
    and six in Iowa, 12 in all”. The rule looks at lists whose members are alike, and at
    parts that cannot overlap (“of the 120, 80 said yes and 60 said no”). Vague numbers,
    lists that are only examples and quoted speech are left alone.
    """

    id = "facts/parts"
    severity = Severity.ASK
    triggers = ("total", "all", "altogether", "of", ", ")
    examples = (
        Good("Police made 31 arrests, 14 on Friday and 17 on Saturday."),
        Good("Of the 120 people asked, 80 were women and 60 said yes."),
        Good("The storm hit 31 towns, 14 of them on Friday and 18 in the night."),
        Bad("Police made [[31]] arrests, 14 on Friday and 18 on Saturday."),
        Bad("Five people died in Ohio and six in Iowa, [[12]] in all."),
        Bad("They gave $12,000 in May and $13,000 in June, a total of [[$24,000]]."),
        Bad("Of the 120 people asked, 80 said yes and [[60]] said no."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Add up the lists of each sentence that has three figures of one kind."""
        before: tuple[Span, tuple[Quantity, ...]] = (Span(0, 0), ())
        for sentence, group in every_sentence(doc):
            several = [one for one in amounts(group) if one.kind in _KINDS]
            if len(several) == 2:
                found = _across(doc, before, sentence, several)
                if found is not None:
                    yield self._told(*found, found[1][-1])
            elif len(several) > 2 and is_own(doc, *several):
                yield from self._within(doc, sentence, several)
            before = (sentence, group)

    def _within(self, doc: Document, sentence: Span, several: list[Quantity]) -> Iterator[Finding]:
        found = _of(doc, sentence, several)
        if found is not None:
            yield self._told(*found, found[1][-1])
            return
        found = _behind(doc, sentence, several) or _before(doc, sentence, several)
        if found is not None:
            yield self._told(*found, found[0])

    def _told(self, total: Quantity, parts: list[Quantity], at: Quantity) -> Finding:
        added = sum(part.value for part in parts)
        terms = " + ".join(said(part.value, part) for part in parts)
        return self.find(
            at.span,
            f"The parts add up to {said(added, total)}, not {said(total.value, total)}.",
            evidence=f"{terms} = {said(added, total)}.",
            related=tuple(Related(one.span) for one in (total, *parts) if one is not at),
        )


def _is_wrong(total: Quantity, parts: list[Quantity]) -> bool:
    """Whether exact parts of one kind miss their total by little, but more than rounding."""
    if not total.is_exact or not all(part.is_exact and is_like(part, total) for part in parts):
        return False
    added = sum(part.value for part in parts)
    slack = sum(one.number.unit for one in (total, *parts)) / 2 if total.number.unit != 1 else 0
    slack = max(slack, sum(one.number.unit for one in parts if one.number.unit != 1) / 2)
    missing = abs(added - total.value)
    return (
        slack < missing <= max(_MOST_APART * total.value, 1)
        and max(part.value for part in parts) < total.value
    )


def _is_list(doc: Document, parts: list[Quantity]) -> bool:
    """Whether figures follow each other as in “five in Ohio, six in Iowa and two in Utah”."""
    for one, two in itertools.pairwise(parts):
        text = between(doc, one, two)
        if (
            two.lead in _NOT_PARTS
            or len(text) > 60
            or _LINK.search(text) is None
            or _OPEN.search(text)
            or ";" in text[:-2]
        ):
            return False
    return True


def _behind(
    doc: Document, sentence: Span, several: list[Quantity]
) -> tuple[Quantity, list[Quantity]] | None:
    """A total after its parts: “…, a total of 12”, “…, 12 in all”."""
    total, parts = several[-1], several[:-1]
    marked = _WHOLE_BEFORE.search(doc.before(total.span, 40))
    marked = marked or _WHOLE_AFTER.match(doc.text, (total.span.end, sentence.end))
    if not marked or len(parts) < 2 or not _is_list(doc, parts):
        return None
    text = between(doc, parts[-1], total)
    if (
        len(text) > 60
        or _OPEN.search(text.replace("for a", ""))
        or _is_open_before(doc, sentence, parts[0])
    ):
        return None
    return (total, parts) if _is_wrong(total, parts) else None


def _is_open_before(doc: Document, sentence: Span, first: Quantity) -> bool:
    return _OPEN.search(doc.text, (sentence.start, first.span.start)) is not None


def _before(
    doc: Document, sentence: Span, several: list[Quantity]
) -> tuple[Quantity, list[Quantity]] | None:
    """A total before its parts: “31 arrests, 14 on Friday and 18 on Saturday”."""
    total, parts = several[0], several[1:]
    if not (total.noun or total.fate or total.kind == "money") or not _is_list(doc, parts):
        return None
    text = between(doc, total, parts[0])
    if len(text) > 70 or not _LISTED.search(text) or _OPEN.search(text) or text.count(",") > 1:
        return None
    tail = doc.text[parts[-1].span.end : sentence.end]
    if (
        len(tail) > 60
        or "," in tail
        or _OPEN.search(tail)
        or not _are_alike(doc, parts, sentence.end)
    ):
        return None
    return (total, parts) if _is_wrong(total, parts) else None


def _are_alike(doc: Document, parts: list[Quantity], end: int) -> bool:
    """Whether the parts are told in one way: the same preposition after each, or men and women."""
    firsts = {(doc.after(part.span, 14).split() or [""])[0].lower().strip(",.") for part in parts}
    if len(firsts) == 1 and firsts <= _AT:
        return True
    return _are_opposed(_told_of(doc, parts, end))


def _told_of(doc: Document, parts: list[Quantity], end: int) -> list[str]:
    """What is said of each part, up to the next one."""
    ends = [part.span.start for part in parts[1:]] + [end]
    return [doc.text[part.span.end : end] for part, end in zip(parts, ends, strict=True)]


def _are_opposed(told: list[str]) -> bool:
    """Whether two parts cannot overlap: men and women."""
    if len(told) != 2:
        return False
    return any(
        bool(a.search(told[x])) and bool(b.search(told[1 - x]))
        and not b.search(told[x]) and not a.search(told[1 - x])
        for a, b in _OPPOSED for x in (0, 1)
    )  # fmt: skip


def _of(
    doc: Document, sentence: Span, several: list[Quantity]
) -> tuple[Quantity, list[Quantity]] | None:
    """“Of the 120 people asked, 80 said yes and 60 said no”: more than there are."""
    total, parts = several[0], several[1:]
    start = doc.text[sentence.start : total.span.start]
    if len(start) > 16 or not _OF.search(start) or not total.is_count:
        return None
    if not _is_wrong(total, parts) or sum(part.value for part in parts) <= total.value:
        return None
    told = _told_of(doc, parts, sentence.end)
    if any(_OPEN.search(one) for one in told):
        return None
    if not all(_EXCLUSIVE.search(one) for one in told) and not _are_opposed(told):
        return None
    return total, parts


def _across(
    doc: Document,
    before: tuple[Span, tuple[Quantity, ...]],
    sentence: Span,
    parts: list[Quantity],
) -> tuple[Quantity, list[Quantity]] | None:
    """“31 people were held. Of those, 14 were men and 18 were women.”"""
    wholes = [one for one in amounts(before[1]) if one.kind in _KINDS]
    if len(wholes) != 1 or not 0 <= sentence.start - before[0].end <= 2 or len(parts) != 2:
        return None
    start = doc.text[sentence.start : parts[0].span.start]
    if _THOSE.fullmatch(start) is None and (start or not wholes[0].fate):
        return None
    told = _told_of(doc, parts, sentence.end)
    total = wholes[0]
    if not is_own(doc, total, *parts) or not (total.noun or total.fate) or not _are_opposed(told):
        return None
    if any(_OPEN.search(one) for one in told) or not _is_wrong(total, parts):
        return None
    return total, parts
