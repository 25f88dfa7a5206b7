"""A slot and a comment while a draft is being built."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.slot_kinds import SlotKind
    from copydesk.document.textmap import Piece
    from copydesk.model.findings import Span


class OpenSlot:
    """A slot under construction: its pieces, code, stand-ins and parts in marked languages."""

    __slots__ = (
        "code", "controls", "kind", "languages", "length", "name", "pieces", "role", "things",
    )  # fmt: skip

    def __init__(self, kind: SlotKind, name: str, role: str = "") -> None:
        self.kind = kind
        self.name = name
        self.role = role
        self.pieces: list[Piece] = []
        self.code: list[tuple[int, int]] = []
        self.languages: list[tuple[int, int, str]] = []
        self.things: list[tuple[int, int]] = []
        self.controls: set[int] = set()
        self.length = 0

    def add(self, piece: Piece, language: str) -> None:
        """Add a piece of text, in the language that the markup gives for it, if any."""
        begin = self.length
        self.pieces.append(piece)
        self.length += len(piece.text)
        if language:
            if self.languages and self.languages[-1][1:] == (begin, language):
                begin = self.languages.pop()[0]
            self.languages.append((begin, self.length, language))

    def ends_in_space(self) -> bool:
        """Whether it is empty or ends in a collapsible space; a no-break space does not count."""
        return not self.pieces or self.pieces[-1].text[-1:] in " \t\r\n\f"


class Note(ValueTuple):
    """A comment under construction, with the slot that it is in or follows."""

    body: str
    source: Span
    slot: OpenSlot | None
    within: int
