"""Whatever the draft: safe fixes keep quotes, names, numbers; twice is once; faults are gone."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.document import Document
from copydesk.document.slots import Slot
from copydesk.model.findings import Severity, Span
from copydesk.report import FileReport
from copydesk.report.fixed import Fixing
from copydesk.run.fixer import fix_bytes
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings

WORDS = st.sampled_from(
    ["The", "town", "saw", "rain", "and", "and", "the", "the", "said", "Poe", "Jane", "1,200",
     "3.5", "U.S.", "5 p.m.", "goverment", "teh", "substainable", "Kiev", "“We", "teh “goverment",
     "stay,”", '"open', "now”", '"We', 'left,"', "’em", "it's", "rock ’n’ roll", "café", "AT&T",
     "x < y", "end.The", "rain.Snow", "(Reuters) -It", "— no", "(Reuters)-The", "Smith-Jones",
     "Duran Duran", "had had", "of of", "to to", "pic.twitter.com/AbCd1234", "*so*", "[a](b)"]
)  # fmt: skip
LINE = st.lists(WORDS, min_size=1, max_size=16).map(" ".join)
LEFTOVER = st.sampled_from(
    ["Advertisement", "(Reporting by Jane Poe; Editing by Joe Roe)", "By Jane Doe", "Read more",
     "Our Standards: The Thomson Reuters Trust Principles.", "Click here to subscribe", "KYIV"]
)  # fmt: skip
STORY = st.lists(st.one_of(LINE, LINE, LINE, LEFTOVER), min_size=1, max_size=7)
BREAKS = st.sampled_from(["\n\n", "\r\n\r\n", "\n"])


WORD = re.compile(r"\w+")


class Replaced(NamedTuple):
    """A word of the old draft that gave way to another (or to none), and where it stood."""

    old: str
    new: str
    place: Span


def slot_words(doc: Document, slot: Slot) -> list[tuple[str, Span]]:
    return [
        (match[0], Span(*match.span()))
        for match in WORD.finditer(doc.text, slot.span.start, slot.span.end)
    ]


def exchange(old: str, new: str) -> int:
    """What it costs to call one word the other's successor; 2 is put in or taken out."""
    return 0 if old == new else 3 if old[:1].lower() == new[:1].lower() else 4


def replaced(old: list[tuple[str, Span]], new: list[str]) -> Iterator[Replaced]:
    """The words that differ, by the cheapest way from the old to the new."""
    while old and new and old[0][0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1][0] == new[-1]:
        old, new = old[:-1], new[:-1]
    rows, columns = len(old), len(new)
    cost = [[2 * (rows - i + columns - j) for j in range(columns + 1)] for i in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            cost[i][j] = min(cost[i + 1][j] + 2, cost[i][j + 1] + 2,
                             cost[i + 1][j + 1] + exchange(old[i][0], new[j]))  # fmt: skip
    end = Span(old[-1][1].end, old[-1][1].end) if old else Span(0, 0)
    i = j = 0
    while i < rows or j < columns:
        if (
            i < rows
            and j < columns
            and cost[i][j] == cost[i + 1][j + 1] + exchange(old[i][0], new[j])
        ):
            if old[i][0] != new[j]:
                yield Replaced(old[i][0], new[j], old[i][1])
            i, j = i + 1, j + 1
        elif i < rows and cost[i][j] == cost[i + 1][j] + 2:
            yield Replaced(old[i][0], "", old[i][1])
            i += 1
        else:
            yield Replaced("", new[j], old[i][1] if i < rows else end)
            j += 1


def replaced_words(before: Document, after: Document, deletable: set[Span]) -> list[Replaced]:
    """Every word that differs in the prose, slot by slot; whole leftovers may be gone."""
    found: list[Replaced] = []
    left = [(slot.kind, WORD.findall(after.text[slot.span.start : slot.span.end]))
            for slot in after.parsed.slots]  # fmt: skip
    for slot in before.parsed.slots:
        old = slot_words(before, slot)
        same = left[:1] == [(slot.kind, [word for word, _ in old])]
        if same or slot.span not in deletable:
            found += replaced(old, left.pop(0)[1] if left else [])
    assert not left, left
    return found


def complaints(before: Document, after: Document, deletable: set[Span]) -> list[str]:
    """What safe fixes may never do, and did.

    Args:
        before: the draft before its fixes.
        after: the draft after them.
        deletable: the slots that a finding calls a leftover as a whole.
    """
    found = []
    for one in replaced_words(before, after, deletable):
        slot = before.slot_at(one.place.start)
        if any(char.isupper() or char.isnumeric() for char in one.old):
            found.append(f"a name or number went: {one}")
        if before.quote_at(one.place) is not None or (slot and slot.kind == "block-quote"):
            found.append(f"quoted speech was changed: {one}")
        if slot is not None and slot.kind == "byline":
            found.append(f"a byline was changed: {one}")
        if any(map(str.isnumeric, one.new)):
            found.append(f"a number came: {one}")
    return found


@cache
def desk() -> Linter:
    return Linter(RunSettings(date="2025-04-15"))


def fixed(name: str, data: bytes, suggested: bool = False) -> FileReport:
    """The report on a draft after its fixes; nothing is written."""
    return fix_bytes(desk(), name, data, Fixing(suggested, False))


def read(source: str, name: str) -> Document:
    return Document(source, desk().registry.parser_for(name, "").load(), name)


def grave(report: FileReport) -> Counter[str]:
    return Counter(one.rule for one in report.findings if one.severity >= Severity.FIX)


def leftovers(doc: Document, report: FileReport) -> set[Span]:
    """The slots that are leftovers as a whole, by the report on the draft as it was."""
    found = set()
    for slot in doc.parsed.slots:
        source = doc.to_source(slot.span)
        for one in report.findings:
            start, end = one.range.start.offset, one.range.end.offset
            safe = bool(one.fixes) and one.fixes[0].safety == "safe"
            covers = start <= source.start and source.end <= end
            if safe and covers and one.rule.startswith("leftover/"):
                found.add(slot.span)
    return found


def hold(source: str, name: str, suggested: bool = False) -> int:
    """Fix a draft and hold everything that is promised of it; how many fixes were taken."""
    data = source.encode("utf-8")
    before = desk().check_bytes(name, data)
    after = fixed(name, data, suggested)
    assert not before.problems and not after.problems
    if after.fixed is None:
        return 0
    text = after.fixed.data.decode("utf-8")
    again = fixed(name, after.fixed.data, suggested)
    assert again.fixed is None or again.fixed.data == after.fixed.data, "twice is not once"
    assert not grave(after) - grave(before), "a new fault"
    if suggested:
        return len(after.fixed.applied)
    old, new = read(source, name), read(text, name)
    assert complaints(old, new, leftovers(old, before)) == []
    kept = {(one.rule, one.title) for one in after.fixed.left}
    for one in after.findings:
        fix = one.fixes[0] if one.fixes else None
        assert fix is None or fix.safety != "safe" or (one.rule, fix.title) in kept
    return len(after.fixed.applied)


@settings(max_examples=150)
@given(STORY, BREAKS)
def test_plain_text(story: list[str], gap: str) -> None:
    hold(gap.join(story), "x.txt")


@settings(max_examples=150)
@given(STORY, st.sampled_from(["\n\n", "\r\n\r\n"]), st.booleans())
def test_markdown_with_front_matter(story: list[str], gap: str, single: bool) -> None:
    title = story[0].replace("'", "''") if single else story[0].replace('"', '\\"')
    quote = "'" if single else '"'
    front = f"---\ntitle: {quote}{title}{quote}  # checked\ntags: [a, b]\n---\n"
    hold(front + gap.join(story), "x.md")


@settings(max_examples=150)
@given(STORY)
def test_html_with_entities(story: list[str]) -> None:
    body = "\n".join(f"<p>{html.escape(line)}</p>" for line in story)
    hold(f'<h1>Rain</h1>\n{body}\n<img src="a.png" alt="{html.escape(story[0])}">\n', "x.html")


@settings(max_examples=100)
@given(STORY, st.sampled_from(["x.txt", "x.md"]))
def test_suggested_fixes_come_to_an_end_too(story: list[str], name: str) -> None:
    hold("\n\n".join(story), name, suggested=True)


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ("The man said “it was good”. Poe left at 12.", []),
        ("The men said “it was good”. Poe left at 12.", []),
        ("The man said “it is good”. Poe left at 12.", ["quoted"]),
        ("The man said “it was good”. Roe left at 12.", ["a name"]),
        ("The man said “it was good”. Poe left at 13.", ["a name", "a number"]),
        ("The man said “it was good”. left at 12.", ["a name"]),
    ],
)
def test_the_oracle_sees(after: str, said: list[str]) -> None:
    before = read("The man said “it was good”. Poe left at 12.", "x.txt")
    found = complaints(before, read(after, "x.txt"), set())
    assert [any(one.startswith(word) for one in found) for word in said] == [True] * len(said)
    assert bool(found) == bool(said)


def test_the_drafts_above_do_have_faults_that_are_fixed() -> None:
    story = 'The goverment saw the the rain.\n\nAdvertisement\n\n“It was good", he said.The end.\n'
    assert hold(story, "x.txt") >= 4


SAMPLE = 200


def sample(shared: Path) -> list[Path]:
    news = sorted((shared / "corpora" / "news").glob("*.txt"))
    step = max(1, len(news) // SAMPLE)
    markdown = sorted((shared / "corpora" / "markdown").glob("*.md"))[::5]
    return [*sorted((shared / "seeds").iterdir()), *news[::step][:SAMPLE], *markdown]


@pytest.mark.slow
def test_on_real_copy_nothing_changes_but_what_the_fixes_name(shared: Path) -> None:
    paths = sample(shared)
    if len(paths) < SAMPLE:
        pytest.skip("shared: the corpus is not there")
    taken = sum(hold(path.read_bytes().decode("utf-8"), path.name) for path in paths)
    assert taken >= 20
