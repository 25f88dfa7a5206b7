"""One word, one finding: of two lists that say what to write, the newsroom's later one counts.

Rules do not matter here: a list and a house style report under rules of their own.
"""

from __future__ import annotations

from bisect import bisect_left

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copydesk.model.findings import Severity
    from copydesk.terms.hits import Hit


def one_each(
    hits: Sequence[Hit], own_from: int, severity_of: Callable[[Hit], Severity]
) -> dict[Hit, Severity]:
    """The hits with their severities, without hits where another list says what to write.

    Args:
        hits: the hits that count.
        own_from: the number of the first entry that is not ours.
        severity_of: the severity of a hit. That of the one that stays is never less than that
            of those which go, so that a list cannot let through what fails the check.
    """
    kept = {hit: severity_of(hit) for hit in hits}
    own = sorted((hit for hit in hits if hit.number >= own_from and hit.form), key=_start)
    if not own:
        return kept
    every = _Places(own)
    places = _Places([hit for hit in own if every.before(hit) is None])
    better = {hit: one for hit in hits if (one := places.before(hit)) is not None}
    for hit, one in better.items():
        kept[one] = max(kept[one], kept[hit])
    return {hit: severity for hit, severity in kept.items() if hit not in better}


class _Places:
    """The forms of a newsroom's own lists in a text, by position."""

    def __init__(self, own: list[Hit]) -> None:
        self._own = own
        self._starts = [hit.span.start for hit in own]
        self._longest = max(hit.span.end - hit.span.start for hit in own)

    def before(self, hit: Hit) -> Hit | None:
        """The hit that counts before this one: that of the latest list; None if there is none."""
        first = bisect_left(self._starts, hit.span.start - self._longest)
        end = hit.span.end if hit.form else hit.span.start + 1
        near = self._own[first : bisect_left(self._starts, end)]
        return max((one for one in near if _replaces(one, hit)), key=_number, default=None)


def _replaces(one: Hit, hit: Hit) -> bool:
    """Whether a form counts before another hit; a pattern may have found a longer fault."""
    if one.entry.pack == hit.entry.pack or one.number < hit.number:
        return False
    return one.span.holds(hit.span) or (bool(hit.form) and one.span.meets(hit.span))


def _start(hit: Hit) -> int:
    return hit.span.start


def _number(hit: Hit) -> int:
    return hit.number
