"""Checks samples again: is the finding still there?"""

from __future__ import annotations

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from copydesk.alarm.sample import Sample
    from copydesk.document import Document
    from copydesk.model.placed import PlacedFinding
    from copydesk.report import FileReport

    Look: TypeAlias = Callable[[str], tuple[Document, FileReport]]  # checks a source

MOST = 200  # checks of one draft
_SPARE = 6  # of them, for looking at what is left after each step

_QUOTED = compiled(r"“[^“”]*”")
_BRACKET = compiled(r"\s*\([^()]*\)")
_COUNT = compiled(r"\b(?:once|twice|\d[\d.,]* times)\b")
_WORD = compiled(r"[^\W\d_]*[^\W\d_a-z][\w’'-]*|[\d.,:−+-]*\d[\d.,]*")
_LIST = compiled(r"…(?:(?:,| and| or)? …)+")


def shape(text: str) -> str:
    """What a finding says, whatever words, names and numbers it says it about."""
    for pattern in (_QUOTED, _BRACKET, _COUNT, _WORD):
        text = pattern.sub("…" if pattern is not _BRACKET else "", text)
    return _LIST.sub("…", text)


class Trials:
    """Checks samples, and counts how often.

    Args:
        look: checks a source.
        finding: the finding that must still be there.
        most: the maximum number of checks; after them no sample has the finding.

    Attributes:
        used: the number of checks so far.
    """

    def __init__(self, look: Look, finding: PlacedFinding, most: int = MOST) -> None:
        self._look = look
        self._finding = finding
        self._said = _said(finding)
        self._language = ""
        self._problems = 0
        self._most = most
        self._seen: dict[Sample, tuple[Document, PlacedFinding]] = {}  # the last that had it
        self.used = 0

    def begin(self, sample: Sample) -> bool:
        """Whether the whole draft has the finding; later samples are compared with this one."""
        self.used += 1
        doc, report = self._look(sample.source)
        found = self._found(report, sample)
        if found is None:
            return False
        self._finding, self._said = found, _said(found)
        self._language, self._problems = doc.language, len(report.problems)
        self._seen = {sample: (doc, found)}
        return True

    def holds(self, sample: Sample) -> bool:
        """Whether a sample has the finding: the same rule, place and statement."""
        if self.used >= self._most - _SPARE:
            return False
        self.used += 1
        try:
            doc, report = self._look(sample.source)
        except Exception:  # half a draft may be one that a parser cannot read
            return False
        found = self._found(report, sample)
        if found is None or doc.language != self._language:
            return False
        if bool(self._finding.related) > bool(found.related) or _said(found) != self._said:
            return False
        self._seen = {sample: (doc, found)}
        return len(report.problems) <= self._problems

    def view(self, sample: Sample) -> tuple[Document, PlacedFinding]:
        """The document of a sample that has the finding, and the finding."""
        if sample not in self._seen:
            self.used += 1
            doc, report = self._look(sample.source)
            found = self._found(report, sample)
            assert found is not None
            self._seen = {sample: (doc, found)}
        return self._seen[sample]

    def _found(self, report: FileReport, sample: Sample) -> PlacedFinding | None:
        for one in report.findings:
            start, end, _ = one.range
            if one.rule == self._finding.rule and (start.offset, end.offset) == sample.finding:
                return one
        return None


def _said(finding: PlacedFinding) -> tuple[str, str]:
    return shape(finding.message), shape(finding.evidence)
