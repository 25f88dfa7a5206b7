"""The letter that stands for something in a sentence that is not text.

A picture, a video, a formula, the value of a template: readers see it, so the words
on either side of it are not adjacent, and an apostrophe after it belongs to it.
"""

from __future__ import annotations

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.textmap import Piece

STAND_IN = "\ua7f7"
"""A letter without case that no copy contains."""

CLOSING = frozenset(",.;:!?)")
"""Marks that follow a word without a space."""

# What leaves no text, but stands in the sentence for its writer: a remark, struck-out words, an
# element that is drawn.
_GAP = compiled(r"<!--|~~|<(?i:del|s|strike)\b|<(\w+)\s[^<>]*(?:class|id)=[^<>]+>\s*</\1\s*>")
_WIDEST = 2_000  # code points
_LONGEST = 40  # code points of a word on either side
_ENDED = frozenset(".!?\u2026\"'\u201d\u2019)]")


def has_words(pieces: list[Piece]) -> bool:
    """Whether there is a letter or a figure besides stand-ins."""
    return any(
        char.isalnum() and char != STAND_IN for piece in pieces for char in piece.text
    ) or not any(STAND_IN in piece.text for piece in pieces)


def is_gap(source: str, pieces: list[Piece], start: int) -> bool:
    """Whether something that left no text is between a word and a space, and a mark.

    Args:
        source: the source of the pieces.
        pieces: the text so far.
        start: where the mark is in the source.
    """
    before = "".join([piece.text for piece in pieces[-2:]])
    if before[-1:] != " " or not before[-2:-1].isalnum():
        return False
    end = pieces[-1].end
    return end < start <= end + _WIDEST and _GAP.search(source, end, start) is not None


def is_ended(pieces: list[Piece]) -> bool:
    """Whether the text so far is empty or ends a sentence, so that what follows stands apart."""
    for piece in reversed(pieces):
        text = piece.text.rstrip()
        if text:
            return text[-1] in _ENDED
    return True


def with_word(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A stand-in with the letters that are joined to it; together they are no word."""
    start, end = span
    floor, top = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > floor and text[start - 1].isalnum():
        start -= 1
    while end < top and text[end].isalnum():
        end += 1
    return start, end
