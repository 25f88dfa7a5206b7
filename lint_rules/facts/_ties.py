"""What ties two figures to one thing: how one may be a slip for the other, and the words near."""

from __future__ import annotations

from copydesk import Document, Pattern, Quantity, pattern
from lint_rules.facts._tops import PLAIN, stem

_WORD = pattern(r"[A-Za-z][A-Za-z’'-]{3,}|[A-Z]{2,}")
_WIDE = 60  # code points on each side of a figure in which words are near
_PLAIN = PLAIN | frozenset((
    "there", "those", "these", "them", "then", "only", "such", "very", "each", "both", "many",
    "much", "make", "made", "being", "because", "since", "before", "between", "during", "told",
    "according", "thousand", "dollars", "hundred", "trillion", "until", "under", "through",
))  # fmt: skip
_SCALES = {10.0: "zero", 100.0: "zero", 1e3: "scale", 1e6: "scale", 1e9: "scale"}
_CLOSE = 1e-9
_LONG = 3  # digits of which one may be mistyped without being another number
# Words that set one figure apart from another: another part, person or estimate.
_APART = pattern(
    r"(?i)\b(?:compared|than|last(?!\s(?:week|month|night))|previous(?:ly)?|earlier|ago|former|originally|initially"
    r"|another|additional|other|others|remaining|rest|more|less|fewer|versus|vs|average|while"
    r"|rose|fell|grew|increas\w+|decreas\w+|raised|up|down|half|next|later|second|third|old|older"
    r"|projected|estimate\w*|if|proposed|first|again|annual|annually|monthly|weekly|daily|yearly"
    r"|separate|each|apiece|minimum|maximum|limit|cap|instead|both)\b"
    r"|\bper\b"
)
_TIMES = pattern(
    r"\b(?i:january|february|march|april|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight"
    r"|(?:19|20)\d\d)\b|\bMay\b"
)
_NAME = pattern(r"(?<=[a-z,’'\d] )[A-Z][\w’'-]+")


def digits(one: Quantity) -> str:
    """The digits of a figure as printed, without its scale and its comma."""
    unit = one.number.unit
    return str(round(one.value / unit)) if unit else ""


def slip(one: Quantity, other: Quantity) -> str:
    """By which slip one figure may be written for another; empty if by none.

    “scale” (million for billion), “zero” (40 for 400), “swap” (35 for 53), “digit” (one of
    three or more digits), “small” (one of fewer).
    """
    if one.value == other.value or not one.value or not other.value:
        return ""
    ratio = max(one.value, other.value) / min(one.value, other.value)
    for times, name in _SCALES.items():
        if abs(ratio / times - 1) < _CLOSE:
            return name
    mine, its = digits(one), digits(other)
    if one.number.unit != other.number.unit or len(mine) != len(its):
        return ""
    apart = [place for place, digit in enumerate(mine) if digit != its[place]]
    if len(apart) == 1:
        return "digit" if len(mine.strip("0")) >= _LONG else "small"
    if len(apart) == 2 and apart[1] == apart[0] + 1:
        first, second = apart
        return "swap" if (mine[first], mine[second]) == (its[second], its[first]) else ""
    return ""


def near(doc: Document, one: Quantity) -> frozenset[str]:
    """The words near a figure in its sentence that carry its sense, cut to their first letters."""
    start = max(one.sentence.start, one.span.start - _WIDE)
    end = min(one.sentence.end, one.span.end + _WIDE)
    found = (match for match in _WORD.finditer(doc.text, (start, end)))
    words = (match[0].lower() for match in found if not one.span.meets(match.span()))
    return frozenset(stem(word) for word in words if word not in _PLAIN)


def shared(doc: Document, one: Quantity, other: Quantity) -> tuple[int, float]:
    """How many words near two figures are the same, and which share of the fewer they are."""
    mine, its = near(doc, one), near(doc, other)
    both = len(mine & its)
    return both, both / (min(len(mine), len(its)) or 1)


def is_another(doc: Document, one: Quantity, other: Quantity, room: int = _WIDE) -> bool:
    """Whether words near one of two figures only say that it is another one, or a part."""
    return _marks(doc, one, _APART, room) != _marks(doc, other, _APART, room)


def is_set_apart(doc: Document, one: Quantity, other: Quantity) -> bool:
    """Whether the words near two figures say that they are of different things."""
    if is_another(doc, one, other):
        return True
    if _differ(_marks(doc, one, _NAME), _marks(doc, other, _NAME)):
        return True
    return _differ(_times(doc, one), _times(doc, other))


def _times(doc: Document, one: Quantity) -> set[str]:
    return {match[0] for match in _TIMES.finditer(doc.text, one.sentence)}


def _differ(mine: set[str], its: set[str]) -> bool:
    """Whether both have times or names, and none is the same."""
    return bool(mine and its and not mine & its)


def _marks(doc: Document, one: Quantity, marks: Pattern, room: int = _WIDE) -> set[str]:
    """The words of a kind near a figure, in lower case."""
    start = max(one.sentence.start, one.span.start - room)
    end = min(one.sentence.end, one.span.end + room)
    return {match[0].lower() for match in marks.finditer(doc.text, (start, end))}
