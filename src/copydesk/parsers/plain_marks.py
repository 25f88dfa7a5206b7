"""What a paragraph of plain text shows itself to be, by its own words alone.

Notes to readers, captions, credits, bylines, items of lists, and *tags*: lines
that are no prose at all (rules, wire codes, addresses, sign-offs, the furniture
of a web page). All lengths are code points.
"""

from __future__ import annotations

import re
from functools import cache

from copydesk.document import dateline

CLOSERS = "\"'\u2019\u201d\u00bb)]"
_STOPS = ".!?:\u2026"
_TAG = 100
_CREDIT = 200

_ITEM = re.compile(
    r"(?:[\u2022\u2023\u25e6\u25aa\u25cf*\u2013-]|\(?(?:\d{1,2}|[A-Za-z])\)|\d{1,2}\.)"
    r"[ \t\u00a0]+(?=[^\s*\u2013\u2022-])"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Rev|Hon|Prof|Jr|Sr|Inc|Co|"
    r"Corp|Ltd|No|vs|v|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Za-z])\.$"
)
SENTENCE_END = re.compile(r"[.!?][\"\u201d\u2019')\]]*\s+(?=[\"\u201c\u2018'(]?[A-Z])")

_NOTES = (
    "correction:", "corrections:", "clarification:", "clarifications:", "correction ", "corrects ",
    "editor's note", "editors' note", "editor note", "(corrects ", "(clarifies ", "(refiles ",
    "corrections & clarifications", "corrections and clarifications", "eds: corrects",
    "an earlier version of this", "a previous version of this", "note to readers",
)  # fmt: skip
_NOTE_THINGS = ("story", "article", "report", "post", "piece", "version", "item", "headline")
_NOTE_VERBS = ("corrected", "updated", "clarified", "amended", "revised", "changed", "edited")
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
_FURNITURE = frozenset({
    "ad", "ads", "advertisement", "image", "images", "photo", "photos", "video", "videos",
    "caption", "credit", "audio", "gallery", "slideshow", "play video", "read more", "related",
    "share", "related articles", "related stories", "share this", "share this article",
    "recommended", "recommended videos", "watch", "listen", "loading", "whatsapp", "facebook", "twitter", "email",
    "print", "comments", "comment", "topics", "tags", "up next", "see also", "more", "menu",
    "follow us", "subscribe", "sign up", "story continued below", "story continues below",
    "most read", "trending", "disclaimer", "ends", "end", "more follows", "mtf", "breaking",
    "exclusive", "update", "updated", "developing",
})  # fmt: skip
_TAG_OPENINGS = (
    "zczc", "nnnn", "eds:", "^eds", "sign up for", "subscribe to",
    "click here", "click to", "read more", "related:", "follow ", "see also", "watch:", "listen to",
    "hide caption", "enlarge this image", "story continue", "continue reading", "copyright",
    "\u00a9", "(c) ", "all rights", "slideshow", "additional reporting", "(additional reporting",
    "reporting by", "(reporting by", "editing by", "(editing by", "writing by", "(writing by",
    "with assistance", "with files from", "contributing:", "contributors:", "compiled by",
    "source:", "sources:", "this article is more than", "updated at", "updated on", "updated:",
    "published:", "published on", "last updated", "last modified", "posted:", "\u2014 ", "more:",
    "-30-", "-ends-", "- 30 -", "- ends -", "-end-",
)  # fmt: skip
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


def item_mark(head: str) -> int:
    """How many code points of bullet, dash, number or letter, with blanks, open a list item.

    0 where none does. A dash must be followed by a blank, so ``-30-`` is none.
    """
    match = _ITEM.match(head)
    return match.end() if match else 0


def is_closed(text: str) -> bool:
    """Whether the text ends in a mark that can end a paragraph."""
    text = text.rstrip(CLOSERS)
    return bool(text) and text[-1] in _STOPS


def has_final_stop(text: str) -> bool:
    """Whether the text ends in a full stop that is not an abbreviation's."""
    text = text.rstrip(CLOSERS)
    return text.endswith(".") and not text.endswith("..") and not _ABBREVIATION.search(text[-8:])


def sentences(text: str) -> int:
    """How many sentences a short text holds, at least one."""
    count = 1
    for end in SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[max(0, end.start() - 8) : end.start() + 1]):
            count += 1
    return count


def has_title_case(text: str) -> bool:
    """Whether every longer word begins with a capital, as in some papers' headlines."""
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and all(word[0].isupper() for word in longer)


def is_tag(head: str, size: int) -> bool:
    """Whether a line is no prose: a rule, a wire code, an address, furniture."""
    if size > _TAG:
        return False
    if not any(letter.isalnum() for letter in head):
        return True
    lower = head.lower()
    if head[0] in "%^<{[=\\~|#" or head[0] < " " or lower.rstrip(".!:") in _FURNITURE:
        return True
    if lower.startswith(("http://", "https://", "www.")):
        return " " not in head
    return lower.startswith(_TAG_OPENINGS) or head[-1] == "/" or is_agency_tag(head)


def is_agency_tag(line: str) -> bool:
    """Whether a line is an agency's name: ``(Reuters)``, ``AFP``, ``USA TODAY``."""
    if len(line) > 40:
        return False
    name = line.strip("()*- ")
    words = name.split()
    if name.upper() == "USA TODAY":
        return True
    if len(words) == 1 and (name.isupper() or line[0] == "(" or name == "Reuters"):
        return dateline.is_agency(name)
    if not 1 < len(words) < 4 or words[0] not in ("The", "Associated", "Canadian"):
        return False
    return all(word[0].isupper() for word in words) and dateline.is_agency(name)


def is_byline(line: str) -> bool:
    """``By Jane Doe``, ``BY JANE DOE AND JOHN ROE``, ``By Jane Doe, Staff Writer``.

    One word is a name only in capitals (``By AFP``). What follows the name must
    be another, a place, a paper or a role; no sentence begins that way.
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
    """The words behind the ``By`` that opens a line; none if none does."""
    if len(line) > 140 or line[-1] in "!?:," or has_final_stop(line):
        return []
    words = line.split()
    if words[0].lower() in ("written", "posted", "story", "words", "analysis"):
        del words[0]
    return words[1:] if words and words[0].lower() == "by" else []


def is_caption(lower: str, tail: str) -> bool:
    """Whether a paragraph opens as captions do or ends in a credit.

    Args:
        lower: its first words in lower case.
        tail: its last words as they stand.
    """
    return lower.startswith(_CAPTIONS) or _ends_in_credit(tail)


def is_credit(line: str) -> bool:
    """Whether a line, bracketed or not, names a photographer or picture desk only."""
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
    """Whether the words are names: at most ten, capitalised but for small ones."""
    if not 0 < len(words) <= 10 or has_final_stop(words[-1]):
        return False
    return all(word in _SMALL or not (word.islower() or word[0] in "@#") for word in words)


def _is_desk(name: str) -> bool:
    """Whether the words after the slash end in a known picture desk."""
    lower = name.strip(" .)").lower()
    return lower in _DESKS or lower.endswith(_DESK_ENDS)


@cache
def _bare_credit() -> re.Pattern[str]:
    """A credit that ends a caption without any mark before it."""
    return re.compile(
        r"(?:(?:REUTERS|Reuters|AFP|EPA)/[A-Z][\w.'\u2019 /-]{2,60}"
        r"|\w ?/ ?(?:AFP|AP|Reuters|EPA|PA)|Getty Images|via AP|\| (?:AP|AP Photo|Getty)|AP Photo"
        r"|(?:Photo|Photograph|Credit): [A-Z][^.]{2,80})$"
    )


def _ends_in_credit(tail: str) -> bool:
    """Whether a paragraph ends in a credit, in brackets or bare.

    Where a full stop ends the paragraph it is a sentence that speaks of the
    agency, not a credit.
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
    last = SENTENCE_END.split(tail)[-1]
    return len(last) < len(tail) and is_credit(last)


def is_note(head: str) -> bool:
    """Whether the paper speaks to its readers about this story."""
    lower = head[:120].lower().replace("\u2019", "'").lstrip("(*[ ")
    if lower.startswith(_NOTES):
        return True
    words = lower.split(None, 8)
    if len(words) < 4 or words[0] != "this" or words[1] not in _NOTE_THINGS:
        return False
    return words[2] in ("has", "was") and any(verb in words[3:8] for verb in _NOTE_VERBS)
