"""The optional parts of a finding, for type checkers only."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypedDict

    from copydesk.model.findings import Related, Severity

    class Said(TypedDict, total=False):
        """The optional parts of a finding; see ``Rule.find``."""

        evidence: str
        related: Iterable[Related]
        severity: Severity | None

    class More(Said, total=False):
        """The optional arguments of ``Rule.replace``."""

        safe: bool
        marked: tuple[int, int] | None
