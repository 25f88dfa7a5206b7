from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from copydesk.cache.sorted_lines import SortedLines
from copydesk.cache.toml import read_toml


def test_a_file_is_kept_parsed_until_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    path = tmp_path / "facts.toml"
    path.write_text('[a]\nb = ["x", 1, true]\n', "utf-8")
    assert read_toml(str(path)) == {"a": {"b": ["x", 1, True]}}
    (kept,) = (tmp_path / "cache").iterdir()
    monkeypatch.setattr(tomllib, "load", None)
    assert read_toml(str(path)) == {"a": {"b": ["x", 1, True]}}
    monkeypatch.undo()
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    path.write_text("a = 2\n", "utf-8")
    os.utime(path, ns=(1, 1))
    assert read_toml(str(path)) == {"a": 2}
    kept.write_bytes(b"damaged")
    assert read_toml(str(path)) == {"a": 2}


def test_without_a_cache_it_is_parsed_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", "")
    path = tmp_path / "facts.toml"
    path.write_text("a = 1\n", "utf-8")
    assert read_toml(str(path)) == {"a": 1}
    with pytest.raises(FileNotFoundError):
        read_toml(str(tmp_path / "none.toml"))


def test_sorted_lines_are_looked_up_in_place(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    keys = ["", "a", "ab", "b", "zz", "é"]
    path.write_text("# a note\n# another\n" + "".join(f"{key}\tv{key}\n" for key in keys), "utf-8")
    lines = SortedLines(str(path))
    assert [lines.get(key) for key in keys] == [f"v{key}" for key in keys]
    assert [lines.get(key) for key in ("#", "aa", "c", "zzz", "\ud800")] == [""] * 5
