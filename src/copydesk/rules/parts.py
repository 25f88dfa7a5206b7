"""The check methods that a rule may override."""

from __future__ import annotations

from copydesk.rules.rule import Rule

PARTS = ("check", "check_source", "judge", "sight")


def parts_of(kind: type[Rule]) -> tuple[str, ...]:
    """The names of the check methods that a rule overrides."""
    return tuple(name for name in PARTS if getattr(kind, name) is not getattr(Rule, name))
