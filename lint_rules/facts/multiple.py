"""Something that doubled, tripled or was halved, with figures that say otherwise."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Related, Rule, Severity
from lint_rules.facts import _changes
from lint_rules.facts._quantities import grave, said

_FOLD = {2: "twice", 3: "three times", 4: "four times", 5: "five times"}
_LOOSE = 0.2  # by which share of the multiple a plain “doubled” may be wrong
_FAR = 0.25


class Multiple(Rule):
    """What doubled is twice as much as before.

    “Doubled to 40,000 from 30,000” cannot be right: twice 30,000 is 60,000. The rule
    compares the two figures with doubled, tripled, quadrupled, halved or fivefold. “More
    than” and “nearly” are understood, and quoted speech is left alone.
    """

    id = "facts/multiple"
    severity = Severity.STOP
    triggers = tuple(sorted(_changes.TIMES))
    examples = (
        Good("Sales doubled to 60,000 from 30,000."),
        Good("Sales more than doubled to 90,000 from 30,000, and nearly tripled from 11 to 30."),
        Good("Double the usual crew worked from 9 to 12."),
        Bad("Sales doubled to 40,000 from [[30,000]]."),
        Bad("Prices tripled from $2 to [[$8]]."),
        Bad("The staff was halved, from 120 to [[30]]."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the ratio of the two figures with the word."""
        for change in _changes.changes(doc):
            times = _changes.TIMES.get(change.verb)
            if times is None or change.old.low <= 0:
                continue
            old, new = change.old, change.new
            least, most = new.low / old.high, new.high / old.low
            low, high = _limits(doc.before(change.place, 20).lower(), times)
            if least <= high and most >= low:
                continue
            ratio = new.value / old.value
            yield self.find(
                max(old.span, new.span),
                f"From {said(old.value, old)} to {said(new.value, new)} is {ratio:.2g} times as "
                f"much; the copy says “{doc[change.place]}”.",
                evidence=f"{times:g} × {said(old.value, old)} = {said(times * old.value, old)}.",
                related=(Related(change.place), Related(min(old.span, new.span))),
                severity=grave(old, new),
            )


def _limits(before: str, times: float) -> tuple[float, float]:
    """Between which values the ratio lies that the words claim."""
    words = before.split()[-2:]
    if words == ["more", "than"] or words[-1:] == ["over"]:
        return (0, times) if times < 1 else (times * 0.98, float("inf"))
    if words[-1:] in (["nearly"], ["almost"], ["roughly"], ["about"], ["virtually"]):
        return times * (1 - _FAR), times * (1 + _FAR)
    return times * (1 - _LOOSE + 0.05), times * (1 + _LOOSE + 0.05)
