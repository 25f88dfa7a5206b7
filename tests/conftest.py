"""What all tests share: the tiers, the profile of property tests, and a few fixtures.

A test is ``unit`` unless it is marked ``process`` (it starts processes) or ``slow`` (minutes).
"""

from __future__ import annotations

import multiprocessing.process
import multiprocessing.util
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from copydesk import Finding, Rule, Severity
from copydesk.engine import check
from copydesk.model.style import Style
from copydesk.registry.manifest import contributions
from copydesk.rules.ruleset import LazyRule, RuleSet
from copydesk.terms.table import TermTable
from copydesk.testing.rule_examples import document, set_up
from tests.gitting import git

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
TIERS = ("unit", "process", "slow")
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")
# What the reason of a skip may begin with in CI; anything else is a tool that should be there.
MAY_BE_SKIPPED = ("shared: ", "platform: ", "extra: ", "input not here: ")
STARTS_A_PROCESS = (
    (subprocess.Popen, "__init__"),
    (os, "fork"),
    (os, "forkpty"),
    (os, "posix_spawn"),
    (os, "posix_spawnp"),
    (os, "system"),
    (multiprocessing.process.BaseProcess, "start"),
    (multiprocessing.util, "spawnv_passfds"),
)
STARTED = pytest.StashKey[list[str]]()

settings.register_profile(
    "copydesk",
    deadline=None,  # a busy machine is no fault
    derandomize=IN_CI,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("copydesk")


# Tiers


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give every test its tier, before ``-m`` selects by it."""
    for item in items:
        tiers = {mark.name for mark in item.iter_markers() if mark.name in TIERS}
        if len(tiers) > 1:
            raise pytest.UsageError(f"{item.nodeid} is marked {' and '.join(sorted(tiers))}")
        if not tiers:
            item.add_marker("unit")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Let no unit test, and no fixture that it asks for, start a process."""
    if item.get_closest_marker("unit") is None:
        return (yield)
    started = item.stash[STARTED] = []

    def refuse(name: str, *words: object, **_: object) -> None:
        started.append(f"{name}{words!r:.200}")
        pytest.fail(f"a unit test starts a process: {started[-1]}; mark it process")

    with pytest.MonkeyPatch.context() as patch:
        for owner, name in STARTS_A_PROCESS:
            patch.setattr(owner, name, staticmethod(partial(refuse, name)), raising=False)
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Fail a unit test that hid the process it started and, in CI, a skip for want of a tool."""
    report = yield
    started = item.stash.get(STARTED, [])
    if report.passed and started:
        report.outcome, report.longrepr = "failed", f"a unit test started a process: {started}"
    started.clear()  # told once
    return _no_tool_missing(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    """In CI fail a module that is skipped for want of a tool."""
    return _no_tool_missing((yield))


def _no_tool_missing(report: Any) -> Any:
    """The report; failed where it is of a skip in CI whose reason is not one of the allowed."""
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr[2]).removeprefix("Skipped: ")
        if not reason.startswith(MAY_BE_SKIPPED):
            report.outcome, report.longrepr = "failed", f"not to be skipped in CI: {reason}"
    return report


# Fixtures


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real copy beside the project; tests that need it skip without it."""
    if not (SHARED / "seeds").is_dir():
        pytest.skip("shared: the folder of real copy is not beside the project")
    return SHARED


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep compiled tables of tests out of the user's cache, and the user's facts out of tests."""
    cache = tmp_path_factory.getbasetemp() / "cache"
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(cache))
    monkeypatch.setenv("COPYDESK_DATA_DIR", "")


@pytest.fixture(scope="session")
def lint() -> Callable[..., tuple[Finding, ...]]:
    """``lint(text, rule, **settings)``: the findings of a rule, or of several, in a text.

    ``rule`` is a class or an id, or a sequence of them; an id that no class of copydesk has is
    one of entries in ``table``. A setting that the rule declares is its option, any other one of
    the house style (``quote_shape`` is ``quote-shape``).
    """
    return _lint


def _lint(
    text: str,
    rule: type[Rule] | str | Sequence[type[Rule] | str],
    *,
    form: str = "text",
    day: str = "",
    table: TermTable | None = None,
    styles: Sequence[str] = (),
    **settings: Any,
) -> tuple[Finding, ...]:
    severities: dict[str, Severity] = {}
    kinds: dict[str, type[Rule]] = {}
    for one in (rule,) if isinstance(rule, (str, type)) else rule:
        kind = _classes().get(one) if isinstance(one, str) else one
        if kind is not None:
            kinds[kind.id] = kind
            severities[kind.id] = kind.severity
        else:
            assert table is not None, f"there is no rule {one}"
            severities[str(one)] = Severity.STOP
    rules = RuleSet(
        tuple(LazyRule.ready(_made(kind, settings)) for kind in kinds.values()),
        severities,
        table=table,
        styles=frozenset(styles) - {""},
        known=frozenset(severities),
    )
    checked = check(document(text, form, day), rules)
    assert not checked.problems
    return checked.findings


@cache
def _classes() -> dict[str, type[Rule]]:
    """The classes of the rules that come with copydesk, by their id."""
    found = {info.id: info.rule_class() for info in contributions("").rules}
    return {name: kind for name, kind in found.items() if kind is not None}


def _made(kind: type[Rule], settings: Mapping[str, Any]) -> Rule:
    """A rule with its own options, and the rest as settings of a house style."""
    names = {option.name for option in kind.options}
    options = {name: value for name, value in settings.items() if name in names}
    house = {name.replace("_", "-"): value for name, value in settings.items() if name not in names}
    return set_up(kind, options, Style("house", ("house",), house) if house else Style())


@pytest.fixture(scope="session")
def linear() -> Callable[..., None]:
    """``linear(work, make, small, large)``: work takes no time that grows faster than its input.

    ``make(size)`` gives the input of ``work``. Where both inputs are texts their lengths count, else
    the sizes. What is compared is the CPU time of this process, the best of up to six tries each;
    ``most`` times what is in proportion is allowed, for caches of the processor and the like.
    """
    return _linear


def _linear(
    work: Callable[[Any], object],
    make: Callable[[int], Any],
    small: int,
    large: int,
    most: float = 4,
) -> None:
    inputs = make(small), make(large)
    texts = all(isinstance(one, str) for one in inputs)
    ratio = len(inputs[1]) / len(inputs[0]) if texts else large / small
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(6):
        for one, times in zip(inputs, taken, strict=True):
            start = process_time()
            work(one)
            times.append(process_time() - start)
        if min(taken[1]) <= 0.02 + most * ratio * min(taken[0]):
            return
    pytest.fail(f"{ratio:.1f} times the input takes {min(taken[1]) / min(taken[0]):.1f} times")


# Repositories


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the folder at hand."""
    for name in list(os.environ):
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    home = tmp_path / "repo"
    home.mkdir()
    monkeypatch.chdir(home)
    git("init", "-q", "-b", "main")
    return home
