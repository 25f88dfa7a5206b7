"""A total that is not the sum of its parts."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Rule,
    Severity,
    Span,
    pattern,
    scan,
)
from lint_rules._shared.numbers import DIGITS, NUMBER, Number, is_copy, is_vague, read
from lint_rules._shared.prose import words

_THINGS = (
    r"people|persons|dead|deaths|killed|wounded|injured|hurt|missing|arrested|detained|victims"
    r"|casualties|soldiers|civilians|passengers|officers|children|women|men|students|members"
    r"|seats|votes|medals|goals|points|cases|fatalities|arrests|prisoners|hostages|patients"
    r"|workers|players|candidates|ships|planes|aircraft|drones|missiles|tanks|vehicles|cars"
    r"|buildings|homes|houses|schools|countries|states|cities|lawmakers|senators|judges|jurors"
    r"|delegates|ministers|suspects|bodies|jobs|firms|companies|stores|shops|projects|games"
)
_TOTAL = pattern(
    rf"(?P<total>{NUMBER})(?:\s[a-z]+){{0,2}}?\s(?:{_THINGS})\b(?:\s(?!and\b|or\b)[a-z]+){{0,4}}?"
    r"\s?\Z"
)
_MARKS = (":", "(", "—", "–", " - ")
_MARK = scan(
    rf"[:(–—-](?:(?<=[a-z]:)\s|(?<=\s[–-])\s|(?<=—)\s?|(?<=\s\())(?={NUMBER}\s)",
    at=_MARKS,
    after=40,
)
# The same for money: “$48 million: $22 million for roads and …”.
_SCALED = rf"{DIGITS}(?:[ \u00a0](?:thousand|million|billion|trillion)|(?:bn|mn|m)\b)?"
_MONEY = pattern(rf"(?P<sign>[$£€])(?P<total>{_SCALED})(?:\s[a-z]+){{0,6}}\s*\Z")
_MONEY_MARK = scan(
    r"[:(–—-](?:(?<=[a-z]:)\s|(?<=\s[–—-])\s|(?<=\s\())(?=[$£€]\d)", at=_MARKS, after=8
)
_MONEY_PART = pattern(
    rf"(?P<sign>[$£€])(?P<number>{_SCALED})(?P<rest>(?:[ \u00a0][^\s,;:()\n—–.$£€\d]+){{1,8}}?)"
    r"(?P<link>,?\s(?:and|plus)\s(?=[$£€]\d)|[,;]\s(?=[$£€]\d)|(?=[.!)\n—–]|\s[-–—]|\Z|,|;))"
)
# With what a number begins, in figures or words, and a sum of money.
_NUMBERS = frozenset("0123456789") | words(
    "one two thr fou fiv six sev eig nin ten ele twe thi for fif"
)
_SIGNS = frozenset("$£€")
_REACH = 100  # code points before the mark in which the total is looked for
_NEXT = rf",?\s(?:and|plus|or)\s(?={NUMBER})|[,;]\s(?={NUMBER})"
_PART = pattern(
    rf"(?P<number>{NUMBER})(?P<rest>(?:[ \u00a0][^\s,;:()\n—–.]+){{1,7}}?)"
    rf"(?P<link>{_NEXT}|(?=[.!)\n—–]|\s[-–—]|\Z|,|;))"
)
_PART_LEFT = 0.25  # if a larger part of the total is missing, the list only gives examples
_ROOM = 300  # code points after the mark in which the parts are read
_OPEN = pattern(
    r"\b(?i:including|among|most|mostly|some|several|many|few|others?|rest|remaining|least|half"
    r"|dozen|dozens|per|percent|old|aged|ages?|year|years|minutes?|hours?|days?|months?|times"
    r"|more|less|fewer|about|around|nearly|almost|over|of them|were|was|than|a|an|each|both|another"
    r"|critically|seriously|whom|where|which)\b|%|[$£€]|\d"
)


class Sum(Rule):
    """A total is the sum of its parts.

    “12 dead: five in Sumy and six in Kharkiv” leaves one unaccounted for. The
    rule adds up a list only if it follows a colon, a dash or a bracket and every
    part of it is an exact number. A list with “including”, “some” or “the rest”
    is incomplete; it is left alone, and so is quoted speech.
    """

    id = "facts/sum"
    severity = Severity.STOP
    scans = (_MARK, _MONEY_MARK)
    triggers = (": ", " (", "—", " – ", " - ")
    examples = (
        Good("Police counted 12 dead: seven in Sumy and five in Kharkiv."),
        Good("Police counted 12 dead: six in Sumy, five in Kharkiv and others elsewhere."),
        Good("There were 52 people on board (47 passengers and five crew)."),
        Good("She met 12 people: 5 years later she met six of them."),
        Bad("Police counted [[12]] dead: five in Sumy and six in Kharkiv."),
        Bad("There were [[52]] people on board (47 passengers and four crew)."),
        Good(
            "It costs $48 million: $22 million for roads, $17 million for the wall and $9 million "
            "for schools."
        ),
        Good(
            "It costs $48 million: $22 million for roads, the rest for schools. It paid $1 million "
            "(£800,000 in June and £100,000 in May)."
        ),
        Bad(
            "It costs [[$48 million]]: $22 million for roads, $14 million for the wall and "
            "$9 million for schools."
        ),
        Bad("They won [[20]] medals — six gold, five silver and eight bronze."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Add up the list of numbers after each total."""
        yield from self._counts(doc)
        for span, total, parts in _money(doc):
            added = sum(part.value for part in parts)
            slack = (total.unit + sum(part.unit for part in parts)) / 2  # what rounding can explain
            missing = abs(added - total.value)
            if not slack <= missing <= _PART_LEFT * total.value or not is_copy(doc, span):
                continue
            if max(part.value for part in parts) < total.value and doc.quote_at(span) is None:
                sign = doc.text[span.start]
                yield self.find(
                    span,
                    f"The parts add up to {_money_text(sign, added)}, "
                    f"not {_money_text(sign, total.value)}.",
                    evidence=f"{' + '.join(_money_text(sign, part.value) for part in parts)} = "
                    f"{_money_text(sign, added)}.",
                )

    def _counts(self, doc: Document) -> Iterator[Finding]:
        for place in _marks(doc, _NUMBERS):
            mark = _MARK.match_at(doc, place)
            if mark is None:
                continue
            match = _TOTAL.search(doc.text, _before(mark))
            if match is None:
                continue
            span = Span(*match.span("total"))
            if is_vague(doc, span) or not is_copy(doc, span):
                continue
            total = read(match["total"])
            parts = _parts(doc, mark)
            if total is None or not parts or sum(parts) == total.value:
                continue
            if abs(sum(parts) - total.value) > max(1, _PART_LEFT * total.value):
                continue
            if max(parts) < total.value and doc.quote_at(span) is None and total.unit == 1:
                added = " + ".join(str(round(part)) for part in parts)
                yield self.find(
                    span,
                    f"The parts add up to {round(sum(parts))}, not {round(total.value)}.",
                    evidence=f"{added} = {round(sum(parts))}.",
                )


def _marks(doc: Document, leads: frozenset[str]) -> Iterator[int]:
    """Where marks are that one of some beginnings follows, directly or after a space."""
    text = doc.text
    for place in _MARK.anchors(doc):
        at = place + (text[place] == " ")
        near = text[at + 1 : at + 5].lstrip()
        if near[:1] in leads or near[:3].lower() in leads:
            yield at


def _before(mark: Match[str]) -> tuple[int, int]:
    """The range in which the total and its words are looked for."""
    return max(0, mark.start() - _REACH), mark.start()


def _money_text(sign: str, value: float) -> str:
    """A sum of money as copy writes it: $22 million."""
    for scale, word in ((10**9, "billion"), (10**6, "million")):
        if value >= scale:
            return f"{sign}{round(value / scale, 3):g} {word}"
    return f"{sign}{value:,.0f}" if value == round(value) else f"{sign}{value:,.2f}"


def _money(doc: Document) -> Iterator[tuple[Span, Number, list[Number]]]:
    """Sums of money with the parts after them."""
    for place in _marks(doc, _SIGNS):
        mark = _MONEY_MARK.match_at(doc, place)
        if mark is None:
            continue
        match = _MONEY.search(doc.text, _before(mark))
        if match is None or _OPEN.search(doc[match.end("total") : match.end()]):
            continue
        span = Span(match.start("sign"), match.end("total"))
        total = read(match["total"])
        parts = _money_parts(doc, mark, match["sign"])
        if total is not None and len(parts) > 1 and not is_vague(doc, span):
            yield span, total, parts


def _money_parts(doc: Document, mark: Match[str], sign: str) -> list[Number]:
    place, end = mark.end(), min(len(doc.text), mark.end() + _ROOM)
    found: list[Number] = []
    while True:
        part = _MONEY_PART.match(doc.text, (place, end))
        number = read(part["number"]) if part else None
        if part is None or number is None or part["sign"] != sign:
            return []
        if _OPEN.search(part["rest"]) or is_vague(doc, part.span("number")):
            return []
        found.append(number)
        place = part.end()
        if not part["link"]:
            return found if _is_over(doc.text, mark[0], place) else []


def _parts(doc: Document, mark: Match[str]) -> list[float]:
    """The numbers in the list after the total's words; empty if the list is incomplete."""
    place, end = mark.end(), min(len(doc.text), mark.end() + _ROOM)
    found: list[float] = []
    while True:
        part = _PART.match(doc.text, (place, end))
        number = read(part["number"]) if part else None
        if part is None or number is None or number.unit != 1:
            return []
        if _OPEN.search(part["rest"]) or is_vague(doc, part.span("number")):
            return []
        found.append(number.value)
        place = part.end()
        if not part["link"]:
            break
    return found if len(found) > 1 and _is_over(doc.text, mark[0], place) else []


def _is_over(text: str, mark: str, place: int) -> bool:
    """Whether the list ends there, as its opening mark requires."""
    rest = text[place : place + 3]
    if "(" in mark:
        return rest.startswith(")")
    if ":" in mark:
        return rest[:1] in {".", "", "\n", "!"}
    return rest[:1] in {".", "", "\n", "—", "–"} or rest[:2] in {" -", " –", " —"}
