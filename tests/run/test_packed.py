"""Drafts whose files are no text: checked, fixed, and refused where they must be."""

from __future__ import annotations

import gzip
import json
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from copydesk import Edit, Parsed, ParserSpec, Span, Unpacked
from copydesk.cli import main
from copydesk.files.decode import Decoded
from copydesk.files.write import NotWritten
from copydesk.parsers.plain import parse
from copydesk.registry import prepared
from copydesk.registry.manifest import contributions
from copydesk.run.packed import form_of, unpacked

COPY = "The the ferry left for the the port.\n"
FIXED = "The ferry left for the port.\n"


def unpack(data: bytes) -> Unpacked:
    return Unpacked(gzip.decompress(data).decode(), parse)


def never() -> Callable[[str], Parsed]:
    raise AssertionError("load is not for a format of bytes")


def write(data: bytes, edits: Sequence[Edit]) -> bytes:
    source = unpack(data).source
    for span, text in reversed(edits):
        source = source[: span.start] + text + source[span.end :]
    return gzip.compress(source.encode())


def raises(*_: object) -> Any:
    raise OSError("torn")


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., None]:
    """Let there be a parser of gzipped text, with that writer; the folder at hand has a draft."""
    monkeypatch.chdir(tmp_path)
    Path("a.packed").write_bytes(gzip.compress(COPY.encode()))

    def given(writer: Any = write, reader: Any = unpack) -> None:
        spec = ParserSpec(
            "packed", (".packed",), never, lambda: reader, writer and (lambda: writer)
        )

        def known(cache: str, plugins: object = None) -> Any:
            found = contributions(cache)
            return found._replace(parsers=(*found.parsers, spec))

        monkeypatch.setattr(prepared, "contributions", known)

    return given


Give = Callable[..., None]
Capsys = pytest.CaptureFixture[str]


def test_it_is_checked_and_fixed(give: Give, capsys: Capsys) -> None:
    give()
    assert main(["check", "--format", "concise", "."]) == 1
    found = [line.split(" ")[0] for line in capsys.readouterr().out.splitlines()]
    assert found == ["a.packed:1:1:", "a.packed:1:24:"]
    assert main(["check", "--diff", "."]) == 1
    assert capsys.readouterr().out.endswith(f"-{COPY}+{FIXED}")
    assert unpack(Path("a.packed").read_bytes()).source == COPY
    assert main(["check", "--fix", "."]) == 0
    assert unpack(Path("a.packed").read_bytes()).source == FIXED


def test_the_encoding_of_the_drafts_is_not_asked(give: Give) -> None:
    give()
    assert main(["check", "--encoding", "cp500", "."]) == 1


def test_what_is_known_from_before_is_the_same(give: Give, capsys: Capsys) -> None:
    give()
    Path("b.packed").write_bytes(gzip.compress(FIXED.encode()))
    told = []
    for _ in range(2):
        assert main(["check", "--format", "concise", "--jobs", "1", "."]) == 1
        told.append(capsys.readouterr().out)
    assert told[0] == told[1] != ""


def test_without_a_writer_it_is_never_fixed(give: Give, capsys: Capsys) -> None:
    give(writer=None)
    before = Path("a.packed").read_bytes()
    assert main(["check", "--fix", "."]) == 1
    assert "not applied: packed files can be read but not written" in capsys.readouterr().err
    assert Path("a.packed").read_bytes() == before


@pytest.mark.parametrize(
    ("writer", "said"),
    [
        (raises, "not fixed: it cannot be written as packed: OSError: torn"),
        (lambda data, edits: b"no gzip", "not fixed: it cannot be written as packed: PluginError"),
        (lambda data, edits: "text", "not fixed: it cannot be written as packed"),
        (lambda data, edits: data, "not fixed: what was written as packed does not read back"),
    ],
)
def test_what_does_not_read_back_is_not_written(
    give: Give, capsys: Capsys, writer: Any, said: str
) -> None:
    give(writer)
    before = Path("a.packed").read_bytes()
    assert main(["check", "--fix", "."]) == 2
    assert said in capsys.readouterr().err
    assert Path("a.packed").read_bytes() == before


@pytest.mark.parametrize(
    "reader",
    [raises, lambda data: None, lambda data: (data, parse), lambda data: ("\ud800", parse)],
)
def test_what_cannot_be_read_is_told(give: Give, capsys: Capsys, reader: Any) -> None:
    give(reader=reader)
    Path("b.txt").write_text(COPY)
    assert main(["check", "--format", "concise", "."]) == 2
    done = capsys.readouterr()
    assert "a.packed: it cannot be read as packed: " in done.err
    assert [line.split(":")[0] for line in done.out.splitlines()] == ["b.txt", "b.txt"]


def test_each_pass_is_written_by_the_edits_of_that_pass() -> None:
    spec = ParserSpec("packed", (), never, lambda: unpack, lambda: write)
    form = form_of(spec, Decoded("abc", "utf-8"))
    assert form.write is not None
    passes = ((Edit(Span(0, 1), ""), Edit(Span(2, 3), "dd")), (Edit(Span(1, 3), "e"),))
    data = gzip.compress(b"abc")
    assert unpack(form.write(data, passes, "be")).source == "be"
    with pytest.raises(NotWritten, match="does not read back"):
        form.write(data, passes[:1], "be")


def test_batch_and_review_refuse_it(give: Give, capsys: Capsys, monkeypatch: Any) -> None:
    import io
    import sys

    give()
    lines = b"".join(
        json.dumps(one).encode() + b"\n"
        for one in ({"text": "x", "path": "a.packed"}, {"text": "x", "format": "packed"},
                    {"text": COPY, "path": "a.packed", "format": "text"})
    )  # fmt: skip
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert main(["check", "--batch"]) == 2
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [len(one["errors"]) for one in answers] == [1, 1, 0]
    assert "packed files are binary" in answers[0]["errors"][0]["message"]
    assert len(answers[2]["findings"]) == 2
    assert main(["review", "--plain", "a.packed"]) == 2
    assert "review works on text files only, not packed" in capsys.readouterr().err


def test_the_writer_is_not_called_to_check(give: Give) -> None:
    give(writer=raises)
    assert main(["check", "."]) == 1
    with pytest.raises(AssertionError):
        unpacked(ParserSpec("x", (), never), b"")


@pytest.mark.process
def test_the_gate_takes_all_of_a_file_that_git_finds_no_lines_in(
    give: Give, capsys: Capsys
) -> None:
    give()

    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=a", "-c", "user.email=a", *words], check=True,
                       capture_output=True)  # fmt: skip

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "a")
    Path("a.packed").write_bytes(gzip.compress((COPY + "More.\n").encode()) + b"")
    Path("b.txt").write_text(COPY)
    git("add", ".")
    for words in (["--staged"], ["--changed-since", "HEAD"]):
        assert main(["check", "--format", "concise", *words, "."]) == 1
        found = {line.split(":")[0] for line in capsys.readouterr().out.splitlines()}
        assert found == {"a.packed", "b.txt"}
    git("commit", "-qam", "b")
    git("mv", "a.packed", "c d.packed")
    Path("c d.packed").write_bytes(gzip.compress((COPY + "More yet.\n").encode()))
    main(["check", "--format", "concise", "--changed-since", "HEAD", "."])
    found = {line.split(":")[0] for line in capsys.readouterr().out.splitlines()}
    assert found == {"c d.packed"}
