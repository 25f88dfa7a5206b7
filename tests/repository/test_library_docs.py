"""Every Python block of docs/library.md runs, and holds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "library.md").read_text("utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.M | re.S)


def test_the_page_has_examples() -> None:
    assert len(BLOCKS) >= 4
    assert sum("assert" in block for block in BLOCKS) == len(BLOCKS)


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_an_example_holds(number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    exec(compile(BLOCKS[number], f"docs/library.md, block {number + 1}", "exec"), {})
