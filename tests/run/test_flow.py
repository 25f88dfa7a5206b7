"""A draft goes down through the layers, and no call leads back up."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from copydesk.run.linter import Linter
from copydesk.run.settings import Reading, RunSettings

ROOT = Path(__file__).resolve().parents[2]
DRAFT = (
    "---\ntitle: Bridge opens\n---\n\n# Bridge opens\n\nBRANNOCK (Reuters) - The the bridge opens "
    "on Monday, April 22, 2025, <!-- stet: spelling -->\n\n“It was **long** overdue, said Ann Poe. "
    "Talks in Kiev recieved former U.S. President Donald Trump.\n\n{{< figure src=a.jpg >}}\n"
)


def layers() -> dict[str, int]:
    """The height of every package, by the contract; rules lie where ``rules`` does."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (contract,) = [one for one in contracts if one["type"] == "layers"]
    heights = {}
    for depth, row in enumerate(reversed(contract["layers"])):
        heights |= {f"copydesk.{name.strip()}": depth for name in row.split("|")}
    return heights | {"lint_rules": heights["copydesk.rules"]}


def room_of(frame: FrameType | None) -> str:
    """The package of ours in which a frame runs, or that of the nearest caller of ours."""
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        if module.startswith("lint_rules."):
            return "lint_rules"
        if module.startswith("copydesk."):
            return ".".join(module.split(".")[:2])
        frame = frame.f_back
    return ""


def calls_of(act: Callable[[], object]) -> set[tuple[str, str, str]]:
    """The calls from one package to another: from, to, the function called."""
    found: set[tuple[str, str, str]] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and str(frame.f_globals.get("__name__", "")).startswith(
            ("copydesk.", "lint_rules.")
        ):
            caller, callee = room_of(frame.f_back), room_of(frame)
            if caller and caller != callee:
                found.add((caller, callee, frame.f_code.co_qualname))

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return found


@pytest.mark.parametrize("name", ["draft.md", "draft.txt", "draft.html"])
def test_a_check_goes_back_up_no_layer(name: str) -> None:
    linter = Linter(RunSettings(today="2025-04-15"))

    def check() -> None:
        report = linter.check_bytes(name, DRAFT.encode(), Reading(stories=True))
        assert report.findings and not report.problems

    check()  # what is imported or compiled on first use is no part of the flow
    heights, calls = layers(), calls_of(check)
    up = {one for one in calls if heights[one[0]] < heights[one[1]]}
    assert up == set()
    assert {"copydesk.run", "copydesk.engine", "copydesk.document", "lint_rules"} <= {
        room for one in calls for room in one[:2]
    }


def test_a_call_that_leads_up_is_seen() -> None:
    linter = Linter(RunSettings(today="2025-04-15"))
    linter.check_bytes("x.txt", b"Sound.\n")
    calls = calls_of(lambda: linter.check_bytes("x.txt", b"Sound.\n"))
    heights = dict.fromkeys(layers(), 1) | {"copydesk.document": 2}
    assert any(heights[one[0]] < heights[one[1]] for one in calls)
