"""Whether words are accepted where they stand in a text."""

from __future__ import annotations

from functools import cached_property

from copydesk.accepted import forms
from copydesk.accepted.around import Around

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.accepted.patterns import Tried
    from copydesk.accepted.table import Table
    from copydesk.model.findings import Problem
    from copydesk.terms.budget import RunBudget


class Asked:
    """A text in which places are looked at.

    Args:
        table: the accepted words.
        text: the text.
        budget: the time that patterns may take in the run.
        problems: where it is added that a pattern takes too long.
        path: the draft, for such a message.
    """

    def __init__(
        self, table: Table, text: str, budget: RunBudget, problems: list[Problem], path: str
    ) -> None:
        self._table = table
        self._text = text
        self._budget = budget
        self._problems = problems
        self._path = path

    def covers(self, span: tuple[int, int]) -> bool:
        """Whether every word at a place is accepted, alone or as part of a longer name."""
        table, (start, end) = self._table, span
        words = self._text[start:end]
        if not words.strip() or len(words) > forms.LONGEST:
            return False
        if table.has(forms.normal(words)):
            return True
        around = Around(self._text, span)
        if around.is_covered(table):
            return True
        return bool(table.patterns) and self._tried.covers(table.patterns, around)

    @cached_property
    def _tried(self) -> Tried:
        from copydesk.accepted.patterns import Tried
        from copydesk.terms.budget import DraftBudget

        return Tried(DraftBudget(len(self._text), self._budget), self._problems, self._path)
