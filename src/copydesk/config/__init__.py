"""The content of config files: choices, overrides, profiles."""

from __future__ import annotations

import copyreg
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from copydesk.model.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

LIMITS = ("grade", "fog", "sentence", "minutes")  # of [readability]
LEVELS = ("stop", "fix", "style", "ask", "never")
_NOTHING: Mapping[str, Any] = MappingProxyType({})


def _frozen(items: dict[Any, Any]) -> Mapping[Any, Any]:
    return MappingProxyType(items)


def _unfrozen(mapping: MappingProxyType[Any, Any]) -> tuple[Any, ...]:
    return _frozen, (dict(mapping),)  # its type has no name by which pickle would find it


copyreg.pickle(MappingProxyType, _unfrozen)  # so that settings can be sent to a process


class RuleSelection(NamedTuple):
    """Which rules run, with their severities and options.

    ``limits`` are those of ``copydesk readability``.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = _NOTHING
    options: Mapping[str, Mapping[str, Any]] = _NOTHING
    style: str = ""
    limits: Mapping[str, float] = _NOTHING

    def over(self, base: RuleSelection) -> RuleSelection:
        """This choice over another: its own settings win."""
        options = {name: dict(values) for name, values in base.options.items()}
        for name, values in self.options.items():
            options.setdefault(name, {}).update(values)
        return RuleSelection(
            base.select if self.select is None else self.select,
            base.extend_select + self.extend_select,
            base.ignore + self.ignore,
            {**base.severity, **self.severity},
            options,
            self.style or base.style,
            {**base.limits, **self.limits},
        )


class PathOverride(NamedTuple):
    """A choice for some paths only: gitignore-style patterns from the config's folder.

    ``file`` and ``number`` identify the override and its config file.
    """

    paths: tuple[str, ...]
    choice: RuleSelection
    root: str
    file: str
    number: int


class Profile(NamedTuple):
    """Named settings: a choice, the lowest severity that fails, and ``--final``."""

    choice: RuleSelection = RuleSelection()
    fail_on: str = ""
    final: bool = False


PROFILES: Mapping[str, Profile] = MappingProxyType({"breaking": Profile(fail_on="stop")})


class Config(NamedTuple):
    """The settings in force.

    Attributes:
        files: the config files read, the nearest first.
        root: the folder of the nearest; patterns are relative to it.
        choice: for all drafts.
        overrides: for some paths, in order.
        terms: the newsroom's packs: (shown, file).
        facts: the newsroom's tables of facts: (shown, file).
        exclude: patterns of paths to skip.
        origins: which file set what, by key.
        stet: by rule, group or severity: how many names it takes to let a finding stand.
        profiles: named settings.
    """

    files: tuple[str, ...] = ()
    root: str = ""
    choice: RuleSelection = RuleSelection()
    overrides: tuple[PathOverride, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()
    exclude: tuple[str, ...] = ()
    date: str = ""
    fail_on: str = "fix"
    encoding: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    origins: Mapping[str, str] = _NOTHING
    stet: Mapping[str, str] = _NOTHING
    profiles: Mapping[str, Profile] = _NOTHING


def severity_of(name: str) -> Severity | None:
    """The severity that ``--fail-on`` names; None for ``never``."""
    return None if name == "never" else Severity.named(name)
