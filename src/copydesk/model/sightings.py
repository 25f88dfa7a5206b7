"""Values for comparing drafts: the forms that each draft uses, and a rule's verdicts on them."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.model.findings import Severity, Span
    from copydesk.model.placed import Range


class Sighting(ValueTuple):
    """A form that a draft uses for something that other drafts may write differently.

    Attributes:
        rule: the rule's id.
        span: its first occurrence, in ``doc.text``.
        key: identifies the thing; the same in all drafts.
        form: how this draft writes it.
        times: how often the draft uses that form.
        use: the form that the draft's house style requires; empty if it has no preference.
    """

    rule: str
    span: Span
    key: str
    form: str
    times: int = 1
    use: str = ""


class PlacedSighting(ValueTuple):
    """A sighting located in its file, with the sentence around it as a reader sees it."""

    path: str
    rule: str
    range: Range
    key: str
    form: str
    times: int
    use: str
    context: str
    marked: Span


class Verdict(ValueTuple):
    """A rule's verdict on one sighting, after comparing it with the others.

    ``use`` is the form to write instead; empty if there is no preferred form.
    """

    at: PlacedSighting
    severity: Severity
    message: str
    evidence: str = ""
    related: tuple[tuple[PlacedSighting, str], ...] = ()
    use: str = ""


Across = Verdict  # the former name
