"""What the rules about sentences share; it has moved to ``lint_rules._shared.prose``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lint_rules._shared.prose import RUNNING, own_sentences, slot_text, words

if TYPE_CHECKING:
    from copydesk import Document, Slot, SlotKind

__all__ = ["RUNNING", "is_spoken", "own_sentences", "prose", "slot_text", "words"]


def prose(doc: Document, *kinds: SlotKind) -> tuple[Slot, ...]:
    """The slots of those kinds that hold the paper's own words, not a transcript or a post."""
    return doc.prose(*kinds)


def is_spoken(doc: Document, slot: Slot) -> bool:
    """Whether a paragraph is speech set without quotation marks: a transcript, a post."""
    return doc.is_speech(slot)
