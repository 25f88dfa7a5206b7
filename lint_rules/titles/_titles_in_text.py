"""Titles as they appear in copy, with or without a name, and the places after them."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Iterator, Match, Span, ValueTuple, pattern
from copydesk.facts import Facts, fold

_WORD = pattern(r"[^\W\d_][\w.'’]*")
GAP = pattern(
    r"(?P<mark>,?)[ \u00a0\u202f](?:[–—-][ \u00a0])?"
    r"(?:(?:Sir|Dame|Lord|Baroness|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Gen\.|Sheikh)[ \u00a0])?(?=[^\W\d_])"
)
"""What is between a title and a name."""

_OF = pattern(
    r"[ \u00a0](?:of|from)[ \u00a0](?:the[ \u00a0])?"
    r"(?P<place>(?:(?:\p{Lu}\.){2,}|\p{Lu}[\p{L}’'-]+)"
    r"(?:[ \u00a0](?:of[ \u00a0])?(?:the[ \u00a0])?\p{Lu}[\p{L}’'-]+){0,3})"
)
_HEAD = "head"
_RULERS = ("dictator", "strongman", "ruler")  # titles of no office, before the name of a head
_WHERE = frozenset(
    {"in", "from", "to", "at", "near", "across", "outside", "via", "into", "visiting", "leaving"}
)
_WITH = frozenset({"with", "of", "for", "toward", "towards", "against"})
_SHORT = 4  # letters: U.S. and U.K. are shorter
_HOUR = pattern(r"\d[ \u00a0]?\Z")
CLOSE = 20
"""Code points after a title in which a name or the end of an apposition begins."""

LONG = 150
"""Code points of a long name."""


class Title(ValueTuple):
    """A title, with or without a name.

    Attributes:
        span: the title.
        of: the place after it; empty if there is none.
        gap: what is between them and the word that follows; None if that may be no name.
    """

    span: Span
    of: Span
    gap: Match[str] | None


@lru_cache(maxsize=2)
def titles_at(doc: Document, facts: Facts) -> tuple[Title, ...]:
    """All titles in the facts, in order, each with what comes after it."""
    found, text = [], doc.text
    for title in _titles(doc, facts):
        of = place_after(text, title.end, facts)
        found.append(Title(title, of, GAP.match(text, (of.end, of.end + CLOSE))))
    return tuple(found)


def _titles(doc: Document, facts: Facts) -> Iterator[Span]:
    """The longest title at each place; none inside another."""
    text, words, starts = doc.text, doc.words, []
    for word in words.among(facts.first_words):
        most, alone, seconds = facts.first_words[word]
        size = len(word)
        for start in words.starts(word):
            if _is_followed(text, start + size, seconds):
                starts.append((start, size, most))
            elif alone:
                starts.append((start, size, 1))
    starts += [(start, len(word), 0) for word in (_HEAD, *_RULERS) for start in words.starts(word)]
    end = 0
    for start, size, most in sorted(starts):
        if start >= end and (start == 0 or not text[start - 1].isalnum()):
            first = Span(start, start + size)
            found = _title(text, first, most, facts) if most else _head(text, first, facts)
            if found is not None:
                end = found.end
                yield found


def _head(text: str, word: Span, facts: Facts) -> Span | None:
    """“Dictator” and the like, and “head” before “of” and a body that has a chief."""
    if text[word.start : word.end].lower() in _RULERS:
        return word
    of = place_after(text, word.end, facts)
    if of.end == word.end or not facts.offices("chief", fold(text[of.start : of.end])):
        return None
    return word


def _is_followed(text: str, end: int, seconds: frozenset[str]) -> bool:
    """Whether the word after one that ends at ``end`` is one of these, folded."""
    at = end + 1 if text[end : end + 1] != "." else end + 2
    near = text[at : at + 20]
    if near.isascii() and not near.lower().startswith(_in_order(seconds)):
        return False
    match = _WORD.match(text, (at, min(at + 20, len(text))))
    return match is not None and _folded(match[0].rstrip(".'’")) in seconds


_folded = lru_cache(maxsize=8192)(fold)
_in_order = lru_cache(maxsize=1024)(tuple[str, ...])  # for ``startswith``


def _title(text: str, first: Span, most: int, facts: Facts) -> Span | None:
    if _folded(text[first.start : first.end]) == "pm" and _HOUR.search(
        text, (max(0, first.start - CLOSE), first.start)
    ):
        return None  # “3:11 PM Najib Razak arrives”
    ends: list[int] = []
    at = start = first.start
    while len(ends) < most:
        reach = at + 30 if ends else first.end + 3  # with “.” or “’s”
        match = _WORD.match(text, (at, min(reach, len(text))))
        if match is None:
            break
        ends.append(match.end())
        at = match.end() + 1
        if text[match.end() : at] not in (" ", "-", "\u00a0", "\u2011"):
            break
    for end in reversed(ends):
        words = text[start:end]
        if _is_title(words, facts):
            bare = words.rstrip(".")
            is_short = len(bare.rpartition(" ")[2]) < 4
            return Span(start, end if is_short else start + len(bare))
    return None


@lru_cache(maxsize=8192)
def is_place(words: str, facts: Facts) -> bool:
    return facts.is_place(words)


def is_where(before: str, place: str, title: str, facts: Facts) -> bool:
    """Whether a place says where something happens: “in Japan President X said”.

    So it is after “in” and the like, if copy has another word for “Japanese” or the
    place has no such office. Bodies and U.S. stand before titles as they are.

    Args:
        before: the word before the place.
        place: the folded words of the place.
        title: the folded words of the title.
        facts: the facts of the run.
    """
    word = before.lower()
    if word not in _WHERE | _WITH or len(place) < _SHORT:
        return False
    offices = facts.of_place(place)
    if not any(
        one.adjectives for one in offices
    ):  # “the Federal Reserve Bank of Atlanta President”
        return word == "of" and not facts.offices(title, place)
    described = any(fold(word) == place for one in offices for word in one.adjectives)
    return not described or (word in _WHERE and not facts.offices(title, place))


@lru_cache(maxsize=8192)
def _is_title(words: str, facts: Facts) -> bool:
    return facts.is_title(fold(words))


def place_after(text: str, end: int, facts: Facts) -> Span:
    """The known place after a title and “of” or “from”; an empty span if there is none."""
    if text[end + 1 : end + 4] != "of " and text[end + 1 : end + 6] != "from ":
        return Span(end, end)
    match = _OF.match(text, (end, end + LONG))
    if match is None:
        return Span(end, end)
    words = match["place"].replace("\u00a0", " ").split(" ")
    for count in range(len(words), 0, -1):
        place = bare(" ".join(words[:count]))
        if is_place(fold(place), facts):
            return Span(match.start("place"), match.start("place") + len(place))
    return Span(end, end)


def bare(words: str) -> str:
    """Words without a possessive ’s."""
    return words[:-2] if words.endswith(("'s", "’s")) else words.rstrip("'’")
