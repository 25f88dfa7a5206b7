"""Counts findings by rule, desk, author and week, across many stories."""

from __future__ import annotations

import os
import re

from copydesk.model.findings import Severity
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.report import FileReport, Report
    from copydesk.report.story import Story

KINDS = ("rule", "desk", "author", "week")
_DESK_KEYS = ("desk", "section", "article:section")
_AUTHOR_KEYS = ("author", "authors", "byline", "article:author", "author.name", "creator")
_BY = compiled(r"^\s*by\b[:\s]*", re.IGNORECASE)
_AND = compiled(r"\s*[,;|]\s*|\s+(?:and|&)\s+", re.IGNORECASE)
_DATED = ("the draft’s ", "dateline", "--date")  # origins of a date that is the story's own


class Tally(ValueTuple):
    """The counts for one name: stories, those with findings, and findings."""

    name: str
    files: int
    touched: int
    counts: dict[str, int]

    @property
    def findings(self) -> int:
        """Findings of every severity."""
        return sum(self.counts.values())


class Tallies(ValueTuple):
    """All tallies of a run, by kind: ``rule``, ``desk``, ``author``, ``week``."""

    files: int
    findings: int
    by: dict[str, tuple[Tally, ...]]


def tallies(report: Report, desk_key: str = "") -> Tallies:
    """The tallies of a report that includes its stories.

    A story by several authors counts for each of them. Names are ordered by their
    number of findings, weeks by time.

    Args:
        report: the report.
        desk_key: the front matter key for the desk; if not given, ``desk`` or
            ``section``, else the folder.
    """
    counted: dict[str, dict[str, list[FileReport]]] = {kind: {} for kind in KINDS[1:]}
    root = _common([one.path for one in report.totals.outlines])
    for file in report.files:
        short = file._replace(story=None)
        for kind, names in _names(file, root, desk_key):
            for name in names:
                counted[kind].setdefault(name, []).append(short)
    by = {kind: tuple(_ordered(kind, map(_tally, *zip(*groups.items(), strict=True))))
          for kind, groups in counted.items() if groups}  # fmt: skip
    rules = tuple(_ordered("rule", _by_rule(report)))
    return Tallies(len(report.files), report.totals.findings, {"rule": rules, **by})


def _ordered(kind: str, found: Iterable[Tally]) -> list[Tally]:
    if kind == "week":
        return sorted(found, key=lambda one: one.name)
    return sorted(found, key=lambda one: (-one.findings, one.name))


def _tally(name: str, files: list[FileReport]) -> Tally:
    severities = [finding.severity for file in files for finding in file.findings]
    counts = {str(level): severities.count(level) for level in sorted(Severity)[::-1]}
    return Tally(name, len(files), sum(bool(file.findings) for file in files), counts)


def _by_rule(report: Report) -> Iterator[Tally]:
    files: dict[str, set[str]] = {}
    counts: dict[str, dict[str, int]] = {}
    for finding in report.each_finding():
        files.setdefault(finding.rule, set()).add(finding.path)
        each = counts.setdefault(finding.rule, {str(s): 0 for s in sorted(Severity)[::-1]})
        each[str(finding.severity)] += 1
    for rule, each in counts.items():
        yield Tally(rule, len(report.files), len(files[rule]), each)


def _names(file: FileReport, root: str, desk_key: str) -> Iterator[tuple[str, list[str]]]:
    story = file.story
    facts = dict(story.metadata) if story is not None else {}
    yield "desk", [_desk(file.path, root, facts, desk_key)]
    yield "author", _authors(story, facts) or ["(no author)"]
    yield "week", [_week(story)]


def _desk(path: str, root: str, facts: dict[str, str], desk_key: str) -> str:
    for key in (desk_key.lower(),) if desk_key else _DESK_KEYS:
        if facts.get(key, "").strip():
            return " ".join(facts[key].split())
    below = os.path.relpath(os.path.dirname(path) or os.curdir, root or os.curdir)
    first = below.replace(os.sep, "/").partition("/")[0]
    return "(top folder)" if first == os.curdir else first


def _common(paths: list[str]) -> str:
    """The deepest folder that contains all paths."""
    folders = {os.path.dirname(path) or os.curdir for path in paths}
    try:
        return os.path.commonpath(folders) if folders else ""
    except ValueError:  # some are absolute and some are not
        return ""


def _authors(story: Story | None, facts: dict[str, str]) -> list[str]:
    """The authors, each once, from front matter or else the byline."""
    found: list[str] = []
    for key in _AUTHOR_KEYS:
        found = [value for name, value in facts.items() if re.fullmatch(rf"{key}(\.\d+)?", name)]
        if any(value.strip() for value in found):
            break
    else:
        slots = story.slots if story is not None else ()
        text = story.text if story is not None else ""
        found = [text[s.span.start : s.span.end] for s in slots if s.kind == "byline"]
    names = [" ".join(name.split()) for value in found for name in _AND.split(_BY.sub("", value))]
    return list(dict.fromkeys(name for name in names if name))


def _week(story: Story | None) -> str:
    """The ISO week of the story, such as 2025-W16, or ``(no date)`` without a date of its own."""
    from datetime import date

    if story is None or not story.origin.startswith(_DATED):
        return "(no date)"
    year, week, _ = date.fromisoformat(story.day).isocalendar()
    return f"{year}-W{week:02}"
