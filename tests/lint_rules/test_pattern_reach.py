"""Each pattern of our packs needs its words where it can see them, so it may run only near them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from copydesk.document import Document
from copydesk.model.findings import Severity
from copydesk.parsers.plain import parse
from copydesk.terms import patterns
from copydesk.terms.compile import compile_packs
from copydesk.terms.hits import Scope, find_hits
from copydesk.terms.pack import Pack, read_pack
from copydesk.terms.table import TermTable

ROOT = Path(__file__).resolve().parents[2]
FILLER = "She moored at noon. " * 40


def packs() -> dict[str, Pack]:
    files = sorted((ROOT / "lint_rules").glob("*/*.toml"))
    texts = {path: path.read_text("utf-8") for path in files}
    return {
        path.stem: pack
        for path, text in texts.items()
        if "\n[[entry]]" in text or "\n[forms]" in text
        for pack in [read_pack(str(path), text)]
        if any(entry.match for entry in pack.entries)
    }


PACKS = packs()


def found(table: TermTable, text: str, scope: Scope) -> list[tuple[tuple[int, int], int]]:
    doc = Document(text, parse)
    return sorted((tuple(hit.span), hit.number) for hit in find_hits(doc, table, scope, []))


@pytest.mark.parametrize("name", PACKS)
def test_a_pattern_finds_the_same_near_its_words_as_in_the_whole_slot(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = PACKS[name]
    table = TermTable(compile_packs([pack]))
    rules = {entry.rule: Severity.FIX for entry in pack.entries}
    scope = Scope(rules, frozenset({entry.style for entry in pack.entries}))
    bad = [example.text for entry in pack.bad for example in entry]
    plain = [re.sub(r"\[\[|\]\]", "", text) for text in bad]
    texts = [f"{FILLER}{text} {FILLER}{text} {FILLER}" for text in plain]
    near = [found(table, text, scope) for text in (*texts, *plain)]
    monkeypatch.setattr(patterns, "_ranges", lambda slots, reach: [slot.span for slot in slots])
    assert near == [found(table, text, scope) for text in (*texts, *plain)]
    assert any(near)
