"""Forms that drafts write differently: what a rule notes in one draft, and its verdict on all."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from copydesk.model.findings import Severity, Span
    from copydesk.model.placed import Range


class Sighting(NamedTuple):
    """A form that a draft uses for a thing that others may write otherwise.

    Attributes:
        rule: the rule's id.
        span: where it first stands, in ``doc.text``.
        key: what is spoken of; equal in all drafts.
        form: how this draft writes it.
        times: how often.
        use: the form of the draft's house style, if that is settled.
    """

    rule: str
    span: Span
    key: str
    form: str
    times: int = 1
    use: str = ""


class PlacedSighting(NamedTuple):
    """A sighting in its file, with the sentence around it as a reader sees it."""

    path: str
    rule: str
    range: Range
    key: str
    form: str
    times: int
    use: str
    context: str
    marked: Span


class Verdict(NamedTuple):
    """A verdict on one sighting, in the light of the others.

    ``use`` is the form to write instead, where that is settled.
    """

    at: PlacedSighting
    severity: Severity
    message: str
    evidence: str = ""
    related: tuple[tuple[PlacedSighting, str], ...] = ()
    use: str = ""


Across = Verdict  # the former name
