"""Whatever the draft: every span lies in the source, and its text is what is said."""

from __future__ import annotations

import html
import json
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.config import Config, RuleSelection
from copydesk.formats.json_format import write
from copydesk.hooks.specs import Screen
from copydesk.report import FileReport, Report
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings

PLANTED = ("Kiev", "Kharkov", "substainable", "goverment")
WORDS = st.sampled_from(
    ["The", "town", "saw", "rain", "and", "snow", "said", "Poe", "the the", "U.S.", "5 p.m.",
     "“We", "stay,”", '"open', "now”", "’em", "café", "İstanbul", "😀", "AT&T", "x < y", "[a](b)",
     "*so*", "#tag", "@poe", "end.The", "TK", "(Reuters) -It", "— no", "pic.twitter.com/AbCd1234"]
)  # fmt: skip
LINE = st.lists(st.one_of(WORDS, WORDS, WORDS, st.sampled_from(PLANTED)), min_size=1, max_size=14)
STORY = st.lists(LINE, min_size=1, max_size=6)
BREAKS = st.sampled_from(["\n\n", "\r\n\r\n", "\n"])


@cache
def desk() -> Linter:
    return Linter(RunSettings(Config(), RuleSelection(), date="2025-04-15"))


def checked(name: str, source: str) -> FileReport:
    report = desk().check_bytes(name, source.encode("utf-8"))
    assert not report.problems
    return report


def place(source: str, offset: int) -> tuple[int, int]:
    """Line and column by another road than the report's."""
    lines = source[:offset].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return len(lines), len(lines[-1]) + 1


def hold(source: str, report: FileReport) -> None:
    told = json.loads("".join(write(Report((report,), (), 1), Screen())))
    for finding in told["findings"]:
        places = [finding, *finding["related"]]
        places += [edit for fix in finding["fixes"] for edit in fix["edits"]]
        for one in places:
            start, end = one["start"]["offset"], one["end"]["offset"]
            assert 0 <= start <= end <= len(source)
            if source[start - 1 : start + 1] != "\r\n":
                assert (one["start"]["line"], one["start"]["column"]) == place(source, start)
        for one in [finding, *finding["related"]]:
            start, end = one["start"]["offset"], one["end"]["offset"]
            assert source[start:end] == one["text"]


@settings(max_examples=150)
@given(STORY, BREAKS)
def test_plain_text_and_markdown(story: list[list[str]], gap: str) -> None:
    source = gap.join(" ".join(line) for line in story)
    for name in ("x.txt", "x.md"):
        hold(source, checked(name, source))


@settings(max_examples=150)
@given(STORY)
def test_html_with_entities(story: list[list[str]]) -> None:
    source = "\n".join(f"<p>{html.escape(' '.join(line))}</p>" for line in story)
    hold(source, checked("x.html", source))


@settings(max_examples=150)
@given(st.sampled_from(PLANTED[:2]), st.integers(1, 3), st.sampled_from(["b", "em", "span"]))
def test_a_word_split_by_markup_is_found_at_its_own_place(word: str, at: int, tag: str) -> None:
    source = f"<p>Rain fell in <{tag}>{word[:at]}</{tag}>{word[at:]}&#8217;s streets.</p>"
    (found,) = checked("x.html", source).findings
    assert found.range.text == f"{word[:at]}</{tag}>{word[at:]}"
    source = f"Rain fell in **{word[:at]}**{word[at:]} at noon.\n"
    (found,) = checked("x.md", source).findings
    assert found.range.text == f"{word[:at]}**{word[at:]}"


@settings(max_examples=150)
@given(STORY, BREAKS)
def test_safe_fixes_keep_names_and_numbers(story: list[list[str]], gap: str) -> None:
    source = gap.join(" ".join(line) for line in story)
    for finding in checked("x.txt", source).findings:
        for fix in finding.fixes:
            for edit in fix.edits if fix.safety == "safe" else ():
                start, end = edit.range.start.offset, edit.range.end.offset
                first = end - len(source[start:end].lstrip())
                if not edit.text and (first == 0 or source[first - 1] in "\r\n"):
                    continue  # a whole slot is taken out
                old = [word for word in source[start:end].split() if not word.islower()]
                new = edit.text.split()
                assert all(any(word.strip(".,“”\"'’") in one for one in new) for word in old if
                           any(char.isalnum() for char in word))  # fmt: skip
