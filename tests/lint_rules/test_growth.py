"""No rule and no pack takes time that grows with the square of the draft, in any layout."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk import Bad
from copydesk.registry.manifest import contributions
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.terms.pack import read_pack


def _units() -> list[tuple[str, str, str]]:
    """For every rule and pack that comes with copydesk: its name, copy it faults, a suffix."""
    known = contributions("")
    units = []
    for info in known.rules:
        kind = info.rule_class()
        bad = [one for one in kind.examples if isinstance(one, Bad)] if kind is not None else []
        if bad:
            units.append((info.id, bad[0].text, {"markdown": "md"}.get(bad[0].format, "txt")))
    for shipped in known.packs:
        path = Path(getattr(shipped, "file", shipped))
        bads = [
            one.text for bad in read_pack(path.name, path.read_text("utf-8")).bad for one in bad
        ]
        units.append((path.stem, " ".join(bads[:: max(1, len(bads) // 20)]), "txt"))
    return [(name, re.sub(r"\[\[|\]\]", "", text), suffix) for name, text, suffix in units]


@pytest.mark.slow
@pytest.mark.parametrize("layout", [" ", "\n\n", ", "], ids=["sentences", "paragraphs", "clauses"])
@pytest.mark.parametrize(("name", "text", "suffix"), _units(), ids=lambda value: value[:24])
def test_no_rule_takes_time_that_grows_with_the_square(
    name: str, text: str, suffix: str, layout: str, linear: Callable[..., None]
) -> None:
    if layout == ", ":
        text = re.sub(r"[.!?]+(?=\W)", ",", text).rstrip(".!? ")
    checker = Linter(RunSettings(date="2025-04-15", cache=os.environ["COPYDESK_CACHE_DIR"]))
    unit = text + layout

    def work(copy: str) -> None:
        assert not checker.check_bytes(f"x.{suffix}", copy.encode()).problems

    linear(work, lambda length: unit * (length // len(unit) + 1), 10_000, 60_000, most=2.5)
