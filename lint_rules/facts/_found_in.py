"""Whether a body gives a figure: as printed, rounded, added up, or worked out from others."""

from __future__ import annotations

from copydesk import Quantity
from lint_rules.facts._quantities import is_like

_ROUND = 0.08  # how far a round figure may be off, as a share
_FEW = 24  # figures of the body from which others are worked out
_TRIPLES = 10  # the same for sums of three
_SLACK = 1e-9
_VAGUE = 0.04  # how far “about 600” may be from the headline’s figure
_CUT = 10  # what shows only one or two digits may be rounded down
_SMALL = 12  # numbers up to this are given of many things
_ENDLESS = float("inf")
# With which kinds of the body each kind of figure is compared.
_WITH = {
    "percent": ("percent", "points", "fraction"),
    "points": ("percent", "points", "fraction"),
    "money": ("money", "count", "measure", "score"),
}
_NEVER = ("day", "time")
_FACTORS = (0.5, 2)


def is_given(top: Quantity, body: tuple[Quantity, ...]) -> bool:
    """Whether the body gives a figure, in some form."""
    if top.kind == "score":
        return _is_score(top, body)
    allowed = _WITH.get(top.kind)
    low, high = _bounds(top)
    ours = [one for one in body if (one.kind in allowed if allowed else one.kind not in _NEVER)]
    for one in ours:
        scale = 100 if allowed and one.kind == "fraction" and "percent" in allowed else 1
        if one.low * scale <= high and low <= one.high * scale:
            return True
        if low <= one.value * scale <= high or (one.other and low <= one.other <= high):
            return True
    if top.kind == "age":
        return False
    values = [one.value for one in ours if is_like(top, one)]
    if not allowed and any(low <= one * by <= high for one in values for by in _FACTORS):
        return True
    return _is_worked_out(low, high, values) or _is_share(top, low, high, body)


def is_printed(top: Quantity, body: tuple[Quantity, ...]) -> bool:
    """Whether the body gives a figure as printed or rounded, alone or as a sum of its kind."""
    if top.kind == "score":
        return _is_score(top, body)
    allowed = _WITH.get(top.kind)
    low, high = _bounds(top)
    ours = [one for one in body if (one.kind in allowed if allowed else _may_be(top, one))]
    if any(_holds(one, low, high, 100 if top.unit == "%" else 1) for one in ours):
        return True
    if _is_cut(top, ours):
        return True
    values = [one.value for one in ours if is_like(top, one) and one.noun == top.noun]
    return _is_worked_out(top.value, top.value, values)


def is_direct(top: Quantity, body: tuple[Quantity, ...]) -> bool:
    """Whether the body gives a figure of the same things, or two that add up to it."""
    if top.kind == "score":
        return _is_score(top, body)
    ours = [one for one in body if is_like(one, top) and (not one.noun or one.noun == top.noun)]
    if top.fate:
        ours = [one for one in body if one.kind == "count"]
    low, high = _bounds(top)
    if any(_is_within(one, low, high) for one in ours) or _is_cut(top, ours):
        return True
    kinds = ("percent", "points", "fraction")
    if top.kind in kinds and any(_holds(one, low, high, 100) for one in body if one.kind in kinds):
        return True
    if _is_worked_out(top.value, top.value, [one.value for one in ours]):
        return True
    sentences = {one.sentence for one in body} if top.kind in _WITH else ()
    return any(
        _is_share(top, low, high, tuple(one for one in body if one.sentence == each))
        for each in sentences
    )


def _is_cut(top: Quantity, ours: list[Quantity]) -> bool:
    """Whether a figure of the headline was rounded down: 4,000 for 4,425."""
    step = top.number.round_unit
    if top.value < _SMALL or step < 1 or step * _CUT < top.value:
        return False
    return any(top.value <= one.value < top.value + step / 2 for one in ours)


def _is_within(one: Quantity, low: float, high: float) -> bool:
    """Whether a figure lies between two values, or is vague and near them."""
    if low <= one.value <= high or (one.other and low <= one.other <= high):
        return True
    slack = 0 if one.is_exact else _VAGUE * one.value
    return not one.is_exact and low - slack <= one.value <= high + slack


def _may_be(top: Quantity, one: Quantity) -> bool:
    """Whether a figure of the body may count what a figure of the headline does."""
    if one.kind != top.kind:
        return one.kind in ("ordinal", "score", "label", "measure")
    return (
        not one.noun or not top.noun or one.noun == top.noun or top.value > _SMALL or bool(top.fate)
    )


def _holds(one: Quantity, low: float, high: float, hundred: float) -> bool:
    """Whether a figure of the body lies between two values."""
    scale = hundred if one.kind == "fraction" else 1
    if one.low > 0 and one.high < _ENDLESS and one.low * scale <= high and low <= one.high * scale:
        return True
    return low <= one.value * scale <= high or bool(one.other and low <= one.other <= high)


def _bounds(top: Quantity) -> tuple[float, float]:
    """Between which values a figure may lie, however it was rounded."""
    unit = top.number.unit
    if top.kind == "age":
        return top.value, top.value
    low, high = top.value, top.value
    if unit != 1 or top.kind in ("percent", "points"):
        low, high = top.value - unit / 2, top.value + unit
    step = min(top.number.round_unit / 2, _ROUND * top.value) if top.value >= 20 else 0
    low, high = min(low, top.value - step), max(high, top.value + step)
    return min(low, top.low) - _SLACK, max(high, top.high) + _SLACK


def _is_score(top: Quantity, body: tuple[Quantity, ...]) -> bool:
    two = {top.value, top.other}
    values = {one.value for one in body} | {one.other for one in body}
    return two <= values


def _is_worked_out(low: float, high: float, values: list[float]) -> bool:
    """Whether a sum, difference or multiple of some values lies between two."""
    few = list(dict.fromkeys(values[:_FEW]))
    pairs = {one + other for one in values[:_FEW] for other in few if one is not other}
    apart = {abs(one - other) for one in few for other in few}
    if any(low <= one <= high for one in pairs | apart):
        return True
    least = few[:_TRIPLES]
    return any(low <= one + two <= high for one in pairs for two in least) and len(few) > 2


def _is_share(top: Quantity, low: float, high: float, body: tuple[Quantity, ...]) -> bool:
    """Whether a percentage is what two sums of the body are to each other, or the change."""
    if top.kind not in ("percent", "points"):
        return False
    for kind in ("percent", "money", "count", "measure"):
        few = [one.value for one in body if one.kind == kind and one.value][:_FEW]
        for one in few:
            if kind == "percent" and low <= 100 - one <= high:
                return True
            for other in few:
                share = one / other * 100
                if low <= share <= high or low <= abs(share - 100) <= high:
                    return True
    return False
