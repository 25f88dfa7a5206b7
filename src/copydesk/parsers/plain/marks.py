"""Recognize the kind of a paragraph of plain text by its words alone.

Notes to readers, list items, and *tags*: lines that are not prose at all (rules,
wire codes, addresses, sign-offs, web page furniture). Bylines and credits are in
``credits``. All lengths are in code points.
"""

from __future__ import annotations

from functools import cache

from copydesk.document import dateline
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

CLOSERS = "\"'\u2019\u201d\u00bb)]"
_STOPS = frozenset(".!?:\u2026")
_TAG = 100

_BULLETS = frozenset("\u2022\u2023\u25e6\u25aa\u25cf*\u2013-")
_ABBREVIATIONS = frozenset({
    "mr", "mrs", "ms", "dr", "st", "sen", "sens", "rep", "reps", "gov", "gen", "lt", "col", "sgt",
    "capt", "rev", "hon", "prof", "jr", "sr", "inc", "co", "corp", "ltd", "no", "vs", "jan", "feb",
    "aug", "sept", "oct", "nov", "dec",
})  # fmt: skip

_NOTES = (
    "correction:", "corrections:", "clarification:", "clarifications:", "correction ", "corrects ",
    "editor's note", "editors' note", "editor note", "(corrects ", "(clarifies ", "(refiles ",
    "corrections & clarifications", "corrections and clarifications", "eds: corrects",
    "an earlier version of this", "a previous version of this", "note to readers",
    "this version of the",
)  # fmt: skip
_NOTE_THINGS = ("story", "article", "report", "post", "piece", "version", "item", "headline")
_NOTE_VERBS = ("corrected", "updated", "clarified", "amended", "revised", "changed", "edited")
_FURNITURE = frozenset({
    "ad", "ads", "advertisement", "image", "images", "photo", "photos", "video", "videos",
    "caption", "credit", "audio", "gallery", "slideshow", "play video", "read more", "related",
    "share", "related articles", "related stories", "share this", "share this article",
    "recommended", "recommended videos", "watch", "listen", "loading", "whatsapp", "facebook",
    "twitter", "email",
    "print", "comments", "comment", "topics", "tags", "up next", "see also", "more", "menu",
    "follow us", "subscribe", "sign up", "story continued below", "story continues below",
    "most read", "trending", "disclaimer", "ends", "end", "more follows", "mtf", "breaking",
    "exclusive", "update", "updated", "developing",
})  # fmt: skip
_TAG_OPENINGS = (
    "zczc", "nnnn", "eds:", "^eds", "sign up for", "subscribe to",
    "click here", "click to", "read more", "related:", "follow ", "see also", "watch:", "listen to",
    "share this",
    "hide caption", "enlarge this image", "story continue", "continue reading", "copyright",
    "\u00a9", "(c) ", "all rights", "slideshow", "additional reporting", "(additional reporting",
    "reporting by", "(reporting by", "editing by", "(editing by", "writing by", "(writing by",
    "with assistance", "with files from", "contributing:", "contributors:", "compiled by",
    "source:", "sources:", "this article is more than", "updated at", "updated on", "updated:",
    "published:", "published on", "last updated", "last modified", "posted:", "\u2014 ", "more:",
    "-30-", "-ends-", "- 30 -", "- ends -", "-end-",
)  # fmt: skip


def item_mark(head: str) -> int:
    """The length of a list mark (bullet, dash, number or letter), with the space after it.

    0 if there is no mark. A space must follow a dash, so ``-30-`` has no mark.
    """
    if not head or head[0].isspace() or (head[0].isalpha() and head[1:2] != ")"):
        return 0
    mark = head[:6].split(None, 1)[0]
    if not _is_label(mark):
        return 0
    words = head[len(mark) :].lstrip(" \t\u00a0")
    end = len(head) - len(words)
    return end if words and end > len(mark) and words[0] not in "*\u2013\u2022-" else 0


def _is_label(mark: str) -> bool:
    """Whether a word is a bullet, a dash, or one like ``1.``, ``12)``, ``(a)``."""
    if mark[-1] == ")":
        label = mark[:-1].removeprefix("(")
        return (label.isdecimal() and len(label) < 3) or (label.isalpha() and len(label) == 1)
    return mark in _BULLETS or (mark[-1] == "." and mark[:-1].isdecimal() and len(mark) < 4)


def is_closed(text: str) -> bool:
    """Whether the text ends in a mark that can end a paragraph."""
    text = text.rstrip(CLOSERS)
    return text[-1:] in _STOPS


def has_final_stop(text: str) -> bool:
    """Whether the text ends in a full stop that does not belong to an abbreviation."""
    text = text.rstrip(CLOSERS)
    return text[-1:] == "." and text[-2:] != ".." and not _is_abbreviation(text)


def _is_abbreviation(text: str) -> bool:
    """Whether the word before the final full stop is an abbreviation or an initial."""
    word = text[-12:-1].replace(".", " ").split(" ")[-1].lstrip('("\u201c')
    return (len(word) == 1 and word.isalpha()) or word.lower() in _ABBREVIATIONS


@cache
def sentence_end() -> re.Pattern[str]:
    """A pattern for the marks and spaces between two sentences."""
    return compiled(r"[.!?][\"\u201d\u2019')\]]*\s+(?=[\"\u201c\u2018'(]?[A-Z])")


def sentences(text: str) -> int:
    """The number of sentences in a short text, at least one."""
    ends = sentence_end().finditer(text)
    return 1 + sum(
        text[end.start()] != "." or not _is_abbreviation(text[: end.start() + 1]) for end in ends
    )


def has_title_case(text: str) -> bool:
    """Whether every longer word is capitalised, as in some papers' headlines."""
    longer = [word for word in text.split() if len(word) > 3 and word[0].isalpha()]
    return len(longer) > 2 and all(word[0].isupper() for word in longer)


def is_tag(head: str, size: int) -> bool:
    """Whether a line is not prose: a rule, a wire code, an address or page furniture."""
    if size > _TAG:
        return False
    if not (head[:1].isalnum() or any(map(str.isalnum, head))):
        return True
    lower = head.lower()
    if head[0] in "%^<{[=\\~|#" or head[0] < " " or lower.rstrip(".!:") in _FURNITURE:
        return True
    if lower.startswith(("http://", "https://", "www.")):
        return " " not in head
    if lower.endswith(("read more", "click here")):
        return True
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


def is_note(head: str) -> bool:
    """Whether the paragraph is a note to readers about the story, such as a correction."""
    lower = head[:120].lower().replace("\u2019", "'").lstrip("(*[ ")
    if lower.startswith(_NOTES):
        return True
    words = lower.split(None, 8) if lower.startswith("this") else []
    if len(words) < 4 or words[0] != "this" or words[1] not in _NOTE_THINGS:
        return False
    return words[2] in ("has", "was") and any(verb in words[3:8] for verb in _NOTE_VERBS)
