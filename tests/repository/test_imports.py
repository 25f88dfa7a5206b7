"""Which module imports which: no circles, of any kind of import, and few modules side by side."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
PACKAGE = SOURCE / "copydesk"
MOST_ENTRIES = 32  # modules and packages directly in copydesk
KNOWN_CIRCLES: set[frozenset[str]] = set()  # none, and none may come


def name_of(path: Path) -> str:
    """The dotted name of a module's file."""
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


@cache
def files() -> dict[str, Path]:
    return {name_of(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def homes() -> dict[str, str]:
    """Of every public name of the package the module that defines it, as the package says."""
    tree = ast.parse((PACKAGE / "__init__.py").read_text("utf-8"))
    (found,) = (
        node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        and any(isinstance(one, ast.Name) and one.id == "_HOMES" for one in node.targets)
    )
    value: dict[str, str] = ast.literal_eval(found)
    return value


def imported(module: str, path: Path, known: dict[str, Path]) -> Iterator[str]:
    """The modules among ``known`` that a module imports, wherever the import stands."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _nearest(alias.name, known)
        elif isinstance(node, ast.ImportFrom):
            above = package.rsplit(".", node.level - 1)[0] if node.level else ""
            base = ".".join(filter(None, (above, node.module)))
            for alias in node.names:
                home = homes().get(alias.name) if base == "copydesk" else None
                whole = home or f"{base}.{alias.name}"
                yield from (whole,) if whole in known else _nearest(base, known)


def _nearest(name: str, known: dict[str, Path]) -> tuple[str, ...]:
    """The module of a dotted name, where it is one of ours."""
    return (name,) if name in known else ()


def graph(known: dict[str, Path]) -> dict[str, set[str]]:
    """Of every module the modules that it imports, itself left out."""
    return {name: {*imported(name, path, known)} - {name} for name, path in known.items()}


def circles(links: dict[str, set[str]]) -> set[frozenset[str]]:
    """The strongly connected components of more than one module (Tarjan, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    on_stack: set[str] = set()
    found = set()
    for root in links:
        work = [(root, iter(sorted(links[root])))] if root not in index else []
        while work:
            node, rest = work[-1]
            if node not in index:
                index[node] = low[node] = len(index)
                stack.append(node)
                on_stack.add(node)
            following = next(rest, None)
            if following is None:
                work.pop()
                if low[node] == index[node]:
                    at = stack.index(node)
                    component, stack = frozenset(stack[at:]), stack[:at]
                    on_stack -= component
                    found |= {component} if len(component) > 1 else set()
                if work:
                    above = work[-1][0]
                    low[above] = min(low[above], low[node])
            elif following not in index:
                work.append((following, iter(sorted(links[following]))))
            elif following in on_stack:
                low[node] = min(low[node], index[following])
    return found


def test_there_are_no_circles_but_the_known() -> None:
    found = circles(graph(files()))
    new = [" ".join(sorted(one)) for one in found - KNOWN_CIRCLES]
    gone = [" ".join(sorted(one)) for one in KNOWN_CIRCLES - found]
    assert not new, "circles of imports:\n" + "\n".join(new)
    assert not gone, "no circles any more; take them from KNOWN_CIRCLES:\n" + "\n".join(gone)


def test_few_entries_lie_directly_in_the_package() -> None:
    entries = [
        name
        for name in os.listdir(PACKAGE)
        if name not in ("__init__.py", "__main__.py")
        and (name.endswith(".py") or (PACKAGE / name / "__init__.py").is_file())
    ]
    assert len(entries) <= MOST_ENTRIES, sorted(entries)


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        ({"a": {"b"}, "b": {"c"}, "c": set()}, []),
        ({"a": {"b"}, "b": {"a"}}, ["ab"]),
        ({"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": {"e"}, "e": {"d"}, "f": {"a"}}, ["abc", "de"]),
        ({"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": set()}, []),
        ({"a": {"b"}, "b": {"c", "d"}, "c": {"b"}, "d": {"a"}}, ["abcd"]),
    ],
)  # fmt: skip
def test_circles_are_found(links: dict[str, set[str]], expected: list[str]) -> None:
    assert circles(links) == {frozenset(one) for one in expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import copydesk.model.findings", {"copydesk.model.findings"}),
        ("from copydesk.model import findings, Span", {"copydesk.model.findings"}),
        ("from copydesk import pattern, nothing", {"copydesk"}),
        ("from copydesk import __version__", {"copydesk"}),
        ("from copydesk.model.findings import Span", {"copydesk.model.findings"}),
        (
            "from .model import findings\nfrom .model.findings import Span",
            {"copydesk.model.findings"},
        ),
        ("def f():\n    from copydesk.model.findings import Span", {"copydesk.model.findings"}),
        (
            "if TYPE_CHECKING:\n    from copydesk.model.findings import Span",
            {"copydesk.model.findings"},
        ),
        ("import os\nfrom lint_rules import hooks", set()),
    ],
)
def test_imports_are_read(text: str, expected: set[str], tmp_path: Path) -> None:
    path = tmp_path / "module.py"
    path.write_text(text)
    known = {"copydesk": PACKAGE, "copydesk.model.findings": PACKAGE}
    assert {*imported("copydesk.module", path, known)} == expected
