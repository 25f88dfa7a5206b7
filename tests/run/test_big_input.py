"""Endless runs, twenty megabytes, ten thousand findings: the run ends, in bounds of memory."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from copydesk.cli import main
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings

if TYPE_CHECKING:
    from tests.run.conftest import Newsroom


MILLION = 1_000_000
MOST = 600  # MiB for one text of twenty megabytes
STORY = "Talks in Kiev went on.\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("suffix", "unit", "times"),
    [
        *(("md", one, MILLION) for one in ("[", "*", "<", "`")),
        *(("html", one, MILLION) for one in ("<", "&", "‘")),
        *(("txt", one, MILLION) for one in ("(", '"', "[", ".", "…", "— ")),
        *((suffix, "the ", MILLION) for suffix in ("txt", "md", "html")),
        *(("html", one, 100_000) for one in ("<div>", "<b>", "<!--", "<a b='", "&#", "<li>“a ")),
        *(
            ("md", one, 100_000)
            for one in (">", "- ", "![", "[a](", "> “a\n", "{{< ", "1. a\n", "“")
        ),
        *(("txt", one, 100_000) for one in ("“a ‘b ", '" a', "a@b.", "http://", "ok. ")),
        ("txt", "Kiev ", 30_000),
    ],
)
def test_endless_runs(room: Newsroom, suffix: str, unit: str, times: int) -> None:
    room.write(f"x.{suffix}", f"Talks in Kiev ended.\n\n{unit * times}")
    outcome = room.check_apart("--jobs", "1")
    assert outcome.errors == []
    assert outcome.found[f"x.{suffix}"][0] == 1
    assert len(outcome.found[f"x.{suffix}"]) == (times + 1 if "Kiev" in unit else 1)


SENTENCE = "The harbour master told reporters on Tuesday that “nobody was hurt” in the storm. "


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "before", "line"),
    [
        ("one line.txt", "", SENTENCE),
        ("lines.txt", "", f"{SENTENCE * 5}\n\n"),
        ("x.md", "# Storm\n\n", f"{SENTENCE * 5}\n\n"),
        ("x.html", "<html><body><article>", f"<p>{SENTENCE * 5}</p>\n"),
    ],
)
def test_twenty_megabytes(room: Newsroom, name: str, before: str, line: str) -> None:
    prose = line * (20_000_000 // len(line.encode()))
    room.write(name, f"{before}{prose}Talks in Kiev.\n")
    outcome = room.check_apart("--jobs", "1", "--max-size", "25")
    assert len(outcome.found[name]) == 1
    if sys.platform == "linux":
        assert 40 < outcome.memory <= MOST


@pytest.mark.slow
def test_ten_thousand_findings(room: Newsroom) -> None:
    room.write("x.txt", "Talks in the east\n\n" + "Talks in Kiev went on, and on. " * 10_000)
    outcome = room.check()
    assert outcome.found == {"x.txt": [19 + 9 + 31 * number for number in range(10_000)]}
    for form in ("text", "concise"):
        assert main(["check", "--format", form]) == 1
        assert "Traceback" not in room.capsys.readouterr().err


def test_findings_in_one_sentence_do_not_each_keep_a_copy_of_it(room: Newsroom) -> None:
    text = "Talks in the east\n\n" + "of Kiev " * 500
    found = Linter(
        RunSettings(today="2025-04-15", cache=os.environ["COPYDESK_CACHE_DIR"])
    ).check_bytes("x", text.encode())
    assert len(found.findings) >= 500
    assert len({id(one.context) for one in found.findings}) == 1


def test_a_pattern_that_never_ends_is_named(room: Newsroom) -> None:
    entry = (
        '[[entry]]\nmatch = ["start (?:x|xx)+[yz]"]\nneeds = ["start"]\nuse = "y"\n'
        'good = ["y"]\nbad = ["[[start xxy]]"]\n'
    )
    pack = (room.folder / "house.toml").read_text("utf-8")
    room.write("house.toml", pack.replace("[forms]", entry + "[forms]"))
    room.write("x.txt", "Talks in Kiev: start " + "x" * 400)
    outcome = room.check()
    assert outcome.found == {"x.txt": [9]}
    (error,) = outcome.errors
    assert error.startswith(
        "x.txt: test/house: the pattern 'start (?:x|xx)+[yz]' (house.toml:6) took"
    )
