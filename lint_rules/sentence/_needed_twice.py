"""Words that some sentences need twice, and what tells that this one does not."""

from __future__ import annotations

from copydesk import Document, pattern
from lint_rules._shared.parts import parts
from lint_rules._shared.prose import words
from lint_rules.sentence import _doubled_lists as _lists

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_REACH = 140  # code points of the sentence before the words
_WORD = pattern(r"[^\W_]+(?:['’-][^\W_]+)*")

# With one of these before them, “is is” and the like may be right: what it is is, the man who was.
_OPENERS = words(
    "what who whom whose which where when why how whatever whoever whichever wherever whenever"
    " all thing things ones only there way reason least most best worst everything anything"
    " nothing something those as than whether closest nearest more"
)
_ASKING = words("what who whom whose which where whatever whoever that")
PRONOUNS = words("he she it they we you i there")
"""Words that may be the subject of a clause inside another: the man he was."""

_AFTER_SAID = words(
    "said says say believes believe thinks think thought added and but so yet because while"
    " although though or until after before since told hopes knew knows claims claimed"
    " insisted means meant showed shows felt feels then now where"
)
_VERBS = words("is was are has would could should must")
_WILLS = words(
    "the a an his her their its my your our good free political living last national popular"
    " strong iron ill of whose own public father's mother's royal this that new god's divine"
)

_BEFORE_MOVE = words("what where way who that how up over on and or")

_NUMBERS = words("two three four five six seven eight nine ten")
_PLURAL = pattern(
    r" (?!pointers|pounders|baggers|hitters|seaters|wheelers|footers|runs\b|years? olds?)"
    r"(?:[a-z]{2,}s|men|women|people|children|police|feet|of|percent|per cent"
    r"|hundred|thousand|dozen|million|billion)\b"
)

_SO_BEFORE = words(
    "say says said saying do does did done doing think thinks thought hope hopes believe believes"
    " even if or and not more why just very make made feel felt only i'm we're"
)
_THAT_BEFORE = words("is was not it's be just only about of for like than to with")
_THAT_AFTER = pattern(
    r" (?:the|a|an|he|she|they|we|it|his|their|these|those|there|if|when|because|some|several|most"
    r"|at least|more than|nearly|are|were|do|have)\b"
)
_SO_AFTER = pattern(r" (?:far|that|as|and|much for|to|so)\b")
_WHO_BEFORE = words(
    "know knows knew ask asks asked wonder wondered tell told see decide those matter of and or"
    " about on the remember guess show out care say learn exactly dr doctor"
)
_TIMES = words("years days weeks months hours miles minutes")
_SUMS = words("hundred thousand million billion")
_THINGS = words("people times money number man men boy girl night")
_ARTICLE = words(
    "the a an this that these those his her its their our my your some many most no of in on at"
    " for with to by from other more few several young old two three four five six seven eight"
    " nine ten new large small local"
)
_PLAIN_VERBS = words("go come look run stop wait win listen hear")
_TO = words("to will would can could should must may might not")
_BARE_BEFORE = words(
    "to will would can could shall should may might must not didn't doesn't don't won't can't"
    " couldn't wouldn't shouldn't cannot did do does help helped helps please also often never"
    " always still even usually regularly routinely rarely"
)
"""What comes before the base of a verb."""
_COLLECTIVE = words("police people staff crew everyone who")
_OBJECTS_OF_VERBS = words("them him her us me you people")
_LETTING = words("let lets make makes made help helps helped see saw watch watched have had")
_BEFORE_OBJECT = words(
    "of in on at for with to from by about the a an this that these those is was are were has have"
    " had and or"
) - words("the these those")
_DETERMINED = pattern(
    r" (?:the|an?|his|her|its|their|our|my|your|this|these|that|those|all|more|it|them|him|us)\b"
)
_JOINING = words("and but or while so because although though if when since yet")
_FEW = 3  # words before a plural that is the subject
_ASKED_FOR = pattern(r" (?:it|he|she|they|we|you|there|this)\b")
_TO_IT = words("of about without with do did does like over for from")
_COUNT = pattern(r" (?:one|two|three|four|\d)")
_BE = pattern(r" (?:is|are|was|were|has been|have been|will be)\b")
_ARTICLES = ("the", "a", "an", "his", "her", "their", "its")
_NEXT = pattern(r" [^\W_]")

KNOWN = (
    _VERBS | _NUMBERS | _TIMES | _SUMS | _THINGS | _PLAIN_VERBS | _lists.MOVES.keys()
    | words("on will can do did does that so who what one more less most same own even now well"
            " you there only just here too")
)  # fmt: skip
"""The words that this module judges."""
COUNTED = _NUMBERS | _TIMES | _SUMS | _THINGS | _PLAIN_VERBS
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
        return bool(_OPENERS & {*self.parts})


def _clause(parts: list[str]) -> list[str]:
    """The words of the last clause: of “said that the port was”, “the port was”."""
    for at in range(len(parts) - 2, 0, -1):
        if parts[at] == "that" and (parts[at - 1] in _AFTER_SAID or parts[at - 1].endswith("ed")):
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
        return "fix" if _BE.match(place.after) else ""
    if not _NEXT.match(place.after) and word not in ("up", "down", "off", "out", "back", "over"):
        return ""
    if word in _VERBS:
        return of_verb(place)
    if word in _lists.MOVES:
        return _of_move(place)
    if word in _NUMBERS:
        return "fix" if _PLURAL.match(place.after) and place.last not in _NUMBERS else ""
    if word in _TIMES:
        return "fix"
    if word in _SUMS:
        return "" if place.last in ("a", "an", "") else "fix"
    if word in _THINGS:
        return "ask" if place.last in _ARTICLE and not _COUNT.match(place.after) else ""
    if word in _PLAIN_VERBS:
        return "ask" if place.last in _TO else ""
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
        return "" if head[0] in _WHO_BEFORE or head[0] in _OPENERS else "ask"
    if _OPENERS & {*place.parts[: -1 if last == "there" else None]} or last == "that":
        return ""
    if last in PRONOUNS:
        head = place.parts[-2:-1]
        is_free = not head or head[0] in _AFTER_SAID or "," in place.before[-len(last) - 4 :]
        if not is_free:
            return ""
    if place.word == "is" and _ASKED_FOR.match(place.after):
        return ""  # the point is is it true
    if place.word == "has" and sum(map(place.parts.count, _ARTICLES)) > 1:
        return ""  # the answer the mayor has has come
    return "ask" if "that" in place.parts or "one" in place.parts else "fix"


def of_other(place: Place) -> str:
    """Any other word: the man who left left early, the boat he sold sold well."""
    if place.word in _lists.BOTH and is_verb_and_noun(place):
        return ""
    if place.word == "it" and place.last in _TO_IT and _BE.match(place.after):
        return ""  # by the look of it it is late
    if place.last in ("who", "that", "which", "what"):
        return "ask"
    head = place.parts[-2:-1]
    is_inner = place.last in PRONOUNS and head and head[0] not in _AFTER_SAID
    return "ask" if is_inner and f", {place.last} " not in place.before[-8:] else "fix"


def is_verb_and_noun(place: Place) -> bool:
    """Whether a word is first the verb and then its object: they may contract contract staff."""
    last, before = place.last, place.parts[-2:-1]
    if not last or not _NEXT.match(place.after) or _DETERMINED.match(place.after):
        return False
    if last in _BARE_BEFORE:
        return True
    if last in _OBJECTS_OF_VERBS and before and before[0] in _LETTING:
        return True  # helped them record record sales
    if last in PRONOUNS or last in _COLLECTIVE:
        return True
    return _is_plural_subject(place)


def _is_plural_subject(place: Place) -> bool:
    """Whether a plural opens the clause and can only be the subject: hauliers refuse refuse."""
    if "p" not in parts(place.last):
        return False
    lead = place.parts[place.parts[0] in _JOINING : -1]
    return len(lead) <= _FEW and not _BEFORE_OBJECT & {*lead}


def _of_move(place: Place) -> str:
    """Went up up by a third: right if the second begins a phrase of its own."""
    if not place.last or place.last in _BEFORE_MOVE or _lists.MOVES[place.word].match(place.after):
        return ""
    return "ask" if place.parts[0] != place.word and not _OPENERS & {*place.parts[-4:]} else ""


def _will(place: Place) -> str:
    if not place.last or place.last in _WILLS or place.last.endswith("'s"):
        return ""
    if _OPENERS & {*place.parts}:
        return ""
    return "fix" if place.parts == [place.last] and place.last in PRONOUNS else "ask"


def _can(place: Place) -> str:
    if place.before.endswith((", which ", ", who ")):
        return "ask"
    if not place.last or _OPENERS & {*place.parts} or "that" in place.parts:
        return ""
    return "ask" if place.last in PRONOUNS or place.last.endswith("s") else ""


def _on(place: Place) -> str:
    if not place.last or place.last in _lists.ON_VERBS or place.last.endswith("ing"):
        return ""
    is_relative = _ASKING & {*place.parts[-6:]} or PRONOUNS & {*place.parts[1:]}
    return "" if is_relative else "ask"


def _not_after(place: Place) -> str:
    """Did did not."""
    is_plain = place.last and not _OPENERS & {*place.parts} and place.after.startswith(" not ")
    return "fix" if is_plain else ""


def _who(place: Place) -> str:
    if not place.last:
        return "fix" if place.before.endswith(", ") else ""
    return "" if place.last in _WHO_BEFORE else "fix"


def _that(place: Place) -> str:
    """Said that that the port was shut; not: it is not that that they want."""
    is_right = not place.last or place.last in _THAT_BEFORE or not _THAT_AFTER.match(place.after)
    return "" if is_right else "fix"


def _so(place: Place) -> str:
    is_right = not place.last or place.last in _SO_BEFORE or _SO_AFTER.match(place.after)
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
