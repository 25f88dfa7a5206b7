"""Words that no list has: what is found, what is asked, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.config import RuleSelection
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from lint_rules._shared import spelled
from tools.data import build_counts, build_frequencies

RULES = (
    "spelling/misspelling", "spelling/joined-words", "spelling/split-word", "spelling/shift-slip",
    "spelling/capital",
)  # fmt: skip


def found(text: str, *rules: str, path: str = "a.txt") -> list[tuple[str, str, str]]:
    """The severity, the words and the first fix of each finding."""
    choice = RuleSelection(select=rules or RULES)
    report = Linter(RunSettings(choice=choice, date="2025-04-15")).check_bytes(path, text.encode())
    assert not report.problems
    return [
        (
            str(one.severity),
            one.range.text,
            one.fixes[0].title.partition("“")[2].rstrip("”") if one.fixes else "",
        )
        for one in report.findings
    ]


def story(sentence: str) -> str:
    return f"Bridge to open\n\nThe bridge opens on Friday, it was said. {sentence} It is old.\n"


@pytest.mark.parametrize(
    ("sentence", "slip", "right"),
    [
        ("The comittee left at noon.", "comittee", "committee"),
        ("They saw the resevoir and the dam.", "resevoir", "reservoir"),
        ("The polcie came at once.", "polcie", "police"),
        ("Two firefigthers were hurt.", "firefigthers", "firefighters"),
        ("She is the fisrt of them to go.", "fisrt", "first"),
        ("He said the acccident was bad.", "acccident", "accident"),
        ("“We are very embarassed,” he said.", "embarassed", "embarrassed"),
        ("Wolrd leaders will come to see it.", "Wolrd", "World"),
        ("The Suprme Court will hear it.", "Suprme", "Supreme"),
        ("The Departmnt of Justice said no.", "Departmnt", "Department"),
        ("It was in the Carnegie Msueum of art.", "Msueum", "Museum"),
        ("Labuor Party members left.", "Labuor", "Labour"),
        ("The road is in Sotuh Africa.", "Sotuh", "South"),
        ("She grew up in Bacrelona.", "Bacrelona", "Barcelona"),
        ("It begins on Jnue 5.", "Jnue", "June"),
        ("It begins in Marhc, and ends soon.", "Marhc", "March"),
        ("The infonnation came late.", "infonnation", "information"),
        ("They havee the same one.", "havee", "have"),
        ("It was made in Afganistan last year.", "Afganistan", "Afghanistan"),
        ("He left on Wendesday with his son.", "Wendesday", "Wednesday"),
        ("The Departmnet of Justice paid.", "Departmnet", "Department"),
        ("The goverment’s plan is dead.", "goverment", "government"),
    ],
)
def test_a_slip_of_the_keys(sentence: str, slip: str, right: str) -> None:
    result = found(story(sentence), "spelling/misspelling")
    assert result == ([("fix", slip, right)] if right else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "The flurble was lost, and a flurble is a flurble.",  # no neighbour, and it is meant
        "The goverment left. The goverment came back.",  # twice in the story: its own word
        "The reshorers left the microbrewpub.",
        "The unmarketability of it is a tweetstorm of govspeak.",
        "He is a Brexity, Trumpish and Corbynite man.",
        "He was “goverment” to them.",  # set off
        "“I am goin’ and comin’ and thinkin’,” he said.",
        "The sign read: “No goverment here.”",  # somebody else wrote it
        "She wrote an e-mail that said “the goverment left the town”.",
        "The g[o]verment left, and the gover-ment came.",
        "See goverment.example.org or write to goverment@example.org, #goverment, @goverment.",
        "La goverment della republica de los pueblos.",
        "It is called “goverment” there, and dubbed goverment.",
        "Imran Sundar met Gilad Sajid and Kristol Komen in Guayana.",
        "Baucus, Lowey and Comey came with Areva Martin.",
        "Andy Libson and Ben A. Rissing met Brooklynn Day and Jan Baard.",
        "According to Kyodo, a Truist bank was robbed.",
        "He runs a Nasional party and works for Agence France-Presse.",
        "The patient took mavacamten, zuranolone and tirzepatide.",
    ],
)
def test_what_is_meant_is_left_alone(sentence: str) -> None:
    assert found(story(sentence), "spelling/misspelling") == []


def test_a_word_that_may_be_two_is_a_question_with_two_answers() -> None:
    result = Linter(
        RunSettings(choice=RuleSelection(select=("spelling/misspelling",)))
    ).check_bytes("a.txt", story("It was a rather akward case.").encode())  # fmt: skip
    (finding,) = result.findings
    assert str(finding.severity) == "ask"
    assert len(finding.fixes) == 2
    assert all(fix.safety == "suggested" for fix in finding.fixes)


def test_code_is_no_word() -> None:
    assert found("# Title\n\nRun `goverment` in the shell.\n", path="a.md") == []


@pytest.mark.parametrize(
    ("sentence", "words", "right"),
    [
        ("The end ofthe road is near.", "ofthe", "of the"),
        ("It was saidthat he left.", "saidthat", "said that"),
        ("They came withtheir children.", "withtheir", "with their"),
        ("The rise was from3 percent.", "from3", "from 3"),
        ("Some 300people came.", "300people", "300 people"),
        ("It opened in June2019.", "June2019", "June 2019"),
        ("It was a part ofa plan.", "ofa", "of a"),
        ("He lost his sonHer mother left.", "sonHer", "son Her"),
        ("It was ten years agoThe town grew.", "agoThe", "ago The"),
        ("She went to BollywoodShe is known.", "BollywoodShe", "Bollywood She"),
        ("It plays a major rolein the town.", "rolein", "role in"),
        ("He went to theplantation with her.", "theplantation", "the plantation"),
        ("It set amood for the day.", "amood", "a mood"),
        ("It is 220metres high.", "220metres", "220 metres"),
        ("It took just116 days.", "just116", "just 116"),
        ("It opens on August5 at noon.", "August5", "August 5"),
    ],
)
def test_a_space_that_is_missing(sentence: str, words: str, right: str) -> None:
    report = Linter(
        RunSettings(choice=RuleSelection(select=("spelling/joined-words",)))
    ).check_bytes("a.txt", story(sentence).encode())  # fmt: skip
    assert [one.range.text for one in report.findings] == [words]
    assert [edit.text for edit in report.findings[0].fixes[0].edits] == [right]


@pytest.mark.parametrize(
    "sentence",
    [
        "The onlooker took an offshoot of the nonstop overall outcome into the inset.",
        "Wasif and Butare met Hadis and Ather.",
        "She uses GitHub, LinkedIn, PayPal, easyJet, airBaltic and a MacBook.",
        "The A4, an M1, the G7, a 4x4, 10km, 5pm, 7in, 20ft, H5N1 and Covid19.",
        "It is at ofthe.example.org, and in #ofthe.",
        "Share it to linkedin; Fillon, Abans and Thelander did.",
        "LinkedIn and PlayIt hired the OneThe band.",
    ],
)
def test_what_is_written_as_one_word(sentence: str) -> None:
    assert found(story(sentence), "spelling/joined-words") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("It lies i n the harbour.", "i n"),
        ("They have high stand ards here.", "stand ards"),
        ("They suff er from it.", "suff er"),
        ("It was a se ries of fires.", "se ries"),
        ("It was a politi cal trial.", "politi cal"),
        ("It is the end o fthe road.", "o fthe"),
        ("He waited fo rthe bus.", "fo rthe"),
        ("She wante dto leave.", "wante dto"),
        ("They left th e town.", "th e"),
        ("The govern ment paid.", "govern ment"),
        ("It was a c ostly mistake.", "c ostly"),
    ],
)
def test_a_space_that_is_too_much(sentence: str, words: str) -> None:
    assert [one[1] for one in found(story(sentence), "spelling/split-word")] == [words]


@pytest.mark.parametrize(
    "sentence",
    [
        "What’s he doing? It’s even so. They weren't able to go; Bush's team won.",
        "Vitamin d, plan b, hepatitis c and section e are in special ed.",
        "The strategic ally and the sex ed teacher met in phys ed.",
        "Let f or g be a map of a to b, with n in c.",
    ],
)
def test_letters_that_stand_alone(sentence: str) -> None:
    assert found(story(sentence), "spelling/split-word") == []


def test_capitals() -> None:
    text = story("He was in london on tuesday, in march 2020, with boris johnson and mr Poe.")
    assert [one[1] for one in found(text, "spelling/capital")] == [
        "london", "tuesday", "march", "boris johnson", "mr"
    ]  # fmt: skip
    assert found(story("They may march 5 miles; a march of 5 days."), "spelling/capital") == []
    slips = story("THe FInal vote of the cOuncil WAs late.")
    assert [one[1] for one in found(slips, "spelling/shift-slip")] == [
        "THe", "FInal", "cOuncil", "WAs"
    ]  # fmt: skip
    assert found(story("MPs, PhDs, TVs, iPads, eBay, GHz, McCoy."), "spelling/shift-slip") == []


def test_what_is_known_and_what_is_near() -> None:
    assert all(map(spelled.is_known, ("harbour", "color", "reykjavik", "fiance", "doomscrolling")))
    assert not spelled.is_known("goverment")
    nearest = spelled.near("goverment")[0]
    assert nearest.word == "government"
    assert nearest.rank > spelled.rank("harbor") > spelled.rank("gibbon") >= 0
    assert spelled.rank("xyzzy") == 0


def test_the_tables_are_made_of_the_counts(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The harbour’s port. The port, Harbour! PORT x", "utf-8")
    every, capitals = build_counts.counts([tmp_path])
    assert (every["harbour"], capitals["harbour"]) == (2, 1)
    assert (every["port"], capitals["port"]) == (2, 0)
    assert build_frequencies.shapes("abc") == {"abc", "bc", "ac", "ab"}
    table = build_frequencies.known(["abc"])
    assert len(table) == 4 * (build_frequencies.BUCKETS + 1) + 2
