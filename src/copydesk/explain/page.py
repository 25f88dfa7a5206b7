"""The page of a rule: all there is to say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from copydesk.model.findings import Severity
    from copydesk.rules.rule import Bad, Good, Option
    from copydesk.terms.entry import Entry
    from copydesk.terms.pack import PackExample


FIXES = {
    "safe": "a safe fix where the words allow it",
    "suggested": "a suggested fix",
    "none": "no fix",
}


class Term(NamedTuple):
    """An entry of a term pack, with examples."""

    entry: Entry
    good: tuple[str, ...]
    bad: tuple[PackExample, ...]


class RulePage(NamedTuple):
    """All there is to say of a rule.

    ``fix`` is ``safe``, ``suggested`` or ``none``; ``unavailable`` says what
    keeps it from running here.
    """

    id: str
    severity: Severity
    default: bool
    summary: str
    reason: str
    source: str
    examples: tuple[Good | Bad, ...]
    options: tuple[Option, ...]
    terms: tuple[Term, ...]
    fix: str
    own: bool
    unavailable: str = ""

    @property
    def standing(self) -> str:
        """Severity, whether it runs, and what fix it offers; a phrase."""
        default = "on by default" if self.default else "off by default"
        return f"{self.severity}, {default}, {FIXES[self.fix]}"
