"""A rule as it is listed, whether written in Python or in TOML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from copydesk.model.findings import Severity
    from copydesk.rules.rule import Option, Rule

_MOST_WORDS = 80  # of a class: to look for more takes longer than to call the rule


class RuleInfo(NamedTuple):
    """A rule as it is listed, whether written in Python or in TOML.

    ``home`` is ``module:class``, empty for a rule that lives in term packs
    alone. ``plugin`` says who gave it. ``option_rows`` are the fields of its
    options; ``parts`` the methods by which it finds faults. ``extra`` is the
    optional extra that it needs; ``unavailable`` says what is missing of it.
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
    loaded: type[Rule] | None = None

    @classmethod
    def of(cls, kind: type[Rule], plugin: str = "") -> RuleInfo:
        """A rule written in Python, as its class says."""
        from copydesk.rules.rule import parts_of

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
            kind,
        )

    @property
    def options(self) -> tuple[Option, ...]:
        """The rule's options."""
        from copydesk.rules.rule import Option

        return tuple(Option(*row) for row in self.option_rows)

    def rule_class(self) -> type[Rule] | None:
        """The rule's class, imported now if it has not been; None for terms."""
        if self.loaded is not None or not self.home:
            return self.loaded
        from importlib import import_module

        module, _, name = self.home.partition(":")
        found: type[Rule] = getattr(import_module(module), name)
        return found


def triggers_of(kind: type[Rule]) -> tuple[str, ...]:
    """A rule's triggers: those that it states (none, too), else the anchors of its scans.

    None, so that the rule runs on every draft, where one of the scans looks in the source, at
    capitals, figures or edges of slots, or at more than a few words.
    """
    from copydesk.document.words import plain
    from copydesk.rules.rule import Rule

    if any("triggers" in vars(one) for one in kind.__mro__ if one is not Rule):
        return tuple(kind.triggers)
    found: dict[str, None] = {}
    for one in kind.scans:
        for anchor in one.at:
            if isinstance(anchor, str) and not one.in_source:
                found[plain(anchor)] = None  # in the form in which triggers are looked up
            elif isinstance(anchor, frozenset) and len(anchor) <= _MOST_WORDS:
                found.update(dict.fromkeys(sorted(anchor)))
            else:
                return ()
    return tuple(found)


def _unavailable(kind: type[Rule]) -> str:
    """What a rule lacks to run, and how to get it; empty if nothing."""
    from importlib.util import find_spec

    missing = [module for module in kind.modules if find_spec(module) is None]
    if not missing:
        return ""
    extra = f"; pip install 'copydesk[{kind.extra}]'" if kind.extra else ""
    return f"not installed: {', '.join(missing)}{extra}"
