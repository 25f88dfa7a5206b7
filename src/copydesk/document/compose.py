"""Composes letters that are written as a letter and a combining accent.

Some systems save ``ü`` as ``u`` and a combining mark. Readers see no
difference, and neither should rules: the prose is in Unicode's composed form
(NFC), and each composed letter maps to all the characters it was written with.
"""

from __future__ import annotations

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# All but Latin letters and the marks of plain copy: composing changes none of these.
_UNUSUAL = compiled(r"[^\x00-\u024f\u02c6\u02dc\u2002-\u206f\u20a0-\u20bf\u2122]")


def is_composed(source: str) -> bool:
    """Whether composing would change nothing, as in nearly all copy."""
    if is_usual(source):
        return True
    from unicodedata import is_normalized

    return is_normalized("NFC", source)


def is_usual(text: str) -> bool:
    """Whether a text has only Latin letters, as single characters, and the marks of plain copy.

    This is so of nearly all copy, which then needs neither ``unicodedata`` nor a codec.
    """
    return text.isascii() or _UNUSUAL.search(text) is None


def composed(source: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the composed text of ``source[start:end]`` in parts: text, start and end of each."""
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
