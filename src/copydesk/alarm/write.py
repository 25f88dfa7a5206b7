"""Write an example as Markdown, ready to paste into the form for false alarms."""

from __future__ import annotations

import re

from copydesk.formats.advice import witness
from copydesk.formats.summary import harmless as written_out
from copydesk.formats.summary import one_line
from copydesk.model import __version__
from copydesk.model.value_tuple import ValueTuple
from copydesk.report.totals import is_safely_fixed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.alarm.example import Example
    from copydesk.model.placed import PlacedFinding

_FENCES = re.compile(r"`{3,}")
_ENGLISH = "en"
_PLACES = 5  # related places that are listed


class Setting(ValueTuple):
    """What a draft was checked with.

    Attributes:
        day: the story date, ISO.
        origin: where the date was found.
        form: the draft's format.
        suffix: the ending of a file in that format, with its dot.
        style: the house style; empty for none.
        owner: who the rule comes from if not from copydesk, such as a plugin; else empty.
        options: the rule's settings, if any were changed.
        preview: whether the rule is in preview.
    """

    day: str
    origin: str
    form: str
    suffix: str
    style: str = ""
    owner: str = ""
    options: str = ""
    preview: bool = False


def as_markdown(example: Example, setting: Setting) -> str:
    """The example, and what a developer needs to know to see the same finding."""
    lines = [*_facts(example, setting), ""]
    text = "\n".join(map(_visible, example.source.split("\n"))).rstrip("\n")
    lines += ["The example:", "", *_fenced(text, setting.form), ""]
    lines += ["What copydesk says:", "", *_fenced("\n".join(_said(example.finding)), "text")]
    if example.kept:
        lines += ["", "Kept, because the finding depends on it: " + _listed(example.kept)]
    if text != example.source.rstrip("\n"):
        lines += ["", "Characters that cannot be seen are written out, as `\\u{200b}`."]
    return "\n".join(lines) + "\n"


def _facts(example: Example, setting: Setting) -> Iterator[str]:
    rule = example.finding.rule
    yield f"- copydesk {__version__}"
    owner = f", from {one_line(setting.owner)}" if setting.owner else ""
    yield f"- Rule: `{rule}` ({example.finding.severity}{owner})"
    if setting.options:
        yield f"- Settings of the rule: `{one_line(setting.options)}`"
    yield f"- Story date: {setting.day} ({one_line(setting.origin)})"
    yield f"- Format: {setting.form}"
    if setting.style:
        yield f"- House style: {one_line(setting.style)}"
    if example.language.partition("-")[0] != _ENGLISH:
        yield f"- Language: {one_line(example.language)}"
    style = f" --style {one_line(setting.style)}" if setting.style else ""
    style += " --preview" if setting.preview else ""
    yield f"- To see it: `copydesk check --date {setting.day}{style} example{setting.suffix}`"


def _visible(line: str) -> str:
    return "\t".join(map(written_out, line.split("\t")))


def _fenced(text: str, language: str) -> list[str]:
    longest = max(map(len, _FENCES.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return [f"{fence}{language}", text, fence]


def _said(finding: PlacedFinding) -> Iterator[str]:
    words = one_line(finding.range.text)
    on = f" on {words}" if words.strip() else ""
    yield f"{finding.severity} {finding.rule}, line {finding.range.start.line}{on}"
    yield one_line(finding.message)
    if finding.evidence:
        yield f"why: {one_line(finding.evidence)}"
    for place in finding.related[:_PLACES]:
        yield f"see: {witness(place, finding.path)}"
    if finding.fixes:
        safe = " (safe)" if is_safely_fixed(finding) else ""
        yield f"do: {one_line(finding.fixes[0].title)}{safe}"


def _listed(kept: tuple[str, ...]) -> str:
    return ", ".join(map(one_line, kept))
