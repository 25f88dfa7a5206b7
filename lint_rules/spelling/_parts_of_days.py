"""Times, and parts of weekdays that are plurals: on Monday evenings."""

from __future__ import annotations

from copydesk import Match
from lint_rules._shared.prose import words

TIMES = words(
    "years weeks months days nights mornings evenings afternoons seasons summers winters autumns "
    "weekends sundays mondays tuesdays wednesdays thursdays fridays saturdays decades quarters "
    "hours minutes moments"
)
# What takes place on a part of a weekday.
_MET = words(
    "vote meeting game match election hearing session race show event attack shooting ruling storm "
    "decision announcement report fire crash rally debate primary concert protest final speech "
    "performance paper edition win loss defeat incident ceremony service funeral trial summit talks"
)


def is_every(text: str, at: int, match: Match[str]) -> bool:
    """Whether a part of a weekday is meant as often as it comes: on Monday evenings listening."""
    named = text[max(0, at - 4) : at].endswith("day ") and text[at - 5 : at] != "today"
    return named and match["rest"].strip() not in _MET
