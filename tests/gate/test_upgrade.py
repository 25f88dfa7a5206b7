"""Findings of two versions, matched: every one is counted once, in linear time."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from copydesk.gate.record import Known, KnownDraft, Record, drafts_of, known
from copydesk.gate.upgrade import compare
from copydesk.model.findings import Severity, Span
from copydesk.model.placed import PlacedFinding, Position, Range
from copydesk.report import FileReport

TEXT = "x" * 60


def finding(rule: str, start: int, length: int, severity: Severity) -> PlacedFinding:
    end = start + length
    place = Range(Position(start, 1, start + 1), Position(end, 1, end + 1), TEXT[start:end])
    return PlacedFinding("a.txt", rule, severity, "m", "", place, "", Span(0, 0), (), ())


findings = st.lists(
    st.builds(
        finding,
        st.sampled_from(["a/b", "a/c"]),
        st.integers(0, 20),
        st.integers(0, 6),
        st.sampled_from(list(Severity)),
    ),
    max_size=8,
)


def report(found: list[PlacedFinding]) -> FileReport:
    return FileReport("a.txt").with_more(found)._replace(digest=b"1")


@given(findings, findings)
def test_every_finding_is_the_same_or_in_one_change(
    old: list[PlacedFinding], new: list[PlacedFinding]
) -> None:
    record = Record(drafts_of([report(old)]), {}, "", "")
    found = compare(record, {"a.txt": report(new)}, Severity.FIX)
    before = Counter(map(known, old))
    now = Counter(map(known, new))
    gone = Counter(one.before for one in found.changes if one.before is not None)
    came = Counter(one.now for one in found.changes if one.now is not None)
    assert before - gone == now - came, "what is in no change is in both"
    assert not gone - before
    assert not came - now
    for one in found.changes:
        if one.before is not None and one.now is not None:
            assert one.before != one.now
            assert one.before.rule == one.now.rule


@given(findings)
def test_a_run_compared_with_itself_has_no_changes(old: list[PlacedFinding]) -> None:
    record = Record(drafts_of([report(old)]), {}, "", "")
    found = compare(record, {"a.txt": report(old)}, Severity.STOP)
    assert not found.changes
    assert (found.compared, found.would_fail, found.would_pass) == (1, (), ())


def test_the_level_decides_what_would_fail() -> None:
    draft = KnownDraft(b"1".hex(), (Known("a/b", "style", 0, 1, 1, "x", ""),))
    now = report([finding("a/b", 0, 1, Severity.FIX)])
    for level, would_fail in ((Severity.FIX, ("a.txt",)), (Severity.STOP, ()), (None, ())):
        found = compare(Record({"a.txt": draft}, {}, "", ""), {"a.txt": now}, level)
        assert found.would_fail == would_fail
        assert [one.kind for one in found.changes] == ["changed"]
