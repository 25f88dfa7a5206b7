"""Files that are no text are named for what they are, passed over in folders, and never edited."""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from copydesk import check_paths, check_text
from copydesk.cli import main
from copydesk.files.no_text import kind_by_name, kind_of, reads_some, told

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
ODF = "application/vnd.oasis.opendocument."
FAULT = "The crane swung over the the quay at noon, the foreman said.\n"
RTF = rb"{\rtf1\ansi The crane swung over the the quay at noon, the foreman said.\par }"


def zipped(*names: str, mime: str = "", squeezed: bool = True) -> bytes:
    """A zip archive with these files, after a first one that tells its type."""
    out = BytesIO()
    how = zipfile.ZIP_DEFLATED if squeezed else zipfile.ZIP_STORED
    with zipfile.ZipFile(out, "w") as it:
        if mime:
            it.writestr(zipfile.ZipInfo("mimetype"), mime)
        for name in names:
            it.writestr(zipfile.ZipInfo(name), FAULT * 9, how)
    return out.getvalue()


def ole(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(99)


WORD = zipped("[Content_Types].xml", "_rels/.rels", "word/document.xml")
BY_CONTENT = {
    "Word": WORD,
    "Word, not squeezed": zipped("docProps/app.xml", "word/document2.xml", squeezed=False),
    "Word, old": ole("WordDocument"),
    "Excel": zipped("[Content_Types].xml", "xl/workbook.xml"),
    "Excel, old": ole("Workbook"),
    "PowerPoint": zipped("[Content_Types].xml", "ppt/presentation.xml"),
    "PowerPoint, old": ole("PowerPoint Document"),
    "Outlook": ole("__properties_version1.0"),
    "Office": OLE,
    "RTF": RTF,
    "RTF after a mark": b"\xef\xbb\xbf" + RTF,
    "RTF after lines": b"\r\n\r\n" + RTF,
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "OpenDocument": zipped("content.xml", mime=f"{ODF}text"),
    "OpenDocument, a template": zipped("content.xml", mime=f"{ODF}text-template"),
    "OpenDocument, a table": zipped("content.xml", mime=f"{ODF}spreadsheet"),
    "EPUB": zipped("OEBPS/a.xhtml", mime="application/epub+zip"),
    "InDesign": zipped("designmap.xml", mime="application/vnd.adobe.indesign-idml-package"),
    "InDesign, a layout": b"\x06\x06\xed\xf5\xd8\x1d\x46\xe5" + bytes(99),
    "iWork": zipped("Data/a.jpg", "Index/Document.iwa"),
    "WordPerfect": b"\xffWPC" + bytes(99),
    "zip": zipped("one.txt", "two.md"),
    "zip, empty": zipped(),
    "zip of words": zipped("crosswords/word/a.txt", "keywords/xl.txt"),
    "archive": b"\x1f\x8b\x08" + bytes(99),
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(99),
}


@pytest.mark.parametrize("label", BY_CONTENT)
@pytest.mark.parametrize("name", ["story.txt", "story.md", "story.html", "story", "-"])
def test_content_shows_what_it_is_whatever_the_name(label: str, name: str) -> None:
    kind = kind_of(name, BY_CONTENT[label])
    assert kind is not None
    assert kind.name == label.partition(",")[0].partition(" after")[0].partition(" of")[0]
    assert kind_of(name, BY_CONTENT[label], by_name=False) == kind


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("minutes.docx", b"PK\x03\x04\x14\0", "Word"),  # cut off
        ("minutes.docx", b"", "Word"),
        ("minutes.docx", b"version https://git-lfs.github.com/spec/v1\n", "Word"),
        ("MINUTES.DOCX", OLE, "Word"),
        ("minutes.docx", ole("EncryptedPackage"), "Word"),  # with a password
        ("minutes.xlsx", ole("EncryptedPackage"), "Excel"),
        ("minutes.doc", RTF, "RTF"),
        ("minutes.doc", b"MIME-Version: 1.0\n", "Word"),
        ("minutes.rtf", WORD, "Word"),
        ("minutes.pages", zipped("Index/Document.iwa"), "Pages"),
        ("minutes.numbers", zipped("Index/Document.iwa"), "Numbers"),
        ("minutes.key", zipped("Index/Document.iwa"), "Keynote"),
        ("minutes.odt", WORD[:28], "OpenDocument"),
        ("minutes.fodt", b"<?xml version='1.0'?><office:document/>", "OpenDocument"),
        ("minutes.zip", zipped("a.docx", "word/document.xml"), "zip"),
        ("minutes.7z", b"", "archive"),
    ],
)
def test_name_and_content_together(name: str, data: bytes, expected: str) -> None:
    kind = kind_of(name, data)
    assert kind is not None
    assert kind.name == expected


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("story.txt", FAULT.encode()),
        ("story.txt", b""),
        ("story.txt", b"PKs fell to 3 a game, the keeper said.\n"),
        ("story.md", b"{rtf} is what the tag says.\n"),
        ("story.md", b"A file that begins with {\\rtf1 is rich text, she wrote.\n"),
        ("story.md", b"The header %PDF-1.4 opens every such file.\n"),
        ("story.html", b"<p>Rar! cried the child.</p>"),
        ("story.txt", "Die Größe".encode("utf-16")),
        ("story.txt", "\u00d0\u00cf in a story".encode("cp1252")),
        ("story.docx.md", FAULT.encode()),
        ("pdf", FAULT.encode()),
        ("docs.pdf/story", FAULT.encode()),
        ("notes.key", b"-----BEGIN-----\n"),
    ],
)
def test_text_is_text(name: str, data: bytes) -> None:
    assert kind_of(name, data) is None


def test_a_format_that_is_asked_for_wins_over_the_name_not_over_the_content() -> None:
    assert kind_of("story.doc", FAULT.encode(), by_name=False) is None
    kind = kind_of("story.doc", RTF, by_name=False)
    assert kind is not None
    assert kind.name == "RTF"


def test_what_is_said() -> None:
    said = {name: told(kind) for name in ("a.docx", "a.odt", "a.zip", "a.xls")
            if (kind := kind_by_name(name))}  # fmt: skip
    later = "which copydesk cannot read yet; save the story as text or Markdown"
    assert said == {
        "a.docx": f"a Word document, {later}",
        "a.odt": f"an OpenDocument text, {later}",
        "a.zip": "a zip archive, which copydesk cannot read",
        "a.xls": "an Excel workbook, which copydesk cannot read",
    }


def test_a_parser_for_such_files_may_read_them() -> None:
    assert reads_some((".rtf", ".wire"))
    assert not reads_some((".txt", ".text"))


def test_a_big_archive_is_looked_through_once(linear: Callable[..., None]) -> None:
    def make(size: int) -> bytes:
        return b"PK\x03\x04" * size

    linear(lambda data: kind_of("a.txt", data), make, 50_000, 400_000)


# The command line


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "desk"


def put(folder: Path, **files: bytes) -> dict[str, bytes]:
    """Write files, with ``_`` for the dot of a name; return all bytes by name."""
    named = {name.replace("_", "."): data for name, data in files.items()}
    for name, data in named.items():
        (folder / name).write_bytes(data)
    return named


def there(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


DESK = {
    "a_txt": FAULT.encode(), "b_docx": WORD, "c_doc": ole("WordDocument"), "d_rtf": RTF,
    "e_txt": RTF, "f_md": WORD, "g_pdf": b"%PDF-1.4\n", "README_pdf": b"%PDF-1.4\n",
    "~$b_docx": b"\x05Ines", "h_png": b"\x89PNG\r\n\x1a\n",
}  # fmt: skip


@pytest.mark.parametrize("fix", [(), ("--fix",), ("--fix", "--suggested"), ("--diff",)])
@pytest.mark.parametrize("name", ["b.docx", "c.doc", "d.rtf", "e.txt", "f.md", "g.pdf", "h.png"])
def test_one_that_is_named_is_an_error_of_one_line(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, fix: tuple[str, ...]
) -> None:
    before = put(folder, **DESK)
    assert main(["check", *fix, name]) == 2
    kind = kind_of(name, before[name])
    assert kind is not None
    err = capsys.readouterr().err
    assert err == f"copydesk: {name}: {told(kind)}\n"
    assert there(folder) == before


@pytest.mark.parametrize("words", [(), ("--no-cache",), (".",), (".", ".")])
def test_in_a_folder_they_are_counted(
    folder: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    put(folder, **DESK)
    for _ in range(2):  # the second time from the cache
        assert main(["check", *words]) == 1
        out, err = capsys.readouterr()
        assert "1 file, 1 finding: 1 fix." in out
        assert "6 documents not read: 3 Word, 2 RTF, 1 PDF." in out.replace("\n", " ")
        assert not err


def test_fixing_a_folder_leaves_them_as_they_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = put(folder, **DESK)
    assert main(["check", "--fix", "."]) == 0
    assert there(folder) == {**before, "a.txt": FAULT.replace("the the", "the").encode()}
    assert "6 documents not read" in capsys.readouterr().out


def test_one_that_is_named_beside_its_folder_is_an_error(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, **DESK)
    for words in ((".", "e.txt", "b.docx"), ("b.docx", "e.txt", ".")):
        assert main(["check", *words]) == 2
        out, err = capsys.readouterr()
        assert err.count("\n") == 2
        assert "4 documents not read: 2 Word, 1 RTF, 1 PDF." in out.replace("\n", " ")


@pytest.mark.parametrize("names", [("e_txt", "f_md"), ("b_docx",), ("b_docx", "e_txt")])
def test_a_folder_of_nothing_else_is_not_clean(
    folder: Path, capsys: pytest.CaptureFixture[str], names: tuple[str, ...]
) -> None:
    put(folder, **{name: DESK[name] for name in names})
    assert main(["check"]) == 2
    assert "copydesk: nothing was checked: " in capsys.readouterr().err
    assert main(["check", "--allow-empty"]) == 0


def test_what_is_ignored_or_excluded_is_not_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, **DESK)
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("*.docx\n")
    (folder / "copydesk.toml").write_text('exclude = ["*.doc", "f.md"]\n')
    main(["check"])
    assert "3 documents not read: 2 RTF, 1 PDF." in capsys.readouterr().out.replace("\n", " ")


def test_json_and_sarif_say_which(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, **{name: DESK[name] for name in ("a_txt", "b_docx", "e_txt")})
    main(["check", "--format", "json"])
    report = json.loads(capsys.readouterr().out)
    assert [(one["path"], one["kind"]) for one in report["not_read"]] == [
        ("b.docx", "Word"), ("e.txt", "RTF")
    ]  # fmt: skip
    assert report["not_read"][1]["message"].startswith("an RTF document, which")
    assert (report["summary"]["files"], report["summary"]["not_read"]) == (1, 2)
    assert report["errors"] == []
    main(["check", "--format", "jsonl"])
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["type"] for one in lines] == ["finding", "not_read", "not_read", "summary"]
    main(["check", "--format", "sarif"])
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    notes = invocation["toolExecutionNotifications"]
    assert [one["level"] for one in notes] == ["note", "note"]
    uri = notes[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "b.docx"
    assert notes[0]["message"]["text"].startswith("not read: a Word document")


def test_other_commands_pass_them_over_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = put(folder, **{**DESK, "a_txt": FAULT.replace("the the", "the").encode()})
    said = "copydesk: 6 documents not read: 3 Word, 2 RTF, 1 PDF\n"
    for words in (["readability"], ["review", "--plain"], ["stats"]):
        assert main([*words, "."]) == 0
        assert capsys.readouterr().err == said
        if words != ["stats"]:
            assert main([*words, "e.txt"]) == 2
            assert "e.txt: an RTF document" in capsys.readouterr().err
    assert main(["baseline"]) == 0
    assert {name: data for name, data in there(folder).items() if name in before} == before
    (folder / "a.txt").unlink()
    assert main(["baseline", "--file", "new.json"]) == 2
    assert not (folder / "new.json").exists()


def test_in_the_library(folder: Path) -> None:
    put(folder, **{name: DESK[name] for name in ("a_txt", "b_docx", "e_txt")})
    report = check_paths(["."])
    assert [one.kind for one in report.not_read] == ["Word", "RTF"]
    assert [file.path for file in report.files] == ["a.txt"]
    report = check_paths(["e.txt"])
    assert [file.no_text for file in report.files] == ["RTF"]
    assert "an RTF document" in report.all_problems[0].message
    assert "an RTF document" in check_text(RTF.decode()).all_problems[0].message


def test_from_standard_input(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for words in (["check", "-"], ["check", "--fix", "-"]):
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(RTF)))
        assert main(words) == 2
        out, err = capsys.readouterr()
        assert "an RTF document, which copydesk cannot read yet" in err
        assert out == (RTF.decode() if "--fix" in words else "") or "No files were checked" in out
    line = json.dumps({"text": RTF.decode(), "path": "x.txt"}).encode()
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(line)))
    assert main(["check", "--batch"]) == 2
    assert "an RTF document" in json.loads(capsys.readouterr().out)["errors"][0]["message"]


@pytest.mark.process
def test_of_what_has_changed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def git(*words: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.com")
        subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)

    git("init", "-q")
    put(folder, a_txt=FAULT.encode(), old_docx=WORD, old_txt=RTF)
    git("add", ".")
    git("commit", "-q", "-m", "begin")
    put(folder, new_docx=WORD, new_txt=RTF)
    for words in (["--changed-since", "HEAD"], ["--staged"]):
        assert main(["check", *words]) == 0
        out, err = capsys.readouterr()
        assert "2 documents not read: 1 Word, 1 RTF." in out.replace("\n", " ")
        assert not err
        git("add", ".")


@pytest.mark.process
def test_in_several_processes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(folder, **DESK)
    assert main(["check", "--jobs", "2", "--no-cache"]) == 1
    assert "6 documents not read: 3 Word, 2 RTF, 1 PDF." in capsys.readouterr().out.replace(
        "\n", " "
    )
