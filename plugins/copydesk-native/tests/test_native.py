"""The compiled index finds what its twin in Python finds, or leaves the text to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.document.native import native_index
from copydesk.document.word_index import in_python
from copydesk.document.words import lowered, plain

NATIVE = native_index()
if NATIVE is None:
    pytest.skip("extra: copydesk-native is not installed", allow_module_level=True)

COMMON = st.sampled_from([
    "the", "The", "THE", "12", "5", "x2y", " ", " ", ". ", "\r\n", "’s", "“", "—", "…", "_", "-",
    "É", "ß", "Łódź", "ǅ", "İ", "ı", "ʼ", "e\u0301", "²", "½", "٣", "日本",
    "😀", "👩\u200d🚒", "\u00a0",
])  # fmt: skip
TEXT = st.lists(COMMON | st.text(max_size=4)).map("".join)


def check(text: str) -> bool:
    """Compare both, and tell whether the compiled index read the text."""
    assert NATIVE is not None
    low = lowered(text)
    found = NATIVE(text, low)
    if found is None:
        return False
    twin = in_python(low, plain(low))
    starts, doubled, capitals = found
    assert starts == twin.starts
    assert doubled == twin.doubled
    every = sorted(at for places in twin.starts.values() for at in places)
    assert capitals == [at for at in every if text[at].isupper()]
    return True


@given(TEXT)
def test_both_find_the_same_in_any_text(text: str) -> None:
    check(text)


def test_every_code_point_is_read_alike_in_a_word_and_alone() -> None:
    read = [code for code in range(0x110000) if check(f"a{chr(code)}b {chr(code)} {chr(code)}7")]
    assert len(read) > 600


def test_copy_in_english_is_read() -> None:
    assert check("“It’s the the Café — 5 1/2 metres,” she said…\r\nÉlan, SÃO Paulo, £5,000 (€12).")


def test_half_of_a_pair_of_surrogates_is_left_to_the_twin() -> None:
    assert not check("a \ud800 b")
