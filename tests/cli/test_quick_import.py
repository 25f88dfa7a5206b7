"""Our own modules are imported in fewer steps, and are what Python's import makes of them."""

from __future__ import annotations

import importlib.util
import os
import pkgutil
import py_compile
import sys
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import copydesk
import lint_rules
from copydesk.cli import quick_import
from copydesk.cli.quick_import import QuickFinder


def below(package: ModuleType) -> list[tuple[str, list[str]]]:
    """The names of all modules below a package, each with the path of its package."""
    found = []
    for one in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        finder: Any = one.module_finder
        found.append((one.name, [finder.path]))
    return found


def described(spec: Any) -> tuple[Any, ...]:
    return (
        spec.name, spec.origin, spec.cached, spec.has_location, spec.parent, spec.loader.path,
        spec.submodule_search_locations,
    )  # fmt: skip


@pytest.mark.parametrize("package", [copydesk, lint_rules])
def test_modules_are_found_where_python_finds_them(package: ModuleType) -> None:
    names = below(package)
    assert len(names) > 100
    for name, path in names:
        assert described(QuickFinder.find_spec(name, path)) == described(
            PathFinder.find_spec(name, path)
        )


@pytest.mark.parametrize("name", ["json.decoder", "copydesk", "copydesk.nothing"])
def test_anything_else_is_left_to_python(name: str, tmp_path: Path) -> None:
    (tmp_path / "decoder.py").touch()
    (tmp_path / "copydesk.py").touch()
    path = None if name == "copydesk" else [str(tmp_path)]
    assert QuickFinder.find_spec(name, path) is None


def loaded(name: str, folder: Path) -> Any:
    spec = QuickFinder.find_spec(name, [str(folder)])
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    assert spec.loader is not None
    spec.loader.exec_module(module)
    return module


def test_byte_code_is_used_if_it_is_of_this_source(tmp_path: Path) -> None:
    source = tmp_path / "example.py"
    source.write_text("value = 1\n")
    assert loaded("copydesk.example", tmp_path).value == 1  # there is none
    py_compile.compile(str(source))
    state = source.stat()
    source.write_text("value = 2\n")
    os.utime(source, ns=(state.st_atime_ns, state.st_mtime_ns))
    assert loaded("copydesk.example", tmp_path).value == 1  # the source looks unchanged
    source.write_text("value = 33\n")
    assert loaded("copydesk.example", tmp_path).value == 33


def test_a_private_module_of_rules_is_executed_when_it_is_used(tmp_path: Path) -> None:
    source = tmp_path / "_example.py"
    source.write_text("value = 1\nraise RuntimeError('too early')\n")
    module = loaded("lint_rules.facts._example", tmp_path)
    assert module.__file__ == str(source)
    assert not hasattr(module, "__all__")
    for _ in range(2):
        with pytest.raises(RuntimeError, match="too early"):
            module.other  # noqa: B018
    source.write_text("value = 1\n")
    assert (module.value, type(module)) == (1, ModuleType)
    with pytest.raises(AttributeError):
        module.other  # noqa: B018


def test_it_is_not_used_where_byte_code_is_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "meta_path", [])
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(sys, "pycache_prefix", "elsewhere")
        quick_import.use()
        assert sys.meta_path == []
    monkeypatch.setattr(sys, "pycache_prefix", None)
    quick_import.use()
    assert sys.meta_path == ([] if sys.flags.optimize else [QuickFinder])
