"""Usual copy needs neither ``unicodedata`` nor a codec."""

from __future__ import annotations

import sys
import unicodedata

from copydesk.document.compose import is_composed, is_usual

TEXT = "Zoë’s “café” – €5, 10 £, Łódź, Dvořák … ‘TV’ — ™"


def test_usual_copy_is_composed() -> None:
    usual = [char for char in map(chr, range(sys.maxunicode + 1)) if is_usual(char)]
    assert len(usual) > 600
    for char in usual:
        assert unicodedata.is_normalized("NFC", char)
        assert unicodedata.is_normalized("NFC", f"a{char}")  # it joins nothing
        assert not unicodedata.combining(char)


def test_what_is_usual() -> None:
    assert is_usual(TEXT)
    assert is_composed(TEXT)
    for other in ("Zoe\u0308", "Київ", "5 \u212b", "\u2000"):
        assert not is_usual(other)
    assert is_composed("Київ")
    assert not is_composed("Zoe\u0308")
