"""Numbers in news copy, with their precision."""

from __future__ import annotations

import re

from copydesk import DIGITS as DIGITS
from copydesk import (
    NUMBER_WORDS,
    ORDINALS,
    Document,
    Pattern,
    Severity,
    pattern,
    read_number,
)
from copydesk import ONES as ONES
from copydesk import Number as Number

read = read_number

WORDS = NUMBER_WORDS
SCALE = r"(?:[\ \u00a0-](?:hundred|thousand|million|billion|trillion))"
# A number in figures or words, without a sign; never part of a longer figure.
NUMBER = rf"(?<![\d.,$£€¥#/:])(?:{DIGITS}(?![\d:]){SCALE}?|\b(?i:{WORDS})\b{SCALE}?)"

_APPROXIMATE = (
    r"about|around|roughly|some|approximately|approx\.?|nearly|almost|over|more than|less than"
    r"|fewer than|under|at least|at most|up to|as many as|as much as|an estimated|estimated"
    r"|close to|circa|ca\.?|below|above|beyond|upwards? of|no more than|no fewer than"
    r"|no less than|not quite|approaching|exceeding|maybe|perhaps|possibly|past"
)
# Words that also say that the number is part of another, or of a range.
_VAGUE = (
    _APPROXIMATE + r"|as few as|as little as|north of|another|a further|further|additional|other"
    r"|the other|every|each|between|just over|just under|well over|towards?|near|by|within"
    r"|only|the first|the last|first|last|these|those|the remaining|remaining"
)
_REACH = 24  # code points; the longest of these fits


def ordinal(text: str) -> int:
    """The value of an ordinal in figures or words; 0 if it is not one."""
    text = text.lower()
    if text in ORDINALS:
        return ORDINALS.index(text) + 1
    digits = re.match(r"\d+", text)
    return int(digits[0]) if digits else 0


def nth(number: int) -> str:
    """A number as an ordinal: ``fourth``, ``24th``."""
    if 1 <= number <= 9:
        return ORDINALS[number - 1]
    last = 0 if number % 100 in (11, 12, 13) else number % 10
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(last, 'th') }"


ORDINAL = rf"(?:{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"


def _before(words: str) -> Pattern:
    return pattern(rf"(?i)(?:\b(?:{words})(?:\s+(?:a|an|the))?\s+|[~≈<>≤≥]\s?)\Z")


_VAGUE_BEFORE, _APPROXIMATE_BEFORE = _before(_VAGUE), _before(_APPROXIMATE)
_VAGUE_AFTER = pattern(
    r"(?i)\s?(?:\+|-?plus\b|-odd\b|-ish\b|or (?:so|more|fewer|less)\b|,? give or take|%?-)"
    r"|\s?[-–—]\s?\d|\s(?:to|or)\s\d"
)
_ENDING = pattern(rf"{NUMBER}\Z")


def number_before(doc: Document, end: int) -> tuple[Number, int] | None:
    """The number that ends at ``end``, and where it begins; None if no number ends there."""
    match = _ENDING.search(doc.text, (max(0, end - 32), end))
    number = read(match[0]) if match else None
    return (number, match.start()) if match and number else None


def is_vague(doc: Document, span: tuple[int, int]) -> bool:
    """Whether words next to a number make it inexact, or only part of a whole."""
    if _VAGUE_BEFORE.search(doc.before(span, _REACH)):
        return True
    return _VAGUE_AFTER.match(doc.text, (span[1], span[1] + _REACH)) is not None


def is_approximate(doc: Document, start: int) -> bool:
    """Whether a word before a number marks it as rounded, or as a limit."""
    return _APPROXIMATE_BEFORE.search(doc.before(start, _REACH)) is not None


def figures(value: float, decimals: int) -> str:
    """A number in figures, with commas between thousands."""
    return f"{value:,.{decimals}f}"


def counted(number: int, noun: str) -> str:
    """A number with its noun, which takes an -s: ``1 year``, ``3 years``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def severity_in(doc: Document, span: tuple[int, int], severity: Severity) -> Severity:
    """``severity``; ``ask`` in quoted speech."""
    return severity if doc.quote_at(span) is None else Severity.ASK


def is_copy(doc: Document, span: tuple[int, int]) -> bool:
    """Whether the words are the story's own prose, not an embed, credit, code or address."""
    slot = doc.slot_at(span[0])
    return slot is not None and slot.kind not in ("embed", "credit") and not doc.is_verbatim(span)
