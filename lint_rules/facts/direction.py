"""A rise to a smaller figure, or a fall to a larger one."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Related, Rule, Severity
from lint_rules.facts import _changes
from lint_rules.facts._quantities import grave, said


class Direction(Rule):
    """What rose ends higher, and what fell ends lower.

    “Rents rose to $900 from $1,000” has the wrong verb or the figures in the wrong
    order. The rule compares figures of one kind that the copy gives with “from” and “to”,
    or with “up from” and “down from”. Places in a ranking, temperatures, deficits and
    quoted speech are left alone.
    """

    id = "facts/direction"
    severity = Severity.STOP
    triggers = ("from",)
    examples = (
        Good("Rents rose to $1,000 from $900."),
        Good("The team rose from 12 to 8 in the rankings."),
        Good("Turnout was 45 percent, up from 42 percent."),
        Bad("Rents [[rose]] to $900 from $1,000."),
        Bad("Turnout was 42 percent, [[up]] from 45 percent in 2020."),
        Bad("The number of members [[fell]] from 1,200 in May to 1,400."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the two figures of every change."""
        for change in _changes.changes(doc):
            old, new = change.old, change.new
            is_up, is_down = change.verb in _changes.UP, change.verb in _changes.DOWN
            wrong = (is_up and new.high < old.low) or (is_down and new.low > old.high)
            if not wrong or _changes.is_ranked(doc, change):
                continue
            if not _changes.is_plain_verb(doc, change) or _has_lost_scale(change):
                continue
            yield self.find(
                change.place,
                f"From {said(old.value, old)} to {said(new.value, new)} is "
                f"{'a fall' if is_up else 'a rise'}, but the copy says “{doc[change.place]}”.",
                evidence="Check the verb, and which figure is the earlier one.",
                related=(Related(old.span, "before"), Related(new.span, "after")),
                severity=grave(old, new),
            )


def _has_lost_scale(change: _changes.Change) -> bool:
    """Whether one of the sums lacks its million: a fault of another kind."""
    small, large = sorted((change.old.value, change.new.value))
    return change.old.kind == "money" and small < 1000 and large >= 1000 * small
