from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from copydesk import Bad, Document, Edit, Finding, Fix, Good, Option, Rule, Severity
from copydesk.accepted import Accepted
from copydesk.document.date import Clock
from copydesk.document.slots import Parsed
from copydesk.engine import check
from copydesk.files.data_file import DataFile
from copydesk.files.tree import WORKING_TREE
from copydesk.parsers.markdown import parse as parse_markdown
from copydesk.rules.ruleset import LazyRule, RuleSet
from copydesk.stet.rules import CheckedMark, UnusedOverride
from copydesk.testing.rule_examples import document, failures_of


class Very(Rule):
    """Leave out “very”.

    It weakens what it should strengthen.
    """

    id = "test/very"
    severity = Severity.ASK
    triggers = ("very",)
    options = (Option("word", "very", "the word"), Option("max", 3, "how many"))
    examples = (Good("It is good."), Bad("It is [[very]] good.", fixed="It is  good."))

    def check(self, doc: Document) -> Iterable[Finding]:
        for start in doc.words.starts(self.settings["word"]):
            span = (start, start + len(self.settings["word"]))
            yield self.find(span, "Weak.", fixes=[Fix("Cut", (Edit(doc_span(span), ""),), "safe")])


def doc_span(span: tuple[int, int]):
    from copydesk import Span

    return Span(*span)


class Crash(Rule):
    """Crashes."""

    id = "test/crash"
    severity = Severity.STOP
    examples = (Good(""), Bad("[[x]]"))

    def check(self, doc: Document) -> Iterable[Finding]:
        yield self.find((0, 1), "Before the crash.")
        raise ZeroDivisionError("one over none")


class Outside(Crash):
    """Points outside the text."""

    id = "test/outside"

    def check(self, doc: Document) -> Iterable[Finding]:
        yield self.find((0, len(doc.text) + 1), "Too far.")


def rules(*kinds: type[Rule]) -> RuleSet:
    ids = {kind.id: kind.severity for kind in kinds}
    return RuleSet(
        tuple(LazyRule.ready(kind()) for kind in kinds),
        ids,
        languages={kind.id: kind.languages for kind in kinds},
        known=frozenset(ids),
    )


def spans(doc: Document, *kinds: type[Rule]) -> list[str]:
    return [doc.source[f.span.start : f.span.end] for f in check(doc, rules(*kinds)).findings]


def test_a_rules_own_examples_hold() -> None:
    assert list(failures_of(Very)) == []


def test_failures_of_names_what_is_wrong() -> None:
    class Wrong(Very):
        """Wrong examples."""

        id = "test/wrong"
        examples = (Good("very"), Bad("[[good]]"), Bad("[[very]]", fixed="x"))

    told = list(failures_of(Wrong))
    assert len(told) == 3
    assert "it is good, but ['very'] was flagged" in told[0]
    assert "marked 0–4, found nothing" in told[1]
    assert "the fix should give 'x', but gives ''" in told[2]


def test_findings_are_mapped_to_the_source_once() -> None:
    doc = document("It is **ve**ry good &amp; very.", "markdown")
    assert spans(doc, Very) == ["ve**ry", "very"]


def test_findings_are_sorted_whatever_the_order_of_rules() -> None:
    text = "very well.\n\nOne very two very."
    first = check(document(text), rules(Very, Crash))
    second = check(document(text), rules(Crash, Very))
    assert first.findings == second.findings
    assert [f.span.start for f in first.findings] == sorted(f.span.start for f in first.findings)


def test_a_rule_that_raises_is_named_and_the_others_go_on() -> None:
    checked = check(document("It is very good.", date="2025-01-01"), rules(Crash, Very, Outside))
    assert {f.rule for f in checked.findings} == {"test/crash", "test/very"}
    crash, outside = checked.problems
    assert str(crash).startswith(
        "example: test/crash: the rule crashed: ZeroDivisionError: one over"
    )
    assert "(test_check.py, line" in crash.message
    assert "span (0, 17) is outside the text (0 to 16)" in outside.message


def test_a_parser_that_raises_is_a_problem() -> None:
    def broken(source: str) -> Parsed:
        raise KeyError(source)

    checked = check(Document("x", broken, "x.txt"), rules(Very))
    assert checked.problems[0].message.startswith("cannot be read: KeyError: 'x'")


def test_a_rule_without_its_triggers_is_not_called() -> None:
    class Triggered(Crash):
        """Never called."""

        triggers = ("absent", "§")

    assert not check(document("Nothing here."), rules(Triggered)).problems
    assert check(document("Now §."), rules(Triggered)).problems
    assert check(document("The Absent."), rules(Triggered)).problems


def test_rules_hold_no_state_and_know_their_options() -> None:
    rule = Very({"word": "quite"})
    with pytest.raises(TypeError, match="is stateless"):
        rule.counter = 1  # type: ignore[attr-defined]
    assert rule.settings == {"word": "quite", "max": 3}


@pytest.mark.parametrize(
    ("option", "value", "accepted"),
    [
        (Option("n", 3, ""), 4, True), (Option("n", 3, ""), True, False),
        (Option("n", 3, ""), "4", False), (Option("x", 0.5, ""), 1, True),
        (Option("b", True, ""), False, True), (Option("b", True, ""), 0, False),
        (Option("s", "a", "", ("a", "b")), "b", True), (Option("s", "a", "", ("a",)), "c", False),
        (Option("l", ["a"], ""), ["x"], True), (Option("l", ["a"], ""), [1], False),
    ],
)  # fmt: skip
def test_options_accept_their_type(option: Option, value: object, accepted: bool) -> None:
    assert option.accepts(value) is accepted


def test_rules_for_english_leave_other_languages_alone() -> None:
    doc = document("---\nlang: fr\n---\n\nC'est very bien.", "markdown")
    checked = check(doc, rules(Very, CheckedMark))
    assert (checked.findings, checked.skipped) == ((), "fr")


class TestOverrides:
    def check(self, source: str, *kinds: type[Rule]) -> tuple[list[str], int]:
        doc = Document(source, parse_markdown, "x.md", Clock(today="2025-01-01"))
        checked = check(doc, rules(Very, UnusedOverride, *kinds))
        return [f"{f.rule} {f.span.start}" for f in checked.findings], checked.held

    def test_an_override_holds_for_the_next_block_only(self) -> None:
        source = "<!-- stet: test/very: a name -->\n\nvery one.\n\nvery two.\n"
        assert self.check(source) == ([f"test/very {source.index('very two')}"], 1)

    def test_a_group_or_several_rules_may_be_named(self) -> None:
        assert self.check("<!-- stet: test: why -->\n\nvery one.\n") == ([], 1)
        assert self.check("<!-- stet: test/crash, test/very: why -->\n\nvery.\n", Crash)[1] == 2

    def test_off_and_on(self) -> None:
        source = "<!-- stet-off -->\n\nvery 1.\n\nvery 2.\n\n<!-- stet-on -->\n\nvery 3.\n"
        assert self.check(source) == ([f"test/very {source.index('very 3')}"], 2)
        assert self.check("<!-- stet-off: test/very: x -->\n\nvery 1.\n\nvery 2.\n") == ([], 2)

    def test_a_whole_file(self) -> None:
        assert self.check("very 0.\n\n<!-- stet-file: test/very: x -->\n\nvery 1.\n") == ([], 2)

    def test_an_override_that_overrides_nothing_is_a_finding(self) -> None:
        source = "All.\n\n<!-- stet: test/very: x -->\n\nWell.\n"
        doc = Document(source, parse_markdown)
        (found,) = check(doc, rules(Very, UnusedOverride)).findings
        assert source[found.span.start : found.span.end] == "<!-- stet: test/very: x -->"
        assert found.evidence == "Nothing is found by test/very here."

    def test_a_rule_that_does_not_exist_is_told_with_a_hint(self) -> None:
        doc = Document("<!-- stet: test/vary: x -->\n\nvery.\n", parse_markdown)
        found = check(doc, rules(Very, UnusedOverride)).findings
        assert "There is no rule “test/vary”; did you mean “test/very”?" in found[0].evidence

    def test_nothing_is_said_of_rules_that_did_not_run(self) -> None:
        doc = Document("<!-- stet: other/rule: x -->\n\nwell.\n", parse_markdown)
        known = rules(Very, UnusedOverride)._replace(
            known=frozenset({"other/rule", "test/very", "stet/unused"})
        )
        assert not check(doc, known).findings

    def test_other_comments_are_no_overrides(self) -> None:
        assert self.check("<!-- stet this -->\n\n<!-- note -->\n\nvery.\n")[1] == 0

    def test_checked_words_ask_nothing(self) -> None:
        doc = document("It is very [CQ] good and very good.")
        (found,) = check(doc, rules(Very)).findings
        assert found.span.start == doc.source.rindex("very")

    def test_a_final_draft_holds_no_cq(self) -> None:
        doc = document("Jon Smyth [CQ] spoke.")
        assert not check(doc, rules(CheckedMark)).findings
        doc.final = True
        (found,) = check(doc, rules(CheckedMark)).findings
        assert doc.source[found.span.start : found.span.end] == "[CQ]"
        assert found.fixes[0].edits[0].span == (9, 14)


class _Rewrites(Rule):
    """Words are rewritten."""

    severity = Severity.STYLE
    examples = (Good("Grey gulls."), Bad("[[Gray]] gulls."))
    new = "grey"

    def check(self, doc: Document) -> Iterable[Finding]:
        """Rewrite every gray."""
        for start in doc.words.starts("gray"):
            yield self.replace((start, start + 4), self.new, f"{self.id} says so")


class _Lightly(_Rewrites):
    id = "test/a-lightly"


class _Gravely(_Rewrites):
    id = "test/b-gravely"
    severity = Severity.FIX


class _Marks(_Rewrites):
    id = "test/c-marks"

    def check(self, doc: Document) -> Iterable[Finding]:
        """Mark every gray."""
        for start in doc.words.starts("gray"):
            yield self.find((start, start + 4), "seen")


def test_of_two_rules_that_rewrite_one_word_the_graver_counts() -> None:
    both = rules(_Lightly, _Gravely, _Marks)
    found = check(document("The gray gull and the gray sea."), both).findings
    assert [(one.rule, one.span.start) for one in found] == [
        ("test/b-gravely", 4), ("test/c-marks", 4), ("test/b-gravely", 22), ("test/c-marks", 22),
    ]  # fmt: skip
    assert [one.message for one in found[0].related] == ["test/a-lightly says so"]


class _Strict(Very):
    """Leave out “very”, also if it is marked."""

    id = "test/strict"
    spares_sic = False


@pytest.mark.parametrize("mark", ["[sic]", "(Sic)", "[SIC.]", "[thus]", "[as written]"])
def test_words_marked_sic_are_spared_by_rules_that_judge_words(mark: str) -> None:
    doc = document(f"It is very {mark} good. It is very good.")
    assert spans(doc, Very) == ["very"]
    assert spans(doc, _Strict) == ["very", "very"]
    assert spans(document(f"“It is very good, and very bad {mark},” she wrote."), Very) == []
    assert spans(document(f"It is very good. That was {mark} so."), Very) == ["very"]


class _Formal(Very):
    """Leave out “very”, unless the newsroom accepts it."""

    id = "test/formal"
    accepts = True


def test_accepted_words_are_right_to_rules_that_judge_form(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("very good  # a brand\nVery\n", "utf-8")
    file = DataFile("words.txt", file=str(tmp_path / "words.txt"), tree=WORKING_TREE)
    both = rules(Very, _Formal)._replace(accepted=Accepted([file]))
    found = check(document("It is very good, or very bad. Very GOOD is VERY GOOD."), both).findings
    assert [one.span.start for one in found if one.rule == "test/formal"] == [20]
    assert [one.span.start for one in found if one.rule == "test/very"] == [6, 20, 30, 43]


def test_a_list_is_read_only_for_a_finding_and_told_once(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes(b"\xff")
    file = DataFile("words.txt", file=str(tmp_path / "words.txt"), tree=WORKING_TREE)
    formal = rules(_Formal)._replace(accepted=Accepted([file]))
    assert check(document("It is good."), formal).problems == ()
    checked = check(document("It is very good. It is very bad."), formal)
    assert [one.message for one in checked.problems] == ["words.txt:1: not utf-8"]
    assert len(checked.findings) == 2
    assert check(document("It is very good."), rules(_Formal)).problems == ()
    assert not _Formal().is_accepted("very")
