"""The extra copydesk[syntax]: listed, off and said to be unavailable where it is missing."""

from __future__ import annotations

import json
from importlib.util import find_spec

import pytest

from copydesk import Document, Rule, Severity
from copydesk.cli import main
from copydesk.measure.pronunciation import syllable_counts, syllables
from copydesk.registry.manifest import contributions
from copydesk.rules.info import RuleInfo
from copydesk.testing.rule_examples import document

RULES = ("sentence/no-subject", "sentence/no-verb")
MISSING = find_spec("spacy") is None


class NeedsWhatNobodyHas(Rule):
    """A rule whose extra is never installed."""

    id = "test/needs"
    severity = Severity.FIX
    examples = ()
    extra = "nothing"
    modules = ("no_such_module_anywhere",)

    def check(self, doc: Document) -> list[object]:
        raise AssertionError("it cannot run")


def test_a_rule_without_its_extra_is_off_and_says_why() -> None:
    info = RuleInfo.of(NeedsWhatNobodyHas)
    assert not info.default
    assert info.unavailable == (
        "not installed: no_such_module_anywhere; pip install 'copydesk[nothing]'"
    )


def test_the_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--format", "json"]) == 0
    rows = {row["id"]: row for row in json.loads(capsys.readouterr().out)["rules"]}
    for name in RULES:
        assert bool(rows[name]["unavailable"]) == MISSING
        assert "copydesk[syntax]" in rows[name]["unavailable"] or not MISSING


@pytest.mark.skipif(not MISSING, reason="extra: copydesk[syntax] is installed")
class TestWithoutSpacy:
    def test_selecting_one_is_an_error(
        self, tmp_path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "x.txt").write_text("The ferry sank on Monday.\n")
        assert main(["check", "--select", "sentence/no-verb", "x.txt"]) == 2
        assert "cannot run: not installed: spacy" in capsys.readouterr().err

    def test_verbose_says_that_patterns_ran(
        self, tmp_path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.chdir(tmp_path)
        (tmp_path / "x.txt").write_text("The ferry sank on Monday.\n")
        assert main(["check", "-v", "x.txt"]) == 0
        out = " ".join(capsys.readouterr().out.split())
        assert "Checked by patterns, not by syntax" in out
        assert main(["check", "x.txt"]) == 0
        assert "syntax" not in capsys.readouterr().out

    def test_explain_says_what_is_missing(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["explain", "sentence/no-verb"]) == 0
        assert "unavailable here: not installed: spacy" in capsys.readouterr().out


@pytest.mark.skipif(MISSING, reason="extra: copydesk[syntax] is not installed")
def test_with_spacy_headings_speech_and_lists_are_left_alone() -> None:
    info = {rule.id: rule for rule in contributions("").rules}["sentence/no-verb"]
    kind = info.rule_class()
    assert kind is not None
    text = (
        "Seven days of rain in the harbour of the old town\n\n"
        "“A terrible day for all the people of the harbour,” she said.\n\n"
        "Lund 3, Harwick 1 after extra time and a late goal.\n\n"
        "The minister of transport in the harbour of the old town."
    )
    found = list(kind().check(document(text)))
    assert [text[slice(*one.span)][:12] for one in found] == ["The minister"]


def test_syllables() -> None:
    known = {"readability": 5, "the": 1, "Ukraine’s": 2, "I'll": 1, "hour": 2}
    assert {word: syllables(word) for word in known} == known
    assert syllables("xqzt") is None
    assert len(syllable_counts()) == 126_052


def test_textstat_counts_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    from copydesk.measure.pronunciation import lend_to_textstat

    def refuse(*_: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    lend_to_textstat()
    import textstat

    text = "The minister of transportation announced an extraordinary reorganisation."
    assert textstat.syllable_count("readability") == 5
    assert textstat.syllable_count(text) == sum(
        syllables(word) or 6 for word in text.lower().rstrip(".").split()
    )
