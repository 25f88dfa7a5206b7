"""What ``explain`` and ``rules`` tell, and the pages that are made of it."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from copydesk.cli import main
from copydesk.explain import docs as rule_pages
from copydesk.explain.library import Library, explanation
from copydesk.explain.markdown import as_markdown, escaped
from copydesk.explain.page import RulePage
from copydesk.registry.collect import collect
from copydesk.registry.loader import Plugins
from copydesk.registry.registry import Registry

ROOT = Path(__file__).resolve().parents[2]
REGISTRY = Registry(collect(Plugins(installed=[])))


@cache
def pages() -> dict[str, RulePage]:
    return {page.id: page for page in Library(REGISTRY).pages()}


def test_every_rule_has_a_page() -> None:
    assert list(pages()) == sorted(REGISTRY.rules)


def test_the_pages_in_docs_are_current() -> None:
    found = rule_pages.differences(str(ROOT / "docs" / "rules"))
    assert not found, f"{found}; run python -m copydesk.explain.docs"


def test_pages_are_written_checked_and_swept(tmp_path: Path) -> None:
    folder = str(tmp_path)
    assert len(rule_pages.differences(folder)) == len(pages()) + 1
    rule_pages.write(folder)
    assert rule_pages.differences(folder) == []
    (tmp_path / "titles" / "gone.md").write_text((tmp_path / "README.md").read_text("utf-8"))
    (tmp_path / "notes.md").write_text("By hand.\n")
    (tmp_path / "titles" / "wrong-office.md").unlink()
    assert rule_pages.differences(folder) == [
        "titles/wrong-office.md is missing",
        "titles/gone.md belongs to no rule",
    ]
    assert rule_pages.main(["--check", folder]) == 1
    assert rule_pages.main([folder]) == 0
    assert rule_pages.main(["--check", folder]) == 0
    assert (tmp_path / "notes.md").exists()


@pytest.mark.process
def test_pages_are_the_same_in_every_run(tmp_path: Path) -> None:
    for seed in ("0", "1"):
        subprocess.run(
            [sys.executable, "-m", "copydesk.explain.docs", str(tmp_path / seed)],
            check=True, env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}/src:{ROOT}"},
        )  # fmt: skip
    for path in (tmp_path / "0").rglob("*.md"):
        assert path.read_bytes() == (tmp_path / "1" / path.relative_to(tmp_path / "0")).read_bytes()


@pytest.mark.parametrize("name", sorted(REGISTRY.rules))
def test_a_page_tells_all(name: str) -> None:
    page = pages()[name]
    text = as_markdown(page)
    assert page.own
    assert text.startswith(f"# {page.id}\n\n**{page.severity}** · ")
    for part in ("## Source" if page.source else "", "## Turning it off", escaped(page.summary)):
        assert part in text
    assert ("## Wrong" in text and "## Right" in text) or "## Entr" in text
    assert text.count("```") % 2 == 0
    assert page.fix in ("safe", "suggested", "none")
    for option in page.options:
        assert f"| `{option.name}` |" in text


def test_the_fix_is_the_one_that_the_examples_show() -> None:
    fixes = {page.id: page.fix for page in pages().values()}
    assert fixes["sentence/doubled-word"] == "safe"
    assert fixes["titles/former-in-office"] == "suggested"
    assert fixes["sentence/no-verb"] == "none"
    assert fixes["spelling/typo"] == "safe"


RULES = Draft202012Validator(
    {
        "type": "object",
        "properties": {
            "version": {"const": 1},
            "rules": {
                "type": "array",
                "minItems": 20,
                "items": {
                    "type": "object",
                    "required": ["id", "severity", "default", "fix", "summary", "options", "from"],
                    "properties": {
                        "id": {"pattern": "^[a-z-]+/[a-z-]+$"},
                        "severity": {"enum": ["stop", "fix", "style", "ask"]},
                        "default": {"type": "boolean"},
                        "fix": {"enum": ["safe", "suggested", "none"]},
                        "summary": {"type": "string", "minLength": 10},
                        "options": {"type": "array"},
                        "from": {"type": "string"},
                    },
                },
            },
        },
    }
)


def test_rules_for_programs_and_for_documents(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    RULES.validate(rows)
    assert main(["rules", "--format", "markdown"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "| rule | severity | default | fix | what it checks |"
    assert [line.split("`")[1] for line in lines[2:]] == [row["id"] for row in rows["rules"]]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("titles/wrong-offfice", "; did you mean 'titles/wrong-office'?"),
        ("tittles", "; did you mean 'titles'?"),
        ("qqq", "; for a list: copydesk rules"),
    ],
)
def test_an_unknown_rule(name: str, hint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", name]) == 2
    assert f"unknown rule {name!r}{hint}" in capsys.readouterr().err


def test_a_group_lists_its_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "titles"]) == 0
    out = capsys.readouterr().out
    assert "titles/wrong-office" in out
    assert "spelling/" not in out


def test_a_part_of_a_name_finds_the_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "doubled-w"]) == 0
    assert capsys.readouterr().out.startswith("sentence/doubled-word: ")
    assert main(["explain", "sentence/Doubled-W"]) == 0
    assert capsys.readouterr().out.startswith("sentence/doubled-word: ")


def test_a_part_of_several_names_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    part = "date"
    names = [name for name in REGISTRY.rules if part in name]
    assert main(["explain", part]) == 0
    head, empty, *rows = capsys.readouterr().out.splitlines()
    assert head == f"{len(names)} rules match ‘date’. For details: copydesk explain {names[0]}"
    assert empty == ""
    assert [row.split()[0] for row in rows] == names


def test_a_big_rule_fits_a_screen_at_first(capsys: pytest.CaptureFixture[str]) -> None:
    name = "spelling/house-form"
    assert main(["explain", name, "--all"]) == 0
    whole = capsys.readouterr().out.splitlines()
    assert main(["explain", name]) == 0
    *shown, last = capsys.readouterr().out.splitlines()
    assert len(shown) < 24 < len(whole)
    assert shown == whole[: len(shown)]
    more = len(whole) - len(shown)
    assert last == f"… copydesk explain {name} --all shows {more} more lines"


def test_a_small_rule_is_shown_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    name = next(one for one in REGISTRY.rules if len(explanation(REGISTRY, one).splitlines()) < 24)
    assert main(["explain", name]) == 0
    short = capsys.readouterr().out
    assert main(["explain", name, "--all"]) == 0
    assert capsys.readouterr().out == short
