"""Time limits for patterns that do not come with copydesk: per pattern, draft and run."""

from __future__ import annotations

from time import process_time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

SECONDS = 0.25  # for one pattern on one draft
PER_CHARACTER = 2e-6  # for one pattern, per character of the draft, if that is more
_DRAFT = 8  # times the limit of one pattern: for all patterns on one draft
_RUN = 20.0  # seconds for all patterns on all drafts
_RUN_PER_CHARACTER = 2e-5  # and per character of the drafts


class RunBudget:
    """The seconds that patterns may still take in a run, in this process."""

    def __init__(self) -> None:
        self.left = _RUN


class Spent(Exception):
    """The time for a draft or a run is used up; the message says which."""


class DraftBudget:
    """The time that patterns may take on one draft.

    Args:
        length: the length of its text in code points.
        run: what is left for the run, to which the draft adds its share.
    """

    def __init__(self, length: int, run: RunBudget) -> None:
        self.limit = max(SECONDS, length * PER_CHARACTER)
        self._left = _DRAFT * self.limit
        self._run = run
        run.left += length * _RUN_PER_CHARACTER

    def matches(
        self, pattern: regex.Pattern[str], text: str, span: tuple[int, int], used: float
    ) -> Iterator[regex.Match[str]]:
        """Yield the matches in a span.

        Args:
            pattern: the pattern.
            text: the text of the draft.
            span: where to look.
            used: the seconds that the pattern has taken on this draft before.

        Raises:
            TimeoutError: the pattern took longer than one pattern may.
            Spent: all patterns together took longer than they may.
        """
        if self._run.left <= 0:
            raise Spent("the patterns of packs have used up their time for this run")
        if self._left <= 0:
            raise Spent("the patterns of packs have used up their time for this draft")
        most = max(0.001, min(self.limit - used, self._left, self._run.left))
        return pattern.finditer(text, *span, timeout=most, concurrent=False)

    def took(self, seconds: float) -> None:
        """Count the time of a pattern."""
        self._left -= seconds
        self._run.left -= seconds


now = process_time
