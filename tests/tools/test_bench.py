"""The benches count and compare what they say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench import instructions
from bench.peers import PEERS, peers, vale_config
from bench.timing import Usage, in_turn, table


@pytest.mark.process
def test_commands_take_turns_and_the_first_round_is_not_counted(tmp_path: Path) -> None:
    log = tmp_path / "log"

    def make(name: str) -> list[str]:
        return [sys.executable, "-c", f"open({str(log)!r}, 'a').write({name!r})"]

    medians = in_turn({"a": lambda _: make("a"), "b": lambda number: make(str(number))}, 2)
    assert log.read_text() == "a0a1a2"
    assert list(medians) == ["a", "b"]
    assert all(used.cpu > 0 and used.memory > 1 for used in medians.values())


def test_the_table_has_our_part_of_each() -> None:
    lines = table({"ours": Usage(0.1, 0.2, 30), "theirs": Usage(0.4, 0.4, 50)}, "ours").splitlines()
    assert lines[2:] == ["| ours | 100 | 200 | 30 | 1.00 |", "| theirs | 400 | 400 | 50 | 0.25 |"]


def test_peers_that_are_there_are_run_with_their_settings(tmp_path: Path) -> None:
    for name in ("vale", "typos"):
        (tmp_path / name).write_text("#!/bin/sh\n")
        (tmp_path / name).chmod(0o755)
    found = peers([str(tmp_path)], vale_config(tmp_path / "room"))
    assert {"vale", "typos"} <= set(found) <= set(PEERS)
    config = Path(found["vale"][2])
    assert config.read_text("utf-8").endswith("[*]\nBasedOnStyles = House\n")
    style = tmp_path / "room" / "styles" / "House" / "Words.yml"
    assert style.read_text("utf-8").count("\n  ") == 14


def test_what_grows_by_more_than_five_per_cent_fails(capsys: pytest.CaptureFixture[str]) -> None:
    before = {"version": 2.0, "draft": 8.0, "story": 0.2}
    assert instructions.grown({"version": 2.09, "draft": 8.4, "story": 0.1}, before) == []
    assert instructions.grown({"version": 2.11, "draft": 8.0, "story": 0.22}, before) == [
        "version", "story",
    ]  # fmt: skip
    assert "1.055" in capsys.readouterr().out


def test_figures_are_recorded_by_kind_of_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(instructions, "RECORD", tmp_path / "instructions.toml")
    assert instructions.records() == {}
    instructions.write({"version": 2.0})
    monkeypatch.setattr(instructions, "kind", lambda: "cpython-399-plan9")
    instructions.write({"version": 3.5})
    assert instructions.records()["cpython-399-plan9"] == {"version": 3.5}
    assert len(instructions.records()) == 2
