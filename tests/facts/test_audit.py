"""Every sentence on offices that an audit of the facts found wrong, or missed."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.facts.test_sentences import found, named

FILE = Path(__file__).resolve().parents[1] / "data" / "facts-audit.toml"
ALL = tomllib.loads(FILE.read_text("utf-8"))["sentence"]


@pytest.mark.parametrize("one", [one for one in ALL if one["want"] == "silent"], ids=named)
def test_silent(one: dict[str, Any]) -> None:
    assert found(one) == []


@pytest.mark.parametrize("one", [one for one in ALL if one["want"] == "speak"], ids=named)
def test_speak(one: dict[str, Any]) -> None:
    start = one["text"].index(one["words"])
    end = start + len(one["words"])
    hits = [where for _, _, *where in found(one) if where[0] < end and start < where[1]]
    assert bool(hits) is not bool(one.get("missed"))
