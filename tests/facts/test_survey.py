"""Each fault that ``copydesk facts check`` finds, and the table without it."""

from __future__ import annotations

import pytest

from copydesk.facts.schema import read_table
from copydesk.facts.survey import Remark, survey
from copydesk.facts.survey.names import faults

HEAD = """
[sources.new]
name = "A new list"
licence = "CC0"
as-of = 2026-10-01

[sources.old]
name = "An old list"
licence = "CC0"
as-of = 2022-08-01

[[office]]
id = "{place}/{role}"
titles = ["Head"]
{more}
holders = [
{holders}]
"""
SECOND = """
[[office]]
id = "us-zz/governor"
titles = ["Governor"]
holders = [{ name = "Al Loe", since = %s }]
"""


def look(
    *holders: str, more: str = "", after: str = "", place: str = "us-zz", role: str = "state"
) -> list[Remark]:
    rows = "".join(f"    {{ {one} }},\n" for one in holders)
    text = HEAD.format(place=place, role=role, more=more, holders=rows) + after
    return survey(read_table("a.toml", text))


LOE = 'name = "Al Loe", since = 2010-01-04, until = 2014-03-05'
FAULTS = {
    "no end since 2015-02-03, and the latest source is of 2022-08-01": (
        [LOE, 'name = "Bo Moe", since = 2015-02-03, source = "old"'],
        [LOE, 'name = "Bo Moe", since = 2015-02-03, source = ["old", "new"]'],
    ),
    "two holders at a time": (
        [LOE, 'name = "Bo Moe", since = 2013-02-03, until = 2020-01-02'],
        [LOE, 'name = "Bo Moe", since = 2014-03-05, until = 2020-01-02'],
    ),
    "begins a year to the day before the next": (
        [LOE, 'name = "Bo Moe", since = 2019-01-04, until = 2023-06-01',
         'name = "Cy Noe", since = 2020-01-04, until = 2023-07-01, conf = "L"'],
        [LOE, 'name = "Bo Moe", since = 2019-01-04, until = 2020-01-04',
         'name = "Cy Noe", since = 2020-01-04, until = 2023-07-01, conf = "L"'],
    ),
    "sources differ": (
        [LOE, 'name = "Al Loe", since = 2010-07-20, at-least = 2013-01-01, source = "old", conf = "L"'],
        [LOE, 'name = "Al Loe", since = 2020-01-04, source = "new"'],
    ),
    "twice at a time": (
        [LOE, 'name = "Al Loe", since = 2010-01-20, until = 2014-03-05, source = "old"'],
        [LOE],
    ),
    "one person twice": (
        ['name = "Sergei Shoigu", since = 2012-11-06, until = 2024-05-12',
         'name = "Sergey Shoygu", since = 2012-11-06, at-least = 2022-08-01, conf = "L"'],
        ['name = "Sergei Shoigu", since = 2012-11-06, until = 2024-05-12',
         'name = "Andrei Belousov", since = 2024-05-14'],
    ),
    "away for 88 days, and nobody else held it": (
        ['name = "Di Poe", since = 2014-08-29, until = 2015-08-28',
         'name = "Di Poe", since = 2015-11-24, until = 2016-05-24'],
        ['name = "Di Poe", since = 2014-08-29, until = 2015-08-28',
         'name = "Ed Roe", since = 2015-08-28, until = 2015-11-24',
         'name = "Di Poe", since = 2015-11-24, until = 2016-05-24'],
    ),
}  # fmt: skip


@pytest.mark.parametrize("said", FAULTS)
def test_a_fault_is_found_and_its_mended_form_passes(said: str) -> None:
    wrong, mended = FAULTS[said]
    found = [one for one in look(*wrong) if one.wrong]
    assert found and any(said in one.said for one in found), found
    assert [one for one in look(*mended) if one.wrong] == []


def test_one_person_in_two_offices_of_one_place() -> None:
    (remark,) = look('name = "Al Loe", since = 2008-01-10', after=SECOND % "2020-01-09")[:1]
    assert remark.wrong and "us-zz/governor from 2020-01-09" in remark.said
    ended = look(
        'name = "Al Loe", since = 2008-01-10, until = 2020-01-09', after=SECOND % "2020-01-09"
    )
    assert ended == []


def test_of_a_country_heads_do_not_share_a_person_but_ministers_may() -> None:
    text = '[sources.a]\nname = "A"\nlicence = "CC0"\nas-of = 2026-10-01\n' + "".join(
        f'[[office]]\nid = "zz/{role}"\ntitles = ["Head"]\n'
        'holders = [{ name = "Al Loe", since = 2021-01-01 }]\n'
        for role in ("president", "pm", "mfinance")
    )
    found = survey(read_table("a.toml", text))
    assert [(one.office, one.wrong) for one in found] == [
        ("zz/pm", False), ("zz/president", True), ("zz/president", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("died", "wrong"), [("2014-02-01", 1), ("2014-03-05", 0), ("2020-01-01", 0)]
)
def test_nobody_is_in_office_after_death(died: str, wrong: int) -> None:
    found = look(LOE, after=f'\n[died]\n"Al Loe" = {died}\n')
    assert len(found) == wrong and all("died by" in one.said for one in found)


def test_an_open_tenure_ends_with_death() -> None:
    (one,) = look('name = "Al Loe", since = 2024-01-04', after='\n[died]\n"Al Loe" = 2026-02-01\n')
    assert one.wrong and "died by 2026-02-01, and is in office to 2026-10-01" in one.said


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Helle Thorning-schmidt", "Helle Thorning-Schmidt"),
        ("José Ramos-horta", "José Ramos-Horta"),
        ("Alix Didier Fils-aimé", "Alix Didier Fils-Aimé"),
        ("Charles Iii", "Charles III"),
        ("Leo Xiv", "Leo XIV"),
        ("Benedict Xvi", "Benedict XVI"),
        ("Paul Vi", "Paul VI"),
        ("Denis SASSOU-Nguesso", "Denis Sassou-Nguesso"),
        ("Elect Adama Barrow", "Adama Barrow"),
        ("and Co-Vice President Muhammad bin Rashid", "Muhammad bin Rashid"),
        ("of the Islamic Republic of Afghanistan Ashraf Ghani", "Ashraf Ghani"),
        ("Col. Mamady Doumbouya", "Mamady Doumbouya"),
        ("Gen. Gen Nakatani", "Gen Nakatani"),
        ("to Lam", "To Lam"),
        ("Răzvan Mustea-șerban", "Răzvan Mustea-Șerban"),
        ("Sir Keir Starmer", "Keir Starmer"),
        ("45th Holder", "Ed Holder"),
    ],
)
def test_names_are_as_people_write_them(wrong: str, right: str) -> None:
    assert list(faults(wrong)) and list(faults(right)) == []
    assert any(one.wrong for one in look(f'name = "{wrong}", since = 2024-01-01'))
    assert look(f'name = "{right}", since = 2024-01-01') == []


@pytest.mark.parametrize(
    "name",
    ["Ban Ki-moon", "Park Geun-hye", "Hwang Kyo-ahn", "Tsai Ing-wen", "Lai Ching-te",
     "Prayuth Chan-ocha", "Muhammad Zia-ul-Haq", "Xi Jinping", "JD Vance", "Martin Luther King",
     "Banharn Silpa-archa", "Vi Lyles", "Robert F. Kennedy Jr.", "Mike DeWine", "Ngozi Okonjo-Iweala", "Mohammed bin Salman"],
)  # fmt: skip
def test_names_that_are_right(name: str) -> None:
    assert list(faults(name)) == []


def test_forms_have_no_titles_and_no_figures() -> None:
    wrong = look('name = "Al Loe", forms = ["President Loe"], since = 2024-01-01')
    assert [one.wrong for one in wrong] == [True]
    assert look('name = "Al Loe", forms = ["King Al", "AMLO"], since = 2024-01-01') == []


def test_two_people_with_names_alike_may_follow_one_another() -> None:
    rows = (
        'name = "Andrzej Zieliński", since = 2001-07-12, until = 2001-10-19',
        'name = "Andrzej Celiński", since = 2001-10-19, until = 2002-07-06',
    )
    assert look(*rows) == []


def test_two_people_with_ids_are_two_people() -> None:
    rows = (
        'name = "Bo Moe Noe", person = "Q1", since = 2020-01-01, until = 2022-01-01',
        'name = "Bo Moe", person = "Q2", since = 2022-01-01',
    )
    assert look(*rows) == []
    assert any("one person twice" in one.said for one in look(*(
        row.replace('person = "Q1", ', "").replace("until = 2022-01-01", "until = 2022-04-01")
        for row in rows
    )))  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([LOE, 'name = "Bo Moe", since = 2019-06-01'], "nobody for 1914 days"),
        ([LOE, 'name = "Al Loe", since = 2020-06-01, conf = "L"'], "a later term is not sure"),
        (['name = "Al Loe", since = "2024-06"'], "on a day that is not known: 2024-06-01"),
        ([LOE.replace("2014-03-05", '"2013"')], "ends within a long time: 2013-01-01"),
    ],
)
def test_what_is_worth_a_look_is_not_wrong(rows: list[str], said: str) -> None:
    (remark,) = look(*rows)
    assert not remark.wrong and said in remark.said


def test_offices_of_several_and_terms_of_a_year_pass() -> None:
    rows = [
        f'name = "{name}", since = {year}-01-01, until = {year}-12-31'
        for year, name in zip(range(2010, 2016), ("A Loe", "B Moe", "C Noe", "D Poe", "E Roe", "F Soe"), strict=True)
    ]  # fmt: skip
    assert look(*rows) == []
    both = [LOE, 'name = "Bo Moe", since = 2013-02-03, until = 2020-01-02']
    assert look(*both, more="several = true") == []


def test_what_was_checked_is_only_worth_a_look() -> None:
    wrong, _ = FAULTS["away for 88 days, and nobody else held it"]
    after = '\n[checked]\n"us-zz/state Di Poe" = "Her seat was empty."\n'
    assert [one.wrong for one in look(*wrong, after=after)] == [False]


def test_an_endless_tenure_that_never_stops_a_story_is_worth_a_look() -> None:
    wrong, _ = FAULTS["no end since 2015-02-03, and the latest source is of 2022-08-01"]
    assert any(one.wrong for one in look(*wrong))
    row = wrong[1].replace('"old"', '"one"')
    more = '[sources.one]\nname = "One list"\nlicence = "CC0"\nas-of = 2022-08-01\nrecord = false\n'
    text = HEAD.format(place="us-zz", role="state", more="", holders=f"{{ {row} }}\n")
    (remark,) = survey(read_table("a.toml", more + text))
    assert not remark.wrong and "no end since 2015-02-03" in remark.said


def test_old_is_told_by_the_day_of_the_check() -> None:
    row = 'name = "Bo Moe", since = 2015-02-03, source = "new"'
    text = HEAD.format(place="us-zz", role="state", more="", holders=f"{{ {row} }}\n")
    table = read_table("a.toml", text)
    assert survey(table) == []
    assert [one.wrong for one in survey(table, "2028-01-01")] == [True]
