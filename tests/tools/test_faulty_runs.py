"""Whatever a run is hit by: no draft changed by halves, no false “clean”, the same findings."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.faults.faulty_runs import Faults, at_work

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="platform: forks")
TIERS = [
    pytest.param(30, marks=pytest.mark.process, id="30"),
    pytest.param(10_000, marks=pytest.mark.slow, id="10,000"),
]


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Faults]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPYDESK_CACHE_DIR", os.environ["COPYDESK_CACHE_DIR"])  # put back after
    found = Faults(tmp_path, seed=16)
    try:
        found.begin()
        yield found
    finally:
        found.end()


@pytest.mark.parametrize("runs", TIERS)
def test_no_fault_loses_a_draft_or_hides_a_finding(bench: Faults, runs: int) -> None:
    done, _ = at_work(bench, runs, seconds=7200)
    assert done >= runs
    assert bench.bad == {}
    assert bench.seen["drafts as they were"] and bench.seen["drafts fixed"]


@pytest.mark.process
def test_a_cache_of_another_user_and_a_clock_set_back_hide_nothing(bench: Faults) -> None:
    for fault in (bench.foreign, bench.clock) * 3:
        bench.afresh()
        fault()
    assert bench.bad == {}
    assert sum(times for what, times in bench.seen.items() if what.startswith("a cache open")) >= 3
    assert bench.seen["clock: the run after"] == 3
