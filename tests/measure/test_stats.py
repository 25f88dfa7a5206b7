"""``copydesk stats``: what is counted, and under which name."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from copydesk.cli import main

KIEV = "The talks in Kiev went on until late on Tuesday, they said.\n"
CLEAN = "The talks in Kyiv went on until late on Tuesday, they said.\n"


def draft(title: str, date: str, extra: str, body: str) -> str:
    return f"---\ntitle: {title}\ndate: {date}\n{extra}---\n\n{body}"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    files = {
        "drafts/world/a.md": draft("A", "2025-04-15", "author: Ada Lund\n", KIEV + "\nAnd Kiev.\n"),
        "drafts/world/b.md": draft("B", "2025-04-18", "authors: [Ada Lund, Bo Ek]\n", CLEAN),
        "drafts/sport/c.md": draft("C", "2024-12-30", "desk: Sports desk\n", KIEV),
        "drafts/sport/d.txt": f"Talks resume in the east\n\nBy Bo Ek and Cy Roe\n\n{CLEAN}",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def counted(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, dict[str, list[int]]]:
    assert main(["stats", "--select", "spelling/house-form", "--format", "json", *words]) == 0
    value = json.loads(capsys.readouterr().out)
    assert value["version"] == 1
    return {
        kind: {
            row["name"]: [row["files"], row["files_with_findings"], row["findings"], row["stop"]]
            for row in rows
        }
        for kind, rows in value["by"].items()
    }


def test_what_is_counted_and_where(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    by = counted(capsys, "drafts")
    assert list(by) == ["rule", "desk", "week"]  # nobody asked for authors
    by |= counted(capsys, "drafts", "--by", "author")
    assert by["rule"] == {"spelling/house-form": [4, 2, 3, 3]}
    assert by["desk"] == {
        "world": [2, 1, 2, 2], "Sports desk": [1, 1, 1, 1], "sport": [1, 0, 0, 0],
    }  # fmt: skip
    assert by["author"] == {
        "Ada Lund": [2, 1, 2, 2], "(no author)": [1, 1, 1, 1],
        "Bo Ek": [2, 0, 0, 0], "Cy Roe": [1, 0, 0, 0],
    }  # fmt: skip
    assert list(by["week"]) == ["(no date)", "2025-W01", "2025-W16"]
    assert by["week"]["2025-W16"] == [2, 1, 2, 2]


def test_desk_by_a_key_of_ones_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    by = counted(capsys, "drafts", "--by", "desk", "--desk", "author")
    assert list(by) == ["desk"]
    assert set(by["desk"]) == {"Ada Lund", "world", "sport"}


def test_tables_for_a_person(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stats", "drafts"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("4 stories, ")
    lines = [line.split() for line in out.splitlines() if line.startswith("spelling/house-form")]
    assert lines == [["spelling/house-form", "4", "2", "3", "3", "0", "0", "0"]]
    assert [part for part in ("By rule", "By desk", "By week") if part not in out] == []
    assert "By author" not in out and "Ada Lund" not in out
    assert main(["stats", "--by", "author", "drafts"]) == 0
    assert "Ada Lund" in capsys.readouterr().out


class Text(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.cells: list[str] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.cells.append(data)


def test_a_page_with_plots(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "drafts" / "world" / "e.md").write_text(
        draft("E", "2025-04-15", "author: '<script>x</script>'\n", KIEV), "utf-8"
    )
    kinds = [word for kind in ("rule", "desk", "author", "week") for word in ("--by", kind)]
    assert main(["stats", "drafts", "--format", "html", "--output", "stats.html", *kinds]) == 0
    page = Text((folder / "stats.html").read_text("utf-8"))
    assert "<script>x</script>" in page.cells
    assert page.tags.count("svg") == page.tags.count("table") == 4
    assert page.tags.count("script") == 1
    assert "5 stories, 5 findings." in page.cells  # the script in the byline is one
    assert capsys.readouterr().out == ""


def test_what_goes_wrong_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "drafts" / "bad.txt").write_bytes(b"caf\xe9")
    assert main(["stats", "drafts"]) == 2
    captured = capsys.readouterr()
    assert "bad.txt: not UTF-8" in captured.err
    assert captured.out.startswith("5 stories, ")
    assert main(["stats", "nowhere"]) == 2
    assert "nowhere: no such file or folder" in capsys.readouterr().err
