"""The whole check of a draft takes steps in proportion to its length, in any shape.

Counted are the lines of Python that run, every round of a loop as one, and the characters that
are handed to patterns.
"""

from __future__ import annotations

import os

import pytest

from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from tests.counting import counting, lines
from tests.shapes import SHAPES, Shape

FEW, MANY = 60, 240
MOST = 1.15  # times what is in proportion
SLACK = 20_000  # characters, for patterns that only run where there is enough of something


def steps_of(linter: Linter, shape: Shape, times: int) -> tuple[int, int]:
    """The lines that run, and the characters that patterns are handed."""
    data = shape.draft(times)
    linter.check_bytes(f"x.{shape.suffix}", data)  # what is kept from now on is not counted
    with counting() as tally:
        assert not linter.check_bytes(f"x.{shape.suffix}", data).problems
    with lines() as steps:
        linter.check_bytes(f"x.{shape.suffix}", data)
    return steps.count, tally.searched.total()


def _is_linear(shape: Shape) -> None:
    linter = Linter(RunSettings(date="2025-04-15", cache=os.environ["COPYDESK_CACHE_DIR"]))
    few, many = steps_of(linter, shape, FEW), steps_of(linter, shape, MANY)
    for small, large in zip(few, many, strict=True):
        assert large <= small * MANY / FEW * MOST + SLACK, (few, many)


def test_there_are_enough_shapes() -> None:
    assert len(set(SHAPES)) >= 150


@pytest.mark.slow
@pytest.mark.parametrize("shape", SHAPES, ids=lambda one: f"{one.suffix} {one.unit!a:.30}")
def test_no_shape_takes_steps_that_grow_with_the_square(shape: Shape) -> None:
    _is_linear(shape)


@pytest.mark.parametrize(
    "shape", [one for one in SHAPES if "stet" in one.unit or "[CQ]" in one.unit]
)
def test_nor_do_overrides(shape: Shape) -> None:
    _is_linear(shape)


def test_steps_that_grow_with_the_square_are_seen() -> None:
    counts = []
    for size in (FEW, MANY):
        with lines() as steps:
            assert sum(one == other for one in range(size) for other in range(size)) == size
        counts.append(steps.count)
    assert counts[1] > counts[0] * MANY / FEW * MOST
