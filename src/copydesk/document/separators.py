"""The different texts between the words of a text, found without looking at each word."""

from __future__ import annotations

from functools import lru_cache

from copydesk.regexes.compiled import compiled

EDGE = "x"
"""What takes the place of a word at the edges of a text: a letter, which is in no separator."""

_WORD = compiled(r"[^\W_]+")
_PLAIN = compiled(f"{EDGE}+")

# Marks that are common in copy, each with a character in ASCII that copy does not have.
_MARKS = tuple(zip("“”’‘–—…\u00a0", "\x01\x02\x03\x04\x05\x06\x07\x08", strict=True))
_LETTERS = {code: EDGE if chr(code).isalnum() else chr(code) for code in range(128)}
_ONE_SPACE = f"{EDGE} {EDGE}"


def separators(text: str) -> frozenset[str]:
    """The texts between runs of letters and digits, each once.

    A letter is on the outer side of what is before the first and after the last word.
    """
    plain = _in_ascii(text)
    if plain is None:
        return frozenset(_between(_WORD.split(text)))
    plain = plain.translate(_LETTERS)
    found = {" "} if _ONE_SPACE in plain else set()
    plain = plain.replace(_ONE_SPACE, 3 * EDGE)  # most words are one space apart
    found.update(_between(_PLAIN.split(plain)))
    if not text.isascii():
        found = {_with_marks(one) for one in found}
    return frozenset(found)


@lru_cache(maxsize=1024)
def _with_marks(separator: str) -> str:
    """A separator with its marks as they were."""
    for mark, sign in _MARKS:
        separator = separator.replace(sign, mark)
    return separator


def _between(parts: list[str]) -> list[str]:
    parts[0] = EDGE + parts[0]
    parts[-1] += EDGE
    return parts


def _in_ascii(text: str) -> str | None:
    """The text with its common marks in ASCII; None if there are other characters."""
    if any(sign in text for _, sign in _MARKS):
        return None
    if text.isascii():
        return text
    for mark, sign in _MARKS:
        text = text.replace(mark, sign)
    return text if text.isascii() else None
