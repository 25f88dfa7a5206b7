"""Examples of findings: what is left, what is hidden, and in how many checks."""

from __future__ import annotations

import re
from functools import cache, partial

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from copydesk.alarm.example import Example, example_of
from copydesk.alarm.trials import MOST, shape
from copydesk.alarm.words import CALENDAR, is_common
from copydesk.document import Document
from copydesk.model.placed import PlacedFinding
from copydesk.report import FileReport
from copydesk.run.linter import Linter
from copydesk.run.settings import Reading, RunSettings
from tests.alarm.drafts import CASES, DAY, SECRETS, draft

FORMATS = ("text", "markdown", "html")


@cache
def linter() -> Linter:
    return Linter(RunSettings(today="2026-01-15"))


def look(form: str, source: str) -> tuple[Document, FileReport]:
    parse = linter().registry.parsers[form].load()
    return linter().examine("a", parse, source, reading=Reading(date=DAY, alone=True))


def findings(source: str, rule: str, form: str = "text") -> list[PlacedFinding]:
    return [one for one in look(form, source)[1].findings if one.rule == rule]


def made(source: str, rule: str, form: str = "text", around: int = 0) -> Example:
    finding = findings(source, rule, form)[0]
    found = example_of(finding, source, form, partial(look, form), around)
    assert found is not None
    return found


def whole(word: str) -> str:
    return rf"(?<!\w){re.escape(word)}(?!\w)"


# Names and numbers that a story about a ferry would not have by chance.
NAME = st.from_regex(
    r"[BDGKTVZ][aeiou][bdgkvz][aeiou][bdgkvz]{2}[a-z]{1,3}", fullmatch=True
).filter(lambda name: not is_common(name.lower()) and name.lower() not in CALENDAR)
NUMBER = st.one_of(
    st.from_regex(r"[2-79]\d{1,2},\d{3}", fullmatch=True),
    st.from_regex(r"[2-79]\d{4,6}", fullmatch=True),
    st.from_regex(r"[2-79]\d\.\d", fullmatch=True),
)
SENTENCES = (
    "{a} {b} said so.", "“We saw {a},” said {b}, of {c}.", "They went to {a} with {b}’s dog.",
    "It cost {n} in {a}.", "{a}-{b} paid ${n}.", "{n} people came to {a}.", "{A} WINS IN {C}",
    "He wrote to {a}@{b}.example about {n} boats.", "See https://www.{a}.example/{b}/{n} for more.",
)  # fmt: skip
FAULTS = {
    "sentence/doubled-word": "{a} {b} of {c} met the the crew, {n} people in all, by {b}’s boat.",
    "sentence/a-an": "It took {a} {b} a hour to count {n} boats off {c}.",
    "quote/mixed-marks": "\"{a} owes me {n},” said {b}, of {c}.",
    "leftover/placeholder": "{a} {b}, TK, has {n} boats in {c}.",
}  # fmt: skip


def filled(text: str, names: list[str], number: str) -> str:
    one, two, three = names
    return text.format(a=one, b=two, c=three, n=number, A=one.upper(), C=three.upper())


@settings(max_examples=40)
@given(
    st.sampled_from(sorted(FAULTS)),
    st.sampled_from(FORMATS),
    st.lists(NAME, min_size=3, max_size=3, unique=True),
    NUMBER,
    st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=5),
    st.integers(0, 2),
)
@example("sentence/a-an", "html", ["Zabebb", "Zabebba", "Gobozz"], "23,456", list(SENTENCES[:4]), 1)
def test_no_name_or_number_survives(
    rule: str, form: str, names: list[str], number: str, around: list[str], kept_around: int
) -> None:
    paragraphs = [filled(one, names, number) for one in around]
    paragraphs.insert(1, f"It rained. {filled(FAULTS[rule], names, number)}")
    if form == "html":
        source = "".join(f'<p id="{names[0]}">{one}</p>\n' for one in paragraphs)
    else:
        source = "\n\n".join(["The boats came late", *paragraphs]) + "\n"
    assume(findings(source, rule, form))
    found = made(source, rule, form, kept_around)
    shown = "\n".join(
        [found.source, found.finding.message, found.finding.evidence, found.finding.context]
    )
    secrets = [*names, *(name.upper() for name in names), *(name.lower() for name in names), number]
    left = [one for one in secrets if re.search(whole(one), shown) and one not in found.kept]
    assert left == [], found
    assert findings(found.source, rule, form), found
    assert found.checks <= MOST


def test_the_property_can_fail() -> None:
    source = filled(FAULTS["sentence/a-an"], ["Zabebb", "Kaboddu", "Gobozz"], "23,456")
    assert all(re.search(whole(one), source) for one in ("Zabebb", "Kaboddu", "Gobozz", "23,456"))
    assert not re.search(whole("Zabeb"), source)


def test_what_the_finding_depends_on_is_kept_and_listed() -> None:
    """Two names are a misspelling of each other only as they are."""
    case = next(one for one in CASES if one.rule == "spelling/near-miss")
    found = made(draft(case, "text"), case.rule)
    assert set(found.kept) == {"Wendelmaier", "Wendelmeier"}
    assert "Ida" not in found.source and "Brook" not in found.source
    assert shape(found.finding.message) == "… here, … elsewhere in the story."


def test_related_places_in_other_paragraphs_are_kept() -> None:
    source = (
        "Boat comes late\n\nIt rained. Mayor Enno Tidwald saw the boat. It was old.\n\n"
        "Nobody slept in Halden that night.\n\nSo did Deputy Mayor Enno Tidwald, at noon.\n"
    )
    finding = findings(source, "titles/inconsistent")[0]
    assert finding.related
    found = made(source, "titles/inconsistent")
    assert [one.message for one in found.finding.related] == ["mayor here"]
    assert "saw the boat." in found.source and "So did Deputy Mayor" in found.source
    assert (
        "rained" not in found.source and "slept" not in found.source and "old" not in found.source
    )


def test_a_sentence_is_never_cut() -> None:
    source = (
        "Boat comes late\n\nIt rained all day. When the tide, which Ida Brook had waited for, came, "
        "the crew of the the ferry, all 41 of them, woke (“at last”), and sang. Then they slept.\n"
    )
    found = made(source, "sentence/doubled-word").source
    assert found.startswith("When the tide, which ") and found.endswith("and sang.\n")
    assert len(found.split()) == len(source.split()) - 10


def test_figures_that_the_finding_names_stay() -> None:
    source = "Boat comes late\n\nEnno swam 31 kilometres (25 miles) in 47 hours past 310 boats.\n"
    found = made(source, "facts/unit-conversion")
    assert set(found.kept) == {"31", "25"}
    assert "31 kilometres (25 miles)" in found.source
    assert "47" not in found.source and "310" not in found.source


def test_a_name_that_the_message_quotes_stays() -> None:
    """With other letters, the rule would report something else, and perhaps rightly."""
    found = made("Train is late\n\nOn Friday Enno Tidwald took a SNCF train.\n", "sentence/a-an")
    assert found.kept == ("SNCF",)
    assert "took a SNCF train" in found.source and "Tidwald" not in found.source


@pytest.mark.parametrize("form", FORMATS)
def test_curly_quotation_marks_and_apostrophes(form: str) -> None:
    body = "“It’s late,” said the the crew of Enno’s boat—the ‘Tidwald’—and Åse Øien’s aunt…"
    source = f"<p>{body}</p>" if form == "html" else f"Boat is late\n\n{body}\n"
    found = made(source, "sentence/doubled-word", form)
    assert "’s boat—the ‘" in found.source
    assert not re.search("Enno|Tidwald|Øien|Åse", found.source)


def test_entities_in_names() -> None:
    source = "<p>Old M&uuml;ller of the the &Ouml;rebro Club, and &#201;ric Roe&rsquo;s dog &amp; cat.</p>"
    found = made(source, "sentence/doubled-word", "html")
    assert not re.search("ller|rebro|ric|uuml|Ouml|201|Roe", found.source)
    assert "&rsquo;s dog &amp; cat." in found.source


def test_markup_that_is_not_needed_goes() -> None:
    source = draft(CASES[0], "html")
    found = made(source, CASES[0].rule, "html").source
    assert re.fullmatch(r"<p>The crew slept in the the dark, \w+ \w+ said\.</p>\n", found), found


def test_front_matter_that_has_the_finding_keeps_only_that_field() -> None:
    source = (
        "---\ntitle: Ida Brook takes the the helm\ndeck: Enno Tidwald sleeps\ndate: 2025-04-15\n"
        "tags:\n  - Tidwald\n---\n\nIt rained.\n\nAnd rained.\n"
    )
    found = made(source, "sentence/doubled-word", "markdown").source
    assert re.fullmatch(r"---\ntitle: \w+ \w+ takes the the helm\n---\n", found), found


def test_a_draft_of_2000_paragraphs() -> None:
    paragraphs = [
        f"Boat {number:,} of Enno Tidwald’s came late, and it rained." for number in range(2000)
    ]
    paragraphs[300] = "The skipper, Enno Wendelmaier, slept."
    paragraphs[900] = "Wendelmaier woke at noon."
    paragraphs[1500] = "A friend of Wendelmeier came aboard."
    found = made("Boats come late\n\n" + "\n\n".join(paragraphs) + "\n", "spelling/near-miss")
    assert found.source.count("\n\n") == 2
    assert found.checks <= 60


@pytest.mark.parametrize("form", FORMATS)
def test_the_number_of_checks_is_bounded(form: str) -> None:
    """Even if nothing can be left out and nothing replaced."""
    paragraphs = [
        f"Boat {number:,} of Enno Tidwald and Ida Brook{number} came." for number in range(300)
    ]
    paragraphs[150] = "The crew slept in the the dark. It rained. Enno woke."
    tags = [f'<p class="a{number}">{one}</p>' for number, one in enumerate(paragraphs)]
    source = "\n".join(tags) if form == "html" else "\n\n".join(paragraphs)
    checks = []

    def stubborn(text: str) -> tuple[Document, FileReport]:
        checks.append(text)
        return look(form, text) if text == source else (look(form, "x")[0], FileReport("a"))

    finding = findings(source, "sentence/doubled-word", form)[0]
    found = example_of(finding, source, form, stubborn)
    assert found is not None and found.source == source
    assert found.checks == len(checks) <= MOST
    assert "Tidwald" in found.kept


def test_a_finding_that_the_draft_alone_does_not_have() -> None:
    finding = findings("Boat\n\nThe the crew slept.\n", "sentence/doubled-word")[0]
    assert (
        example_of(finding, "Boat\n\nThe old crew slept.\n", "text", partial(look, "text")) is None
    )


def test_a_parser_that_fails_on_half_a_draft() -> None:
    source = draft(CASES[0], "text")
    finding = findings(source, CASES[0].rule)[0]

    def fragile(text: str) -> tuple[Document, FileReport]:
        if "Grimmelhausen" not in text:
            raise ValueError("half a draft")
        return look("text", text)

    found = example_of(finding, source, "text", fragile)
    assert found is not None
    assert "Grimmelhausen" in found.kept
    assert [one for one in SECRETS if one in found.source] == ["Grimmelhausen"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("“for” is repeated.", "“the” is repeated.", True),
        ("“for” is repeated.", "“for” is missing.", False),
        ("31 km is 19.3 miles, not 25.", "94 km is 58.4 miles, not 41.", True),
        ("Wrong title for Ann Poe: “mayor”.", "Wrong title for Mirela Tarrow: “mayor”.", True),
        ("“a” twice, “b” once.", "“c” 3 times, “d” twice.", True),
        ("British: “a”, “b”.", "British: “a”.", True),
        ("The story ends here.", "The next heading begins “The boats”.", False),
        ("Dateline; story date 2025-04-15 (dateline).", "Dateline; story date 2025-04-16 (--date).", True),
    ],
)  # fmt: skip
def test_what_says_the_same(one: str, other: str, same: bool) -> None:
    assert (shape(one) == shape(other)) == same
