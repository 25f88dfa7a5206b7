"""Words that some sentences need twice, and what tells that this one does not."""

from __future__ import annotations

from copydesk import Document, pattern
from lint_rules._shared.parts import parts
from lint_rules._shared.prose import words
from lint_rules.sentence import _doubled_lists as _lists
from lint_rules.sentence import _needed_words as known
from lint_rules.sentence._needed_words import PRONOUNS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_REACH = 140  # code points of the sentence before the words
_WORD = pattern(r"[^\W_]+(?:['’-][^\W_]+)*")

# With one of these before them, “is is” and the like may be right: what it is is, the man who was.

KNOWN = (
    known.VERBS | known.NUMBERS | known.TIMES | known.SUMS | known.THINGS | known.PLAIN_VERBS
    | _lists.MOVES.keys()
    | words("on will can do did does that so who what one more less most same own even now well"
            " you there only just here too")
)  # fmt: skip
"""The words that this module judges."""
COUNTED = known.NUMBERS | known.TIMES | known.SUMS | known.THINGS | known.PLAIN_VERBS
"""Those of them that speakers do not need twice, either, where writers do not."""


class Place:
    """Where a word is doubled, and what the sentence has around it.

    Attributes:
        after: the text behind the two.
        before: the sentence before them, as written.
        last: the word before, in lower case; empty if a mark is between.
        parts: the words of the clause before, in lower case.
        word: the word, in lower case.
    """

    __slots__ = ("after", "before", "last", "parts", "word")

    def __init__(self, doc: Document, word: str, first: int, end: int) -> None:
        self.word = word
        self.before = _sentence_before(doc, first)
        self.after = doc.after(end, 24)
        clause = self.before[max(self.before.rfind(mark) for mark in ";:—–…\n,") + 1 :].lower()
        self.parts = _clause([one[0].replace("’", "'") for one in _WORD.finditer(clause)])
        bare = self.before.endswith(" ") and self.before[-2:-1] not in ',.;:!?)”"'
        self.last = self.parts[-1] if self.parts and bare else ""

    def asks(self) -> bool:
        """Whether a word before makes the clause a part of another: what, who, all that."""
        return bool(known.OPENERS & {*self.parts})


def _clause(parts: list[str]) -> list[str]:
    """The words of the last clause: of “said that the port was”, “the port was”."""
    for at in range(len(parts) - 2, 0, -1):
        if parts[at] == "that" and (
            parts[at - 1] in known.AFTER_SAID or parts[at - 1].endswith("ed")
        ):
            return parts[at + 1 :]
    return parts


def verdict(doc: Document, word: str, first: int, end: int) -> str:
    """Whether a word that some sentences need twice is a slip here.

    Args:
        doc: the draft.
        word: the word, in lower case.
        first: where it begins.
        end: where its repeat ends.

    Returns:
        ``"fix"``, ``"ask"``, or nothing if it may be right.
    """
    place = Place(doc, word, first, end)
    if word == "there" and not place.before.strip(" “\"‘'"):
        return "fix" if known.BE.match(place.after) else ""
    if not known.NEXT.match(place.after) and word not in (
        "up",
        "down",
        "off",
        "out",
        "back",
        "over",
    ):
        return ""
    if word in known.VERBS:
        return of_verb(place)
    if word in _lists.MOVES:
        return _of_move(place)
    if word in known.NUMBERS:
        return "fix" if known.PLURAL.match(place.after) and place.last not in known.NUMBERS else ""
    if word in known.TIMES:
        return "fix"
    if word in known.SUMS:
        return "" if place.last in ("a", "an", "") else "fix"
    if word in known.THINGS:
        return "ask" if place.last in known.ARTICLE and not known.COUNT.match(place.after) else ""
    if word in known.PLAIN_VERBS:
        return "ask" if place.last in known.TO else ""
    return _OTHERS[word](place)


def of_verb(place: Place) -> str:
    """Whether “is is”, or “is was”, is a slip: it is right after a clause that ends in the verb.

    Returns:
        ``"fix"``, ``"ask"``, or nothing if it may be right.
    """
    if not place.last:
        return ""
    last = place.last
    if last in ("who", "which"):
        head = place.parts[-2:-1]
        if not head:
            return "ask" if place.before.endswith(f", {last} ") else ""
        return "" if head[0] in known.WHO_BEFORE or head[0] in known.OPENERS else "ask"
    if known.OPENERS & {*place.parts[: -1 if last == "there" else None]} or last == "that":
        return ""
    if last in PRONOUNS:
        head = place.parts[-2:-1]
        is_free = not head or head[0] in known.AFTER_SAID or "," in place.before[-len(last) - 4 :]
        if not is_free:
            return ""
    if place.word == "is" and known.ASKED_FOR.match(place.after):
        return ""  # the point is is it true
    if place.word == "has" and sum(map(place.parts.count, known.ARTICLES)) > 1:
        return ""  # the answer the mayor has has come
    return "ask" if "that" in place.parts or "one" in place.parts else "fix"


def of_other(place: Place) -> str:
    """Any other word: the man who left left early, the boat he sold sold well."""
    if place.word in _lists.BOTH and is_verb_and_noun(place):
        return ""
    if place.word == "it" and place.last in known.TO_IT and known.BE.match(place.after):
        return ""  # by the look of it it is late
    if place.last in ("who", "that", "which", "what"):
        return "ask"
    head = place.parts[-2:-1]
    is_inner = place.last in PRONOUNS and head and head[0] not in known.AFTER_SAID
    return "ask" if is_inner and f", {place.last} " not in place.before[-8:] else "fix"


def is_verb_and_noun(place: Place) -> bool:
    """Whether a word is first the verb and then its object: they may contract contract staff."""
    last, before = place.last, place.parts[-2:-1]
    if not last or not known.NEXT.match(place.after) or known.DETERMINED.match(place.after):
        return False
    if last in known.BARE_BEFORE:
        return True
    if last in known.OBJECTS_OF_VERBS and before and before[0] in known.LETTING:
        return True  # helped them record record sales
    if last in PRONOUNS or last in known.COLLECTIVE:
        return True
    return _is_plural_subject(place)


def _is_plural_subject(place: Place) -> bool:
    """Whether a plural opens the clause and can only be the subject: hauliers refuse refuse."""
    if "p" not in parts(place.last):
        return False
    lead = place.parts[place.parts[0] in known.JOINING : -1]
    return len(lead) <= known.FEW and not known.BEFORE_OBJECT & {*lead}


def _of_move(place: Place) -> str:
    """Went up up by a third: right if the second begins a phrase of its own."""
    if (
        not place.last
        or place.last in known.BEFORE_MOVE
        or _lists.MOVES[place.word].match(place.after)
    ):
        return ""
    return "ask" if place.parts[0] != place.word and not known.OPENERS & {*place.parts[-4:]} else ""


def _will(place: Place) -> str:
    if not place.last or place.last in known.WILLS or place.last.endswith("'s"):
        return ""
    if known.OPENERS & {*place.parts}:
        return ""
    return "fix" if place.parts == [place.last] and place.last in PRONOUNS else "ask"


def _can(place: Place) -> str:
    if place.before.endswith((", which ", ", who ")):
        return "ask"
    if not place.last or known.OPENERS & {*place.parts} or "that" in place.parts:
        return ""
    return "ask" if place.last in PRONOUNS or place.last.endswith("s") else ""


def _on(place: Place) -> str:
    if not place.last or place.last in _lists.ON_VERBS or place.last.endswith("ing"):
        return ""
    is_relative = known.ASKING & {*place.parts[-6:]} or PRONOUNS & {*place.parts[1:]}
    return "" if is_relative else "ask"


def _not_after(place: Place) -> str:
    """Did did not."""
    is_plain = place.last and not known.OPENERS & {*place.parts} and place.after.startswith(" not ")
    return "fix" if is_plain else ""


def _who(place: Place) -> str:
    if not place.last:
        return "fix" if place.before.endswith(", ") else ""
    return "" if place.last in known.WHO_BEFORE else "fix"


def _that(place: Place) -> str:
    """Said that that the port was shut; not: it is not that that they want."""
    is_right = (
        not place.last or place.last in known.THAT_BEFORE or not known.THAT_AFTER.match(place.after)
    )
    return "" if is_right else "fix"


def _so(place: Place) -> str:
    is_right = not place.last or place.last in known.SO_BEFORE or known.SO_AFTER.match(place.after)
    return "" if is_right else "ask"


def _when(before: str, after: str, said: str = "ask") -> Callable[[Place], str]:
    """A judge that looks at the word before and the text behind; empty is anything."""
    left, right = words(before), pattern(after) if after else None

    def judge(place: Place) -> str:
        if left and place.last not in left:
            return ""
        return said if place.last and (right is None or right.match(place.after)) else ""

    return judge


_OTHERS: dict[str, Callable[[Place], str]] = {
    "will": _will,
    "can": _can,
    "on": _on,
    "do": _not_after,
    "did": _not_after,
    "does": _not_after,
    "who": _who,
    "so": _so,
    "that": _that,
    "what": _when("of in about for with to from on at is was", r" (?:the|he|she|they|it|a)\b"),
    "one": _when(
        "",
        r" (?:of|man|woman|person|day|year|week|month|thing|game|point|in|more|evening|morning"
        r"|night|afternoon|hour|minute|which|percent|per cent)\b",
    ),
    "more": _when("", r" than\b", "fix"),
    "less": _when("", r" than\b", "fix"),
    "most": _when("the their its his her our my your", "", "fix"),
    "same": _when("the", r" (?!but\b)[a-z]", "fix"),
    "own": _when("his her its their our my your", "", "fix"),
    "even": _when("", ""),
    "now": _when("is are was were has have", ""),
    "well": _when("as", r" as\b", "fix"),
    "you": _when("if when that as because and", r" (?:are|have|can|will|were|had|want|need|do)\b"),
    "there": _when("that and but said because if", r" (?:is|are|was|were|has|have|will)\b"),
    "only": _when("", ""),
    "just": _when("", ""),
    "here": _when("", r" (?:in|at|on|for|and)\b"),
    "too": _when("is was are were far", r" [a-z]"),
}


def _sentence_before(doc: Document, first: int) -> str:
    """What the sentence has before an offset; from further back than it reaches, a part of it."""
    sentence = doc.sentence_at(first)
    slot = doc.slot_at(first)
    start = sentence.start if sentence is not None else slot.span.start if slot is not None else 0
    return doc.text[max(start, first - _REACH) : first]
