"""Facts altered in real stories are found, and sound ones passed."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from tools.faults.inject_facts import KINDS, found, stories

LEAST = {"weekday": 0.95, "conversion": 0.95}


@pytest.mark.slow
def test_facts_are_found_where_they_are_put_in(shared: Path) -> None:
    rng = random.Random(7)
    injected: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for story in stories(25, rng):
        for kind, (rule, maker) in KINDS.items():
            fault = maker(story, rng)
            if fault is None:
                continue
            injected[kind] += 1
            hits = found(fault.text, story, rule)
            caught[kind] += any(start < fault.end and fault.start < end for start, end in hits)
            if fault.sound:
                assert len(found(fault.sound, story, rule)) <= len(found(story.text, story, rule))
    assert injected["weekday"] and injected["conversion"]
    for kind, count in injected.items():
        assert caught[kind] >= LEAST.get(kind, 0.9) * count, (kind, caught[kind], count)
