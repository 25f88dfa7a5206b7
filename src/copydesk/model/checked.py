"""What the check of one document gives."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from copydesk.model.findings import Finding, Problem, Span
    from copydesk.model.sightings import Sighting


class Checked(NamedTuple):
    """What a check gives: findings in source coordinates, in order, and problems.

    ``prose`` holds, for each finding, its span in the document's text; None for
    one that is not about the prose. ``held`` counts the findings that overrides
    held back; ``skipped`` names the language of the copy where rules were left
    out because of it. ``sightings`` are in coordinates of the text.
    """

    findings: tuple[Finding, ...] = ()
    prose: tuple[Span | None, ...] = ()
    problems: tuple[Problem, ...] = ()
    held: int = 0
    skipped: str = ""
    sightings: tuple[Sighting, ...] = ()
