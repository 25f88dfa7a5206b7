"""Whether a quotation is a clause, or a few words within the paper's own sentence."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    QuoteKind = Literal["direct", "partial", "block", "title"]

_CLAUSE_WORDS = 8  # this many words are a clause, whatever they are
_SHORT = 4  # this many words are a clause if they include a verb or a pronoun

_VERBS = frozenset(
    {
        "i", "we", "you", "he", "she", "they", "it", "i'm", "we're", "you're", "they're", "he's",
        "she's", "it's", "that's", "there's", "i've", "we've", "i'll", "we'll", "is", "are", "was",
        "were", "will", "would", "have", "has", "had", "do", "does", "did", "can", "could",
        "should", "must", "may", "might", "don't", "doesn't", "didn't", "can't", "won't", "isn't",
        "let's", "am", "be",
    }
)  # fmt: skip


def kind(text: str, first: int, last: int) -> QuoteKind:
    """The kind of a quotation: ``direct`` for a clause, ``partial`` for a few words."""
    words = text[first:last].split()
    if len(words) >= _CLAUSE_WORDS:
        return "direct"
    if not words:
        return "partial"
    stopped = words[-1].rstrip("'\u2019\")]")[-1:] in (*".,!?\u2026\u2014", "")
    capital = words[0].lstrip("'\u2018\"\u201c([")[:1].isupper()
    if stopped and (capital or len(words) >= _SHORT) and not _is_title(words):
        return "direct"
    if len(words) >= _SHORT and any(
        word.strip(",;").replace("\u2019", "'").lower() in _VERBS for word in words
    ):
        return "direct"
    return "partial"


def _is_title(words: list[str]) -> bool:
    """Whether a few words are capitalised like a title: ``Meet the Press.``"""
    longer = [word for word in words if len(word) > 3]
    return len(words) > 1 and len(longer) > 1 and all(word[0].isupper() for word in longer)
