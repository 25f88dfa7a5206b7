"""Tests of a rule's examples, for the test suite, ``explain`` and plugins.

Plugin authors test their rules with ``failures_of``; see CONTRIBUTING.md.
"""

from __future__ import annotations

from copydesk.document import Document
from copydesk.document.date import Clock
from copydesk.engine import check
from copydesk.engine.across_drafts import DraftRules, compare
from copydesk.engine.place import place
from copydesk.model.findings import Edit, Span
from copydesk.model.style import NO_STYLE, Style
from copydesk.model.value_tuple import ValueTuple
from copydesk.registry.own_formats import PARSERS
from copydesk.registry.shipped_facts import shipped_facts
from copydesk.rules.rule import Bad, Good
from copydesk.rules.ruleset import LazyRule, RuleSet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from copydesk.model.placed import PlacedFinding
    from copydesk.report import FileReport
    from copydesk.rules.rule import Rule
    from copydesk.terms.table import TermTable

_PARSERS = {parser.name: parser.load for parser in PARSERS}
_TODAY = "2026-01-15"  # fixed, so that an example has the same result on every day


class Marked(ValueTuple):
    """The text of a bad example without its marks, and the marked spans."""

    text: str
    spans: tuple[Span, ...]


def read_marks(text: str) -> Marked:
    """Remove ``[[`` and ``]]`` from an example.

    Raises:
        ValueError: the marks do not come in pairs.
    """
    plain, spans = "", []
    while "[[" in text:
        before, _, rest = text.partition("[[")
        words, closed, text = rest.partition("]]")
        if text.startswith("]"):  # the marked words end with a bracket
            words, text = f"{words}]", text[1:]
        if not closed:
            raise ValueError("[[ without ]]")
        plain += before
        spans.append(Span(len(plain), len(plain) + len(words)))
        plain += words
    return Marked(plain + text, tuple(spans))


def apply_edits(text: str, edits: tuple[Edit, ...]) -> str:
    """Apply edits that do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def failures_of(kind: type[Rule], table: TermTable | None = None) -> Iterator[str]:
    """The failures of a rule's own examples, one line each; none if all pass.

    Args:
        kind: the rule.
        table: the compiled terms, for a rule that judges them.
    """
    if not any(isinstance(one, Good) for one in kind.examples):
        yield f"{kind.id}: no good example"
    if not any(isinstance(one, Bad) for one in kind.examples):
        yield f"{kind.id}: no bad example"
    for example in kind.examples:
        rules = alone(kind, example, table)
        for fault in failures_in(example, rules):
            yield f"{kind.id}: {example.text!r}: {fault}"


def set_up(
    kind: type[Rule], options: Mapping[str, Any] | None = None, style: Style = NO_STYLE
) -> Rule:
    """Build a single rule, with the built-in facts."""
    rule = kind(options, style)
    rule.use_facts(shipped_facts)
    return rule


def alone(kind: type[Rule], example: Good | Bad, table: TermTable | None) -> RuleSet:
    """The one rule, with the options and the house style of an example."""
    name = example.style.get("name", "example" if example.style else "")
    settings = {key: value for key, value in example.style.items() if key != "name"}
    rule = set_up(kind, example.options, Style(name, (name,) if name else (), settings))
    return RuleSet(
        (LazyRule.ready(rule),),
        {kind.id: kind.severity},
        table=table,
        styles=frozenset(rule.style.chain),
        known=frozenset({kind.id}),
    )


def fixes_of(kind: type[Rule], table: TermTable | None = None) -> set[str]:
    """The safety of the first fixes that a rule offers for its bad examples."""
    found: set[str] = set()
    for example in kind.examples:
        if isinstance(example, Bad) and example.fixed is not None:
            rules = alone(kind, example, table)
            for finding in _files(example, read_marks(example.text).text, rules)[0].findings:
                found |= {fix.safety for fix in finding.fixes[:1]}
    return found


def failures_in(example: Good | Bad, rules: RuleSet) -> Iterator[str]:
    """The failures of one example under a rule set."""
    marked = read_marks(example.text)
    files = _files(example, marked.text, rules)
    for file in files:
        yield from (problem.message for problem in file.problems)
    findings = files[0].findings
    found = tuple(Span(one.range.start.offset, one.range.end.offset) for one in findings)
    if isinstance(example, Good):
        if found:
            words = [one.range.text for one in findings]
            yield f"it is good, but {words} was flagged: {findings[0].message}"
    elif found != marked.spans:
        yield f"marked {_shown(marked.spans)}, found {_shown(found)}"
    else:
        yield from _wrong_fix(example, marked.text, findings[0])


def _files(example: Good | Bad, text: str, rules: RuleSet) -> list[FileReport]:
    """The reports on an example and on the drafts that it is compared with."""
    docs = [
        document(one, example.format, example.date, example.final, f"{number}")
        for number, one in enumerate((text, *example.beside))
    ]
    files = [place(doc, check(doc, rules)) for doc in docs]
    return compare(files, [DraftRules(doc.path, rules) for doc in docs])


def _wrong_fix(example: Bad, text: str, finding: PlacedFinding) -> Iterator[str]:
    fixed = None
    if finding.fixes:
        edits = [
            Edit(Span(one.range.start.offset, one.range.end.offset), one.text)
            for one in finding.fixes[0].edits
        ]
        fixed = apply_edits(text, tuple(edits))
    if fixed != example.fixed:
        yield f"the fix should give {example.fixed!r}, but gives {fixed!r}"


def _shown(spans: tuple[Span, ...]) -> str:
    return ", ".join(f"{start}–{end}" for start, end in spans) or "nothing"


def document(
    text: str, format_name: str = "text", date: str = "", final: bool = False, path: str = "example"
) -> Document:
    """Build a document from a text, for examples and tests.

    Raises:
        KeyError: it is not one of copydesk's own formats.
    """
    return Document(text, _PARSERS[format_name](), path, Clock(date, "", _TODAY), final)
