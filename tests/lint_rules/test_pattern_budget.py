"""No rule searches more of a story than stands near what it looks for."""

from __future__ import annotations

import sys
from functools import cache
from itertools import product
from pathlib import Path

import pytest

from copydesk import (
    SLOT_END,
    SLOT_START,
    Document,
    Finding,
    Iterator,
    Rule,
    Scan,
    Severity,
    scan,
)
from copydesk.engine import check
from copydesk.registry.collect import collect
from copydesk.registry.loader import Plugins
from copydesk.rules.info import triggers_of
from copydesk.rules.ruleset import LazyRule, RuleSet
from copydesk.testing.rule_examples import document, read_marks, set_up
from tests.counting import counting

DATA = Path(__file__).parents[1] / "data"
CONFIRMED = (
    2500  # code points: the most that a pattern with a span of its own may be handed at once
)


@cache
def converted() -> tuple[type[Rule], ...]:
    """The rules that say where their patterns can match."""
    kinds = [info.rule_class() for info in collect(Plugins()).rules]
    return tuple(kind for kind in kinds if kind is not None and kind.scans)


@cache
def drafts() -> tuple[str, ...]:
    """Our own drafts, and the faulty ones."""
    paths = [*sorted((DATA / "clean").iterdir()), *sorted((DATA / "faulty").iterdir())]
    return tuple(path.read_text("utf-8") for path in paths)


def alone(kind: type[Rule]) -> RuleSet:
    return RuleSet((LazyRule.ready(set_up(kind)),), {kind.id: kind.severity})


def budget_faults(kind: type[Rule], text: str, format_name: str = "text") -> list[str]:
    """What a rule hands to patterns beyond its budget, one line each."""
    doc = document(text, format_name, "2025-04-15")
    with counting() as tally:
        assert not check(doc, alone(kind)).problems
    mine = {one.pattern: one for one in kind.scans}
    faults = []
    for pattern, count in tally.searched.items():
        if pattern in mine:
            room = sum(end - start for start, end in mine[pattern].windows(doc))
            if count > room + CONFIRMED:
                faults.append(f"{count} handed to {pattern._text[:40]!r}, {room} near its anchors")
        elif tally.longest[pattern] > CONFIRMED:
            faults.append(f"{tally.longest[pattern]} handed at once to {pattern._text[:40]!r}")
    return faults


def names(kinds: tuple[type[Rule], ...]) -> list[str]:
    return [kind.id for kind in kinds]


def test_there_are_rules_to_look_at() -> None:
    assert len(converted()) >= 5
    assert len(drafts()) >= 80


@pytest.mark.parametrize("kind", converted(), ids=names(converted()))
def test_a_rule_searches_what_stands_near_its_anchors(kind: type[Rule]) -> None:
    found = [fault for text in drafts() for fault in budget_faults(kind, text)]
    for one in kind.examples:
        found += budget_faults(kind, read_marks(one.text).text, one.format)
    assert not found


def empty_copy() -> str:
    """A long text without marks, capitals and figures, of words that nobody looks for."""
    words = ["".join(letters) for letters in product("bdfk", "ae", "lmv", "iou", "zp")]
    lines = [" ".join(words[start::7]) for start in range(7)]
    return "\n\n".join(lines * 40)


@pytest.mark.parametrize("kind", converted(), ids=names(converted()))
def test_a_rule_searches_nothing_where_its_anchors_are_not(kind: type[Rule]) -> None:
    doc = document(empty_copy(), "text", "2025-04-15")
    assert len(doc.text) > 30_000
    with counting() as tally:
        assert not check(doc, alone(kind)).findings
    handed = sum(tally.searched.values())
    at_edges = any({SLOT_START, SLOT_END}.intersection(one.at) for one in kind.scans)
    runs_always = not triggers_of(kind) and (at_edges or "triggers" in vars(kind))
    # Lost stops are looked for twice: where a space is lost, and before a capital.
    passes = 2 if kind.id == "sentence/lost-stop" else 1
    assert handed <= (passes * len(doc.text) if runs_always else 0)


def test_every_scan_of_a_converted_rule_is_declared() -> None:
    declared = {one for kind in converted() for one in kind.scans}
    loose = [
        f"{name}: {key}"
        for name, module in sorted(sys.modules.items())
        if name.startswith("lint_rules.")
        for key, value in vars(module).items()
        if isinstance(value, Scan) and value not in declared
    ]
    assert not loose


def test_classes_of_words_are_words_in_lower_case() -> None:
    wrong = [
        (kind.id, word)
        for kind in converted()
        for one in kind.scans
        for anchor in one.at
        if isinstance(anchor, frozenset)
        for word in anchor
        if not (word == word.lower() and (word.isalpha() or word.isdecimal()))
    ]
    assert not wrong


class Greedy(Rule):
    """A rule that searches all of the text, whatever it says of its scan."""

    __slots__ = ()
    id = "test/greedy"
    severity = Severity.ASK
    examples = ()
    scans = (scan("he", at="he", after=2),)

    def check(self, doc: Document) -> Iterator[Finding]:
        """Search it."""
        for match in self.scans[0].pattern.finditer(doc.text):
            yield self.find(match.span(), "he")


def test_a_rule_that_searches_more_is_told() -> None:
    text = "a " * CONFIRMED + "he"
    assert budget_faults(Greedy, text) == [f"{len(text)} handed to 'he', 2 near its anchors"]
