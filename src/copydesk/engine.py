"""The pure heart: a document and a set of rules in, findings out."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from copydesk.style import NO_STYLE, Style
from copydesk.terms.hits import Hits, Scope
from copydesk.values import Finding, Problem, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from copydesk.across import Sighting
    from copydesk.catalogue import RuleInfo
    from copydesk.document import Document
    from copydesk.facts import Facts
    from copydesk.rule import Rule
    from copydesk.terms.hits import Hit
    from copydesk.terms.table import TermTable

_NONE: Mapping[str, Severity] = MappingProxyType({})
TITLES = "@titles"  # among a rule's triggers: the titles in the newsroom's own facts, too


class LazyRule:
    """A rule that is imported and set up when a draft holds one of its triggers."""

    __slots__ = ("_load", "_rule", "id", "parts", "terms", "triggers", "yields_to")

    def __init__(self, info: RuleInfo, load: Callable[[], Rule]) -> None:
        self.id = info.id
        self.triggers = with_titles(info.triggers, ())
        self.parts = info.parts
        self.yields_to = info.yields_to
        judges = "judge" in info.parts or "sight" in info.parts
        self.terms = (info.terms or (info.id,)) if judges else ()
        self._load = load
        self._rule: Rule | None = None

    @classmethod
    def of(
        cls,
        info: RuleInfo,
        settings: Mapping[str, object] | None = None,
        style: Style = NO_STYLE,
        facts: Callable[[], Facts] | None = None,
        titles: tuple[str, ...] = (),
    ) -> LazyRule:
        """The rule that the catalogue describes, with its options, style and facts set.

        ``titles`` are triggers that the newsroom's own facts add to a rule about titles.
        """

        def load() -> Rule:
            kind = info.rule_class()
            assert kind is not None
            rule = kind(settings, style)
            if facts is not None:
                rule.use_facts(facts)
            return rule

        return cls(info._replace(triggers=with_titles(info.triggers, titles)), load)

    @classmethod
    def ready(cls, rule: Rule) -> LazyRule:
        """A rule that is already there."""
        from copydesk.catalogue import RuleInfo

        return cls(RuleInfo.of(type(rule)), lambda: rule)

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
    out because of it. ``sightings`` are in coordinates of the text.
    """

    findings: tuple[Finding, ...] = ()
    prose: tuple[Span | None, ...] = ()
    problems: tuple[Problem, ...] = ()
    held: int = 0
    skipped: str = ""
    sightings: tuple[Sighting, ...] = ()


def check(doc: Document, rules: RuleSet, alone: bool = False) -> Checked:
    """Check one document. Pure: no file, no clock, no state.

    A rule that raises is reported by name; the others go on.

    Args:
        doc: the document.
        rules: what runs.
        alone: whether no other draft is there to be compared with, so that
            nothing need be sighted.
    """
    try:
        problems = [Problem(message, doc.path) for message in doc.parsed.problems]
    except Exception as error:
        return Checked(problems=(Problem(f"cannot be read: {told(error)}", doc.path),))
    severities = _understood(doc, rules)
    if alone:
        rules = rules._replace(rules=tuple(one for one in rules.rules if one.parts != ("sight",)))
    run = Run(doc, rules, severities, problems)
    run.all()
    skipped = doc.language if len(severities) < len(rules.severities) else ""
    if not run.found and not run.in_source and not run.sightings and not doc.comments:
        return Checked(problems=tuple(problems), skipped=skipped)
    from copydesk.settle import settled

    return settled(run)._replace(skipped=skipped)


class Run:
    """One document under one set of rules, and what is found in it."""

    def __init__(
        self,
        doc: Document,
        rules: RuleSet,
        severities: Mapping[str, Severity],
        problems: list[Problem],
    ) -> None:
        self.doc = doc
        self.rules = rules
        self.severities = severities
        self.problems = problems
        self.found: list[Finding] = []
        self.in_source: list[Finding] = []
        self.sightings: list[Sighting] = []
        self._judged: Mapping[str, list[Hit]] = {}
        self._scope = Scope(severities, rules.styles, self._judging())

    def all(self) -> None:
        """Run the terms and every rule."""
        if self.rules.table is not None:
            self._run_terms(self.rules.table)
        for rule in self.rules.rules:
            if rule.id in self.severities:
                self._run(rule)

    def forced(self, finding: Finding) -> Finding:
        """The finding with the severity that the config sets."""
        severity = self.rules.forced.get(finding.rule)
        return finding if severity is None else finding._replace(severity=severity)

    def _judging(self) -> frozenset[str]:
        return frozenset(
            name for rule in self.rules.rules if rule.id in self.severities for name in rule.terms
        )

    def _run_terms(self, table: TermTable) -> None:
        from copydesk.terms.match import find_terms

        try:
            terms = find_terms(self.doc, table, self._scope)
        except Exception as error:
            told_it = f"the term matcher crashed: {told(error)}"
            self.problems.append(Problem(told_it, self.doc.path))
            return
        self.found += terms.findings
        self.problems += terms.problems
        self._judged = terms.judged

    def _run(self, rule: LazyRule) -> None:
        hits = [hit for name in rule.terms for hit in self._judged.get(name, ())]
        may_find = not rule.triggers or self.doc.words.any_of(rule.triggers)
        if not hits and (not may_find or rule.parts == ("judge",)):
            return
        try:
            self._run_parts(rule, hits, may_find)
        except (Exception, SystemExit) as error:
            self.problems.append(
                Problem(f"the rule crashed: {told(error)}", self.doc.path, rule.id)
            )

    def _run_parts(self, rule: LazyRule, hits: list[Hit], may_find: bool) -> None:
        checked = _checker()
        doc, parts = self.doc, rule.parts
        if may_find and "check" in parts:
            self.found += checked(rule.rule.check(doc), len(doc.text))
        if may_find and "check_source" in parts:
            self.in_source += checked(rule.rule.check_source(doc), len(doc.source))
        if not hits and "sight" not in parts:
            return
        day = doc.date.day.isoformat()
        given = Hits(hits, self.rules.table, self._scope, day)
        if hits and "judge" in parts:
            self.found += checked(rule.rule.judge(doc, given), len(doc.text))
        if "sight" in parts and (hits or may_find):
            self.sightings += rule.rule.sight(doc, given)


@cache
def _checker() -> Callable[[Iterable[Finding], int], Iterator[Finding]]:
    """The check of what rules give; imported when the first rule has a say."""
    from copydesk.rule import checked

    return checked


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
