"""The figures, days and names in one line of a field."""

from __future__ import annotations

from copydesk import Iterator, Match, ValueTuple, pattern
from lint_rules._shared.numbers import NUMBER, read
from lint_rules._shared.prose import words

_MONEY = pattern(
    r"[$£€]\s?(?P<n>\d[\d,]*(?:\.\d+)?)[\s-]?(?P<s>[KkMmBb](?:n|ln)?\b|thousand\b|million\b|billion\b|trillion\b)?"
)
_PERCENT = pattern(r"(?P<n>\d[\d,]*(?:\.\d+)?)(?:\s?%|\s(?:percent|per cent)\b)")
_THINGS = pattern(
    rf"(?P<n>{NUMBER}|\b\d+(?:\.\d+)?[KkMm]\b)[ -](?P<more>(?:new|more|big|top|key|local|state"
    r"|major|other|young|former|Pa\.?|Pennsylvania|U\.?S\.?)\s)?(?P<noun>[a-z]{3,}s|people|men"
    r"|women|children|dead|killed|injured|hurt|arrested|missing|percent|years?)\b"
)
_DAY = pattern(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_SCALES = {"k": 1e3, "t": 1e3, "m": 1e6, "b": 1e9}
_TIMES = words("years year months days weeks hours minutes times others things percent")
_VAGUE_BEFORE = pattern(
    r"(?i)(?:about|nearly|almost|over|more than|some|around|roughly|at least|up to|under|least|than"
    r"|another|first|last|past|next|every|of|from|to|between|by|age|-)\s*\Z"
)
_JOINS = pattern(r"\s?(?:-|–|to|or|and|of)\s?\d|\+")


class Figure(ValueTuple):
    """A figure: what it counts (``$``, ``%``, a noun), its value, and its words."""

    of: str
    value: float
    words: str


def figures(text: str) -> list[Figure]:
    """The exact figures of a line, each with what it counts; no ranges, no rounded ones."""
    if not any(map(str.isdigit, text)) and not _THINGS.search(text):
        return []
    return [*_money(text), *_percents(text), *_things(text)]


def _money(text: str) -> Iterator[Figure]:
    for found in _MONEY.finditer(text):
        if _is_exact(text, found):
            scale = _SCALES.get((found["s"] or "")[:1].lower(), 1.0)
            if (found["s"] or "").lower().startswith("tr"):
                scale = 1e12
            yield Figure("$", _number(found["n"]) * scale, found[0].rstrip())


def _percents(text: str) -> Iterator[Figure]:
    for found in _PERCENT.finditer(text):
        if _is_exact(text, found):
            yield Figure("%", _number(found["n"]), found[0])


def _things(text: str) -> Iterator[Figure]:
    for found in _THINGS.finditer(text):
        if found["noun"] not in _TIMES and _is_exact(text, found):
            value = found["n"]
            if value[-1] in "KkMm":
                yield Figure(
                    found["noun"], _number(value[:-1]) * _SCALES[value[-1].lower()], found[0]
                )
            elif (number := read(value)) is not None:
                yield Figure(found["noun"], number.value, found[0])


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def _is_exact(text: str, found: Match[str]) -> bool:
    """Whether no word before a figure and no range makes it inexact."""
    before = text[max(0, found.start() - 12) : found.start()]
    return not _VAGUE_BEFORE.search(before) and not _JOINS.match(text, (found.end(), len(text)))


def days(text: str) -> list[str]:
    """The days of the week that a line names."""
    return [found[0] for found in _DAY.finditer(text)]
