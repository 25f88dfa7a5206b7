"""The ways in which a rule may find faults: source, judged terms, across drafts, styles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Hits,
    PlacedSighting,
    Rule,
    Severity,
    Sighting,
    Span,
    Style,
    Verdict,
)  # fmt: skip
from copydesk.document.date import Clock
from copydesk.engine import check
from copydesk.engine.across_drafts import DraftRules, compare
from copydesk.engine.place import place
from copydesk.model.errors import DataError
from copydesk.model.style import StyleInfo, resolve
from copydesk.parsers.markdown import parse as parse_markdown
from copydesk.rules.ruleset import LazyRule, RuleSet
from copydesk.terms.compile import compile_packs
from copydesk.terms.pack import read_pack
from copydesk.terms.table import TermTable
from copydesk.testing.rule_examples import document

PACK = """
rule = "test/variants"
[variants]
Zelenskyy = ["Zelenskiy", "Zelensky"]
"""
HOUSE = """
rule = "test/house"
[style]
name = "house"
dialect = "british"
[[entry]]
use = "Zelenskiy"
avoid = ["Zelenskyy", "Zelensky"]
since = 2022-01-01
good = ["Zelenskiy"]
bad = ["[[Zelensky]]"]
"""
TABLE = TermTable(compile_packs([read_pack("v.toml", PACK), read_pack("h.toml", HOUSE)]))


class Links(Rule):
    """A tracking link.

    Readers are followed.
    """

    id = "test/links"
    severity = Severity.STOP
    examples = (Good("x"), Bad("[[y]]"))

    def check_source(self, doc: Document) -> Iterable[Finding]:
        at = doc.source.find("fbclid")
        if at >= 0:
            yield self.find((at, at + 6), "A tracking link.")


class Variants(Rule):
    """Two forms of one name.

    One story, one form.
    """

    id = "test/variants"
    severity = Severity.FIX
    examples = (Good("x"), Bad("[[y]]"))

    def judge(self, doc: Document, hits: Hits) -> Iterable[Finding]:
        forms = {doc.text[slice(*hit.span)] for hit in hits}
        house = hits.house_entry("Zelensky")
        for hit in hits:
            if len(forms) > 1:
                yield self.find(
                    hit.span, f"{len(forms)} forms.", evidence=house.use if house else ""
                )


class Between(Rule):
    """Drafts disagree.

    Readers read both.
    """

    id = "test/between"
    severity = Severity.ASK
    terms = ("test/variants",)
    examples = (Good("x"), Bad("[[y]]"))

    def sight(self, doc: Document, hits: Hits) -> Iterable[Sighting]:
        for hit in hits:
            yield Sighting(self.id, hit.span, hit.entry.avoid[0], doc.text[slice(*hit.span)])

    def compare(self, sightings: Sequence[PlacedSighting]) -> Iterable[Verdict]:
        first = sightings[0]
        for one in sightings:
            if one.form != first.form:
                yield Verdict(
                    one, Severity.ASK, f"{one.form}, not {first.form}.",
                    related=((first, "there"),), use=first.form,
                )  # fmt: skip


class Lost(Rule):
    """A lost stop.

    Sentences end.
    """

    id = "test/lost"
    severity = Severity.FIX
    yields_to = ("test/embed",)
    examples = (Good("x"), Bad("[[y]]"))

    def check(self, doc: Document) -> Iterable[Finding]:
        for word in ("peace", "war"):
            at = doc.text.find(word)
            if at >= 0:
                yield self.find((at, at + len(word)), "No stop.")


class Embed(Rule):
    """An embed.

    Machinery.
    """

    id = "test/embed"
    severity = Severity.STOP
    examples = (Good("x"), Bad("[[y]]"))

    def check(self, doc: Document) -> Iterable[Finding]:
        at = doc.text.find("pic.")
        if at >= 0:
            yield self.find((at, at + 4), "An embed.")


def rule_set(*kinds: type[Rule], style: Style | None = None) -> RuleSet:
    style = style or Style()
    return RuleSet(
        tuple(LazyRule.ready(kind({}, style)) for kind in kinds),
        {kind.id: kind.severity for kind in kinds},
        table=TABLE,
        styles=frozenset(style.chain),
        known=frozenset(kind.id for kind in kinds),
    )


def markdown(text: str) -> Document:
    return Document(text, parse_markdown, "a.md", Clock("2025-04-15"))


def test_a_finding_may_stand_in_the_source_outside_the_prose() -> None:
    doc = markdown("# H\n\nRead [this](https://example.org/?fbclid=1).\n")
    (found,) = check(doc, rule_set(Links)).findings
    assert doc.source[found.span.start : found.span.end] == "fbclid"
    assert "fbclid" not in doc.text


def test_an_override_holds_back_a_finding_in_the_source_of_its_paragraph_only() -> None:
    link = "Read [this](https://example.org/?fbclid=1).\n"
    held = check(markdown(f"# H\n\n<!-- stet: test/links: ok -->\n\n{link}"), rule_set(Links))
    assert held.findings == ()
    assert held.held == 1
    free = check(markdown(f"# H\n\n<!-- stet: test/links: ok -->\n\nX.\n\n{link}"), rule_set(Links))
    assert len(free.findings) == 1


def test_a_rule_judges_the_terms_that_it_owns_and_knows_the_house() -> None:
    doc = document("Headline\n\nZelenskyy met Zelensky.", date="2025-04-15")
    plain = check(doc, rule_set(Variants)).findings
    assert [one.evidence for one in plain] == ["", ""]
    house = resolve("house", TABLE.styles)
    styled = check(doc, rule_set(Variants, style=house)).findings
    assert [one.evidence for one in styled] == ["Zelenskiy", "Zelenskiy"]
    assert house.get("dialect") == "british"
    before = document("Headline\n\nZelenskyy met Zelensky.", date="2021-04-15")
    assert check(before, rule_set(Variants, style=house)).findings[0].evidence == ""


def reports(*texts: str):
    rules = rule_set(Between)
    docs = [
        Document(text, parse_markdown, f"{n}.md", Clock("2025-04-15"))
        for n, text in enumerate(texts)
    ]
    files = [place(doc, check(doc, rules)) for doc in docs]
    return compare(files, [DraftRules(doc.path, rules) for doc in docs])


def test_drafts_are_compared_and_the_witness_lies_in_another_file() -> None:
    one, two = reports("# H\n\nZelenskyy came.\n", "# H\n\nThen é Zelensky left.\n")
    assert one.findings == ()
    (found,) = two.findings
    assert (found.path, found.range.text, found.message) == (
        "1.md", "Zelensky", "Zelensky, not Zelenskyy."
    )  # fmt: skip
    assert found.related[0].path == "0.md"
    assert found.related[0].range.text == "Zelenskyy"
    assert found.fixes[0].edits[0].text == "Zelenskyy"
    assert found.context == "Then é Zelensky left."


def test_drafts_that_agree_are_left_alone_and_overrides_hold() -> None:
    assert [one.findings for one in reports("Zelenskyy came.\n", "Zelenskyy left.\n")] == [(), ()]
    held = "<!-- stet: test/between: ok -->\n\nZelensky left.\n"
    assert [one.findings for one in reports("Zelenskyy came.\n", held)] == [(), ()]


def test_one_thing_is_compared_at_a_time_and_only_if_several_drafts_have_it() -> None:
    asked: list[list[tuple[str, str]]] = []

    class Listed(Between):
        """Listed.

        Every time.
        """

        def compare(self, sightings: Sequence[PlacedSighting]) -> Iterable[Verdict]:
            asked.append([(one.key, one.path) for one in sightings])
            return super().compare(sightings)

    rules = rule_set(Listed)
    files = []
    for number, words in enumerate(("Zelenskyy.", "Zelensky.", "Nobody.")):
        doc = Document(words, parse_markdown, f"{number}.md", Clock("2025-04-15"))
        report = place(doc, check(doc, rules))
        if number == 1:  # another thing, which only this draft has
            report = report._replace(
                sightings=(*report.sightings, report.sightings[0]._replace(key="x"))
            )
        files.append(report)
    found = compare(files, [DraftRules(file.path, rules) for file in files])
    (thing,) = asked
    assert [path for _, path in thing] == ["0.md", "1.md"]
    assert len({key for key, _ in thing}) == 1
    assert [len(file.late) for file in found] == [0, 1, 0]
    assert found[1].findings == found[1].late


def test_a_crash_in_comparing_is_a_problem_of_a_draft() -> None:
    class Crash(Between):
        """Crashes.

        Always.
        """

        def compare(self, sightings: Sequence[PlacedSighting]) -> Iterable[Verdict]:
            raise ZeroDivisionError("none")

    rules = rule_set(Crash)
    docs = [
        Document("Zelensky left.\n", parse_markdown, path, Clock("2025-04-15"))
        for path in ("a.md", "b.md")
    ]
    files = [place(doc, check(doc, rules)) for doc in docs]
    found = compare(files, [DraftRules(doc.path, rules) for doc in docs])
    assert "the rule crashed: ZeroDivisionError: none" in found[0].problems[0].message


def test_a_finding_that_another_explains_is_shown_with_it() -> None:
    doc = document("Headline\n\nThey want peace pic.twitter and no war.")
    found = check(doc, rule_set(Embed, Lost)).findings
    assert [one.rule for one in found] == ["test/embed", "test/lost"]
    assert [doc.source[slice(*one.span)] for one in found[0].related] == ["peace"]
    assert doc.source[slice(*found[1].span)] == "war"


def test_a_style_inherits_and_the_nearer_setting_counts() -> None:
    base = StyleInfo("base", "", "b.toml", (("dialect", "american"), ("percent", "%")))
    mine = StyleInfo("mine", "base", "m.toml", (("dialect", "british"),))
    style = resolve("mine", [base, mine])
    assert style.chain == ("mine", "base")
    assert (style.get("dialect"), style.get("percent"), style.get("dash")) == ("british", "%", None)
    with pytest.raises(KeyError):
        resolve("mine", [mine])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('dialetc = "british"', "h.toml:4: unknown key 'dialetc'; did you mean 'dialect'?"),
        (
            'dialect = "britisch"',
            "h.toml:4: dialect is one of american, british, not 'britisch'; did you mean 'british'?",
        ),
        ("number-words-below = true", "h.toml:4: number-words-below is a whole number, not True"),
    ],
)
def test_a_wrong_setting_is_told_with_its_line(line: str, message: str) -> None:
    with pytest.raises(DataError) as caught:
        read_pack("h.toml", f'rule = "a/b"\n[style]\nname = "x"\n{line}\n')
    assert str(caught.value) == message


def test_spans_of_the_source_must_lie_in_it() -> None:
    class Far(Links):
        """Points outside.

        Wrongly.
        """

        def check_source(self, doc: Document) -> Iterable[Finding]:
            yield self.find(Span(0, len(doc.source) + 1), "Too far.")

    assert "outside the text" in check(markdown("x"), rule_set(Far)).problems[0].message
