"""Accepted words from the config to the report, and ``copydesk accept``."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.files import tree
from tests.gitting import git

STORY = """\
Chancellor Karl Wendelmaier arrived.

The cabinet met Wendelmaier, and Wendelmeier’s deputy took notes. The goverment is in Kiev.
"""
NEAR, TYPO, FORM = "spelling/near-miss", "spelling/typo", "spelling/house-form"
Capsys = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "desk"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    put("a.md", STORY)
    return folder


def put(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, "utf-8", newline="")


def accepting(*words: str, more: str = "") -> None:
    put("copydesk.toml", f'accept = ["words.txt"]\n{more}')
    put("words.txt", "\n".join(words) + "\n")


def found(capsys: Capsys, *words: str) -> list[tuple[str, str, str]]:
    """The rule, the severity and the words of each finding."""
    capsys.readouterr()
    args = ["check", "--format", "json", "--date", "2025-04-15", *(words or ("a.md",))]
    main([*args, "--select", "spelling"])
    report = json.loads(capsys.readouterr().out)
    return [(one["rule"], one["severity"], one["text"]) for one in report["findings"]]


def run(capsys: Capsys, *words: str) -> tuple[int, list[str], str]:
    capsys.readouterr()
    status = main(["accept", *words])
    out, err = capsys.readouterr()
    return status, out.splitlines(), err


ALL = [
    (NEAR, "stop", "Wendelmeier"), (TYPO, "fix", "goverment"), (FORM, "stop", "Kiev"),
]  # fmt: skip


class TestRules:
    def test_nothing_is_accepted_without_a_list(self, capsys: Capsys) -> None:
        assert found(capsys) == ALL

    @pytest.mark.parametrize(
        ("word", "silent"),
        [("goverment", TYPO), ("Goverment", ""), ("Kiev  # the dish", FORM), ("kiev", FORM),
         ("chicken Kiev", ""), ("KIEV", ""), ("in Kiev", FORM), ("Kiev’s", "")],
    )  # fmt: skip
    def test_an_accepted_word_is_silent(self, capsys: Capsys, word: str, silent: str) -> None:
        accepting(word)
        assert found(capsys) == [one for one in ALL if one[0] != silent]

    def test_of_two_names_the_one_that_is_not_accepted_is_asked_about(self, capsys: Capsys) -> None:
        accepting("Wendelmeier")
        assert found(capsys) == [(NEAR, "ask", "Wendelmaier"), *ALL[1:]]
        accepting("Wendelmaier")
        assert found(capsys) == ALL
        accepting("Wendelmaier", "Wendelmeier")
        assert found(capsys) == ALL[1:]

    def test_an_accepted_form_is_not_the_wrong_one_of_two(self, capsys: Capsys) -> None:
        put("a.md", "Volodymyr Zelenskyy met Zelenskyy’s aides. Zelenskiy left.\n")
        rule = "spelling/inconsistent"
        assert found(capsys) == [(rule, "fix", "Zelenskiy")]
        accepting("Zelenskiy")
        assert found(capsys) == [(rule, "fix", "Zelenskyy"), (rule, "fix", "Zelenskyy")]
        accepting("Zelenskiy", "Zelenskyy")
        assert found(capsys) == []

    def test_also_between_drafts(self, capsys: Capsys) -> None:
        put("a.md", "Volodymyr Zelenskiy spoke.\n")
        put("b.md", "Volodymyr Zelenskyy and Zelenskyy’s aides came.\n")
        put("c.md", "Later, Zelenskyy left.\n")
        rule = "spelling/across-stories"
        assert found(capsys, ".") == [(rule, "ask", "Zelenskiy")]
        accepting("Zelenskiy", "Zelenskyy")
        assert found(capsys, ".") == []

    def test_a_spelling_of_the_other_side_is_accepted(self, capsys: Capsys) -> None:
        put("a.md", "The theatre and its colour are new.\n")
        accepting("colour", more='style = "ap"\n')
        words = [text for rule, _, text in found(capsys) if rule == "spelling/dialect"]
        assert words == ["theatre"]

    def test_other_rules_do_not_ask(self, capsys: Capsys) -> None:
        put("a.md", "They left left at noon, the the port said.\n")
        accepting("the", "left", "the the")
        main(["check", "--format", "concise", "--select", "sentence", "a.md"])
        assert "sentence/doubled-word" in capsys.readouterr().out

    def test_what_the_newsrooms_own_list_avoids_stays(self, capsys: Capsys) -> None:
        put("own.toml", '[rule]\nid = "spelling/house-form"\n[forms]\nQuorn = ["Kworn"]\n')
        put("a.md", "They ate Kworn in Kiev.\n")
        accepting("Kworn", "Kiev", more='terms = ["own.toml"]\n')
        assert found(capsys) == [(FORM, "stop", "Kworn")]

    def test_a_style_gives_way(self, capsys: Capsys) -> None:
        put("a.md", "They met in Kiev.\n")
        accepting("Kiev", more='style = "ap"\n')
        assert found(capsys) == []

    def test_lists_of_several_files_and_of_an_extended_config(self, capsys: Capsys) -> None:
        put("base.toml", 'accept = ["names/people.txt"]\n')
        put("names/people.txt", "Wendelmaier\nWendelmeier\n")
        put("copydesk.toml", 'extend = "base.toml"\naccept = ["words.txt"]\n')
        put("words.txt", "goverment\n")
        assert found(capsys) == ALL[2:]

    def test_only_the_nearest_config_counts(self, capsys: Capsys) -> None:
        accepting("goverment")
        put("sport/copydesk.toml", "")
        put("sport/a.md", STORY)
        assert found(capsys, "sport/a.md") == ALL
        assert found(capsys, "a.md") == [ALL[0], ALL[2]]

    def test_a_list_is_no_draft(self, capsys: Capsys) -> None:
        accepting("recieve", "goverment")
        assert main(["check", "--format", "json", "."]) in (0, 1)
        report = json.loads(capsys.readouterr().out)
        assert {one["path"] for one in report["findings"]} == {"a.md"}

    def test_a_changed_list_counts_at_once(self, capsys: Capsys) -> None:
        accepting("nothing")
        assert found(capsys) == ALL and found(capsys) == ALL
        accepting("goverment")
        assert found(capsys) == [ALL[0], ALL[2]]
        put("copydesk.toml", 'accept = ["en.dic"]\n')
        put("en.dic", "1\ngovermen/T\n")
        assert found(capsys) == ALL
        put("en.aff", "SFX T Y 1\nSFX T 0 t .\n")
        assert found(capsys) == [ALL[0], ALL[2]]


class TestTrust:
    @pytest.mark.parametrize("kind", ["device", "pipe", "outside", "huge", "gone"])
    @pytest.mark.parametrize("name", ["words.txt", "accept.txt", "en.dic", "en.aff"])
    def test_only_regular_files_within_the_repository(
        self, capsys: Capsys, monkeypatch: pytest.MonkeyPatch, name: str, kind: str
    ) -> None:
        listed = "en.dic" if name == "en.aff" else name
        put("copydesk.toml", f'accept = ["{listed}"]\n')
        put(listed, "1\nquorn\n")
        self.make(Path(name), kind)
        monkeypatch.setattr(tree, "LARGEST", 1000)
        status = main(["check", "a.md"])
        err = capsys.readouterr().err
        assert "secret" not in err
        if kind == "gone" and name == "en.aff":
            assert status == 1
        else:
            assert status == 2 and f"{name}: " in err

    def make(self, file: Path, kind: str) -> None:
        file.unlink(missing_ok=True)
        if kind == "device":
            file.symlink_to("/dev/zero")
        elif kind == "pipe":
            os.mkfifo(file)
        elif kind == "outside":
            (Path.cwd().parent / "away").write_text("secret\nKiev\n")
            file.symlink_to("../away")
        elif kind == "huge":
            file.write_text("a\n" * 501)

    @pytest.mark.parametrize("name", ["../away.txt", "/etc/passwd", "a/../../away.txt"])
    def test_a_config_names_nothing_outside(self, capsys: Capsys, name: str) -> None:
        (Path.cwd().parent / "away.txt").write_text("secret\n")
        put("copydesk.toml", f'\naccept = ["{name}"]\n')
        assert main(["check", "a.md"]) == 2
        assert f"copydesk.toml:2: {name} is outside the repository" in capsys.readouterr().err

    def test_nothing_is_accepted_in_isolation(self, capsys: Capsys) -> None:
        accepting("goverment", "Kiev")
        assert found(capsys, "--isolated", "a.md") == ALL

    @pytest.mark.process
    def test_a_change_cannot_accept_its_own_faults(
        self, capsys: Capsys, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        repo = tmp_path / "repo"
        repo.mkdir()
        monkeypatch.chdir(repo)
        monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
        (tmp_path / "gitconfig").write_text("[user]\nname = A\nemail = a@example.com\n")
        git("init", "-q")
        accepting("Kiev")
        git("add", "-A")
        git("commit", "-q", "-m", "one")
        put("a.md", STORY)
        accepting("Kiev", "goverment")
        git("add", "-A")
        git("commit", "-q", "-m", "two")
        base = ("--trust", "base", "--base", "HEAD~1", "a.md")
        assert found(capsys, *base) == ALL[:2]
        assert found(capsys, "a.md") == ALL[:1]
        main(["check", "--format", "json", *base])
        assert json.loads(capsys.readouterr().out)["trust"]["changed"] == ["words.txt"]

    @pytest.mark.process
    @pytest.mark.parametrize("jobs", ["1", "2"])
    def test_a_broken_list_is_a_problem_of_each_draft_that_needs_it(
        self, capsys: Capsys, jobs: str
    ) -> None:
        accepting("quorn")
        Path("words.txt").write_bytes(b"quorn\n\xff\n")
        put("b.md", "The harbour is open, and the ferry left at noon.\n")
        assert main(["check", "--jobs", jobs, "--format", "json", "."]) == 2
        out, err = capsys.readouterr()
        assert "a.md: words.txt:2: not utf-8" in err and "b.md" not in err
        assert TYPO in out

    def test_a_slow_pattern_is_told(self, capsys: Capsys) -> None:
        put("copydesk.toml", 'accept = ["accept.txt"]\n')
        put("accept.txt", "(?:\\w|o\\w)+[!?]x\n")
        put("a.md", "The goverment is " + "o" * 90 + "? x\n")
        assert main(["check", "--select", TYPO, "--format", "concise", "a.md"]) == 2
        assert "accept.txt:1: the pattern" in capsys.readouterr().err


class TestAdd:
    def test_a_new_list_and_how_to_name_it(self, capsys: Capsys) -> None:
        status, out, err = run(capsys, "add", "Kiev", "--why", "the  dish")
        assert (status, err) == (0, "")
        assert out == [
            "“Kiev” added to words.txt.",
            'No config names the list yet. In copydesk.toml: accept = ["words.txt"]',
        ]
        assert Path("words.txt").read_text().endswith("\nKiev  # the dish\n")
        put("copydesk.toml", 'accept = ["words.txt"]\n')
        assert run(capsys, "add", "Anna")[1] == ["“Anna” added to words.txt."]
        assert Path("words.txt").read_text().endswith("\nKiev  # the dish\nAnna\n")
        assert FORM not in [rule for rule, *_ in found(capsys)]

    def test_once_is_enough(self, capsys: Capsys) -> None:
        accepting("kiev", "Anna  # a club")
        before = Path("words.txt").read_bytes()
        for word, line in (("Kiev", 1), ("KIEV", 1), ("Anna", 2)):
            _, out, _ = run(capsys, "add", word, "--why", "another")
            assert out == [f"“{word}” is accepted already (words.txt:{line})."]
        assert Path("words.txt").read_bytes() == before

    def test_what_another_list_accepts(self, capsys: Capsys) -> None:
        put("copydesk.toml", 'accept = ["en.dic", "accept.txt", "words.txt"]\n')
        put("en.dic", "1\nquorn\n")
        put("accept.txt", "Covid-?19\n")
        put("words.txt", "")
        assert run(capsys, "add", "Quorn")[1] == ["“Quorn” is accepted already (en.dic)."]
        assert run(capsys, "add", "Covid19")[1] == ["“Covid19” is accepted already (accept.txt)."]
        assert run(capsys, "add", "Zorb")[1] == ["“Zorb” added to words.txt."]

    def test_a_file_that_is_named(self, capsys: Capsys) -> None:
        accepting("Anna")
        _, out, _ = run(capsys, "add", "Zorb", "--file", "names/people.txt")
        assert out == []
        Path("names").mkdir()
        _, out, _ = run(capsys, "add", "Zorb", "--file", "names/people.txt")
        assert out == [
            "“Zorb” added to names/people.txt.",
            "No config names the list yet. In copydesk.toml: "
            'accept = ["words.txt", "names/people.txt"]',
        ]

    @pytest.mark.parametrize(
        ("words", "told"),
        [
            (("",), "'' is empty"),
            (("--", "---"), "'---' has no letter or figure"),
            (("a #b",), "'a #b' contains a “#”"),
            (("Zorb", "--file", "en.dic"), "--file en.dic: words can be added to a list with one"),
            (("Zorb", "--file", "accept.txt"), "--file accept.txt: words can be added to a list"),
            (("Zorb", "--file", "a/b/c.txt"), "a/b/c.txt: cannot write: No such file"),
        ],
    )
    def test_what_cannot_be_done(self, capsys: Capsys, words: tuple[str, ...], told: str) -> None:
        status, out, err = run(capsys, "add", *words)
        assert (status, out) == (2, []) and told in err
        assert sorted(os.listdir()) == [".git", "a.md"]

    @pytest.mark.parametrize("kind", ["outside", "dangling", "device"])
    def test_nothing_is_written_through_a_link_that_leads_outside(
        self, capsys: Capsys, kind: str
    ) -> None:
        away = Path.cwd().parent / "away.txt"
        if kind == "outside":
            away.write_text("Anna\n")
        Path("words.txt").symlink_to("/dev/null" if kind == "device" else "../away.txt")
        status, _, err = run(capsys, "add", "Zorb")
        assert status == 2 and err.startswith("copydesk: ")
        assert kind != "outside" or away.read_text() == "Anna\n"
        assert kind != "dangling" or not away.exists()

    def test_a_list_that_is_no_text_stays(self, capsys: Capsys) -> None:
        accepting("Anna")
        Path("words.txt").write_bytes(b"An\0na\n")
        status, _, err = run(capsys, "add", "Zorb")
        assert status == 2 and "words.txt:1: no list of words but a binary file" in err
        assert Path("words.txt").read_bytes() == b"An\0na\n"


class TestCheck:
    def test_no_list(self, capsys: Capsys) -> None:
        status, _, err = run(capsys, "check")
        assert status == 2 and "no list of accepted words; name one in the config" in err

    def test_no_problems(self, capsys: Capsys) -> None:
        accepting("# names", "Kiev  # the dish", "Karl Wendelmaier", "goverment")
        assert run(capsys, "check") == (0, ["words.txt: 3 entries: no problems"], "")

    def test_unused_double_unreadable_and_against_the_style(self, capsys: Capsys) -> None:
        accepting("Kiev", "Zorb", "goverment", "Goverment", "a\x1bb", "goverment", "zorb  # x",
                  "Karl Poe", more='style = "ap"\n')  # fmt: skip
        status, out, err = run(capsys, "check", "a.md")
        assert (status, err) == (1, "")
        kiev, *rest = out
        assert kiev.startswith(
            "words.txt:1: contradiction: “Kiev” is accepted here, but ap (style_ap"
        )
        assert kiev.endswith("avoids it in favour of “Kyiv”")
        assert rest == [
            "words.txt:2: unused: “Zorb” is already accepted by words.txt:7",
            "words.txt:4: unused: “Goverment” is already accepted by words.txt:3",
            "words.txt:5: unreadable: contains a control character",
            "words.txt:6: unused: “goverment” is already accepted by words.txt:3",
            "words.txt:7: unused: “zorb” is not in the draft",
            "words.txt:8: unused: “Karl Poe” is not in the draft",
        ]

    def test_a_word_in_lower_case_against_the_style(self, capsys: Capsys) -> None:
        accepting("kiev", more='style = "ap"\n')
        status, out, _ = run(capsys, "check")
        assert status == 1 and "“kiev” is accepted here, but ap (" in out[0]

    def test_without_the_style_a_form_may_be_accepted(self, capsys: Capsys) -> None:
        accepting("Kiev")
        assert run(capsys, "check")[0] == 0

    def test_what_the_newsrooms_own_list_avoids(self, capsys: Capsys) -> None:
        put("own.toml", '[forms]\nKyiv = ["Kiev"]\n')
        accepting("Kiev", more='terms = ["own.toml"]\n')
        _, out, _ = run(capsys, "check")
        told = "words.txt:1: contradiction: “Kiev” is accepted here, but (own.toml:2) avoids it"
        assert out == [f"{told} in favour of “Kyiv”"]

    def test_several_lists_and_the_drafts_of_the_whole_repository(
        self, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        put("copydesk.toml", 'accept = ["words.txt", "x/accept.txt", "en.dic"]\n')
        put("words.txt", "Kiev\nZorb\n")
        put("x/accept.txt", "[Zz]orb\nCovid-?19\nKiev\n")
        put("en.dic", "1\nquorn\n")
        put("deep/er/b.html", "<p>ZORB’s team and Zorb-like Covid19 came.</p>\n")
        monkeypatch.chdir("deep")
        status, out, _ = run(capsys, "check")
        assert status == 1
        plain, vale = out
        assert plain.endswith("words.txt: 2 entries: no problems")
        assert "accept.txt:3: unused: “Kiev” is already accepted by " in vale
        assert vale.endswith("words.txt:1")

    def test_no_drafts(self, capsys: Capsys) -> None:
        accepting("Kiev")
        Path("a.md").unlink()
        status, out, err = run(capsys, "check")
        assert (status, out) == (2, ["words.txt: 1 entry: no problems"])
        assert "no drafts found" in err

    def test_a_draft_that_cannot_be_read(self, capsys: Capsys) -> None:
        accepting("Kiev")
        Path("b.md").write_bytes(b"caf\xe9 au lait\n")
        status, _, err = run(capsys, "check", "a.md", "b.md")
        assert status == 2 and "b.md: " in err


class TestList:
    def test_words_with_their_notes(self, capsys: Capsys) -> None:
        put("copydesk.toml", 'accept = ["words.txt", "en.dic"]\n')
        put("words.txt", "Kiev  # the dish\nAnna\n")
        put("en.dic", "2\nquorn\nzorb/S\n")
        _, out, _ = run(capsys, "list")
        assert out == ["words.txt: 2 entries", "  Kiev  # the dish", "  Anna",
                       "en.dic: a dictionary with 2 stems"]  # fmt: skip
        _, out, _ = run(capsys, "list", "KI")
        assert out[:2] == ["words.txt: 1 entry", "  Kiev  # the dish"] and len(out) == 3

    def test_no_list(self, capsys: Capsys) -> None:
        assert run(capsys, "list")[1] == ["No words are accepted: copydesk.toml names no list."]


def test_the_config_shows_the_lists(capsys: Capsys) -> None:
    accepting("Kiev")
    main(["config"])
    assert 'accept = ["words.txt"]  # copydesk.toml' in capsys.readouterr().out
    main(["init", "--print"])
    assert '\n# accept = ["words.txt"]\n' in capsys.readouterr().out
