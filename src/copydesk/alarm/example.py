"""The example of a false alarm: reduced, anonymised, checked again."""

from __future__ import annotations

from copydesk.alarm.anonymise import anonymised
from copydesk.alarm.reduce import reduced
from copydesk.alarm.sample import Sample
from copydesk.alarm.trials import Trials
from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.alarm.trials import Look
    from copydesk.model.placed import PlacedFinding

_RELATED = 3  # related places whose sentences are kept in any case


class Example(ValueTuple):
    """An example of a false alarm.

    Attributes:
        source: the source of the example.
        finding: the finding in it.
        kept: names, numbers and the like that could not be replaced.
        language: the language of the copy, a BCP 47 tag.
        checks: how often the linter ran.
    """

    source: str
    finding: PlacedFinding
    kept: tuple[str, ...]
    language: str
    checks: int


def example_of(
    finding: PlacedFinding, source: str, form: str, look: Look, around: int = 0
) -> Example | None:
    """Make an example of a finding; None if the draft alone does not have the finding.

    Args:
        finding: a finding in the draft.
        source: the draft.
        form: its format.
        look: checks a source as the draft was checked.
        around: how many paragraphs on either side of the finding are kept in any case.
    """
    places = [one.range for one in finding.related if one.path == finding.path][:_RELATED]
    spans = tuple(Span(start.offset, end.offset) for start, end, _ in places)
    start, end, _ = finding.range
    sample = Sample(source, Span(start.offset, end.offset), spans)
    trials = Trials(look, finding)
    if not trials.begin(sample):
        return None
    story = trials.view(sample)[0].text
    sample = reduced(sample, trials, form, around)
    sample, kept = anonymised(sample, story, trials)
    doc, found = trials.view(sample)
    return Example(sample.source, found, kept, doc.language, trials.used)
