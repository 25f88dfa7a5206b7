"""The description of a rule, whether it is written in Python or in TOML."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copydesk.model.findings import Severity
    from copydesk.rules.rule import Option, Rule

_MOST_WORDS = 80  # in a word list; looking for more takes longer than calling the rule


class RuleInfo(ValueTuple):
    """The description of a rule, whether it is written in Python or in TOML.

    ``home`` is ``module:class``, empty for a rule that consists of pack entries
    only. ``plugin`` is the plugin that contributed it. ``option_rows`` are the
    fields of its options; ``parts`` the check methods that it overrides. ``extra``
    is the optional extra that it needs; ``unavailable`` says what is not installed.
    """

    id: str
    severity: Severity
    summary: str
    default: bool
    languages: tuple[str, ...]
    triggers: tuple[str, ...] = ()
    option_rows: tuple[tuple[Any, ...], ...] = ()
    plugin: str = ""
    home: str = ""
    parts: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    extra: str = ""
    unavailable: str = ""
    styled: tuple[str, ...] = ()
    preview: bool = False
    version: int = 1
    furniture: bool = False
    accepts: bool = False
    loaded: type[Rule] | None = None

    @classmethod
    def of(cls, kind: type[Rule], plugin: str = "") -> RuleInfo:
        """Describe a rule written in Python."""
        from copydesk.rules.parts import parts_of

        unavailable = _unavailable(kind)
        return cls(
            kind.id,
            kind.severity,
            kind.summary(),
            kind.default and not unavailable,
            tuple(kind.languages),
            triggers_of(kind),
            tuple(tuple(option) for option in kind.options),
            plugin,
            f"{kind.__module__}:{kind.__qualname__}",
            parts_of(kind),
            tuple(kind.terms),
            tuple(kind.yields_to),
            kind.extra,
            unavailable,
            tuple(kind.styled),
            kind.preview,
            kind.version,
            kind.furniture,
            kind.accepts,
            kind,
        )

    @property
    def options(self) -> tuple[Option, ...]:
        """The rule's options."""
        from copydesk.rules.rule import Option

        return tuple(Option(*row) for row in self.option_rows)

    def rule_class(self) -> type[Rule] | None:
        """Get the rule's class, importing it if necessary; None for a rule of terms only."""
        if self.loaded is not None or not self.home:
            return self.loaded
        from importlib import import_module

        module, _, name = self.home.partition(":")
        found: type[Rule] = getattr(import_module(module), name)
        return found


def triggers_of(kind: type[Rule]) -> tuple[str, ...]:
    """A rule's triggers: those that it declares, even if empty, else the anchors of its scans.

    Empty, so that the rule runs on every draft, if a scan searches the source, if it is
    anchored at capitals, figures or the edges of slots, or if it has too many words.
    """
    from copydesk.document.words import plain
    from copydesk.rules.rule import Rule

    if any("triggers" in vars(one) for one in kind.__mro__ if one is not Rule):
        return tuple(kind.triggers)
    found: dict[str, None] = {}
    for one in kind.scans:
        for anchor in one.at:
            if isinstance(anchor, str) and not one.in_source:
                found[plain(anchor)] = None  # the form in which triggers are looked up
            elif isinstance(anchor, frozenset) and len(anchor) <= _MOST_WORDS:
                found.update(dict.fromkeys(sorted(anchor)))
            else:
                return ()
    return tuple(found)


def _unavailable(kind: type[Rule]) -> str:
    """What must be installed for a rule to run, and how; empty if nothing is missing."""
    from importlib.util import find_spec

    missing = [module for module in kind.modules if find_spec(module) is None]
    if not missing:
        return ""
    extra = f"; pip install 'copydesk[{kind.extra}]'" if kind.extra else ""
    return f"not installed: {', '.join(missing)}{extra}"
