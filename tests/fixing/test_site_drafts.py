"""Drafts with the code of a site in them: the fault in their prose is fixed, the code is kept."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from copydesk.cli import main

DATA = Path(__file__).resolve().parents[1] / "data" / "site_drafts.txt"
LANGUAGES = ("hugo", "liquid", "nunjucks", "jinja", "handlebars", "erb", "mdx", "php")
DAY = ("--date", "2031-07-01")


class SiteDraft(NamedTuple):
    """A draft in a template language, with a fault and without it."""

    language: str
    ending: str
    name: str
    bad: str
    good: str
    fault: int  # the line of the fault, from 1


def _drafts() -> list[SiteDraft]:
    """The drafts of the table: ``⟦bad⟧good⟧`` marks the fault and what it becomes."""
    found = []
    for part in DATA.read_text("utf-8").split("#### ")[1:]:
        head, _, body = part.partition("\n")
        kind, _, name = head.partition(": ")
        language, ending = kind.split()
        before, _, rest = body.partition("⟦")
        bad, good, after = rest.split("⟧")
        space = " " if bad == "," else ""  # a space before the comma
        before = before.removesuffix(space)
        found.append(
            SiteDraft(
                language, ending, name, before + space + bad + after, before + good + after,
                before.count("\n") + 1,
            )
        )  # fmt: skip
    return found


DRAFTS = _drafts()


def test_there_are_enough() -> None:
    assert len(DRAFTS) >= 50
    assert {one.language for one in DRAFTS} == set(LANGUAGES)
    assert all(one.bad != one.good for one in DRAFTS)


@pytest.mark.parametrize(
    "draft", DRAFTS, ids=[f"{one.language}-{one.ending}-{one.name}" for one in DRAFTS]
)
def test_the_fault_is_fixed_and_the_code_is_kept(
    tmp_path: Path, draft: SiteDraft, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"page.{draft.ending}"
    path.write_text(draft.bad, "utf-8")
    main(["check", "--format", "concise", *DAY, str(path)])
    found = capsys.readouterr().out.splitlines()
    assert any(f":{draft.fault}:" in line for line in found), found
    assert [line for line in found if " stop " in line] == []
    assert [line for line in found if " fix " in line and f":{draft.fault}:" not in line] == []
    main(["check", "--fix", *DAY, str(path)])
    assert path.read_text("utf-8") == draft.good
    main(["check", "--fix", "--suggested", *DAY, str(path)])
    assert path.read_text("utf-8") == draft.good


@pytest.mark.parametrize("draft", DRAFTS[::7], ids=str)
def test_without_the_fault_nothing_is_found(
    tmp_path: Path, draft: SiteDraft, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"page.{draft.ending}"
    path.write_text(draft.good, "utf-8")
    assert main(["check", "--format", "concise", *DAY, str(path)]) == 0
    assert capsys.readouterr().out == ""
