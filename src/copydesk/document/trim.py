"""Trims the pieces of a slot, and the spans of code in it."""

from __future__ import annotations

from copydesk.document import stand_in
from copydesk.document.textmap import Piece
from copydesk.model.findings import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Set

    from copydesk.document.open_slot import OpenSlot


def code_in(slot: OpenSlot) -> list[tuple[int, int]]:
    """The inline code of a slot, and its stand-ins with the letters joined to them, in order."""
    if not slot.things:
        return slot.code
    text = "".join([piece.text for piece in slot.pieces])
    return sorted({*slot.code, *(stand_in.with_word(text, span) for span in slot.things)})


def clipped(code: list[tuple[int, int]], begin: int, slot: Span) -> list[Span]:
    """The spans of code, without what was trimmed from the ends of the slot."""
    spans = (
        Span(max(slot.start, begin + start), min(slot.end, begin + end)) for start, end in code
    )
    return [span for span in spans if span.start < span.end]


def trimmed(pieces: list[Piece], controls: Set[int] = frozenset()) -> tuple[list[Piece], int]:
    """The pieces without white space at either end, and how much was cut at the start.

    Args:
        pieces: of one slot.
        controls: the indexes of those that stand for conditions and loops, which are left
            out at the end as well.
    """
    if len(pieces) == 1 and not controls and _is_trim(pieces[0].text):  # most slots
        return pieces, 0
    first, last = 0, len(pieces)
    cut = 0
    while first < last and not pieces[first].text.strip():
        cut += len(pieces[first].text)
        first += 1
    while last > first and (last - 1 in controls or not pieces[last - 1].text.strip()):
        last -= 1
    kept = pieces[first:last]
    if not kept:
        return [], cut
    lead = len(kept[0].text) - len(kept[0].text.lstrip())
    kept[0] = _cut(kept[0], lead, len(kept[0].text))
    kept[-1] = _cut(kept[-1], 0, len(kept[-1].text.rstrip()))
    return kept, cut + lead


def _is_trim(text: str) -> bool:
    return bool(text) and not text[0].isspace() and not text[-1].isspace()


def _cut(piece: Piece, start: int, end: int) -> Piece:
    """Part of a piece; a piece that is not literal keeps its whole source range."""
    text = piece.text[start:end]
    if not piece.literal or len(text) == len(piece.text):
        return Piece(text, piece.start, piece.end, piece.literal)
    return Piece(text, piece.start + start, piece.start + end, True)


def mark(
    slot: OpenSlot,
    span: Span,
    cut: int,
    marks: tuple[list[Span], list[tuple[Span, str]], dict[int, str]],
) -> None:
    """Note the code, the languages and the role of a slot, which begins ``cut`` before ``span``."""
    code, languages, roles = marks
    if slot.role:
        roles[span.start] = slot.role
    if slot.code or slot.things:
        code += clipped(code_in(slot), span.start - cut, span)
    for start, stop, language in slot.languages:
        spoken = clipped([(start, stop)], span.start - cut, span)
        languages.extend((one, language) for one in spoken)
