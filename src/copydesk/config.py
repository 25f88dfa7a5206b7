"""The config file: ``copydesk.toml``, or ``[tool.copydesk]`` in pyproject.toml."""

from __future__ import annotations

import copyreg
import os
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from copydesk.values import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "copydesk.toml"
PYPROJECT = "pyproject.toml"
LEDGER = (".copydesk", "stet.toml")
LIMITS = ("grade", "fog", "sentence", "minutes")  # of [readability]
LEVELS = ("stop", "fix", "style", "ask", "never")
_NOTHING: Mapping[str, Any] = MappingProxyType({})


def _unfrozen(mapping: MappingProxyType[Any, Any]) -> tuple[Any, ...]:
    return MappingProxyType, (dict(mapping),)


copyreg.pickle(MappingProxyType, _unfrozen)  # so that settings can be sent to a process


class Choice(NamedTuple):
    """Which rules run, how grave they are and how they are set.

    ``limits`` are those of ``copydesk readability``.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = _NOTHING
    options: Mapping[str, Mapping[str, Any]] = _NOTHING
    style: str = ""
    limits: Mapping[str, float] = _NOTHING

    def over(self, base: Choice) -> Choice:
        """This choice laid over another: what it says wins, the rest stays."""
        options = {name: dict(values) for name, values in base.options.items()}
        for name, values in self.options.items():
            options.setdefault(name, {}).update(values)
        return Choice(
            base.select if self.select is None else self.select,
            base.extend_select + self.extend_select,
            base.ignore + self.ignore,
            {**base.severity, **self.severity},
            options,
            self.style or base.style,
            {**base.limits, **self.limits},
        )


class Override(NamedTuple):
    """A choice for some paths only: gitignore-style patterns from the config's folder.

    ``file`` and ``number`` tell which override of which config file it is.
    """

    paths: tuple[str, ...]
    choice: Choice
    root: str
    file: str
    number: int


class Profile(NamedTuple):
    """A named way to run: a choice, the least severity that fails, and ``--final``."""

    choice: Choice = Choice()
    fail_on: str = ""
    final: bool = False


PROFILES: Mapping[str, Profile] = MappingProxyType({"breaking": Profile(fail_on="stop")})


class Config(NamedTuple):
    """What is in force.

    Attributes:
        files: the config files read, the nearest first.
        root: the folder of the nearest; patterns are relative to it.
        choice: for all drafts.
        overrides: for some paths, in order.
        terms: the newsroom's packs: (shown, file).
        facts: the newsroom's tables of facts: (shown, file).
        exclude: patterns of paths that are not walked into.
        origins: which file set what, by key.
        stet: by rule, group or severity: how many names let a finding stand.
        profiles: named ways to run.
    """

    files: tuple[str, ...] = ()
    root: str = ""
    choice: Choice = Choice()
    overrides: tuple[Override, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    exclude: tuple[str, ...] = ()
    date: str = ""
    fail_on: str = "fix"
    encoding: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    origins: Mapping[str, str] = _NOTHING
    stet: Mapping[str, str] = _NOTHING
    profiles: Mapping[str, Profile] = _NOTHING

    def where(self, *keys: str, met: tuple[int, ...] = ()) -> str:
        """The file and line that set a key, for an error message.

        The overrides of the numbers ``met`` are looked into first.
        """
        from copydesk.config_file import line_of, shown

        for one in reversed(met):
            override = self.overrides[one]
            line = line_of(override.file, "override", override.number, *keys)
            if line:
                return line
        for file in self.files:
            line = line_of(file, *keys)
            if line:
                return line
        return shown(self.files[0]) if self.files else "the command line"


def find_config(folder: str) -> str | None:
    """The nearest config file upward from a folder.

    In one folder ``copydesk.toml`` comes before a pyproject.toml, which counts
    only if it has a table ``[tool.copydesk]``.
    """
    folder = os.path.abspath(folder)
    while True:
        own = os.path.join(folder, FILE)
        if os.path.isfile(own):
            return own
        shared = os.path.join(folder, PYPROJECT)
        if _has_table(shared):
            return shared
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


@lru_cache(maxsize=4096)
def find_ledger(folder: str) -> str | None:
    """The nearest stet ledger upward from a folder (absolute)."""
    own = os.path.join(folder, *LEDGER)
    if os.path.isfile(own):
        return own
    above = os.path.dirname(folder)
    return None if above == folder else find_ledger(above)


def load_config(path: str | None) -> Config:
    """Read a config file and those that it extends; without one, the defaults.

    Raises:
        DataError: a file cannot be read or breaks the schema; the message
            gives file, line and what was probably meant.
    """
    if path is None:
        return Config()
    from copydesk.config_file import read_config

    return read_config(os.path.abspath(path))


def _has_table(path: str) -> bool:
    try:
        with open(path, encoding="utf-8") as handle:
            return "[tool.copydesk" in handle.read()
    except (OSError, UnicodeDecodeError):
        return False


def severity_of(name: str) -> Severity | None:
    """The severity that ``--fail-on`` names; None for ``never``."""
    return None if name == "never" else Severity.named(name)
