"""Texts as leftover/duplicate compares them."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, pattern

SENTENCE = 44
"""The fewest code points of a sentence that is compared."""

GIST = 70
"""The code points by which sentences are compared: alike up to here, they count as the same."""

_TAG = pattern(r"</?\w[^<>]{0,300}>")
_AROUND = " \"'“”,."  # around a part or sentence, these do not count
_SPACES = pattern(r"\s\s")
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


def may_be_alike(doc: Document) -> bool:
    """A quick check: whether two parts of the story, or two long sentences, may be alike.

    A draft with tags or wide spaces, which ``folded`` leaves out, is not looked at.
    """
    text = doc.words.folded
    if "<" in text or any(map(_is_wide, doc.words.separators)):
        return True
    if "“" in text or "”" in text:
        text = text.replace("“", '"').replace("”", '"')
    parts = [text[start:end].strip(_AROUND) for _, (start, end), _ in doc.parsed.slots]
    if len(set(parts)) < len(parts):
        return True
    gists = [
        text[start:end].strip(_AROUND)[:GIST]
        for start, end in doc.sentences
        if end - start >= SENTENCE
    ]
    return len(set(gists)) < len(gists)


@lru_cache(maxsize=1024)
def _is_wide(separator: str) -> bool:
    """Whether several spaces are between two words of one part of a story."""
    return _SPACES.search(separator.replace("\n\n", "")) is not None
