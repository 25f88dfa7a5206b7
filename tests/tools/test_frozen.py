"""The frozen record: what copydesk did at the last release it still does, word for word."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from tools.faults import freeze
from tools.faults.freeze_commands import HERE, LEDGER, normal, scenarios
from tools.faults.freeze_compare import Compared, differences, summary
from tools.faults.freeze_drafts import listed, without_words
from tools.faults.freeze_inputs import read_marks
from tools.faults.freeze_mutate import mutate
from tools.faults.freeze_record import digest, read_lines, write_lines

RECORD = Path(__file__).parents[1] / "data" / "frozen"
PLACE = {
    "start": {"offset": 3, "line": 1, "column": 4},
    "end": {"offset": 7, "line": 1, "column": 8},
}
FINDING = {
    "path": "a.txt", "rule": "spelling/house-form", "severity": "stop", "message": "“Kiev”",
    "evidence": "AP", **PLACE, "text": "Kiev", "related": [],
    "fixes": [{"title": "Write “Kyiv”", "safety": "safe", "edits": [{**PLACE, "text": "Kyiv"}]}],
}  # fmt: skip
EXAMPLES = [{"text": "The the envoys left Kiev.\n\nNobody spoke, “he said.”"}]


@pytest.mark.process
def test_a_ledger_and_a_baseline_of_0_1_still_hold_back_what_they_held(tmp_path: Path) -> None:
    copytree(LEDGER, tmp_path / "desk")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "copydesk", "check", "--date", "2025-04-15", "--format", "json"],
        cwd=tmp_path / "desk", capture_output=True, text=True, check=False,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert (done.returncode, report["errors"]) == (1, [])
    # 43 in the baseline; 4 in the ledger and one comment in a page.
    assert (report["summary"]["old"], report["summary"]["held"]) == (43, 5)
    # Words repeated in an alternative text and in a quotation, and durations, were not found then.
    new = [
        (one["rule"], one["severity"]) for one in report["findings"] if one["path"] == "page.html"
    ]
    assert new == [("sentence/doubled-word", "ask"), ("sentence/doubled-word", "fix")]
    assert {one["path"] for one in report["findings"]} == {
        "city/mayor.md", "page.html", "talks.txt", "titles.txt",
    }  # fmt: skip
    assert not [one for one in report["findings"] if one["rule"] == "stet/unused"]


def test_a_record_of_the_same_lines_is_the_same_bytes(tmp_path: Path) -> None:
    lines = [{"key": "a", "of": ["é", "\ud800"]}, ["b", 1]]
    for name in ("one.gz", "two.gz"):
        write_lines(tmp_path / name, lines)
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()
    assert read_lines(tmp_path / "one.gz") == lines


def test_a_mutation_is_the_same_on_every_machine() -> None:
    texts = [mutate("a/b", index, EXAMPLES, ["It rained."]) for index in range(300)]
    assert texts[0] == EXAMPLES[0]["text"]
    assert len(set(texts)) > 280
    assert digest(texts) == "c6f5f90394"


def test_marks_of_examples_are_taken_out() -> None:
    assert read_marks("a [[b]] c [[d]]] e") == "a b c d] e"


def test_what_a_record_keeps_of_a_finding_holds_no_text() -> None:
    kept = listed(FINDING)
    assert kept[:4] == ["spelling/house-form", 3, 7, [[3, 4, 4]]]
    assert "Kiev" not in json.dumps(kept)
    other = {**FINDING, "message": "another"}
    assert listed(other)[4] != kept[4]
    assert listed(other)[5] == kept[5]
    assert without_words([FINDING]) == without_words([other])
    assert without_words([FINDING]) != without_words([{**FINDING, "text": "Kief"}])


def test_command_lines_are_read_and_stand_once(tmp_path: Path) -> None:
    found = scenarios((HERE / "commands.txt").read_text("utf-8"))
    assert len({one.name for one in found}) == len(found)
    assert sum(mark in "$&" for one in found for mark, _, _ in one.lines) > 200
    with pytest.raises(ValueError, match="begins with no mark"):
        scenarios("== a\ncheck\n")
    said = f"{tmp_path}/x by Python 3.11.7".encode() + b"\xe9"
    assert normal(said, tmp_path) == "<scratch>/x by Python <version>\\xe9"


def told(part: str, old: dict, new: dict, **how) -> str:
    found = list(differences(part, [old], [new], Compared(**how)))
    return "\n".join(summary(part, found, 9))


class TestComparing:
    def test_drafts(self) -> None:
        old = {"key": "news#1", "passes": {"dated": "aa bb", "ap": "="},
               "findings": [["a/b", 1, 2, [], "x1", "y1"], ["a/c", 5, 9, [], "x2", "y2"]]}  # fmt: skip
        new = {"key": "news#1", "passes": {"dated": "cc bb", "ap": "="},
               "findings": [["a/b", 1, 2, [], "x1", "y1"], ["a/c", 5, 9, [], "x3", "y2"]]}  # fmt: skip
        said = told("drafts", old, new, names={"news#1": "news/a.txt"})
        assert "1 differ (a/c 1)" in said
        assert "news/a.txt" in said
        assert "- a/c 5-9" in said
        assert "a/b" not in said
        assert "only words differ: dated, ap" in said
        assert "findings differ: dated" in told("drafts", old, {**new, "passes": {"dated": "c d"}})
        assert told("drafts", old, new, words=False) == "drafts: nothing differs"

    def test_a_draft_in_which_nothing_is_found_any_more(self) -> None:
        old = {"key": "a", "passes": {"dated": "aa bb"}, "findings": [["a/b", 1, 2, [], "x", "y"]]}
        said = "\n".join(summary("drafts", list(differences("drafts", [old], [], Compared())), 9))
        assert "- a/b 1-2" in said

    def test_fixes(self) -> None:
        old = {"key": "a.txt", "safe": ["f1", "t1", ["a/b"]]}
        other = {"key": "a.txt", "safe": ["f1", "t2", ["a/b", "a/c"]]}
        assert "safe" in told("fixes", old, other)
        assert told("fixes", old, other, words=False) == "fixes: nothing differs"
        file = {"key": "a.txt", "safe": ["f2", "t1", ["a/b"]]}
        assert "a/b 1" in told("fixes", old, file, words=False)
        assert "status" not in told("fixes", old, {"key": "a.txt"})
        assert "1 differ" in told("fixes", old, {"key": "a.txt"})

    def test_commands(self) -> None:
        old = {"key": "x, 1: $ check", "status": 0, "texts": {"out": "1", "err": "2"}, "gone": []}
        new = {**old, "texts": {"out": "3", "err": "2"}}
        said = told("commands", old, new, before={"1": "one\n"}, after={"3": "three\n"})
        assert "-one" in said
        assert "+three" in said
        assert told("commands", old, new, words=False) == "commands: nothing differs"
        assert "status 0 → 2" in told("commands", old, {**old, "status": 2}, words=False)

    def test_mutations(self) -> None:
        rule = "spelling/house-form"
        old = {"key": rule, "inputs": "i", "each": ["", "aa bb 1-3", "aa bb 4-6"]}
        new = {"key": rule, "inputs": "i", "each": ["", "aa bb 1-3", "cc bb 4-6"]}
        said = told("mutations", old, new, kept={rule: EXAMPLES})
        assert "1 of 3, the first is 2: 4-6 → 4-6" in said
        assert "| " in said
        assert told("mutations", old, new, words=False) == "mutations: nothing differs"
        assert "not the same mutations" in told("mutations", old, {**new, "inputs": "j"})


@pytest.mark.slow
@pytest.mark.parametrize("part", ["commands", "drafts"])
def test_nothing_differs_from_the_record(part: str, capsys: pytest.CaptureFixture[str]) -> None:
    if not (RECORD / "header.json").is_file():
        pytest.skip("there is no record in tests/data/frozen")
    status = freeze.main(["compare", str(RECORD), "--own", "--without-words", "--part", part])
    assert status == 0, capsys.readouterr().out
