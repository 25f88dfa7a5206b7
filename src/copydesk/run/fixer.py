"""Fix drafts: check them, apply the fixes and write the files."""

from __future__ import annotations

from functools import partial

from copydesk.files.read import draft_bytes, os_error_text
from copydesk.fixing.draft import Form, fixed, saved
from copydesk.model.findings import Problem
from copydesk.report import FileReport
from copydesk.run.linter import safely
from copydesk.run.settings import READING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.files.discover import Draft
    from copydesk.report.fixed import Fixing
    from copydesk.run.linter import Linter
    from copydesk.run.settings import Reading


def fix_draft(linter: Linter, draft: Draft, fixing: Fixing, reading: Reading) -> FileReport:
    """Fix one file; return the report on the fixed draft, with the changes in ``fixed``.

    If the file cannot be written, the report is on the unchanged draft.
    """
    try:
        data = draft_bytes(draft.file, draft.bounds, linter.most_bytes(draft.path))
    except OSError as error:
        return FileReport(draft.path, problems=(Problem(os_error_text(error), draft.path),))
    report = fix_bytes(linter, draft.path, data, fixing, reading)
    return saved(draft, data, report, partial(linter.check_bytes, draft.path, data, reading))


def fix_bytes(
    linter: Linter, path: str, data: bytes, fixing: Fixing, reading: Reading = READING
) -> FileReport:
    """Fix a draft without writing it; the report is as for ``fix_draft``."""

    def fixed_report() -> FileReport:
        decoded, parse, spec = linter.open(path, data, reading)
        examine = partial(linter.examine, path, parse, marked=bool(decoded.mark), reading=reading)
        first = examine(decoded.text)
        if not first[1].findings:
            return first[1]
        form = Form(decoded)
        if spec.load_bytes is not None:
            from copydesk.run.packed import form_of

            form = form_of(spec, decoded)
        return fixed(data, form, first, examine, fixing)

    return safely(path, fixed_report)
