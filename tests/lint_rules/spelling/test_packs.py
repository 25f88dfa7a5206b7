"""The packs about spelling: what they find in hard sentences and in the seeds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from copydesk.terms.compile import compile_packs
from copydesk.terms.pack import Pack, read_pack
from copydesk.terms.table import TermTable
from copydesk.testing.rule_examples import apply_edits, read_marks

FOLDER = Path(__file__).resolve().parents[3] / "lint_rules" / "spelling"
TYPO, HOUSE = "spelling/typo", "spelling/house-form"
SPRING = "2025-04-15"


@cache
def packs() -> tuple[Pack, ...]:
    return tuple(
        read_pack(path.name, path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob("*.toml"))
    )


@cache
def table() -> TermTable:
    return TermTable(compile_packs(packs()))


TYPOS = [
    "The [[goverment]] fell.",
    "They want a “[[substainable]]” peace.",
    "She [[recieved]] it and [[beleived]] it.",
    "[[Ukranian]] officials agreed.",
    "It snowed in [[Febuary]] and on a [[Wendesday]].",
    "An [[accomodation]] was found; that was [[neccessary]].",
    "The ship was [[seperated]] from [[thier]] convoy.",
    # Right: names, other languages, both sides of the Atlantic, addresses, handles.
    "Dame Goverment of the Seperate List spoke to Mr Begining.",
    "THE GOVERMENT OF SEPERATE",
    "Sgt Adress Recieve met Mr Thier and Mrs Seperate.",
    "The organisation and the organization share a colour and a color.",
    "Mail it to goverment@goverment.com or see www.goverment.com/goverment.",
    "Follow @goverment and #goverment for more.",
    "Die Wirte warten; el gobierno calla; les cours ferment.",
    "The pre-empted attack was re-examined.",
    "Homo economicus is dead.",
    "A despatcher, an adviser and an advisor judged the judgement.",
    "Al-Khaleefa, Lisowski, Wroblewski and Nguyen scored.",
    "A Remainer and a Leaver met in Whitby.",
]


@pytest.mark.parametrize("text", TYPOS)
def test_typo(lint, text):
    marked = read_marks(text)
    assert [one.span for one in lint(marked.text, TYPO, day=SPRING, table=table())] == list(
        marked.spans
    )


def test_a_typo_is_mended(lint):
    text = "The goverment fell in Febuary; the Ukranian one did not."
    edits = tuple(
        edit for one in lint(text, TYPO, day=SPRING, table=table()) for edit in one.fixes[0].edits
    )
    fixed = "The government fell in February; the Ukrainian one did not."
    assert apply_edits(text, edits) == fixed


def test_only_lower_case_words_outside_quotations_are_mended_unseen(lint):
    text = "The goverment fell. “Our goverment fell,” she said in Febuary; the neighbarhood too."
    safety = [one.fixes[0].safety for one in lint(text, TYPO, day=SPRING, table=table())]
    assert safety == ["safe", "suggested", "suggested", "suggested"]


def test_no_misspelling_is_listed_twice_or_is_a_correction():
    typos = [entry for pack in packs() for entry in pack.entries if entry.rule == TYPO]
    wrong = [form for entry in typos for form in entry.avoid]
    assert len(wrong) > 60_000
    assert len(wrong) == len(set(wrong))
    assert not {entry.use for entry in typos} & set(wrong)


PLACES = [
    # Wrong.
    (SPRING, "The envoy flew to [[Kiev]]."),
    (SPRING, "“We are in [[Kiev]],” he said. [[KIEV]] HOLDS"),
    (SPRING, "pro-[[Kiev]] forces and a [[Kiev]]-based bank near [[Kiev]]’s river"),
    (SPRING, "Drones hit [[Kharkov]], [[Chernigov]] and [[Zhitomir]]."),
    (SPRING, "Ships left the Ukrainian port of [[Odessa]]."),
    (SPRING, "She fled from [[the Ukraine]]."),
    (SPRING, "Rain fell on [[Bombay]] and the film industry."),
    (SPRING, "The king of [[Swaziland]] spoke."),
    (SPRING, "Talks in [[Peking]] failed."),
    (SPRING, "Talks in [[Nur-Sultan]] failed."),
    # Right: history, dishes, clubs, institutions, people, works, other places.
    (SPRING, "The chicken Kiev was cold, and Dynamo Kiev lost."),
    (SPRING, "In 1943 the Red Army took Kiev and Kharkov."),
    (SPRING, "The Wehrmacht burned Zhitomir."),
    (SPRING, "He played “The Great Gate of Kiev”."),
    (SPRING, "Prince Lvov and Nikolayev met."),
    (SPRING, "A tornado hit Odessa, Texas."),
    (SPRING, "Odessa Jones sings."),
    (SPRING, "They spoke of the Ukraine war and the Ukraine-Russia border."),
    (SPRING, "The Bombay High Court, IIT Bombay and a Bombay cat were named."),
    (SPRING, "She was born in Bombay in 1932."),
    (SPRING, "“I grew up with Bombay in my blood,” she said."),
    (SPRING, "Scotland won the Calcutta Cup; Mother Teresa of Calcutta is a saint."),
    (SPRING, "Mumbai, formerly Bombay, and Eswatini, formerly Swaziland, agreed."),
    (SPRING, "Peking duck was served at Peking University."),
    (SPRING, "Read www.kiev.com/Kiev and follow @Kiev_News and #Kiev."),
    (SPRING, "The bridge in the Dnipropetrovsk region fell."),
    # Right on the day.
    ("2016-05-05", "The envoy flew to Kiev."),
    ("2020-05-05", "Talks in Nur-Sultan failed."),
    ("2017-05-05", "The king of Swaziland spoke."),
]


@pytest.mark.parametrize(("day", "text"), PLACES)
def test_house_form(lint, day, text):
    marked = read_marks(text)
    assert [one.span for one in lint(marked.text, HOUSE, day=day, table=table())] == list(
        marked.spans
    )


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("ap", "Ukraine’s [[Zelensky]], Mr. [[Zelenskiy]] and Zelenskyy spoke."),
        ("afp", "Ukraine’s Zelensky, Mr. [[Zelenskiy]] and [[Zelenskyy]] spoke."),
        ("bbc", "Ukraine’s Zelensky and [[Zelenskyy]] of [[Türkiye]] spoke; the US and the U.S."),
        ("ap", "A [[US]]-led force of 5% met [[Nato]]."),
        ("guardian", "[[NATO]] met [[U.S.]] officers."),
        ("reuters", "The [[UN]] met [[US]] officers of the [[E.U.]]."),
        ("", "Zelensky, Zelenskiy and Zelenskyy of the US and the U.S. met NATO and Nato."),
    ],
)
def test_a_house_style_counts_only_when_chosen(lint, style, text):
    marked = read_marks(text)
    assert [
        one.span for one in lint(marked.text, HOUSE, day=SPRING, table=table(), styles=[style])
    ] == list(marked.spans)


def test_the_seeds(lint, shared):
    def spans(name, rule, style=""):
        text = next((shared / "seeds").glob(f"{name}_*.txt")).read_text(encoding="utf-8")
        return [
            tuple(one.span) for one in lint(text, rule, day=SPRING, table=table(), styles=[style])
        ]

    assert spans("004", TYPO) == [(554, 566)]
    assert [spans(name, TYPO) for name in ("000", "001", "002", "003")] == [[], [], [], []]
    assert spans("000", HOUSE) == [(1100, 1104)]
    assert spans("001", HOUSE) == []
    starts = (182, 662, 890, 1119, 1388, 1635, 2047, 2312)
    assert spans("001", HOUSE, "ap") == [(start, start + 9) for start in starts]
