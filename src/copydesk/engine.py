"""The pure heart: a document and a set of rules in, findings out."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from copydesk.terms.hits import Scope
from copydesk.values import Finding, Problem, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from copydesk.catalogue import RuleInfo
    from copydesk.document import Document
    from copydesk.facts import Facts
    from copydesk.rule import Rule
    from copydesk.terms.table import TermTable

_NONE: Mapping[str, Severity] = MappingProxyType({})
TITLES = "@titles"  # among a rule's triggers: the titles in the newsroom's own facts, too


class LazyRule:
    """A rule that is imported and set up when a draft holds one of its triggers."""

    __slots__ = ("_load", "_rule", "id", "triggers")

    def __init__(self, name: str, triggers: tuple[str, ...], load: Callable[[], Rule]) -> None:
        self.id = name
        self.triggers = triggers
        self._load = load
        self._rule: Rule | None = None

    @classmethod
    def of(
        cls,
        info: RuleInfo,
        settings: Mapping[str, object] | None = None,
        facts: Facts | None = None,
        titles: tuple[str, ...] = (),
    ) -> LazyRule:
        """The rule that the catalogue describes, with its options set.

        ``facts`` are those of the run; ``titles`` are triggers that the newsroom's
        own facts add to a rule about titles.
        """

        def load() -> Rule:
            kind = info.rule_class()
            assert kind is not None
            rule = kind(settings)
            rule.use_facts(facts)
            return rule

        return cls(info.id, with_titles(info.triggers, titles), load)

    @classmethod
    def ready(cls, rule: Rule) -> LazyRule:
        """A rule that is already there."""
        return cls(rule.id, with_titles(rule.triggers, ()), lambda: rule)

    @property
    def rule(self) -> Rule:
        """The rule itself."""
        if self._rule is None:
            self._rule = self._load()
        return self._rule


def with_titles(triggers: tuple[str, ...], titles: tuple[str, ...]) -> tuple[str, ...]:
    """A rule's triggers, with the newsroom's own titles where the rule is about titles."""
    if TITLES not in triggers:
        return triggers
    return (*(one for one in triggers if one != TITLES), *titles)


class RuleSet(NamedTuple):
    """The rules of a run.

    Attributes:
        rules: rules written in Python, configured, sorted by id.
        severities: of every rule that was selected, term rules among them.
        forced: severities that the config sets, over all that a rule says.
        table: the compiled terms.
        styles: the house styles that were chosen.
        languages: by rule, the languages of copy that it understands.
        known: the ids of all rules there are, selected or not.
    """

    rules: tuple[LazyRule, ...] = ()
    severities: Mapping[str, Severity] = _NONE
    forced: Mapping[str, Severity] = _NONE
    table: TermTable | None = None
    styles: frozenset[str] = frozenset()
    languages: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    known: frozenset[str] = frozenset()


class Checked(NamedTuple):
    """What a check gives: findings in source coordinates, in order, and problems.

    ``prose`` holds, for each finding, its span in the document's text; None for
    one that is not about the prose. ``held`` counts the findings that overrides
    held back; ``skipped`` names the language of the copy where rules were left
    out because of it.
    """

    findings: tuple[Finding, ...] = ()
    prose: tuple[Span | None, ...] = ()
    problems: tuple[Problem, ...] = ()
    held: int = 0
    skipped: str = ""


def check(doc: Document, rules: RuleSet) -> Checked:
    """Check one document. Pure: no file, no clock, no state.

    A rule that raises is reported by name; the others go on.
    """
    try:
        problems = [Problem(message, doc.path) for message in doc.parsed.problems]
    except Exception as error:
        return Checked(problems=(Problem(f"cannot be read: {told(error)}", doc.path),))
    severities = _understood(doc, rules)
    found: list[Finding] = []
    for rule in rules.rules:
        if rule.id in severities and _may_find(rule, doc):
            found += _run(rule, doc, problems)
    if rules.table is not None:
        found += _run_terms(doc, rules, severities, problems)
    found = [_forced(finding, rules.forced) for finding in found]
    skipped = doc.language if len(severities) < len(rules.severities) else ""
    if not found and not doc.comments:
        return Checked(problems=tuple(problems), skipped=skipped)
    return _settled(doc, found, rules, frozenset(severities), problems)._replace(skipped=skipped)


def _settled(
    doc: Document,
    found: list[Finding],
    rules: RuleSet,
    active: frozenset[str],
    problems: list[Problem],
) -> Checked:
    """Apply the overrides, map every span to the source, and sort."""
    from copydesk import stet
    from copydesk.edge import located

    kept = stet.apply(doc, found, rules.known, active)
    placed: dict[Finding, Span | None] = {}
    for finding in kept.findings:
        placed.setdefault(located(finding, doc), finding.span)
    for finding in kept.own:
        placed.setdefault(_forced(finding, rules.forced), None)
    findings = tuple(sorted(placed, key=lambda finding: finding.order))
    prose = tuple(placed[finding] for finding in findings)
    return Checked(findings, prose, tuple(problems), kept.held)


def _understood(doc: Document, rules: RuleSet) -> Mapping[str, Severity]:
    """The selected rules that understand the document's language."""
    language = doc.language.partition("-")[0]
    if language == "en":
        return rules.severities
    return {
        rule: severity
        for rule, severity in rules.severities.items()
        if language in rules.languages.get(rule, ()) or "*" in rules.languages.get(rule, ())
    }


def _may_find(rule: LazyRule, doc: Document) -> bool:
    return not rule.triggers or doc.words.any_of(rule.triggers)


def _run(rule: LazyRule, doc: Document, problems: list[Problem]) -> Iterable[Finding]:
    from copydesk.rule import findings as findings_of

    found: list[Finding] = []
    try:
        found.extend(findings_of(rule.rule, doc))
    except (Exception, SystemExit) as error:
        problems.append(Problem(f"the rule crashed: {told(error)}", doc.path, rule.id))
    return found


def _run_terms(
    doc: Document,
    rules: RuleSet,
    severities: Mapping[str, Severity],
    problems: list[Problem],
) -> list[Finding]:
    assert rules.table is not None
    from copydesk.terms.match import find_terms

    try:
        found, late = find_terms(doc, rules.table, Scope(severities, rules.styles))
    except Exception as error:
        problems.append(Problem(f"the term matcher crashed: {told(error)}", doc.path))
        return []
    problems += late
    return found


def told(error: BaseException) -> str:
    """An exception in one line, with the place that raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = ""
    if trace is not None:
        file = trace.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
        where = f" ({file}, line {trace.tb_lineno})"
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}{where}" if text else f"{type(error).__name__}{where}"


def _forced(finding: Finding, forced: Mapping[str, Severity]) -> Finding:
    severity = forced.get(finding.rule)
    return finding if severity is None else finding._replace(severity=severity)
