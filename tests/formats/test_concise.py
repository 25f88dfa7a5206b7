"""The concise output: one line per finding and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copydesk.engine.place import Lines
from copydesk.formats import concise
from copydesk.hooks.specs import Screen
from copydesk.model.findings import Problem, Severity, Span
from copydesk.model.placed import PlacedFinding
from copydesk.report import FileReport, Report


def write(report: Report, screen: Screen) -> str:
    return "".join(concise.write(report, screen))


LINES = Lines("The pool shuts in May.\nThe adviser said so, he said.\n")


def finding(
    start: int,
    message: str,
    rule: str = "spelling/house-form",
    severity: Severity = Severity.STYLE,
    path: str = "drafts/pool.txt",
) -> PlacedFinding:
    where = LINES.range(Span(start, start + 3))
    return PlacedFinding(path, rule, severity, message, "", where, "", Span(0, 0), (), ())


def report(*findings: PlacedFinding) -> Report:
    return Report((FileReport("drafts/pool.txt", findings),))


def test_full_output() -> None:
    first = FileReport(
        "drafts/pool.txt",
        (
            finding(18, "The council said April.", "facts/month", Severity.STOP),
            finding(27, "The house form is “advisor”."),
            finding(44, "Said twice.", "style/echo", Severity.ASK),
        ),
        (Problem("the rule crashed", "drafts/pool.txt", "names/spelling"),),
        held=1,
    )
    second = FileReport("rinks.md", (finding(0, "Which?", "ask/which", Severity.FIX, "rinks.md"),))
    assert write(Report((first, second)), Screen()) == (
        "drafts/pool.txt:1:19: stop facts/month The council said April.\n"
        "drafts/pool.txt:2:5: style spelling/house-form The house form is “advisor”.\n"
        "drafts/pool.txt:2:22: ask style/echo Said twice.\n"
        "rinks.md:1:1: fix ask/which Which?\n"
    )


def test_no_findings_no_output() -> None:
    problem = Problem("cannot be read", "a.txt")
    assert write(Report((FileReport("a.txt", (), (problem,), 3),), (problem,)), Screen()) == ""


def test_screen_changes_nothing() -> None:
    some = report(finding(0, "A long message of some words. " * 9))
    assert write(some, Screen(True, 20, 3)) == write(some, Screen(False, 200, -1))


def test_line_breaks_and_controls_are_harmless() -> None:
    hostile = finding(0, "one\r\n  two\x1b[2J\u202e", "a/b\n", path="a\nb\udc80.txt")
    assert write(report(hostile), Screen()) == (
        "a\\u{a}b\\u{dc80}.txt:1:1: style a/b\\u{a} one two\\u{1b}[2J\\u{202e}\n"
    )


ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT, ANY_TEXT), max_size=4))
def test_always_one_line_each_that_can_be_encoded(texts: list[tuple[str, str, str]]) -> None:
    found = [finding(0, message, rule, path=path) for message, rule, path in texts]
    written = write(report(*found), Screen())
    assert len(written.splitlines()) == written.count("\n") == len(found)
    assert written.encode("utf-8").decode("utf-8") == written
