"""A form is no fault within the form to use, and one word gets one finding."""

from __future__ import annotations

import pytest

from copydesk.engine import check
from copydesk.model.findings import Severity
from copydesk.rules.ruleset import RuleSet
from copydesk.terms.compile import compile_over, compile_packs
from copydesk.terms.layered import OverTable
from copydesk.terms.pack import read_pack
from copydesk.terms.table import TermTable
from copydesk.testing.rule_examples import document

OURS = """rule = "test/ours"
[forms]
"Wexmoor" = ["Waxmoor"]
"Port Wexmoor Harbour Board" = ["Wexmoor Harbour Trust"]
"fish and chips" = ["fish n chips"]
"quayside" = ["quay side"]
"""
STYLE = """rule = "test/ours"
[style]
name = "gull"
[forms]
"timetable" = ["schedule"]
"Salt Road" = ["Old Salt Road"]
"""
OWN = """[forms]
"Elm Row Primary School" = ["Elm Row Primary", "Elm Row School"]
"Elm Row Primary School Fund" = ["Elm Row Fund"]
"X-ray" = ["x-ray", "Xray"]
"the Long Quay" = ["Long Quay"]
"Mr." = ["Mr"]
"Lee and Sons" = ["Lee"]
"ferrymaster" = ["Ferrymaster"]
"Trust" = ["Board"]
"schedule" = ["timetable"]
"""
LEVELS = {"test/ours": Severity.FIX, "house/terms": Severity.STYLE}


def rules(*own: str, styles: tuple[str, ...] = ("gull",)) -> RuleSet:
    """Our packs, and the newsroom's over them."""
    base = TermTable(compile_packs([read_pack("a.toml", OURS), read_pack("b.toml", STYLE)]))
    packs = [read_pack(f"own{number}.toml", text) for number, text in enumerate(own)]
    table = OverTable(compile_over(base, packs), base) if packs else base
    return RuleSet((), LEVELS, table=table, styles=frozenset(styles))


def found(text: str, chosen: RuleSet) -> list[str]:
    doc = document(f"Headline\n\n{text}", date="2025-04-15")
    checked = check(doc, chosen)
    assert not checked.problems
    return [f"{one.rule} {doc[one.span]}" for one in checked.findings]


@pytest.mark.parametrize(
    "text",
    [
        "Elm Row Primary School opens again.",
        "Elm Row Primary School’s roof fell in.",
        "Both Elm Row Primary Schools were shut.",
        "ELM ROW PRIMARY SCHOOL SHUT its doors.",
        "The head of Elm Row Primary\u00a0School left.",
        "The head of Elm Row Primary  School left.",
        "An Elm Row Primary-School bus came.",
        "The Elm Row Primary School Fund paid.",
        "X-ray machines came, then an X-ray.",
        "X-RAY machines came.",
        "They met on the Long Quay, and the  Long Quay was full.",
        "The Long Quay is full.",
        "He met Mr. Roe there.",
        "The firm is Lee and Sons.",
        "Ferrymaster was his trade.",
        "“Ferrymaster was my trade,” he said.",
    ],
)
def test_a_form_is_right_within_the_form_to_use_or_equal_to_it(text: str) -> None:
    assert found(text, rules(OWN)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Then Elm Row Primary closed.", "Elm Row Primary"),
        ("Elm Row Primary said. School was out.", "Elm Row Primary"),
        ("They left Elm Row Primary\n\nSchool was out.", "Elm Row Primary"),
        ("Elm Row Primary Schooling is over.", "Elm Row Primary"),
        ("The Elm Row Fund paid.", "Elm Row Fund"),
        ("An x-ray was made.", "x-ray"),
        ("A Long Quay stall burnt down.", "Long Quay"),
        ("He met Mr Roe there.", "Mr"),
        ("The Ferrymaster left.", "Ferrymaster"),
        ("The firm is Lee and Daughters.", "Lee"),
    ],
)
def test_elsewhere_the_form_is_found(text: str, words: str) -> None:
    assert found(text, rules(OWN)) == [f"house/terms {words}"]


def test_a_form_is_right_within_what_another_entry_wants() -> None:
    """“Board” is not to be used, but our name of a body has it; and the other way round."""
    assert found("The Port Wexmoor Harbour Board met.", rules(OWN)) == []
    assert found("The Board met.", rules(OWN)) == ["house/terms Board"]
    own = '[forms]\n"Waxmoor Arms" = ["Waxmoor Inn"]\n'
    assert found("He left the Waxmoor Arms for Waxmoor.", rules(own)) == ["test/ours Waxmoor"]
    assert found("He left for Waxmoor.", rules()) == ["test/ours Waxmoor"]


def test_what_the_newsroom_wants_is_right_whatever_ours_say() -> None:
    assert found("The schedule is new.", rules()) == ["test/ours schedule"]
    assert found("The schedule is new.", rules(OWN)) == []
    assert found("The timetable is new.", rules(OWN)) == ["house/terms timetable"]


def test_an_entry_that_is_not_in_force_makes_nothing_right() -> None:
    entry = '[[entry]]\nuse = "schedule"\navoid = ["rota"]\ngood = ["a"]\nbad = ["[[rota]]"]\n'
    assert found("The schedule is new.", rules(f"{entry}since = 2019-01-01\n")) == []
    assert found("The schedule is new.", rules(f"{entry}since = 2026-01-01\n"))
    assert found("The schedule is new.", rules(f'{entry}slots = ["headline"]\n'))


@pytest.mark.parametrize(
    ("own", "text", "expected"),
    [
        ('"Wexmoor" = ["Waxmoor"]', "In Waxmoor.", ["house/terms Waxmoor"]),
        ('"Wexmoore" = ["Waxmoor"]', "In Waxmoor.", ["house/terms Waxmoor"]),
        ('"Salt Road" = ["Old Salt Road"]', "On Old Salt Road.", ["house/terms Old Salt Road"]),
        ('"Salt Way" = ["Salt Road"]', "On Old Salt Road.", ["house/terms Salt Road"]),
        ('"chips" = ["fish n chips"]', "Eat fish n chips.", ["house/terms fish n chips"]),
        ('"wharf" = ["Waxmoor quay side"]', "At Waxmoor quay side.", ["house/terms Waxmoor quay side"]),
        ('"wharf" = ["kai"]', "At the quay side.", ["test/ours quay side"]),
    ],
)  # fmt: skip
def test_one_word_gets_one_finding_the_newsrooms(own: str, text: str, expected: list[str]) -> None:
    assert found(text, rules(f"[forms]\n{own}\n")) == expected


def test_of_two_lists_of_the_newsroom_the_later_one_counts() -> None:
    first, second = (
        '[forms]\nA = ["Waxmoor"]\n',
        '[style]\nname = "own"\n[forms]\nB = ["Waxmoor"]\n',
    )
    chosen = rules(first, second, styles=("gull", "own"))
    checked = check(document("Headline\n\nIn Waxmoor.", date="2025-04-15"), chosen)
    assert [one.fixes[0].edits[0].text for one in checked.findings] == ["B"]


def test_a_list_cannot_make_a_fault_less_grave() -> None:
    chosen = rules('[forms]\n"Wexmoor" = ["Waxmoor"]\n')
    (one,) = check(document("Headline\n\nIn Waxmoor.", date="2025-04-15"), chosen).findings
    assert (one.rule, one.severity) == ("house/terms", Severity.FIX)


def test_a_line_may_break_within_the_form_to_use() -> None:
    text = "The head of Elm Row Primary\nSchool left.\n\nHe is at Elm Row\nPrimary.\n"
    doc = document(text, "markdown", "2025-04-15")
    (one,) = check(doc, rules(OWN)).findings
    assert text[slice(*one.span)] == "Elm Row\nPrimary"


def test_many_forms_at_many_places_take_no_more_time_each(linear) -> None:
    chosen = rules('[forms]\n"Wexmoor" = ["Waxmoor"]\n"Elm Row School" = ["Elm Row"]\n')

    def make(size: int) -> str:
        return "In Waxmoor, at Elm Row School and Elm Row. " * size

    linear(lambda text: found(text, chosen), make, 50, 1000)
