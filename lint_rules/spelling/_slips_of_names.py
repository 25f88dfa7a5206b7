"""Capitalised words that no list has: slips of common names and words, or other names."""

from __future__ import annotations

from copydesk import Document, Severity, Span, pattern
from lint_rules._shared.prose import words
from lint_rules._shared.spelled import CLEARLY, Near
from lint_rules.spelling._likely_slips import ADDED, BESIDE, price

SHORTEST = 5  # letters of a name
_SURE, _ASKED, _LONG = 6, 7, 8  # of a name that was surely meant, of one to ask about, of a word
_COMMON = 60  # rank of a word that was meant
_CAPITAL_AFTER = pattern(r"(?:['’]s)? [A-Z]")
_CAPITAL_BEFORE = pattern(r"[A-Z][\w.’'-]* \Z")
_NO_NAME = pattern(
    r"(?:\A|[\s“\"(])(?:In|On|Of|The|By|At|From|For|To|And|Until|Since|North|South|East|West|New|"
    r"Northern|Southern|Eastern|Western|Prime|Foreign|Former|State|House|United) \Z"
)
# Nobody and nothing is called like these, but for a letter.
_CALENDAR = words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February September October "
    "November December"
)
_FOREIGN = ("cional", "sional", "tionale", "zione", "cion", "ismo", "ista", "iya", "ija")


def judged(doc: Document, span: Span, shown: str, found: list[Near]) -> Severity | None:
    """How sure it is that a capitalised word is a slip; None if it may be a name."""
    meant, low = found[0], shown.lower()
    ahead = meant.rank - (found[1].rank if len(found) > 1 else 0)
    is_name = meant.word[0].isupper()
    if ahead < CLEARLY // 2 or low.endswith(_FOREIGN) or _at_the_edge(low, meant.word.lower()):
        return None
    if not is_name and (len(low) < _LONG or meant.rank < _COMMON):
        return None
    cost = price(low, meant.word.lower())
    if meant.word in _CALENDAR and len(low) >= _SURE and cost <= ADDED:
        return Severity.FIX
    is_added = not is_name and cost <= ADDED and len(low) > len(meant.word)
    if is_added or (cost == 0 and len(low) >= _SURE):
        return Severity.FIX
    if _has_a_name_beside(doc, span) or cost > BESIDE:
        return None
    if cost == 0:
        return Severity.FIX if meant.rank >= _COMMON else None
    return Severity.ASK if len(low) >= _ASKED else None


def _at_the_edge(word: str, meant: str) -> bool:
    """Whether the slip is at the first or the last letter, and no swap or doubled letter."""
    if word[0] == meant[0] and (sorted(word) == sorted(meant) or word + word[-1] == meant):
        return False
    return word[0] != meant[0] or word[-1] != meant[-1] or word == meant[:-1] or word[:-1] == meant


def _has_a_name_beside(doc: Document, span: Span) -> bool:
    """Whether a capitalised word that may be part of the same name is next to it."""
    text, (start, end) = doc.text, span
    if _CAPITAL_AFTER.match(text, Span(end, min(len(text), end + 4))):
        return True
    before = text[max(0, start - 30) : start]
    return bool(_CAPITAL_BEFORE.search(before)) and not _NO_NAME.search(before)
