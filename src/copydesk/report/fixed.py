"""What fixing did to a draft, for the report."""

from __future__ import annotations

from typing import NamedTuple


class Fixing(NamedTuple):
    """How drafts are to be fixed; part of a run's orders.

    Attributes:
        suggested: whether suggested fixes are taken as well as safe ones.
        write: whether files are written; otherwise only the diff is made.
    """

    suggested: bool = False
    write: bool = True


class Applied(NamedTuple):
    """A fix that was taken into the draft.

    ``line`` counts in the draft as it stood before this pass; ``changes`` are
    the stretches of source that were replaced: (old, new).
    """

    rule: str
    title: str
    line: int
    safety: str
    changes: tuple[tuple[str, str], ...]


class Left(NamedTuple):
    """A fix that was wanted and not taken; ``line`` counts in the draft as it is now."""

    rule: str
    title: str
    line: int
    reason: str


class FixedDraft(NamedTuple):
    """What fixing did to one file, for the report.

    ``data`` is the file's new content; ``diff`` the unified diff.
    """

    data: bytes
    applied: tuple[Applied, ...] = ()
    left: tuple[Left, ...] = ()
    diff: str = ""
