"""A measurement and a conversion that do not match."""

from __future__ import annotations

import math

from copydesk import (
    Bad,
    Document,
    Edit,
    Finding,
    Fix,
    Good,
    Iterator,
    Match,
    Rule,
    Severity,
    Span,
    pattern,
    scan,
)
from lint_rules._shared.numbers import (
    DIGITS,
    WORDS,
    Number,
    figures,
    is_approximate,
    is_copy,
    severity_in,
)
from lint_rules.facts import _compound_measures as compound
from lint_rules.facts._compound_measures import Measure
from lint_rules.facts._units import UNIT, conversions

_SCALE = r"(?:[ \u00a0-](?:hundred|thousand|million|billion|trillion))?"
_NUMBER = rf"(?:{DIGITS}|\b(?i:{WORDS})\b){_SCALE}"
_SIGN = r"(?P<sign>(?<![\w.,)])(?:minus\s|[-−–]))?"
_RANGE = rf"(?:(?P<low>{_NUMBER})(?:\s?[-–—]\s?|\s(?:to|and)\s))?"
_SIZED = r"(?:[- ](?:wide|long|tall|deep|high|thick|away|apart|square|across|below zero))?"
_ONE = rf"{_SIGN}{_RANGE}(?P<number>{_NUMBER})[ \u00a0-]?(?P<unit>{UNIT}){_SIZED}"
_ABOUT = (
    r"(?P<about>(?:about|around|roughly|approximately|approx\.?|nearly|almost|over|more than"
    r"|less than|under|some|just (?:over|under)|c\.|~)\s)?"
)
_JOINT = scan(
    r"\s?[(\[](?=[^()\[\]\n]{0,40}[)\];,])|,? or |\s?/\s?(?=\d)",
    at=("(", "[", "or", "/"),
    before=2,
    after=50,
)
_FIRST = pattern(rf"(?<![\w.,$£€¥/]){_ONE}\Z")
_SECOND = pattern(rf"\s?{_ABOUT}{_ONE}(?=\s?[)\];,.]|\s)")
_REACH = 60  # code points in which the first measurement is looked for
_OFF_BY_ONE = 1.01  # steps of the last digit: cut off instead of rounded
_BOTH_FIVES = 0.1  # how far off two multiples of five may be, as a share: 30 mph (45 km/h)
_SMALL = 1e-9
_ROUNDED = 0.08  # how far off a round figure may be, as a share of the exact one
_BOTH_ROUND = 0.04  # the same if the source is round too
_VAGUE = 0.25  # the same if the copy says “about”


class UnitConversion(Rule):
    """A measurement and its conversion match.

    31 kilometers are 19.3 miles, not 19.2; “50 miles (31 kilometers)” was
    converted the wrong way. A conversion with more decimals than its source must
    be right to the last digit. Otherwise it may be rounded as copy rounds:
    60 miles (100 kilometers). Two units together are one measurement: 5 feet 10
    inches. Temperatures may be differences; tons and gallons may be of either kind.
    In quoted speech it is a question, and so is what may come from rounding.
    """

    id = "facts/unit-conversion"
    severity = Severity.STOP
    scans = (_JOINT,)
    triggers = (
        "kilometers", "kilometres", "kilometer", "kilometre", "km", "kms", "miles", "mile", "mi",
        "meters", "metres", "meter", "metre", "feet", "foot", "ft", "yards", "yard", "inches",
        "inch", "cm", "mm", "centimeters", "centimetres", "kg", "kgs", "kilos", "kilo", "kilograms",
        "kilogram", "kilogrammes", "pounds", "pound", "lb", "lbs", "tons", "ton", "tonnes", "tonne",
        "ounces", "ounce", "oz", "grams", "hectares", "hectare", "ha", "acres", "acre", "liters",
        "litres", "liter", "litre", "gallons", "gallon", "pints", "celsius", "fahrenheit", "c", "f",
        "kph", "kmh", "mph", "knots",
    )  # fmt: skip
    source = "NIST Special Publication 811"
    examples = (
        Good("The wall is 30 km (18.6 miles) long."),
        Good("They live 60 miles (100 kilometers) apart, 6 feet (1.8 metres) at least."),
        Good("It warmed by 1.5 degrees Celsius (2.7 degrees Fahrenheit)."),
        Good("He ran 5 miles or 10 kilometers a day and paid 10 pounds (12 dollars)."),
        Good(
            "He is 5 feet 10 inches (1.78 m) tall; she is 5ft 4in (1.63m) and he 6-foot-3 "
            "(1.91-meter)."
        ),
        Good("The baby weighed 6lb 4oz (2.8kg), and her mother 9 stone 2 pounds (58 kg)."),
        Good("It is 3 miles 200 yards (5 km) long and 1.78 metres (5 feet 10 inches) high."),
        Bad(
            "The 6-foot-2 ([[1.70]]-meter) guard left.",
            fixed="The 6-foot-2 (1.88-meter) guard left.",
        ),
        Bad(
            "He is 5 feet 10 inches ([[1.67]] m) tall.",
            fixed="He is 5 feet 10 inches (1.78 m) tall.",
        ),
        Bad(
            "It is almost 600 kilometres ([[372]] miles) away.",
            fixed="It is almost 600 kilometres (373 miles) away.",
        ),
        Bad(
            "The town is 31 kilometers ([[19.2]] miles) from the border.",
            fixed="The town is 31 kilometers (19.3 miles) from the border.",
        ),
        Bad("It was 30°C ([[96]]°F) in Lund.", fixed="It was 30°C (86°F) in Lund."),
        Bad(
            "A 100-hectare ([[207]]-acre) farm is for sale.",
            fixed="A 100-hectare (247-acre) farm is for sale.",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Convert each measurement that has a conversion next to it."""
        text = doc.text
        for joint in _JOINT.finditer(doc):
            second = _SECOND.match(text, (joint.end(), len(text)))
            if second is None or not _is_closed(text, joint[0], second):
                continue
            reach = max(0, joint.start() - _REACH)
            if not is_copy(doc, second.span()):
                continue
            found = None
            if height := compound.height(text, reach, joint.start()):
                found = self._compare(doc, height, second)
            elif first := _FIRST.search(text, (reach, joint.start())):
                found = self._judge(doc, first, second)
            if found is not None:
                yield found

    def _judge(self, doc: Document, first: Match[str], second: Match[str]) -> Finding | None:
        if bool(first["low"]) != bool(second["low"]):
            return None
        for group in ("number", "low") if first["low"] else ("number",):
            one = compound.measure(first, group)
            if one is not None and group == "number" and not first["low"]:
                one = compound.with_larger(doc.text, one, first.start())
            found = self._compare(doc, one, second, group) if one is not None else None
            if found is not None:
                return found
        return None

    def _compare(
        self, doc: Document, one: Measure, second: Match[str], group: str = "number"
    ) -> Finding | None:
        """Compare a measurement with the second one, which may have a smaller part, too."""
        two = compound.measure(second, group)
        if two is None:
            return None
        vague = bool(second["about"]) or is_approximate(doc, two.span.start)
        two = compound.with_smaller(doc.text, two, second.end())
        right = _wrong(one, two, vague=vague)
        return self._finding(doc, one, two, right) if right is not None else None

    def _finding(self, doc: Document, one: Measure, two: Measure, right: float) -> Finding:
        written = figures(abs(right), two.number.decimals + bool(two.said))
        first = one.said or f"{figures(one.value, one.number.decimals)} {one.unit.name}"
        wrong = two.said or figures(abs(two.value), two.number.decimals)
        rounded = _is_rounding(one, two, right)
        exact = f"{right:,.{two.number.decimals + 2}f}".rstrip("0").rstrip(".")
        fixes = [Fix(f"Write {written}", _edits(doc, two.span, written))]
        return self.find(
            two.span,
            f"{first} is {written} {two.unit.name}, not {wrong}.",
            evidence=f"{first} = {exact} {two.unit.name}. Check which figure is right.",
            fixes=fixes if _is_plain(doc.text, two) and not two.said else (),
            severity=severity_in(doc, two.span, Severity.ASK if rounded else self.severity),
        )


def _edits(doc: Document, span: Span, written: str) -> tuple[Edit, ...]:
    """The edits that turn one figure into another: before the point and after it.

    The point itself is kept: in some formats it may be markup, and ruling that
    out would cost another reading of the draft.
    """
    point = doc.text.find(".", span.start, span.end)
    whole, _, part = written.partition(".")
    if point < 0 or not part:
        return (Edit(span, written),)
    edits = (Edit(Span(span.start, point), whole), Edit(Span(point + 1, span.end), part))
    return tuple(edit for edit in edits if doc[edit.span] != edit.text)


def _is_closed(text: str, joint: str, second: Match[str]) -> bool:
    """Whether the second measurement is closed: by a bracket, or by a mark after “, or”.

    Short names of units (in, m, F) may be other words, so a mark must follow them.
    """
    ends = text[second.end() : second.end() + 1] in {",", ".", ";", ")", "]", "\n", ""}
    if "or" in joint and (joint[0] != "," or not ends):
        return False
    return ends or len(second["unit"]) > 2


def _is_rounding(one: Measure, two: Measure, right: float) -> bool:
    """Whether the difference may come from rounding: cut off, or to the nearest five."""
    off = abs(right - two.value)
    if off <= _OFF_BY_ONE * two.number.unit:
        return True
    fives = one.value % 5 == 0 and two.value % 5 == 0
    return fives and off <= _BOTH_FIVES * abs(right)


def _is_plain(text: str, measure: Measure) -> bool:
    """Whether the number is in figures, without a scale word."""
    if not text[measure.span.start].isdigit():
        return False
    return math.isclose(measure.number.unit, 10.0**-measure.number.decimals)


def _wrong(one: Measure, two: Measure, vague: bool) -> float | None:
    """What the second measurement should be; None if it is right, or not a conversion."""
    meant = conversions(one.value, one.unit, two.unit)
    if not meant or any(_fits(value, one, two, vague) for value in meant):
        return None
    return meant[0]


def _fits(value: float, one: Measure, two: Measure, vague: bool) -> bool:
    off = abs(value - two.value)
    size = abs(value)
    if vague and off <= _VAGUE * size:
        return True
    if off <= two.number.unit / 2 * (1 + _SMALL) + _SMALL:
        return True
    if off <= min(_rounding(two.number) / 2, _ROUNDED * size):
        return True
    if two.number.decimals > one.number.decimals:
        return False
    rate = _rate(one, two)
    source = one.number.unit / 2 * rate
    if _rounding(two.number) > two.number.unit:  # both are round: 130 mph (215 km/h)
        source = max(source, min(_rounding(one.number) / 2 * rate, _BOTH_ROUND * size))
    return off <= source + two.number.unit / 2 + _SMALL


def _rate(one: Measure, two: Measure) -> float:
    """The value of one of the first unit in the second."""
    if one.unit.kind == "celsius":
        return 1.8
    if one.unit.kind == "fahrenheit":
        return 1 / 1.8
    return one.unit.factors[0] / two.unit.factors[0]


def _rounding(number: Number) -> float:
    """The step to which a number seems rounded: 100 for 1,300, 5 for 25."""
    digits = round(number.value / number.round_unit) if number.round_unit else 0
    return number.round_unit * 5 if digits % 5 == 0 and digits > 5 else number.round_unit
