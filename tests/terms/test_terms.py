from __future__ import annotations

import re
from pathlib import Path

import pytest

from copydesk.document import Document
from copydesk.document.date import Clock
from copydesk.files.data_file import DataFile
from copydesk.model.errors import DataError
from copydesk.model.findings import Finding, Severity
from copydesk.parsers.plain import parse
from copydesk.terms.compile import compile_packs
from copydesk.terms.hits import Scope
from copydesk.terms.match import find_terms
from copydesk.terms.pack import read_pack
from copydesk.terms.store import load_table
from copydesk.terms.table import TermTable
from copydesk.testing.rule_examples import document

HEAD = '[rule]\nid = "a/b"\nsummary = "S."\nseverity = "stop"\n'
EXAMPLES = 'good = ["ok"]\nbad = ["[[x]]"]\n'


def table(*entries: str, head: str = HEAD) -> TermTable:
    text = head + "".join(f"[[entry]]\n{entry}\n{EXAMPLES}" for entry in entries)
    return TermTable(compile_packs([read_pack("p.toml", text)]))


def find(terms: TermTable, text: str, date: str = "2025-04-15", **styles: str) -> list[Finding]:
    doc = document(f"Headline\n\n{text}", date=date)
    scope = Scope({"a/b": Severity.STOP}, frozenset(styles.values()))
    found = find_terms(doc, terms, scope)
    assert not found.problems
    return found.findings


def words(found: list[Finding], text: str) -> list[str]:
    whole = f"Headline\n\n{text}"
    return [whole[one.span.start : one.span.end] for one in found]


KYIV = 'use = "Kyiv"\navoid = ["Kiev"]\nexceptions = ["chicken Kiev", "Kievan Rus"]'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left Kiev today.", ["Kiev"]),
        ("Kiev’s mayor; a Kiev-based firm; KIEV!", ["Kiev", "Kiev", "KIEV"]),
        ("The chicken Kiev was good in Kiev.", ["Kiev"]),
        ("Chicken Kiev and Kievan Rus.", []),
        ("Kievs and kiev and XKiev and Kiev_x.", []),
        ("See news.com/Kiev or mail a@Kiev.com, #Kiev.", []),
        ("", []),
    ],
)
def test_forms_are_found_as_whole_words(text: str, expected: list[str]) -> None:
    assert words(find(table(KYIV), text), text) == expected


def test_the_form_to_use_takes_the_case_of_the_words() -> None:
    terms = table('use = "health care"\navoid = ["healthcare"]')
    found = find(terms, "Healthcare and healthcare and HEALTHCARE")
    assert [one.fixes[0].edits[0].text for one in found] == [
        "Health care", "health care", "HEALTH CARE",
    ]  # fmt: skip


def test_curly_apostrophes_hyphens_and_hard_blanks_are_alike() -> None:
    terms = table('use = "Kim Jong Un"\navoid = ["Kim Jong-un", "Sana\'a North"]')
    text = "Kim\u00a0Jong\u2011un saw Sana’a North."
    assert len(find(terms, text)) == 2


def test_where_hits_overlap_the_longest_counts() -> None:
    terms = table('use = "x"\navoid = ["York", "New York City", "New York"]')
    text = "In New York City, and New York."
    assert words(find(terms, text), text) == ["New York City", "New York"]


def test_an_entry_holds_from_its_date_and_says_so() -> None:
    terms = table(f'{KYIV}\nsince = 2019-08-14\nsource = "A"')
    assert not find(terms, "In Kiev.", date="2019-08-13")
    (found,) = find(terms, "In Kiev.", date="2019-08-14")
    assert "Applies from 2019-08-14" in found.evidence
    assert "story date 2019-08-14 (--date)" in found.evidence
    assert "Source: A." in found.evidence


def test_an_entry_holds_until_its_date() -> None:
    terms = table(f"{KYIV}\nuntil = 2020-01-01")
    assert find(terms, "In Kiev.", date="2020-01-01")
    assert not find(terms, "In Kiev.", date="2020-01-02")


def test_another_word_of_the_story_silences_an_entry() -> None:
    terms = table('use = "Odesa"\navoid = ["Odessa"]\nunless = ["Texas"]')
    assert find(terms, "In Odessa.")
    assert not find(terms, "In Odessa.\n\nThe Texas town slept.")


def test_wording_stays_out_of_quoted_speech() -> None:
    terms = table('use = "about"\navoid = ["circa"]\nquotes = "skip"')
    text = "It was circa noon. “It was circa noon,” he said."
    assert words(find(terms, text), text) == ["circa"]


def test_slots_and_whole_limit_where_an_entry_counts() -> None:
    terms = table(
        'use = ""\nmatch = [\'(?i)advertisement\']\nneeds = ["advertisement"]\nwhole = true'
    )
    text = "An advertisement ran.\n\nAdvertisement\n\nMore news came in the night."
    assert words(find(terms, text), text) == ["Advertisement"]
    terms = table('use = "x"\navoid = ["Headline"]\nslots = ["headline"]')
    assert len(find(terms, "Headline again is in the text here.")) == 1


def test_a_pattern_finds_its_own_words_and_marks_do_as_well() -> None:
    terms = table("match = ['lorem\\s+ipsum']", 'avoid = ["###"]\nuse = ""')
    text = "Then lorem  ipsum stood.\n\nThe end. ###"
    assert words(find(terms, text), text) == ["lorem  ipsum", "###"]


def test_a_slow_pattern_is_named_and_the_others_go_on() -> None:
    terms = table("match = ['(?:a|aa|a)+b']\nneeds = [\"go\"]", KYIV)
    doc = document("Headline\n\ngo " + "a" * 40 + " in Kiev", date="2025-04-15")
    found, _, problems = find_terms(doc, terms, Scope({"a/b": Severity.STOP}))
    assert [one.message for one in found] == ["“Kiev” should be “Kyiv”."]
    assert "'(?:a|aa|a)+b' (p.toml:5) took more than" in problems[0].message
    assert problems[0].rule == "a/b"


def test_a_style_pack_counts_only_when_the_style_is_chosen() -> None:
    terms = table(KYIV, head=f'[style]\nname = "ap"\n{HEAD}')
    assert not find(terms, "In Kiev.")
    (found,) = find(terms, "In Kiev.", style="ap")
    assert "House style: ap." in found.evidence


def test_the_later_pack_wins_for_the_same_form() -> None:
    ours = read_pack("ours.toml", f"{HEAD}[forms]\nA = ['Kiev', 'Kyjiv']")
    theirs = read_pack("theirs.toml", "rule = 'a/b'\n[forms]\nB = ['Kiev']")
    found = find(TermTable(compile_packs([ours, theirs])), "Kiev and Kyjiv")
    assert [one.fixes[0].edits[0].text for one in found] == ["B", "A"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{HEAD}[[entry]]\nuze = 'x'\n", "p.toml:6: unknown key 'uze'; did you mean 'use'?"),
        (f"{HEAD}[[entry]]\nuse = 'x'\n", "p.toml:5: an entry needs forms to avoid"),
        (f"{HEAD}[[entry]]\navoid = ['x']\n", "p.toml:5: an entry needs at least one good"),
        (f"{HEAD}[[entry]]\navoid = ['x']\ngood = ['x']\nbad = ['x']", "p.toml:8: a bad example marks"),
        (f"{HEAD}[[entry]]\navoid = ['x']\nseverity = 'stopp'\n{EXAMPLES}", "p.toml:7: severity 'stopp' is not"),
        (f"{HEAD}[[entry]]\navoid = ['x']\nsince = 'May'\n{EXAMPLES}", "p.toml:7: write a date"),
        (f"{HEAD}[[entry]]\navoid = 'x'\n{EXAMPLES}", "p.toml:6: avoid must be a list of texts"),
        (f"{HEAD}[[entry]]\navoid = ['x']\nslots = ['head']\n{EXAMPLES}", "p.toml:7: slot 'head' is not one of"),
        (HEAD, "p.toml:1: the pack has no entries"),
        ("[rule]\nid = 'a'\n[forms]\nx = ['y']", "p.toml:2: a rule needs an id"),
        ("[forms\n", "p.toml:1: not valid TOML"),
        (f"{HEAD}[forms]\nx = []", "p.toml:6: give the forms to avoid"),
    ],
)  # fmt: skip
def test_a_wrong_pack_is_told_by_file_and_line(text: str, message: str) -> None:
    with pytest.raises(DataError) as error:
        read_pack("p.toml", text)
    assert str(error.value).startswith(message)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("match = ['(x']", "p.toml:5: the pattern '(x' is wrong"),
        ("match = ['\\w+']", "p.toml:5: the pattern '\\\\w+' has no word that must occur"),
    ],
)
def test_a_pattern_that_cannot_serve_is_refused(entry: str, message: str) -> None:
    with pytest.raises(DataError) as error:
        table(entry)
    assert str(error.value).startswith(message)


def test_the_line_of_the_second_entry_is_its_own() -> None:
    text = f"{HEAD}[[entry]]\navoid = ['x']\n{EXAMPLES}[[entry]]\navoid = 3\n{EXAMPLES}"
    with pytest.raises(DataError, match=r"^p\.toml:10: avoid"):
        read_pack("p.toml", text)


def test_the_table_is_kept_and_read_back(tmp_path: Path) -> None:
    files = [DataFile("p.toml", f"{HEAD}[forms]\nKyiv = ['Kiev']".encode())]
    load_table(files, str(tmp_path))
    (kept,) = tmp_path.iterdir()
    before = kept.stat().st_mtime_ns
    assert len(find(load_table(files, str(tmp_path)), "Kiev")) == 1
    assert kept.stat().st_mtime_ns == before


@pytest.mark.parametrize("damage", [b"", b"x", b"cdterms5", b"cdterms5" + b"\xff" * 64])
def test_a_damaged_table_is_built_again(tmp_path: Path, damage: bytes) -> None:
    files = [DataFile("p.toml", f"{HEAD}[forms]\nKyiv = ['Kiev']".encode())]
    load_table(files, str(tmp_path))
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage)
    assert len(find(load_table(files, str(tmp_path)), "Kiev")) == 1


def test_a_changed_pack_is_another_table(tmp_path: Path) -> None:
    for use in ("Kyiv", "Kyïv"):
        files = [DataFile("p.toml", f"{HEAD}[forms]\n'{use}' = ['Kiev']".encode())]
        (found,) = find(load_table(files, str(tmp_path)), "Kiev")
        assert found.fixes[0].edits[0].text == use


def test_a_cache_that_cannot_be_written_costs_no_findings(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    files = [DataFile("p.toml", f"{HEAD}[forms]\nKyiv = ['Kiev']".encode())]
    assert len(find(load_table(files, str(tmp_path / "file" / "cache")), "Kiev")) == 1


def test_thousands_of_terms_are_each_found() -> None:
    names = [
        f"Nam{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}" for i in range(9000)
    ]
    pack = read_pack("p.toml", HEAD + "[forms]\n" + "\n".join(f"{n}x = ['{n}']" for n in names))
    terms = TermTable(compile_packs([pack]))
    for name in names[::97]:
        assert len(find(terms, f"Then {name} left.")) == 1


def test_offsets_hold_beyond_the_basic_plane_and_where_lower_case_is_longer() -> None:
    text = "İİİ 😀😀 in Kiev."
    doc = Document(text, parse, clock=Clock("2025-04-15"))
    (found,), _, _ = find_terms(doc, table(KYIV), Scope({"a/b": Severity.STOP}))
    assert doc.text[found.span.start : found.span.end] == "Kiev"


def test_unless_near_looks_at_the_sentence_only() -> None:
    terms = table("avoid = ['Odessa']\nuse = 'Odesa'\nunless-near = ['Texas']")
    text = "He left Odessa, Texas. She stayed in Odessa."
    assert words(find(terms, text), text) == ["Odessa"]
    assert find(terms, text)[0].span.start > len("Headline\n\nHe left Odessa, Texas.")


def test_case_start_leaves_capitals_alone() -> None:
    terms = table("avoid = ['e-mail']\nuse = 'email'\ncase = 'start'")
    text = "E-MAIL, E-mail and e-mail"
    assert words(find(terms, text), text) == ["E-mail", "e-mail"]


def test_verbatim_says_whether_code_and_addresses_count() -> None:
    text = "See https://example.org/?utm_source=chatgpt.com there."
    for said, expected in (("skip", []), ("check", ["utm_source=chatgpt"])):
        terms = table(f"match = ['utm_source=chatgpt']\nverbatim = '{said}'")
        assert words(find(terms, text), text) == expected


def test_variants_are_hits_to_judge_and_no_findings() -> None:
    pack = "rule = 'a/b'\n[variants]\nZelenskyy = ['Zelenskiy']\n\"al-Qaida\" = {forms = ['al-Qaeda'], note = 'x'}"
    terms = TermTable(compile_packs([read_pack("p.toml", pack)]))
    doc = document("Headline\n\nZelenskyy met Zelenskiy, not al-Qaeda.", date="2025-04-15")
    assert find_terms(doc, terms, Scope({"a/b": Severity.STOP})).findings == []
    judged = find_terms(doc, terms, Scope({}, judged=frozenset({"a/b"}))).judged
    assert [(doc.text[slice(*hit.span)], hit.entry.avoid[0]) for hit in judged["a/b"]] == [
        ("Zelenskyy", "Zelenskyy"), ("Zelenskiy", "Zelenskyy"), ("al-Qaeda", "al-Qaida"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("table_text", "message"),
    [
        ("Kyiv = ['Kyiv']", "p.toml:3: the same form is listed twice"),
        ("Kyiv = []", "p.toml:3: give the other forms as a list of texts"),
        ("Kyiv = {form = ['Kiev']}", "p.toml:3: unknown key 'form'; did you mean 'forms'?"),
    ],
)
def test_wrong_variants_are_told_with_their_line(table_text: str, message: str) -> None:
    with pytest.raises(DataError, match=re.escape(message)):
        read_pack("p.toml", f"rule = 'a/b'\n[variants]\n{table_text}")
