"""Whether two figures of a body are of one thing, though they differ."""

from __future__ import annotations

from copydesk import Document, Quantity, pattern
from lint_rules.facts._ties import is_another, is_set_apart, shared, slip
from lint_rules.facts._tops import in_body

_THE = pattern(r"(?i)(?:\b(?:the|these|those)|\ball(?:\sof)?(?:\sthe)?)\s\Z")
_FREE = pattern(
    r"[.,;:)—–]|\s(?:were|are|have|had|will|would|can|could|must|may|might|did|do|was|is|has|all|now"
    r"|still|and|at\sthe\smeeting|[a-z]+s?\b(?<!ed|en|ing)(?<!\bwho|that|hich|hose)(?<!\bof|\bin|\bat"
    r"|\bon)(?<!from|with|near|over|than))\b|\Z"
)
_HEAD = pattern(
    r"[ -](?!in\b|to\b|for\b|of\b|from\b|and\b|or\b|on\b|at\b|by\b|a\b|per\b)([a-z]{3,})"
)
_OF = pattern(r"(?i)\b([a-z]{4,})\sof\s\Z")
_RESULT = pattern(r"(?i)[ -](?:vote|win|victory|loss|defeat|decision|score|tie|draw)\b")
_PART = pattern(
    r"(?i)\s(?:of|among)\s(?:the|them|those|these|its|their|our|his|her|all)\b|\sout\sof"
)
_ADDED = pattern(
    r"(?i)\b(?:more|other|another|additional|new|remaining|first|last|next|extra|further)\b"
)
# Things of which there are several well-known numbers, or that say too little.
LOOSE = frozenset((
    "state", "country", "nation", "county", "province", "time", "thing", "way", "point", "run",
    "goal", "game", "vote", "side", "party", "team", "reason", "member", "person", "man", "woman",
    "year", "day", "seat", "", "yard", "rebound", "assist", "hit", "page", "kb", "part", "step",
    "other", "one", "more", "season", "term", "round", "set", "degree",
))  # fmt: skip
_LEADS = frozenset(("from", "to", "by", "than", "another", "first", "last", "next", "between"))
_SMALLEST = 6  # “the two” and “the three” are often of different things
_FEW = 24
_CLOSE = 18  # code points beside a definite figure that may make it another
_ALIKE, _HALF = 3, 0.5  # words near both figures, and which share of the fewer
_NEAR = 1.6  # by which factor a number may be wrong that is taken up
_FATES = 2  # different numbers of those who met one fate
_PEOPLE = frozenset(("", "person", "man", "woman", "victim", "dead", "injured", "arrested"))
_VALUES = 3  # different numbers of the same things


def is_same(doc: Document, one: Quantity, other: Quantity) -> bool:
    """Whether two exact figures of one kind differ though they are of one thing.

    Args:
        doc: the document.
        one: the figure that comes first.
        other: the later figure.
    """
    if one.unit != other.unit or (one.value, one.other) == (other.value, other.other):
        return False
    if one.sentence == other.sentence or one.per != other.per:
        return False
    return _are_same(doc, one, other) and not _is_given(doc, one, other)


def _are_same(doc: Document, one: Quantity, other: Quantity) -> bool:
    """Whether what is around two figures says that they are of one thing."""
    if one.kind == "count":
        return _are_things(doc, one, other)
    if one.kind == "score":
        return _is_result(doc, one, other)
    how = slip(one, other)
    if how and _is_named(doc, one, other):
        return not is_another(doc, one, other, _CLOSE)
    return bool(how) and not is_set_apart(doc, one, other) and _is_close(doc, one, other, how)


def _is_given(doc: Document, one: Quantity, other: Quantity) -> bool:
    """Whether both figures are given elsewhere, or the later one can be worked out."""
    alike = [each for each in in_body(doc) if each.kind == one.kind and each.unit == one.unit]
    mine = sum((each.value, each.other) == (one.value, one.other) for each in alike)
    its = sum((each.value, each.other) == (other.value, other.other) for each in alike)
    if its > 1 and (mine > 1 or _is_before(alike, other)):
        return True
    few = list(dict.fromkeys(each.value for each in alike[:_FEW]))
    few = [value for value in few if value != other.value]
    return any(
        first + second == other.value or first - second == other.value
        for first in few for second in few
    )  # fmt: skip


def _is_before(alike: list[Quantity], other: Quantity) -> bool:
    """Whether the value of a figure was given before it."""
    value = (other.value, other.other)
    return any((each.value, each.other) == value for each in alike if each.span < other.span)


def _is_close(doc: Document, one: Quantity, other: Quantity, how: str) -> bool:
    """Whether the words near two figures are so alike that a slip is likely."""
    if one.kind not in ("money", "count") or how in ("small", "scale"):
        return False
    both, share = shared(doc, one, other)
    if how == "swap" and one.kind == "count":
        return both > 1
    return both >= _ALIKE and share >= _HALF


def _is_named(doc: Document, one: Quantity, other: Quantity) -> bool:
    """Whether money is of one thing: “a $4 million bridge … the $40 million bridge”."""
    if one.kind != "money" or not _is_definite(doc, other):
        return False
    head = _HEAD.match(doc.text, (other.span.end, other.span.end + 30))
    if head is None or not _FREE.match(doc.text, (head.end(), other.sentence.end)):
        return False
    if slip(one, other) == "swap":
        return True
    mine = _HEAD.match(doc.text, (one.span.end, one.span.end + 30))
    of = _OF.search(doc.before(one.span, 30))
    return head[1] in ((mine[1] if mine else ""), (of[1].lower() if of else ""))


def _is_result(doc: Document, one: Quantity, other: Quantity) -> bool:
    """Whether “the 6-3 vote” takes up the only other score of the story."""
    scores = {(each.value, each.other) for each in in_body(doc) if each.kind == "score"}
    if len(scores) > _FATES or not _is_definite(doc, other):
        return False
    result = _RESULT.match(doc.text, (other.span.end, other.span.end + 12))
    return result is not None and not is_another(doc, one, other, _CLOSE)


def _is_definite(doc: Document, one: Quantity) -> bool:
    return _THE.search(doc.before(one.span, 14)) is not None


def _are_things(doc: Document, one: Quantity, other: Quantity) -> bool:
    """Whether two numbers count the same things."""
    if one.noun != other.noun and not (one.fate and one.fate == other.fate):
        return False
    if {one.lead, other.lead} & _LEADS or one.lead == "of" or _is_part(doc, one):
        return False
    if any(not doc[each.thing].islower() for each in (one, other) if each.noun):
        return False  # 315 Main Street
    if one.noun == other.noun and one.noun not in LOOSE:
        values = {each.value for each in in_body(doc) if each.noun == one.noun}
        if len(values) > _VALUES:
            return False
        how = slip(one, other)
        if how and not is_set_apart(doc, one, other) and _is_close(doc, one, other, how):
            return True
        return _is_taken_up(doc, one, other) and not is_another(doc, one, other, _CLOSE)
    return bool(one.fate) and one.fate == other.fate and _is_fate(doc, one, other)


def _is_part(doc: Document, one: Quantity) -> bool:
    after = doc.text[one.span.end : one.span.end + 60]
    return (
        _PART.match(after) is not None
        or _PART.match(doc.text, (one.thing.end, one.thing.end + 20)) is not None
        or _ADDED.search(doc[one.thing]) is not None
    )


def _is_taken_up(doc: Document, one: Quantity, other: Quantity) -> bool:
    """Whether “the 50 stalls” takes up “40 stalls”."""
    if max(one.value, other.value) < _SMALLEST or not _is_definite(doc, other):
        return False
    if slip(one, other) in ("", "small") and not 1 / _NEAR <= one.value / other.value <= _NEAR:
        return False
    mine, its = doc[one.thing].lower().split(), doc[other.thing].lower().split()
    if not set(its[:-1]) <= set(mine[:-1]):
        return False
    return _FREE.match(doc.text, (other.thing.end, other.sentence.end)) is not None


def _is_fate(doc: Document, one: Quantity, other: Quantity) -> bool:
    """Whether “the 14 who were killed” takes up “killed 12 people”."""
    values = {each.value for each in in_body(doc) if each.fate == one.fate}
    if len(values) > _FATES or max(one.value, other.value) < _SMALLEST:
        return False
    if slip(one, other) in ("", "small") and not 1 / _NEAR <= one.value / other.value <= _NEAR:
        return False
    if not (one.noun == other.noun or {one.noun, other.noun} <= _PEOPLE):
        return False
    return _is_definite(doc, other) and not is_another(doc, one, other, _CLOSE)
