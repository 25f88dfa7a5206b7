"""A draft without a date is never stopped on account of the day on which it is checked."""

from __future__ import annotations

import pytest

from copydesk.document import Clock, Document
from copydesk.engine import check
from copydesk.model.findings import Severity
from copydesk.parsers.markdown import parse as parse_markdown
from copydesk.parsers.plain import parse as parse_plain
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import Registry
from copydesk.terms.pack import Pack, read_pack
from copydesk.testing.pack_examples import date_of, rules_of
from copydesk.testing.rule_examples import alone, read_marks

CATALOGUE = contributions("")
REGISTRY = Registry(CATALOGUE)
CLASSES = [rule for rule in CATALOGUE.rules if rule.home and not rule.unavailable]
PACKS = [read_pack(file.path, file.content.decode()) for file in REGISTRY.pack_files]
DAYS = ("2016-06-01", "2021-02-03", "2026-01-15")
EMBARGO = "leftover/hold"  # asks whether a draft may be published today, whatever its date


def stops(text: str, rules, markdown: bool, day: str) -> list[tuple[int, int]]:
    parse = parse_markdown if markdown else parse_plain
    checked = check(Document(text, parse, "x.md", Clock("", "", day)), rules)
    assert not checked.problems
    return [one.span for one in checked.findings if one.severity is Severity.STOP]


@pytest.mark.parametrize(
    "info", [one for one in CLASSES if one.id != EMBARGO], ids=lambda info: info.id
)
def test_no_rule_stops_on_account_of_today(info) -> None:
    kind = info.rule_class()
    for example in kind.examples:
        rules = alone(kind, example, REGISTRY.table)
        text = read_marks(example.text).text
        days = {day for day in (example.date, *DAYS) if day}
        found = [stops(text, rules, example.format == "markdown", day) for day in sorted(days)]
        assert all(one == found[0] for one in found), (text, found)


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.path)
def test_no_pack_stops_on_account_of_today(pack: Pack) -> None:
    rules = rules_of(pack)
    for entry, examples in zip(pack.entries, pack.bad, strict=True):
        if not (entry.since or entry.until):
            continue
        for example in examples[:2]:
            text = read_marks(example.text).text
            days = {date_of(entry, example), *DAYS}
            found = [stops(text, rules, False, day) for day in sorted(days)]
            assert all(one == found[0] for one in found), (text, found)
