"""Capitalised words that no list has: slips of common names and words, or other names."""

from __future__ import annotations

from copydesk import Document, Severity, Span, pattern
from lint_rules._shared.spelled import CLEARLY, Near

_SHORTEST, _LONG = 6, 8  # letters of a name, and of a word, that is one letter off
_COMMON = 60  # rank of a word that was meant
_CAPITAL_AFTER = pattern(r"(?:['’]s)? [A-Z]")
_CAPITAL_BEFORE = pattern(r"[A-Z][\w.’'-]* \Z")
_NO_NAME = pattern(
    r"(?:\A|[\s“\"(])(?:In|On|Of|The|By|At|From|For|To|And|Until|Since|North|South|East|West|New|"
    r"Northern|Southern|Eastern|Western|Prime|Foreign|Former|State|House|United) \Z"
)
_FOREIGN = ("cional", "sional", "tionale", "zione", "cion", "ismo", "ista", "istan", "iya", "ija")


def judged(doc: Document, span: Span, shown: str, found: list[Near]) -> Severity | None:
    """How sure it is that a capitalised word is a slip; None if it may be a name."""
    meant, low = found[0], shown.lower()
    ahead = meant.rank - (found[1].rank if len(found) > 1 else 0)
    is_name = meant.word[0].isupper()
    if ahead < CLEARLY // 2 or low.endswith(_FOREIGN) or _at_the_edge(low, meant.word.lower()):
        return None
    if len(low) < (_SHORTEST if is_name else _LONG) or (not is_name and meant.rank < _COMMON):
        return None
    if _is_plain(low, meant):
        return Severity.FIX
    return None if len(low) < _LONG or _has_a_name_beside(doc, span) else Severity.ASK


def _at_the_edge(word: str, meant: str) -> bool:
    """Whether the slip is at the first or the last letter."""
    return word[0] != meant[0] or word[-1] != meant[-1] or word == meant[:-1] or word[:-1] == meant


def _is_plain(word: str, meant: Near) -> bool:
    """Whether no name is like that: letters of a long word swapped, dropped or doubled."""
    right = meant.word.lower()
    if len(word) == len(right):
        return sorted(word) == sorted(right)
    return len(right) > _SHORTEST and meant.rank >= _COMMON - 10


def _has_a_name_beside(doc: Document, span: Span) -> bool:
    """Whether a capitalised word that may be part of the same name is next to it."""
    text, (start, end) = doc.text, span
    if _CAPITAL_AFTER.match(text, Span(end, len(text))):
        return True
    before = text[max(0, start - 30) : start]
    return bool(_CAPITAL_BEFORE.search(before)) and not _NO_NAME.search(before)
