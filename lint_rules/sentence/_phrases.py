"""Phrases that stand twice in a row, and which of them English repeats on purpose."""

from __future__ import annotations

from copydesk import Document, Iterator, Span, pattern
from lint_rules._shared.prose import words

TYPE_CHECKING = False

_REACH = 90  # code points from the start of a phrase to the start of its repeat
_MANY = 5  # words of a phrase that nobody says twice for the sound of it

_PART = pattern(r"[^\W_]+(?:['’][^\W_]+)*")
_BREAKS = pattern(
    r"[!?;:()\[\]“”\"…—–/|@#*_=<>+&•]|--| -|- |(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)"
    r"(?<!\bSt)(?<!\bSen)(?<!\bGov)(?<!\bRep)(?<![A-Z])(?<!\b[ap]\.m)\.(?!\w)"
)
_LOWER = pattern(r"(?:^|[\s-])[a-z]")
_GOES_ON = pattern(r" [a-z]")
_IN_SENTENCE = pattern(r"(?:^|\s)[a-z]+ \Z")
_DAY = pattern(r"[Oo]n (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_SAID_ON = pattern(r",? [^.,;:?!“”\"\n]{2,50} (?:said|announced|told reporters) \Z")
_SAID = pattern(
    r"(?:(?i:he|she|they|it|we|i)|[Tt]he [a-z]+(?: [a-z]+)?|[A-Z]\w+(?: [A-Z]\w+)?) "
    r"(?:said|says|added|wrote|asked|told (?:reporters|police|the [a-z]+)|explained|noted|warned)\Z"
    r"|(?:said|says|added) (?:he|she|(?:the )?[A-Za-z]+(?: [A-Z]\w+)?)\Z"
)

_BETWEEN = words("and or by after upon against nor versus vs in on over than plus")
"""Words in the middle of an idiom: day after day after, hand in hand in, on and on and."""
_AFTER_AND = words(
    "again on out less more so over round around up down through back forth then now far ever"
    " away off fewer worse better old many much very too all"
)
_VERBS_TO = words(
    "want wants try tries able have has had need needs due used ought hope hopes plan plans likely"
    " according thanks set begin began continue seek agree come came go goes went how what where"
    " when whether unable ready right time order chance way able had is are was were be said"
)
_FOR_IDIOMS = words("word pound like man blow tit dollar penny pence inch eye shot tooth song day")
_IF = pattern(
    r"\b(?i:if|when|whenever|what|whatever|who|whoever|how|where|wherever|once|because|while|as|than"
    r"|until|since|why|all|the way|no matter)\b[^.!?;:]{0,30}\Z"
)
_PRONOUNS = words(
    "i he she it they we you it's that's he's she's they're you're we're who there this"
    " that what one"
)
_PERSONS = words("i he she it they we you")
_RELATIVES = words("who which whom whose")
_SMALL = words("that is was it what do does did so no ha yes oh who be")
_CALLED = words("call calls called calling name names")
_PLACES = words("new york washington walla oklahoma guatemala mexico kuwait panama luxembourg")
_MINDS = words(
    "say says said know knows knew think thinks thought believe believes believed feel feels felt"
    " wish hope hopes hoped mean means meant guess see saw"
)
_HEADS = words("of on for from about against to in by with is")
_COPULAS = words("is was are were be will can do did does has have had wins win lose")


class Doubled:
    """A phrase that stands twice.

    Attributes:
        first, second: where it begins, and begins again.
        cut: where the first one ends, without the space after it.
        end: where the second one ends.
        is_asked: whether it may be meant.
        is_apart: whether other words stand between the two.
    """

    __slots__ = ("cut", "end", "first", "is_apart", "is_asked", "second")

    def __init__(
        self,
        first: int,
        second: int,
        length: int,
        *,
        is_asked: bool = False,
        is_apart: bool = False,
    ) -> None:
        self.first, self.second = first, second
        self.cut, self.end = first + length, second + length
        self.is_asked, self.is_apart = is_asked, is_apart

    @property
    def span(self) -> Span:
        """Both, and what is between them."""
        return Span(self.first, self.end)


def doubled(doc: Document) -> Iterator[Doubled]:
    """The phrases that a draft repeats by mistake, in order."""
    low, done = doc.words.folded, -1
    for first, second in doc.words.returning(_REACH):
        if first < done:
            continue
        length = len(low[first:second].rstrip(" ,"))
        if not low.startswith(low[first : first + length], second):
            if low.startswith("on ", first):
                yield from _day_twice(doc, first, second)
            moved = _moved(low, first, second, done)
            if moved == first:
                continue
            first, second = moved, second - (first - moved)
            length = len(low[first:second].rstrip(" ,"))
            if not low.startswith(low[first : first + length], second):
                continue
        if _is_cut(low, first, second + length):
            continue
        done = second + length
        one = _judged(doc, first, second, length)
        if one is not None and not doc.is_verbatim(one.span):
            yield one


def _moved(low: str, first: int, second: int, least: int) -> int:
    """Where the letters before both begin to be the same, from a word on."""
    apart, start = second - first, first
    least = max(least, 0, first - apart)
    while start > least and low[start - 1] == low[start - 1 + apart]:
        start -= 1
    while start < first and low[start - 1 : start].isalnum():
        start += 1
    while start < first and not low[start].isalnum():
        start += 1
    return start


def _is_cut(low: str, first: int, end: int) -> bool:
    """Whether the words are parts of longer ones."""
    before, after = low[first - 1 : first], low[end : end + 2]
    return (
        before.isalnum()
        or before in tuple("'-/@#_.$€£&")
        or after[:1].isalnum()
        or (after[:1] in "'-/@_.,&" and after[1:].isalnum())
    )


def _judged(doc: Document, first: int, second: int, length: int) -> Doubled | None:
    """What two equal stretches of text are; None if they may be meant."""
    text = doc.text
    one, again = text[first : first + length], text[second : second + length]
    gap = text[first + length : second]
    parts = _parts(one.lower().replace("’", "'"))
    slot = doc.slot_at(first)
    if slot is None or second + length > slot.span.end or len({*parts}) < 2 > _marks(one):
        return None
    if _BREAKS.search(one) or not _is_same(one, again) or _is_list(one, parts):
        return None
    if doc.quote_at((first, first + 1)) is not doc.quote_at((second, second + length)):
        return None
    if gap.strip():
        return _with_comma(doc, Doubled(first, second, length), gap, parts)
    if len(gap) > 4 or _is_thrice(doc.words.folded, second, length, parts):
        return None
    if not _LOWER.search(again):
        return _name(doc, Doubled(first, second, length, is_asked=True), parts)
    if _is_idiom(doc, first, parts) or (
        again[0].isupper() and not _GOES_ON.match(doc.after(second + length, 2))
    ):
        return None
    asked = (len(parts) == 2 and parts[0] in _PERSONS) or (
        parts[-1] in _RELATIVES
        or (len(parts) == 3 and parts[0] in ("the", "a", "an") and parts[-1] in _HEADS)
    )
    return Doubled(first, second, length, is_asked=asked)


def _is_same(one: str, again: str) -> bool:
    """Whether the two have the same letters, but for a capital at the start of the first."""
    one, again = " ".join(one.split()), " ".join(again.split())
    return one[1:] == again[1:] and again[0] in one[0].lower() + one[0]


def _is_list(one: str, parts: list[str]) -> bool:
    """Whether a comma within the phrase makes its repeat a part of another clause."""
    return "," in one and len(parts) <= _MANY and not any(map(str.isdigit, one))


def _parts(phrase: str) -> list[str]:
    """The words of a phrase; “it's” is one."""
    return [part[0] for part in _PART.finditer(phrase)]


def _marks(one: str) -> int:
    """More than one if a single word has an apostrophe in it: it's it's."""
    return 2 if "'" in one or "’" in one else 0


def _with_comma(doc: Document, one: Doubled, gap: str, parts: list[str]) -> Doubled | None:
    """A phrase with a comma before its repeat: an attribution, or much too long to be meant."""
    if gap != ", " or doc.quote_at(one.span):
        return None
    said = doc[one.first : one.cut]
    if _SAID.match(said):
        return one
    if len(parts) > _MANY and said != said.title():
        one.is_asked = True
        return one
    return None


def _is_thrice(low: str, second: int, length: int, parts: list[str]) -> bool:
    """Whether the phrase goes on after its repeat: on and on and on."""
    after = low[second + length : second + 2 * length + 1].strip(" ,")
    some = 1 if len(parts) < 3 else 2  # words that show that it goes on
    return bool(after) and len(parts) <= _MANY and _parts(after)[:some] == parts[:some]


def _name(doc: Document, one: Doubled, parts: list[str]) -> Doubled | None:
    """A name, if it is inside a sentence."""
    again = doc[one.second : one.end]
    before, after = doc.before(one.first, 12), doc.after(one.end, 3)
    if again.isupper() or not again[0].isupper() or len(parts) < 2 or _PLACES.issuperset(parts):
        return None
    if {*parts} & _PLACES or "," in again or len(again) < 6:
        return None
    if not _IN_SENTENCE.search(before) or not pattern(r" [a-z]|[.,]").match(after):
        return None
    return one


def _is_idiom(doc: Document, first: int, parts: list[str]) -> bool:
    """Whether English repeats such a phrase on purpose."""
    before = doc.before(first, 60)
    last = [one.strip(",") for one in before.lower().split()[-1:]] or [""]
    if (
        (last[0] in _CALLED and parts[0] in ("a", "an", "the"))
        or _is_the_more(parts)
        or _SMALL.issuperset(parts)
    ):
        return True
    if (parts[0] in _PRONOUNS or parts[0] in _COPULAS) and len(parts) <= 4 and _IF.search(before):
        return True
    if len(parts) == 2 and {*parts} & _PERSONS and {*parts} & _MINDS:
        return True  # she said she said so
    if parts[:2] == ["of", "the"] and (parts[-1].endswith("st") or parts[-1] == "few"):
        return len(parts) == 3  # a weekend of the best of the best
    if len(parts) != 2:
        return False
    left, right = parts
    if left == "as":
        return True  # as white as white
    if right in ("me", "us") and doc.text[first].isupper():
        return True
    if left in ("and", "or"):
        return right in _AFTER_AND or right.endswith("er") or last[0] == right
    if right in ("to", "for", *_BETWEEN):
        is_verb = left in _VERBS_TO or left.endswith(("ed", "ing"))
        if right == "for":
            return left in _FOR_IDIOMS
        return right in ("and", "or") or not is_verb
    return False


def _is_the_more(parts: list[str]) -> bool:
    """Whether the phrase is half of “the more you have the more you have to lose”."""
    return parts[0] == "the" and (parts[1] in ("more", "less") or parts[1].endswith("er"))


def _day_twice(doc: Document, first: int, second: int) -> Iterator[Doubled]:
    """A sentence that opens with the day and gives it again after “said”."""
    day = _DAY.match(doc.text[first : first + 14])
    if day is None or not doc.text.startswith(day[0][1:], second + 1):
        return
    sentence = doc.sentence_at(first)
    if sentence is None or sentence.start != first or second > sentence.end:
        return
    if _SAID_ON.match(doc[first + len(day[0]) : second]) and not doc.quote_at((first, second)):
        yield Doubled(first, second, len(day[0]), is_asked=True, is_apart=True)
