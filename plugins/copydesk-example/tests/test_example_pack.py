from __future__ import annotations

import pytest

from copydesk.registry.manifest import catalogue
from copydesk.registry.registry import Registry
from copydesk.testing import failures_of

copydesk_example = pytest.importorskip("copydesk_example")


def test_the_rules_own_examples_hold() -> None:
    from copydesk_example.clock_time import ClockTime

    assert list(failures_of(ClockTime)) == []


def test_the_installed_pack_is_found() -> None:
    rules = Registry(catalogue("")).rules
    assert rules["example/clock-time"].plugin == "copydesk-example [example]"
    assert rules["example/local-names"].summary.startswith("Spell the names of our town")
