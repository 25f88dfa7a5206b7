"""A table of small drafts with fields, about half of which are sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from copydesk import Linter

_TABLE = Path(__file__).parents[1] / "data" / "fields.txt"
_BODY = "The pier is open.\n\nThe mayor came, and so did the town.\n"
_LINTER = Linter(select=["fields"])


def _drafts() -> list[tuple[str, str, str, str]]:
    """Format, rule, the body's last line, the fields."""
    text = _TABLE.read_text("utf-8")
    found = []
    for block in re.split(r"^== ", text, flags=re.M)[1:]:
        head, _, fields = block.partition("\n")
        form, rule, *last = head.split(" ", 2)
        found.append((form, rule, last[0].removeprefix("body=") if last else "", fields.strip()))
    return found


_DRAFTS = _drafts()


def _source(form: str, fields: str, last: str) -> str:
    body = f"{_BODY}\n{last}\n"
    return {
        "yaml": f"---\n{fields}\n---\n\n{body}",
        "toml": f"+++\n{fields}\n+++\n\n{body}",
        "json": f"{{\n{fields}\n}}\n\n{body}",
        "code": f"{_BODY}\n{{{{< {fields} >}}}}\n\n{body}",
        "html": f"<html><head>{fields}</head><body><article><p>It is open.</p></article></body></html>",
    }[form]


@pytest.mark.parametrize(("form", "rule", "last", "fields"), _DRAFTS)
def test_draft(form: str, rule: str, last: str, fields: str) -> None:
    marked = re.search(r"\[\[(.*?)\]\]", f"{fields}\n{last}", re.S)
    plain = [re.sub(r"\[\[(.*?)\]\]", r"\1", part, flags=re.S) for part in (fields, last)]
    source = _source(form, *plain)
    report = _LINTER.check_text(source, format="html" if form == "html" else "markdown")
    found = {
        (one.rule, source[one.range.start.offset : one.range.end.offset])
        for one in report.findings
        if one.rule.startswith("fields/")
    }
    if rule == "sound":
        assert not found, found
        return
    assert {one for one, _ in found} == {rule}, found
    if marked and marked[1] != "…":
        assert marked[1] in {words for _, words in found}, found


def test_half_of_the_table_is_sound() -> None:
    sound = sum(rule == "sound" for _, rule, _, _ in _DRAFTS)
    assert len(_DRAFTS) >= 100
    assert sound >= 0.45 * len(_DRAFTS)
