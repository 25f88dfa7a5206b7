"""Find the few things that matter among many, in few tries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_T = TypeVar("_T")
_FEW = 12  # things that are tried once more, one by one


def needed(items: Sequence[_T], holds: Callable[[Sequence[_T]], bool], most: int) -> list[_T]:
    """The items that must be kept so that ``holds`` is true, in the given order.

    If nothing is needed, that takes one try; otherwise each needed item takes about as many
    as the number of items has binary digits. When the tries are used up, the
    smallest set known to hold is returned.

    Args:
        items: all of them; they are known to hold together. Of several items that would do,
            the first ones are kept.
        holds: whether it is enough to keep some of them.
        most: the maximum number of tries.
    """
    tries = _Tries(holds, most)
    sure: list[_T] = []
    rest = list(items)
    while rest and not tries.holds(sure):
        high = _first_enough(sure, rest, tries)
        sure, rest = [*sure, rest[high - 1]], rest[: high - 1]
        if tries.left <= 0:
            break
    else:
        rest = []
    kept = _thinned([*sure, *rest], tries)
    return [one for one in items if one in kept]


class _Tries(Generic[_T]):
    """Counts the tries; after the last one, nothing holds."""

    def __init__(self, holds: Callable[[Sequence[_T]], bool], most: int) -> None:
        self._holds = holds
        self.left = most

    def holds(self, items: Sequence[_T]) -> bool:
        """Whether it is enough to keep these items; false if there are no tries left."""
        if self.left <= 0:
            return False
        self.left -= 1
        return self._holds(items)


def _first_enough(sure: list[_T], rest: list[_T], tries: _Tries[_T]) -> int:
    """How many of the rest are enough, from the first on, if none of them is not."""
    low, high = 0, len(rest)
    while high - low > 1:
        middle = (low + high) // 2
        if tries.holds([*sure, *rest[:middle]]):
            high = middle
        else:
            low = middle
    return high


def _thinned(kept: list[_T], tries: _Tries[_T]) -> list[_T]:
    """The items without those that turn out not to be needed next to the others."""
    if len(kept) > _FEW:
        return kept
    for one in tuple(kept) if len(kept) > 1 else ():
        others = [other for other in kept if other is not one]
        if tries.holds(others):
            kept = others
    return kept
