"""Where words and marks occur: looked up in the index, and searched for only if they must be."""

from __future__ import annotations

from functools import lru_cache

from copydesk.document.offsets import offsets
from copydesk.document.words import LOOK_UP, mark_key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.document.words import Words


def places(words: Words, texts: tuple[str, ...]) -> list[int]:
    """Where any of several words and marks begin in the text of an index, in no order.

    Args:
        words: the index of the text.
        texts: words (only letters or only digits, in lower case; found in any case) and marks,
            which are any other text and found as written: ``;``, `` – ``, ``READ MORE:``.
    """
    found: list[int] = []
    for one, word, at in _keys(texts):
        if word == one:
            found += words.starts(one)
        elif word:
            found += _around(words, one, words.starts(word), at)
        elif at == 0 or words.has_mark(one):
            found += all_of(words.text, one)
    return found


def all_of(text: str, one: str) -> Sequence[int]:
    """Where a text occurs in another, in order; occurrences may overlap."""
    found = offsets(len(text))()
    at = text.find(one)
    while at >= 0:
        found.append(at)
        at = text.find(one, at + 1)
    return found


def _around(words: Words, mark: str, starts: Sequence[int], at: int) -> Sequence[int]:
    """Where a mark begins, one of whose words begins at ``starts`` and ``at`` within it."""
    text = words.text
    if not starts or len(starts) * LOOK_UP > len(text):
        return all_of(text, mark) if starts else ()
    return [start - at for start in starts if start >= at and text.startswith(mark, start - at)]


@lru_cache(maxsize=512)
def _keys(texts: tuple[str, ...]) -> tuple[tuple[str, str, int], ...]:
    """Each text with the word under which it is looked up; see ``mark_key``."""
    return tuple((one, *_key(one)) for one in texts)


def _key(one: str) -> tuple[str, int]:
    if one.isalpha() or one.isdecimal():
        return one, 0
    word, at = mark_key(one)
    return (word, at) if word != one else ("", 0)
