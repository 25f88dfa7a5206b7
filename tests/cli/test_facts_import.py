"""``copydesk facts import``: a table from the result of a Wikidata query."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.facts import Office
from copydesk.facts.schema import FactTable, read_table
from copydesk.facts.wikidata import LeftOut, to_toml
from copydesk.facts.wikidata.words import title_of

ROOT = Path(__file__).resolve().parents[2]
ENTITY = "http://www.wikidata.org/entity/"
GERMANY = Office("de/president", ("Germany",), ("German",), ("President",))
BRITAIN = Office("gb/pm", ("United Kingdom", "Britain", "the UK"), ("British", "UK", "U.K."),
                 ("Prime Minister", "PM"), wikidata="Q14211")  # fmt: skip


def row(name: str, start: str, end: str = "", **more: str) -> dict[str, dict[str, str]]:
    given = {
        "office": f"{ENTITY}Q1", "officeLabel": "mayor of Ogdenville", "placeLabel": "Ogdenville",
        "demonym": "Ogdenviller", "person": f"{ENTITY}Q{len(name)}", "personLabel": name,
        "start": f"{start}T00:00:00Z", "startPrecision": "11",
    }  # fmt: skip
    if end:
        given |= {"end": f"{end}T00:00:00Z", "endPrecision": "11"}
    return {key: {"type": "literal", "value": value} for key, value in (given | more).items()}


def converted(
    *rows: dict[str, dict[str, str]], ids: dict[str, str] | None = None
) -> tuple[FactTable, LeftOut]:
    text = json.dumps({"results": {"bindings": rows}})
    out, left_out = to_toml(text, "2026-09-01", "q.json", ids or {}, [GERMANY, BRITAIN])
    again = json.dumps({"results": {"bindings": rows[::-1]}})
    assert to_toml(again, "2026-09-01", "q.json", ids or {}, [GERMANY, BRITAIN])[0] == out
    return read_table("a.toml", out), left_out


def test_a_table_is_written() -> None:
    table, left_out = converted(
        row("Kim Doe", "2018-02-01"), row("Jo “J” Moe", "2010-02-01", "2018-02-01")
    )
    (office,) = table.offices
    assert (office.id, office.titles) == ("ogdenville/mayor-of-ogdenville", ("Mayor",))
    assert (office.of, office.adjectives) == (("Ogdenville",), ("Ogdenviller",))
    assert office.wikidata == "Q1"
    assert [(one.name, one.person, one.since, one.until) for one in table.rows] == [
        ("Jo “J” Moe", "Q10", "2010-02-01", "2018-02-01"),
        ("Kim Doe", "Q7", "2018-02-01", ""),
    ]
    source = table.sources["wikidata"]
    assert (source.as_of, source.record) == ("2026-09-01", False)  # it proves nothing alone
    assert not left_out


def test_our_ids_are_written_and_our_words_stay() -> None:
    pm = {"office": f"{ENTITY}Q14211", "officeLabel": "Prime Minister of the United Kingdom",
          "placeLabel": "United Kingdom", "demonym": "Britons"}  # fmt: skip
    table, _ = converted(row("Al Loe", "2020-01-01", **pm), ids={"Q14211": "gb/pm"})
    (office,) = table.offices
    assert (office.id, office.titles, office.of, office.adjectives) == ("gb/pm", (), (), ())
    table, _ = converted(row("Al Loe", "2020-01-01", **pm))
    (office,) = table.offices
    assert office.titles == ("Prime Minister",)
    assert office.of == ("United Kingdom", "Britain", "the UK")
    assert office.adjectives == ("British", "UK", "U.K.")


def test_an_office_of_a_place_that_we_know_has_our_words() -> None:
    office = {"office": f"{ENTITY}Q4970706", "officeLabel": "Federal chancellor of Germany",
              "placeLabel": "Germany", "demonym": "Germans"}  # fmt: skip
    table, _ = converted(row("Al Loe", "2020-01-01", **office), ids={"Q4970706": "de/chancellor"})
    (found,) = table.offices
    assert (found.id, found.of, found.adjectives) == ("de/chancellor", ("Germany",), ("German",))
    assert found.titles == ("Chancellor", "Federal Chancellor")


@pytest.mark.parametrize(
    ("label", "places", "titles"),
    [
        ("prime minister of the United Kingdom", ("United Kingdom",), ("Prime Minister",)),
        ("President of the French Republic", ("France", "French"), ("President",)),
        ("Japanese Minister of Foreign Affairs", ("Japanese",), ("Minister of Foreign Affairs",)),
        ("Governor of the Bank of England", ("England",), ("Governor of the Bank",)),
        ("Germany", ("Germany",), ("Germany",)),
    ],
)
def test_titles_are_as_copy_writes_them(
    label: str, places: tuple[str, ...], titles: tuple[str, ...]
) -> None:
    assert title_of(label, places) == titles


def test_demonyms_of_a_new_place_are_words_for_one() -> None:
    words = ("Ogden", "Ogdens", "Ogden people")
    rows = [row("Al Loe", "2020-01-01", demonym=one) for one in words]
    table, _ = converted(*rows)
    assert table.offices[0].adjectives == ("Ogden",)
    assert len(table.rows) == 1


def test_forms_have_no_titles() -> None:
    listed = "President Loe, 45th mayor of Ogdenville, Albert Loe, Loe, The Big Man, ALBERT LOE"
    table, _ = converted(row("Al Loe", "2020-01-01", personAltLabel=listed))
    assert table.names["Al Loe"] == ("Albert Loe",)


def test_a_month_is_a_month_and_a_year_a_year() -> None:
    table, _ = converted(
        row("Al Loe", "2020-05-01", "2021-01-01", startPrecision="10", endPrecision="9")
    )
    (one,) = table.rows
    assert (one.since, one.since_by, one.until_from, one.until) == (
        "2020-05-01", "2020-05-31", "2021-01-01", "2021-12-31",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (row("Q12345", "2020-01-01"), "without a name in English"),
        (row("Al Loe", "2020-01-01", officeLabel="Q99"), "without a name in English"),
        (row("Al Loe", "-0044-03-15"), "without a date that can be read"),
        (row("Al Loe", "1990-01-01", startPrecision="7"), "without a date that can be read"),
        (row("Al Loe", "t1234"), "without a date that can be read"),
        (row("Al Loe", "2020-01-01", "2019-01-01"), "that end before they begin"),
        (row("Al Loe", "2027-01-01"), "that begin in the future"),
        (row("Al Loe", "2020-01-01", rank="http://wikiba.se/ontology#DeprecatedRank"), "deprecated"),
    ],
)  # fmt: skip
def test_what_cannot_be_right_is_left_out(wrong: dict[str, dict[str, str]], why: str) -> None:
    table, left_out = converted(wrong, row("Bo Moe", "2021-01-01"))
    assert [one.name for one in table.rows] == ["Bo Moe"]
    assert str(left_out) == f"1 {why}"


def test_what_has_no_source_is_not_sure() -> None:
    table, _ = converted(
        row("Al Loe", "2020-01-01", referenced="false"), row("Bo Moe", "2021-01-01")
    )
    assert [one.sure for one in table.rows] == [False, True]


def test_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [row("Pat Roe", "2026-08-20", office=f"{ENTITY}Q14211"), row("Q5", "2020-01-01")]
    Path("q.json").write_text(json.dumps(rows), "utf-8")
    words = ["facts", "import", "q.json", "--as-of", "2026-09-01", "--office", "gb/pm=Q14211"]
    assert main(words) == 0
    out, err = capsys.readouterr()
    assert "pqv:P580" in out  # the query stands in the head
    assert err == "copydesk: 1 row left out: 1 without a name in English\n"
    (office,) = read_table("a.toml", out).offices
    assert (office.id, office.wikidata, office.titles) == ("gb/pm", "Q14211", ())
    assert main(["facts", "import", "q.json", "--office", "gb=pm"]) == 2
    assert "write it as gb/pm=Q14211" in capsys.readouterr().err


@pytest.mark.parametrize("path", sorted((ROOT / "tools/data/queries").glob("*.rq")), ids=str)
def test_every_query_asks_for_what_is_read(path: Path) -> None:
    text = path.read_text("utf-8")
    head = text[text.index("SELECT") : text.index("WHERE")].split()
    for name in ("office", "officeLabel", "placeLabel", "person", "personLabel", "start",
                 "startPrecision", "end", "endPrecision", "rank", "referenced"):  # fmt: skip
        assert f"?{name}" in head
    assert text.count("{") == text.count("}")
