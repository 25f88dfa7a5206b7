"""Units of measurement: their names in news copy and their conversion factors.

The factors are exact by definition (NIST Special Publication 811, appendix B;
the British gallon and ton by the Weights and Measures Act 1985). A name that
can mean two units has two factors.
"""

from __future__ import annotations

from functools import cache

from copydesk import ValueTuple, pattern


class Unit(ValueTuple):
    """A unit: what it measures, its factors to the base unit, and its name in messages."""

    kind: str
    factors: tuple[float, ...]
    name: str


_MILE, _FOOT, _YARD, _INCH = 1609.344, 0.3048, 0.9144, 0.0254
_POUND, _OUNCE = 0.45359237, 0.028349523125
_ACRE = 4046.8564224

# Pattern of the name; what it measures; factors to metres, kilograms, square
# metres, litres or metres a second (none for temperatures); name in messages.
_PER_HOUR = r"(?:\s(?:per|an)\s|-(?:per|an)-)hour"
_ROWS: tuple[tuple[str, str, tuple[float, ...], str], ...] = (
    (rf"(?:kilomet(?:er|re)s?|km){_PER_HOUR}|km/?h|kph|kmph", "speed", (1 / 3.6,), "km/h"),
    (rf"miles?{_PER_HOUR}|mph", "speed", (_MILE / 3600,), "mph"),
    (r"knots?", "speed", (1852 / 3600,), "knots"),
    (r"(?:square|sq\.?)[ -](?:kilomet(?:er|re)s?|km)|km²|km2", "area", (1e6,), "sq km"),
    (r"(?:square|sq\.?)[ -](?:miles?|mi\b)", "area", (_MILE**2,), "square miles"),
    (r"(?:square|sq\.?)[ -](?:met(?:er|re)s?|m\b)|m²|m2", "area", (1,), "sq m"),
    (r"(?:square|sq\.?)[ -](?:feet|foot|ft)", "area", (_FOOT**2,), "square feet"),
    (r"(?:square|sq\.?)[ -](?:yards?)", "area", (_YARD**2,), "square yards"),
    (r"hectares?|ha", "area", (1e4,), "hectares"),
    (r"acres?", "area", (_ACRE,), "acres"),
    (r"cubic[ -]met(?:er|re)s?|m³", "volume", (1000,), "cubic metres"),
    (r"cubic[ -](?:feet|foot)", "volume", (_FOOT**3 * 1000,), "cubic feet"),
    (r"cubic[ -]yards?", "volume", (_YARD**3 * 1000,), "cubic yards"),
    (r"lit(?:er|re)s?", "volume", (1,), "litres"),
    (r"gallons?", "volume", (3.785411784, 4.54609), "gallons"),
    (r"pints?", "volume", (0.473176473, 0.56826125), "pints"),
    (r"kilomet(?:er|re)s?|kms?", "length", (1000,), "km"),
    (r"nautical[ -]miles?", "length", (1852,), "nautical miles"),
    (r"miles?|mi", "length", (_MILE,), "miles"),
    (r"centimet(?:er|re)s?|cms?", "length", (0.01,), "cm"),
    (r"millimet(?:er|re)s?|mm", "length", (0.001,), "mm"),
    (r"met(?:er|re)s?|m", "length", (1,), "m"),
    (r"feet|foot|ft", "length", (_FOOT,), "feet"),
    (r"yards?|yds?", "length", (_YARD,), "yards"),
    (r"inch(?:es)?|in", "length", (_INCH,), "inches"),
    (r"kilogram(?:me)?s?|kilos?|kgs?", "mass", (1,), "kg"),
    (r"metric[ -]ton(?:ne)?s?|tonnes?|mt", "mass", (1000,), "tonnes"),
    (r"(?:short[ -]|long[ -])?tons?", "mass", (907.18474, 1000, 1016.0469), "tons"),
    (r"pounds?|lbs?", "mass", (_POUND,), "pounds"),
    (r"ounces?|oz", "mass", (_OUNCE, 0.0311034768), "ounces"),
    (r"grams?|grammes?|g", "mass", (0.001,), "grams"),
    (r"stone|st", "mass", (_POUND * 14,), "stone"),
    (r"(?:degrees?[ -]|[°º]\s?)(?:Celsius|centigrade|C)|Celsius|C", "celsius", (), "°C"),
    (r"(?:degrees?[ -]|[°º]\s?)(?:Fahrenheit|F)|Fahrenheit|F", "fahrenheit", (), "°F"),
)

_ROUND = "|".join(row[0] for row in _ROWS)
UNIT = rf"(?:{_ROUND})(?![\w²³/])"


_TABLE = tuple((pattern(row[0]), Unit(*row[1:])) for row in _ROWS)


@cache
def unit(name: str) -> Unit | None:
    """The unit of that name; None if unknown."""
    for names, found in _TABLE:
        if names.fullmatch(name):
            return found
    return None


def conversions(value: float, unit: Unit, to: Unit) -> tuple[float, ...]:
    """A measurement in another unit, once for each meaning of the two names.

    A temperature may be a difference (1.5 degrees Celsius, 2.7 Fahrenheit).
    Empty if the two units measure different things.
    """
    if unit.kind == "celsius" and to.kind == "fahrenheit":
        return (value * 1.8 + 32, value * 1.8)
    if unit.kind == "fahrenheit" and to.kind == "celsius":
        return ((value - 32) / 1.8, value / 1.8)
    if unit.kind != to.kind or unit.name == to.name:
        return ()
    return tuple(value * ours / theirs for ours in unit.factors for theirs in to.factors)
