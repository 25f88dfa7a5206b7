"""The config nearest to a draft is the one that counts for it, as people know it from ruff."""

from __future__ import annotations

import json
import os
import subprocess
import time
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from copydesk.cli import main
from copydesk.config import Config
from copydesk.config.load import load_config
from copydesk.config.nearest import Configs
from copydesk.model.errors import DataError
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings

if TYPE_CHECKING:
    from copydesk.files.tree import Tree

TWICE = "Two tugs pulled the the barge ashore, the pilot said.\n"
SHED = "The boathouse burned down overnight, the warden said.\n"
HOUSE = (
    '[[entry]]\nuse = "boat house"\navoid = ["boathouse"]\nsource = "the desk"\nnote = "Two words."\n'
    'good = ["A boat house."]\nbad = ["A [[boathouse]]."]\n'
)
Check = Callable[..., tuple[int, list[str], str]]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Check:
    """``check(*words)``: the exit status, the findings and what is on standard error."""

    def run(*words: str) -> tuple[int, list[str], str]:
        capsys.readouterr()
        status = main(["check", "--format", "concise", "-q", *words])
        out, err = capsys.readouterr()
        return status, [line.partition(" ")[0].rstrip(":") for line in out.splitlines()], err

    return run


def put(name: str, text: str) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    os.utime(path, (time.time() - 100,) * 2)
    return path


def desks() -> None:
    """A newsroom with a config, a desk with one of its own, and a desk without."""
    put("copydesk.toml", 'ignore = ["leftover"]\n')
    put("sport/copydesk.toml", 'ignore = ["sentence/doubled-word"]\n')
    for name in ("one.md", "sport/two.md", "sport/rowing/three.md", "city/four.md"):
        put(name, TWICE)


ALL = ["city/four.md:1:17", "one.md:1:17"]


class TestWhichCounts:
    def test_in_folders(self, check: Check) -> None:
        desks()
        assert check() == (1, ALL, "")
        assert check("sport") == (0, [], "")
        assert check("city", "sport/rowing") == (1, ALL[:1], "")

    def test_for_files_that_are_named(self, check: Check, home: Path) -> None:
        desks()
        names = ("sport/rowing/three.md", "city/four.md", "sport/two.md", "one.md")
        assert check(*names) == (1, ALL, "")
        assert check(*(str(home / name) for name in names))[0] == 1
        assert check(str(home / "sport" / "two.md")) == (0, [], "")
        assert check("./city/../sport/two.md") == (0, [], "")

    def test_nothing_is_merged_without_extend(self, check: Check) -> None:
        desks()
        put("copydesk.toml", 'ignore = ["sentence"]\n')
        put("sport/copydesk.toml", 'date = "2025-04-15"\n')
        assert check() == (1, ["sport/rowing/three.md:1:17", "sport/two.md:1:17"], "")
        put("sport/copydesk.toml", 'extend = "../copydesk.toml"\ndate = "2025-04-15"\n')
        assert check() == (0, [], "")

    def test_pyproject_counts_with_our_table_only(self, check: Check) -> None:
        desks()
        put("city/pyproject.toml", '[project]\nname = "city"\n')
        assert check() == (1, ALL, "")
        put("city/pyproject.toml", '[tool.copydesk]\nignore = ["sentence"]\n')
        assert check() == (1, ALL[1:], "")
        put("city/copydesk.toml", "")  # of the two in a folder, this one
        assert check() == (1, ALL, "")

    def test_the_one_named_on_the_command_line_counts_for_all(self, check: Check) -> None:
        desks()
        put("other.toml", 'ignore = ["sentence"]\n')
        assert check("--config", "other.toml") == (0, [], "")
        assert len(check("--config", "copydesk.toml")[1]) == 4

    def test_the_command_line_wins(self, check: Check) -> None:
        desks()
        assert check("--ignore", "sentence") == (0, [], "")
        rowing = ["sport/rowing/three.md:1:17", "sport/two.md:1:17"]
        assert check("--select", "sentence") == (1, ALL + rowing, "")  # whatever they ignore

    def test_from_within_and_from_beside(
        self, check: Check, home: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desks()
        monkeypatch.chdir(home / "sport")
        assert check() == (0, [], "")
        assert check("../city/four.md", "two.md") == (1, ["../city/four.md:1:17"], "")
        monkeypatch.chdir(home / "city")
        assert check("../sport", ".") == (1, ["four.md:1:17"], "")

    def test_the_config_of_the_first_draft_is_nobody_elses(self, check: Check) -> None:
        put("sport/copydesk.toml", 'ignore = ["sentence"]\n')
        put("sport/two.md", TWICE)
        put("city/four.md", TWICE)
        assert check("sport/two.md", "city/four.md") == (1, ALL[:1], "")

    def test_a_draft_without_any_has_that_of_the_run(self, tmp_path: Path, check: Check) -> None:
        put("copydesk.toml", 'ignore = ["sentence"]\n')
        put(str(tmp_path / "elsewhere" / "five.md"), TWICE)
        assert check(str(tmp_path / "elsewhere" / "five.md")) == (0, [], "")

    def test_a_draft_from_standard_input_by_its_name(
        self, check: Check, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desks()
        for name, found in (("sport/new.md", []), ("city/new.md", ["city/new.md:1:17"])):
            monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(TWICE.encode())))
            assert check("-", "--stdin-filename", name)[1] == found

    def test_a_line_of_a_batch_by_its_path(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        desks()
        put("bad/copydesk.toml", "stile = 1\n")
        paths = ("sport/new.md", "city/new.md", "bad/new.md", "")
        lines = "".join(json.dumps({"text": TWICE, "path": path}) + "\n" for path in paths)
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(lines.encode())))
        assert main(["check", "--batch"]) == 2
        told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [len(one["findings"]) for one in told] == [0, 1, 0, 1]
        assert "bad/copydesk.toml:1: unknown key 'stile'" in told[2]["errors"][0]["message"]

    def test_in_the_library_only_the_one_that_is_named(self) -> None:
        from copydesk import check_paths

        desks()
        assert len(check_paths(["."]).findings) == 4
        assert len(check_paths(["."], config="sport/copydesk.toml").findings) == 0


class TestWhatItSets:
    def test_paths_are_relative_to_it(self, check: Check) -> None:
        put("copydesk.toml", 'exclude = ["old/"]\n')
        put(
            "sport/copydesk.toml",
            'terms = ["lists/house.toml"]\nexclude = ["/late/"]\n'
            '[[override]]\npaths = ["tables/**"]\nignore = ["house"]\n',
        )
        put("sport/lists/house.toml", HOUSE)
        for name in ("a.md", "old/b.md", "late/c.md", "sport/d.md", "sport/old/e.md",
                     "sport/late/f.md", "sport/tables/g.md", "tables/h.md"):  # fmt: skip
            put(name, SHED)
        assert check() == (0, ["sport/d.md:1:5", "sport/old/e.md:1:5"], "")

    def test_what_is_excluded_is_said_by_the_config_of_its_folder(self) -> None:
        put("copydesk.toml", 'exclude = ["sport/"]\n')
        put("sport/copydesk.toml", 'exclude = ["*.tmp.md"]\n')
        configs = Configs(load_config("copydesk.toml"), nested=True)
        assert configs.excluded("sport/")
        assert not configs.excluded("sport/a.md")
        assert configs.excluded("sport/a.tmp.md")
        assert not configs.excluded("a.tmp.md")

    def test_facts(self, check: Check) -> None:
        put("copydesk.toml", "")
        put("city/copydesk.toml", 'facts = ["council.toml"]\n')
        put(
            "city/council.toml",
            '[sources.hall]\nname = "Town hall"\nlicence = "own"\nas-of = 2026-05-01\n'
            '[[office]]\nid = "elmsea/warden"\nof = ["Elmsea"]\ntitles = ["Warden"]\nholders = [\n'
            '{ name = "Oda Brandvold", since = 2010-01-01, until = 2019-12-31 },\n'
            '{ name = "Piet Aalders", since = 2020-01-01 },\n]\n',
        )
        story = "---\ndate: 2025-04-15\n---\n\nElmsea Warden Oda Brandvold spoke on Monday.\n"
        put("city/a.md", story)
        put("port/a.md", story)
        assert check("--select", "titles") == (1, ["city/a.md:5:1"], "")

    def test_date_and_encoding(self, check: Check) -> None:
        text = "Former U.S. President Donald Trump sat by the quay, the Caf\xe9 owner said.\n"
        put("copydesk.toml", 'date = "2025-04-15"\n')
        put("old/copydesk.toml", 'date = "2023-04-15"\nencoding = "cp1252"\n')
        for name in ("a.txt", "old/a.txt"):
            put(name, "").write_bytes(text.encode("cp1252"))
        status, found, told = check("--select", "titles")
        assert status == 2
        assert not found
        assert told.count("\n") == 1
        assert told.startswith("copydesk: a.txt: not UTF-8")
        put("a.txt", text)
        assert check("--select", "titles")[1] == ["a.txt:1:1"]

    def test_how_many_names_it_takes(self, check: Check) -> None:
        put("copydesk.toml", "")
        put("city/copydesk.toml", '[stet]\nsentence = "two"\n')
        for name in ("port/a.md", "city/a.md"):
            put(name, TWICE)
            words = (name, "sentence/doubled-word", "the the", "--why", "sic", "--who", "Ines")
            assert main(["stet", "add", *words]) == 0
        assert check() == (1, ["city/a.md:1:17"], "")
        assert Path(".copydesk/stet.toml").exists() != Path("city/.copydesk/stet.toml").exists()

    def test_a_readability_limit(self) -> None:
        put("copydesk.toml", "[readability]\nsentence = 50\n")
        put("sport/copydesk.toml", "[readability]\nsentence = 5\n")
        put("a.md", TWICE)
        assert main(["readability", "."]) == 0
        put("sport/a.md", TWICE)
        assert main(["readability", "."]) == 1

    def test_what_is_of_the_run_comes_from_the_run(self, check: Check) -> None:
        put("copydesk.toml", 'fail-on = "never"\n[profile.night]\nfail-on = "stop"\n')
        put("sport/copydesk.toml", 'fail-on = "ask"\n[profile.dawn]\nfinal = true\n')
        put("sport/a.md", TWICE)
        assert check() == (0, ["sport/a.md:1:17"], "")
        assert check("--profile", "night")[0] == 0
        status, _, told = check("--profile", "dawn")
        assert status == 2
        assert "unknown profile 'dawn'" in told

    def test_names_are_compared_by_the_rules_of_each_draft(self, check: Check) -> None:
        across = 'select = ["spelling/across-stories"]\n'
        put("copydesk.toml", across)
        put("sport/copydesk.toml", 'select = ["sentence"]\n')
        put("a.md", "Volodymyr Zelenskyy spoke in the hall.\n")
        put("b.md", "Volodymyr Zelenskyy spoke in the yard.\n")
        put("sport/c.md", "Volodymyr Zelensky watched the final.\n")
        assert check("--fail-on", "ask") == (0, [], "")
        put("sport/copydesk.toml", across)
        assert check("--fail-on", "ask")[0] == 1

    def test_rules_of_its_own_packs_are_explained_in_reports(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        rule = (
            '[rule]\nid = "river/shed"\nseverity = "stop"\nsummary = "Two words."\nwhy = "Eyes."\n'
        )
        put("sport/copydesk.toml", 'terms = ["house.toml"]\n')
        put("sport/house.toml", rule + HOUSE)
        put("copydesk.toml", "")
        put("sport/a.md", SHED + TWICE)
        main(["check", "--format", "sarif", "."])
        log = json.loads(capsys.readouterr().out)
        rules = log["runs"][0]["tool"]["driver"]["rules"]
        assert [one["id"] for one in rules] == ["river/shed", "sentence/doubled-word"]
        assert rules[0]["shortDescription"]["text"] == "Two words."

    def test_fixes(self, check: Check) -> None:
        desks()
        assert check("--fix", ".")[0] == 0
        names = ("one.md", "sport/two.md", "sport/rowing/three.md", "city/four.md")
        assert [Path(name).read_text() == TWICE for name in names] == [False, True, True, False]


class TestWrong:
    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ('stile = "ap"\n', "sport/copydesk.toml:1: unknown key 'stile'; did you mean 'style'?"),
            ("ignore = [\n", "sport/copydesk.toml:"),
            (
                '\nignore = ["sentense"]\n',
                "sport/copydesk.toml:2: unknown rule or group 'sentense'",
            ),
            ('terms = ["none.toml"]\n', "sport/copydesk.toml:1: none.toml: no such file"),
            ('select = ["all"]\nignore = ["all"]\n', "sport/copydesk.toml:1: no rules selected"),
            ('style = "gardian"\n', "sport/copydesk.toml:1: unknown house style 'gardian'"),
            ('extend = "nothing.toml"\n', "sport/copydesk.toml:1: nothing.toml: no such file"),
            ('required-version = ">=99"\n', "sport/copydesk.toml:1: copydesk >=99 is required"),
        ],
    )
    @pytest.mark.parametrize("words", [(), ("sport/a.md",), ("b.md", "sport"), ("--fix", "."),
                                       ("--no-cache",)])  # fmt: skip
    def test_one_line_names_the_file(
        self, check: Check, words: tuple[str, ...], text: str, told: str
    ) -> None:
        put("copydesk.toml", "")
        put("sport/copydesk.toml", text)
        put("b.md", TWICE)
        put("sport/a.md", TWICE)
        status, found, err = check(*words)
        assert (status, found) == (2, [])
        assert err.startswith(f"copydesk: {told}")
        assert err.count("\n") == 1
        assert Path("b.md").read_text() == TWICE  # nothing is written before all is known

    def test_what_the_command_line_selects_runs_whatever_a_config_ignores(
        self, check: Check
    ) -> None:
        put("a.md", TWICE)
        put("copydesk.toml", 'ignore = ["sentence"]\nextend-select = ["titles"]\n')
        assert check(".")[0] == 0
        for word in ("sentence/doubled-word", "sentence"):
            status, found, _ = check("--select", word, ".")
            assert (status, len(found)) == (1, 1)
        status, found, err = check("--select", "sentence", "--ignore", "sentence")
        assert (status, found) == (2, [])
        assert err == "copydesk: --select: no rules selected, so nothing would be checked\n"

    def test_what_an_override_selects_runs_whatever_the_config_ignores(self, check: Check) -> None:
        put("a.md", TWICE)
        put("b.md", TWICE)
        put(
            "copydesk.toml",
            'ignore = ["sentence"]\n[[override]]\npaths = ["a.md"]\nselect = ["sentence"]\n',
        )
        status, found, _ = check(".")
        assert (status, len(found)) == (1, 1)
        assert "a.md" in str(found[0])

    def test_one_that_is_for_no_draft_of_the_run_does_not_matter(self, check: Check) -> None:
        put("sport/copydesk.toml", "ignore = [\n")
        put("sport/a.md", TWICE)
        put("b.md", SHED)
        assert check("b.md") == (0, [], "")
        with pytest.raises(DataError):
            Configs(Config(), nested=True).of("sport/a.md")


class TestKept:
    def test_a_result_is_as_old_as_the_config(self, check: Check) -> None:
        desks()
        for _ in range(2):
            assert check() == (1, ALL, "")
        put("sport/copydesk.toml", "")
        for _ in range(2):
            assert len(check()[1]) == 4
        put("sport/copydesk.toml", 'ignore = ["sentence/doubled-word"]\n')
        assert check() == (1, ALL, "")
        Path("sport/copydesk.toml").unlink()
        assert len(check()[1]) == 4
        put("sport/rowing/copydesk.toml", 'ignore = ["sentence"]\n')
        assert len(check()[1]) == 3

    def test_and_as_its_lists(self, check: Check) -> None:
        put("copydesk.toml", "")
        put("sport/copydesk.toml", 'terms = ["house.toml"]\n')
        put("sport/house.toml", HOUSE)
        put("a.md", SHED)
        put("sport/b.md", SHED)
        for _ in range(2):
            assert check("--fail-on", "style") == (1, ["sport/b.md:1:5"], "")
        put("sport/house.toml", HOUSE.replace("boathouse", "boatshed"))
        for _ in range(2):
            assert check("--fail-on", "style") == (0, [], "")

    def test_and_for_drafts_that_are_compared_only(
        self, check: Check, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("copydesk.run.result_cache._RACY", 0)
        rules = 'select = ["spelling/across-stories", "spelling/typo"]\n'
        words = ("--fail-on", "ask", "a.md", "--beside", "sport")
        put("copydesk.toml", rules)
        put("sport/copydesk.toml", rules + 'encoding = "cp1252"\n')
        put("a.md", "Volodymyr Zelenskyy spoke.\n")
        put("sport/b.md", "Volodymyr Zelensky sang.\n")
        expected = check(*words)
        assert expected[0] == 1
        put("sport/copydesk.toml", rules + 'ignore = ["spelling/across-stories"]\n')
        for _ in range(2):
            assert check(*words) == (0, [], "")
        put("sport/copydesk.toml", 'encoding = "cp1252"\n')
        for _ in range(2):
            assert check(*words) == expected

    def test_preview_is_not_forgotten(self, check: Check) -> None:
        rule = (
            '[rule]\nid = "river/shed"\nseverity = "stop"\nsummary = "Two."\nwhy = "Eyes."\n'
            "preview = true\n"
        )
        put("copydesk.toml", 'terms = ["house.toml"]\n')
        put("house.toml", rule + HOUSE)
        put("a.md", SHED)
        put("b.md", SHED)
        for _ in range(2):
            assert check() == (0, [], "")
            assert check("--preview")[0] == 1


def test_each_folder_is_looked_at_once(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    desks()
    looked: list[str] = []

    def look(folder: str, tree: Tree) -> str | None:
        looked.append(folder)
        own = os.path.join(folder, "copydesk.toml")
        return own if os.path.isfile(own) else None

    monkeypatch.setattr("copydesk.config.nearest.config_in", look)
    configs = Configs(load_config("copydesk.toml"), nested=True)
    run = configs.of("one.md")
    for number in range(20):
        assert configs.of(f"city/hall/{number}.md") is run
        assert configs.of(f"./city/{number}.md") is run
        assert configs.of(f"sport/rowing/{number}.md") is configs.of(f"sport/{number}.md")
        assert configs.of(str(home / "sport" / f"{number}.md")) is not run
    below = ("city/hall", "city", "sport/rowing", "sport")
    assert looked == [str(home / name) for name in below]


def test_one_set_of_rules_for_each_config() -> None:
    desks()
    linter = Linter(RunSettings(load_config("copydesk.toml"), nested=True))
    assert linter.prepared_for("city/x.md") is linter.prepared
    assert linter.prepared_for("") is linter.prepared
    assert linter.prepared_for("sport/x.md") is linter.prepared_for("sport/rowing/y.md")
    assert linter.configs.used(["sport/x.md", "city/x.md", "sport/y.md"])[1:] == [
        linter.prepared_for("sport/x.md").config
    ]


def test_config_shows_what_counts_for_a_draft(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    desks()
    put("sport/copydesk.toml", '[[override]]\npaths = ["rowing/"]\nselect = ["sentence"]\n')
    assert main(["config"]) == 0
    assert f"# config files: {home / 'copydesk.toml'}\n" in capsys.readouterr().out
    assert main(["config", "sport/rowing/new.md"]) == 0
    out = capsys.readouterr().out
    assert f"# config files: {home / 'sport' / 'copydesk.toml'}\n" in out
    assert "rules run on sport/rowing/new.md:" in out
    assert "spelling/typo" not in out
    assert main(["config", "--config", "copydesk.toml", "sport/two.md"]) == 0
    assert f"# config files: {home / 'copydesk.toml'}\n" in capsys.readouterr().out


@pytest.mark.process
class TestProcesses:
    def test_in_several(self, check: Check) -> None:
        desks()
        for words in (("--jobs", "2"), ("--jobs", "2", "--no-cache"), ("--jobs", "2")):
            assert check(*words) == (1, ALL, "")

    def test_a_config_changed_meanwhile_is_not_read_twice(self) -> None:
        """Workers get the configs that were read, whatever lies there when they start."""
        import pickle

        desks()
        configs = Configs(load_config("copydesk.toml"), nested=True)
        assert configs.of("sport/two.md").choice.ignore
        put("sport/copydesk.toml", "")
        sent: Configs = pickle.loads(pickle.dumps(configs))
        assert sent.of("sport/two.md").choice.ignore == ("sentence/doubled-word",)

    def test_of_what_has_changed(self, check: Check, home: Path) -> None:
        desks()

        def git(*words: str) -> None:
            who = ("-c", "user.name=x", "-c", "user.email=x@example.com")
            subprocess.run(["git", *who, *words], cwd=home, check=True, capture_output=True)

        git("init", "-q")
        git("commit", "-q", "--allow-empty", "-m", "begin")
        git("add", ".")
        assert check("--staged") == (1, ALL, "")
        put("city/four.md", SHED * 2)  # the staged one still has the fault
        assert check("--staged") == (1, ALL, "")
        assert check("--changed-since", "HEAD") == (1, ALL[1:], "")
