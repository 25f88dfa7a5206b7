"""A newsroom's packs over ours find what all packs compiled at once would find."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.document import Document
from copydesk.files.data_file import DataFile
from copydesk.model.errors import DataError
from copydesk.model.findings import Severity
from copydesk.parsers.plain import parse
from copydesk.terms.compile import compile_over, compile_packs
from copydesk.terms.hits import Scope, find_hits
from copydesk.terms.layered import OverTable
from copydesk.terms.pack import read_pack
from copydesk.terms.store import load_table
from copydesk.terms.table import TermTable

OURS = """
[rule]
id = "test/ours"
severity = "fix"
summary = "Ours."

[[entry]]
use = "Kyiv"
avoid = ["Kiev", "Kiew"]
good = ["Kyiv"]
bad = ["[[Kiev]]"]

[[entry]]
match = ['\\d+ ?(?:pct|per cent)']
needs = ["pct", "per cent"]
message = "Write percent."
good = ["5 percent"]
bad = ["[[5 pct]]"]

[[entry]]
use = "…"
avoid = ["..."]
good = ["and …"]
bad = ["and [[...]]"]
"""
WORDS = ("Kiev", "Kiew", "Kyiv", "ferry", "sea wall", "n't", "...", "harbour", "5 pct", "the", "’")
SCOPE = Scope({"test/ours": Severity.FIX, "house/terms": Severity.FIX})


def pack(rule: str, forms: dict[str, list[str]]) -> str:
    lines = "\n".join(f"{use!r} = {avoid!r}" for use, avoid in forms.items())
    return f"rule = {rule!r}\n[forms]\n{lines}\n"


def hits(table: TermTable, text: str) -> list[tuple[tuple[int, int], str, str, str, str]]:
    doc = Document(text, parse)
    found = sorted(find_hits(doc, table, SCOPE, []), key=lambda hit: (hit.span, hit.number))
    return [(tuple(h.span), h.form, h.entry.pack, h.entry.rule, str(h.entry.use)) for h in found]


forms = st.dictionaries(
    st.sampled_from(["Kyiv", "quay", "it is"]),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4, unique=True),
    min_size=1,
)


@settings(max_examples=150, deadline=None)
@given(
    rule=st.sampled_from(["test/ours", "house/terms"]),
    later=forms,
    words=st.lists(st.sampled_from(WORDS), max_size=12),
)
def test_it_finds_what_one_table_would(
    rule: str, later: dict[str, list[str]], words: list[str]
) -> None:
    ours, theirs = read_pack("ours.toml", OURS), read_pack("theirs.toml", pack(rule, later))
    base = TermTable(compile_packs([ours]))
    over = OverTable(compile_over(base, [theirs]), base)
    whole = TermTable(compile_packs([ours, theirs]))
    text = " ".join(words) + "\n"
    assert hits(over, text) == hits(whole, text)
    assert list(over.entries()) == list(whole.entries())
    assert len(over) == len(whole)
    assert (over.headers, over.styles) == (whole.headers, whole.styles)
    assert set(over.used) == set(whole.used)


def test_a_form_that_ours_lose_is_theirs() -> None:
    base = TermTable(compile_packs([read_pack("ours.toml", OURS)]))
    theirs = read_pack("theirs.toml", pack("test/ours", {"Kyjiw": ["Kiev"], "etc.": ["..."]}))
    over = OverTable(compile_over(base, [theirs]), base)
    assert [row[2:] for row in hits(over, "Kiew, Kiev and ...\n")] == [
        ("ours.toml", "test/ours", "Kyiv"),
        ("theirs.toml", "test/ours", "Kyjiw"),
        ("theirs.toml", "test/ours", "etc."),
    ]
    assert len(over) == 4  # the last of ours has nothing left


def test_a_table_over_another_is_refused() -> None:
    base = TermTable(compile_packs([read_pack("ours.toml", OURS)]))
    theirs = read_pack("theirs.toml", pack("house/terms", {"quay": ["harbour"]}))
    data = compile_over(base, [theirs])
    other = TermTable(compile_packs([theirs]))
    with pytest.raises(ValueError, match="not a table over this one"):
        OverTable(data, other)
    with pytest.raises(ValueError, match="not a table over this one"):
        OverTable(compile_packs([theirs]), base)


def test_a_changed_list_is_compiled_without_ours(tmp_path, monkeypatch) -> None:
    ours = DataFile("ours.toml", OURS.encode(), own=True)
    load_table([ours], str(tmp_path))
    read = []
    monkeypatch.setattr(
        "copydesk.terms.pack.read_pack",
        lambda path, text: read.append(path) or read_pack(path, text),
    )
    for use in ("quay", "pier"):
        theirs = DataFile("theirs.toml", pack("house/terms", {use: ["harbour"]}).encode())
        table = load_table([ours, theirs], str(tmp_path))
        assert [row[-1] for row in hits(table, "Kiev harbour\n")] == ["Kyiv", use]
    assert read == ["theirs.toml", "theirs.toml"]


def test_a_wrong_pattern_of_theirs_is_named() -> None:
    base = TermTable(compile_packs([read_pack("ours.toml", OURS)]))
    text = "[[entry]]\nmatch = ['harbour (']\nneeds = ['harbour']\nmessage = 'x'\ngood = ['a']\nbad = ['[[harbour (]]']\n"
    with pytest.raises(DataError, match=r"theirs\.toml:1: the pattern 'harbour \(' is wrong"):
        compile_over(base, [read_pack("theirs.toml", text)])
