"""Many stories in one run: reports are written part by part, and little is kept."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.run import shelf
from tests.memory import watched

STORIES = 10_000
MOST = 250  # MiB
FINDINGS = 12  # in each story
COPY = (
    "The harbour master told reporters on Tuesday that nobody was hurt in the storm. "
    "Ferries will run again at noon, and the council meets to talk about the fee for boats.\n\n"
)


def _fill(folder: Path, count: int) -> None:
    for number in range(count):
        faults = (f"The officials said the the road {number}-{n} shut." for n in range(FINDINGS))
        text = f"Pier {number} opens\n\n{COPY * 18}" + "\n\n".join(faults) + "\n"
        (folder / f"{number:05}.txt").write_text(text, "utf-8")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="platform: how memory is counted")
@pytest.mark.parametrize("name", ["html", "sarif", "json", "text"])
def test_ten_thousand_stories(tmp_path: Path, name: str) -> None:
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    _fill(drafts, STORIES)
    line = [sys.executable, "-m", "copydesk", "check", "--jobs", "1", "--isolated", "--format"]
    line += [name, "--output", str(tmp_path / "report"), str(drafts)]
    done, memory = watched(line, tmp_path / "peak", capture_output=True)
    assert (done.returncode, done.stderr) == (1, "")
    text = (tmp_path / "report").read_text("utf-8")
    if name == "html":
        assert text.count("<article ") == STORIES
        assert text.endswith("</html>\n")
    if name == "sarif":
        assert text.count('"ruleId": "sentence/doubled-word"') == FINDINGS * STORIES
    if name == "json":
        assert json.loads(text)["summary"]["fix"] == FINDINGS * STORIES
    if name == "text":
        assert text.count("the«") >= STORIES
    assert 20 < memory <= MOST


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="platform: how memory is counted")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_thirty_thousand_stories_take_no_more_memory(tmp_path: Path, jobs: str) -> None:
    peaks = []
    for count in (3_000, 30_000):
        drafts = tmp_path / f"{count}"
        drafts.mkdir()
        for number in range(count):
            text = (
                f"Pier {number} opens\n\nOn Tuesday Zelensk{('yy', 'iy')[number % 2]} sent word.\n"
            )
            (drafts / f"{number:05}.txt").write_text(text, "utf-8")
        line = [sys.executable, "-m", "copydesk", "check", "--jobs", jobs, "--isolated"]
        line += ["--no-cache", "--format", "jsonl", "--output", str(tmp_path / "report")]
        done, memory = watched([*line, str(drafts)], tmp_path / "peak", capture_output=True)
        assert (done.returncode, done.stderr) == (0, "")
        rows = (tmp_path / "report").read_text("utf-8").splitlines()
        assert len(rows) == count + 1  # each is asked about the name, then the summary
        assert json.loads(rows[-1])["files"] == count
        peaks.append(memory)
    assert peaks[0] > 20
    assert peaks[1] <= min(MOST, peaks[0] + 60)  # paths and counts, about 1.5 KB each


def test_stories_are_shown_alike_in_small_runs_and_large_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(shelf, "MANY", 50)
    _fill(tmp_path, 60)  # so many that reports are stored
    shown = []
    for words in (["."], ["00007.txt", "00008.txt"]):
        assert main(["check", "--jobs", "1", "--date", "2025-04-15", "--format", "html", *words])
        page = capsys.readouterr().out
        article = re.search(r'<h2 id="f\d+-h">00007\.txt</h2>.*?</article>', page, re.DOTALL)
        assert article is not None
        shown.append(re.sub(r"(?<=[nmf#\"])\d+", "0", article[0]))
    assert "road 7-0 shut" in shown[0]
    assert re.sub(r"\d+", "0", shown[0]) == re.sub(r"\d+", "0", shown[1])
