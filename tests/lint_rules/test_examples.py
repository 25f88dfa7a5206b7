"""Every rule's and every entry's own examples, put to the test."""

from __future__ import annotations

import re
from functools import cache

import pytest

from copydesk.engine import check
from copydesk.model.findings import Finding
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import Registry
from copydesk.terms.pack import Pack, read_pack
from copydesk.testing.pack_examples import date_of, rules_of
from copydesk.testing.rule_examples import apply_edits, document, failures_of, read_marks

CATALOGUE = contributions("")
REGISTRY = Registry(CATALOGUE)
CLASSES = [rule for rule in CATALOGUE.rules if rule.home]
PACKS = [read_pack(file.path, file.content.decode()) for file in REGISTRY.pack_files]
WRITTEN_OUT = [  # entries of [[entry]]; [forms] are tested as a whole, [variants] by their rules
    pytest.param(pack, index, id=f"{pack.path}:{pack.entries[index].line}")
    for pack in PACKS
    for index in range(len(pack.entries))
    if pack.good[index] != (pack.entries[index].use,) and not pack.entries[index].variants
]


@pytest.mark.parametrize("info", CLASSES, ids=lambda info: info.id)
def test_a_rules_own_examples_hold(info) -> None:
    if info.unavailable:
        pytest.skip(f"extra: {info.unavailable}")
    kind = info.rule_class()
    assert list(failures_of(kind, REGISTRY.table)) == []


@pytest.mark.parametrize("info", CLASSES, ids=lambda info: info.id)
def test_a_rule_says_what_it_wants_and_why(info) -> None:
    kind = info.rule_class()
    assert re.fullmatch(r"[a-z]+/[a-z]+(-[a-z]+)*", kind.id)
    assert kind.summary().endswith((".", "?"))
    assert len(kind.summary()) <= 100
    assert kind.reason()


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.path)
def test_a_pack_that_defines_a_rule_says_why(pack: Pack) -> None:
    if pack.header is not None:
        assert re.fullmatch(r"[a-z]+/[a-z]+(-[a-z]+)*", pack.header.id)
        assert pack.header.why
        assert pack.header.summary.endswith(".")


@cache
def found_in(pack: Pack, text: str, date: str) -> tuple[Finding, ...]:
    checked = check(document(text, date=date), rules_of(pack))
    assert not checked.problems
    return checked.findings


@pytest.mark.parametrize(("pack", "index"), WRITTEN_OUT)
def test_an_entrys_own_examples_hold(pack: Pack, index: int) -> None:
    entry = pack.entries[index]
    for text in pack.good[index]:
        assert not found_in(pack, text, date_of(entry)), text
    for example in pack.bad[index]:
        marked = read_marks(example.text)
        found = found_in(pack, marked.text, date_of(entry, example))
        assert [one.span for one in found] == list(marked.spans), example.text
        if example.fixed is not None:
            assert apply_edits(marked.text, found[0].fixes[0].edits) == example.fixed
        for one in found:
            assert bool(one.fixes) == (entry.use is not None and entry.fix != "none")


def test_every_form_of_every_list_is_found() -> None:
    for pack in PACKS:
        rules = rules_of(pack)
        for index, entry in enumerate(pack.entries):
            if pack.good[index] != (entry.use,):
                continue
            for form in entry.avoid:
                doc = document(f"The desk\n\nThen {form} stood there.", date=date_of(entry))
                found = check(doc, rules).findings
                assert [doc.source[one.span.start : one.span.end] for one in found] == [form]
            break  # one entry a pack here; all of a table in test_terms
