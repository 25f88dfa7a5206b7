"""One quantity of a story: what is counted or measured, how exactly, and who says so."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from copydesk.figures.numbers import Number
    from copydesk.model.findings import Span

    QuantityKind = Literal[
        "count",
        "money",
        "percent",
        "points",
        "fraction",
        "score",
        "age",
        "year",
        "ordinal",
        "duration",
        "measure",
        "time",
        "day",
        "label",
    ]


class Quantity(ValueTuple):
    """One quantity, as written in one place of a story.

    Attributes:
        span: the figure with its sign, scale and per cent: “$1.2 million”, “20 percent”.
        kind: ``count`` of things or people, ``money``, ``percent``, ``points`` (percentage
            points), ``fraction`` (“a third”, “one in five”), ``score`` (7-4), ``age``, ``year``,
            ``ordinal``, ``duration``, ``measure``, ``time`` of day, ``day`` of a month, ``label``
            (Game 7, No. 5, Route 66).
        number: the number with its precision; of a score, what comes first.
        low, high: between which values it may lie, given rounding, “at least”, “nearly” and
            ranges; infinite if it is open.
        is_exact: whether nothing makes it vague, and it is neither a range nor in words like
            “a third”.
        unit: the sign of a currency, ``%``, or the unit of a measure or duration, singular.
        noun: what is counted, in lower case and singular: “home”, “person”; empty if not said.
        thing: from the end of the number to the end of that noun; empty without one.
        fate: what happened to those counted: ``killed``, ``hurt``, ``missing``, ``held``.
        per: the unit of a rate: “month” in “$1,000 a month”.
        lead: the word before it, without articles: “from”, “to”, “another”; lower case.
        other: of a score, the second number; of a range, its upper end; of a fraction, the whole
            (five in “one in five”); else 0.
        slot: the index of its slot in ``doc.parsed.slots``.
        sentence: its sentence, or its slot where there are no sentences.
        is_quoted: whether it is in quoted speech.
        source: the words that say who says so (“police”, “Ann Poe”), or None.
    """

    span: Span
    kind: QuantityKind
    number: Number
    low: float
    high: float
    is_exact: bool
    unit: str
    noun: str
    thing: Span
    fate: str
    per: str
    lead: str
    other: float
    slot: int
    sentence: Span
    is_quoted: bool
    source: Span | None

    @property
    def value(self) -> float:
        """The number as printed, with its scale."""
        return self.number.value

    @property
    def is_count(self) -> bool:
        """Whether it is a whole number of things, not visibly rounded by a scale."""
        return self.kind == "count" and self.number.unit == 1

    def fits(self, low: float, high: float | None = None) -> bool:
        """Whether it may be a value, or lie between two."""
        return self.low <= (low if high is None else high) and low <= self.high
