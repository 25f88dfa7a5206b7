"""Facts: the schema of a table, the compiled table, and what ships."""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import pytest

from copydesk.cache.blocks import read_blocks
from copydesk.facts import Facts, fold
from copydesk.facts.schema import read_table
from copydesk.facts.survey import survey
from copydesk.facts.table import Table, compile_tables
from copydesk.files.data_file import DataFile
from copydesk.model.errors import DataError
from copydesk.registry.shipped_facts import shipped_facts

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted((ROOT / "lint_rules" / "_facts").glob("*.toml"))
FEW_CALLS = 1000  # to read the tables anew takes millions
HEAD = '[sources.hall]\nname = "City Hall"\nlicence = "public record"\nas-of = 2026-09-01\n'
MAYOR = """
[[office]]
id = "springfield/mayor"
of = ["Springfield"]
titles = ["Mayor"]
holders = [
    { name = "Pat Roe", forms = ["Patricia Roe"], since = 2010-01-04, until = 2018-01-02 },
    { name = "Sam Poe", since = 2018-01-02, until = 2027-01-02 },
]
"""


def table_of(text: str):
    return read_table("mayors.toml", HEAD + text)


def facts_of(text: str) -> Facts:
    return Facts([DataFile("mayors.toml", (HEAD + text).encode())])


def test_a_table_is_read():
    table = table_of(MAYOR)
    assert [office.id for office in table.offices] == ["springfield/mayor"]
    one, other = table.rows
    assert (one.name, one.since, one.until, one.known, one.sure) == (
        "Pat Roe", "2010-01-04", "2018-01-02", "2018-01-02", True,
    )  # fmt: skip
    assert (other.until, other.known, other.due) == ("", "2026-09-01", "2027-01-02")
    assert table.names == {"Pat Roe": ("Patricia Roe",)}


@pytest.mark.parametrize(
    ("end", "until", "known", "sure"),
    [
        ("until = 2012-01-01", "2012-01-01", "2012-01-01", True),
        ("at-least = 2012-01-01", "", "2012-01-01", True),
        ("until-about = 2012-01-01", "2012-01-01", "2026-09-01", False),
        ('conf = "L"', "", "2026-09-01", False),
        ("acting = true", "", "2026-09-01", True),
    ],
)
def test_ends_that_were_inferred_are_not_sure(end, until, known, sure):
    text = (
        f'[[office]]\nid = "a/b"\ntitles = ["Mayor"]\nholders = [{{ name = "Pat Roe", '
        f"since = 2010-01-04, {end} }}]\n"
    )
    (row,) = table_of(text).rows
    assert (row.until, row.known, row.sure) == (until, known, sure)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[offise]]\n", "mayors.toml:5: unknown key 'offise'; did you mean 'office'?"),
        ("[[names]]\n", "names must be a table: [names]"),
        ("[[died]]\n", "died must be a table: [died]"),
        ('[[office]]\nid = "mayor"\n', "mayors.toml:6: an office needs an id such as"),
        ('[[office]]\nid = "a/b"\nhalf-life = 0\n', "half-life is a number of months"),
        ('[[office]]\nid = "a/b"\ntitles = "Mayor"\n', "titles must be a list of texts"),
        ('[[office]]\nid = "a/b"\ntitles = ["M"]\nholders = [{ name = "X" }]\n', "must be a day"),
        (
            '[[office]]\nid = "a/b"\ntitles = ["M"]\nholders = [{ since = 2010-01-01 }]\n',
            "holder 1 has no name",
        ),
        (
            '[[office]]\nid = "a/b"\ntitles = ["M"]\n'
            'holders = [{ name = "X", since = 2010-01-01, until = 2009-01-01 }]\n',
            "ends (2009-01-01) before it begins",
        ),
        (
            '[[office]]\nid = "a/b"\ntitles = ["M"]\n'
            'holders = [{ name = "X", since = 2010-01-01, source = "web" }]\n',
            "there is no source 'web'",
        ),
    ],
)
def test_what_breaks_the_schema_is_told_with_its_line(text, said):
    with pytest.raises(DataError, match=r"^mayors\.toml:\d+: ") as told:
        table_of(text)
    assert said in str(told.value)


def test_a_table_without_sources_is_refused():
    with pytest.raises(DataError, match="say where the facts come from"):
        read_table("x.toml", '[[office]]\nid = "a/b"\ntitles = ["M"]\n')


def test_look_ups():
    facts = facts_of(MAYOR)
    assert facts.is_title("mayor") and not facts.is_title("sheriff")
    assert facts.is_place("springfield") and not facts.is_place("shelbyville")
    (whole,), part = facts.named("patricia roe")
    assert (whole.name, part) == ("Pat Roe", [])
    assert [one.name for one in facts.named("poe")[1]] == ["Sam Poe"]
    (office,) = facts.offices("mayor", "springfield")
    assert [one.person for one in facts.tenures_of(office)] == ["Pat Roe", "Sam Poe"]
    assert facts.offices("mayor", "shelbyville") == ()


def test_the_compiled_table_is_kept_and_a_broken_one_is_built_anew(tmp_path):
    files = [DataFile("mayors.toml", (HEAD + MAYOR).encode())]
    assert len(Facts(files, str(tmp_path)).table) == 2
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(b"nonsense")
    assert len(Facts(files, str(tmp_path)).table) == 2
    assert Table(read_blocks(str(kept))).office_count() == 1


def test_compiling_is_deterministic():
    table = table_of(MAYOR)
    assert compile_tables([table]) == compile_tables([table])


def test_overlaps_and_gaps():
    text = MAYOR.replace("since = 2018-01-02", "since = 2017-06-01")
    (remark, *_) = survey(table_of(text))
    assert remark.wrong and "two holders at a time" in remark.said
    text = MAYOR.replace("since = 2018-01-02", "since = 2019-06-01")
    (remark,) = survey(table_of(text))
    assert not remark.wrong and "nobody for 515 days" in remark.said


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_table_holds(path):
    table = read_table(path.name, path.read_text(encoding="utf-8"))
    assert table.sources and all(source.licence for source in table.sources.values())
    assert all(row.since <= row.known for row in table.rows if row.sure)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_nothing_in_a_shipped_table_cannot_be_right(path):
    table = read_table(path.name, path.read_text(encoding="utf-8"))
    assert [remark for remark in survey(table) if remark.wrong] == []


def test_five_thousand_tenures_ship():
    rows = [
        row
        for path in SHIPPED
        for row in read_table(path.name, path.read_text(encoding="utf-8")).rows
    ]
    assert len(rows) >= 5000
    assert sum(row.sure for row in rows) >= 2400


@pytest.mark.parametrize(
    "office",
    ["us/president", "us/vice", "us/speaker", "gb/pm", "fr/president", "de/chancellor", "ca/pm",
     "eu/commission", "nato/head", "un/head", "us/state", "us/treasury"],
)  # fmt: skip
def test_offices_of_the_first_rank_have_no_long_gap_since_1993(office):
    facts = shipped_facts()
    (found,) = [one for one in facts.all_offices() if one.id == office]
    rows = [one for one in facts.tenures_of(found) if one.sure]
    starts = [one for one in rows if one.since < "1995-06-01"]
    assert starts
    for one, other in pairwise(rows):
        assert one.until, one
        assert one.until <= other.since
        assert int(other.since[:4]) - int(one.until[:4]) <= 1, (one.person, other.person)
    assert rows[-1].until == ""


def test_loading_is_cheap(tmp_path):
    """What was compiled once is looked up in place: few calls, however many rows there are."""
    files = [DataFile(path.name, file=str(path)) for path in SHIPPED]
    Facts(files, str(tmp_path)).named("donald trump")
    calls: list[str] = []
    sys.setprofile(lambda _, event, what: calls.append(event))
    try:
        found = Facts(files, str(tmp_path)).named("donald trump")
    finally:
        sys.setprofile(None)
    assert found[0][0].name == "Donald Trump"
    assert calls.count("call") + calls.count("c_call") < FEW_CALLS


def test_names_are_folded():
    assert fold("José Manuel Durão-Barroso Jr.") == "jose manuel durao barroso jr"
    assert fold("O’Neill") == "o'neill"
