"""A draft whose fixes are refused one by one is not checked over and over."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.run.linter import Linter

REFUSED = "colour color organise organize "  # the mended word would be there twice


def checks(size: int, folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often a draft of so many refused fixes is checked."""
    path = folder / "a.txt"
    path.write_text(f"The the end.\n\n{REFUSED * size}\n", "utf-8")
    times, real = [], Linter.examine

    def counted(self: Linter, *given: object, **named: object) -> object:
        times.append(1)
        return real(self, *given, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Linter, "examine", counted)
        main(["check", "--fix", "--style", "ap", str(path)])
    return len(times)


def test_few_refused_fixes_are_told_apart(tmp_path: Path, monkeypatch, capsys) -> None:
    assert checks(3, tmp_path, monkeypatch) > 10
    told = capsys.readouterr().err
    assert "1 fixed (sentence/doubled-word)" in told
    assert "too many fixes" not in told


def test_many_are_left_alone_with_the_reason(tmp_path: Path, monkeypatch, capsys) -> None:
    assert checks(800, tmp_path, monkeypatch) < 60
    told = capsys.readouterr().err
    assert "too many fixes of this draft were refused to try them all one by one" in told
    assert (tmp_path / "a.txt").read_text("utf-8").endswith(f"{REFUSED * 800}\n")
