"""Fixes a draft pass by pass until nothing changes, and verifies every step."""

from __future__ import annotations

from copydesk.fixing.changes import Change, applied_to, change, edits_of, first_in_order
from copydesk.fixing.outcome import Examined, Outcome
from copydesk.fixing.trial import objection
from copydesk.model.value_tuple import ValueTuple
from copydesk.report.fixed import Applied, Left

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from copydesk.model.placed import PlacedFinding, PlacedFix

MOST_PASSES = 10
_MOST_STARTS = 20  # how often to start over without conflicting fixes
_TRIALS = 40  # how often a draft of any length may be checked to find out which fixes to refuse
_TRIED = 500_000  # code points that may be checked for that, if it is more


_TOO_MANY = "too many fixes of this draft were refused to try them all one by one"


class Setting(ValueTuple):
    """How to fix a draft.

    Attributes:
        examine: parses and checks a source.
        wanted: returns the fix to apply for a finding, if any.
        writable: whether a text can be written in the draft's encoding.
        line_end: the draft's line end.
    """

    examine: Callable[[str], Examined]
    wanted: Callable[[PlacedFinding], PlacedFix | None]
    writable: Callable[[str], bool] = lambda text: True
    line_end: str = "\n"


class _Endless(Exception):
    """Fixes that never end; ``bars`` lists them, with the reason."""

    def __init__(self, bars: dict[Hashable, str]) -> None:
        self.bars = bars


def fix_passes(first: Examined, setting: Setting) -> Outcome:
    """Apply the wanted fixes to a draft until no more can be applied.

    Of overlapping fixes, the first is applied and the rest wait for the next pass.
    A fix is rejected if it would change anything else, if its finding would remain,
    or if it would cause a new finding of severity stop or fix. Fixes that undo each
    other, or that do not end after ten passes, are all left alone.
    """
    bars: dict[Hashable, str] = {}
    budget = _Budget(max(_TRIALS, _TRIED // max(1, len(first.doc.source))))
    for _ in range(_MOST_STARTS):
        try:
            return _Run(setting, bars, budget).to_the_end(first)
        except _Endless as endless:
            bars.update(endless.bars)
    return Outcome(first)


def safe_fix(finding: PlacedFinding) -> PlacedFix | None:
    """The first fix of a finding, if it is safe."""
    return finding.fixes[0] if finding.fixes and finding.fixes[0].safety == "safe" else None


def any_fix(finding: PlacedFinding) -> PlacedFix | None:
    """The first fix of a finding, if any."""
    return finding.fixes[0] if finding.fixes else None


class _Budget:
    """How often a draft may still be checked to find out which fixes to refuse."""

    def __init__(self, left: int) -> None:
        self._left = left

    def spend(self) -> bool:
        """Whether it may be checked once more, which then counts."""
        self._left -= 1
        return self._left >= 0


class _Run:
    """One attempt to fix a draft until nothing changes."""

    def __init__(self, setting: Setting, bars: dict[Hashable, str], budget: _Budget) -> None:
        self._setting = setting
        self._bars = bars
        self._budget = budget

    def to_the_end(self, now: Examined) -> Outcome:
        """Run passes until nothing changes.

        Raises:
            _Endless: the fixes undo each other or do not end.
        """
        applied: list[Applied] = []
        taken: list[Sequence[Change]] = []
        seen = {now.doc.source: 0}
        while True:
            after, changes, left = self._one_pass(now)
            if not changes:
                edits = tuple(tuple(edits_of(each)) for each in taken)
                return Outcome(now, tuple(applied), tuple(left), len(taken), edits)
            taken.append(changes)
            applied += [one.applied for one in changes]
            source = after.doc.source
            if source in seen:
                raise _Endless(_undone([one for each in taken[seen[source] :] for one in each]))
            if len(taken) == MOST_PASSES:
                raise _Endless(_unending(changes))
            seen[source] = len(taken)
            now = after

    def _one_pass(self, now: Examined) -> tuple[Examined, Sequence[Change], list[Left]]:
        """The draft after one pass, the changes applied, and the fixes rejected."""
        open_, left = self._wanted(now)
        while open_:
            batch = first_in_order(open_)
            if not batch:
                break
            trial = _Trial(self._setting.examine, now, self._budget)
            trial.take(batch)
            left += trial.left
            if trial.kept:
                return trial.after, trial.kept, left
            refused = set(map(id, batch))
            open_ = [one for one in open_ if id(one) not in refused]
        return now, (), sorted(left, key=lambda one: (one.line, one.rule, one.title))

    def _wanted(self, now: Examined) -> tuple[list[Change], list[Left]]:
        changes: list[Change] = []
        left: list[Left] = []
        for finding in now.report.findings:
            fix = self._setting.wanted(finding)
            if fix is None:
                continue
            one = change(finding, fix, self._setting.line_end)
            reason = self._reason_against(one)
            if reason:
                left.append(_left(one, reason))
            else:
                changes.append(one)
        return changes, left

    def _reason_against(self, one: Change) -> str:
        barred = self._bars.get(one.key) or self._bars.get(one.finding.rule)
        if barred:
            return barred
        if all(old == new for old, new in one.key[1]):
            return "it changes nothing"
        if not all(self._setting.writable(edit.text) for edit in one.edits):
            return "the encoding of the file has no place for its letters"
        return ""


class _Trial:
    """Finds which changes of a batch are acceptable, by bisection if not all of them are."""

    def __init__(self, examine: Callable[[str], Examined], now: Examined, budget: _Budget) -> None:
        self._examine = examine
        self._now = now
        self._budget = budget
        self.after = now
        self.kept: list[Change] = []
        self.left: list[Left] = []

    def take(self, batch: Sequence[Change]) -> None:
        """Apply the acceptable changes of a batch, in addition to those kept before.

        Once the budget is spent, those that could only be told apart by more checks are left.
        """
        together = [*self.kept, *batch]
        source = applied_to(self._now.doc.source, edits_of(together))
        after = self._examine(source)
        reason = objection(self._now, after, together)
        if not reason:
            self.after, self.kept = after, together
        elif len(batch) == 1:
            self.left.append(_left(batch[0], reason))
        else:
            half = len(batch) // 2
            for part in (batch[:half], batch[half:]):
                if self._budget.spend():
                    self.take(part)
                else:
                    self.left += [_left(one, _TOO_MANY) for one in part]


def _left(one: Change, reason: str) -> Left:
    return Left(one.finding.rule, one.fix.title, one.finding.range.start.line, reason)


def _undone(changes: Sequence[Change]) -> dict[Hashable, str]:
    """Bars for the changes that led back to an earlier state of the draft."""
    rules = sorted({one.finding.rule for one in changes})
    if len(rules) == 1:
        reason = "the rule undoes its own fix"
    else:
        reason = f"{' and '.join(rules)} undo each other's fixes"
    return {one.key: reason for one in changes}


def _unending(changes: Sequence[Change]) -> dict[Hashable, str]:
    reason = f"the rule had still more to fix after {MOST_PASSES} passes"
    return {one.finding.rule: reason for one in changes}
