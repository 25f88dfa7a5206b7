"""Helpers for the formats: harmless text, and the summary at the end."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.model.gaps import Gap
    from copydesk.model.not_read import NotRead
    from copydesk.report import Override, Report
    from copydesk.report.totals import Totals

# Characters that would control a terminal, reverse a line or be invisible: control
# characters, zero-width and bidi marks, blank letters, lone surrogates, tags.
UNSEEN = (
    r"\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\ufffb"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_NAMED = 2  # paths of gaps named in a sentence at most
_GAPS = {
    "empty": ("draft", "has no words to check", "have no words to check"),
    "unread": ("draft", "was mostly not read as copy", "were mostly not read as copy"),
    "stet-off": ("stet-off", "is never ended", "are never ended"),
    "tracked": ("tracked draft", "is ignored by git and was not checked",
                "are ignored by git and were not checked"),
    "format": ("file", "is in a format that copydesk does not read",
               "are in formats that copydesk does not read"),
    "folder": ("folder", "was not searched", "were not searched"),
}  # fmt: skip
_BREAK = r" *[\t-\r\x85\u2028\u2029][ \t-\r\x85\u2028\u2029]*"


@cache
def _harmful() -> re.Pattern[str]:
    """The pattern of control and invisible characters, compiled on first use: rarely needed."""
    return compiled(rf"[\x00-\x1f{UNSEEN}]")


def harmless(text: str) -> str:
    r"""The text with every control or invisible character written out, as ``\u{1b}``."""
    return text if text.isprintable() and not _may_hide(text) else _harmful().sub(_named, text)


def _may_hide(text: str) -> bool:
    """Whether a printable text still contains invisible letters."""
    return not text.isascii() and _harmful().search(text) is not None


def one_line(text: str) -> str:
    """The text, harmless and on one line: line breaks and tabs become spaces."""
    return harmless(text if text.isprintable() else re.sub(_BREAK, " ", text))


def _named(match: re.Match[str]) -> str:
    return f"\\u{{{ord(match[0]):x}}}"


def sentences(report: Report) -> list[str]:
    """The sentences of the summary; there is always at least one."""
    totals = report.totals
    safe, back = totals.safe, totals.held
    said = [
        _found(report),
        f"{counted(totals.words, 'word')} read." if totals.words else "",
        f"{safe:,} can be fixed safely." if safe else "",
        f"{back:,} suppressed by overrides." if back else "",
        f"{report.old:,} already in the baseline." if report.old else "",
        f"{report.untouched:,} left out: not on changed lines." if report.untouched else "",
        _foreign(totals),
        _undated(totals),
        _beyond(report),
        *_trust(report),
        f"{counted_kinds(report.not_read)}." if report.not_read else "",
        *gap_sentences(report),
        _unchecked(report),
    ]
    return [sentence for sentence in said if sentence]


def _found(report: Report) -> str:
    totals = report.totals
    files, findings = len(report.files), totals.findings
    if not files:
        return "No files were checked."
    if not findings:
        if not any(one.is_checked for one in totals.outlines):
            return "No files were checked in full."
        return f"No findings in {counted(files, 'file')}."
    each = ", ".join(f"{number:,} {name}" for name, number in totals.by_severity.items() if number)
    return f"{counted(files, 'file')}, {counted(findings, 'finding')}: {each}."


def _foreign(totals: Totals) -> str:
    """A note that some files are not in English, if any."""
    languages = [language(one.skipped) for one in totals.outlines if one.skipped]
    if not languages:
        return ""
    names = ", ".join(sorted(set(languages)))
    files = "file is" if len(languages) == 1 else "files are"
    return f"{len(languages):,} {files} not in English ({names}): English-only rules were skipped."


def _undated(totals: Totals) -> str:
    """A note that some files have no date, if any was needed."""
    if not totals.undated:
        return ""
    files = counted(totals.undated, "file has", "files have")
    return f"{files} no date, so what depends on it is only asked."


def _beyond(report: Report) -> str:
    """A note that some files are later than the facts, if any."""
    number, pack = report.totals.beyond, report.facts_pack
    if not number:
        return ""
    return (
        f"Facts are as of {pack.as_of}; {counted(number, 'file is', 'files are')} of a later day."
    )


def _trust(report: Report) -> list[str]:
    """What came from the base of the change, and what the change itself brings."""
    found = report.trust
    if found is None:
        return []
    said = [f"Settings are those of {found.base}."]
    if found.changed:
        said.append(f"This change also changes {', '.join(map(one_line, found.changed))}.")
    said += [_override(one) for one in found.overrides]
    return said


def _override(one: Override) -> str:
    waits = "" if one.holds else ", which waits until the change is merged"
    return f"New override{waits}: {one_line(f'{one.path}:{one.line}')} {one_line(one.text)[:160]}."


def counted_kinds(files: Iterable[NotRead]) -> str:
    """The number of files not read, by kind: ``3 documents not read: 2 Word, 1 RTF``."""
    kinds = Counter(one.kind for one in files)
    each = ", ".join(f"{number:,} {kind}" for kind, number in kinds.most_common())
    return f"{counted(kinds.total(), 'document')} not read: {each}"


def gap_sentences(report: Report) -> list[str]:
    """What was not checked, in a sentence for each kind."""
    gaps = report.gaps
    by_kind = {kind: [gap for gap in gaps if gap.kind == kind] for kind in _GAPS} if gaps else {}
    return [_gaps_of(kind, some) for kind, some in by_kind.items() if some]


def _gaps_of(kind: str, gaps: Sequence[Gap]) -> str:
    noun, one, many = _GAPS[kind]
    said = f"{counted(len(gaps), noun)} {one if len(gaps) == 1 else many}"
    if len(gaps) <= _NAMED:
        return f"{said}: {', '.join(map(gap_place, gaps))}."
    if kind == "format":
        endings = Counter(gap.path.rpartition(".")[2] for gap in gaps).most_common()
        each = ", ".join(f"{number:,} .{one_line(ending)}" for ending, number in endings)
        return f"{said}: {each}."
    return f"{said} (-v lists them)."


def gap_place(gap: Gap) -> str:
    """Where something was not checked: ``story.md:3``."""
    return one_line(f"{gap.path}:{gap.line}" if gap.line else gap.path)


def _unchecked(report: Report) -> str:
    """A note that the check is incomplete, if it is; the command line says why."""
    errors = len(report.all_problems)
    if not errors:
        return ""
    files = sum(not one.is_checked for one in report.totals.outlines)
    where = "" if report.problems else f" in {counted(files, 'file')}"
    return f"Not everything could be checked: {counted(errors, 'error')}{where}."


def language(skipped: str) -> str:
    """The tag of a draft's language, for which rules were skipped."""
    return "unknown language" if skipped == "und" else one_line(skipped)[:20]


def counted(number: int, noun: str, plural: str = "") -> str:
    """A number and its noun: ``1 file``, ``2 files``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def quoted(words: str) -> str:
    """The words in quotation marks, or unchanged if they begin with one."""
    return words if words.startswith(("“", "‘", '"', "'", "«", "„")) else f"“{words}”"
