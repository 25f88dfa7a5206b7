"""Patterns of packs: none is compiled that is too large, none takes more than its time."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.terms import budget
from copydesk.terms.pattern_size import MOST, _size, is_too_large

NESTED = "(?:(?:(?:(?:x{50}){50}){50}){20})"


@pytest.mark.parametrize(
    ("pattern", "size"),
    [
        ("abc", 3), (r"\bab?c", 4), ("[a-z]{3}", 3), ("(?:ab){3}", 12), ("(a{2}){3}", 6),
        ("a{2,5}", 5), ("a{4,}", 4), ("a{,6}", 6), (r"\{9}", 3), ("[{9}]", 1), ("a{x}", 4), ("", 0),
        ("[]{9}]{2}", 2), ("((((", 4),
    ],
)  # fmt: skip
def test_the_size_is_told_from_the_text(pattern: str, size: int) -> None:
    assert abs(_size(pattern) - size) <= 6  # marks of groups count, too
    assert not is_too_large(pattern)


@pytest.mark.parametrize(
    "pattern",
    [NESTED, NESTED.replace("?:", ""), "x{99999}{99999}", "(?:x{0,999}){999}", "(?:x{400}){,400}",
     "x" * 30_000, "(?:[a-z]{1000,}){1000}", r"(?:\w{500}){500}"],
)  # fmt: skip
def test_one_that_is_too_large_is_an_error(
    pattern: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    assert is_too_large(pattern)
    assert run([pattern], "x go.\n", tmp_path, monkeypatch) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "is too large" in told and "p.toml:" in told
    assert MOST == 100_000


def run(patterns: list[str], text: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.chdir(folder)
    entries = "".join(
        f'[[entry]]\nmatch = [\'{one}\']\nneeds = ["go"]\nmessage = "m"\n'
        'good = ["x"]\nbad = ["[[go]]"]\n'
        for one in patterns
    )
    Path("p.toml").write_text(entries, "utf-8")
    Path("copydesk.toml").write_text('terms = ["p.toml"]\n', "utf-8")
    Path("a.txt").write_text(text, "utf-8")
    return main(["check", "--format", "concise", "--select", "house", "a.txt"])


class Clock:
    """A clock that goes forward by so many seconds at every look."""

    def __init__(self, step: float) -> None:
        self.now, self.step = 0.0, step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def test_a_pattern_has_its_time_for_the_whole_draft(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr("copydesk.terms.patterns.now", Clock(0.02))
    assert run(["xx+go"], "They go.\n\n" * 10, tmp_path, monkeypatch) == 0
    assert run(["xx+go"], "They go.\n\n" * 20, tmp_path, monkeypatch) == 2
    assert "the pattern 'xx+go' (p.toml:1) took more than 0.25 seconds" in capsys.readouterr().err


def test_all_patterns_have_theirs(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr("copydesk.terms.patterns.now", Clock(0.02))
    many = [f"x{number}x+go" for number in range(30)]
    assert run(many, "They go.\n\n" * 10, tmp_path, monkeypatch) == 2
    (told,) = capsys.readouterr().err.splitlines()
    assert "used up their time for this draft, so some were not tried" in told


def test_a_run_has_its_time(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(budget, "_RUN", 0.5)
    monkeypatch.setattr("copydesk.terms.patterns.now", Clock(0.02))
    many = [f"x{number}x+go" for number in range(30)]
    assert run(many, "They go.\n\n" * 10, tmp_path, monkeypatch) == 2
    assert "used up their time for this run" in capsys.readouterr().err
