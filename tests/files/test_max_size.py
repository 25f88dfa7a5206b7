"""A draft that is too large is named, with exit status 2; the config or an option allows more."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from copydesk.cli import main

LARGE = "The end came.\n\n" * 80_000  # 1.2 MB


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(LARGE, "utf-8")
    Path("b.txt").write_text("The end came.\n", "utf-8")
    return tmp_path


TOLD = "copydesk: a.txt: larger than 1 MB, so not checked; max-size in the config allows more\n"


@pytest.mark.parametrize("words", [(), ("--fix",), ("--no-cache",), ("--diff",)])
def test_by_an_option(folder: Path, capsys, words: tuple[str, ...]) -> None:
    before = Path("a.txt").read_bytes()
    assert main(["check", "--max-size", "1", "--jobs", "1", "--select", "titles", *words]) == 2
    assert capsys.readouterr().err == TOLD
    assert Path("a.txt").read_bytes() == before


def test_by_the_config_and_with_a_result_in_the_cache(folder: Path, capsys) -> None:
    assert main(["check", "--jobs", "1", "--select", "titles"]) == 0
    Path("copydesk.toml").write_text("max-size = 1\n", "utf-8")
    assert main(["check", "--jobs", "1", "--select", "titles"]) == 2
    assert capsys.readouterr().err == TOLD
    assert main(["check", "--jobs", "1", "--select", "titles", "--max-size", "2"]) == 0


def test_from_standard_input(folder: Path, capsys, monkeypatch) -> None:
    stream = SimpleNamespace(buffer=io.BytesIO(LARGE.encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert main(["check", "--max-size", "1", "-"]) == 2
    assert "larger than 1 MB" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("review", "--plain"),
        ("readability",),
        ("list",),
        ("report-alarm", "a.txt", "sentence/doubled-word"),
    ],
)
def test_of_other_commands(folder: Path, capsys, words: tuple[str, ...]) -> None:
    assert main([*words, "--max-size", "1"]) == 2
    assert "a.txt: larger than 1 MB" in capsys.readouterr().err


@pytest.mark.parametrize("value", ["0", "-1", "true", '"5"', "1.5"])
def test_a_wrong_size(folder: Path, capsys, value: str) -> None:
    Path("copydesk.toml").write_text(f"max-size = {value}\n", "utf-8")
    assert main(["check"]) == 2
    told = "copydesk.toml:1: max-size must be a whole number of megabytes, such as 5"
    assert told in capsys.readouterr().err
