"""Plugins that are installed for a test: outside of the folder at hand, as a wheel would be."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from site import getsitepackages

import pytest

Install = Callable[..., Path]
RULE = '''
from copydesk import Rule, Severity, hookimpl

class Ferry(Rule):
    """No ferries."""

    id = "ferry/none"
    severity = Severity.FIX
    triggers = ("ferry",)
    examples = ()

    def check(self, doc):
        yield self.find((0, 1), "A ferry.")

@hookimpl
def copydesk_rules():
    return [Ferry]
'''


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that packages are installed into; the folder at hand is another."""
    (tmp_path / "site").mkdir()
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    return tmp_path / "site"


@pytest.fixture
def install(site: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """``install(name, code)``: a distribution with our entry point, its module in one file.

    ``record``: whether a wheel installed it, so that there is a RECORD.
    """
    names: set[str] = set()
    monkeypatch.syspath_prepend(str(site))
    others = getsitepackages()
    monkeypatch.setattr("site.getsitepackages", lambda: [str(site), *others])

    def installed(name: str, code: str = RULE, record: bool = True) -> Path:
        info = site / f"{name}-1.0.dist-info"
        info.mkdir(exist_ok=True)
        (info / "entry_points.txt").write_text(f"[copydesk]\nx = {name}\n")
        module = site / f"{name}.py"
        module.write_text(code)
        if record:
            (info / "RECORD").write_text(f"{name}.py,sha256={hash(code)},{len(code)}\n")
        names.add(name)
        return module

    yield installed
    for name in names:
        sys.modules.pop(name, None)
