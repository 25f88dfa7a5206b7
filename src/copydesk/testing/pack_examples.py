"""Tests of the examples of term packs, for the test suite and ``style check``."""

from __future__ import annotations

from copydesk.engine import check
from copydesk.model.findings import Severity
from copydesk.model.value_tuple import ValueTuple
from copydesk.rules.ruleset import RuleSet
from copydesk.terms.compile import compile_packs
from copydesk.terms.table import TermTable
from copydesk.testing.rule_examples import apply_edits, document, read_marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.model.findings import Finding
    from copydesk.terms.entry import Entry
    from copydesk.terms.pack import Pack, PackExample

_DAY = "2025-04-15"  # the story date of examples without one


class Fault(ValueTuple):
    """What is wrong with a file, in words, and on which line."""

    line: int
    message: str


def rules_of(pack: Pack) -> RuleSet:
    """The entries of one pack as a rule set, with its style selected."""
    severities = dict.fromkeys({entry.rule for entry in pack.entries}, Severity.STOP)
    styles = frozenset({pack.style.name} - {""})
    return RuleSet((), severities, table=TermTable(compile_packs([pack])), styles=styles)


def date_of(entry: Entry, example: PackExample | None = None) -> str:
    """The story date of an entry's example, ISO."""
    if example is not None and example.date:
        return example.date
    return entry.until or max(entry.since, _DAY)


def example_faults(pack: Pack) -> Iterator[Fault]:
    """The examples of a pack that fail: good copy flagged, bad copy missed or fixed wrongly."""
    rules = rules_of(pack)
    for index, entry in enumerate(pack.entries):
        if entry.variants:
            continue
        for text in pack.good[index]:
            found = _found(rules, text, date_of(entry))
            if found:
                yield Fault(entry.line, f"the good example {text!r} is flagged: {found[0].message}")
        for example in pack.bad[index]:
            told = _wrong(rules, entry, example)
            if told:
                yield Fault(entry.line, f"the bad example {example.text!r} {told}")


def _wrong(rules: RuleSet, entry: Entry, example: PackExample) -> str:
    """What is wrong with a bad example; empty if nothing is."""
    try:
        marked = read_marks(example.text)
    except ValueError as error:
        return f"is not marked: {error}"
    found = _found(rules, marked.text, date_of(entry, example))
    if [one.span for one in found] != list(marked.spans):
        words = ", ".join(f"“{marked.text[slice(*one.span)]}”" for one in found) or "nothing"
        return f"fails: found {words}"
    if example.fixed is None:
        return ""
    fixed = apply_edits(marked.text, found[0].fixes[0].edits) if found[0].fixes else None
    return "" if fixed == example.fixed else f"is fixed to {fixed!r}, not {example.fixed!r}"


def _found(rules: RuleSet, text: str, date: str) -> tuple[Finding, ...]:
    return check(document(text, date=date), rules).findings
