"""A gap that two figures beside it do not leave: “85 percent … 80 percent, a drop of 7 points”."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Quantity,
    Related,
    Rule,
    Severity,
    pattern,
)
from lint_rules.facts._quantities import is_own, with_before

_CHANGE = pattern(
    r"(?i)\b(?:rise|rose|risen|up|increase[ds]?|gain(?:ed)?|jump(?:ed)?|climb(?:ed)?|grew|growth|drop(?:ped)?"
    r"|down|decrease[ds]?|fell|fall|fallen|decline[ds]?|slipped|dip(?:ped)?|gap|difference|swing"
    r"|higher|lower|more|less|apart|ahead|behind|change[ds]?)\b"
)
_MARGIN = pattern(
    r"(?i)\b(?:the|final|winning|a)\s(?:margin|difference|gap)\b[^.;,]{0,30}?\b(?:was|is|of|at)\s\Z"
    r"|\bmade\sthe\smargin\s\Z|\b(?:in\sthe\send|only|just)\s\Z"
)
_SEPARATED = pattern(r"(?i)(?:\s(?:points?|votes?|runs?|goals?))?\s(?:separated|divided)\s")
_AFTER = pattern(r"(?i)(?:\s(?:points?|votes?|runs?|goals?|percentage\spoints?))?[.,;]")
_OTHER = pattern(
    r"(?i)\b(?:half(?:time)?|quarter|inning|period|set|season|record|series|average|previous"
    r"|earlier\sgame|combined|per|each|annual\w*|since|target|goal|forecast|expected|polls?|between"
    r"\s\d\d\d\d)\b"
)
_PAIR = 2
_SLACK = 0.051  # percentage points


class Gap(Rule):
    """A gap is what its two figures leave.

    “It was 85 percent a year ago and is 80 now, a drop of seven percentage points” is a drop of
    five, and after 10-4 “the margin was five” is six. The rule asks where one sentence, or two
    that follow each other, have just two percentages, or one score, and the gap. Rounded figures
    have their leeway; quoted speech is left alone.
    """

    id = "facts/gap"
    severity = Severity.ASK
    triggers = ("points", "margin", "difference", "separated", "divided")
    examples = (
        Good("The vote in favor was 80 percent. It was 85 percent in May, a drop of 5 points."),
        Good("Turnout was 45 percent in Hull. It was 61 percent in Leeds and 52 percent in York, "
             "a rise of two percentage points."),
        Good("Hull won 10-4 on Sunday. The margin was six."),
        Good("Hull led 10-4 at halftime. The final margin was two."),
        Bad("The vote in favor was 80 percent. It was 85 percent in May, a drop of "
            "[[seven percentage points]]."),
        Bad("Hull won 10-4 on Sunday. The margin was [[five]]."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare each gap with the two figures that are nearest."""
        for _, group, before in with_before(doc):
            for one in group:
                if one.is_exact and is_own(doc, one):
                    yield from self._judge(doc, one, (*before, *group))

    def _judge(self, doc: Document, gap: Quantity, near: tuple[Quantity, ...]) -> Iterator[Finding]:
        if gap.kind == "points" and _CHANGE.search(doc.text, gap.sentence):
            two = [one for one in near if one.kind == "percent"]
            if len(two) == _PAIR and is_own(doc, *two) and not _is_apart(doc, gap, near):
                yield from self._compare(gap, two[0], two[1], two[0].value, two[1].value)
        elif gap.kind in ("count", "points", "number") and _is_margin(doc, gap):
            scores = [one for one in near if one.kind == "score"]
            if len(scores) == 1 and is_own(doc, *scores) and not _is_apart(doc, gap, near):
                score = scores[0]
                yield from self._compare(gap, score, score, score.value, score.other)

    def _compare(
        self, gap: Quantity, one: Quantity, other: Quantity, first: float, second: float
    ) -> Iterator[Finding]:
        right = abs(first - second)
        if abs(right - gap.value) <= _SLACK or not (one.is_exact and other.is_exact):
            return
        if one is not other and round(right) == gap.value:
            return
        unit = "points" if one is not other else ""
        yield self.find(
            gap.span,
            f"The gap between {first:g} and {second:g} is {right:g} {unit}".rstrip() + ".",
            evidence=f"{max(first, second):g} − {min(first, second):g} = {right:g}.",
            related=tuple(Related(each.span) for each in dict.fromkeys((one, other))),
        )


def _is_margin(doc: Document, gap: Quantity) -> bool:
    """Whether a figure is the margin of a score: “the margin was five”."""
    before = doc.text[gap.sentence.start : gap.span.start]
    after = doc.text[gap.span.end : gap.span.end + 40]
    if _SEPARATED.match(after):
        return True
    return (
        _MARGIN.search(before) is not None
        and _AFTER.match(after) is not None
        and (
            "margin" in before.lower() or "difference" in before.lower() or "gap" in before.lower()
        )
    )


def _is_apart(doc: Document, gap: Quantity, near: tuple[Quantity, ...]) -> bool:
    """Whether the words around speak of a third figure: half-time, a forecast."""
    start = min(one.sentence.start for one in near)
    return _OTHER.search(doc.text, (start, gap.sentence.end)) is not None
