"""``copydesk config``: every setting in force, each with the file that set it."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.cli import main

CONFIG = """
extend = "base.toml"
required-version = ">=0.0.1"

[readability]
grade = 9

[[override]]
paths = ["opinion/**"]
style = "guardian"
[override.severity]
"spelling" = "ask"

[profile.night]
ignore = ["style"]
final = true
[profile.night.rule."sentence/run-on"]
max_words = 50
"""


def test_nested_tables_are_shown_and_named_by_their_own_file_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("copydesk.toml").write_text(CONFIG)
    Path("base.toml").write_text('[severity]\n"spelling/typo" = "style"\n')
    assert main(["config"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for line in (
        'required-version = ">=0.0.1"  # copydesk.toml',
        "[severity]  # base.toml",
        "[readability]  # copydesk.toml",
        "grade = 9",
        "[[override]]  # copydesk.toml",
        'style = "guardian"',
        "[override.severity]",
        "[profile.night]  # copydesk.toml",
        'ignore = ["style"]',
        "final = true",
        '[profile.night.rule."sentence/run-on"]',
        "max_words = 50",
    ):
        assert line in lines, line
