"""What a check of one small draft imports; most of a start is spent on that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.facts.pack import contents_of

pytestmark = pytest.mark.process

# None of these is needed for one plain draft; each takes as long as several rules.
UNNEEDED = {
    "argparse", "array", "calendar", "copy", "dataclasses", "difflib", "encodings.cp1252", "gettext", "html", "importlib.metadata", "inspect",
    "json", "locale", "logging", "multiprocessing", "pathlib", "pickle", "pluggy", "pyromark", "regex", "rich",
    "sqlite3", "tempfile", "tomllib", "typing", "unicodedata", "urllib", "yaml",
}  # fmt: skip
DRAFT = "The mayor met the the council.\n\nThe board said it's owners of the port had left.\n"
SHOWN = """
import sys
from copydesk.cli import main
from copydesk.cli.quick_import import use
use()
main({words})
sys.modules["copydesk.regexes.compiled"].save()
used = (name for name, one in sys.modules.items() if type(one).__name__ != "_Later")
print(*used, file=sys.stderr)
"""


def modules(folder: Path, text: str, *words: str) -> set[str]:
    """The modules after a check of a text that is new, with warm tables."""
    environment = os.environ | {"COPYDESK_CACHE_DIR": str(folder / "cache")}
    environment.pop("CI", None)  # there the base of the change is looked for
    found = ""
    for again in range(3):  # the second compiles what only warm tables need
        draft = folder / "draft.txt"
        draft.write_text(f"{text}\nDraft {again}.\n")
        code = SHOWN.format(words=["check", *words, str(draft)])
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env=environment, cwd=folder,
        )  # fmt: skip
        found = done.stderr
    return set(found.split())


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    return modules(tmp_path_factory.mktemp("plain"), DRAFT, "--no-plugins")


def test_a_plain_check_imports_nothing_that_it_does_not_need(plain: set[str]) -> None:
    assert "copydesk.engine" in plain
    assert not plain & UNNEEDED


def test_a_plain_check_imports_few_modules_of_ours(plain: set[str]) -> None:
    ours = [name for name in plain if name.partition(".")[0] == "copydesk"]
    rules = [name for name in plain if name.partition(".")[0] == "lint_rules"]
    assert 50 < len(ours) <= 162
    assert 5 < len(rules) <= 135


def test_options_that_are_written_out_need_no_argparse(tmp_path: Path) -> None:
    found = modules(tmp_path, "All is well.", "--format", "jsonl", "--date=2025-04-15")
    assert not found & UNNEEDED - {"json"}


def test_a_pack_of_facts_costs_a_start_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    table = (
        '[sources.a]\nname = "A"\nlicence = "CC0"\nas-of = 2026-09-01\n[[office]]\n'
        'id = "a/mayor"\ntitles = ["Mayor"]\nholders = [{ name = "Al Loe", since = 2020-01-01 }]\n'
    )
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "a.toml").write_text(table)
    contents = contents_of({"a.toml": table.encode()}, "2101.1.31")
    (tmp_path / "pack" / "pack.json").write_text(contents)
    monkeypatch.setenv("COPYDESK_DATA_DIR", str(tmp_path / "data"))
    assert main(["facts", "update", str(tmp_path / "pack")]) == 0
    for text in (DRAFT, "Former Mayor Al Loe said on Tuesday that all was well.\n"):
        found = modules(tmp_path, text, "--no-plugins")
        assert not found & (UNNEEDED - {"unicodedata"})
        assert "copydesk.registry.updated_facts" in found
        assert not found & {"copydesk.facts.pack", "copydesk.registry.facts_pack", "hashlib"}
