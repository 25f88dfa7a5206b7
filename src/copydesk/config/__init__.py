"""The content of config files: rule selections, overrides, profiles."""

from __future__ import annotations

import copyreg
from types import MappingProxyType

from copydesk.files.tree import WORKING_TREE
from copydesk.model.findings import Severity
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from copydesk.files.tree import Tree

LIMITS = ("grade", "fog", "sentence", "minutes")  # of [readability]
LEVELS = ("stop", "fix", "style", "ask", "never")
_NOTHING: Mapping[str, Any] = MappingProxyType({})


def _frozen(items: dict[Any, Any]) -> Mapping[Any, Any]:
    return MappingProxyType(items)


def _unfrozen(mapping: MappingProxyType[Any, Any]) -> tuple[Any, ...]:
    return _frozen, (dict(mapping),)  # pickle cannot find its type by name


copyreg.pickle(MappingProxyType, _unfrozen)  # so that settings can be sent to worker processes


class RuleSelection(ValueTuple):
    """Which rules run, with their severities and options.

    ``limits`` are those of ``copydesk readability``; ``preview`` is whether rules in
    preview take part, None where nothing is said.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = _NOTHING
    options: Mapping[str, Mapping[str, Any]] = _NOTHING
    style: str = ""
    limits: Mapping[str, float] = _NOTHING
    preview: bool | None = None

    def over(self, base: RuleSelection) -> RuleSelection:
        """This selection merged over another: its own settings win.

        One that says which rules run says so alone: what the other adds or leaves out is
        dropped.
        """
        options = {name: dict(values) for name, values in base.options.items()}
        for name, values in self.options.items():
            options.setdefault(name, {}).update(values)
        return RuleSelection(
            base.select if self.select is None else self.select,
            (base.extend_select if self.select is None else ()) + self.extend_select,
            (base.ignore if self.select is None else ()) + self.ignore,
            {**base.severity, **self.severity},
            options,
            self.style or base.style,
            {**base.limits, **self.limits},
            base.preview if self.preview is None else self.preview,
        )


class PathOverride(ValueTuple):
    """A selection for some paths: gitignore-style patterns, relative to the config's folder.

    ``file`` and ``number`` identify the override and its config file.
    """

    paths: tuple[str, ...]
    choice: RuleSelection
    root: str
    file: str
    number: int


class Profile(ValueTuple):
    """Named settings: a selection, the lowest severity that fails, and ``--final``."""

    choice: RuleSelection = RuleSelection()
    fail_on: str = ""
    final: bool = False


PROFILES: Mapping[str, Profile] = MappingProxyType({"breaking": Profile(fail_on="stop")})


class Config(ValueTuple):
    """The settings in force.

    Attributes:
        files: the config files read, the nearest first.
        root: the folder of the nearest one; patterns are relative to it.
        choice: the rule selection for all drafts.
        overrides: selections for some paths, in order.
        terms: the newsroom's packs, as (path for messages, file).
        facts: the newsroom's tables of facts, likewise.
        exclude: patterns of paths to skip.
        origins: by key, the file that set it.
        stet: by rule, group or severity: how many names it takes to let a finding stand.
        plugins: the installed plugins that take part, by distribution; None for all.
        strict: whether anything that was not checked is a problem.
        waits: whether overrides that a change adds wait until it is merged.
        profiles: named settings.
        required: the range of versions that the nearest file requires; empty for any.
        tree: where the files were read from, and those that they name are to be.
        max_size: the largest draft that is checked, in megabytes.
        cache_size: the most that earlier results take up on disk, in megabytes.
        facts_pack: which packs of facts are accepted: ``sha256:DIGEST``, ``minisign:KEY``, or all.
        accept: the lists of words and names that the newsroom accepts, as ``terms``.
        fields: by role, the newsroom's own keys of that field in front matter and shortcodes.
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
    required: str = ""
    tree: Tree = WORKING_TREE
    waits: bool = False
    plugins: tuple[str, ...] | None = None
    max_size: int = 5
    strict: bool = False
    cache_size: int = 128
    facts_pack: str = ""
    accept: tuple[tuple[str, str], ...] = ()
    fields: Mapping[str, tuple[str, ...]] = _NOTHING


def severity_of(name: str) -> Severity | None:
    """The severity that ``--fail-on`` names; None for ``never``."""
    return None if name == "never" else Severity.named(name)
