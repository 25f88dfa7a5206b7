"""The competing forms of a finding about inconsistency, and edits to replace them."""

from __future__ import annotations

from copydesk.model.findings import Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.model.placed import PlacedFinding, Range

_GROUP = "spelling/"
_LONGEST = 60  # code points of a form; anything longer is a sentence


def forms_of(finding: PlacedFinding) -> list[str]:
    """The competing forms of a finding, the one at its own place first."""
    if not finding.rule.startswith(_GROUP):
        return []
    forms = dict.fromkeys(place.text for place in _places(finding))
    return [form for form in forms if 0 < len(form) <= _LONGEST and form.isprintable()]


def exchanged(findings: Iterable[PlacedFinding], losing: set[str], form: str) -> list[Edit]:
    """The edits that change all other forms to ``form``."""
    spans = {
        Span(place.start.offset, place.end.offset)
        for finding in findings
        for place in _places(finding)
        if place.text in losing
    }
    edits: list[Edit] = []
    for span in sorted(spans):
        if not edits or edits[-1].span.end < span.start:
            edits.append(Edit(span, form))
    return edits


def _places(finding: PlacedFinding) -> Iterator[Range]:
    """A finding's own place, and its related places in the same draft."""
    yield finding.range
    yield from (one.range for one in finding.related if one.path == finding.path)
