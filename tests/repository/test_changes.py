"""The changelog entries in changes/: their names, and what towncrier makes of them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner
from towncrier._shell import cli

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]
TYPES = {one["directory"]: one["name"] for one in SETTINGS["type"]}
ENTRIES = sorted(path for path in (ROOT / "changes").iterdir() if path.name != "README.md")
_NAME = re.compile(rf"(?:\d+|\+[a-z0-9-]+)\.(?:{'|'.join(TYPES)})(?:\.\d+)?\.md")


def is_named(name: str) -> bool:
    return _NAME.fullmatch(name) is not None


def draft(folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(folder)
    done = CliRunner().invoke(
        cli, ["build", "--draft", "--version", "9.9.9", "--date", "2026-01-01"]
    )
    assert done.exit_code == 0, done.output
    return done.stdout


def test_the_types() -> None:
    assert TYPES.keys() == {"added", "changed", "data", "fixed", "removed", "rules", "security"}
    told = re.findall(r"^\| `([a-z]+)` \|", (ROOT / "changes/README.md").read_text("utf-8"), re.M)
    assert told == list(TYPES)


def test_every_entry_has_a_type_and_words() -> None:
    assert [path.name for path in ENTRIES if not is_named(path.name)] == []
    for path in ENTRIES:
        assert path.read_text("utf-8").strip().endswith((".", ")")), path.name


@pytest.mark.parametrize(
    "name", ["1.bugfix.md", "one.fixed.md", "1.fixed.rst", "1.md", "+A b.fixed.md"]
)
def test_a_name_that_is_wrong(name: str) -> None:
    assert not is_named(name)
    assert is_named("412.fixed.md")
    assert is_named("+bylines.rules.1.md")


def test_every_entry_is_in_the_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    text = draft(ROOT, monkeypatch)
    assert text.startswith("## 9.9.9 (2026-01-01)\n")
    for path in ENTRIES:
        assert path.read_text("utf-8").split("\n")[0] in text
        assert f"### {TYPES[path.name.split('.')[1]]}\n" in text


def test_a_release_keeps_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = (ROOT / "CHANGELOG.md").read_text("utf-8")
    (tmp_path / "CHANGELOG.md").write_text(old, "utf-8")
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    (tmp_path / "changes").mkdir()
    for name in TYPES:
        (tmp_path / "changes" / f"7.{name}.md").write_text(f"The {name}.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    words = ["build", "--keep", "--version", "9.9.9", "--date", "2026-01-01"]
    # --keep removes nothing: no git is asked, and nothing is staged
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    new = (tmp_path / "CHANGELOG.md").read_text("utf-8")
    head, mark, body = old.partition(SETTINGS["start_string"])
    assert mark
    assert new.startswith(head + mark)
    assert new.endswith(body.lstrip("\n"))
    added = new.removeprefix(head + mark).removesuffix(body.lstrip("\n"))
    assert "## 9.9.9 (2026-01-01)\n" in added
    for name, title in TYPES.items():
        assert f"### {title}\n" in added
        assert f"- The {name}. ([#7](https://github.com/copydesk/copydesk/issues/7))" in added
