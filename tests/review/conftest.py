"""A draft to review, and the folder that it lies in."""

from __future__ import annotations

from pathlib import Path

import pytest

STORY = (Path(__file__).parent / "story.txt").read_text("utf-8")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    (tmp_path / "gitconfig").write_text("[user]\nname = Jane Poe\n")
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
