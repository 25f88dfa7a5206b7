"""What must hold of every draft: generated copy in all formats, through the whole desk."""

from __future__ import annotations

import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.config import Config
from copydesk.files.discover import Draft
from copydesk.formats import concise, json_format, text
from copydesk.hooks.specs import Screen
from copydesk.model.findings import Span
from copydesk.model.placed import PlacedEdit, PlacedFinding, Range
from copydesk.report import FileReport, Report
from copydesk.run.linter import Linter
from copydesk.run.options import RunOptions
from copydesk.run.runner import run
from copydesk.run.settings import RunSettings
from copydesk.testing.rule_examples import document

SUFFIXES = {"text": "txt", "markdown": "md", "html": "html"}
TERMS = ("Kiev", "Odessa", "Mount Poe", "grey squirrel", "pier 12")

# A pack that calls every fix safe, so that the engine has to see to it that none is that is not.
PACK = """
[rule]
id = "test/house"
summary = "The forms of the house."
severity = "style"
[defaults]
fix = "safe"
[forms]
Kyiv = ["Kiev"]
Odesa = ["Odessa"]
"Poe Peak" = ["Mount Poe"]
"squirrel" = ["grey squirrel"]
"pier twelve" = ["pier 12"]
"editor" = ["senior editor"]
"""


@cache
def desk() -> Linter:
    """All rules that come with copydesk, and the pack."""
    folder = tempfile.mkdtemp()
    Path(folder, "house.toml").write_text(PACK, "utf-8")
    config = Config(terms=(("house.toml", str(Path(folder, "house.toml"))),))
    return Linter(RunSettings(config, date="2025-04-15", cache=folder))


class Page:
    """A draft while it is written, with what is known of it.

    ``planted`` holds where terms of the pack stand in the source, ``quoted`` and
    ``bylines`` where words stand that no safe fix may change.
    """

    def __init__(self, name: str, end: str) -> None:
        self.format = name
        self.end = end
        self.source = ""
        self.planted: list[Span] = []
        self.quoted: list[Span] = []
        self.bylines: list[Span] = []

    def __repr__(self) -> str:
        return f"{self.format}: {self.source!r}, planted {self.planted}"

    def add(self, source: str) -> Span:
        start = len(self.source)
        self.source += source
        return Span(start, len(self.source))


class Word(NamedTuple):
    """A piece of a paragraph: by format its source, and which part of that is a planted term."""

    source: dict[str, tuple[str, str, str]]


def plain(words: str) -> Word:
    return Word(dict.fromkeys(SUFFIXES, (words, "", "")))


def term(words: str, before: str = "", after: str = "") -> Word:
    return Word(dict.fromkeys(SUFFIXES, (before, words, after)))


def marked_up(words: str, at: int, form: int) -> Word:
    """A term with markup or a reference inside, in formats that have such."""
    a, b = words[:at], words[at:]
    code = f"&#{ord(b[0])};{b[1:]}"
    markdown = [("**", f"{a}**{b}", ""), ("", f"{a}*{b}", "*"), ("[", f"{a}{b}", "](/Kiev)"),
                ("", a + code, ""), ("***", words, "***"), ("", f"{a}<i>{b}", "</i>")]  # fmt: skip
    html = [("<b>", f"{a}</b>{b}", ""), ("", f"{a}<i class='Kiev'>{b}", "</i>"),
            ("<a href='/Kiev'>", words, "</a>"), ("", a + code, ""),
            ("<em><b>", words, "</b></em>"), ("", f"{a}<!-- Kiev -->{b}", "")]  # fmt: skip
    found = {"text": ("", words, ""), "markdown": markdown[form], "html": html[form]}
    if form == 1 and not words.isalpha():
        found["markdown"] = ("", words, "")
    return Word(found)


LETTERS = st.text("abcdehilmnorstuéøñб中", min_size=1, max_size=9)
COMMON = st.sampled_from(
    ["boats", "came", "went", "back", "said", "told", "later", "near", "town", "with", "about"]
)
NAMES = st.sampled_from(["Ann", "Poe", "Oslo", "Bergen", "NATO", "Tuesday", "7", "1,200", "2025"])
FAULTS = st.sampled_from(
    [
        *(
            "the the",
            "the **the**",
            "<i>the</i> the",
            "the <i>the</i>",
            "community.The",
            "TK",
            "former President Donald Trump",
            "teh",
            "recieve",
        ),
        *("reduce reduce", "[CQ]", "XXX", "goverment", "(Reuters)", "said. it", "a a", "wich"),
    ]
)
DECOYS = {
    "text": [
        "Kievan",
        "http://a.org/Kiev",
        "#Kiev",
        "@Kiev",
        "kiev.odessa@a.org",
        "Kiev2",
        "agrey squirrel",
    ],
    "markdown": [
        "Kievan",
        "`Kiev`",
        "<http://a.org/Kiev>",
        "[a](/Kiev 'Kiev')",
        "Od**essas**",
        "a**grey squirrel**",
    ],
    "html": [
        "Kievan",
        "<code>Kiev</code>",
        "<i title='Kiev'>a</i>",
        "<!-- Kiev -->",
        "K<b>iever</b>",
    ],
}
ALIKE = {"text": "R&D", "markdown": "R&amp;D \\*", "html": "R&amp;D&nbsp;caf&eacute;"}
TERM = st.sampled_from(TERMS)
WORDS = st.one_of(
    COMMON.map(plain),
    COMMON.map(plain),
    LETTERS.map(plain),
    NAMES.map(plain),
    FAULTS.map(plain),
    st.just(Word({name: (source, "", "") for name, source in ALIKE.items()})),
    st.integers(0, 6).map(
        lambda at: Word({n: (d[at % len(d)], "", "") for n, d in DECOYS.items()})
    ),
    TERM.map(term),
    st.builds(
        term, TERM, st.sampled_from(["(", "pre-"]), st.sampled_from([",", ")", "’s", "-led"])
    ),
    st.builds(marked_up, TERM, st.integers(1, 3), st.integers(0, 5)),
)
MARKS = st.sampled_from(['""', "“”", "''", "‘’"])


class Quoted(NamedTuple):
    """Words in quotation marks."""

    marks: str
    words: list[Word]


QUOTED = st.builds(Quoted, MARKS, st.lists(WORDS, min_size=1, max_size=4)).filter(
    lambda quoted: not quoted.words[0].source["text"][0][:1].isdigit()  # '98 would be a year
)
PARTS = st.lists(
    st.one_of(WORDS, WORDS, QUOTED),
    max_size=8,
)
BLOCKS = {
    "text": [("", "")],
    "markdown": [("", ""), ("- ", ""), ("> ", ""), ("## ", "")],
    "html": [("<p>", "</p>"), ("<li>", "</li>"), ("<h2>", "</h2>"), ("<div>", "</div>")],
}


def write_word(page: Page, word: Word) -> None:
    before, planted, after = word.source[page.format]
    page.add(before)
    if planted:
        page.planted.append(page.add(planted))
    page.add(after)


def write_parts(page: Page, parts: list[Word | Quoted]) -> None:
    for part in parts:
        page.add(" ")
        if isinstance(part, Word):
            write_word(page, part)
            continue
        start = page.add(part.marks[0]).end
        for number, word in enumerate(part.words):
            page.add(" " if number else "")
            write_word(page, word)
        if page.source[-1].isdigit():
            page.add(" feet")  # else a single mark behind it would be the sign for feet
        page.quoted.append(Span(start, page.add(part.marks[1]).start))


@st.composite
def pages(draw: st.DrawFn, names: tuple[str, ...] = tuple(SUFFIXES)) -> Page:
    page = Page(draw(st.sampled_from(names)), draw(st.sampled_from(["\n", "\r\n", "\r"])))
    gap = page.end * 2
    if draw(st.booleans()):
        before, after = {"html": ("<p class=byline>", "</p>")}.get(page.format, ("", ""))
        page.add(f"{'' if page.format == 'html' else '# '}Boats{gap}{before}")
        start = page.add("By Ann Poe, ").start
        page.planted.append(page.add("senior editor"))
        page.bylines.append(Span(start, len(page.source)))
        page.add(after + gap)
    for _ in range(draw(st.integers(1, 4))):
        before, after = draw(st.sampled_from(BLOCKS[page.format]))
        page.add(f"{before}Boats of the north")
        write_parts(page, draw(PARTS))
        page.add(f" were seen.{after}{gap}")
    return page


def checked(page: Page, source: str | None = None) -> FileReport:
    data = (page.source if source is None else source).encode()
    report = desk().check_bytes(f"x.{SUFFIXES[page.format]}", data)
    assert not report.problems
    return report


def ranges(report: FileReport) -> Iterator[Range]:
    for finding in report.findings:
        yield finding.range
        yield from (one.range for one in finding.related)
        yield from (edit.range for fix in finding.fixes for edit in fix.edits)


def line_and_column(source: str, offset: int) -> tuple[int, int]:
    """Counted letter by letter."""
    line = column = 1
    for at in range(offset):
        if source[at] == "\n" or (source[at] == "\r" and source[at + 1 : at + 2] != "\n"):
            line, column = line + 1, 1
        else:
            column += 1
    return line, column


@settings(max_examples=200)
@given(pages())
def test_every_place_lies_in_the_source_and_is_told_as_it_stands(page: Page) -> None:
    report = checked(page)
    for start, end, words in ranges(report):
        assert 0 <= start.offset <= end.offset <= len(page.source)
        assert page.source[start.offset : end.offset] == words
        for place in (start, end):
            assert (place.line, place.column) == line_and_column(page.source, place.offset)
    told = json.loads("".join(json_format.write(Report((report,)), Screen())))
    for one, finding in zip(told["findings"], report.findings, strict=True):
        placed = [one, *one["related"], *(edit for fix in one["fixes"] for edit in fix["edits"])]
        assert [(p["start"], p["end"]) for p in placed] == [
            (r.start._asdict(), r.end._asdict()) for r in ranges(FileReport("", (finding,)))
        ]
        for place in placed[: 1 + len(one["related"])]:
            start, end = place["start"]["offset"], place["end"]["offset"]
            assert page.source[start:end] == place["text"]


@settings(max_examples=400)
@given(pages())
def test_planted_terms_are_found_where_they_stand_and_nowhere_else(page: Page) -> None:
    found = [one.range for one in checked(page).findings if one.rule == "test/house"]
    assert [Span(start.offset, end.offset) for start, end, _ in found] == page.planted


@settings(max_examples=200)
@given(pages())
def test_the_map_is_monotone_in_a_slot_and_exact_on_literal_pieces(page: Page) -> None:
    doc = document(page.source, page.format)
    for slot in doc.parsed.slots:
        spans = [doc.to_source(Span(at, at + 1)) for at in range(*slot.span)]
        assert spans == sorted(spans)
        assert [span.end for span in spans] == sorted(span.end for span in spans)
        for at, span in zip(range(*slot.span), spans, strict=True):
            stands_for = page.source[slice(*span)]
            assert stands_for == doc.text[at] or stands_for[:1] in "&\\" or stands_for.isspace()
            assert doc.to_source(Span(slot.span.start, at + 1)) == (spans[0].start, span.end)
    for word in re.finditer("Boats of the north|were seen", doc.text):
        assert page.source[slice(*doc.to_source(Span(*word.span())))] == word[0]


@pytest.mark.process
@settings(max_examples=8)
@given(st.lists(pages(), min_size=2, max_size=6), st.randoms())
def test_the_same_bytes_whatever_the_order_and_the_number_of_processes(
    drafts: list[Page], random: object
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, page in enumerate(drafts):
            name = f"{number}.{SUFFIXES[page.format]}"
            Path(folder, name).write_bytes(page.source.encode())
            files.append(Draft(name, str(Path(folder, name))))
        outputs = set()
        for jobs in (1, 2):
            random.shuffle(files)  # type: ignore[attr-defined]
            report = run(desk(), files, RunOptions(jobs, cache=False))
            writers = (json_format.write, concise.write, text.write)
            outputs.add(tuple("".join(write(report, Screen(verbosity=1))) for write in writers))
    assert len(outputs) == 1


def is_safe(finding: PlacedFinding) -> bool:
    """Whether the fix that is offered first may be applied unseen."""
    return bool(finding.fixes) and finding.fixes[0].safety == "safe"


def kept(words: str) -> Counter[str]:
    """The words that no safe fix may change wherever they stand: capitals, figures."""
    return Counter(
        word for word in re.findall(r"\w+", words) if re.search(r"\d", word) or word != word.lower()
    )


def apply(source: str, edits: tuple[PlacedEdit, ...], span: Span) -> str:
    """That part of the source after the edits that meet it, cut at its ends."""
    parts, at = [], span.start
    for (start, end, _), new in edits:
        if start.offset <= span.end and end.offset >= span.start:
            parts.append(source[at : max(at, start.offset)] + new)
            at = max(at, end.offset)
    return "".join(parts) + source[at : max(at, span.end)]


@settings(max_examples=400)
@given(pages(("text", "markdown")))
def test_a_safe_fix_changes_no_quotation_name_figure_or_byline(page: Page) -> None:
    for finding in filter(is_safe, checked(page).findings):
        edits = finding.fixes[0].edits
        after = apply(page.source, edits, Span(0, len(page.source)))
        lost = kept(unescape(page.source)) - kept(unescape(after))
        assert not lost, (finding, lost)
        for span in page.quoted + page.bylines:
            before = re.findall(r"\w+", page.source[slice(*span)])
            assert re.findall(r"\w+", apply(page.source, edits, span)) == before, finding


@settings(max_examples=400)
@given(pages())
def test_a_safe_fix_leaves_the_markup_and_all_other_paragraphs_alone(page: Page) -> None:
    def tags(source: str) -> Counter[str]:
        return Counter(re.findall(r"</?\w+", source))

    before = document(page.source, page.format)
    paragraphs = {slot.span: before.text[slice(*slot.span)] for slot in before.parsed.slots}
    for finding in filter(is_safe, checked(page).findings):
        if finding.rule == "leftover/markup":
            continue  # it takes out the tags that readers would see
        source = apply(page.source, finding.fixes[0].edits, Span(0, len(page.source)))
        after = document(source, page.format)
        assert tags(source) == tags(page.source), (finding, source)
        assert after.text.count("*") <= before.text.count("*"), (finding, source)
        left = {after.text[slice(*slot.span)] for slot in after.parsed.slots}
        edits = [Span(one.start.offset, one.end.offset) for one, _ in finding.fixes[0].edits]
        touched = [
            place
            for place in map(before.to_source, paragraphs)
            if any(one.start <= place.end and place.start <= one.end for one in edits)
        ]
        assert len({*paragraphs.values()} - left) <= max(1, len(touched)), (finding, source)


@settings(max_examples=150)
@given(pages(("text", "markdown")))
def test_all_safe_fixes_one_by_one_come_to_an_end_and_keep_the_names(page: Page) -> None:
    source = page.source
    for _ in range(60):
        fixes = [fix for one in checked(page, source).findings for fix in one.fixes]
        safe = [fix for fix in fixes if fix.safety == "safe"]
        if not safe:
            break
        source = apply(source, safe[0].edits, Span(0, len(source)))
    else:
        raise AssertionError(f"it never ends: {source!r}")
    names = re.compile("Boats of the north|were seen|By Ann Poe, senior editor|Odess?a|Kiev")
    assert Counter(names.findall(source)) == Counter(names.findall(page.source))
