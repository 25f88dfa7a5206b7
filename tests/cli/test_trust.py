"""What the folder that is checked may decide about its own check."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.gate.trust import base_named
from tests.gitting import git

FAULT = "The harbour reopened at noon, and the the ferry left, the port said.\n"
SOUND = "The harbour reopened at noon, and the ferry left, the port said.\n"
PACK = (
    '[[entry]]\nuse = "harbour"\navoid = ["haven"]\nseverity = "stop"\n'
    'good = ["The harbour."]\nbad = ["The [[haven]]."]\n'
)
Capsys = pytest.CaptureFixture[str]


def commit(files: dict[str, str], message: str = "more") -> str:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")
    git("add", "-f", "-A")
    git("commit", "-q", "-m", message)
    return git("rev-parse", "HEAD").strip()


def check(capsys: Capsys, *words: str) -> tuple[int, dict[str, object], str]:
    capsys.readouterr()
    status = main(["check", "--format", "json", *words])
    out, err = capsys.readouterr()
    return status, json.loads(out) if out else {}, err


def rules(report: dict[str, object]) -> list[tuple[str, str]]:
    found = report["findings"]
    assert isinstance(found, list)
    return [(one["path"], one["rule"]) for one in found]


@pytest.mark.process
class TestBase:
    """With ``--trust base`` the change cannot loosen the check of itself."""

    @pytest.mark.parametrize(
        "loosened",
        [
            {"copydesk.toml": 'fail-on = "never"\n'},
            {"copydesk.toml": 'ignore = ["sentence"]\n'},
            {"copydesk.toml": 'exclude = ["*"]\n'},
            {"copydesk.toml": '[severity]\n"sentence/doubled-word" = "ask"\n'},
            {"news/copydesk.toml": 'select = ["quote"]\n'},
            {"pyproject.toml": '[tool.copydesk]\nignore = ["sentence"]\n'},
            {".gitignore": "*.md\n"},
            {"news/.gitignore": "*\n"},
            {"copydesk.toml": "terms = [[[[\n"},
        ],
    )
    def test_what_loosens_the_check_does_not_count(
        self, repo: Path, capsys: Capsys, loosened: dict[str, str]
    ) -> None:
        base = commit({"a.md": SOUND})
        commit({"news/b.md": FAULT, **loosened})
        status, report, err = check(capsys, "--trust", "base", "--base", base, ".")
        assert (status, err) == (1, "")
        assert rules(report) == [("news/b.md", "sentence/doubled-word")]
        trust = report["trust"]
        assert isinstance(trust, dict)
        assert trust["base"] == base[:12]
        assert trust["changed"] == sorted(loosened)
        status, report, _ = check(capsys, "--trust", "head", ".")
        assert status != 1 or not rules(report)
        assert report.get("trust") is None

    def test_packs_and_styles_are_those_of_the_base(self, repo: Path, capsys: Capsys) -> None:
        base = commit({"p.toml": PACK, "copydesk.toml": 'terms = ["p.toml"]\n'})
        commit({"p.toml": PACK.replace("haven", "port"), "b.md": "The haven is old, she said.\n"})
        status, report, _ = check(capsys, "--trust", "base", "--base", base, ".")
        assert (status, rules(report)) == (1, [("b.md", "house/terms")])
        assert report["trust"] == {"base": base[:12], "changed": ["p.toml"], "overrides": []}
        (repo / "p.toml").unlink()
        assert check(capsys, "--trust", "base", "--base", base, ".")[0] == 1
        assert check(capsys, ".")[0] == 2

    def test_the_baseline_is_that_of_the_base(self, repo: Path, capsys: Capsys) -> None:
        base = commit({"a.md": SOUND})
        Path("b.md").write_text(FAULT)
        assert main(["baseline", "--file", ".copydesk/baseline.json", "."]) == 0
        commit({})
        assert check(capsys, ".")[0] == 0
        status, report, _ = check(capsys, "--trust", "base", "--base", base, ".")
        assert (status, rules(report)) == (1, [("b.md", "sentence/doubled-word")])

    def test_a_link_in_the_base_leads_nowhere_else(self, repo: Path, capsys: Capsys) -> None:
        (repo.parent / "outside.toml").write_text('ignore = ["sentence"]\n')
        (repo / "copydesk.toml").symlink_to("../outside.toml")
        base = commit({"b.md": FAULT})
        status, _, err = check(capsys, "--trust", "base", "--base", base, ".")
        assert status == 2
        assert "leads outside" in err

    def test_a_link_within_the_base_is_followed(self, repo: Path, capsys: Capsys) -> None:
        Path("copydesk.toml").symlink_to("settings/desk.toml")
        base = commit({"settings/desk.toml": 'ignore = ["sentence"]\n'})
        commit({"b.md": FAULT, "settings/desk.toml": ""})
        status, report, _ = check(capsys, "--trust", "base", "--base", base, ".")
        assert (status, rules(report)) == (0, [])

    def test_new_overrides_hold_and_are_listed(self, repo: Path, capsys: Capsys) -> None:
        old = f"<!-- stet: sentence: meant -->\n{FAULT}"
        base = commit({"a.md": old})
        commit({"b.md": f"{SOUND}\n<!-- stet: sentence/doubled-word: a song -->\n{FAULT}"})
        words = ("b.md", "sentence/doubled-word", "the the")
        commit({"c.md": FAULT})
        assert main(["stet", "add", "c.md", *words[1:], "--why", "hers", "--who", "Ann"]) == 0
        status, report, _ = check(capsys, "--trust", "base", "--base", base, ".")
        assert (status, rules(report)) == (0, [])
        trust = report["trust"]
        assert isinstance(trust, dict)
        told = [(one["path"], one["line"], one["holds"]) for one in trust["overrides"]]
        assert told == [(".copydesk/stet.toml", 4, True), ("b.md", 3, True)]
        assert "the the (Ann: hers)" in trust["overrides"][0]["text"]
        main(["check", "--trust", "base", "--base", base, "."])
        out = capsys.readouterr().out
        assert "New override: b.md:3 <!-- stet: sentence/doubled-word: a song -->." in out

    def test_they_wait_if_the_base_says_so(self, repo: Path, capsys: Capsys) -> None:
        old = f"<!-- stet: sentence: meant -->\n{FAULT}"
        base = commit({"a.md": old, "copydesk.toml": '[stet]\ntrust = "base"\n'})
        commit({"b.md": f"<!-- stet: sentence: a song -->\n{FAULT}", "copydesk.toml": ""})
        Path("c.md").write_text(FAULT)
        rule = "sentence/doubled-word"
        assert main(["stet", "add", "c.md", rule, "the the", "--why", "hers", "--who", "Ann"]) == 0
        status, report, _ = check(capsys, "--trust", "base", "--base", base, ".")
        assert (status, rules(report)) == (1, [("b.md", rule), ("c.md", rule)])
        trust = report["trust"]
        assert isinstance(trust, dict)
        assert [one["holds"] for one in trust["overrides"]] == [False, False]
        assert check(capsys, "--trust", "head", ".")[0] == 0
        main(["check", "--trust", "base", "--base", base, "."])
        assert "which waits until the change is merged: b.md:1" in capsys.readouterr().out

    def test_several_processes_find_the_same(self, repo: Path, capsys: Capsys) -> None:
        base = commit({"copydesk.toml": '[stet]\ntrust = "base"\n'})
        change = {f"{n}.md": f"<!-- stet: sentence: song -->\n{FAULT}" for n in range(8)}
        commit({"copydesk.toml": 'ignore = ["sentence"]\n', **change})
        words = ("--trust", "base", "--base", base, ".")
        one, two = (check(capsys, "--jobs", jobs, *words) for jobs in ("1", "2"))
        assert one == two
        assert len(rules(one[1])) == 8


@pytest.mark.process
class TestWhichBase:
    def test_ci_names_it(self, repo: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch) -> None:
        base = commit({"a.md": SOUND})
        commit({"b.md": FAULT, "copydesk.toml": 'ignore = ["sentence"]\n'})
        assert check(capsys, ".")[0] == 0
        monkeypatch.setenv("CI", "true")
        assert check(capsys, ".")[0] == 0, "no base is named"
        monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", base)
        assert check(capsys, ".")[0] == 1
        assert check(capsys, "--trust", "head", ".")[0] == 0

    @pytest.mark.parametrize("name", ["nothing", "--upload-pack=touch x", "0" * 40])
    def test_one_that_is_not_there_is_an_error(self, repo: Path, capsys: Capsys, name: str) -> None:
        commit({"a.md": SOUND})
        status, _, err = check(capsys, "--trust", "base", f"--base={name}", ".")
        assert status == 2
        assert "unknown revision" in err
        assert "--trust head" in err

    def test_none_is_an_error_only_if_one_is_wanted(self, repo: Path, capsys: Capsys) -> None:
        commit({"a.md": SOUND})
        assert check(capsys, "--trust", "base", ".")[0] == 2
        assert check(capsys, ".")[0] == 0
        assert check(capsys, "--isolated", "--trust", "base", ".")[0] == 2


@pytest.mark.parametrize(
    ("environment", "name"),
    [
        ({}, ""),
        ({"GITHUB_ACTIONS": "true"}, ""),
        ({"GITHUB_ACTIONS": "true", "GITHUB_BASE_REF": "main"}, "origin/main"),
        ({"GITHUB_BASE_REF": ""}, ""),
        ({"COPYDESK_BASE": "v1", "GITHUB_BASE_REF": "main"}, "v1"),
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": "1a2b"}, "1a2b"),
        ({"BITBUCKET_PR_DESTINATION_COMMIT": "3c4d"}, "3c4d"),
        ({"SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/live"}, "origin/live"),
        ({"CHANGE_TARGET": "desk"}, "origin/desk"),
        ({"BUILDKITE_PULL_REQUEST_BASE_BRANCH": "desk"}, "origin/desk"),
    ],
)
def test_what_names_a_base(environment: dict[str, str], name: str) -> None:
    assert base_named(environment) == name


@pytest.mark.parametrize(
    ("event", "name"),
    [
        ({"pull_request": {"base": {"sha": "1a2b"}}}, "1a2b"),
        ({"merge_group": {"base_sha": "3c4d"}}, "3c4d"),
        ({"push": {}}, ""),
        ([], ""),
        ({"pull_request": {"base": None}}, ""),
    ],
)
def test_github_describes_the_event(tmp_path: Path, event: object, name: str) -> None:
    file = tmp_path / "event.json"
    file.write_text(json.dumps(event))
    told = {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_PATH": str(file)}
    assert base_named(told) == name
    assert base_named({**told, "GITHUB_EVENT_PATH": str(tmp_path / "none")}) == ""


class TestIsolated:
    def test_nothing_of_the_folder_counts(
        self, tmp_path: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / ".git").mkdir()
        (tmp_path / "news").mkdir()
        (tmp_path / "news" / "b.md").write_text(FAULT)
        (tmp_path / "copydesk.toml").write_text('exclude = ["*"]\n')
        (tmp_path / "news" / "copydesk.toml").write_text('ignore = ["sentence"]\n')
        (tmp_path / ".gitignore").write_text("*.md\n")
        (tmp_path / ".copydesk").mkdir()
        (tmp_path / ".copydesk" / "stet.toml").write_text("not TOML\n")
        (tmp_path / ".copydesk" / "baseline.json").write_text("no JSON\n")
        assert check(capsys, ".")[0] == 2
        status, report, err = check(capsys, "--isolated", ".")
        assert (status, rules(report), err) == (1, [("news/b.md", "sentence/doubled-word")], "")

    def test_what_is_named_is_read(
        self, tmp_path: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "b.md").write_text(FAULT)
        (tmp_path / "mine.toml").write_text('ignore = ["sentence"]\n')
        assert check(capsys, "--isolated", "--config", "mine.toml", ".")[0] == 0


def test_trust_of_overrides_is_base_or_head(
    tmp_path: Path, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.md").write_text(FAULT)
    (tmp_path / "copydesk.toml").write_text('[stet]\ntrust = "main"\n')
    status, _, err = check(capsys, ".")
    assert status == 2
    assert 'copydesk.toml:2: trust must be "base"' in err
