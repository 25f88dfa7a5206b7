"""A part, its whole and its share that do not fit: “56 of 280, or 25 percent”."""

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
    Span,
    pattern,
)
from lint_rules.facts._quantities import (
    amounts,
    are_neighbours,
    between,
    every_sentence,
    is_like,
    is_own,
    said,
)

_OF = pattern(
    r"(?i)\s(?:(?:[a-z’'-]+)\s){0,2}?(?:out\s)?of\s(?:the|its|their|his|her|our|all|those|these|a"
    r"|(?:the\s)?[\w.-]+[’']s?|a\stotal\sof|all\sof\sthe|the\s(?:roughly|nearly|about|some))?\s?\Z"
)
# “or 20 percent”, “(20 percent)”, “— 20 percent —”, “, that is, 20 percent”.
_EQUALS = pattern(
    r"(?i)(?:[^.;:()]{0,40}?[,\s]or\s(?:(?:about|nearly|almost|roughly|some|just\s(?:over|under)"
    r"|more\sthan|less\sthan|only|at\sleast)\s)?(?:an?\s)?|[^.;:(),]{0,30}?\s\((?:about\s|or\s|nearly\s)?"
    r"|[^.;:()]{0,30}?,\s(?:that\sis|i\.e\.|which\sis|meaning),?\s(?:(?:about|nearly|almost|some)\s)?(?:an?\s)?"
    r"|[^.;:()]{0,40}?,\san?\s(?:[a-z]+\s){0,2}(?:rate|share|proportion)\sof\s)\Z"
)
# “56 of the 280 homes, 20 percent, …”
_ASIDE = pattern(r"[^.,;:()]{0,30}?,\s(?:(?:about|nearly|almost|some|just\s(?:over|under))\s)?\Z")
_ENDS_ASIDE = pattern(r",|\)|\sof\s(?:the(?:m|\stotal|\swhole)?|all|those)\b")
_OF_BEFORE = pattern(r"(?i)\bof\s(?:(?:the|those|these|its|their|all|all\sthe)\s)?\Z")
_NOT_SO = pattern(
    r"(?i)\b(?:whichever|per|each|every|more|another|either|and|whether|to|from|up|down)\b"
)
_KINDS = ("count", "money", "measure")
_ROUGH = 0.08  # by which share a fraction in words may be wrong: “a third” of 31 is 10
_THOSE = pattern(r"(?i)of\s(?:those|them|these),?\s(?:some\s|about\s)?")
_PART_AND_SHARE = 2
_NEAR = 40  # code points between the whole and its part
_LEEWAY = 0.06  # percentage points beyond rounding


class Share(Rule):
    """A share is its part of the whole.

    “56 of 280, or 25 percent” is wrong: it is 20. So are “half of the $4 million, or
    $1 million” and “a third of the 900 members, or 30”. The rule recalculates a share where
    the copy gives all three figures, linked by “of” and by “or” or a bracket. Rounded and
    vague figures have their leeway; quoted speech is left alone.
    """

    id = "facts/share"
    severity = Severity.STOP
    triggers = (
        "percent",
        "%",
        "cent",
        "half",
        "third",
        "quarter",
        "fifth",
        "thirds",
        "quarters",
        "fourths",
        "fifths",
        "tenth",
        "eighth",
        "in",
        "out",
    )
    examples = (
        Good("Of the 280 homes, 56, or 20 percent, are empty."),
        Good("Half of the $4 million, or $2 million, is for roads."),
        Good("A third of the 91 members, or 30, voted; 20 percent of 90 boats or 30 planes left."),
        Bad("Of the 280 homes, 56, or [[25 percent]], are empty."),
        Bad("The fire hit 56 of the 280 homes ([[25%]])."),
        Bad("Of those 280 homes, 56, or [[25 percent]], are empty."),
        Bad("So far 56 of the 280 homes, [[25 percent]] of the total, are let."),
        Good("In May 56 of the 280 homes were let, 25 percent more than last year."),
        Bad("Half of the $4 million, or [[$1 million]], is for roads."),
        Bad("A third of the 900 members, or [[30]], voted."),
        Bad("They lost 40 percent of the 250 jobs, or [[120]]."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Recalculate every share that is given with its part and its whole."""
        before: tuple[Quantity, ...] = ()
        for sentence, group in every_sentence(doc):
            several = amounts(group)
            whole = _whole_before(doc, before, sentence, several)
            if whole is not None and is_own(doc, whole, *several):
                yield from self._judge(several[1], whole, several[0], several[1])
            before = group
            for index in range(len(several) - 2):
                found = _read(doc, several[index : index + 3])
                if found is not None and is_own(doc, *several[index : index + 3]):
                    yield from self._judge(*found)

    def _judge(
        self, share: Quantity, whole: Quantity, part: Quantity, at: Quantity
    ) -> Iterator[Finding]:
        low, high = _claimed(share)
        least = part.low / whole.high if whole.high else 0
        most = part.high / whole.low if whole.low else float("inf")
        if least <= high and most >= low:
            return
        right = part.value / whole.value
        is_exact = part.is_exact and whole.is_exact
        is_exact = is_exact and (share.is_exact or not 0.6 < right / share.value < 1.6)
        if at is share:
            message = (
                f"{said(part.value, part)} of {said(whole.value, whole)} is {right * 100:.3g}%."
            )
        else:
            scale = share.value / 100 if share.kind == "percent" else share.value
            message = (
                f"That share of {said(whole.value, whole)} is {said(scale * whole.value, whole)}."
            )
        yield self.find(
            at.span,
            message,
            evidence=f"{said(part.value, part)} / {said(whole.value, whole)} = {right:.3f}.",
            related=tuple(Related(one.span) for one in (whole, part, share) if one is not at),
            severity=Severity.STOP if is_exact else Severity.ASK,
        )


def _claimed(share: Quantity) -> tuple[float, float]:
    if share.kind == "percent":
        return (share.low - _LEEWAY) / 100, (share.high + _LEEWAY) / 100
    if share.low == 0 or share.high > 1:
        return share.low * (1 - _ROUGH), share.high
    return share.value * (1 - _ROUGH), share.value * (1 + _ROUGH)


def _is_share(one: Quantity) -> bool:
    return one.kind in ("percent", "fraction")


def _whole_before(
    doc: Document, before: tuple[Quantity, ...], sentence: Span, several: list[Quantity]
) -> Quantity | None:
    """The whole in the sentence before “Of those, 56, or 20 percent, …”; None without one."""
    if len(several) != _PART_AND_SHARE or several[1].kind != "percent":
        return None
    if not _THOSE.fullmatch(doc.text[sentence.start : several[0].span.start]):
        return None
    wholes = [one for one in amounts(before) if _fit(several[0], one) and one.is_exact]
    is_next = wholes and are_neighbours(wholes[0].sentence, sentence)
    is_same = _links(between(doc, several[0], several[1]))
    return wholes[0] if is_next and len(wholes) == 1 and is_same else None


def _fit(part: Quantity, whole: Quantity) -> bool:
    """Whether one may be a part of the other."""
    is_kind = is_like(part, whole) and part.kind in _KINDS
    return is_kind and part.value <= whole.value and part.value > 0


def _read(
    doc: Document, three: list[Quantity]
) -> tuple[Quantity, Quantity, Quantity, Quantity] | None:
    """Share, whole, part, and which of them is to be marked: the last that is told."""
    one, two, three_ = three
    first, second = between(doc, one, two), between(doc, two, three_)
    is_of, is_same = _OF.fullmatch(first) is not None, _links(second)
    is_set_off = "," in second or "(" in second
    if is_of and is_same and is_set_off and _is_share(one) and _fit(three_, two):
        return one, two, three_, three_  # half of the 900 members, or 30
    is_said = is_same or _is_aside(doc, second, three_)
    if is_of and is_said and _is_share(three_) and _fit(one, two):
        return three_, two, one, three_  # 56 of the 280 homes, or 20 percent
    is_first = _is_of(doc, one) and "," in first and len(first) < _NEAR
    if is_first and is_said and _is_share(three_) and _fit(two, one):
        return three_, one, two, three_  # of the 280 homes, 56, or 20 percent
    if _is_share(two) and _fit(one, three_) and _OF.fullmatch(second) and _links(first):
        return two, three_, one, two  # 56 homes, or 20 percent of the 280
    return None


def _is_of(doc: Document, one: Quantity) -> bool:
    """Whether “of the”, “of those” or the like is right before a figure."""
    return one.lead == "of" or _OF_BEFORE.search(doc.before(one.span, 14)) is not None


def _is_aside(doc: Document, text: str, share: Quantity) -> bool:
    """Whether a share is set off between commas, or is “of the total”."""
    if share.kind != "percent" or _ASIDE.fullmatch(text) is None:
        return False
    return _ENDS_ASIDE.match(doc.after(share.span, 16)) is not None


def _links(text: str) -> bool:
    """Whether the text between two figures says that they are the same."""
    return _EQUALS.fullmatch(text) is not None and _NOT_SO.search(text) is None
