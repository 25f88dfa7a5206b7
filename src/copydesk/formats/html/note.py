"""A finding as a note in the margin of the proof sheet."""

from __future__ import annotations

from copydesk.formats.advice import rule_page, witness
from copydesk.formats.html.page import escaped
from copydesk.formats.summary import one_line
from copydesk.report.totals import is_safely_fixed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from copydesk.model.placed import PlacedFinding


def note(number: int, finding: PlacedFinding, placed: bool, own: Set[str]) -> str:
    """The note: number, severity, rule, message, evidence, all related places and the fix.

    Args:
        number: the number of the finding on the page.
        finding: the finding.
        placed: whether its words are marked in the story.
        own: the ids of rules that have a page.
    """
    severity, more = str(finding.severity), "".join(_more(finding, number))
    back = f'href="#m{number}"' if placed else f'href="#n{number}"'
    return (
        f'<li class="remark {severity}" id="n{number}" data-severity="{severity}"'
        f' data-rule="{escaped(finding.rule)}">'
        f'<p class="head"><a class="number" {back} aria-label="Finding {number}:'
        f' line {finding.range.start.line}">{number}</a> '
        f'<span class="severity">{severity}</span> · {_rule(finding.rule, own)}'
        f" · line {finding.range.start.line}</p>"
        f'<p class="message" id="n{number}-m">{escaped(one_line(finding.message))}</p>'
        + (f'<div class="more">{more}</div>' if more else "")
        + "</li>"
    )


def _rule(rule: str, own: Set[str]) -> str:
    name = escaped(one_line(rule))
    return f'<a href="{escaped(rule_page(rule))}">{name}</a>' if rule in own else name


def _more(finding: PlacedFinding, number: int) -> Iterator[str]:
    if finding.evidence:
        yield _told("Why", one_line(finding.evidence), f' id="n{number}-e"')
    for place in finding.related:
        yield _told("See", witness(place, finding.path, whole=True))
    if finding.fixes:
        safe = " (safe)" if is_safely_fixed(finding) else ""
        yield _told("Do", one_line(finding.fixes[0].title) + safe)


def _told(label: str, text: str, attributes: str = "") -> str:
    return f'<p{attributes}><span class="label">{label}:</span> {escaped(text)}</p>'
