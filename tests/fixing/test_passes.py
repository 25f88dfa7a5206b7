"""Fixes taken into a draft pass by pass: order, overlaps, rules that do not agree, markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from copydesk.document import Document
from copydesk.engine import check
from copydesk.engine.place import place
from copydesk.fixing.changes import Shift, applied_to, first_in_order
from copydesk.fixing.outcome import Examined, Outcome
from copydesk.fixing.passes import MOST_PASSES, Setting, any_fix, fix_passes, safe_fix
from copydesk.model.findings import Edit, Finding, Fix, Severity, Span
from copydesk.rules.rule import Rule
from copydesk.rules.ruleset import LazyRule, RuleSet
from copydesk.testing.rule_examples import document


def rule_that(
    name: str, pattern: str, new: str | Callable[[re.Match[str]], str],
    severity: Severity = Severity.STYLE, safety: str = "safe",
) -> Rule:  # fmt: skip
    """A rule that puts ``new`` in the place of what the pattern matches."""

    def check_it(self: Rule, doc: Document) -> Iterator[Finding]:
        for match in re.finditer(pattern, doc.text):
            text = new if isinstance(new, str) else new(match)
            fix = Fix(f"Write {text}", (Edit(Span(*match.span()), text),), safety)
            yield self.find(match.span(), f"{name} {match[0]}", fixes=(fix,))

    kind = type(name, (Rule,), {
        "__slots__": (), "id": f"test/{name}", "severity": severity, "examples": (),
        "languages": ("*",), "check": check_it,
    })  # fmt: skip
    made = kind()
    assert isinstance(made, Rule)
    return made


def examine(rules: list[Rule], format_name: str, text: str) -> Examined:
    doc = document(text, format_name)
    severities = {rule.id: rule.severity for rule in rules}
    checked = check(doc, RuleSet(tuple(map(LazyRule.ready, rules)), severities))
    return Examined(doc, place(doc, checked))


def mended(
    text: str, *rules: Rule, format_name: str = "text", suggested: bool = False,
    writable: Callable[[str], bool] = lambda text: True,
) -> Outcome:  # fmt: skip
    see = partial(examine, list(rules), format_name)
    outcome = fix_passes(see(text), Setting(see, any_fix if suggested else safe_fix, writable))
    again = fix_passes(outcome.now, Setting(see, any_fix if suggested else safe_fix, writable))
    assert again.now.doc.source == outcome.now.doc.source, "twice is not once"
    return outcome


def test_what_overlaps_waits_for_the_next_pass() -> None:
    outcome = mended("aabb cc\n", rule_that("one", "aab", "x"), rule_that("two", "bb", "y"))
    assert outcome.now.doc.source == "xb cc\n"
    assert [one.rule for one in outcome.applied] == ["test/one"]
    outcome = mended("aab\n", rule_that("one", "aa", "a"), rule_that("two", "ab", "z"))
    assert (outcome.now.doc.source, outcome.passes) == ("z\n", 2)
    assert [one.rule for one in outcome.applied] == ["test/one", "test/two"]


def test_rules_that_undo_each_other_are_named_and_both_left_alone() -> None:
    british = rule_that("british", r"\bcolor\b", "colour")
    american = rule_that("american", r"\bcolour\b", "color")
    typo = rule_that("typo", r"\bteh\b", "the")
    outcome = mended("teh color of teh colour\n", british, american, typo)
    assert outcome.now.doc.source == "the color of the colour\n"
    assert {one.rule for one in outcome.applied} == {"test/typo"}
    assert {one.reason for one in outcome.left} == {
        "test/american and test/british undo each other's fixes"
    }
    assert {one.rule for one in outcome.left} == {"test/american", "test/british"}


def test_three_rules_in_a_ring() -> None:
    rules = [rule_that(f"r{i}", rf"\b{a}\b", b) for i, (a, b) in enumerate(["ab", "bc", "ca"])]
    outcome = mended("a x\n", *rules)
    assert outcome.now.doc.source == "a x\n"
    assert "test/r0 and test/r1 and test/r2" in outcome.left[0].reason


def test_a_rule_that_never_has_enough_is_left_alone() -> None:
    outcome = mended(
        "x teh\n", rule_that("more", "x+", lambda m: m[0] + "x"), rule_that("typo", "teh", "the")
    )
    assert outcome.now.doc.source == "x the\n"
    assert (
        f"after {MOST_PASSES} passes" in outcome.left[0].reason or "stay" in outcome.left[0].reason
    )


@pytest.mark.parametrize("severity", [Severity.STOP, Severity.FIX])
def test_a_fix_that_would_give_a_new_fault_is_kept_out(severity: Severity) -> None:
    short = rule_that("short", "colour", "colr")
    fault = rule_that("fault", r"\bcolr\b", "?", severity, "suggested")
    outcome = mended("a colour and colours\n", short, fault)
    assert outcome.now.doc.source == "a colour and colrs\n"
    assert [(one.rule, one.reason) for one in outcome.left] == [
        ("test/short", "it would give a new finding of test/fault")
    ]


def test_a_new_question_is_no_reason() -> None:
    short = rule_that("short", "colour", "colr")
    ask = rule_that("ask", "colr", "?", Severity.ASK, "suggested")
    assert mended("a colour\n", short, ask).now.doc.source == "a colr\n"


def test_one_bad_fix_of_many_does_not_hold_the_others_back() -> None:
    each = rule_that("each", r"\ba\d\d\b", lambda m: "b" + m[0][1:])
    fault = rule_that("fault", r"\bb1[37]\b", "?", Severity.FIX, "suggested")
    numbers = [f"a{number}" for number in range(10, 40)]
    outcome = mended(" ".join(numbers), each, fault, suggested=True)
    assert outcome.now.doc.source.count("a") == 2
    assert "a13" in outcome.now.doc.source and "a17" in outcome.now.doc.source


def test_a_fix_that_the_encoding_cannot_hold_is_kept_out() -> None:
    curly = rule_that("curly", '"', "”")
    outcome = mended('so " be it\n', curly, writable=str.isascii)
    assert outcome.now.doc.source == 'so " be it\n'
    assert "encoding" in outcome.left[0].reason


def test_safe_and_suggested() -> None:
    typo = rule_that("typo", "teh", "the", safety="suggested")
    assert mended("teh end\n", typo).now.doc.source == "teh end\n"
    assert mended("teh end\n", typo, suggested=True).now.doc.source == "the end\n"


MARKUP = [
    ("html", "<p>See K<b>ie</b>v now</p>", "Kiev", "Kyiv", "<p>See Ky<b>i</b>v now</p>"),
    ("html", "<p>So <a href='x'>big</a> <i>dog</i>s</p>", "big dogs", "cats",
     "<p>So <a href='x'>cat</a><i></i>s</p>"),
    ("html", "<p>A &amp; B</p>", "A & B", "A & C", "<p>A &amp; C</p>"),
    ("html", "<p>A and B</p>", "A and B", "A &lt; B", "<p>A &amp;lt; B</p>"),
    ("html", '<p><img alt="so big"></p>', "so big", 'so "big"', '<p><img alt="so &quot;big&quot;"></p>'),
    ("markdown", "See K**ie**v now\n", "Kiev", "Kyiv", "See Ky**i**v now\n"),
    ("markdown", "A [link](http://a.b/c) here\n", "link here", "link there", "A [link](http://a.b/c) there\n"),
    ("markdown", "Write x here\n", "Write x", "Write *x*", "Write \\*x\\* here\n"),
    ("markdown", "---\ntitle: \"so big\"  # ok\ntags: [a, 'b']\n---\nText\n", "so big", 'so "big"',
     "---\ntitle: \"so \\\"big\\\"\"  # ok\ntags: [a, 'b']\n---\nText\n"),
    ("markdown", "---\ntitle: 'so big'\n---\nText\n", "so big", "so 'big'",
     "---\ntitle: 'so ''big'''\n---\nText\n"),
    ("markdown", "---\ntitle: so big\ndate: 2020-01-02\n---\nText\n", "so big", "so: big",
     "---\ntitle: so big\ndate: 2020-01-02\n---\nText\n"),
    ("markdown", '+++\ntitle = "so big" # c\n+++\nText\n', "so big", 'so "big"',
     '+++\ntitle = "so \\"big\\"" # c\n+++\nText\n'),
]  # fmt: skip


@pytest.mark.parametrize(("format_name", "source", "old", "new", "fixed"), MARKUP)
def test_markup_quoting_and_comments_survive(
    format_name: str, source: str, old: str, new: str, fixed: str
) -> None:
    swap = rule_that("swap", re.escape(old), new, safety="suggested")
    outcome = mended(source, swap, format_name=format_name, suggested=True)
    assert outcome.now.doc.source == fixed


def test_line_breaks_of_a_fix_are_those_of_the_draft() -> None:
    see = partial(examine, [rule_that("part", "XX", "one\n\ntwo")], "text")
    outcome = fix_passes(see("a\r\n\r\nXX\r\n"), Setting(see, any_fix, line_end="\r\n"))
    assert outcome.now.doc.source in ("a\r\n\r\none\r\n\r\ntwo\r\n", "a\r\n\r\nXX\r\n")


@pytest.mark.parametrize(
    ("span", "moved"),
    [((0, 2), (0, 2)), ((0, 3), (0, 7)), ((3, 5), (3, 7)), ((4, 5), (3, 7)), ((5, 6), (3, 8)),
     ((6, 7), (8, 9)), ((9, 9), (11, 12)), ((8, 10), (10, 13))],
)  # fmt: skip
def test_where_places_are_after_edits(span: tuple[int, int], moved: tuple[int, int]) -> None:
    edits = [Edit(Span(3, 5), "WXYZ"), Edit(Span(9, 9), "!")]
    assert applied_to("abcdefghijk", edits) == "abcWXYZfghi!jk"
    assert Shift(edits).span(Span(*span)) == Span(*moved)
    assert [span for span, _ in Shift(edits).new_places()] == [(3, 7), (11, 12)]


def test_a_change_whose_own_edits_overlap_is_never_taken() -> None:
    see = examine([rule_that("one", "aab", "x")], "text", "aab\n")
    (finding,) = see.report.findings
    from copydesk.fixing.changes import Change

    edits = (Edit(Span(0, 2), "x"), Edit(Span(1, 3), "y"))
    assert first_in_order([Change(finding, finding.fixes[0], edits)]) == []
