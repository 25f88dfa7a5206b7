"""Patterns of accepted words, as in Vale's accept.txt; they are others', so they have limits."""

from __future__ import annotations

from functools import lru_cache

from copydesk.model.errors import DataError
from copydesk.model.findings import Problem
from copydesk.terms.budget import SECONDS, Spent, now
from copydesk.terms.pattern_size import LONGEST, is_too_large

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    import regex

    from copydesk.accepted.around import Around
    from copydesk.terms.budget import DraftBudget

    Row = tuple[str, str]  # a pattern, and its place for messages

MOST = 1000
"""Patterns of one list; each is tried on every finding of a rule that asks."""


def check_pattern(pattern: str, place: str) -> None:
    """Raise a DataError if a pattern cannot be used; ``place`` is its file and line."""
    import regex

    if is_too_large(pattern):
        told = f"is longer than {LONGEST:,} characters, or repeats its parts too often"
        raise DataError(f"{place}: the pattern {pattern[:40]!r} … {told}")
    try:
        found = regex.compile(pattern)
    except regex.error as error:
        raise DataError(f"{place}: the pattern {pattern!r} is wrong: {error}") from None
    if found.match("") is not None:
        raise DataError(f"{place}: the pattern {pattern!r} would accept anything")


@lru_cache(maxsize=2 * MOST)
def _compiled(pattern: str) -> regex.Pattern[str]:
    import regex

    return regex.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


def is_found(pattern: str, text: str) -> bool:
    """Whether a pattern matches somewhere in a draft; true if that takes too long to tell."""
    try:
        return _compiled(pattern).search(text, timeout=SECONDS) is not None
    except TimeoutError:
        return True


class Tried:
    """Tries patterns on places of one draft.

    Args:
        budget: the time that they may take.
        problems: where it is added that one takes too long.
        path: the draft.
    """

    def __init__(self, budget: DraftBudget, problems: list[Problem], path: str) -> None:
        self._budget = budget
        self._problems = problems
        self._path = path
        self._used: dict[str, float] = {}
        self._given_up: set[str] = set()
        self._is_spent = False

    def covers(self, patterns: Iterable[Row], around: Around) -> bool:
        """Whether what a pattern matches has all of a place."""
        return any(self._covers(*row, around) for row in patterns)

    def _covers(self, pattern: str, place: str, around: Around) -> bool:
        if self._is_spent or pattern in self._given_up:
            return False
        began, used = now(), self._used.get(pattern, 0.0)
        try:
            span = (0, len(around.text))
            found = self._budget.matches(_compiled(pattern), around.text, span, used)
            return any(around.is_within(*one.span()) for one in found)
        except TimeoutError:
            self._given_up.add(pattern)
            told = f"took more than {self._budget.limit:.2f} seconds; simplify it"
            self._problems.append(Problem(f"{place}: the pattern {pattern!r} {told}", self._path))
        except Spent as spent:
            self._is_spent = True
            told = f"{spent}, so some accepted words were not tried; simplify them"
            self._problems.append(Problem(told, self._path))
        finally:
            took = now() - began
            self._used[pattern] = used + took
            self._budget.took(took)
        return False
