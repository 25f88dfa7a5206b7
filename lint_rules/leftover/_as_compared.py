"""Texts as leftover/duplicate compares them."""

from __future__ import annotations

from copydesk import pattern

_TAG = pattern(r"</?\w[^<>]{0,300}>")
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " "})


def folded(text: str) -> str:
    """A text as it is compared: straight marks, single spaces, no quotation marks around it."""
    text = text.translate(_MARKS)
    if "  " in text:
        text = " ".join(text.split())
    if "<" in text:
        text = _TAG.compiled.sub("", text)
    return text.strip(" \"',.").casefold()


def is_long(text: str, least: int, words: int) -> bool:
    """Whether a text has so many code points and words."""
    return len(text) >= least and text.count(" ") >= words - 1
