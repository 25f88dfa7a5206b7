from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from copydesk.alarm.needed import needed


class Counted:
    def __init__(self, holds: Callable[[Sequence[int]], bool]) -> None:
        self.holds = holds
        self.times = 0

    def __call__(self, kept: Sequence[int]) -> bool:
        self.times += 1
        return self.holds(kept)


def test_nothing_is_needed() -> None:
    holds = Counted(lambda kept: True)
    assert needed(range(2000), holds, 50) == []
    assert holds.times == 1


def test_no_items() -> None:
    assert needed([], lambda kept: False, 50) == []


@given(st.sets(st.integers(0, 1999), max_size=5))
def test_what_is_needed_is_found_in_few_tries(wanted: set[int]) -> None:
    holds = Counted(lambda kept: wanted <= set(kept))
    assert needed(range(2000), holds, 100) == sorted(wanted)
    assert holds.times <= 1 + 14 * len(wanted)


@given(st.sets(st.integers(0, 199), max_size=60), st.integers(0, 30))
def test_with_too_few_tries_what_is_left_still_holds(wanted: set[int], most: int) -> None:
    holds = Counted(lambda kept: wanted <= set(kept))
    found = needed(range(200), holds, most)
    assert wanted <= set(found)
    assert holds.times <= most


def test_one_of_two_is_enough_and_the_first_is_kept() -> None:
    assert needed(range(9), lambda kept: 3 in kept or 7 in kept, 50) == [3]


def test_what_is_not_needed_beside_the_others_goes() -> None:
    """The first try does not see it: two of three are enough, or the last by itself."""
    enough = [{1, 2}, {5}, {1, 2, 5}]
    found = needed([1, 2, 5], lambda kept: set(kept) in enough, 50)
    assert set(found) in ({1, 2}, {5})
