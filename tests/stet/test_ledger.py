"""The stet ledger: what was let stand, and how long it stands."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.cli import main
from copydesk.model.errors import DataError
from copydesk.stet.ledger import Entry, Key, Ledger, read_ledger
from copydesk.stet.save import person

STORY = "The chicken Kiev was hot. Talks in Kiev went on.\n\nHe left Kiev at noon.\n"
RULE = "spelling/house-form"
DAY = ("--date", "2025-04-15")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", "/dev/null")
    (tmp_path / "gitconfig").write_text("[user]\nname = Jane Poe\nemail = jane@desk.example\n")
    (tmp_path / "a.txt").write_text(STORY, "utf-8")


def check(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str]]:
    capsys.readouterr()
    status = main(["check", *DAY, "--format", "concise", "-q", *words])
    return status, capsys.readouterr().out.splitlines()


def stand(*words: str, rule: str = RULE, about: str = "Kiev", why: str = "it is meant") -> int:
    return main(["stet", "add", "a.txt", rule, about, "--why", why, *DAY, *words])


@pytest.mark.process
def test_it_holds_while_the_words_and_their_sentence_stay(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert check(capsys)[0] == 1
    assert stand() == 0
    assert check(capsys) == (0, [])
    path = Path("a.txt")
    path.write_text("A line above.\n\n" + STORY.replace("\n\n", "\n\nMore of it.\n\n"), "utf-8")
    assert check(capsys) == (0, [])
    path.write_text(STORY.replace("at noon", "at night"), "utf-8")
    status, lines = check(capsys)
    assert status == 1
    assert [line.split(" ")[2] for line in lines] == [RULE, "stet/unused"] or [
        line.split(" ")[2] for line in lines
    ] == ["stet/unused", RULE]
    assert all(line.startswith("a.txt:3:") for line in lines)
    assert "no longer applies: its sentence has changed" in "".join(lines)


@pytest.mark.process
def test_who_when_why(capsys: pytest.CaptureFixture[str]) -> None:
    stand()
    text = Path(".copydesk/stet.toml").read_text("utf-8")
    assert 'who = "Jane Poe <jane@desk.example>"' in text
    assert 'why = "it is meant"' in text
    assert text.count("[[stet]]") == 2
    capsys.readouterr()
    main(["stet", "list", "--format", "json"])
    rows = json.loads(capsys.readouterr().out)["entries"]
    assert {(row["rule"], row["file"], row["words"]) for row in rows} == {(RULE, "a.txt", "Kiev")}


@pytest.mark.process
def test_an_entry_that_holds_nothing_is_found_and_pruned(
    capsys: pytest.CaptureFixture[str],
) -> None:
    stand()
    Path("a.txt").write_text(STORY.replace("He left Kiev", "He left Kyiv"), "utf-8")
    status, lines = check(capsys)
    assert status == 0 and len(lines) == 1 and "stet/unused" in lines[0]
    assert main(["stet", "prune", "--dry-run"]) == 0
    assert Path(".copydesk/stet.toml").read_text("utf-8").count("[[stet]]") == 2
    assert main(["stet", "prune"]) == 0
    assert Path(".copydesk/stet.toml").read_text("utf-8").count("[[stet]]") == 1
    assert check(capsys) == (0, [])
    Path("a.txt").unlink()
    assert main(["stet", "prune"]) == 0
    assert Path(".copydesk/stet.toml").read_text("utf-8").count("[[stet]]") == 0


@pytest.mark.process
def test_nothing_is_said_of_entries_whose_rule_did_not_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    stand()
    Path("a.txt").write_text("Nothing here.\n", "utf-8")
    assert check(capsys, "--ignore", "spelling") == (0, [])
    assert len(check(capsys)[1]) == 2


@pytest.mark.process
def test_a_rule_that_is_no_more(capsys: pytest.CaptureFixture[str]) -> None:
    stand()
    path = Path(".copydesk/stet.toml")
    path.write_text(path.read_text("utf-8").replace(RULE, "spelling/gone"), "utf-8")
    _, lines = check(capsys)
    assert sum("stet/unused" in line for line in lines) == 2
    assert main(["check", *DAY]) == 1
    assert "Unknown rule 'spelling/gone'" in " ".join(capsys.readouterr().out.split())


@pytest.mark.process
@pytest.mark.parametrize("demand", ["stop", RULE, "spelling"])
def test_a_second_name(capsys: pytest.CaptureFixture[str], demand: str) -> None:
    Path("copydesk.toml").write_text(f'[stet]\n"{demand}" = "two"\n', "utf-8")
    assert stand() == 0
    assert "A second name is needed" in capsys.readouterr().out
    assert check(capsys)[0] == 1
    main(["check", *DAY])
    said = " ".join(capsys.readouterr().out.split())
    assert "Let stand by Jane Poe" in said and "a second name is needed" in said
    assert stand() == 0  # the same person again is no second
    assert check(capsys)[0] == 1
    assert stand("--who", "Joe Roe") == 0
    assert check(capsys) == (0, [])
    assert 'second = "Joe Roe"' in Path(".copydesk/stet.toml").read_text("utf-8")


def test_a_wrong_demand_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    Path("copydesk.toml").write_text('[stet]\nstop = "three"\n', "utf-8")
    assert main(["check", *DAY]) == 2
    assert "copydesk.toml:2" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[stet]]\nrule = 1\n", "the entry has no file"),
        ("stet = 3\n", "write each entry as a [[stet]] table"),
        ("[[stet\n", "not valid TOML"),
        ("[[stet]]\nruel = ''\n", "did you mean 'rule'"),
        ("[other]\n", "unknown key 'other'"),
    ],
)
def test_a_broken_ledger_stops_the_check(
    text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(".copydesk").mkdir()
    Path(".copydesk/stet.toml").write_text(text, "utf-8")
    assert main(["check", *DAY]) == 2
    error = capsys.readouterr().err
    assert said in error and "stet.toml:" in error


@pytest.mark.process
def test_what_is_held_back_is_not_fixed(capsys: pytest.CaptureFixture[str]) -> None:
    stand()
    assert main(["check", "--fix", "--suggested", *DAY]) == 0
    assert Path("a.txt").read_text("utf-8") == STORY


@pytest.mark.process
def test_the_ledger_lies_at_the_top_of_the_repository(capsys: pytest.CaptureFixture[str]) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    Path("desk/city").mkdir(parents=True)
    Path("a.txt").rename("desk/city/ä b.txt")
    words = ["stet", "add", "desk/city/ä b.txt", RULE, "Kiev", "--why", "x", *DAY]
    assert main(words) == 0
    assert 'file = "desk/city/ä b.txt"' in Path(".copydesk/stet.toml").read_text("utf-8")
    assert check(capsys) == (0, [])


@pytest.mark.process
def test_what_is_not_there_cannot_be_let_stand(capsys: pytest.CaptureFixture[str]) -> None:
    assert stand(about="Kyiv") == 2
    assert "it has on “Kiev”" in capsys.readouterr().err
    assert stand(why="  ") == 2
    assert not Path(".copydesk").exists()


@pytest.mark.process
def test_lists(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stet", "list"]) == 0
    assert "No findings have been let stand" in capsys.readouterr().out
    stand()
    stand("--who", "Joe Roe", about="Kiev")
    for by, head in [("person", "Jane Poe"), ("rule", RULE), ("file", "a.txt"), ("age", "20")]:
        capsys.readouterr()
        assert main(["stet", "list", "--by", by]) == 0
        assert capsys.readouterr().out.startswith(head)
    for words, number in [(["--rule", "spelling"], 2), (["--rule", "titles"], 0), (["--who", "joe"], 2),
                          (["--file", "b.txt"], 0), (["--older", "3"], 0)]:  # fmt: skip
        capsys.readouterr()
        main(["stet", "list", *words])
        assert capsys.readouterr().out.count("(Jane") == number


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


@given(st.lists(st.tuples(TEXT, TEXT, TEXT, TEXT, TEXT, TEXT), max_size=5))
def test_what_is_written_is_read(rows: list[tuple[str, ...]]) -> None:
    import tempfile

    ledger = Ledger("x/.copydesk/stet.toml")
    for rule, file, words, context, who, why in rows:
        ledger = ledger.with_entry(Entry(Key(rule, file, words, context), who, "2026-01-02", why))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stet.toml"
        path.write_bytes(ledger.text.encode("utf-8"))
        assert read_ledger(str(path)).entries == ledger.entries
    assert ledger.without([entry.key for entry in ledger.entries]).entries == ()


def test_comments_and_other_entries_stay(tmp_path: Path) -> None:
    path = tmp_path / "stet.toml"
    one, two = (
        f'[[stet]]  # {name}\nrule = "a/b"\nfile = "{name}"\nwords = "w"\ncontext = "c"\n'
        'who = "x"\nwhen = 2026-01-02\nwhy = "y"\n# a note\n\n' for name in ("one", "two")
    )  # fmt: skip
    path.write_text("# top\n" + one + two, "utf-8")
    ledger = read_ledger(str(path))
    assert ledger.without([ledger.entries[0].key]).text == "# top\n" + two


@pytest.mark.process
def test_somebody_else_changed_the_ledger(tmp_path: Path) -> None:
    from copydesk.stet.save import save_ledger

    stand()
    path = tmp_path / ".copydesk" / "stet.toml"
    before = read_ledger(str(path))
    path.write_text(before.text + "\n# mine\n", "utf-8")
    with pytest.raises(DataError, match="changed"):
        save_ledger(before, before.without([before.entries[0].key]))
    assert path.read_text("utf-8").endswith("# mine\n")


@pytest.mark.process
def test_who_is_at_the_desk_without_git(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("LOGNAME", "poe")
    assert person(str(tmp_path)) == "poe"
