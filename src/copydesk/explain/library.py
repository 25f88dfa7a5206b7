"""Collects everything about a rule, for ``explain``, the documentation and SARIF."""

from __future__ import annotations

import os

from copydesk.explain.page import FIXES, RulePage, Term
from copydesk.registry.contributions import RULES_PACKAGE
from copydesk.registry.loader import BUILT_IN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.registry.registry import Registry
    from copydesk.report.story import RuleHelp
    from copydesk.rules.info import RuleInfo
    from copydesk.rules.rule import Rule


class Library:
    """The pages of a registry's rules; each pack is read once.

    Args:
        registry: the registry with the rules.
    """

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._terms: dict[str, list[Term]] = {}
        self._reasons: dict[str, tuple[str, str, bool]] = {}
        self._read_packs()

    def _read_packs(self) -> None:
        from copydesk.terms.pack import read_pack

        for file in self._registry.pack_files:
            pack = read_pack(file.path, file.content.decode("utf-8-sig"))
            own = f"{os.sep}{RULES_PACKAGE}{os.sep}" in file.file
            if pack.header is not None:
                self._reasons[pack.header.id] = (pack.header.why, pack.header.source, own)
            for entry, good, bad in zip(pack.entries, pack.good, pack.bad, strict=True):
                self._terms.setdefault(entry.rule, []).append(Term(entry, good, bad))

    def page(self, name: str) -> RulePage:
        """The page of a rule.

        Raises:
            KeyError: unknown rule.
        """
        rule = self._registry.rules[name]
        terms = tuple(self._terms.get(name, ()))
        kind = rule.rule_class()
        reason, source, own = self._reasons.get(name, ("", "", False))
        if kind is not None:
            reason, source, own = kind.reason(), kind.source, rule.plugin in BUILT_IN
        default = kind.default if kind is not None and rule.extra else rule.default
        return RulePage(
            rule.id, rule.severity, default, rule.summary, reason, source,
            kind.examples if kind is not None else (), rule.options, terms,
            self._fix(kind, terms), own, rule.unavailable, rule.preview, rule.version,
        )  # fmt: skip

    def pages(self) -> Iterator[RulePage]:
        """The pages of all rules, by id."""
        return map(self.page, self._registry.rules)

    def _fix(self, kind: type[Rule] | None, terms: Iterable[Term]) -> str:
        """The best kind of fix in the rule's examples and entries."""
        from copydesk.rules.rule import Rule
        from copydesk.testing.rule_examples import fixes_of

        found: set[str] = set()
        if kind is None or kind.judge is Rule.judge:  # every match of an entry is a finding
            found |= {term.entry.fix for term in terms if term.entry.use is not None}
        if kind is not None:
            found |= fixes_of(kind, self._registry.table)
        return next((name for name in FIXES if name in found), "none")


def explanation(registry: Registry, name: str) -> str:
    """The page of a rule, as plain text.

    Raises:
        KeyError: unknown rule.
    """
    from copydesk.explain.text import as_text

    return as_text(Library(registry).page(name))


def rulebook(registry: Registry, names: Iterable[str]) -> tuple[RuleHelp, ...]:
    """Help on rules, by id, for formats that include it; unknown rules are left out."""
    from copydesk.explain.markdown import as_markdown
    from copydesk.explain.text import as_text
    from copydesk.report.story import RuleHelp

    known: dict[str, RuleInfo] = registry.rules
    library = Library(registry)
    pages = [library.page(name) for name in sorted(set(names)) if name in known]
    return tuple(
        RuleHelp(
            page.id, page.severity, page.summary, as_text(page), as_markdown(page), page.default,
            page.own,
        )
        for page in pages
    )  # fmt: skip
