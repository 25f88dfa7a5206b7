"""``copydesk list``: as text, JSON and a page; many files, standard input, what cannot be read."""

from __future__ import annotations

import io
import json
import sys
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from copydesk.cli import main
from tests.checklist.test_checklist import STORY
from tests.formats.test_html import Page

SCHEMA = json.loads(files("copydesk.formats").joinpath("list-1.schema.json").read_text("utf-8"))
HOSTILE = """\
---
title: "<script>alert(1)</script> & \\"Ann Poe\\""
---

Ann <b onclick="x()">Poe</b>, the "&lt;img src=x onerror=alert(1)&gt;" of Lund, paid $5 \u202eon June 31.

See [<u>"it"</u>](https://lund.example/?q="><script>alert(2)</script>) ##[error]x

::error::x 12 <i>boats</i>
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> str:
    assert main(["list", *words]) == status
    return capsys.readouterr().out


def data(capsys: pytest.CaptureFixture[str], *words: str, status: int = 0) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(run(capsys, "--json", *words, status=status))
    Draft202012Validator(SCHEMA).validate(value)
    return value


def test_as_text(capsys) -> None:
    out = run(capsys, "--date", "2025-04-10", "story.txt").splitlines()
    assert out[:2] == ["story.txt", "92 words. Story date: Thursday, April 10, 2025 (--date)."]
    for line in (
        "People (2)",
        "[ ] 3:24  Karin Holm — Mayor; age 54; “Holm” 5:22",
        "[ ] 3:49  Lund Harbour Board — LHB; “LHB” 3:69, 7:83",
        "[ ]  3:77  Tuesday, April 8 — fits in 2025",
        "[!] 3:124  Monday, April 29 — wrong weekday: April 29, 2025, is a Tuesday",
        "[!] 7:136  Feb. 30 — there is no such day",
        "[ ]  7:50  12 boats — source: Tom O’Kane",
        "    Karin Holm:",
        "[ ]  5:1  “We have no choice,”",
    ):
        assert line in out
    assert max(map(len, out)) <= 80


def test_the_sections_wanted(capsys) -> None:
    out = run(capsys, "--only", "money", "--only", "people,phones", "story.txt")
    assert [line for line in out.splitlines() if line.endswith(")")] == [
        "People (2)", "Money (1)", "Telephone numbers (1)",
    ]  # fmt: skip
    (story,) = data(capsys, "--only", "phones", "story.txt")["stories"]
    assert set(story) == {"path", "date", "date_origin", "words", "phones"}
    assert main(["list", "--only", "persons", "story.txt"]) == 2
    assert "--only: unknown section 'persons'" in capsys.readouterr().err


def test_as_json(capsys) -> None:
    (story,) = data(capsys, "--date", "2025-04-10", "story.txt")["stories"]
    assert (story["date"], story["date_origin"], story["words"]) == ("2025-04-10", "--date", 92)
    assert story["people"][0]["places"][1] == {
        "line": 5, "column": 22, "offset": STORY.index("Holm said"), "text": "Holm", "slot": "paragraph",
        "context": "“We have no choice,” Holm said.",
    }  # fmt: skip
    assert story["dates"][2]["fits"] is False
    assert story["figures"][3] | {"places": []} == {
        "text": "12 boats", "kind": "count", "value": 12, "other": 0, "low": 12, "high": 12,
        "unit": "", "thing": "boats", "source": "Tom O’Kane", "is_quoted": False, "places": [],
    }  # fmt: skip
    starts = [[item["places"][0]["offset"] for item in story[name]] for name in SECTION_NAMES]
    assert all(offsets == sorted(offsets) for offsets in starts)


SECTION_NAMES = [name for name in SCHEMA["$defs"]["story"]["properties"]
                 if name not in ("path", "date", "date_origin", "words")]  # fmt: skip


def test_the_schema_knows_every_section_and_is_a_schema() -> None:
    from copydesk.checklist import SECTIONS

    Draft202012Validator.check_schema(SCHEMA)
    assert tuple(SECTION_NAMES) == SECTIONS


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_the_same_input_gives_the_same_bytes(capsys, form: str) -> None:
    words = ("--format", form, "--date", "2025-04-10", "story.txt")
    assert run(capsys, *words) == run(capsys, *words)


def test_many_files_and_a_folder(capsys, folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "a" / "b.md").write_text("Ann Poe left.\n")
    paths = [story["path"] for story in data(capsys, "--date", "2025-04-10")["stories"]]
    assert paths == ["a/b.md", "story.txt"]
    assert run(capsys, "a", "story.txt").count("Story date:") == 2


def test_standard_input(capsys, monkeypatch) -> None:
    stream = SimpleNamespace(buffer=io.BytesIO("*Ann* Poe said “yes.”\n".encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    out = run(capsys, "--stdin-filename", "x.md", "-")
    assert out.startswith("x.md\n") and "Ann Poe" in out
    assert main(["list", "-", "story.txt"]) == 2


def test_the_config_counts(capsys, folder: Path) -> None:
    (folder / "copydesk.toml").write_text('date = 2025-04-10\nencoding = "cp1252"\n')
    (folder / "cafe.txt").write_bytes("Zoë Poe paid.\n".encode("cp1252"))
    found = data(capsys, "cafe.txt")["stories"][0]
    assert found["date"] == "2025-04-10"
    assert found["people"][0]["name"] == "Zoë Poe"


def test_what_cannot_be_read_is_said(capsys, folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\xff\xfe\x00\x01\x80")
    (folder / "open.md").write_text("---\ntitle: [a\n---\nText\n")
    (folder / "empty.txt").write_text("")
    found = data(capsys, "--date", "2025-04-10", status=2)
    assert {one["path"] for one in found["errors"]} >= {"bad.txt"}
    assert [one["path"] for one in found["gaps"]] == ["empty.txt"]
    assert [one["path"] for one in found["stories"]][-1] == "story.txt"
    assert main(["list"]) == 2
    err = capsys.readouterr().err
    assert "copydesk: bad.txt: " in err and "empty.txt: nothing to check" in err


def test_no_drafts(capsys, folder: Path) -> None:
    (folder / "story.txt").unlink()
    assert main(["list"]) == 2
    assert "no drafts found, so there is nothing to list" in capsys.readouterr().err
    assert main(["list", "nowhere.md"]) == 2
    assert "nowhere.md" in capsys.readouterr().err


def test_to_a_file(capsys, folder: Path) -> None:
    assert run(capsys, "--page", "--output", "list.html", "story.txt") == ""
    assert (folder / "list.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert [one["path"] for one in data(capsys, "--date", "2025-04-10")["stories"]] == ["story.txt"]


def test_a_page_has_a_box_with_a_label_for_every_item(capsys) -> None:
    out = run(capsys, "--page", "--date", "2025-04-10", "story.txt")
    page = Page(out)
    assert len(page.ids) == len(set(page.ids))
    boxes = [values for name, values in page.elements
             if name == "input" and values.get("type") == "checkbox" and "id" in values]  # fmt: skip
    labels = {values["for"] for name, values in page.elements
              if name == "label" and "for" in values}  # fmt: skip
    (story,) = data(capsys, "--date", "2025-04-10", "story.txt")["stories"]
    assert len(boxes) == sum(len(story[name]) for name in SECTION_NAMES)
    assert labels == {box["id"] for box in boxes}
    for box in boxes:
        assert box.get("aria-describedby", box["id"]) in page.ids
    assert "[!] wrong weekday: April 29, 2025, is a Tuesday" in out
    assert "<mark>12 boats</mark> will run" in out


def test_a_page_asks_for_nothing_and_runs_only_its_own_script(capsys) -> None:
    out = run(capsys, "--page", "story.txt")
    assert "default-src 'none'" in out and out.count("<script>") == 1
    for name in ("src=", "url(", "@import", "fetch(", "<link", "<img", "<iframe"):
        assert name not in out.replace("default-src", "")
    assert "prefers-color-scheme: dark" in out and "@media print" in out


def test_hostile_copy_stays_text(capsys, folder: Path) -> None:
    (folder / "x.md").write_text(HOSTILE, "utf-8")
    out = run(capsys, "--page", "--date", "2025-04-10", "x.md")
    page = Page(out)
    assert out.count("<script>") == 1
    assert not [values for _, values in page.elements if any(key[:2] == "on" for key in values)]
    assert "img" not in {name for name, _ in page.elements}
    assert "\u202e" not in out and "##[" not in out
    text = run(capsys, "--date", "2025-04-10", "x.md")
    assert "\u202e" not in text and "##[" not in text and "\n::" not in text


def test_text_of_another_language_is_said(capsys, folder: Path) -> None:
    (folder / "de.md").write_text("---\nlang: de\n---\n\nDer Hafen ist zu, sagte Anna Poe.\n")
    assert main(["list", "de.md"]) == 0
    assert "de.md: not in English (de)" in capsys.readouterr().err
