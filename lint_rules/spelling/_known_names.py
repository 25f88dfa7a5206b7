"""All places of one spelling of a name in a story, with what is beside it."""

from __future__ import annotations

from copydesk import Span, ValueTuple
from lint_rules._shared.names import Name, folded, kinds
from lint_rules.spelling._doubtful_names import TITLES


class Known(ValueTuple):
    """All places of one spelling, in order."""

    places: list[Name]

    @property
    def spans(self) -> list[Span]:
        """Where it is."""
        return [one.span for one in self.places]

    @property
    def first_names(self) -> set[str]:
        """The given names before it."""
        return {folded(one.before) for one in self.places if is_given(one.before)}

    @property
    def followers(self) -> set[str]:
        """The capitalised words after it."""
        return {folded(one.after) for one in self.places if one.after}

    @property
    def alone(self) -> int:
        """How often it has no capitalised word beside it."""
        return sum(not one.before and not one.after and not one.opens for one in self.places)


def is_given(word: str) -> bool:
    """Whether a capitalised word may be a given name, or the first part of a name."""
    low = folded(word)
    if len(word) < 2 or low in TITLES:
        return False
    known = kinds(low)
    return "w" not in known or "g" in known
