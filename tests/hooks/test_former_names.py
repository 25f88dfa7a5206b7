"""Former names of what is public still work."""

from __future__ import annotations

import pickle

import copydesk
from copydesk import FormatterSpec
from copydesk.hooks.specs import Aside, SideOutput


def _load() -> None: ...


def test_a_format_with_the_former_names_is_the_same() -> None:
    side = SideOutput("SUMMARY", _load)  # type: ignore[arg-type]
    new = FormatterSpec("count", "counts", _load, needs=("stories",), side_output=side)  # type: ignore[arg-type]
    old = FormatterSpec("count", "counts", _load, wants=("stories",), aside=side)  # type: ignore[arg-type]
    assert new == old
    assert (old.wants, old.aside) == (("stories",), side)
    assert pickle.loads(pickle.dumps(new)) == new
    assert old._replace(name="n").needs == ("stories",)


def test_former_names_are_the_same_types() -> None:
    assert Aside is SideOutput
    assert copydesk.Across is copydesk.Verdict
