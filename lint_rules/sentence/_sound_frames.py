"""Frames in which a word is right, however well another one goes with its neighbours."""

from __future__ import annotations

from copydesk import Pattern, pattern

_MARK = pattern(r"\s*(?:[.,;:)!?—–]|\Z)")
_COMPARED = pattern(r"(?i)\b(?:more|less|rather|other|fewer|worse|[a-z]{2,}er)\b")
_THERE = pattern(
    r"(?i)\b(?:(?:work|liv|stay|sit|stand|hang|wait|go|be|serv|rul)ing|h[au]ng in|went|been|stayed"
    r"|lived|worked|stood|sat) \Z"
)
_BECAUSE = pattern(r" (?:because|that said|not)\b")
_BEFORE: dict[tuple[str, str], Pattern] = {
    ("than", "that"): _COMPARED,
    ("there", "their"): _THERE,
}
_BEHIND: dict[tuple[str, str], Pattern] = {
    ("there", "their"): _MARK,
    ("to", "too"): _MARK,
    ("though", "thought"): _BECAUSE,
}


def is_sound(word: str, meant: str, left: str, right: str) -> bool:
    """Whether what stands before a word or behind it shows that no other one is meant.

    Args:
        word: the word written, in lower case.
        meant: the word that its neighbours go with.
        left: what comes before it.
        right: what comes after it.
    """
    before, behind = _BEFORE.get((word, meant)), _BEHIND.get((word, meant))
    return (before is not None and before.search(left) is not None) or (
        behind is not None and behind.match(right) is not None
    )
