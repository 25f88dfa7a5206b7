"""Measures how hard a story is to read: grade levels, reading time, longest sentences.

Only the body of the story counts: paragraphs, block quotes and lists; not
headlines, captions, bylines, datelines or embeds. Sentences are those of the
document; textstat counts syllables and computes the measures, using the
pronunciation table that is installed with copydesk, so it needs no network.
Numbers are rounded to one decimal: the measures are no more exact than that.
"""

from __future__ import annotations

import re
from functools import cache

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copydesk.document import Document
    from copydesk.model.findings import Span

_COUNTED = ("paragraph", "block-quote", "list-item")
_WORD = re.compile(r"[^\W_]+(?:['’.,\-‐‑][^\W_]+)*")
_INNER = re.compile(r"[.!?…:;]+")
_PER_MINUTE = 238  # words; Brysbaert 2019, silent reading of non-fiction in English
_LONGEST = 3


class Long(ValueTuple):
    """A sentence, its place in ``doc.text``, and its word count."""

    span: Span
    words: int


class Reading(ValueTuple):
    """How a story reads.

    Attributes:
        words: the number of words in the sentences counted.
        sentences: the number of sentences counted.
        minutes: the time of silent reading, at 238 words a minute (Brysbaert 2019,
            doi:10.1016/j.jml.2019.104047).
        grade: Flesch-Kincaid grade level, years of U.S. schooling (Kincaid 1975).
        fog: Gunning fog index, years of schooling (Gunning 1952).
        ease: Flesch reading ease, from 100 (easy) down to 0 and below (Flesch 1948).
        longest: the longest sentences, the longest first.
    """

    words: int
    sentences: int
    minutes: float
    grade: float
    fog: float
    ease: float
    longest: tuple[Long, ...]


def reading_of(doc: Document) -> Reading | None:
    """The readability of a document; None if it has no sentences that count.

    Raises:
        ImportError: textstat is not installed.
    """
    spans = [span for span in doc.sentences if _counts(doc, span)]
    counted = [Long(span, _words_in(doc.text[span.start : span.end])) for span in spans]
    counted = [one for one in counted if one.words]
    if not counted:
        return None
    text = " ".join(_plain(doc.text[span.start : span.end]) for span, _ in counted)
    words = sum(one.words for one in counted)
    stat = _textstat()
    longest = sorted(counted, key=lambda one: (-one.words, one.span))[:_LONGEST]
    return Reading(
        words,
        len(counted),
        round(words / _PER_MINUTE, 1),
        round(stat.flesch_kincaid_grade(text), 1),
        round(stat.gunning_fog(text), 1),
        round(stat.flesch_reading_ease(text), 1),
        tuple(longest),
    )


def _counts(doc: Document, span: Span) -> bool:
    slot = doc.slot_at(span.start)
    return slot is not None and slot.kind in _COUNTED


def _words_in(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))


def _plain(sentence: str) -> str:
    """The sentence with a single full stop at the end, so that textstat does not split it."""
    return f"{_INNER.sub(' ', sentence).strip()}."


@cache
def _textstat() -> Any:
    from importlib import import_module

    from copydesk.measure.pronunciation import lend_to_textstat

    lend_to_textstat()
    return import_module("textstat")
