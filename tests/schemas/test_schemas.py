"""The JSON Schemas: what they accept, what they reject, and that they know what the readers know."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner

from copydesk.cli import main
from copydesk.config import LIMITS
from copydesk.config import load as config_load
from copydesk.config.load import load_config
from copydesk.facts import holders
from copydesk.facts import schema as facts_schema
from copydesk.model.errors import DataError
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.schemas import NAMES, file_of, shipped
from copydesk.schemas.write import texts
from copydesk.terms import pack as packs
from copydesk.terms.style_schema import SETTINGS

ROOT = Path(__file__).resolve().parents[2]
FACTS = sorted((ROOT / "lint_rules" / "_facts").glob("*.toml"))
# Lists of data for rules in Python, which no pack or table is.
DATA = {"_confusions.toml", "_events.toml", "_sounds.toml"}
PACKS = [
    path
    for path in sorted((ROOT / "lint_rules").glob("*/*.toml"))
    if path not in FACTS and path.name not in DATA
] + [ROOT / "plugins" / "copydesk-example" / "src" / "copydesk_example" / "terms.toml"]
STYLES = [path for path in PACKS if path.name.startswith("style_")]


def faults(name: str, *paths: Path) -> str:
    words = ["--schemafile", file_of(name), "--default-filetype", "toml", *map(str, paths)]
    done = CliRunner().invoke(check_jsonschema, words)
    return "" if done.exit_code == 0 else done.output


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shipped(name))
    return found


def test_what_comes_with_the_package_is_up_to_date() -> None:
    for name, text in texts().items():
        assert shipped(name) == text, "python -m copydesk.schemas.write"


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_schema(name: str) -> None:
    done = CliRunner().invoke(check_jsonschema, ["--check-metaschema", file_of(name)])
    assert done.exit_code == 0, done.output


@pytest.mark.parametrize("name", NAMES)
def test_the_command_prints_it(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["$id"] == f"urn:copydesk:schema:{name}-1"
    assert printed["properties"].keys() == schema(name)["properties"].keys()


def test_a_kind_that_does_not_exist(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["schema", "configs"])
    assert "'config'" in capsys.readouterr().err


class TestKeys:
    """The keys of the schemas are those that the readers know, in both directions."""

    def test_config(self) -> None:
        known = schema("config")["properties"]
        override = known["override"]["items"]["properties"]
        profile = known["profile"]["additionalProperties"]["properties"]
        assert set(known) == set(config_load._KEYS)
        assert set(override) == set(config_load._OVERRIDE_KEYS)
        assert set(profile) == set(config_load._PROFILE_KEYS)
        assert set(known["readability"]["properties"]) == set(LIMITS)

    @pytest.mark.parametrize("name", ["pack", "style"])
    def test_packs_and_styles(self, name: str) -> None:
        known = schema(name)["properties"]
        assert set(known) == {"rule", "style", "defaults", "entry", "forms", "variants"}
        assert set(known["entry"]["items"]["properties"]) == set(packs._ENTRY)
        assert set(known["defaults"]["properties"]) == set(packs._DEFAULTS)
        assert set(known["rule"]["anyOf"][1]["properties"]) == set(packs._HEADER)
        variants = known["variants"]["additionalProperties"]["anyOf"][1]["properties"]
        assert set(variants) == set(packs._VARIANTS)
        assert set(known["style"]["properties"]) == {"name", "extends", *SETTINGS}

    def test_facts(self) -> None:
        known = schema("facts")["properties"]
        office = known["office"]["items"]["properties"]
        assert set(known) == set(facts_schema._KEYS)
        assert set(office) == set(facts_schema._OFFICE_KEYS)
        assert set(office["holders"]["items"]["properties"]) == set(holders._KEYS)
        source = known["sources"]["additionalProperties"]["properties"]
        assert set(source) == set(facts_schema._SOURCE_KEYS)


WRONG = {
    "a key of the whole": 'stlye = "ap"',
    "a style": 'style = "app"',
    "a severity that fails": 'fail-on = "warn"',
    "an underscore": 'fail_on = "stop"',
    "a word for a list": 'ignore = "quote"',
    "a group": 'ignore = ["quotes"]',
    "a rule in severity": '[severity]\n"spelling/typos" = "stop"',
    "a severity": '[severity]\n"spelling/typo" = "error"',
    "a hyphen in an option": '[rule."sentence/run-on"]\nmax-words = 50',
    "text for a number": '[rule."sentence/run-on"]\nmax_words = "50"',
    "a misspelt table": '[[overide]]\npaths = ["a"]',
    "an override without paths": '[[override]]\nstyle = "ap"',
    "path for paths": '[[override]]\npath = ["a"]',
    "a quote never closed": 'style = "ap',
    "a list never closed": 'exclude = ["archive/"',
    "a list of terms that is no file": "terms = [1]",
    "a key that is an option": "jobs = 3",
    "an underscore in a profile": '[profile.night]\nfail_on = "stop"',
    "a rule of an override": '[[override]]\npaths = ["a"]\nignore = ["quotes"]',
    "an option of a rule": '[rule."sentence/run-on"]\nmax_wordz = 50',
    "trust": '[stet]\ntrust = "yes"',
    "two": '[stet]\nstop = "three"',
}
RIGHT = {
    "nothing": "",
    "a rule of a list": 'terms = ["words.toml"]\nignore = ["desk/own"]\nstyle = "gazette"',
    "a rule of a plugin": 'plugins = ["x"]\nselect = ["desk"]\n[rule."desk/own"]\nwords = 3',
    "a style of one's own": 'style = "gazette.toml"\nextend-select = ["desk/own"]',
    "house": 'terms = ["words.toml"]\nignore = ["house/terms"]\n[severity]\nhouse = "stop"',
    "a day": "date = 2025-04-15",
    "a day as text": 'date = "2025-04-15"',
    "all": 'select = ["all"]',
}


class TestConfig:
    @pytest.mark.parametrize("text", WRONG.values(), ids=WRONG)
    def test_wrong(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "copydesk.toml").write_text(text + "\n", "utf-8")
        assert faults("config", tmp_path / "copydesk.toml")

    @pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
    def test_right(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "copydesk.toml").write_text(text + "\n", "utf-8")
        assert faults("config", tmp_path / "copydesk.toml") == ""

    @pytest.mark.parametrize("kind", WRONG)
    def test_copydesk_refuses_what_is_wrong(self, tmp_path: Path, kind: str) -> None:
        """All but the spelling of a key, which the schema wants as the documents have it."""
        file = tmp_path / "copydesk.toml"
        file.write_text(WRONG[kind] + "\n", "utf-8")
        if "underscore" in kind or "hyphen" in kind:
            Linter(RunSettings(load_config(str(file))))
            return
        with pytest.raises(DataError, match=r"copydesk\.toml:\d: "):
            Linter(RunSettings(load_config(str(file))))

    @pytest.mark.process
    def test_taplo_reads_it(self, tmp_path: Path) -> None:
        taplo = shutil.which("taplo", path=os.path.dirname(sys.executable))
        assert taplo, "it comes with the extra dev"
        words = [taplo, "check", "--schema", Path(file_of("config")).as_uri()]
        for text, status in (('style = "app"\n', 1), ('style = "ap"\n', 0), ("jobs = 3\n", 1)):
            (tmp_path / "copydesk.toml").write_text(text, "utf-8")
            done = subprocess.run(
                [*words, "copydesk.toml"], cwd=tmp_path, capture_output=True, text=True, check=False
            )
            assert done.returncode == status, done.stderr

    def test_a_file_that_is_not_there_is_told_by_copydesk(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """No schema knows files, so this is the one wrong config that only copydesk sees."""
        monkeypatch.chdir(tmp_path)
        (tmp_path / "copydesk.toml").write_text('\nterms = ["nothere.toml"]\n', "utf-8")
        assert faults("config", tmp_path / "copydesk.toml") == ""
        (tmp_path / "a.md").write_text("All is well.\n", "utf-8")
        assert main(["check"]) == 2
        assert capsys.readouterr().err == (
            "copydesk: copydesk.toml:2: nothere.toml: no such file\n"
        )

    def test_the_table_in_pyproject(self, tmp_path: Path) -> None:
        outer = {"properties": {"tool": {"properties": {"copydesk": schema("config")}}}}
        text = json.dumps(outer).replace("#/definitions", "#/properties/tool/properties/copydesk/definitions")  # fmt: skip
        text = text.replace('"$id": "urn:copydesk:schema:config-1", ', "")
        (tmp_path / "outer.json").write_text(text, "utf-8")
        file = tmp_path / "pyproject.toml"
        words = ["--schemafile", str(tmp_path / "outer.json"), str(file)]
        for key, status in (("styel", 1), ("style", 0)):
            file.write_text(f'[tool.copydesk]\n{key} = "ap"\n', "utf-8")
            assert CliRunner().invoke(check_jsonschema, words).exit_code == status

    def test_all_keys_of_the_readme(self, tmp_path: Path) -> None:
        text = (ROOT / "README.md").read_text("utf-8")
        (block,) = [one for one in text.split("```toml\n") if one.startswith("extend = ")]
        file = tmp_path / "copydesk.toml"
        file.write_text(block.partition("```")[0], "utf-8")
        assert faults("config", file) == ""


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.name)
def test_our_packs(path: Path) -> None:
    assert faults("pack", path) == ""


def test_our_styles() -> None:
    assert len(STYLES) > 5
    assert faults("style", *STYLES) == ""


@pytest.mark.parametrize("path", FACTS, ids=lambda path: path.name)
def test_our_facts(path: Path) -> None:
    assert faults("facts", path) == ""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pack", '[[entry]]\navoid = ["a"]\ngood = ["b"]\n'),
        ("pack", '[[entry]]\ngood = ["b"]\nbad = ["[[a]]"]\n'),
        ("pack", '[[entry]]\navoid = ["a"]\ngood = ["b"]\nbad = ["a"]\n'),
        ("pack", '[[entry]]\navoid = [" "]\ngood = ["b"]\nbad = ["[[a]]"]\n'),
        ("pack", '[[entry]]\navoid = ["a"]\nfix = "yes"\ngood = ["b"]\nbad = ["[[a]]"]\n'),
        ("pack", '[[entry]]\navoid = ["a"]\nslots = ["lede"]\ngood = ["b"]\nbad = ["[[a]]"]\n'),
        ("pack", '[[entry]]\navoid = ["a"]\nsince = "soon"\ngood = ["b"]\nbad = ["[[a]]"]\n'),
        ("pack", '[rule]\nid = "house"\n[forms]\na = ["b"]\n'),
        ("pack", "[forms]\na = []\n"),
        ("pack", '[variants]\na = ["b", "b"]\n'),
        ("pack", "[defaults]\nnote = 'x'\n"),
        ("pack", '[defaults]\navoid = ["x"]\n[forms]\na = ["b"]\n'),
        ("style", '[forms]\na = ["b"]\n'),
        ("style", '[style]\ndialect = "british"\n'),
        ("style", '[style]\nname = "x"\ndialect = "scottish"\n'),
        ("style", '[style]\nname = "x"\nnumber-words-below = true\n'),
        ("facts", '[[office]]\nid = "a/b"\ntitles = ["T"]\n'),
        ("facts", '[sources.s]\nname = "s"\nlicence = "s"\n'),
        ("facts", '[sources.s]\nname = "s"\nlicence = "s"\nas-of = 2026-01-01\n[[office]]\nid = "a"\ntitles = ["T"]\n'),
        ("facts", '[sources.s]\nname = "s"\nlicence = "s"\nas-of = 2026-01-01\n[[office]]\nid = "a/b"\ntitles = []\n'),
        ("facts", '[sources.s]\nname = "s"\nlicence = "s"\nas-of = 2026-01-01\n[[office]]\nid = "a/b"\n'
         'titles = ["T"]\nholders = [{name = "N", since = 2020-01-01, until = 2021-01-01, at-least = 2021-01-01}]\n'),
        ("facts", '[sources.s]\nname = "s"\nlicence = "s"\nas-of = 2026-01-01\n[died]\nN = "soon"\n'),
    ],
)  # fmt: skip
def test_what_copydesk_refuses_the_schema_refuses(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / "x.toml"
    file.write_text(text, "utf-8")
    tomllib.loads(text)
    assert faults(name, file)
    if name == "style" and "[style]" not in text:
        return
    read: Callable[[str, str], object] = (
        facts_schema.read_table if name == "facts" else packs.read_pack
    )
    with pytest.raises(DataError):
        read("x.toml", text)
