"""Patterns for paths: as git reads them, and never without end."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from copydesk.cli import main
from copydesk.files import path_patterns
from copydesk.files.path_patterns import spec_of
from copydesk.model.errors import DataError

ENDLESS = "*a" * 12 + "*b"
NAME = "a" * 200 + "bx.txt"


@given(
    st.lists(st.text("*a/?b!.", min_size=1, max_size=8), max_size=4),
    st.lists(st.text("ab./", min_size=1, max_size=8).filter(lambda one: one[0] != "/"), max_size=4),
)
@example(["*a*a*b"], ["aab"])
def test_they_mean_what_they_mean_to_pathspec(patterns: list[str], paths: list[str]) -> None:
    try:
        expected = GitIgnoreSpec.from_lines(patterns)
    except ValueError:
        return
    spec = spec_of(patterns)
    for path in paths:
        assert spec.match_file(path) == expected.match_file(path)


@pytest.mark.parametrize("place", ["exclude", "override", ".gitignore", ".git/info/exclude"])
@pytest.mark.parametrize("most", [5.0, -1.0])
def test_one_with_many_stars_ends(
    most: float, place: str, tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(NAME).write_text("The end came.\n", "utf-8")
    Path(".git/info").mkdir(parents=True)
    if place.startswith(".git"):
        Path(place).write_text(f"{ENDLESS}\n", "utf-8")
    else:
        key = "exclude" if place == "exclude" else "[[override]]\nignore = ['titles']\npaths"
        Path("copydesk.toml").write_text(f"{key} = ['{ENDLESS}']\n", "utf-8")
    monkeypatch.setattr(path_patterns, "_MOST", most)
    assert main(["check", "."]) == (0 if most > 0 else 2)
    told = capsys.readouterr()
    if most > 0:  # it does not match, and the engine sees so at once
        assert (told.out, told.err) == ("No findings in 1 file.\n3 words read.\n", "")
    else:
        assert told.err.count("\n") == 1 and "takes too long to compare with paths" in told.err
        assert ENDLESS in told.err


def test_one_longer_than_any_path_is_an_error(tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("The end came.\n", "utf-8")
    Path("copydesk.toml").write_text(f"exclude = ['{'a*' * 3000}']\n", "utf-8")
    assert main(["check", "."]) == 2
    assert "is longer than any path" in capsys.readouterr().err


def test_a_long_chain_of_configs_is_an_error_in_one_line(
    tmp_path: Path, capsys, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("The end came.\n", "utf-8")
    Path("copydesk.toml").write_text('extend = "0.toml"\n', "utf-8")
    for number in range(3000):
        Path(f"{number}.toml").write_text(f'extend = "{number + 1}.toml"\n', "utf-8")
    Path("3000.toml").write_text("", "utf-8")
    assert main(["check", "."]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "more than 20 configs extend each other" in told


@pytest.mark.parametrize("file", ["copydesk.toml", "pyproject.toml", "p.toml", "f.toml"])
def test_toml_nested_too_deeply_is_an_error_in_one_line(
    file: str, tmp_path: Path, capsys, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("The end came.\n", "utf-8")
    Path("copydesk.toml").write_text(
        {"p.toml": 'terms = ["p.toml"]', "f.toml": 'facts = ["f.toml"]'}.get(file, ""), "utf-8"
    )
    if file == "pyproject.toml":
        Path("copydesk.toml").unlink()
    head = "[tool.copydesk]\n" if file == "pyproject.toml" else ""
    Path(file).write_text(f"{head}x = {'[' * 5000}{']' * 5000}\n", "utf-8")
    assert main(["check", "."]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and f"{file}:1: not valid TOML: nested too deeply" in told


@pytest.mark.parametrize("line", ["[t-o]", "a[z-a]b"])
def test_a_pattern_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(DataError, match=r"^\.gitignore: the pattern .* cannot be read$"):
        spec_of(["good", line], ".gitignore")
