"""The result of fixing: the new source, what was changed, what was left alone and why."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from copydesk.document import Document
    from copydesk.model.findings import Edit
    from copydesk.report import FileReport
    from copydesk.report.fixed import Applied, Left

    Passes: TypeAlias = "tuple[tuple[Edit, ...], ...]"


class Examined(ValueTuple):
    """A state of a draft: the document and the report on it."""

    doc: Document
    report: FileReport


class Outcome(ValueTuple):
    """The draft after all passes.

    Attributes:
        now: the fixed draft, and what is still found in it.
        applied: the fixes that were applied, pass by pass.
        left: the fixes that were not applied.
        passes: how often the draft was changed and checked again.
        edits: the edits of each pass, in the order of the source before it.
    """

    now: Examined
    applied: tuple[Applied, ...] = ()
    left: tuple[Left, ...] = ()
    passes: int = 0
    edits: Passes = ()
