"""The unified diff is made from the edits, and says what comparing the texts would say."""

from __future__ import annotations

import re
import shutil
import subprocess
from difflib import unified_diff
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import Edit, Span
from copydesk.fixing import diff
from copydesk.fixing.changes import applied_to
from copydesk.fixing.diff import unified
from tests.counting import lines

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_HEAD = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@\n")


def compared(before: str, after: str) -> str:
    """The diff as difflib makes it."""
    lines = unified_diff(_LINE.findall(before), _LINE.findall(after), "a/x", "b/x")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def patched(before: str, text: str) -> str:
    """The text with a diff applied, line by line, as strictly as ``git apply``."""
    old = _LINE.findall(before)
    out: list[str] = []
    at = 0
    for row in text.replace("\n\\ No newline at end of file\n", "\0\n").splitlines()[2:]:
        head = _HEAD.fullmatch(f"{row}\n")
        if head is not None:
            start = int(head[1]) - (head[2] != "0")
            out += old[at:start]
            at = start
            assert len(out) == int(head[3]) - (head[4] != "0")
            continue
        words = row[1:].removesuffix("\0") + ("" if row.endswith("\0") else "\n")
        if row[0] != "+":
            assert old[at] == words
            at += 1
        if row[0] != "-":
            out.append(words)
    return "".join(out + old[at:])


@st.composite
def edited(draw: st.DrawFn, letters: str) -> tuple[str, list[list[Edit]]]:
    """A text and the edits of a few passes."""
    before = now = draw(st.text(letters, max_size=60))
    passes = []
    for _ in range(draw(st.integers(1, 3))):
        places = sorted(draw(st.lists(st.integers(0, len(now)), max_size=8)))
        spans = [Span(*pair) for pair in zip(places[::2], places[1::2], strict=False)]
        spans = [one for one, before_it in zip(spans, [None, *spans], strict=False)
                 if before_it is None or one.start > before_it.end]  # fmt: skip
        edits = [Edit(span, draw(st.text(letters, max_size=6))) for span in spans]
        now = applied_to(now, edits)
        passes.append(edits)
    return before, passes


def after_of(before: str, passes: list[list[Edit]]) -> str:
    for edits in passes:
        before = applied_to(before, edits)
    return before


@given(edited("ab \n"))
def test_it_leads_to_the_new_text(case: tuple[str, list[list[Edit]]]) -> None:
    before, passes = case
    after = after_of(before, passes)
    assert patched(before, unified("x", before, after, tuple(map(tuple, passes)))) == after


@given(st.lists(st.integers(0, 1), min_size=1, max_size=60), st.booleans())
def test_where_all_lines_differ_it_is_what_comparing_gives(
    marks: list[int], is_ended: bool
) -> None:
    lines = [f"line {number} {'the the' if mark else 'the'}" for number, mark in enumerate(marks)]
    before = "\n".join(lines) + "\n" * is_ended
    edits = [Edit(Span(at.end() - 4, at.end()), "") for at in re.finditer("the the", before)]
    after = applied_to(before, edits)
    assert unified("x", before, after, (tuple(edits),)) == compared(before, after)


def test_lines_that_go_and_come() -> None:
    before = "one\ntwo\nthree\nfour\n"
    for edit in (Edit(Span(4, 8), ""), Edit(Span(3, 4), " "), Edit(Span(8, 8), "new\n"),
                 Edit(Span(18, 18), "end"), Edit(Span(0, 19), ""), Edit(Span(18, 19), "")):  # fmt: skip
        after = applied_to(before, [edit])
        assert unified("x", before, after, ((edit,),)) == compared(before, after)
    assert unified("x", before, before, ()) == ""


def _steps(count: int) -> int:
    """The lines of Python that run for a diff with that many changes."""
    before = "The the harbour is open.\nBoats come in.\n" * count
    edits = tuple(Edit(Span(at.start() + 3, at.end()), "") for at in re.finditer("The the", before))
    after = applied_to(before, edits)
    with lines() as steps:
        unified("x", before, after, (edits,))
    return steps.count


def test_its_work_grows_with_the_number_of_changes() -> None:
    few, many = _steps(100), _steps(800)
    assert 0 < many < 10 * few


@pytest.mark.process
@pytest.mark.skipif(not shutil.which("patch"), reason="needs patch")
def test_patch_takes_it(tmp_path: Path) -> None:
    before = "a\n" * 20 + "b b\n" + "c\n" * 20 + "end end"
    edits = (Edit(Span(41, 43), ""), Edit(Span(len(before) - 4, len(before)), ""))
    after = applied_to(before, edits)
    (tmp_path / "x").write_text(before)
    text = unified("x", before, after, (edits,))
    subprocess.run(["patch", "-p1", "-s"], cwd=tmp_path, input=text, text=True, check=True)
    assert (tmp_path / "x").read_text() == after
    assert diff.replaced([edits])[0] == (41, 43, 41, 41)
