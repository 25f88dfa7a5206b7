"""Titles, days, names, figures and parts of compounds that stand twice in a row."""

from __future__ import annotations

from copydesk import Document, Iterator, Span, pattern
from lint_rules._shared.prose import words

_WIDEST = 3  # code points between the two

_TITLES = words(
    "mr mrs ms dr sen rep gov lt col sgt gen prof rev president minister mayor senator governor"
    " officer professor sir lord councillor councilman councilwoman secretary director congressman"
    " congresswoman ambassador commissioner detective sergeant captain lieutenant colonel general"
    " inspector superintendent archbishop bishop sheriff attorney"
)
_SHORT = words("mr mrs ms dr sen rep gov lt col sgt gen prof rev")
_DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june"
    " july august september october november december"
)
_BEFORE_DAY = words(
    "on in last next every by until since from before after this early late for through to of"
    " between mid and until till said"
)
_NAMED = words(
    "sirhan walla duran humbert bora pago wagga talk bela wang tuk boutros kinshasa phi chin ling"
    " named called nicknamed band group duo song dog cat panda singer tin pom lala jojo"
)
_NUMBERS = words("one two three four five six seven eight nine ten")
_PREFIXES = words("anti non pre post pro multi semi mid")
_COUNTED = pattern(
    r"-(?:year|month|week|day|hour|minute|mile|foot|man|woman|person|storey|story|bedroom|page|part"
    r"|time|term|vote|point|seat|game|member|state|lane|car|storeys|thirds|way|nation)\b"
)
_UNIT = pattern(
    r" (?:million|billion|trillion|percent|per cent|years?|months?|weeks?|days?|people)\b"
)
_WORD_BEFORE = pattern(r"(?:^|[\s“\"(])([a-z]+) \Z")
_NEXT = pattern(r" [a-z\d]|[.,;]")


class Twice:
    """A word or figure that stands twice.

    Attributes:
        cut: where the first one ends.
        span: both.
        is_asked: whether it may be meant.
    """

    __slots__ = ("cut", "is_asked", "span")

    def __init__(self, cut: int, span: Span, *, is_asked: bool) -> None:
        self.cut = cut
        self.span = span
        self.is_asked = is_asked


def slips(doc: Document) -> Iterator[Twice]:
    """The titles, days, names, figures and parts of compounds that are repeated by mistake."""
    index = doc.words
    for first in index.doubled:
        word = index.word_at(first)
        cut = first + len(word)
        second = doc.text.find(doc.text[first:cut], cut, cut + _WIDEST + len(word))
        if second < 0:
            continue
        verdict = _verdict(doc, word, first, second)
        end = second + len(word)
        if verdict and not doc.is_verbatim((first, end)):
            if word in _SHORT and doc.text[cut] == "." == doc.after(end, 1):
                cut, end = cut + 1, end + 1
            yield Twice(cut, Span(first, end), is_asked=verdict == "ask")


def _verdict(doc: Document, word: str, first: int, second: int) -> str:
    """“fix”, “ask”, or nothing if the word may stand twice."""
    gap, after = doc[first + len(word) : second], doc.after(second + len(word), 12)
    if doc.text[first - 1 : first].isalnum() or after[:1].isalnum():
        return ""
    if word.isdecimal():
        return _of_figure(doc, first, after) if gap == " " else ""
    if gap == "-":
        return _of_compound(word, first, doc, after)
    if not doc.text[first].isupper() or (gap.strip() and word not in _SHORT):
        return ""
    if word in _TITLES:
        return "fix" if gap.strip(" ") in (after[:1].strip(), "") and _is_before_name(after) else ""
    return _of_name(doc, word, first, after) if gap == " " else ""


def _is_before_name(after: str) -> bool:
    """Whether a name follows a title."""
    return after.lstrip(". ")[:1].isupper() and after[:1] in ". "


def _of_figure(doc: Document, first: int, after: str) -> str:
    before = doc.before(first, 12)
    if before.endswith(("$", "£", "€")) and _UNIT.match(after):
        return "ask"
    if not _WORD_BEFORE.search(before) or after[:1] in ("-", "–", ":", "/"):
        return ""
    return "ask" if _UNIT.match(after) else ""


def _of_compound(word: str, first: int, doc: Document, after: str) -> str:
    before = doc.before(first, 1)
    if before in ("-", "–", "/"):
        return ""
    if word in _NUMBERS:
        return "ask" if _COUNTED.match(after) else ""
    return "ask" if word in _PREFIXES and after[:1] == "-" and after[1:2].islower() else ""


def _of_name(doc: Document, word: str, first: int, after: str) -> str:
    """A day behind “on”; another name inside a sentence that the story has once elsewhere."""
    before = _WORD_BEFORE.search(doc.before(first, 16))
    if before is None or not _NEXT.match(after + "."):
        return ""
    if word in _DAYS:
        return "fix" if before[1] in _BEFORE_DAY else ""
    starts = doc.words.starts(word)
    is_alone = len(starts) > 2 and sum(at in starts for at in doc.words.doubled) == 1
    if not is_alone or len(word) < 4 or {word, before[1]} & _NAMED:
        return ""
    return "" if doc[first : first + len(word)].isupper() else "ask"
