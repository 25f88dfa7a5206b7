"""Hooks are called through pluggy: order, wrappers, and who is to blame."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pluggy
import pytest

from copydesk import hookimpl
from copydesk.hooks import hookspecs
from copydesk.model.errors import PluginError
from copydesk.registry.entry_points import EntryPoint
from copydesk.registry.loader import Plugins

Gather = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def gather(monkeypatch: pytest.MonkeyPatch) -> Gather:
    """What plugins, each a function called ``copydesk_terms`` or several, give for that hook."""

    def gathered(**plugins: Any) -> list[tuple[str, str]]:
        entries = []
        for name, functions in plugins.items():
            module = ModuleType(f"house_{name}")
            for number, one in enumerate(functions if isinstance(functions, list) else [functions]):
                setattr(module, "copydesk_terms" if not number else f"more_{number}", one)
            monkeypatch.setitem(sys.modules, module.__name__, module)
            entries.append(EntryPoint("x", module.__name__, name))
        found = Plugins(builtin=(), installed=entries).gather("copydesk_terms")
        return [(one.plugin.partition(" ")[0], one.thing) for one in found]

    return gathered


def gives(*things: str, **options: Any) -> Callable[[], list[str]]:
    @hookimpl(**options)
    def copydesk_terms() -> list[str]:
        return list(things)

    return copydesk_terms


def test_first_and_last_ones_go_before_names(gather: Gather) -> None:
    found = gather(
        a=gives("a", trylast=True), b=gives("b"), c=gives("c", trylast=True), d=gives("d"),
        y=gives("y", tryfirst=True), z=gives("z", tryfirst=True),
    )  # fmt: skip
    assert [one for one, _ in found] == ["y", "z", "b", "d", "a", "c"]


def test_a_wrapper_sees_what_each_plugin_gives_and_may_change_it(gather: Gather) -> None:
    seen = []

    @hookimpl(wrapper=True)
    def wrap() -> Iterator[None]:
        results: Any = yield
        seen.append(results)
        return [[f"{one}!" for one in results[0]]]  # type: ignore[return-value]

    found = gather(a=gives("1", "2"), m=wrap, z=gives("3"))
    assert seen == [[["1", "2"]], [["3"]]]
    assert found == [("a", "1!"), ("a", "2!"), ("z", "3!")]


def test_a_wrapper_of_the_old_style_works_too(gather: Gather) -> None:
    @hookimpl(hookwrapper=True)
    def wrap() -> Iterator[None]:
        outcome: Any = yield
        outcome.force_result([*outcome.get_result(), ["more"]])

    assert gather(a=gives("1"), m=wrap) == [("a", "1"), ("a", "more")]


def test_wrappers_nest(gather: Gather) -> None:
    def marks(mark: str, **options: Any) -> Any:
        @hookimpl(wrapper=True, **options)
        def wrap() -> Iterator[None]:
            results: Any = yield
            return [[one + mark for one in results[0]]]  # type: ignore[return-value]

        return wrap

    found = gather(
        a=marks("a", tryfirst=True), b=marks("b"), c=marks("c", trylast=True), d=gives("")
    )
    assert found == [("d", "cba")]


def test_one_plugin_may_give_twice_and_wrap(gather: Gather) -> None:
    @hookimpl(wrapper=True, specname="copydesk_terms")
    def wrap() -> Iterator[None]:
        results: Any = yield
        return [[one.upper() for one in results[0]]]  # type: ignore[return-value]

    twice = [gives("a"), gives("b", specname="copydesk_terms"), wrap]
    assert gather(m=twice, z=gives("c")) == [("m", "A"), ("m", "B"), ("z", "C")]


def test_who_fails_is_blamed_not_who_was_asked(gather: Gather) -> None:
    @hookimpl(wrapper=True)
    def wrap() -> Iterator[None]:
        yield
        raise OSError("gone")

    @hookimpl(wrapper=True)
    def passes_on() -> Iterator[None]:
        return (yield)

    @hookimpl
    def fails() -> Iterator[str]:
        yield "one"
        raise OSError("torn")

    with pytest.raises(PluginError, match=r"plugin m \[x\]: copydesk_terms failed: OSError: gone"):
        gather(a=gives("1"), m=wrap)
    with pytest.raises(PluginError, match=r"plugin a \[x\]: copydesk_terms failed: OSError: torn"):
        gather(a=fails, m=passes_on)
    with pytest.raises(PluginError, match=r"plugin a \[x\]: copydesk_terms failed: OSError: torn"):
        gather(a=lambda_of(fails), m=passes_on)


def lambda_of(fails: Any) -> Any:
    """A plugin that fails at once, inside a wrapper."""

    @hookimpl
    def copydesk_terms() -> list[str]:
        return list(fails())

    return copydesk_terms


def test_our_mark_is_that_of_pluggy() -> None:
    options = {"wrapper": True, "trylast": True, "specname": "copydesk_rules"}
    theirs, ours = (mark(**options)(lambda: None) for mark in
                    (pluggy.HookimplMarker("copydesk"), hookimpl))  # fmt: skip
    plain = pluggy.HookimplMarker("copydesk")(lambda: None)
    assert ours.copydesk_impl == theirs.copydesk_impl
    assert hookimpl(lambda: None).copydesk_impl == plain.copydesk_impl


@pytest.mark.parametrize(
    ("version", "said"),
    [
        (hookspecs.HOOK_VERSION, ""),
        (hookspecs.HOOK_VERSION + 1, r"needs hook version 2, and this copydesk has 1: update"),
        ("1", "is a whole number"),
        (0, "is a whole number"),
    ],
)
def test_a_plugin_says_which_hooks_it_was_built_for(
    monkeypatch: pytest.MonkeyPatch, version: Any, said: str
) -> None:
    module = ModuleType("house_new")
    vars(module).update(copydesk_hook_version=version, copydesk_terms=gives("a"))
    monkeypatch.setitem(sys.modules, "house_new", module)
    entry = [EntryPoint("x", "house_new", "new")]
    if said:
        with pytest.raises(PluginError, match=said):
            Plugins(builtin=(), installed=entry)
    else:
        assert Plugins(builtin=(), installed=entry).names() == ["new [x]"]
