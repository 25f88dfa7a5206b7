"""Numbers in figures and words, with their precision."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

_ONES_TEXT = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
ONES = tuple(_ONES_TEXT.split())
"""The numbers from zero to nineteen, in words."""
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = {
    "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "mn": 10**6, "bn": 10**9, "m": 10**6,
}  # fmt: skip

_ORDINALS_TEXT = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = tuple(_ORDINALS_TEXT.split())
"""The ordinals to twentieth, in words."""

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""A pattern of a number in figures, with its commas and decimals."""
NUMBER_WORDS = (
    rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(ONES[1:10])}))?|{'|'.join(ONES[:0:-1])})"
)
"""A pattern of a number from one to ninety-nine in lower-case words."""


class Number(ValueTuple):
    """A number with its precision.

    Attributes:
        value: the number itself.
        unit: the place value of its last digit: 0.1 for 19.2.
        round_unit: the same for the last digit that is not zero: 100 for 1,300.
        decimals: the number of digits after the point.
    """

    value: float
    unit: float
    round_unit: float
    decimals: int


_PARTS = compiled(rf"({DIGITS})|((?i:{NUMBER_WORDS}))")


def read_number(text: str) -> Number | None:
    """The number at the start of ``text``, in figures or words and with its scale, or None."""
    match = _PARTS.match(text)
    if match is None:
        return None
    rest = text[match.end() :].strip(" \u00a0-").lower()
    scale = SCALES.get(rest, 1)
    if match[2]:
        return Number(in_words(match[2].lower()) * scale, scale, scale, 0)
    return in_figures(match[1], scale)


def in_figures(text: str, scale: float = 1) -> Number:
    """The number that figures give, times a scale."""
    digits = text.replace(",", "")
    decimals = len(digits.partition(".")[2])
    unit = 10.0**-decimals * scale
    plain = digits.replace(".", "")
    zeros = len(plain) - len(plain.rstrip("0")) if not decimals and plain.strip("0") else 0
    return Number(float(digits) * scale, unit, unit * 10**zeros, decimals)


def in_words(text: str) -> int:
    """The value of a number under a hundred in lower-case words."""
    total = 0
    for word in text.replace("-", " ").split():
        total += ONES.index(word) if word in ONES else 20 + 10 * TENS.index(word)
    return total
