"""What fixing did to a draft, for the report."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple


class Fixing(ValueTuple):
    """How drafts are fixed; part of a run's options.

    Attributes:
        suggested: whether suggested fixes are applied as well as safe ones.
        write: whether files are written; if not, only the diff is made.
    """

    suggested: bool = False
    write: bool = True


class Applied(ValueTuple):
    """A fix that was applied to the draft.

    ``line`` is the line in the draft before this pass; ``changes`` are the
    passages of the source that were replaced, as (old, new) pairs.
    """

    rule: str
    title: str
    line: int
    safety: str
    changes: tuple[tuple[str, str], ...]


class Left(ValueTuple):
    """A fix that was chosen but not applied; ``line`` is the line in the draft as it is now."""

    rule: str
    title: str
    line: int
    reason: str


class FixedDraft(ValueTuple):
    """What fixing did to one file, for the report.

    ``data`` is the file's new content; ``diff`` the unified diff.
    """

    data: bytes
    applied: tuple[Applied, ...] = ()
    left: tuple[Left, ...] = ()
    diff: str = ""
