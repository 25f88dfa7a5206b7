"""Short names, which have many neighbours: what shows that one is a slip all the same."""

from __future__ import annotations

from lint_rules._shared.names import folded, kinds
from lint_rules.spelling._known_names import Known

_SHORTEST = 4  # letters of either form
_OFTEN = 3  # times that the right form is there


def is_slip(rare: Known, usual: Known) -> bool:
    """Whether a form of four letters is no name that any list has, and the other is introduced."""
    slip, right = rare.places[0].text, usual.places[0].text
    return (
        min(len(slip), len(right)) >= _SHORTEST
        and len(usual.places) >= _OFTEN
        and len(rare.places) == 1
        and bool(usual.first_names)
        and not kinds(folded(slip))
    )
