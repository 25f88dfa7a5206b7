"""The forms in which an accepted word may stand: capitals, possessives, signs around it."""

from __future__ import annotations

from copydesk.document.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 200
"""Code points of an entry, and of the words of a finding; anything longer is a sentence."""

_AROUND = "\"“”‘«».,;:!?()[]…—–-'"  # signs at the edges of a word that do not belong to it
_SIGNS = frozenset(_AROUND)
_MOST = 6  # signs that are left out on either side
POSSESSIVE = ("'s", "'S")


def normal(words: str) -> str:
    """Words with one kind of apostrophe and hyphen, single spaces, and composed accents."""
    if words.isascii():
        return " ".join(words.split())
    from unicodedata import normalize

    return normalize("NFC", " ".join(plain(words).split()))


def is_free(word: str) -> bool:
    """Whether an entry has no capital, so that the word is accepted in any case."""
    return word == word.lower()


def bare(word: str) -> str:
    """A word without the signs around it; one that consists of signs as it is."""
    return word.strip(_AROUND) or word


def readings(words: str) -> Iterator[str]:
    """The words as they stand, without some or all signs around them, and without a possessive.

    A stop or a quotation mark may belong to a name (St., .NET, ’t Hart) or stand beside it.

    Args:
        words: in their normal form.
    """
    yield words
    for first in range(_MOST):
        rest = words[first:]
        for _ in range(_MOST):
            if first or rest != words:
                yield rest
            if rest.endswith(POSSESSIVE):
                yield rest[:-2]
            if rest[-1:] not in _SIGNS:
                break
            rest = rest[:-1]
        if words[first : first + 1] not in _SIGNS:
            return
