"""``copydesk report-alarm``: what it prints has the same finding, and gives nothing away."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

from copydesk.cli import main
from tests.alarm.drafts import CASES, DAY, SECRETS, Case, draft

SUFFIXES = {"text": "txt", "markdown": "md", "html": "html"}
ALL = [
    pytest.param(case, form, id=f"{case.rule}-{form}") for case in CASES for form in case.formats
]
_FENCE = re.compile(r"^(`{3,})(\w+)\n(.*?)^\1$", re.M | re.S)


class Printed(NamedTuple):
    """What the command printed, taken apart."""

    text: str
    form: str
    example: str
    said: str
    rule: str
    day: str
    kept: list[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def printed(capsys: pytest.CaptureFixture[str], *words: str) -> Printed:
    capsys.readouterr()
    assert main(["report-alarm", *words]) == 0
    out, err = capsys.readouterr()
    assert (
        err == "copydesk: read it before you paste it: copydesk cannot know what is confidential\n"
    )
    (_, form, example), (_, _, said) = _FENCE.findall(out)
    rule = re.search(r"^- Rule: `(.+?)`", out, re.M)
    day = re.search(r"^- Story date: (\S+) \(", out, re.M)
    kept = re.search(r"^Kept, because the finding depends on it: (.*)$", out, re.M)
    assert rule and day
    return Printed(out, form, example, said, rule[1], day[1], kept[1].split(", ") if kept else [])


def failed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert main(["report-alarm", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    return err


def findings(
    capsys: pytest.CaptureFixture[str], path: str, rule: str, *words: str
) -> list[tuple[str, str]]:
    """What ``check`` reports: the words of each finding of a rule, and what it says."""
    capsys.readouterr()
    main(["check", "--format", "json", *words, path])
    report = json.loads(capsys.readouterr().out)
    return [(one["text"], one["message"]) for one in report["findings"] if one["rule"] == rule]


@pytest.mark.parametrize(("case", "form"), ALL)
def test_the_example_has_the_same_finding_and_gives_nothing_away(
    folder: Path, capsys: pytest.CaptureFixture[str], case: Case, form: str
) -> None:
    name = f"draft.{SUFFIXES[form]}"
    (folder / name).write_text(draft(case, form), "utf-8")
    before = findings(capsys, name, case.rule, "--date", DAY)
    assert before, "the draft does not have the fault"
    line = _line_of(capsys, name, case.rule)
    found = printed(capsys, name, case.rule, "--line", str(line), "--date", DAY)
    assert (found.form, found.rule, found.day) == (form, case.rule, DAY)

    saved = f"example.{SUFFIXES[form]}"
    (folder / saved).write_text(found.example, "utf-8")
    after = findings(capsys, saved, case.rule, "--date", found.day)
    assert after, found.text
    assert after[0][1] in found.said

    names = {"Tidwald", "Enno", "Ida", *SECRETS} - set(case.kept)
    assert [one for one in names if one in found.text] == []
    assert set(found.kept) == set(case.kept)
    assert all(one in found.example for one in case.kept)
    assert len(found.example) < sum(map(len, case.fault)) + 120


def _line_of(capsys: pytest.CaptureFixture[str], name: str, rule: str) -> int:
    capsys.readouterr()
    main(["check", "--format", "concise", "--date", DAY, name])
    lines = [one for one in capsys.readouterr().out.splitlines() if f" {rule} " in one]
    return int(lines[0].split(":")[1])


def test_the_test_above_would_see_a_leak(folder: Path) -> None:
    text = draft(CASES[0], "html") + draft(CASES[0], "markdown")
    assert [one for one in SECRETS if one not in text] == []


def test_the_same_draft_gives_the_same_bytes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.md").write_text(draft(CASES[0], "markdown"), "utf-8")
    first = printed(capsys, "a.md", "doubled")
    assert printed(capsys, "a.md", "doubled") == first


STORY = """\
Boat sinks

The crew slept in the the dark. Ida Brook saw it it sink.

The ferry pilots met for for an hour, and Enno Tidwald slept.
"""


@pytest.fixture
def story(folder: Path) -> str:
    (folder / "story.txt").write_text(STORY, "utf-8")
    return "story.txt"


def test_several_findings_are_listed(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert failed(capsys, story, "doubled", "--date", DAY).splitlines() == [
        "copydesk: several findings fit; give the words, or the line with --line:",
        "  line 3: “the the” (sentence/doubled-word)",
        "  line 3: “it it” (sentence/doubled-word)",
        "  line 5: “for for” (sentence/doubled-word)",
    ]
    assert "line 5" not in failed(capsys, story, "doubled", "t")
    assert "line 5" not in failed(capsys, story, "doubled", "--line", "3")


@pytest.mark.parametrize(
    ("words", "example"),
    [
        (["it it"], "Ida Brook saw it it sink."),
        (["IT"], "saw it it sink."),
        (["--line", "5"], "The ferry pilots met for for"),
        (["--line", "3", "it it"], "saw it it sink."),
    ],
)
def test_one_of_several(
    story: str, capsys: pytest.CaptureFixture[str], words: list[str], example: str
) -> None:
    found = printed(capsys, "--date", DAY, *_options_first(story, words))
    assert example.removeprefix("Ida Brook ") in found.example
    assert "Brook" not in found.example
    assert len(found.example.splitlines()) == 1


def _options_first(story: str, words: list[str]) -> list[str]:
    options = words[:2] if words[0] == "--line" else []
    return [*options, story, "doubled", *words[len(options) :]]


def test_no_finding_fits(story: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = failed(capsys, story, "doubled", "a a")
    assert said.startswith("copydesk: no finding fits; give the words")
    assert "line 5: “for for”" in said
    said = failed(capsys, story, "near-miss")
    assert said == "copydesk: story.txt: check reports no finding of spelling/near-miss\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["story.txt", "doubeld"], "unknown rule 'doubeld'"),
        (["story.txt", "sentence/doubled-wrod"], "did you mean 'sentence/doubled-word'?"),
        (["none.txt", "doubled"], "none.txt: no such file or folder"),
        ([".", "doubled"], ".: name one draft, which must be a file"),
        (["-", "doubled"], "-: name one draft, which must be a file"),
        (["story.txt", "doubled", "--date", "15/4/25"], "--date 15/4/25: not a date"),
        (["story.txt", "doubled", "--style", "rueters"], "unknown house style 'rueters'"),
        (["story.txt", "across-stories"], "spelling/across-stories compares drafts"),
        (["story.txt", "own-voice"], "no finding of quote/own-voice, which is not selected"),
        (["latin.txt", "doubled"], "latin.txt: not UTF-8"),
    ],
)
def test_what_goes_wrong_is_said(
    story: str, folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    (folder / "latin.txt").write_bytes(b"caf\xe9 for for\n")
    assert message in failed(capsys, *words)


@pytest.mark.process  # git's user
def test_only_what_check_reports(
    story: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "copydesk.toml").write_text('ignore = ["sentence"]\n')
    assert "which is not selected" in failed(capsys, story, "doubled-word", "it it")
    (folder / "copydesk.toml").unlink()
    add = ["stet", "add", story, "sentence/doubled-word", "it it", "--who", "Ana", "--why", "so"]
    assert main(add) == 0
    assert "no finding fits" in failed(capsys, story, "doubled-word", "it it")


@pytest.mark.process
def test_an_entry_of_the_ledger_is_no_example(
    story: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add = ["stet", "add", story, "sentence/doubled-word", "it it", "--who", "Ana", "--why", "so"]
    assert main(add) == 0
    (folder / story).write_text(STORY.replace("it it", "it"), "utf-8")
    assert "depends on more than the draft" in failed(capsys, story, "stet/unused")


def test_a_binary_format(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with zipfile.ZipFile(folder / "a.story", "w") as archive:
        archive.writestr("story.txt", "Boat sinks\nThey slept in the the dark.\n")
    said = failed(capsys, "a.story", "doubled")
    assert "a.story: story is a binary format, and an example must be text" in said


def test_what_the_draft_was_checked_with(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text("Boat sinks\n\nThe talks in Kiev went on.\n", "utf-8")
    (folder / "copydesk.toml").write_text(
        'date = "2025-03-01"\nstyle = "ap"\n[severity]\n"spelling/house-form" = "fix"\n'
        '[rule."sentence/run-on"]\nmax_words = 9\n'
    )
    found = printed(capsys, "a.txt", "house-form").text
    assert "- Rule: `spelling/house-form` (fix)\n" in found
    assert "- Story date: 2025-03-01 (config)\n" in found
    assert "- House style: ap\n" in found
    assert "`copydesk check --date 2025-03-01 --style ap example.txt`" in found
    text = "Boat sinks\n\nThe crew waited for the tide at the old pier all night long.\n"
    (folder / "b.txt").write_text(text, "utf-8")
    assert "- Settings of the rule: `max_words = 9`\n" in printed(capsys, "b.txt", "run-on").text


def test_a_rule_of_the_newsroom(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "house.toml").write_text('[forms]\nferryboat = ["ferry boat"]\n')
    (folder / "copydesk.toml").write_text('terms = ["house.toml"]\n')
    (folder / "a.txt").write_text("Boat sinks\n\nThe ferry boat of Enno Tidwald sank.\n", "utf-8")
    found = printed(capsys, "a.txt", "house/terms")
    assert "- Rule: `house/terms` (style, from a pack that is not part of copydesk)\n" in found.text
    assert "Tidwald" not in found.text


def test_another_language(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "---\nlang: fr\ntitle: Le bateau de Vossenkuhl\n---\n\nLe maire de Vossenkuhl.\n\n<!-- stet: no/such: a -->\n\nLe port.\n"
    (folder / "a.md").write_text(text, "utf-8")
    found = printed(capsys, "a.md", "stet/unused")
    assert "- Language: fr\n" in found.text
    assert "lang: fr" in found.example
    assert "Vossenkuhl" not in found.example


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark(
    folder: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    text = draft(CASES[0], "text").replace("\n", ending)
    (folder / "a.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    found = printed(capsys, "a.txt", "doubled", "--date", DAY)
    assert found.example == "The crew slept in the the dark, Edda Tarrow said.\n"
    assert "\r" not in found.text and "\ufeff" not in found.text


def test_an_invisible_character_is_written_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text(
        "Boat sinks\n\nThe cr\u200bew of Enno\u200b Tidwald slept.\n", "utf-8"
    )
    found = printed(capsys, "a.txt", "markup", "--date", DAY)
    assert "\\u{200b}" in found.example
    assert "Characters that cannot be seen are written out" in found.text
    assert "\u200b" not in found.text and "Tidwald" not in found.text


def test_a_fence_in_the_example_does_not_end_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "# Boat sinks\n\nThe crew slept in the the dark:\n```\ncode\n```\n"
    (folder / "a.md").write_text(text, "utf-8")
    found = printed(capsys, "a.md", "doubled", "--around", "1", "--date", DAY)
    if "```\ncode" in found.example:
        assert "````markdown\n" in found.text


def test_the_paragraphs_around_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.txt").write_text(draft(CASES[0], "text"), "utf-8")
    none = printed(capsys, "a.txt", "doubled", "--date", DAY).example
    one = printed(capsys, "a.txt", "doubled", "--date", DAY, "--around", "1").example
    assert len(none.strip().split("\n\n")) == 1
    assert len(one.strip().split("\n\n")) == 3
    assert "was a long night" in one and "It rained." in one
    assert [word for word in SECRETS if word in one] == []


def test_the_paragraphs_around_it_in_html(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.html").write_text(draft(CASES[0], "html"), "utf-8")
    found = printed(capsys, "a.html", "doubled", "--date", DAY, "--around", "1").example
    assert re.fullmatch(r"(<p>[^<]+</p>\n){3}", found), found


def test_nothing_is_written(story: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    printed(capsys, story, "doubled", "it it")
    assert [path.name for path in folder.iterdir()] == [story]
    assert (folder / story).read_text("utf-8") == STORY
