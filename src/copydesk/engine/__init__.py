"""The engine: runs rules on a document and returns findings, without files or settings."""

from __future__ import annotations

from copydesk.engine.called import triggers_of, without_sights
from copydesk.engine.readings import readings
from copydesk.engine.undated import asked
from copydesk.files.no_draft import is_mould
from copydesk.model.errors import describe
from copydesk.model.findings import Finding, Problem, Severity
from copydesk.report import Checked
from copydesk.terms.hits import Scope
from copydesk.terms.judged import Hits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from copydesk.document import Document
    from copydesk.engine.readings import Reading
    from copydesk.model.sightings import Sighting
    from copydesk.rules.rule import Rule
    from copydesk.rules.ruleset import LazyRule, RuleSet
    from copydesk.terms.hits import Hit
    from copydesk.terms.table import TermTable


def check(
    doc: Document,
    rules: RuleSet,
    alone: bool = False,
    waits: Callable[[int], bool] | None = None,
) -> Checked:
    """Check one document, without files, clock or state.

    A rule that raises is reported as a problem; the other rules still run.

    Args:
        doc: the document.
        rules: the rules to run.
        alone: whether there is no other draft to compare with, so that rules need
            not collect sightings.
        waits: whether an override on a line of the source does not hold yet; None if
            all hold.
    """
    try:
        # Parsed here rather than on first use: parsers are a layer above documents.
        doc.parsed = doc.parse(doc.source)
        problems = [Problem(message, doc.path) for message in doc.parsed.problems]
    except Exception as error:
        return Checked(problems=(Problem(f"cannot be read: {describe(error)}", doc.path),))
    chosen = _in_place(doc, rules, rules.severities)
    called = without_sights(rules.rules) if alone else rules.rules
    rules = rules._replace(severities=chosen, rules=called)
    found = Found(problems)
    active: set[str] = set()
    for one in readings(doc, rules):
        Run(one, rules, found).all()
        active |= one.severities.keys()
    skipped = doc.language if len(active) < len(chosen) else ""
    if not found and not doc.comments:
        return Checked(problems=tuple(problems), skipped=skipped)
    from copydesk.engine.resolve import resolve

    resolved = resolve(doc, found.all, rules, active, waits)
    return resolved._replace(problems=tuple(problems), skipped=skipped)


class Found:
    """What the rules have found so far: in the text, in the source, the sightings, problems."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        self.in_text: list[Finding] = []
        self.in_source: list[Finding] = []
        self.sightings: list[Sighting] = []

    def __bool__(self) -> bool:
        return bool(self.in_text or self.in_source or self.sightings)

    @property
    def all(self) -> tuple[list[Finding], list[Finding], list[Sighting]]:
        """Findings in the text and in the source, and sightings."""
        return self.in_text, self.in_source, self.sightings


class Run:
    """A check of one reading of a document with one set of rules."""

    def __init__(self, reading: Reading, rules: RuleSet, found: Found) -> None:
        self.reading = reading
        self.doc = reading.doc
        self.rules = rules
        self.severities = reading.severities
        self.found = found
        self._triggers = triggers_of(rules.rules)
        self._judged: Mapping[str, list[Hit]] = {}
        self._accepted = (
            None if rules.accepted is None else rules.accepted.within(self.doc, found.problems)
        )
        self._scope = Scope(
            self.severities, rules.styles, self._judging(), rules.accepting, self._accepted
        )

    def all(self) -> None:
        """Run the terms, and every rule that has a hit or a trigger in the draft."""
        if self.rules.table is not None:
            self._run_terms(self.rules.table)
        called = self._triggers.by(self.doc.words, bool(self.doc.fields))
        for rule in self.rules.rules:
            if rule.id in self.severities:
                hits = self._hits(rule) if rule.terms and self._judged else []
                may_find = rule.id in called
                if hits or (may_find and rule.parts != ("judge",)):
                    self._run(rule, hits, may_find)

    def _judging(self) -> frozenset[str]:
        rules = [rule for rule in self._triggers.judges if rule.id in self.severities]
        return frozenset(name for rule in rules for name in rule.terms)

    def _hits(self, rule: LazyRule) -> list[Hit]:
        """The hits of the terms that a rule judges."""
        return [hit for name in rule.terms for hit in self._judged.get(name, ())]

    def _run_terms(self, table: TermTable) -> None:
        from copydesk.terms.match import find_terms

        try:
            terms = find_terms(self.doc, table, self._scope)
        except Exception as error:
            told_it = f"the term matcher crashed: {describe(error)}"
            self.found.problems.append(Problem(told_it, self.doc.path))
            return
        self.found.in_text += [asked(self.doc, one) for one in terms.findings]
        self.found.problems += terms.problems
        self._judged = terms.judged

    def _run(self, rule: LazyRule, hits: list[Hit], may_find: bool) -> None:
        try:
            self._run_parts(rule, hits, may_find)
        except (Exception, SystemExit) as error:
            self.found.problems.append(
                Problem(f"the rule crashed: {describe(error)}", self.doc.path, rule.id)
            )

    def _run_parts(self, rule: LazyRule, hits: list[Hit], may_find: bool) -> None:
        doc, parts, found, own = self.doc, rule.parts, self.found, rule.rule
        if may_find and "check" in parts:
            self._take(own.check(doc), own)
        if may_find and "check_source" in parts:
            self._take_of_source(own.check_source(doc))
        if not hits and "sight" not in parts:
            return
        day = doc.date.day.isoformat()
        given = Hits(hits, self.rules.table, self._scope, day)
        if hits and "judge" in parts:
            self._take(own.judge(doc, given), own)
        if "sight" in parts and (hits or may_find):
            found.sightings += own.sight(doc, given)

    def _take(self, given: Iterable[Finding], rule: Rule) -> None:
        """Collect a rule's findings one by one, so that those before an error are kept.

        Without those of words marked [sic], if the rule spares them, and of words that the
        newsroom accepts, if it judges their form.
        """
        doc, found = self.doc, self.found.in_text
        accepted = self._accepted if rule.accepts else None
        for finding in given:
            if rule.spares_sic and doc.is_sic(finding.span):
                continue
            one = _validated(finding, len(doc.text))
            if accepted is None or not accepted.covers(one.span):
                found.append(asked(doc, one))

    def _take_of_source(self, given: Iterable[Finding]) -> None:
        """Collect a rule's findings in the source, without those in what is hidden from it."""
        doc, hidden = self.doc, self.reading.hidden
        for finding in given:
            one = _validated(finding, len(doc.source))
            if not any(span.meets(one.span) for span in hidden):
                self.found.in_source.append(asked(doc, one))


def _in_place(
    doc: Document, rules: RuleSet, chosen: Mapping[str, Severity]
) -> Mapping[str, Severity]:
    """Those of the severities whose rules have a say on such a draft: a story or a layout."""
    if not (doc.parsed.is_layout or is_mould(doc.path)):
        return chosen
    return {rule: one for rule, one in chosen.items() if rule not in rules.furniture}


def _validated(finding: Finding, length: int) -> Finding:
    """Return what a rule returned, if it is a valid finding.

    Args:
        finding: what the rule returned.
        length: the length in code points of the text that its spans refer to.

    Raises:
        TypeError, ValueError: it is not a finding, or a span is outside the text;
            reported as a crash of the rule.
    """
    if not isinstance(finding, Finding) or not isinstance(finding.severity, Severity):
        raise TypeError(f"a rule yields findings, not {finding!r:.60}")
    if not isinstance(finding.message, str) or not isinstance(finding.evidence, str):
        raise TypeError("message and evidence are texts")
    for start, end in _spans(finding):
        if not 0 <= start <= end <= length:
            raise ValueError(f"span {(start, end)} is outside the text (0 to {length})")
    return finding


def _spans(finding: Finding) -> Iterator[tuple[int, int]]:
    """Every span in a finding."""
    yield finding.span
    for related in finding.related:
        yield related.span
    for fix in finding.fixes:
        for edit in fix.edits:
            yield edit.span
