"""Rules in preview run only when asked for; a rule's version is shown where it matters."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.config import RuleSelection
from copydesk.config.load import load_config
from copydesk.model import __version__
from copydesk.model.errors import DataError
from copydesk.model.findings import Severity
from copydesk.registry.contributions import Contributions
from copydesk.registry.registry import Registry
from copydesk.registry.select import select_rules
from copydesk.rules.info import RuleInfo
from copydesk.rules.rule import Bad, Rule


class New(Rule):
    """Copy is calm."""

    id = "test/new"
    severity = Severity.ASK
    examples = (Bad("[[x]]"),)
    preview = True
    version = 3

    def check(self, doc):
        return []


class Known(New):
    """Copy is quiet."""

    id = "test/known"
    preview = False
    version = 1


REGISTRY = Registry(Contributions((RuleInfo.of(Known), RuleInfo.of(New)), ()))


def names(**choice) -> list[str]:
    return list(select_rules(REGISTRY, RuleSelection(**choice), lambda *keys: "here").severities)


def test_a_rule_in_preview_runs_only_when_previews_are_wanted() -> None:
    assert names() == ["test/known"]
    assert names(preview=True) == ["test/known", "test/new"]
    assert names(select=("test",)) == ["test/known"]
    assert names(select=("all",)) == ["test/known"]
    assert names(select=("test",), preview=True) == ["test/known", "test/new"]
    assert names(select=("test/new",), preview=True) == ["test/new"]
    assert names(extend_select=("test/new",), preview=True) == ["test/known", "test/new"]


def test_to_name_one_without_preview_is_an_error() -> None:
    with pytest.raises(DataError, match=r"here: rule test/new is in preview; set preview = true"):
        names(select=("test/new",))
    assert names(ignore=("test/new",)) == ["test/known"]


def test_the_command_line_counts_before_the_config(tmp_path: Path) -> None:
    file = tmp_path / "copydesk.toml"
    file.write_text("preview = true\n[profile.night]\npreview = false\n")
    config = load_config(str(file))
    assert config.choice.preview is True
    night = config.profiles["night"].choice
    assert night.over(config.choice).preview is False
    assert RuleSelection(preview=True).over(night.over(config.choice)).preview is True
    assert RuleSelection().over(config.choice).preview is True


def test_preview_must_be_true_or_false(tmp_path: Path) -> None:
    file = tmp_path / "copydesk.toml"
    file.write_text('fail-on = "stop"\npreview = "yes"\n')
    with pytest.raises(DataError, match=r"copydesk\.toml:2: preview must be true or false"):
        load_config(str(file))


PACK = """
[rule]
id = "desk/calm"
summary = "Calm."
preview = true
version = 2

[forms]
ferry = ["ferrie"]
"""


def test_a_pack_can_be_in_preview(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("desk.toml").write_text(PACK)
    Path("copydesk.toml").write_text('terms = ["desk.toml"]\nfail-on = "style"\n')
    Path("draft.txt").write_text("Ferry\n\nThe ferrie is back.\n")
    assert main(["check", "draft.txt"]) == 0
    assert main(["check", "draft.txt", "--preview", "--format", "concise"]) == 1
    assert "draft.txt:3:5: style desk/calm" in capsys.readouterr().out
    assert main(["rules", "--format", "json"]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)["rules"]}
    assert (rows["desk/calm"]["preview"], rows["desk/calm"]["version"]) == (True, 2)
    assert (rows["spelling/typo"]["preview"], rows["spelling/typo"]["version"]) == (False, 1)
    assert main(["explain", "desk/calm"]) == 0
    out = capsys.readouterr().out
    assert "in preview: off unless preview is set" in out
    assert "version 2" in out


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("version = 0", "desk.toml:6: version must be a whole number from 1 up"),
        ("version = true", "desk.toml:6: version must be a whole number from 1 up"),
        ('preview = "no"', "desk.toml:6: preview must be true or false"),
    ],
)
def test_a_wrong_pack_is_told_by_line(line: str, message: str) -> None:
    from copydesk.terms.pack import read_pack

    head = '[rule]\nid = "desk/calm"\nsummary = "Calm."\nwhy = "w"\nsource = "s"\n'
    with pytest.raises(DataError) as error:
        read_pack("desk.toml", f'{head}{line}\n[forms]\nferry = ["ferrie"]\n')
    assert message in str(error.value)


@pytest.mark.parametrize(
    ("required", "message"),
    [
        (f"=={__version__}", ""),
        (">=0.0.1", ""),
        (">=99", f"copydesk.toml:1: copydesk >=99 is required, but this is {__version__}"),
        ("new", 'copydesk.toml:1: required-version must be a range of versions, such as ">=0.1'),
    ],
)
def test_a_config_can_require_a_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys, required: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("copydesk.toml").write_text(f'required-version = "{required}"\n')
    Path("draft.txt").write_text("Ferry\n\nThe ferry is back.\n")
    assert main(["check", "draft.txt"]) == (2 if message else 0)
    assert message in capsys.readouterr().err
