"""Pairs of function words that do not go together, and what makes such a pair right."""

from __future__ import annotations

from copydesk import Document, Iterator, pattern
from lint_rules._shared.prose import words
from lint_rules.sentence import _needed_twice, _needed_words

_BE = words("is was are were")
_DO = words("do does did")
_HAVE = words("has have had")
_MODALS = words("would could should will can may might must")
_NOUNS = words("will can may might must")

_CLASSES = (
    ("article", words("a an the my our his their"),
     words("a an the my our his her their its your this that these those another")),
    ("verb", _BE | _HAVE | _DO | _MODALS, _BE | _HAVE | _DO | _MODALS),
    ("preposition", words("of to for from in at by with about into"),
     words("of for to from with by on in at")),
)  # fmt: skip

_VERBS = frozenset(
    [(a, b) for a in _BE for b in _BE]
    + [
        (a, b)
        for a in ("is", "was", "are")
        for b in ("has", "does", "did", "will", "would", "could")
    ]
    + [(a, b) for a in _HAVE | _DO for b in ("is", "was", "are")]
    + [("has", "have"), ("have", "has"), ("had", "has"), ("has", "did"), ("does", "did")]
    + [("did", "does"), ("do", "does"), ("had", "have"), ("does", "is")]
    + [(a, b) for a in _MODALS for b in _MODALS]
) - {(a, "may") for a in _MODALS | _BE}  # May, the month and the name

_FREE = words("a an the my this that these those")
_LATIN = pattern(r" (?:cappella|capella|la|priori|posteriori|fortiori|go-go|deux|[A-Z]|propos)\b")
_WORD_BEFORE = pattern(r"([^\W_]+(?:['’-][^\W_]+)*) \Z")
_POSSESSIVES = words("his its this 's whose oil beer water trash paint tin")
_NAME_BEFORE = pattern(r"[A-Za-z] [A-Z][a-z]+ \Z")
_QUESTION = words("question questions danger problem issue point thing fear hope truth fact reason")
_SIMPLE = pattern(
    r"[“\"(]?(?:(?:But |And |So |Now |Yet )?(?:(?:The|A|An|This|His|Her|Its|Their|Our)"
    r"(?: [a-z]{2,}){1,2}|It|He|She|They|We|This|the [a-z]{3,}|it|he|she|they)) \Z"
)
_ASIDE = pattern(r"[a-z], (?:who|which) [^,;:?]+, \Z")
_INVERTED = pattern(r" (?:it|he|she|they|the|not|you|we|i)\b")

_OF_BEFORE = words(
    "dreams "
    "heard hear hears thought think thinks thinking dreamed dreamt dream accused care rid advantage"
    " unheard spoken speak speaks spoke kind sort type out instead short made make proud afraid"
    " aware unaware capable more most some all one any none both each part fond full tired sick"
    " ashamed approve approved disapproved dispose disposed divested convicted suspected warned"
    " know knew known knows conceive conceived consist consists ahead hold sight track fun use"
    " much enough less least little lot lots many composed robbed deprived guilty worthy what who"
    " which where and or wary sure certain write wrote complained boast boasted talked course"
    " undreamed jealous envious critical possessed notice take remind reminded told informed"
)
_TO_BEFORE = words(
    "answer key solution assigned "
    "go goes went going gone talk talks talked talking speak spoke spoken speaking listen listened"
    " get gets got come came commute look return returned back used want wants wanted up according"
    " belong belongs referred refer move moved moving travel travelled traveled fly flew drive"
    " drove have has had need needs able supposed allowed next close down and or where what who"
    " switch switched rose fell climbed dropped grew sent write wrote"
)
_FOR_BEFORE = words(
    "looking "
    "pay pays paid paying care cares cared caring call calls called calling look looks looked work"
    " works worked working ask asked stand stands stood wait waited hope hoped vote voted live"
    " lived fight fought go goes went account accounted long searched wish wished apply applied"
    " known meant what who responsible except but cater catered intended as"
)
_PART = words("in part parts because")
_LOCATED = words("born located situated headquartered staged place")
_SOMETHING = words("nothing anything everything something little lot much what")
_NOT_AFTER = pattern(
    r" (?:least|most|all|best|worst|once|first|times|course|late|old|now|far|average|example|good"
    r"|excess|about|around|up|between|under|over|within|particular|[\d$£€]|[a-z]+-|[A-Z])"
)


class Clash:
    """Two words that clash.

    Attributes:
        kind: “article”, “verb”, “preposition” or “do” (“to with” without its “do”).
        first, end: where the first begins and the second ends.
        is_asked: whether it may be right.
    """

    __slots__ = ("end", "first", "is_asked", "kind")

    def __init__(self, kind: str, first: int, end: int, *, is_asked: bool = False) -> None:
        self.kind, self.first, self.end, self.is_asked = kind, first, end, is_asked


def clashes(doc: Document) -> Iterator[Clash]:
    """The pairs of a draft that clash."""
    index = doc.words
    for kind, lefts, rights in _CLASSES:
        ends: set[int] = set()
        for word in lefts:
            ends.update(map((len(word) + 1).__add__, index.starts(word)))
        for right in rights:
            for at in sorted(ends.intersection(index.starts(right))):
                left = index.folded[max(0, at - 7) : at].split()[-1]
                if left in lefts and (kind != "verb" or (left, right) in _VERBS):
                    one = _judged(doc, kind, (left, right), at)
                    if one is not None and not doc.is_verbatim((one.first, one.end)):
                        yield one


def _judged(doc: Document, kind: str, pair: tuple[str, str], second: int) -> Clash | None:
    """A pair that clashes; None if something around it makes it right."""
    text, first, end = doc.text, second - len(pair[0]) - 1, second + len(pair[1])
    if pair[0] == pair[1] or not text[second - 1].isspace():
        return None
    if text[second].isupper() or text[end : end + 1] in tuple("-'’/.") or text[first + 1].isupper():
        return None
    if text[first - 1 : first] in tuple("-'’/") or doc.slot_at(first) is not doc.slot_at(end):
        return None
    if text[first].isupper() and kind != "article":
        return None
    judge = {"article": _article, "verb": _verb, "preposition": _preposition}[kind]
    return judge(doc, pair, first, end)


def _last(doc: Document, first: int) -> str:
    """The word before, in lower case; empty if a mark or nothing is before."""
    found = _WORD_BEFORE.search(doc.before(first, 24))
    return found[1].lower().replace("’", "'") if found else ""


def _article(doc: Document, pair: tuple[str, str], first: int, end: int) -> Clash | None:
    left, right = pair
    after, last = doc.after(end, 14), _last(doc, first)
    if not after[:1].isspace() or (doc.text[first].isupper() and last):
        return None  # an A the teacher gave
    if right == "a" and left == "the" and after.startswith(" in "):
        return None  # the sound of the a in “hat”
    if right == "a" and _LATIN.match(after):
        return None
    if left in ("his", "their") and (last == "of" or right in _FREE):
        return None  # told his that day; their for they’re is another rule’s
    return Clash("article", first, end, is_asked=left in ("his", "their"))


def _verb(doc: Document, pair: tuple[str, str], first: int, end: int) -> Clash | None:
    left, right = pair
    if not doc.after(end, 2)[1:].isalnum():
        return None
    place = _needed_twice.Place(doc, left, first, end)
    if left in _BE and right in _BE and _ASIDE.search(place.before):
        return Clash("verb", first, end)  # Poe, who was born there, is are often late
    if left == "will" and right == "would" and place.last in ("there", *_needed_words.PRONOUNS):
        return Clash("verb", first, end, is_asked=True)
    if not place.last or place.last in _QUESTION or {*place.parts} & _QUESTION:
        return None
    if right in ("were", "should", "had", "do", "could") and _INVERTED.match(place.after):
        return None
    if left in _NOUNS:
        is_asked = _takes_verb(left, place.last) and not place.asks()
        return Clash("verb", first, end, is_asked=True) if is_asked else None
    if left in _HAVE | _DO and right in _BE:
        is_one = place.asks() or _needed_words.PRONOUNS & {*place.parts[1:]}
        return Clash("verb", first, end) if not is_one and _SIMPLE.match(place.before) else None
    if left in _MODALS:
        return Clash("verb", first, end, is_asked=place.asks())
    if pair == ("had", "have") and place.last in _HAVE:
        return Clash("verb", first, end)
    verdict = _needed_twice.of_verb(place)
    return Clash("verb", first, end, is_asked=verdict == "ask") if verdict else None


def _takes_verb(modal: str, last: str) -> bool:
    """Whether “will”, “can” or “must” is no noun after that word."""
    if last in _needed_words.PRONOUNS:
        return True
    if modal == "must":
        return last not in ("a", "the", "real", "absolute", "big")
    return last not in _POSSESSIVES and last.endswith(("s", "er", "or", "cil", "pany", "ent"))


def _is_named(doc: Document, first: int) -> bool:
    """Whether the word before has a capital inside the sentence: Main Street in at Leeds."""
    return bool(_NAME_BEFORE.search(doc.before(first, 32)))


def _preposition(doc: Document, pair: tuple[str, str], first: int, end: int) -> Clash | None:
    last, after = _last(doc, first), doc.after(end, 14)
    if not last or not after[:1].isspace():
        return None
    left, right = pair
    if pair == ("to", "with"):
        return Clash("do", first, end) if last in _SOMETHING else None
    if left == "for" and right == "of":
        is_right = after.startswith((" course", " late", " old"))
    elif left in ("in", "at") and last not in _LOCATED and not _is_named(doc, first):
        is_right = right != "of" or bool(_NOT_AFTER.match(after))
    else:
        is_right = bool(_NOT_AFTER.match(after)) and not after[1:2].isupper()
    if is_right:
        return None
    if right == "by" and pattern(r" [a-z]+ing\b").match(after):
        return None
    return (
        Clash("preposition", first, end, is_asked=True)
        if _is_left_over(left, right, last)
        else None
    )


def _is_left_over(left: str, right: str, last: str) -> bool:
    """Whether the first of two prepositions cannot belong to the word before."""
    if left == "of":
        return last not in _OF_BEFORE and not last.endswith(("ed", "ing"))
    if left == "to":
        return right == "from" and last not in _TO_BEFORE
    if left == "for":
        return right == "of" or (right == "from" and last not in _FOR_BEFORE)
    if left == "from" or left in ("with", "into", "about"):
        return right == "of"
    if left == "by":
        return right == "of"
    if left in ("in", "at") and right in ("in", "at"):
        return True
    if last in _LOCATED and left in ("in", "at") and right in ("on", "from"):
        return True
    return left in ("in", "at") and right == "of" and not last.endswith("ing")
