from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from copydesk import Rule, Severity, hookimpl
from copydesk.model.errors import PluginError
from copydesk.registry.collect import collect
from copydesk.registry.entry_points import EntryPoint, entry_points
from copydesk.registry.loader import Plugins


def install(folder: Path, name: str, text: str) -> None:
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "entry_points.txt").write_text(text, "utf-8")


class TestEntryPoints:
    def test_only_the_group_is_read_and_order_is_by_name(self, tmp_path: Path) -> None:
        install(tmp_path, "b_house", "[copydesk]\nz = pkg.z\na = pkg:thing [extra]\n")
        install(tmp_path, "a_house", "[console_scripts]\nx = y:z\n\n[copydesk]\n# no\nrules=r\n")
        install(tmp_path, "other", "[pytest11]\nx = y\n")
        assert entry_points("copydesk", [str(tmp_path)]) == [
            ("a", "pkg:thing", "b-house"),
            ("rules", "r", "a-house"),
            ("z", "pkg.z", "b-house"),
        ]

    def test_the_first_of_two_folders_counts(self, tmp_path: Path) -> None:
        install(tmp_path / "1", "house", "[copydesk]\na = one\n")
        install(tmp_path / "2", "house", "[copydesk]\na = two\n")
        found = entry_points("copydesk", [str(tmp_path / "1"), str(tmp_path / "2"), "/nowhere"])
        assert [entry.value for entry in found] == ["one"]

    def test_it_reads_what_importlib_metadata_reads(self) -> None:
        from importlib import metadata

        for group in ("pytest11", "console_scripts"):
            found = metadata.entry_points(group=group)
            expected = {(one.name, one.value.partition(" [")[0]) for one in found}  # no extras
            assert {(one.name, one.value) for one in entry_points(group)} == expected

    def test_an_object_inside_a_module_is_loaded(self) -> None:
        from os import path

        assert EntryPoint("x", "os:path.join", "d").load() is path.join
        assert EntryPoint("x", "os", "d").load() is sys.modules["os"]


def plugin(monkeypatch: pytest.MonkeyPatch, **functions: Any) -> EntryPoint:
    module = ModuleType("house_rules")
    vars(module).update(functions)
    monkeypatch.setitem(sys.modules, "house_rules", module)
    return EntryPoint("house", "house_rules", "house-dist")


def test_a_plugin_that_does_not_import_is_named() -> None:
    entry = EntryPoint("house", "no_such_module_at_all", "house-dist")
    with pytest.raises(PluginError, match=r"plugin house-dist \[house\] cannot be imported: Mod"):
        Plugins(installed=[entry])


def test_a_hook_that_does_not_exist_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    @hookimpl
    def copydesk_rule() -> list[type[Rule]]:
        return []

    entry = plugin(monkeypatch, copydesk_rule=copydesk_rule)
    with pytest.raises(PluginError) as error:
        Plugins(installed=[entry])
    assert str(error.value) == (
        "plugin house-dist [house]: unknown hook copydesk_rule; did you mean copydesk_rules?"
    )


def test_a_hook_without_its_mark_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = plugin(monkeypatch, copydesk_rules=list)
    with pytest.raises(PluginError, match=r"copydesk_rules is not marked @copydesk\.hookimpl"):
        Plugins(installed=[entry])


def test_a_hook_that_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    @hookimpl
    def copydesk_rules() -> list[type[Rule]]:
        raise OSError("gone")

    entry = plugin(monkeypatch, copydesk_rules=copydesk_rules)
    with pytest.raises(PluginError, match=r"\[house\]: copydesk_rules failed: OSError: gone"):
        collect(Plugins(installed=[entry]))


IDENTITY = {"id": "stet/cq", "severity": Severity.ASK, "examples": ()}


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (SimpleNamespace(id="x/y", severity=Severity.ASK), "is missing examples"),
        (type("Idle", (Rule,), IDENTITY | {"id": "x/idle"}), "rule x/idle can find nothing"),
        (type("Twin", (Rule,), IDENTITY | {"check": lambda self, doc: ()}), "two rules are called"),
    ],
)
def test_a_rule_of_no_use_is_named(
    monkeypatch: pytest.MonkeyPatch, kind: Any, message: str
) -> None:
    @hookimpl
    def copydesk_rules() -> list[Any]:
        return [kind]

    entry = plugin(monkeypatch, copydesk_rules=copydesk_rules)
    with pytest.raises(PluginError, match=message):
        collect(Plugins(installed=[entry]))


def test_plugins_are_gathered_in_order_of_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    @hookimpl
    def copydesk_terms() -> list[str]:
        return ["z.toml", "a.toml"]

    entry = plugin(monkeypatch, copydesk_terms=copydesk_terms)
    plugins = Plugins(builtin=("copydesk.registry.builtin",), installed=[entry])
    given = [(one.thing, one.plugin) for one in plugins.gather("copydesk_terms")]
    assert given == [("z.toml", "house-dist [house]"), ("a.toml", "house-dist [house]")]
    assert plugins.names() == ["copydesk.registry.builtin", "house-dist [house]"]


def test_every_hook_is_documented() -> None:
    from copydesk.hooks import hookspecs

    hooks = [name for name in vars(hookspecs) if name.startswith("copydesk_")]
    text = (Path(__file__).resolve().parents[2] / "CONTRIBUTING.md").read_text("utf-8")
    assert hooks
    for name in hooks:
        assert getattr(hookspecs, name).__doc__
        assert name in text
