"""The page of a rule: everything that ``explain`` shows."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.model.findings import Severity
    from copydesk.rules.rule import Bad, Good, Option
    from copydesk.terms.entry import Entry
    from copydesk.terms.pack import PackExample


FIXES = {
    "safe": "safe fix where possible",
    "suggested": "suggested fix",
    "none": "no fix",
}


class Term(ValueTuple):
    """An entry of a term pack, with its examples."""

    entry: Entry
    good: tuple[str, ...]
    bad: tuple[PackExample, ...]


class RulePage(ValueTuple):
    """Everything there is to know about a rule.

    ``fix`` is ``safe``, ``suggested`` or ``none``; ``unavailable`` is the reason
    why the rule cannot run here, or empty.
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
    preview: bool = False
    version: int = 1

    @property
    def standing(self) -> str:
        """Severity, default and kind of fix, as a phrase."""
        return ", ".join((str(self.severity), *self.circumstances))

    @property
    def circumstances(self) -> tuple[str, ...]:
        """When it runs, its kind of fix and, from 2 on, its version."""
        default = "on by default" if self.default else "off by default"
        if self.preview:
            default = "in preview: off unless preview is set"
        version = (f"version {self.version}",) if self.version > 1 else ()
        return (default, FIXES[self.fix], *version)
