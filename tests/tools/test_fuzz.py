"""Inputs that nobody would write end with a report or a line that says why."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tools.faults.fuzz import fuzz

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="platform: FIFOs and links")
KINDS = ("draft", "config", "place", "name")


@pytest.mark.parametrize(
    "inputs", [300, pytest.param(200_000, marks=pytest.mark.slow)], ids=lambda one: f"{one}"
)
def test_whatever_it_is_the_run_ends_and_says_why(tmp_path: Path, inputs: int) -> None:
    found = fuzz(tmp_path, inputs)
    assert found.bad == []
    assert all(found.seen[kind] >= inputs // 10 for kind in KINDS)
    assert all(found.seen[f"exit {status}"] for status in (0, 1, 2))
