"""Recognize bylines, credits and captions in plain text.

All lengths are in code points.
"""

from __future__ import annotations

from functools import cache

from copydesk.document import dateline
from copydesk.parsers.plain.marks import has_final_stop, is_closed, sentence_end
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_CREDIT = 200

_CAPTIONS = (
    "file photo", "file -", "file \u2013", "file \u2014", "photo:", "photos:", "caption:", "(photo",
    "pictured:", "picture:", "photo caption:",
)  # fmt: skip
_CREDITS = (
    "photo by", "photos by", "photo:", "photograph:", "photographs:", "photograph by", "graphic:",
    "photographer:", "photo credit:", "photo courtesy", "image:", "image credit:", "images:",
    "image by", "picture:", "picture by", "credit:", "mandatory credit:", "photo illustration by",
    "courtesy of", "video by", "ap photo", "afp photo", "file photo by", "getty images",
)  # fmt: skip
_DESKS = (
    "getty images", "getty", "afp", "ap", "reuters", "epa", "epa-efe", "pa", "pa wire", "dpa",
    "shutterstock", "bloomberg", "upi", "ap photo", "sipa", "xinhua", "anadolu", "alamy", "istock",
    "tass", "magnum", "rex", "zuma", "agence france-presse", "the associated press", "file photo",
    "associated press", "usa today sports", "usa today", "picture alliance", "press association",
)  # fmt: skip
_DESK_ENDS = tuple(mark + desk for desk in _DESKS for mark in (" ", "/", "/ "))
_PARTICLES = frozenset({
    "de", "del", "della", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "da",
    "di", "dos", "du", "ten", "ter", "y",
})  # fmt: skip
_SMALL = _PARTICLES.union("/|-&\u2013\u2014", ("for", "of", "via", "and", "the", "by", "in"))
_AFTER_NAMES = frozenset({
    "and", "in", "for", "with", "of", "at", "&", "|", "/", "-", "\u2013", "\u2014", ";", "=", ",",
})  # fmt: skip
_ROLES = frozenset({
    "staff", "senior", "special", "chief", "political", "correspondent", "correspondents",
    "reporter", "writer", "editor", "editors", "and", "in", "for", "with", "dpa", "freelance",
    "contributing", "national", "deputy",
})  # fmt: skip
_NO_NAMES = frozenset({
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
    "february", "march", "april", "june", "july", "august", "september", "october", "november",
    "december", "the", "this", "that", "contrast", "comparison", "law",
})  # fmt: skip


def is_byline(line: str) -> bool:
    """Whether a line is a byline, such as ``By Jane Doe`` or ``By Jane Doe, Staff Writer``.

    A single word must be in capitals or name an agency (``By AFP``). What follows the
    name must be another name, a place, a paper or a role, unlike in a sentence.
    """
    words = _after_by(line)
    if not words:
        return False
    if words[0].strip(",").lower() in _NO_NAMES:
        return words[0].lower() == "the" and dateline.is_agency(" ".join(words))
    names = 0
    for word in words:
        if not (word[0].isupper() or (names and word in _PARTICLES)):
            break
        names += 1
        if word[-1] in ",;|":
            break
    first = words[0].strip(",")
    if not names or (names == 1 and not first.isupper() and not dateline.is_agency(first)):
        return False
    rest = words[names:]
    if not rest:
        return True
    if words[names - 1][-1] in ",;|":
        return rest[0][0].isupper() or rest[0] in _ROLES
    after = rest[1] if len(rest) > 1 else "="
    return rest[0] in _AFTER_NAMES and (not after[0].islower() or after in ("the", "dpa"))


def _after_by(line: str) -> list[str]:
    """The words after the ``By`` at the start of a line; empty if there is no ``By``."""
    if len(line) > 140 or line[-1] in "!?:," or has_final_stop(line):
        return []
    words = line.split()
    if words[0].lower() in ("written", "posted", "story", "words", "analysis"):
        del words[0]
    return words[1:] if words and words[0].lower() == "by" else []


def is_caption(lower: str, tail: str) -> bool:
    """Whether a paragraph opens as captions do or ends in a credit.

    Args:
        lower: the start of the paragraph, in lower case.
        tail: the end of the paragraph.
    """
    return lower.startswith(_CAPTIONS) or _ends_in_credit(tail)


def is_credit(line: str) -> bool:
    """Whether a line, bracketed or not, only names a photographer or picture desk."""
    bracketed = line[:1] == "(" and line[-1:] == ")"
    name = line[1:-1].strip() if bracketed else line
    lower = name.lower()
    opening = lower.startswith(_CREDITS)
    if not (opening or "/" in name) or "(" in name or len(name) > _CREDIT:
        return False
    if opening:
        opening_length = max(len(start) for start in _CREDITS if lower.startswith(start))
        rest = name[opening_length:].lstrip(" :/").rstrip(".")
        return is_names(rest.split()) if rest else lower[opening_length - 1] != ":"
    if name[-1] == "/" or "://" in name or not is_names(name.split()):
        return False
    first, _, last = name.partition("/")
    return (bracketed and " " in first) or first in ("REUTERS", "AFP", "EPA") or _is_desk(last)


def is_names(words: list[str]) -> bool:
    """Whether the words are names: at most ten, all capitalised except small words."""
    if not 0 < len(words) <= 10 or has_final_stop(words[-1]):
        return False
    return all(word in _SMALL or not (word.islower() or word[0] in "@#") for word in words)


def _is_desk(name: str) -> bool:
    """Whether the words after the slash end in a known picture desk."""
    lower = name.strip(" .)").lower()
    return lower in _DESKS or lower.endswith(_DESK_ENDS)


@cache
def _bare_credit() -> re.Pattern[str]:
    """A pattern for a credit at the end of a caption without a mark before it."""
    return compiled(
        r"(?:(?:REUTERS|Reuters|AFP|EPA)/[A-Z][\w.'\u2019 /-]{2,60}"
        r"|\w ?/ ?(?:AFP|AP|Reuters|EPA|PA)|Getty Images|via AP|\| (?:AP|AP Photo|Getty)|AP Photo"
        r"|(?:Photo|Photograph|Credit): [A-Z][^.]{2,80})$"
    )


def _ends_in_credit(tail: str) -> bool:
    """Whether a paragraph ends in a credit, in brackets or not.

    If it ends in a full stop, this is a sentence that mentions the agency, not a
    credit, unless it is “Photo by …”.
    """
    tail = tail[-_CREDIT:]
    if tail[-1:] == ")":
        inner = tail[tail.rfind("(") :]
        return len(inner) < len(tail) and is_credit(inner)
    if is_closed(tail):
        return "hoto by " in tail and is_credit(tail[tail.rfind("Photo") :])
    if not ("/" in tail or "Photo" in tail or "Getty" in tail or ": " in tail or "|" in tail):
        return False
    if _bare_credit().search(tail):
        return True
    last = sentence_end().split(tail)[-1]
    return len(last) < len(tail) and is_credit(last)
