"""Which rules read which parts of a draft: a rule sees only the languages that it knows."""

from __future__ import annotations

from copydesk.document.language import same
from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from copydesk.document import Document
    from copydesk.model.findings import Severity
    from copydesk.rules.ruleset import RuleSet


class Reading(ValueTuple):
    """A draft as some of the rules read it.

    Attributes:
        doc: the draft, with everything in other languages hidden.
        severities: of the rules that read it.
        hidden: the spans of the source that are hidden, in order.
    """

    doc: Document
    severities: Mapping[str, Severity]
    hidden: tuple[Span, ...] = ()


def readings(doc: Document, rules: RuleSet) -> list[Reading]:
    """The draft as each group of rules reads it; nearly always there is just one.

    Args:
        doc: the draft, parsed.
        rules: the rules of the run.
    """
    main, others = doc.speech
    tags = (main, *dict.fromkeys(tag for _, tag in others))
    if tags == ("en",):
        return [Reading(doc, rules.severities)]
    groups: dict[tuple[str, ...], dict[str, Severity]] = {}
    for rule, severity in rules.severities.items():
        known = _known(rules.languages.get(rule, ("en",)), tags)
        if known:
            groups.setdefault(known, {})[rule] = severity
    return [_reading(doc, severities, known) for known, severities in groups.items()]


def _known(languages: Sequence[str], tags: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the draft’s languages that a rule knows."""
    if "*" in languages:
        return tags
    return tuple(tag for tag in tags if any(same(tag, one) for one in languages))


def _reading(doc: Document, severities: Mapping[str, Severity], known: tuple[str, ...]) -> Reading:
    """The draft with the parts hidden that are in none of the known languages."""
    main, others = doc.speech
    if main in known:
        hidden = [span for span, tag in others if tag not in known]
    else:
        hidden = _gaps(doc, [span for span, tag in others if tag in known])
    if not hidden:
        return Reading(doc, severities)
    return Reading(doc.without(hidden), severities, tuple(sorted(map(doc.to_source, hidden))))


def _gaps(doc: Document, shown: Sequence[Span]) -> list[Span]:
    """All text but the given spans, slot by slot."""
    found: list[Span] = []
    rest = iter((*shown, None))
    one = next(rest)
    for slot in doc.parsed.slots:
        at = slot.span.start
        while one is not None and one.start < slot.span.end:
            if at < one.start:
                found.append(Span(at, one.start))
            at = max(at, one.end)
            one = next(rest)
        if at < slot.span.end:
            found.append(Span(at, slot.span.end))
    return found
