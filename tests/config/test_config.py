from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from copydesk.config import Config
from copydesk.config.load import load_config
from copydesk.facts.schema import read_table
from copydesk.files.find_up import find_config
from copydesk.files.toml import Source, did_you_mean
from copydesk.model.errors import DataError, NoRules
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.terms.pack import read_pack


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return str(path)


def load(folder: Path, text: str, name: str = "copydesk.toml") -> Config:
    return load_config(write(folder / name, text))


def test_the_nearest_config_upward_is_found(folder: Path) -> None:
    near = write(folder / "a" / "copydesk.toml", "")
    write(folder / "copydesk.toml", "")
    (folder / "a" / "b").mkdir()
    assert find_config(str(folder / "a" / "b")) == near
    assert find_config(str(folder)) == str(folder / "copydesk.toml")


def test_pyproject_counts_only_with_our_table(folder: Path) -> None:
    write(folder / "pyproject.toml", "[tool.other]\n")
    assert find_config(str(folder)) != str(folder / "pyproject.toml")
    path = write(folder / "pyproject.toml", '[tool.copydesk]\nfail-on = "stop"\n')
    assert find_config(str(folder)) == path
    assert load_config(path).fail_on == "stop"


def test_extend_lays_one_config_over_another(folder: Path) -> None:
    write(
        folder / "base" / "copydesk.toml",
        """
        fail-on = "stop"
        ignore = ["sentence"]
        terms = ["house.toml"]
        [severity]
        "titles" = "ask"
        spelling = "ask"
        """,
    )
    write(folder / "base" / "house.toml", "")
    config = load(
        folder,
        """
        extend = "base/copydesk.toml"
        ignore = ["quote"]
        [severity]
        spelling = "stop"
        """,
    )
    assert config.fail_on == "stop"
    assert config.choice.ignore == ("sentence", "quote")
    assert config.choice.severity == {"titles": "ask", "spelling": "stop"}
    assert config.terms == (("base/house.toml", str(folder / "base" / "house.toml")),)
    assert config.origins["fail-on"] == "base/copydesk.toml"
    assert config.origins["ignore"] == "copydesk.toml"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("stile = 'ap'", "copydesk.toml:1: unknown key 'stile'; did you mean 'style'?"),
        ("\nselect = 'x'", "copydesk.toml:2: select must be a list of strings"),
        ("fail-on = 'stopp'", "copydesk.toml:1: fail-on 'stopp' is not one of stop, fix"),
        ("date = 'soon'", "copydesk.toml:1: date must be a date, such as 2025-04-15"),
        ("[severity]\n\n'a/b' = 'x'", "copydesk.toml:3: severity 'x' is not one of"),
        ("[rule]\nx = 3", "copydesk.toml:2: write the options of a rule as [rule.\"x\"]"),
        ("[override]\npaths = ['x']", "copydesk.toml:1: write [[override]] in double brackets"),
        ("[[override]]\nselect = ['x']", "copydesk.toml:1: [[override]] needs paths"),
        ("[[override]]\npaths=['a']\n[[override]]\npaths=['b']\ndate='x'",
         "copydesk.toml:5: unknown key 'date'"),
        ("x = [", "copydesk.toml:"),
        ("extend = 'copydesk.toml'", "copydesk.toml:1: the config extends itself"),
        ("extend = 'none.toml'", "copydesk.toml:1: none.toml: no such file"),
        ("\nterms = ['none.toml']", "copydesk.toml:2: none.toml: no such file"),
        ("\nfacts = ['none.toml']", "copydesk.toml:2: none.toml: no such file"),
        ("\nstyle = 'none.toml'", "copydesk.toml:2: none.toml: no such file"),
        ("[[override]]\npaths = ['a']\nstyle = 'none.toml'", "copydesk.toml:3: none.toml: no such"),
        ("[[override]]\npath = ['a']", "copydesk.toml:2: unknown key 'path'; did you mean 'paths'?"),
        ("override = [1]", "copydesk.toml:1: write [[override]] in double brackets"),
        ("fail_on = 'stopp'", "copydesk.toml:1: fail-on 'stopp' is not one of stop, fix"),
        ("fail_on = 'stop'\nfail-on = 'fix'", "copydesk.toml:1: fail_on and fail-on are the same"),
        ("[rule.'a/b']\nx_y = 1\nx-y = 2", "copydesk.toml:3: x-y is given twice"),
    ],
)  # fmt: skip
def test_a_wrong_config_is_told_by_file_and_line(folder: Path, text: str, message: str) -> None:
    with pytest.raises(DataError) as error:
        load(folder, text)
    assert str(error.value).startswith(message)


def test_the_table_of_pyproject_has_its_own_lines(folder: Path) -> None:
    with pytest.raises(DataError, match=r"^pyproject\.toml:4: unknown key 'stile'"):
        load(folder, "[project]\nname='x'\n[tool.copydesk]\nstile='ap'", "pyproject.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ignore = ['spelling/hose-form']", "copydesk.toml:1: unknown rule or group"),
        ("\nselect = ['speling']", "copydesk.toml:2: unknown rule or group 'speling'; did you"),
        ("[rule.'stet/qc']\nx=1", "copydesk.toml:1: unknown rule 'stet/qc'; did you mean"),
        (
            "[rule.'stet/cq']\nx=1",
            "copydesk.toml:2: rule stet/cq has no option 'x' (it has no options)",
        ),
        ("[severity]\n'stet/qc' = 'ask'", "copydesk.toml:2: unknown rule or group 'stet/qc'"),
        ("style = 'app'", "copydesk.toml:1: unknown house style 'app'; did you mean 'ap'?"),
        ("[rule.'sentence/run-on']\nmax-words = '5'", "copydesk.toml:2: option 'max_words' of"),
        ("[rule.'sentence/run-on']\nmax-wordz = 5", "copydesk.toml:2: rule sentence/run-on has no"),
        ("[[override]]\npaths=['x']\nignore=['nope']", "copydesk.toml:3: unknown rule"),
    ],
)
def test_a_name_that_does_not_exist_is_told_by_line(folder: Path, text: str, message: str) -> None:
    with pytest.raises(DataError) as error:
        Linter(RunSettings(load(folder, text)))
    assert str(error.value).startswith(message)


@pytest.mark.parametrize("mark", ["-", "_"])
def test_keys_are_understood_with_a_hyphen_and_with_an_underscore(folder: Path, mark: str) -> None:
    text = """
        fail-on = "stop"
        extend-select = ["titles"]
        required-version = ">=0"
        [rule."sentence/run-on"]
        max-words = 7
        [[override]]
        paths = ["a"]
        extend-select = ["quote"]
        [override.rule."sentence/run-on"]
        max-words = 8
        [profile.night]
        fail-on = "never"
        """
    text = re.sub(r"^( *[a-z]+)-([a-z]+) =", rf"\1{mark}\2 =", text, flags=re.M)
    config = load(folder, text)
    assert (config.fail_on, config.required) == ("stop", ">=0")
    assert config.choice.extend_select == ("titles",)
    assert config.overrides[0].choice.extend_select == ("quote",)
    assert config.profiles["night"].fail_on == "never"
    desk = Linter(RunSettings(config))
    for path, words in (("b", 7), ("a", 8)):
        prepared = desk.prepared_for(path)
        assert prepared.choice_for(path).options == {"sentence/run-on": {"max_words": words}}
        assert prepared.rules_for(path)


def test_packs_and_facts_understand_underscores_too() -> None:
    pack = read_pack(
        "p.toml",
        '[[entry]]\navoid = ["a b"]\nunless_near = ["c"]\ngood = ["a"]\nbad = ["[[a b]]"]\n'
        '[style]\nname = "x"\nquote_marks = "single"\n',
    )
    assert pack.entries[0].unless_near == ("c",)
    assert pack.style.settings == (("quote-marks", "single"),)
    table = read_table(
        "f.toml",
        '[sources.s]\nname = "s"\nlicence = "s"\nas_of = 2026-01-02\n[[office]]\nid = "a/b"\n'
        'titles = ["T"]\nholders = [{ name = "N", since = 2020-01-02, until_about = 2021-01-02 }]\n',
    )
    assert table.sources["s"].as_of == "2026-01-02"
    assert table.rows[0].until == "2021-01-02"


def test_no_rules_is_an_error(folder: Path) -> None:
    with pytest.raises(NoRules, match="no rules selected"):
        Linter(RunSettings(load(folder, "ignore = ['all']")))


def test_overrides_hold_for_their_paths_only(folder: Path) -> None:
    desk = Linter(
        RunSettings(
            load(
                folder,
                """
        [severity]
        "stet/cq" = "fix"
        [[override]]
        paths = ["opinion/**", "*.html"]
        ignore = ["stet/unused"]
        severity = { "stet/cq" = "ask" }
        """,
            )
        )
    )
    plain, opinion = desk.prepared.rules_for("news/a.md"), desk.prepared.rules_for("opinion/x/a.md")
    assert "stet/unused" in plain.severities
    assert "stet/unused" not in opinion.severities
    assert str(plain.forced["stet/cq"]) == "fix"
    assert str(opinion.forced["stet/cq"]) == "ask"
    assert desk.prepared.rules_for("news/a.html").severities == opinion.severities


def test_exclude_takes_gitignore_patterns(folder: Path) -> None:
    desk = Linter(RunSettings(load(folder, "exclude = ['archive/', '*.draft.md']")))
    assert desk.configs.excluded(os.path.join("archive", ""))
    assert desk.configs.excluded("x.draft.md")
    assert not desk.configs.excluded("x.md")


def test_a_newsrooms_terms_may_stand_without_a_rule(folder: Path) -> None:
    write(folder / "house.toml", '[forms]\nadviser = ["advisor"]\n')
    desk = Linter(RunSettings(load(folder, "terms = ['house.toml']")))
    report = desk.check_bytes("x.txt", b"Talks go on\n\nThe advisor left the room at noon.\n")
    (found,) = report.findings
    assert (found.rule, found.range.text) == ("house/terms", "advisor")


def test_lines_are_found_for_keys_in_tables_and_arrays() -> None:
    source = Source("x.toml", 'a = 1\n[b."c/d"]\ne = 2\n[[f]]\ng = 1\n[[f]]\n"g" = 2\n')
    assert source.line_of("a") == 1
    assert source.line_of("b", "c/d", "e") == 3
    assert source.line_of("b", "c/d", "missing") == 2
    assert source.line_of("f", 0, "g") == 5
    assert source.line_of("f", 1, "g") == 7
    assert source.line_of("f", 1) == 6
    assert not source.has("z")


def test_did_you_mean_helps_with_slips_and_bare_names() -> None:
    known = {"spelling/typo", "titles/stale"}
    assert did_you_mean("speling/typo", known) == "; did you mean 'spelling/typo'?"
    assert did_you_mean("stale", known) == "; did you mean 'titles/stale'?"
    assert did_you_mean("zzz", known) == ""
