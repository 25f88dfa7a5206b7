"""The tiers of tests, tried on tests written for it: marks, processes, skips, growth."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]
HEAD = "import subprocess, sys, os, multiprocessing, pytest\n"
RUN = 'subprocess.run([sys.executable, "-c", ""], check=True)'


@pytest.fixture
def outcomes(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., dict[str, int]]:
    """Run a module of tests under our conftest: how many passed, failed, were left out …"""
    monkeypatch.setenv("CI", "true")
    settings = tomllib.loads((TESTS.parent / "pyproject.toml").read_text("utf-8"))
    marks = settings["tool"]["pytest"]["ini_options"]["markers"]
    pytester.makepyprojecttoml(f"[tool.pytest.ini_options]\nmarkers = {marks!r}\n")
    pytester.makeconftest((TESTS / "conftest.py").read_text("utf-8"))

    def run(text: str, *words: str) -> dict[str, int]:
        pytester.makepyfile(HEAD + text)
        return pytester.runpytest_inprocess(
            "--strict-markers", "-p", "no:cacheprovider", *words
        ).parseoutcomes()

    return run


def test_a_test_without_a_mark_is_a_unit_test(outcomes: Callable[..., dict[str, int]]) -> None:
    text = "def test_a(): pass\n@pytest.mark.process\ndef test_b(): pass\n"
    assert outcomes(text, "-m", "unit") == {"passed": 1, "deselected": 1}


def test_two_marks_are_one_too_many(
    outcomes: Callable[..., dict[str, int]], capsys: pytest.CaptureFixture[str]
) -> None:
    text = "pytestmark = pytest.mark.slow\n@pytest.mark.process\ndef test_a(): pass\n"
    assert outcomes(text) == {}
    assert "test_a is marked process and slow" in capsys.readouterr().err


@pytest.mark.parametrize(
    "body",
    [
        RUN,
        f"try: {RUN}\n    except BaseException: pass",
        "os.fork()",
        "os.system('true')",
        "multiprocessing.get_context('spawn').Process(target=print).start()",
        "multiprocessing.get_context('fork').Pool(1)",
    ],
)
def test_a_unit_test_that_starts_a_process_fails(
    body: str, outcomes: Callable[..., dict[str, int]]
) -> None:
    assert outcomes(f"def test_a():\n    {body}\n") == {"failed": 1}


def test_a_fixture_of_a_unit_test_starts_no_process(
    outcomes: Callable[..., dict[str, int]],
) -> None:
    text = f"@pytest.fixture(scope='session')\ndef one():\n    {RUN}\ndef test_a(one): pass\n"
    assert outcomes(text) == {"errors": 1}


@pytest.mark.process
def test_any_other_test_may(outcomes: Callable[..., dict[str, int]]) -> None:
    text = f"@pytest.mark.process\ndef test_a():\n    {RUN}\n"
    assert outcomes(text) == {"passed": 1}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("pytest.skip('fish is not installed')", {"failed": 1}),
        ("pytest.importorskip('no_such_module')", {"failed": 1}),
        ("pytest.skip('platform: needs fork')", {"skipped": 1}),
        ("pytest.skip('shared: no real copy')", {"skipped": 1}),
        ("pytest.xfail('platform')", {"xfailed": 1}),
    ],
)
def test_in_ci_no_tool_may_be_missing(
    line: str, expected: dict[str, int], outcomes: Callable[..., dict[str, int]]
) -> None:
    assert outcomes(f"def test_a():\n    {line}\n") == expected


def test_in_ci_no_module_is_skipped(outcomes: Callable[..., dict[str, int]]) -> None:
    assert outcomes("pytest.importorskip('no_such_module')\n") == {"errors": 1}


def test_on_a_desk_a_tool_may_be_missing(
    outcomes: Callable[..., dict[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "")
    text = "def test_a():\n    pytest.skip('fish is not installed')\n"
    assert outcomes(text) == {"skipped": 1}


def test_growth_with_the_square_is_seen(linear: Callable[..., None]) -> None:
    linear(lambda text: [text.count(one) for one in "abcd"], lambda size: "x" * size, 1000, 8000)
    with pytest.raises(pytest.fail.Exception, match="times the input takes"):
        linear(
            lambda text: [text.count(one) for one in text], lambda size: "x" * size, 1500, 36_000
        )
