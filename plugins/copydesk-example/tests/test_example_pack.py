from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import Registry
from copydesk.testing import failures_of

pytest.importorskip("copydesk_example")
COPY = (
    "Ferry leaves on time\n"
    "The the ferry left at 12 p.m. on Monday.\n"
    "It sank at 12 a.m., they said.\n"
)


@pytest.fixture
def story(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story in its archive, together with a picture."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "ferry.story"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("picture.jpg", b"\xff\xd8\x00")
        archive.writestr("story.txt", COPY)
    return path


def test_the_rules_own_examples_hold() -> None:
    from copydesk_example.clock_time import ClockTime

    assert list(failures_of(ClockTime)) == []


def test_the_installed_pack_is_found() -> None:
    rules = Registry(contributions("")).rules
    assert rules["example/clock-time"].plugin == "copydesk-example [example]"
    assert rules["example/local-names"].summary.startswith("Spell the names of our town")


def test_a_story_in_an_archive_is_checked(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--format", "concise", "--date", "2025-04-15", "."]) == 1
    found = [line.split(" ")[:3] for line in capsys.readouterr().out.splitlines()]
    assert found == [
        ["ferry.story:2:1:", "fix", "sentence/doubled-word"],
        ["ferry.story:2:23:", "style", "example/clock-time"],
        ["ferry.story:3:12:", "style", "example/clock-time"],
    ]


def test_an_option_of_the_plugin(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--format", "concise", "--no-midnight", "--select", "example", "."])
    assert [line.split(":")[1] for line in capsys.readouterr().out.splitlines()] == ["2"]
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    assert "--no-midnight" in capsys.readouterr().out


def test_its_fixes_are_written_into_the_archive(
    story: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--fix", "--fail-on", "fix", "."]) == 0, capsys.readouterr().err
    with zipfile.ZipFile(story) as archive:
        assert archive.read("story.txt").decode() == COPY.replace("The the", "The")
        assert archive.read("picture.jpg") == b"\xff\xd8\x00"


def test_a_broken_archive_is_an_error(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story.write_bytes(b"no archive")
    assert main(["check", "."]) == 2
    assert "ferry.story: it cannot be read as story: BadZipFile" in capsys.readouterr().err


def test_the_command_counts_words(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("notes.txt").write_text("Two words")
    assert main(["example-count", "ferry.story", "notes.txt"]) == 0
    assert capsys.readouterr().out == "    20  ferry.story\n     2  notes.txt\n"
    assert main(["example-count", "gone.txt"]) == 2
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "  example-count count the words in stories\n" in capsys.readouterr().out


def test_edits_leave_the_rest_of_the_archive_alone(story: Path) -> None:
    from copydesk_example.story_file import unpack, write

    from copydesk import Edit, Span

    data = write(story.read_bytes(), [Edit(Span(0, 5), "Boat"), Edit(Span(6, 12), "goes")])
    assert unpack(data).source == COPY.replace("Ferry leaves", "Boat goes")
    assert zipfile.ZipFile(io.BytesIO(data)).namelist() == ["picture.jpg", "story.txt"]
