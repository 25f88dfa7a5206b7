"""Faults injected into published stories: each kind is found, and the same seed gives the same."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from copydesk.testing.rule_examples import document
from tools.faults.inject import KINDS, run, stories
from tools.faults.injectors import cut_closing_mark, cut_first_word, cut_last_stop, double_word

_FEWEST = 0.9  # of a hundred stories; the bench with 500 shows at least 0.95
_STORY = (
    "Pier opens\n\nBRANNOCK (HN) — The boats came back to the old harbour on Monday at noon.\n\n"
    "The mayor of the town said that “all is well with the boats” again.\n\n"
    "The council will meet on Tuesday to talk about the new fee for boats.\n\n"
    "The owners of the boats were glad that the pier was open again.\n"
)


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted(KINDS))
def test_injected_faults_are_found(kind: str, shared: Path) -> None:
    drafts = stories([shared / "corpora" / "news"], 250, 7)
    tally = run(drafts, kind, 7, 100)
    assert tally.injected >= 30
    assert tally.share >= _FEWEST, tally.misses


@pytest.mark.parametrize("inject", [cut_first_word, cut_last_stop, cut_closing_mark, double_word])
def test_the_same_seed_injects_the_same(inject: object) -> None:
    assert callable(inject)
    doc = document(_STORY)
    first, second = ([inject(doc, random.Random(seed)) for seed in range(12)] for _ in range(2))
    assert first == second
    assert any(injury is not None and injury.source != _STORY for injury in first)
