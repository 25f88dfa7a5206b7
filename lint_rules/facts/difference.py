"""A change given with its two figures and an amount that does not fit them."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Quantity, Related, Rule, Severity
from lint_rules.facts import _changes
from lint_rules.facts._quantities import grave, said

_SLACK = 0.011


class Difference(Rule):
    """The amount of a change is the difference between its two figures.

    “Up 6 points to 45 percent from 42 percent” is wrong, and “up 3 percent
    from 42 to 45 percent” means percentage points: 3 percent of 42 is 1.3. Rounded
    figures have their leeway; quoted speech is left alone.
    """

    id = "facts/difference"
    severity = Severity.STOP
    triggers = ("from",)
    examples = (
        Good("Turnout was 45 percent, up 3 percentage points from 42 percent."),
        Good("Turnout was 45 percent, up 7 percent from 42 percent."),
        Good("It rose by 100 homes to 900 from 800, and fell 50 percent from 20 percent to 10."),
        Bad("Turnout was 45 percent, up [[3 percent]] from 42 percent."),
        Bad("Turnout rose [[5 percentage points]] to 45 percent from 42 percent."),
        Bad("The tax rises from 5 percent to 6 percent, a [[1 percent]] increase."),
        Bad("The fund rose by [[$200,000]], to $1,000,000 from $900,000."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Subtract the two figures of every change that gives its amount."""
        for change in _changes.changes(doc):
            for amount in change.amounts:
                if not amount.is_quoted and _changes.is_amount_of(doc, change, amount):
                    yield from self._compare(doc, change, amount)

    def _compare(
        self, doc: Document, change: _changes.Change, amount: Quantity
    ) -> Iterator[Finding]:
        old, new = change.old, change.new
        least, most = sorted((abs(new.low - old.high), abs(new.high - old.low)))
        if new.fits(old.low, old.high):
            least = 0
        fits = amount.low <= most + _SLACK and amount.high >= least - _SLACK
        exact = (
            f"{said(new.value, new)} − {said(old.value, old)} = {said(new.value - old.value, new)}."
        )
        related = (Related(old.span), Related(new.span))
        if amount.kind == "percent" and old.kind == "percent":
            share = abs(new.value - old.value) / old.value * 100 if old.value else 0
            if not fits or amount.fits(share) or amount.fits(share * 0.97, share * 1.03):
                return
            yield self.find(
                amount.span,
                f"From {said(old.value, old)} to {said(new.value, new)} is "
                f"{said(amount.value, amount)[:-1]} percentage points, a change of {share:.0f}%.",
                evidence=exact,
                related=related,
                severity=grave(old, new, amount),
            )
        elif not fits:
            yield self.find(
                amount.span,
                f"From {said(old.value, old)} to {said(new.value, new)} is a change of "
                f"{said(abs(new.value - old.value), new)}.",
                evidence=exact,
                related=related,
                severity=grave(old, new, amount),
            )
