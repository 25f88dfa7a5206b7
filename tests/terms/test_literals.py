from __future__ import annotations

import re

import pytest

from copydesk.terms.literals import forms, needed


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\bcolou?r\b", ["color", "colour"]),
        (r"\b(?:tele|micro)phone(?:s)?\b",
         ["microphone", "microphones", "telephone", "telephones"]),
        (r"\bgr[ae]y\b", ["gray", "grey"]),
        (r"\bhealth care\b", ["health care"]),
        (r"colou?r", None),  # it may stand inside a word
        (r"(?i)\bcolor\b", None),
        (r"\b\w+ed\b", None),
        (r"\b[a-z]oo\b", None),
        (r"\b(a|b)(c|d)(e|f)(g|h)(i|j)(k|l)(m|n)\b", None),  # 128 forms
        (r"\bx(?=y)\b", None),
        ("(", None),
    ],
)  # fmt: skip
def test_forms(pattern: str, expected: list[str] | None) -> None:
    assert forms(pattern) == expected


@pytest.mark.parametrize("pattern", [r"\bcolou?r\b", r"\bgr[ae]y\b"])
def test_every_form_is_matched_by_its_pattern(pattern: str) -> None:
    assert all(re.fullmatch(pattern, form) for form in forms(pattern) or [])


@pytest.mark.parametrize(
    ("pattern", "words", "stretches"),
    [
        (r"\bas an? AI language model\b", ["language"], []),
        (r"pic\.twitter\.com/\w+", ["twitter"], []),
        (r"tag\W?reuters\S+VIEWIMAGE", [], ["VIEWIMAGE"]),
        (r"\bfoo\d+\b", ["foo"], []),
        (r"\w+ing", [], ["ing"]),
        (r"\b(?:one|two)\b", [], []),
        (r"(?:very)?\s+good\b", ["good"], []),
        (r"\bno+pe\b", [], ["no"]),
        (r"(?i)xy\w+", [], []),
    ],
)
def test_needed(pattern: str, words: list[str], stretches: list[str]) -> None:
    assert needed(pattern) == (words, stretches)
