"""The forms in which an accepted word may stand: capitals, possessives, signs around it."""

from __future__ import annotations

from copydesk.document.words import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 200
"""Code points of an entry, and of the words of a finding; anything longer is a sentence."""

_AROUND = "\"“”‘«».,;:!?()[]…—–-'"  # signs at the edges of a word that do not belong to it
_POSSESSIVE = ("'s", "'S")


def normal(words: str) -> str:
    """Words with one kind of apostrophe and hyphen, single spaces, and composed accents."""
    if words.isascii():
        return " ".join(words.split())
    from unicodedata import normalize

    return normalize("NFC", " ".join(plain(words).split()))


def is_free(word: str) -> bool:
    """Whether an entry has no capital, so that the word is accepted in any case."""
    return word == word.lower()


def readings(words: str) -> Iterator[str]:
    """The words as they stand, without the signs around them, and without a possessive.

    Args:
        words: in their normal form.
    """
    yield words
    bare = words.strip(_AROUND)
    if bare != words:
        yield bare
    if bare.endswith(_POSSESSIVE):
        yield bare[:-2]
    open_end = words.lstrip(_AROUND).rstrip(_AROUND.replace("'", ""))
    if open_end.endswith(("s'", "S'")):
        yield open_end[:-1]
