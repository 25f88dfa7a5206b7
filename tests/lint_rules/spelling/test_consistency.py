"""Names and words that disagree: within a story, between stories, and misspelt once."""

from __future__ import annotations

import csv
from itertools import combinations, product
from pathlib import Path

import pytest

from copydesk.config import RuleSelection
from copydesk.model.findings import Severity
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from lint_rules._shared.names import folded, is_one_edit, kinds, names, one_edit
from tests.counting import lines

RULES = ("spelling/inconsistent", "spelling/near-miss")


def found(text: str, *rules: str, style: str = "", path: str = "a.txt") -> list[tuple[str, str]]:
    choice = RuleSelection(select=rules or RULES, style=style)
    report = Linter(RunSettings(choice=choice, date="2025-04-15")).check_bytes(path, text.encode())
    assert not report.problems
    return [(one.rule.partition("/")[2], one.range.text) for one in report.findings]


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Shaprio", "Shapiro", True), ("Schimdt", "Schmidt", True), ("Albirght", "Albright", True),
        ("Taraneko", "Taranenko", True), ("Tarako", "Taranenko", False), ("Nemstov", "Nemtsov", True), ("abc", "abc", False),
        ("abcd", "abc", True), ("xabc", "abc", True), ("abxc", "abc", True), ("abd", "abc", True),
        ("acbd", "abdc", False), ("ab", "ba", True), ("abcdef", "badcfe", False), ("", "a", True),
    ],
)  # fmt: skip
def test_one_edit(one: str, other: str, near: bool) -> None:
    assert is_one_edit(one, other) is is_one_edit(other, one) is near
    if one and other:
        assert list(one_edit([one, other])) == ([tuple(sorted((one, other)))] if near else [])


@pytest.mark.parametrize("letters", ["ab", "aB", "AB"])
def test_all_pairs_that_are_one_edit_apart_are_found(letters: str) -> None:
    words = ["".join(word) for size in range(1, 6) for word in product(letters, repeat=size)]
    near = [pair for pair in combinations(sorted(words), 2) if is_one_edit(*pair)]
    assert list(one_edit(words)) == near
    for start in range(0, len(words), 7):  # few words: every pair of a group is looked at
        some = sorted(words[start::3][:25])
        assert list(one_edit(some)) == [one for one in near if {*one} <= {*some}]


def test_what_words_are_known_as() -> None:
    assert "w" in kinds("government")
    assert "s" in kinds("shapiro")
    assert "g" in kinds("karen")
    assert kinds("shaprio") == ""
    assert [folded(one) for one in ("Erdoğan", "Łukasz", "Ærø", "O’Neil")] == [
        "erdogan", "lukasz", "aero", "o'neil"
    ]  # fmt: skip


def test_names_are_read_with_their_neighbours() -> None:
    from copydesk.testing.rule_examples import document

    doc = document(
        "Headline\n\nGov. Ann O’Brien’s aide met Jean-Paul Sartre, see @Handle. She left."
    )
    read = [(one.text, one.before, one.after) for one in names(doc) if not one.opens]
    assert ("O’Brien", "Ann", "") in read
    assert ("Sartre", "Jean-Paul", "") in read
    assert not any(text == "Handle" for text, *_ in read)


FULL = "Mayor Karla Wendelmaier won again.\n\n“I am glad,” Wendelmaier said. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{FULL}Critics of [Wendelmeier] stayed home.", ["Wendelmeier"]),
        (f"{FULL}Karla [Wendelmajer] left.", ["Wendelmajer"]),
        (f"{FULL}Her brother, Otto Wendelmeier, came.", []),
        (f"{FULL}She lives in the Wendelmaierhof.", []),
        (f"{FULL}“Go home, Wendelmeier,” one post read.", []),
        (f"{FULL}WENDELMEIER was on a placard.", []),
        ("Israel said Israeli and Israelis, Israel and Israel.", []),
        ("Brown met Ann Brown; Brown left. Then Browne came.", []),
        ("The Koreas met. Korean aides and Korean envoys of the Korean side left.", []),
    ],
)
def test_near_misses(text: str, expected: list[str]) -> None:
    plain = text.replace("[", "").replace("]", "")
    assert [words for _, words in found(plain, "spelling/near-miss")] == expected


def test_a_near_miss_in_front_matter_and_alternative_text() -> None:
    text = (
        "---\ntitle: Wendelmaier wins\ndate: 2025-04-15\n---\n\nKarla Wendelmaier won. "
        "![Wendelmeier at the hall](a.jpg)\n\nThen Wendelmaier left.\n"
    )
    assert found(text, "spelling/near-miss", path="a.md") == [("near-miss", "Wendelmeier")]


def test_every_form_is_told_with_its_count_and_place() -> None:
    text = "Zelenskyy and Zelenskyy met Zelensky; Zelenskiy left.\n\nThen Zelenskyy slept.\n"
    choice = RuleSelection(select=("spelling/inconsistent",))
    report = Linter(RunSettings(choice=choice, date="2025-04-15")).check_bytes(
        "a.txt", text.encode()
    )
    first, second = report.findings
    assert first.evidence == "“Zelenskyy” 3 times, “Zelenskiy” once, “Zelensky” once."
    assert [one.range.text for one in first.related] == ["Zelenskyy", "Zelenskiy"]
    assert [fix.edits[0].text for fix in second.fixes] == ["Zelenskyy"]
    assert all(fix.safety == "suggested" for one in report.findings for fix in one.fixes)


def test_a_tie_proposes_nothing_and_a_style_decides() -> None:
    text = "The cease-fire held for a day.\n\nThen the ceasefire broke.\n"
    desk = Linter(
        RunSettings(choice=RuleSelection(select=("spelling/inconsistent",)), date="2025-04-15")
    )
    (tie,) = desk.check_bytes("a.txt", text.encode()).findings
    assert tie.fixes == ()
    assert "It is a tie" in tie.evidence
    both = "Volodymyr Zelensky met Zelensky. Zelensky left; Zelenskyy’s wife stayed.\n"
    assert {words for _, words in found(both, "spelling/inconsistent")} == {"Zelenskyy"}
    assert {words for _, words in found(both, "spelling/inconsistent", style="ap")} == {"Zelensky"}


def test_the_pairs_of_real_stories_are_found(shared: Path) -> None:
    rows = csv.DictReader(
        (shared / "corpora/mixed-spelling/index.tsv").read_text("utf-8").splitlines(),
        delimiter="\t",
    )
    hit, total = 0, 0
    for row in rows:
        total += 1
        choice = RuleSelection(select=(*RULES, "spelling/house-form"))
        desk = Linter(RunSettings(choice=choice, date=row["date"][:10], today="2026-01-15"))
        data = (shared / "corpora/mixed-spelling" / row["file"]).read_bytes()
        forms = [form.partition("=")[0].lower() for form in row["forms"].split(";")]
        told = [one.range.text.lower() for one in desk.check_bytes(row["file"], data).findings]
        hit += any(words in form or form in words for words in told for form in forms)
    assert hit / total >= 0.9


@pytest.mark.process
def test_drafts_of_one_run_are_compared(tmp_path: Path) -> None:
    from copydesk.files.discover import Draft
    from copydesk.run.options import RunOptions
    from copydesk.run.runner import run

    texts = {"a": "Zelenskyy spoke.", "b": "Zelenskyy left.", "c": "Zelensky and Zelensky slept."}
    drafts = []
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"A headline of some words\n\n{text}\n", "utf-8")
        drafts.append(Draft(f"{name}.txt", str(tmp_path / f"{name}.txt")))
    orders = RunSettings(
        choice=RuleSelection(select=("spelling/across-stories",)), date="2025-04-15"
    )
    for jobs in (1, 2):
        report = run(Linter(orders), drafts, RunOptions(jobs, cache=False))
        assert [(one.path, one.range.text, one.severity) for one in report.findings] == [
            ("c.txt", "Zelensky", Severity.ASK), ("c.txt", "Zelensky", Severity.ASK)
        ]  # fmt: skip
        assert [one.path for one in report.findings[0].related] == ["a.txt", "b.txt"]
    styled = orders._replace(choice=orders.choice._replace(style="ap"))
    (one, _) = run(Linter(styled), drafts, RunOptions(cache=False)).findings
    assert (one.severity, one.fixes[0].edits[0].text) == (Severity.STYLE, "Zelenskyy")


def _steps(drafts: int) -> int:
    """The lines of Python that run to compare one name in that many drafts."""
    from copydesk.model.findings import Span
    from copydesk.model.placed import Position, Range
    from copydesk.model.sightings import PlacedSighting
    from lint_rules.spelling.across_stories import AcrossStories

    place = Range(Position(0, 1, 1), Position(8, 1, 9), "Zelensky")
    places = [
        PlacedSighting(f"{number:06}.txt", AcrossStories.id, place, "Zelenskyy",
                       ("Zelenskyy", "Zelensky")[number % 2], 1, "", "", Span(0, 0))
        for number in range(drafts)
    ]  # fmt: skip
    with lines() as steps:
        verdicts = list(AcrossStories().compare(places))
    assert len(verdicts) == drafts
    assert [one.path for one, _ in verdicts[0].related] == [
        "000001.txt",
        "000003.txt",
        "000005.txt",
    ]
    return steps.count


def test_comparing_takes_time_by_the_number_of_drafts() -> None:
    few, many = _steps(100), _steps(1000)
    assert 0 < many < 12 * few


def test_a_woman_with_nearly_the_same_name_is_only_a_question() -> None:
    text = (
        "Chancellor Karl Wendelmaier arrived at noon. The cabinet met Wendelmaier, and the guests "
        "thanked Wendelmaier for the boats. Then madam Wendelmeier called, said the captain."
    )
    choice = RuleSelection(select=("spelling/near-miss",))
    linter = Linter(RunSettings(choice=choice, date="2025-04-15"))
    for draft, severity in ((text, Severity.ASK), (text.replace("madam ", ""), Severity.STOP)):
        report = linter.check_bytes("a.txt", draft.encode())
        found = [(one.range.text, one.severity) for one in report.findings]
        assert found == [("Wendelmeier", severity)]
