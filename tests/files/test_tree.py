"""Settings come from regular files of ordinary size, within the repository and not above it."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.files import tree
from copydesk.files.find_up import find_baseline, find_config, find_ledger
from copydesk.files.tree import NOWHERE, WORKING_TREE

FAULT = "The harbour reopened at noon, and the the ferry left, the port said.\n"
Capsys = pytest.CaptureFixture[str]


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "repo"
    (home / ".git").mkdir(parents=True)
    (home / "b.md").write_text(FAULT)
    monkeypatch.chdir(home)
    return home


def check(capsys: Capsys, *words: str) -> tuple[int, str]:
    capsys.readouterr()
    status = main(["check", "--format", "json", *words, "."])
    return status, capsys.readouterr().err


class TestNothingAboveTheRepository:
    def test_config_ledger_and_baseline(self, repo: Path, capsys: Capsys) -> None:
        up = repo.parent
        (up / "copydesk.toml").write_text('fail-on = "never"\n')
        (up / "pyproject.toml").write_text('[tool.copydesk]\nfail-on = "never"\n')
        (up / ".copydesk").mkdir()
        (up / ".copydesk" / "baseline.json").write_text("no JSON")
        (up / ".copydesk" / "stet.toml").write_text("no TOML")
        assert find_config(".") is find_baseline(".") is find_ledger(str(repo)) is None
        assert check(capsys) == (1, "")
        (repo / "deep" / "er").mkdir(parents=True)
        (repo / "copydesk.toml").write_text("")
        assert find_config(str(repo / "deep" / "er")) == str(repo / "copydesk.toml")

    def test_outside_a_repository_the_search_goes_on(self, tmp_path: Path) -> None:
        (tmp_path / "copydesk.toml").write_text("")
        (tmp_path / "a" / "b").mkdir(parents=True)
        assert find_config(str(tmp_path / "a" / "b")) == str(tmp_path / "copydesk.toml")


class TestOnlyRegularFiles:
    @pytest.mark.parametrize("name", ["copydesk.toml", ".gitignore", "news/.gitignore"])
    @pytest.mark.parametrize("kind", ["device", "pipe", "outside", "huge"])
    def test_anything_else_is_an_error(
        self, repo: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch, name: str, kind: str
    ) -> None:
        file = repo / name
        file.parent.mkdir(exist_ok=True)
        self.make(file, kind)
        monkeypatch.setattr(tree, "LARGEST", 1000)
        status, err = check(capsys)
        assert status == 2
        assert f"{name}: cannot read: " in err
        assert "secret" not in err

    @pytest.mark.parametrize("key", ["terms", "facts", "extend", "style"])
    @pytest.mark.parametrize("kind", ["device", "pipe", "outside", "huge"])
    def test_nor_in_what_a_config_names(
        self, repo: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch, key: str, kind: str
    ) -> None:
        self.make(repo / "x.toml", kind)
        value = '["x.toml"]' if key in ("terms", "facts") else '"x.toml"'
        (repo / "copydesk.toml").write_text(f"{key} = {value}\n")
        if key == "facts":  # read only if a rule needs them
            (repo / "b.md").write_text("President Ann Berg left, the port said.\n")
        monkeypatch.setattr(tree, "LARGEST", 1000)
        status, err = check(capsys)
        assert status == 2
        assert "x.toml: " in err
        assert "cannot read" in err
        assert "secret" not in err

    @pytest.mark.parametrize("name", ["../o.toml", "/etc/passwd", "/dev/stdin", "a/../../o.toml"])
    @pytest.mark.parametrize("key", ["terms", "facts", "extend", "style"])
    def test_a_config_names_nothing_outside(
        self, repo: Path, capsys: Capsys, key: str, name: str
    ) -> None:
        name = name if name.endswith(".toml") or key != "style" else f"{name}.toml"
        (repo.parent / "o.toml").write_text("secret = 1\n")
        value = f'["{name}"]' if key in ("terms", "facts") else f'"{name}"'
        (repo / "copydesk.toml").write_text(f"\n{key} = {value}\n")
        status, err = check(capsys)
        assert status == 2
        assert f"copydesk.toml:2: {name} is outside the repository" in err

    @pytest.mark.parametrize("name", ["stet.toml", "baseline.json"])
    def test_ledgers_too(self, repo: Path, capsys: Capsys, name: str) -> None:
        (repo / ".copydesk").mkdir()
        self.make(repo / ".copydesk" / name, "outside")
        status, err = check(capsys)
        assert status == 2
        assert "secret" not in err

    def make(self, file: Path, kind: str) -> None:
        if kind == "device":
            file.symlink_to("/dev/zero")
        elif kind == "pipe":
            os.mkfifo(file)
        elif kind == "outside":
            away = Path.cwd().parent / "away.toml"
            away.write_text("secret = 1\n")
            file.symlink_to(away)
        else:
            file.write_text("#" * 1001)

    def test_links_within_the_repository_are_followed(self, repo: Path, capsys: Capsys) -> None:
        (repo / "settings").mkdir()
        (repo / "settings" / "desk.toml").write_text('ignore = ["sentence"]\n')
        (repo / "copydesk.toml").symlink_to("settings/desk.toml")
        assert check(capsys) == (0, "")

    def test_what_the_user_names_may_be_anywhere(self, repo: Path, capsys: Capsys) -> None:
        (repo.parent / "desk.toml").write_text('ignore = ["sentence"]\n')
        (repo / "link.toml").symlink_to("../desk.toml")
        for name in ("../desk.toml", "link.toml"):
            assert check(capsys, "--config", name) == (0, "")


def test_trees_differ_and_can_be_sent_to_other_processes() -> None:
    assert WORKING_TREE != NOWHERE
    for one in (WORKING_TREE, NOWHERE):
        assert pickle.loads(pickle.dumps(one)) == one
    assert not NOWHERE.has(__file__)
    assert NOWHERE.read(__file__).startswith(b'"""Settings')
