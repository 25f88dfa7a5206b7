"""``[fields]``: the newsroom's own keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk import DataError, Linter
from copydesk.config.load import load_config


def _load(folder: Path, text: str) -> dict[str, tuple[str, ...]]:
    path = folder / "copydesk.toml"
    path.write_text(text, "utf-8")
    return dict(load_config(str(path)).fields)


def test_keys_by_role(tmp_path: Path) -> None:
    assert _load(tmp_path, '[fields]\nheadline = ["hed"]\n') == {"headline": ("hed",)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('fields = "hed"\n', "must be a table"),
        ("[fields]\nheadlin = ['hed']\n", "headlin"),
        ("[fields]\nheadline = 'hed'\n", "must be a list of keys"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(DataError, match=told):
        _load(tmp_path, text)


def test_the_linter_knows_the_keys(tmp_path: Path) -> None:
    path = tmp_path / "copydesk.toml"
    path.write_text('[fields]\ncaption = ["bildtext"]\n', "utf-8")
    source = "---\nbildtext: Enter caption here\n---\n\nThe pier is open.\n"
    found = Linter(config=str(path)).check_text(source, format="markdown").findings
    assert found
    assert not Linter().check_text(source, format="markdown").findings
