"""The proof sheet: sound by structure in any case, and by a real browser where one is."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.cli import main
from copydesk.document.slots import Slot
from copydesk.document.textmap import Piece, TextMap
from copydesk.engine.place import Lines
from copydesk.formats.html import note as margin
from copydesk.formats.html.plot import bars
from copydesk.formats.html.sheet import write
from copydesk.hooks.specs import Screen
from copydesk.model.findings import Problem, Severity, Span
from copydesk.model.placed import PlacedFinding, PlacedRelated
from copydesk.report import FileReport, Report
from copydesk.report.story import Story
from tests.formats.ci.helpers import DATE, report_on

COPY = """\
---
title: Talks resume in Kiev
author: Ada Lund
---

The talks in *Ki*ev went on & on, <b>they</b> said. 𐐀é “and Kiev waits.

It is not not over.

<!-- stet: spelling/typo -->
- One <script>alert(1)</script> item
"""
VOID = {"meta", "input", "br", "img", "link", "rect"}


class Page(HTMLParser):
    """Reads a page, and fails where elements do not nest."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[str] = []
        self.ids: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.copy: list[str] = []
        self.feed(text)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        assert len(values) == len(attrs), (tag, attrs)
        self.elements.append((tag, values))
        if "id" in values:
            self.ids.append(values["id"])
        if tag not in VOID:
            self.stack.append(tag)
        if tag == "p" and values.get("class", "").startswith("copy ") and "dir" in values:
            self.copy.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID, tag
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.copy and "p" in self.stack and not {"sup", "ol"} & set(self.stack):
            self.copy[-1] += data


def read(report: Report) -> Page:
    """The page, with what holds of every page put to the test."""
    text = "".join(write(report, Screen()))
    page = Page(text)
    text.encode("utf-8")
    assert len(set(page.ids)) == len(page.ids)
    for tag, values in page.elements:
        target = values.get("href", "#stories")
        assert not target.startswith("#") or target[1:] in page.ids, target
        for key in ("aria-labelledby", "aria-describedby"):
            assert set(values.get(key, "stories").split()) <= set(page.ids), values
        assert "src" not in values and tag not in ("link", "iframe", "img", "object"), tag
        assert not any(key.startswith("on") or key == "style" for key in values), values
    for kind in ("style", "script"):
        (body,) = re.findall(f"<{kind}>(.*?)</{kind}>", text, re.S)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in text
        assert "http" not in body and "url(" not in body and "@import" not in body
    return page


def test_every_finding_has_a_note_and_its_words_a_mark() -> None:
    report = report_on(a_md=COPY, b_txt="Nothing is wrong with this.\n")
    page = read(report)
    notes = [v for t, v in page.elements if t == "li" and v.get("class", "").startswith("remark")]
    assert [note["data-rule"] for note in notes] != []
    assert sorted(int(note["id"][1:]) for note in notes) == list(range(1, len(report.findings) + 1))
    for note in notes:
        finding = report.findings[int(note["id"][1:]) - 1]
        assert note["data-rule"] == finding.rule
        assert note["data-severity"] == str(finding.severity)
    marks = [v for t, v in page.elements if t == "a" and v.get("class", "").startswith("mark")]
    loose = {"stet/unused"}
    marked = {number for mark in marks for number in mark["data-n"].split()}
    assert marked == {str(n) for n, one in enumerate(report.findings, 1) if one.rule not in loose}


def test_the_story_reads_as_it_reads() -> None:
    report = report_on(a_md=COPY)
    story = report.files[0].story
    assert story is not None
    page = read(report)
    expected = [story.text[slot.span.start : slot.span.end] for slot in story.slots]
    named = ("byline", "alt", "credit", "deck", "caption", "kicker", "note", "embed", "table-cell")
    labels = [slot.kind if slot.kind in named else "" for slot in story.slots]
    assert page.copy == [a + b for a, b in zip(labels, expected, strict=True)]
    assert any("alert(1)" in text or "item" in text for text in page.copy)


def test_nothing_of_the_copy_becomes_markup() -> None:
    nasty = "<script>alert(1)</script><img src=x onerror=y>\" ' & </p>"
    finding = FINDING._replace(message=nasty, evidence=nasty, rule='a/"b>', path=nasty)
    finding = finding._replace(range=Lines(nasty).range(Span(2, 9)), related=())
    slots = (Slot("paragraph", Span(0, len(nasty))),)
    story = Story(nasty, False, plain_map(nasty), slots, DATE, nasty)
    file = FileReport(nasty, (finding,), (Problem(nasty, nasty),), story=story)
    page = read(Report((file,), (Problem(nasty),)))
    assert page.copy == [nasty]
    assert sum(tag == "script" for tag, _ in page.elements) == 1


def test_a_note_shows_every_witness_whole() -> None:
    text = "The council met in the old harbour hall on Tuesday for the first time. " * 12
    lines = Lines(text)
    related = tuple(
        PlacedRelated("b.txt", lines.range(Span(at * 71, at * 71 + 70)), "") for at in range(12)
    )
    told = margin.note(1, FINDING._replace(related=related), placed=True, own=frozenset())
    assert html.unescape(told).count(text[:70].strip()) == 12
    assert "…" not in told


def test_a_report_without_findings_stories_or_files() -> None:
    read(Report())
    read(Report((FileReport("a.txt", (), (Problem("not UTF-8", "a.txt"),)),)))
    read(Report((FileReport("a.txt", (FINDING,)),)))  # of a plugin that gave no story


def plain_map(text: str) -> TextMap:
    return TextMap([Piece(text, 0, len(text), True)])


LINES = Lines("Mayor Ana Ruiz spoke.\nRuis left.\n")
FINDING = PlacedFinding(
    "a.txt", "names/spelling", Severity.STOP, "“Ruis” here, but “Ruiz” above.", "",
    LINES.range(Span(22, 26)), "Ruis left.", Span(0, 4),
    (PlacedRelated("a.txt", LINES.range(Span(10, 14)), "full name"),), (),
)  # fmt: skip
PLACES = st.tuples(st.integers(0, 44), st.integers(0, 12)).map(
    lambda pair: Span(pair[0], min(44, pair[0] + pair[1]))
)
WORDS = "Ana Ruiz & Bo <left> the hall.\n\nThey came. "
SLOTS = (Slot("headline", Span(0, 31)), Slot("paragraph", Span(33, 44)))


@settings(max_examples=150)
@given(st.lists(st.tuples(PLACES, st.lists(PLACES, max_size=2)), max_size=6))
def test_marks_that_overlap_lose_no_letter(places: list[tuple[Span, list[Span]]]) -> None:
    text = WORDS.ljust(44, "x")
    lines = Lines(text)
    findings = tuple(
        FINDING._replace(
            range=lines.range(place),
            related=tuple(PlacedRelated("a.txt", lines.range(one), "") for one in seen),
        )
        for place, seen in places
    )
    story = Story(text, False, plain_map(text), SLOTS, DATE, "today")
    report = Report((FileReport("a.txt", findings, story=story),))
    page = read(report)
    shown = [part.replace("‸", "") for part in page.copy]
    assert shown == [text[slot.span.start : slot.span.end] for slot in SLOTS]
    notes = [v["id"] for t, v in page.elements if v.get("class", "").startswith("remark")]
    assert sorted(notes) == sorted(f"n{at}" for at in range(1, len(places) + 1))


def test_bars_are_told_in_words_too() -> None:
    figure = bars("By rule", [(f"a/{at}", 20 - at, "all") for at in range(12)], most=8)
    assert 'role="img"' in figure
    assert "By rule: a/0 20, a/1 19" in html.unescape(figure)
    assert "and 4 more, 42 in all" in figure
    assert bars("By rule", []) == ""


# --- In a browser ----------------------------------------------------------

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
PROBE = """
window.addEventListener("load", async () => {
  const said = {}, $ = (selector) => document.querySelector(selector);
  const shown = (element) => getComputedStyle(element).display !== "none";
  said.status = $("#shown").textContent;
  said.untouched = [...document.querySelectorAll(".more")].map(shown);
  $("#m1").focus();
  said.focused = [$("#n1").classList.contains("lit"), document.activeElement.id];
  $("#m1").blur();
  const box = document.querySelector("input[name=severity][value=stop]");
  box.click();
  said.filtered = [$("#shown").textContent, document.querySelectorAll(".remark[data-severity=stop]:not([hidden])").length];
  box.click();
  document.querySelector("button[data-all=no]").click();
  said.none = $("#shown").textContent;
  document.querySelector("button[data-all=yes]").click();
  said.all = $("#shown").textContent;
  $("input[name=only]").click();
  said.stories = [...document.querySelectorAll("article")].map((one) => one.hidden);
  said.wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
  said.loaded = performance.getEntriesByType("resource").length;
  if (window.axe) said.axe = (await axe.run(document)).violations.map((one) => one.id);
  document.body.innerHTML = "<pre id=said></pre>";
  $("#said").textContent = JSON.stringify(said);
});
"""


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_a_browser(tmp_path: Path, scheme: str) -> None:
    assert CHROMIUM is not None
    report = report_on(a_md=COPY, b_txt="Nothing is wrong with this.\n")
    text = "".join(write(report, Screen()))
    axe = os.environ.get("COPYDESK_AXE", "")  # axe.min.js of axe-core, where it is at hand
    probe = PROBE if not axe else Path(axe).read_text("utf-8") + PROBE
    digest = base64.b64encode(hashlib.sha256(probe.encode()).digest()).decode()
    text = text.replace("script-src ", f"script-src 'sha256-{digest}' ")
    text = text.replace("</head>", f"<script>{probe}</script></head>")
    (tmp_path / "page.html").write_text(text, "utf-8")
    done = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,900",
         f"--user-data-dir={tmp_path}/profile", "--virtual-time-budget=5000", "--dump-dom",
         *(["--force-dark-mode", "--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []),
         f"file://{tmp_path}/page.html"],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    match = re.search(r'<pre id="said">(.*?)</pre>', done.stdout, re.S)
    assert match is not None, done.stdout[-500:] + done.stderr[-500:]
    said = json.loads(html.unescape(match[1]))
    total, stops = len(report.findings), report.counts()["stop"]
    assert said["status"] == said["all"] == f"{total} of {total} findings shown"
    assert said["untouched"] and all(said["untouched"])
    assert said["wide"] is False
    assert said["focused"] == [True, "m1"]
    assert said["filtered"] == [f"{total - stops} of {total} findings shown", 0]
    assert said["none"] == f"0 of {total} findings shown"
    assert said["stories"] == [False, True]
    assert said["loaded"] == 0
    assert said.get("axe", []) == []


def test_findings_that_come_of_comparing_drafts_are_marked_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, form in (("a.md", "Zelenskyy"), ("b.md", "Zelensky")):
        text = f"Talks with *Kiev* went on.\n\nVolodymyr {form} spoke. Mr. {form} left.\n"
        (tmp_path / name).write_text(text, "utf-8")
    words = ["--select", "spelling", "--format", "html=out.html", "--format", "json=out.json"]
    assert main(["check", "--date", DATE, *words]) == 1
    found = json.loads((tmp_path / "out.json").read_text("utf-8"))["findings"]
    text = (tmp_path / "out.html").read_text("utf-8")
    marks = dict(re.findall(r'id="m(\d+)" href="#n\d+"[^>]*>([^<]*)<', text))
    assert [marks.get(str(at)) for at in range(1, len(found) + 1)] == [one["text"] for one in found]
    assert any(one["rule"] == "spelling/across-stories" for one in found)
