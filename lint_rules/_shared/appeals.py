"""What a site adds to a story: appeals for gifts and readers, and fields beside the copy."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Slot, pattern

_LONGEST = 900  # code points; a longer paragraph is no appeal
_LABEL = pattern(r"(?i)\s?[^\w\n]{0,12}(?:while you[’']re here|before you go|100% essential)\b")
_PLEA = pattern(
    r"(?:\A|(?<=[.!?…:]) ?|(?<=\n))[^\w\s]{0,3}(?:"
    r"(?i:if you (?:learned|learnt|valued?|enjoyed|liked) (?:something|this|what|our)\b)"
    r"|(?:Please )?(?:[Ss]ign up|[Ss]ubscribe|[Dd]onate|[Gg]ive (?:now|today|to)"
    r"|[Bb]ecome an? (?:\w+ )?(?:member|supporter|subscriber)|[Cc]ontribute (?:to|now|today)"
    r"|[Ss]upport (?:our|us|independent|local)|[Jj]oin (?:us|our|the))\b[^.!?\n]{0,120}?"
    r"\b(?i:newsletters?|inbox|journalism|reporting|newsroom|mailing list|donate|member(?:ship)?"
    r"|today)\b)"
)
# One of these is in every plea.
_SIGNS = (
    "if you ", "sign up", "subscribe", "donate", "give ", "become a", "contribute ", "support ",
    "join ",
)  # fmt: skip


@lru_cache(maxsize=4)
def is_appeal(doc: Document, slot: Slot) -> bool:
    """Whether a paragraph asks readers to give, to join or to sign up for something."""
    if slot.span.end - slot.span.start > _LONGEST:
        return False
    text = doc[slot.span]
    if _LABEL.match(text) is not None:
        return True
    low = doc.words.folded[slot.span.start : slot.span.end]
    return any(sign in low for sign in _SIGNS) and _PLEA.search(text) is not None


def is_added(doc: Document, slot: Slot) -> bool:
    """Whether a slot is an appeal, or a deck that was typed in a field beside the story."""
    return (slot.kind == "deck" and bool(slot.name)) or is_appeal(doc, slot)
