"""Every example of docs/plugins.md is a plugin that works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from copydesk import hookimpl
from copydesk.hooks import hookspecs
from copydesk.registry.collect import collect
from copydesk.registry.entry_points import EntryPoint
from copydesk.registry.loader import HOOKS, Plugins
from tests.registry.conftest import Install

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "plugins.md").read_text("utf-8")
BLOCKS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def entry(install: Install, number: int) -> EntryPoint:
    name = f"docs_example_{number}"
    install(name, BLOCKS[number])
    return EntryPoint("x", name, name)


@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_an_example_is_a_plugin(install: Install, number: int) -> None:
    plugins = Plugins(installed=[entry(install, number)])
    assert collect(plugins).rules
    given = [
        one
        for hook in HOOKS
        for one in plugins.gather(hook)
        if one.plugin == f"docs_example_{number} [x]"
    ]
    assert given or "wrapper=True" in BLOCKS[number]
    for one in given:
        for load in ("load", "load_bytes", "load_writer"):
            if getattr(one.thing, load, None) is not None:
                assert callable(getattr(one.thing, load)())


def test_there_is_an_example_of_every_hook() -> None:
    assert set(HOOKS) == set(re.findall(r"^def (copydesk_\w+)\(\):$", "\n".join(BLOCKS), re.M))


def test_the_wrapper_leaves_out_what_it_says(install: Install) -> None:
    ferry = next(number for number, one in enumerate(BLOCKS) if "class NoFerry" in one)
    wrapper = next(number for number, one in enumerate(BLOCKS) if "wrapper=True" in one)
    entries = [entry(install, ferry)]
    assert "house/no-ferry" in {one.id for one in collect(Plugins(installed=entries)).rules}
    entries.append(entry(install, wrapper))
    assert "house/no-ferry" not in {one.id for one in collect(Plugins(installed=entries)).rules}


def test_the_page_tells_the_version_that_is() -> None:
    assert f"HOOK_VERSION` is {hookspecs.HOOK_VERSION}." in PAGE
    assert hookspecs.hookimpl is hookimpl
