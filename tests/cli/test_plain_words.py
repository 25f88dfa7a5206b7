"""A plain command line means the same without argparse as with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.cli import arguments
from copydesk.cli.commands.check import add_arguments
from copydesk.cli.plain_words import plain_arguments

PLAIN = [
    [],
    ["a.txt"],
    ["-"],
    ["a.txt", "b.txt", "--fix"],
    ["--final", "--preview", "a.txt"],
    ["--format", "jsonl", "--format=html=a.html", "a.txt"],
    ["--date", "2025-04-15", "--jobs", "2", "--max-size", "9"],
    ["--select", "a,b", "--select", "c", "--ignore=d"],
    ["-q", "-q", "-v"],
    ["--fail-on", "stop", "--color", "never", "--trust", "head"],
    ["--no-plugins", "--isolated", "--no-cache", "drafts"],
]
NOT_PLAIN = [
    ["a.txt", "--fix", "b.txt"],
    ["--", "a.txt"],
    ["-h"],
    ["--help"],
    ["--fai"],
    ["--fix=1"],
    ["-qv"],
    ["-q=1"],
    ["--date", "soon"],
    ["--date"],
    ["--date", "--fix"],
    ["--date="],
    ["--jobs", "0"],
    ["--fail-on", "all"],
    ["--jobs", "-1"],
    ["-x.txt"],
]
WORDS = sorted({word for line in (*PLAIN, *NOT_PLAIN) for word in line} - {"-h", "--help"})


def with_argparse(words: list[str]) -> dict[str, Any] | None:
    parser = arguments.parser_of("check")
    try:
        found, unknown = parser.parse_known_args(words)
    except (SystemExit, Exception):
        return None
    return None if unknown else vars(found)


@pytest.mark.parametrize("words", PLAIN)
def test_plain_words_mean_what_they_mean_to_argparse(words: list[str]) -> None:
    found = plain_arguments(words, add_arguments)
    assert vars(found) == with_argparse(words)


@pytest.mark.parametrize("words", NOT_PLAIN)
def test_other_words_are_left_to_argparse(words: list[str]) -> None:
    assert plain_arguments(words, add_arguments) is None


@given(st.lists(st.sampled_from(WORDS), max_size=6))
def test_any_words_mean_what_they_mean_to_argparse(words: list[str]) -> None:
    found = plain_arguments(words, add_arguments)
    if found is not None:
        assert vars(found) == with_argparse(words)


def test_a_declaration_that_only_argparse_knows_is_left_to_it() -> None:
    def declare(parser: Any) -> None:
        parser.add_argument("--one", nargs=2)

    assert plain_arguments([], declare) is None


def test_a_file_named_like_an_option_stops_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "--fix").write_text("x")
    with pytest.raises(SystemExit):
        arguments.parse(["check", "--fix"])
