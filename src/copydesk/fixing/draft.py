"""Fixes one draft that has been read: bytes in, a report with the new bytes out."""

from __future__ import annotations

import re
from collections import Counter

from copydesk.files.no_draft import REASON, is_no_draft
from copydesk.files.write import NotWritten
from copydesk.fixing.outcome import Examined
from copydesk.fixing.passes import Setting, any_fix, fix_passes, safe_fix
from copydesk.model.findings import Problem
from copydesk.model.value_tuple import ValueTuple
from copydesk.report.fixed import FixedDraft, Left

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.document import Document
    from copydesk.files.decode import Decoded
    from copydesk.files.discover import Draft
    from copydesk.fixing.outcome import Outcome, Passes
    from copydesk.model.placed import PlacedFinding, PlacedFix
    from copydesk.report import FileReport
    from copydesk.report.fixed import Fixing

_LINE_END = re.compile(r"\r\n?|\n")


class Form(ValueTuple):
    """How the source that is checked is stored in a file.

    Attributes:
        decoded: the source.
        reason: why such files are not fixed; empty if they can be.
        write: for files that are not text: builds the new bytes from the old ones, the edits
            of each pass and the source after them, or raises NotWritten.
    """

    decoded: Decoded
    reason: str = ""
    write: Callable[[bytes, Passes, str], bytes] | None = None


def fixed(
    data: bytes,
    form: Form,
    examined: tuple[Document, FileReport],
    examine: Callable[[str], tuple[Document, FileReport]],
    fixing: Fixing,
) -> FileReport:
    """Fix a draft and return the report after its fixes, with the new content in ``fixed``.

    A draft that cannot be encoded back to exactly the same bytes is left alone, with
    a problem in its report.
    """
    first, decoded = Examined(*examined), form.decoded
    wanted = any_fix if fixing.suggested else safe_fix
    if not any(map(wanted, first.report.findings)):
        return first.report
    reason = REASON if is_no_draft(first.report.path) else form.reason
    if reason:
        return _left_alone(data, first.report, wanted, reason)
    if form.write is None and not _comes_back(data, decoded):
        message = f"not fixed: {decoded.encoding} cannot be written back as it was; use UTF-8"
        return with_problem(first.report, message)
    setting = Setting(
        lambda text: Examined(*examine(text)),
        wanted,
        writable(decoded.encoding),
        line_end(decoded.text),
    )
    outcome = fix_passes(first, setting)
    if not outcome.applied and not outcome.left:
        return first.report
    try:
        done = _fixed_draft(data, form, first, outcome, fixing)
    except NotWritten as refused:
        return with_problem(first.report, str(refused))
    return outcome.now.report._replace(fixed=done)


def _left_alone(
    data: bytes,
    report: FileReport,
    wanted: Callable[[PlacedFinding], PlacedFix | None],
    reason: str,
) -> FileReport:
    """The report on a draft to which no fix is applied, with the reason for each fix."""
    left = [
        Left(one.rule, fix.title, one.range.start.line, reason)
        for one in report.findings
        if (fix := wanted(one)) is not None
    ]
    return report._replace(fixed=FixedDraft(data, (), tuple(left)))


def saved(
    draft: Draft, before: bytes, report: FileReport, again: Callable[[], FileReport]
) -> FileReport:
    """Write a fixed draft and return the report; that on the old draft if it cannot be written.

    Args:
        draft: where the draft is; nothing is written for standard input.
        before: the bytes that were read.
        report: the report on the fixed draft.
        again: returns the report on the old draft.
    """
    done = report.fixed or FixedDraft(before)
    if draft.file == "-":
        return report._replace(fixed=done)
    if done.diff or done.data == before:
        return report
    from copydesk.files.write import write

    try:
        write(draft.file, before, done.data, draft.bounds)
    except NotWritten as refused:
        return with_problem(again(), str(refused))
    return report


def with_problem(report: FileReport, message: str) -> FileReport:
    """The report with a problem added, and nothing fixed."""
    problems = (*report.problems, Problem(message, report.path))
    return report._replace(problems=problems, fixed=None)


def encoded(text: str, decoded: Decoded) -> bytes:
    """Encode a text with the encoding and byte order mark of a file that was read."""
    return decoded.mark + text.encode(decoded.encoding)


def writable(encoding: str) -> Callable[[str], bool]:
    """Return a function that says whether a text can be encoded."""

    def is_writable(text: str) -> bool:
        try:
            text.encode(encoding)
        except UnicodeError:
            return False
        return True

    return is_writable


def line_end(text: str) -> str:
    """The most frequent line end of a text; LF if it has no line ends."""
    found = Counter(_LINE_END.findall(text)).most_common(1)
    return found[0][0] if found else "\n"


def _comes_back(data: bytes, decoded: Decoded) -> bool:
    """Whether encoding the text yields exactly the bytes that were read."""
    try:
        return encoded(decoded.text, decoded) == data
    except UnicodeError:
        return False


def _fixed_draft(
    data: bytes, form: Form, first: Examined, outcome: Outcome, fixing: Fixing
) -> FixedDraft:
    after, decoded = outcome.now.doc.source, form.decoded
    if after == decoded.text:
        return FixedDraft(data, outcome.applied, outcome.left)
    diff = ""
    if not fixing.write:
        from copydesk.fixing.diff import unified

        diff = unified(first.report.path, decoded.text, after, outcome.edits)
    new = form.write(data, outcome.edits, after) if form.write else encoded(after, decoded)
    return FixedDraft(new, outcome.applied, outcome.left, diff)
