"""Given names with a surname after them, each place once: what rules look at before all people."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Span, ValueTuple, pattern
from lint_rules._shared.names import forms, kinds
from lint_rules._shared.prose import words

# After a given name: an initial, and a surname.
_NEXT = pattern(r"[ \u00a0](?:([A-Z])\.[ \u00a0])?([A-Z][\w’'-]{2,})")
_SPACES = (" ", "\u00a0")
_REACH = 40  # code points of an initial and a surname
# Given names that are words, too.
_NAMES = words(
    "john mark jack bill frank rob nick drew jean peter tom harry jimmy josh bob dick eric carol "
    "alan marc jon ann amy joe jim tim ben dan don sam ron ray roy leo max ian jay kay kim lee liz "
    "meg pam pat ted val zoe ali eva eve ada ida jan ken les art gus guy hal ned sue rex al ed jo "
    "robin victor grant ernest miles clay rose grace faith hope joy april june may dawn ruth gene"
)
_SHORTEST = 4  # letters of the words on the list


class FullName(ValueTuple):
    """A word that may be a given name, in lower case, with the initial and the surname after it."""

    given: str
    initial: str
    surname: str
    span: Span


@lru_cache(maxsize=1)
def full_names(doc: Document) -> tuple[FullName, ...]:
    """What may be full names, once for every place, those of one given name together."""
    text, starts, match_next = doc.text, doc.words.starts, _NEXT.compiled.match
    found: list[FullName] = []
    for low in filter(is_name, map(str.lower, forms(doc))):
        for start in starts(low):
            end = start + len(low)
            if text[end : end + 1] not in _SPACES or not text[end + 1 : end + 2].isupper():
                continue
            match = match_next(text, end, end + _REACH)
            if match is not None:
                surname = match[2].removesuffix("’s").removesuffix("'s")
                span = Span(start, match.start(2) + len(surname))
                found.append(FullName(low, match[1] or "", surname, span))
    return tuple(found)


@lru_cache(maxsize=8192)
def is_name(word: str) -> bool:
    """Whether a word is no common word, unless it is a common name."""
    if len(word) < _SHORTEST:  # the list has no such words
        return word in _NAMES
    found = kinds(word)
    return "w" not in found or "g" in found or word in _NAMES
