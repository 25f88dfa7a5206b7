"""Reads letters that are written as letter and accent as one letter.

Some systems save ``ü`` as ``u`` and a combining mark. A reader sees no
difference, and neither should a rule: the prose is in Unicode's composed form
(NFC), and each letter put together maps to all that it was written with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def is_composed(source: str) -> bool:
    """Whether nothing in the source would change: true of nearly all copy."""
    if source.isascii():
        return True
    from unicodedata import is_normalized

    return is_normalized("NFC", source)


def composed(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The composed text of ``source[start:end]``: stretches and where each stands."""
    from unicodedata import combining, normalize

    plain = at = start
    while at < end:
        stop = at + 1
        while stop < end and combining(source[stop]):
            stop += 1
        cluster = source[at:stop]
        text = normalize("NFC", cluster) if stop > at + 1 else cluster
        if text != cluster:
            if plain < at:
                yield source[plain:at], plain, at
            yield text, at, stop
            plain = stop
        at = stop
    if plain < end:
        yield source[plain:end], plain, end
