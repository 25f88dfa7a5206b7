"""Measurements in two units: 5 feet 10 inches, 6 lb 4 oz, 6-foot-2."""

from __future__ import annotations

from copydesk import Match, Span, ValueTuple, pattern
from lint_rules._shared.numbers import DIGITS, WORDS, Number, read
from lint_rules.facts._units import UNIT, Unit, unit

_NUMBER = rf"(?<![\w.,$£€¥/])(?P<number>{DIGITS}|\b(?i:{WORDS})\b)"
_PART = rf"{_NUMBER}[ \u00a0-]?(?P<unit>{UNIT})"
_LARGER = pattern(rf"{_PART}(?:,? and |,? |\u00a0|-)?\Z")
_SMALLER = pattern(
    rf"(?:,? and |,? |\u00a0|-)?(?P<number>{DIGITS}|\b(?i:{WORDS})\b)[ \u00a0-]?(?P<unit>{UNIT})"
)
_HEIGHT = pattern(rf"{_NUMBER}[ -](?P<unit>foot|feet|ft)[ -](?P<rest>\d{{1,2}}|\b(?i:{WORDS})\b)\Z")
_REACH = 40  # code points in which the other part is looked for
_PAIRS = frozenset({
    ("feet", "inches"), ("yards", "feet"), ("yards", "inches"), ("miles", "yards"), ("km", "m"),
    ("m", "cm"), ("cm", "mm"), ("pounds", "ounces"), ("stone", "pounds"), ("kg", "grams"),
})  # fmt: skip


class Measure(ValueTuple):
    """A number with its unit and place; ``said``: its words, if it has two units."""

    number: Number
    unit: Unit
    value: float
    span: Span
    said: str = ""


def measure(match: Match[str], group: str = "number") -> Measure | None:
    """The measurement that a pattern found; None if the number or unit cannot be read."""
    number, found = read(match[group]), unit(match["unit"])
    if number is None or found is None:
        return None
    negative = "sign" in match.re.groupindex and match["sign"] and not match["low"]
    value = -number.value if negative else number.value
    return Measure(number, found, value, Span(*match.span(group)))


def with_larger(text: str, small: Measure, start: int) -> Measure:
    """A measurement together with the larger unit right before it, if there is one."""
    before = _LARGER.search(text, (max(0, start - _REACH), start))
    large = measure(before) if before is not None else None
    if before is None or large is None or not _is_part(large, small):
        return small
    ratio = large.unit.factors[0] / small.unit.factors[0]
    said = text[before.start() : start] + text[start : small.span.end].lstrip()
    named = f"{said} {small.unit.name}" if not said.endswith(small.unit.name) else said
    return small._replace(value=large.value * ratio + small.value, said=named)


def with_smaller(text: str, large: Measure, end: int) -> Measure:
    """A measurement together with the smaller unit right after it, if there is one."""
    after = _SMALLER.match(text, (end, min(len(text), end + _REACH)))
    small = measure(after) if after is not None else None
    if after is None or small is None or not _is_part(large, small):
        return large
    ratio = small.unit.factors[0] / large.unit.factors[0]
    number = large.number._replace(unit=ratio, round_unit=ratio)
    said = text[large.span.start : after.end()]
    return large._replace(number=number, value=large.value + small.value * ratio, said=said)


def height(text: str, start: int, end: int) -> Measure | None:
    """A height in feet and inches without the word inches: 6-foot-2."""
    match = _HEIGHT.search(text, (start, end))
    feet, inches = (measure(match), read(match["rest"])) if match is not None else (None, None)
    if match is None or feet is None or inches is None or inches.value >= 12:
        return None
    found = unit("inches")
    if found is None:
        return None
    return Measure(inches, found, feet.value * 12 + inches.value, feet.span, match[0])


def _is_part(large: Measure, small: Measure) -> bool:
    """Whether the two are one measurement: the smaller part is less than one of the larger unit."""
    if (large.unit.name, small.unit.name) not in _PAIRS or large.number.decimals:
        return False
    return 0 < small.value < large.unit.factors[0] / small.unit.factors[0]
