"""The manifest: used while nothing has changed, with plugins too; never led astray."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.cache.files import read_sealed, write_sealed
from copydesk.cli import main
from copydesk.model import __version__
from copydesk.registry import collect, manifest
from copydesk.registry.contributions import Contributions
from copydesk.registry.manifest import contributions
from tests.registry.conftest import RULE, Install

PARTS = """
from copydesk import CommandSpec, FormatterSpec, OptionSpec, ParserSpec, Unpacked, hookimpl
from copydesk.hooks.specs import SideOutput

def parse(source):
    raise RuntimeError("never called")

@hookimpl
def copydesk_parsers():
    return [ParserSpec("ferry", (".ferry",), lambda: parse, lambda: lambda data: "unpacked")]

@hookimpl
def copydesk_formatters():
    aside = SideOutput("FERRY", lambda: "aside")
    return [FormatterSpec("ferry", "ferries", lambda: "write", ("stories",), aside)]

@hookimpl
def copydesk_commands():
    return [CommandSpec("ferry", "ferries", lambda: "command")]

@hookimpl
def copydesk_options():
    return [OptionSpec("check", ("--ferry",), "sentence/run-on", "max_words")]
"""


@pytest.fixture
def gathered(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often plugins were asked: one entry for each time."""
    times: list[int] = []
    real = collect.collect

    def gather(plugins: object) -> Contributions:
        times.append(1)
        return real(plugins)  # type: ignore[arg-type]

    monkeypatch.setattr(collect, "collect", gather)
    return times


def known(cache: Path) -> set[str]:
    return {info.id for info in contributions(str(cache)).rules}


def manifests(cache: Path) -> list[Path]:
    return sorted(cache.glob("rules-*.bin"))


def rewrite(path: Path, change: Callable[[list[object]], None]) -> None:
    """Change a manifest as somebody would who can write the cache."""
    content = read_sealed(str(path))
    assert content is not None
    parts = list(marshal.loads(content))
    change(parts)
    write_sealed(str(path), marshal.dumps(tuple(parts)))


@pytest.mark.parametrize("record", [True, False])
def test_with_a_plugin_it_is_used_until_that_changes(
    install: Install, tmp_path: Path, gathered: list[int], record: bool
) -> None:
    name = f"ferry_house_{record}"
    module = install(name, record=record)
    cache = tmp_path / "cache"
    assert "ferry/none" in known(cache) and "ferry/none" in known(cache)
    assert len(gathered) == 1
    sys.modules.pop(name)
    info = next(one for one in contributions(str(cache)).rules if one.id == "ferry/none")
    assert (info.home, info.loaded) == (f"{name}:Ferry", None)
    assert info.rule_class().__module__ == name  # type: ignore[union-attr]
    assert len(gathered) == 1
    sys.modules.pop(name)
    install(name, RULE.replace("ferry/none", "ferry/no-more"), record)
    os.utime(module, ns=(1, 1))  # a time of its own, however fast the test
    assert "ferry/no-more" in known(cache)
    assert len(gathered) == 2


def test_a_plugin_that_comes_or_goes(
    install: Install, site: Path, tmp_path: Path, gathered: list[int]
) -> None:
    cache = tmp_path / "cache"
    os.utime(site, ns=(1, 1))
    assert "ferry/none" not in known(cache)
    install("ferry_comes")
    assert "ferry/none" in known(cache)
    os.rename(site / "ferry_comes-1.0.dist-info", site / "ferry_comes-1.0.gone")
    os.utime(site, ns=(2, 2))
    assert "ferry/none" not in known(cache)
    assert len(gathered) == 3


def test_two_installs_do_not_rebuild_each_others(
    install: Install, site: Path, tmp_path: Path, gathered: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    install("ferry_shared")
    cache = tmp_path / "cache"
    path = list(sys.path)
    for _ in range(3):
        assert "ferry/none" in known(cache)
        monkeypatch.setattr(sys, "path", [one for one in path if one != str(site)])
        assert "ferry/none" not in known(cache)
        monkeypatch.setattr(sys, "path", path)
    assert len(gathered) == 2
    assert len(manifests(cache)) == 2


@pytest.mark.parametrize("is_installed", [True, False])
def test_rules_that_were_installed_are_known_by_their_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_installed: bool
) -> None:
    rule = tmp_path / "lint_rules" / "one.py"
    record = tmp_path / f"copydesk-{__version__}.dist-info" / "RECORD"
    for path in (rule.with_name("__init__.py"), rule, *([record] if is_installed else ())):
        path.parent.mkdir(exist_ok=True)
        path.write_text("")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    monkeypatch.setattr(manifest, "_site", tuple)
    first = manifest._state(None)
    rule.write_text("a = 1")
    assert (manifest._state(None) == first) is is_installed
    if is_installed:
        record.write_text("lint_rules/one.py,sha256=")
        assert manifest._state(None) != first


def test_old_ones_are_tidied_away(install: Install, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    for number in range(20):
        (cache / f"rules-{number}.bin").write_bytes(b"old")
        os.utime(cache / f"rules-{number}.bin", (1, 1))
    install("ferry_tidy")
    known(cache)
    assert len(manifests(cache)) == 12
    assert "ferry/none" in known(cache)


def test_what_it_keeps_of_a_plugin_is_loaded_when_it_is_used(
    install: Install, tmp_path: Path, gathered: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    from copydesk.registry import later

    install("ferry_parts", PARTS)
    first = contributions(str(tmp_path / "cache"))
    sys.modules.pop("ferry_parts")
    later._plugins.cache_clear()
    kept = contributions(str(tmp_path / "cache"))
    assert len(gathered) == 1
    assert "ferry_parts" not in sys.modules
    assert [one.name for one in kept.parsers] == [one.name for one in first.parsers]
    assert [one.name for one in kept.formatters] == [one.name for one in first.formatters]
    assert kept.options == first.options
    command = next(one for one in kept.commands if one.thing.name == "ferry")
    parser = next(one for one in kept.parsers if one.name == "ferry")
    form = next(one for one in kept.formatters if one.name == "ferry")
    assert (command.plugin, *command.thing[:2]) == ("ferry-parts [x]", "ferry", "ferries")
    assert (parser.suffixes, form.needs, form.side_output.variable) == (
        (".ferry",),
        ("stories",),
        "FERRY",
    )  # type: ignore[union-attr]
    assert parser.load_writer is None
    assert "ferry_parts" not in sys.modules
    assert parser.load_bytes is not None
    assert parser.load_bytes()(b"") == "unpacked"  # type: ignore[comparison-overlap]
    assert "ferry_parts" in sys.modules
    loaded = (command.thing.load(), form.load(), form.side_output.load())  # type: ignore[union-attr]
    assert loaded == ("command", "write", "aside")
    later._plugins.cache_clear()


@pytest.mark.parametrize(
    ("home", "runs"),
    [("antigravity:fly_away", False), ("tests.conftest:lint", False), ("ferry_trust:Ferry", True)],
)
def test_a_name_is_imported_only_from_where_rules_come_from(
    install: Install, tmp_path: Path, gathered: list[int], home: str, runs: bool
) -> None:
    install("ferry_trust")
    cache = tmp_path / "cache"
    known(cache)
    (path,) = manifests(cache)

    def poison(parts: list[object]) -> None:
        rows = [list(row) for row in parts[1]]  # type: ignore[attr-defined]
        rows[0][8] = home
        parts[1] = rows

    rewrite(path, poison)
    homes = {one.home for one in contributions(str(cache)).rules}
    assert (home in homes) is runs
    assert len(gathered) == (1 if runs else 2)


def test_a_plugin_that_is_not_installed_vouches_for_nothing(
    install: Install, tmp_path: Path, gathered: list[int]
) -> None:
    install("ferry_away")
    cache = tmp_path / "cache"
    known(cache)
    elsewhere = tmp_path / "elsewhere" / "evil-1.0.dist-info"
    elsewhere.mkdir(parents=True)
    (elsewhere / "entry_points.txt").write_text("[copydesk]\nx = evil\n")

    def poison(parts: list[object]) -> None:
        from copydesk.registry.installed import _state

        parts[0] = [*parts[0], (str(elsewhere), (), _state(str(elsewhere), ()))]  # type: ignore[misc]

    rewrite(manifests(cache)[0], poison)
    known(cache)
    assert len(gathered) == 2


LOCAL = '''
from copydesk import hookimpl
import {other}

@hookimpl
def copydesk_rules():
    class Local({other}.Ferry):
        """Made in a function."""

        id = "ferry/local"
        triggers = ("ferry",)

    return [Local]
'''


def test_what_cannot_be_kept_is_said(
    install: Install, tmp_path: Path, gathered: list[int],
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    install("ferry_base")
    install("ferry_local", LOCAL.format(other="ferry_base"))
    cache = tmp_path / "cache"
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(cache))
    assert "ferry/local" in known(cache) and "ferry/local" in known(cache)
    assert len(gathered) == 2
    assert manifests(cache) == []
    reason = "plugin ferry-local [x]: rule ferry/local cannot be imported as ferry_local:copydesk"
    assert main(["config"]) == 0
    assert f"# plugins are loaded at every start: {reason}" in capsys.readouterr().out
    (tmp_path / "desk" / "a.txt").write_text("It rained.\n")
    assert main(["check", "-v", "a.txt"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert f"Plugins are loaded at every start: {reason}" in said


WRAPPER = """
from copydesk import Rule, hookimpl

@hookimpl(wrapper=True)
def copydesk_rules():
    results = yield
    return [[one for one in rules if one.id != "sentence/doubled-word"] for rules in results]

@hookimpl(tryfirst=True)
def copydesk_parsers():
    from copydesk import ParserSpec
    return [ParserSpec("loud", (".txt",), lambda: loud)]

def loud(source):
    from copydesk.parsers.plain import parse
    return parse(source.replace("Kiev", "Lviv"))
"""


INSTALLED_IN = """
import site, sys
others = site.getsitepackages()
site.getsitepackages = lambda: [{0!r}, *others]
sys.path.append({0!r})
from copydesk.cli import run
run()
"""


@pytest.mark.process
def test_wrappers_and_order_work_on_the_command_line(install: Install, site: Path) -> None:
    install("ferry_wrap", WRAPPER)
    Path("a.txt").write_text("The the envoys left Kiev.\n")
    Path("b.md").write_text("The the envoys left Kiev.\n")
    for _ in range(2):  # gathered, then from the manifest
        done = subprocess.run(
            [sys.executable, "-c", INSTALLED_IN.format(str(site)), "check", "--date", "2026-05-04",
             "--format", "concise", "."], capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.stderr == ""
        assert [line.split(" ")[:3] for line in done.stdout.splitlines()] == [
            ["b.md:1:21:", "stop", "spelling/house-form"]
        ]
