"""Offsets in a text: in lists, or in something compact if the text is large."""

from __future__ import annotations

from functools import partial

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, MutableSequence

MUCH = 1 << 20  # code points of a large text


def offsets(size: int) -> Callable[..., MutableSequence[int]]:
    """What makes sequences of offsets, from nothing or from an iterable.

    Args:
        size: the number of code points, or bytes, that they count.
    """
    if size <= MUCH:
        return list
    from array import array

    return partial(array, "I")
