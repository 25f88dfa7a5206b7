"""Finds quotation marks, and whether each of them opens or closes.

A curly mark has a direction of its own; that of a straight mark follows from the
characters on either side. If these do not decide it, the mark is left undecided
for the pairing, which knows whether a quotation is open. Apostrophes and the signs
for feet, inches, minutes and seconds are left out here or, if only a missing
partner shows what they are, marked as doubtful.
"""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

OPEN = 1  # opens a quotation
CLOSE = 2  # closes a quotation
EITHER = 3  # undecided by the context
ODD_OPEN = 4  # an opening mark where the context expects a closing one
ODD_CLOSE = 5  # a closing mark where the context expects an opening one

# All marks except apostrophes between two letters or digits.
MARKS = compiled(
    "[\"\u201c\u201d\u201e\u201f\u00ab\u00bb'\u2018\u2019\u201a`]"
    '(?:(?<=["\u201c\u201d\u201e\u201f\u00ab\u00bb])|(?<!\\w.)|(?!\\w))'
)
SINGLES = "'\u2018\u2019\u201a`"
_ANY = '"\u201c\u201d\u201e\u201f\u00ab\u00bb' + SINGLES
_OPENING = frozenset("\u201c\u201e\u00ab")
_CLOSING = frozenset("\u201d\u201f\u00bb")
_BEFORE = frozenset("([{<\u2014\u2013-/\u00bf\u00a1")
_AFTER = frozenset(".,;:!?\u2026)]}>\u2014\u2013-/")
_ENDING = frozenset(".,;:!?)]}>")
_DASHES = frozenset("\u2014\u2013-")
_STOPS = frozenset(".,!?\u2026\u2014")
_SKIP = 3  # maximum number of adjacent marks skipped

# Words that begin with an apostrophe, given without it.
_CLIPPED = frozenset(
    {
        "em", "n", "til", "till", "cause", "cos", "coz", "tis", "twas", "twere", "twill", "bout",
        "round", "neath", "hood", "burbs", "im", "er", "ere", "nuff", "nother", "nam", "tude",
        "fro", "sup", "tween", "gainst", "fraid", "kay", "scuse", "ol", "bama", "cuz", "cept",
        "frisco",
    }
)  # fmt: skip

_AND = frozenset({"'n", "\u2019n", "\u2018n"})
_DOCKED = frozenset({"ol", "wi", "th", "an", "lil", "mo"})


class Mark(ValueTuple):
    """A double mark: its start and end, and which way it points.

    ``measure``: whether a number of up to three digits, or a decimal, precedes
    it, so that it could also be the sign for inches or seconds.
    """

    start: int
    end: int
    turn: int
    measure: bool


class Single(ValueTuple):
    """A single mark that may be a quotation mark.

    ``opens``: whether it opens or closes. A ``sure`` mark must have a partner; any
    other mark without a partner is an apostrophe. A ``doubtful`` mark opens only if
    its partner leaves no other reading. ``stopped``: whether it is a closing mark
    after punctuation, where an apostrophe cannot be.
    """

    start: int
    opens: bool
    sure: bool
    doubtful: bool = False
    stopped: bool = False


def double(text: str, start: int, end: int, low: int, high: int) -> Mark:
    """The double mark at ``start`` to ``end``, in the slot from ``low`` to ``high``."""
    turn = _turn(text, start, end, low, high)
    mark = text[start]
    if mark in _OPENING:
        turn = ODD_OPEN if turn == CLOSE else OPEN
    elif mark in _CLOSING:
        turn = ODD_CLOSE if turn == OPEN else CLOSE
    measure = start > low and text[start - 1].isdigit() and _is_measure(text, start, low)
    return Mark(start, end, turn, measure)


def single(text: str, at: int, low: int, high: int) -> Single | None:
    """The single mark at ``at``; None if it can only be an apostrophe."""
    mark = text[at]
    after = text[at + 1] if at + 1 < high else ""
    if _turn(text, at, at + 1, low, high) == OPEN or mark == "\u201a":
        if _is_clipped(text, at + 1, high):
            return None
        doubtful = mark == "\u2019" or after.isdecimal()
        return Single(at, True, not doubtful and _must_close(text, at, low, after), doubtful)
    before = _beyond(text, at - 1, -1, low, high)
    if after.isalnum() or not before or before.isspace() or _is_clip(text, at, low):
        return None
    stopped = before in _STOPS and not _is_initial(text, at, low)
    if mark == "'" and after == " " and text[at - 1].isdigit() and _is_measure(text, at, low):
        return None
    sure = stopped or not _may_be_possessive(text, at, low, after)
    return Single(at, False, sure, False, stopped)


def _turn(text: str, start: int, end: int, low: int, high: int) -> int:
    """Which way a mark points by its context; adjacent marks are skipped."""
    before = _beyond(text, start - 1, -1, low, high)
    after = _beyond(text, end, 1, low, high)
    opens = not before or before.isspace() or before in _BEFORE
    closes = not after or after.isspace() or after in _AFTER
    if opens != closes:
        return OPEN if opens else CLOSE
    if not opens:
        return EITHER
    if not before:
        return OPEN if start == low or after.isalnum() else CLOSE
    if after == "\u2026" or text.startswith("...", end):
        return OPEN
    if not after or after in _ENDING or (before in _DASHES and after.isspace()):
        return CLOSE
    return OPEN if before.isspace() and after in _DASHES else EITHER


def _beyond(text: str, at: int, step: int, low: int, high: int) -> str:
    """The first code point from ``at`` on that is not a mark; empty at the edge of the slot."""
    for _ in range(_SKIP):
        if not low <= at < high:
            return ""
        if text[at] not in _ANY:
            return text[at]
        at += step
    return text[at] if low <= at < high else ""


def _is_measure(text: str, at: int, low: int) -> bool:
    """Whether a number of one to three digits, or a decimal, ends before ``at``."""
    digits = text[max(low, at - 5) : at]
    number = digits[len(digits.rstrip("0123456789.,")) :]
    return 0 < len(number) < 4 or "." in number


def _is_clipped(text: str, at: int, high: int) -> bool:
    """Whether the word at ``at`` is one that an apostrophe shortens at the start.

    That is ``em``, ``til`` and the like, or a decade: ``90s``.
    """
    word = text[at : min(at + 12, high)]
    if word[:2].isdecimal():
        return word[2:3] == "s" and not word[3:4].isalpha()
    length = 0
    while length < len(word) and word[length].isalpha():
        length += 1
    return word[:length].lower() in _CLIPPED


def _is_clip(text: str, at: int, low: int) -> bool:
    """Whether the mark ends ``'n'``, short for *and*, or words such as ``ol'`` and ``wi'``."""
    word = text[max(low, at - 3) : at].lower()
    return word[-2:] in _AND or word.lstrip(' (\u2014-"\u201c') in _DOCKED


def _must_close(text: str, at: int, low: int, after: str) -> bool:
    """Whether an opening single mark without a partner is a fault, not an apostrophe.

    A straight mark is one only before a capital, at the start of a slot or after a
    colon or comma. A curly mark always is, except in what may be an Arabic or
    Hawaiian name.
    """
    if text[at] == "\u2018":
        name = after in "AEIOU" and text[at + 2 : at + 3].islower()
        return not name
    lead = text[max(low, at - 2) : at]
    return text[at] == "'" and after.isupper() and (not lead or lead in (": ", ", "))


def _is_initial(text: str, at: int, low: int) -> bool:
    """Whether the full stop before ``at`` ends an abbreviation: ``the U.S.' role``."""
    return text[at - 1] == "." and at - 2 >= low and text[at - 2].isupper()


def _may_be_possessive(text: str, at: int, low: int, after: str) -> bool:
    """Whether the mark may be a possessive or a dropped letter: ``boys'``, ``nothin'``."""
    if after not in (" ", "\u00a0"):
        return False
    return text[at - 1] in "sSzxZX" or text[max(low, at - 2) : at] == "in"
