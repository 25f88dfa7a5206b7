"""``check --batch``: a draft a line in, an answer a line out."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from copydesk.cli import main

HEAD = "Talks resume in the east\n\n"
OLD = f"{HEAD}Talks in Kiev went on until late on Tuesday, they said.\n\nNobody spoke.\n"
CLEAN = OLD.replace("Kiev", "Kyiv")


def batch(
    capsys, monkeypatch, *lines: bytes, words: tuple[str, ...] = ()
) -> tuple[int, list[dict]]:
    data = b"".join(line + b"\n" for line in lines)
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    status = main(["check", "--batch", "--date", "2025-04-15", *words])
    return status, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_batch_answers_every_line(capsys, monkeypatch) -> None:
    status, answers = batch(
        capsys, monkeypatch,
        json.dumps({"id": 7, "text": OLD}).encode(),
        b"{broken",
        b"",
        json.dumps({"id": "é", "format": "html", "text": "<p>Talks in <b>Kiev</b> went on.</p>"}).encode(),
        json.dumps({"id": 8, "text": CLEAN, "format": "docx"}).encode(),
        json.dumps({"id": 9, "text": OLD, "date": "2015-03-01"}).encode(),
        json.dumps({"text": OLD, "titel": "x"}).encode(),
        b"\xff",
        json.dumps({"id": 10}).encode(),
        json.dumps({"id": 11, "text": OLD, "date": "soon"}).encode(),
    )  # fmt: skip
    assert status == 2
    assert [one["id"] for one in answers] == [7, None, "é", 8, 9, None, None, 10, 11]
    assert [len(one["findings"]) for one in answers] == [1, 0, 1, 0, 0, 0, 0, 0, 0]
    found = answers[2]["findings"][0]
    assert (found["text"], found["start"]["offset"]) == ("Kiev", 15)
    told = [one["errors"][0]["message"] if one["errors"] else "" for one in answers]
    assert told[1].startswith("line 2: not JSON")
    assert "unknown format 'docx'; choose from" in told[3]
    assert "unknown key 'titel'" in told[5]
    assert told[8] == "line 10: invalid date 'soon'; write it as 2025-04-15"


def test_a_batch_without_errors_fails_by_level(capsys, monkeypatch) -> None:
    line = json.dumps({"text": OLD}).encode()
    assert batch(capsys, monkeypatch, line)[0] == 1
    assert batch(capsys, monkeypatch, line, words=("--fail-on", "never"))[0] == 0
    assert batch(capsys, monkeypatch, json.dumps({"text": CLEAN}).encode())[0] == 0


@pytest.mark.process
def test_a_batch_streams(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "copydesk", "check", "--batch", "--date", "2025-04-15"]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for _ in range(2):
            process.stdin.write(json.dumps({"text": OLD}).encode() + b"\n")
            process.stdin.flush()
            assert len(json.loads(process.stdout.readline())["findings"]) == 1
        process.stdin.close()
        assert process.wait(300) == 1


def test_one_set_of_rules_serves_all_dates(capsys, monkeypatch) -> None:
    from copydesk.registry.prepared import Prepared

    made = []
    first = Prepared.__init__

    def counted(self: Prepared, *given: object) -> None:
        made.append(self)
        first(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Prepared, "__init__", counted)
    lines = [
        json.dumps({"text": OLD, "date": f"{year}-03-01"}).encode() for year in range(2015, 2026)
    ]
    _, answers = batch(capsys, monkeypatch, *lines)
    assert len(made) == 1
    assert {len(one["findings"]) for one in answers} == {0, 1}  # the date counts for each
