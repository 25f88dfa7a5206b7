"""A later table of facts adds, ends and corrects tenures of an earlier one."""

from __future__ import annotations

import pytest

from copydesk.facts import Facts, Tenure
from copydesk.facts.joined import Joined
from copydesk.facts.schema import read_table
from copydesk.files.data_file import DataFile
from copydesk.model.errors import DataError

OURS = """
[sources.list]
name = "A list"
licence = "CC0"
as-of = 2026-06-01
record = false

[[office]]
id = "ogdenville/mayor"
of = ["Ogdenville"]
titles = ["Mayor"]
household = true
half-life = 40
holders = [
    { name = "Al Loe", person = "Q1", since = 2005-03-01, until = 2012-03-01 },
    { name = "Bo Moe", person = "Q2", since = 2012-03-01, until = "2016-02" },
    { name = "Cy Noe", forms = ["Cyrus Noe"], since = "2016-03", until = 2020-05-04 },
    { name = "Di Poe", person = "Q4", since = 2020-05-04 },
]
"""
HEAD = """
[sources.hall]
name = "City Hall"
licence = "public record"
as-of = 2026-11-01
{record}
[[office]]
id = "ogdenville/mayor"
{more}
holders = [
"""


def joined(*holders: str, more: str = "", record: str = "", ours: str = OURS) -> Joined:
    """Our table, and a newsroom’s with these holders."""
    rows = "".join(f"    {{ {one} }},\n" for one in holders)
    found = Joined()
    found.add(read_table("ours.toml", ours))
    found.add(read_table("own.toml", HEAD.format(more=more, record=record) + rows + "]\n"))
    return found


def tenures(*holders: str, more: str = "", record: str = "", ours: str = OURS) -> list[Tenure]:
    rows = "".join(f"    {{ {one} }},\n" for one in holders)
    own = HEAD.format(more=more, record=record) + rows + "]\n"
    files = [DataFile("ours.toml", ours.encode()), DataFile("own.toml", own.encode())]
    facts = Facts(files)
    (office,) = facts.all_offices()
    return list(facts.tenures_of(office))


def kinds(found: Joined) -> list[tuple[str, str]]:
    return [(one.person, one.kind) for one in found.changes]


def test_two_lines_correct_one_tenure_and_the_rest_stays() -> None:
    found = tenures('name = "Di Poe", since = 2020-05-04, until = 2026-10-20')
    assert [one.person for one in found] == ["Al Loe", "Bo Moe", "Cy Noe", "Di Poe"]
    last = found[-1]
    assert (last.until, last.sure, last.office.titles) == ("2026-10-20", True, ("Mayor",))
    assert {one.name for one in last.sources} == {"A list", "City Hall"}
    assert [one.name for one in last.ends] == ["City Hall"]
    assert kinds(joined('name = "Di Poe", since = 2020-05-04, until = 2026-10-20')) == [
        ("Di Poe", "ended")
    ]


def test_a_new_holder_ends_the_predecessor_but_proves_no_end() -> None:
    found = tenures('name = "Ed Roe", since = 2026-10-20')
    before, after = found[-2:]
    assert (before.person, after.person) == ("Di Poe", "Ed Roe")
    # The list says that she was in office in June; by the day before his start she was not.
    assert (before.until_from, before.until, before.sure) == ("2026-06-01", "2026-10-19", True)
    assert not before.last and after.last and not after.until
    assert before.covers("2026-05-20") and not before.covers("2026-07-01")
    assert before.ended("2026-10-20") and not before.is_proven("2026-10-20")
    assert kinds(joined('name = "Ed Roe", since = 2026-10-20')) == [
        ("Ed Roe", "added"), ("Di Poe", "ended"),
    ]  # fmt: skip


def test_a_predecessor_of_whom_ours_says_otherwise_is_not_sure() -> None:
    before = tenures('name = "Ed Roe", since = 2026-04-20')[-2]
    assert (before.until, before.sure) == ("2026-04-19", False)


def test_where_several_hold_an_office_nobody_is_ended() -> None:
    ours = OURS.replace("household = true", "several = true")
    before = tenures('name = "Ed Roe", since = 2026-10-20', ours=ours)[-2]
    assert (before.person, before.until) == ("Di Poe", "")


def test_only_the_latest_holder_is_ended() -> None:
    ours = OURS.replace('2012-03-01, until = "2016-02" ', "2012-03-01, at-least = 2015-02-01 ")
    found = tenures('name = "Ed Roe", since = 2026-10-20', ours=ours)
    assert [one.until for one in found] == ["2012-03-01", "", "2020-05-04", "2026-10-19", ""]


@pytest.mark.parametrize(
    ("since", "kind", "start"),
    [
        ("2016-03-14", "confirmed", ("2016-03-14", "2016-03-14")),  # within our month
        ("2016-04-10", "confirmed", ("2016-03-01", "2016-04-10")),  # ten days off: both may be
        ("2016-08-01", "corrected", ("2016-08-01", "2016-08-01")),
    ],
)
def test_a_start_is_confirmed_or_corrected(since, kind, start) -> None:
    row = f'name = "Cyrus Noe", since = {since}, until = 2020-05-04'
    (one,) = [one for one in tenures(row) if one.person == "Cy Noe"]
    assert (one.since, one.since_by) == start
    assert kinds(joined(row)) == [("Cy Noe", kind)]
    names = {each.name for each in one.sources}
    assert names == ({"A list", "City Hall"} if kind == "confirmed" else {"City Hall"})


def test_two_sources_that_agree_prove_a_tenure() -> None:
    assert not tenures()[-1].is_proven("2026-05-01")
    row = 'name = "Di Poe", since = 2020-05-10'
    one = tenures(row, record="record = false\n")[-1]
    assert one.is_proven("2026-05-01") and not one.is_proven("2026-07-01")
    assert tenures(row)[-1].is_proven("2026-10-01")  # City Hall’s list needs no second source


def test_the_same_source_twice_proves_nothing() -> None:
    row = 'name = "Di Poe", since = 2020-05-10'
    same = OURS.replace("A list", "City Hall")
    assert not tenures(row, record="record = false\n", ours=same)[-1].is_proven("2026-05-01")


def test_two_sources_of_an_end_prove_it() -> None:
    row = 'name = "Al Loe", since = 2005-03-01, until = 2012-03-05'
    one = tenures(row, record="record = false\n")[0]
    assert (one.until_from, one.until) == ("2012-03-01", "2012-03-05")
    assert one.is_proven("2012-04-01")


def test_an_end_that_was_wrong_is_taken_back() -> None:
    found = joined('name = "Cy Noe", since = 2016-03-01')
    assert kinds(found) == [("Cy Noe", "corrected")]
    one = next(
        one for one in tenures('name = "Cy Noe", since = 2016-03-01') if one.person == "Cy Noe"
    )
    assert (one.until, one.known) == ("", "2026-11-01")


def test_an_older_table_does_not_open_what_has_ended() -> None:
    ours = OURS.replace("2026-06-01", "2027-06-01").replace(
        'since = 2020-05-04 }', "since = 2020-05-04, until = 2027-01-04 }"
    )  # fmt: skip
    one = tenures('name = "Di Poe", since = 2020-05-04', ours=ours)[-1]
    assert one.until == "2027-01-04"


def test_a_second_term_is_added_though_the_person_is_known() -> None:
    found = tenures('name = "Al Loe", since = 2026-10-20')
    assert [one.since for one in found if one.person == "Al Loe"] == ["2005-03-01", "2026-10-20"]


def test_ids_tell_namesakes_apart() -> None:
    found = tenures('name = "Di Poe", person = "Q99", since = 2026-10-20')
    assert [one.until for one in found[-2:]] == ["2026-10-19", ""]
    assert len(found) == 5
    found = tenures('name = "Diana Poe", person = "Q4", since = 2020-05-04, until = 2026-10-20')
    assert [one.until for one in found if one.person == "Di Poe"] == ["2026-10-20"]


def test_words_are_added_to_an_office() -> None:
    more = 'titles = ["Lord Mayor"]\nadjectives = ["Ogdenviller"]\nof = ["Greater Ogdenville"]'
    (office,) = joined(more=more).offices.values()
    assert office.titles == ("Mayor", "Lord Mayor")
    assert office.of == ("Ogdenville", "Greater Ogdenville")
    assert (office.adjectives, office.household, office.half_life) == (("Ogdenviller",), True, 40)
    (office,) = joined(more="half-life = 12").offices.values()
    assert office.half_life == 12


def test_a_whole_office_can_be_replaced() -> None:
    row = 'name = "Ed Roe", since = 2026-10-20'
    assert [one.person for one in tenures(row, more="replace = true")] == ["Ed Roe"]
    assert ("Al Loe", "replaced") in kinds(joined(row, more="replace = true"))


def test_a_new_office_needs_titles() -> None:
    own = read_table("own.toml", HEAD.format(more="", record="") + "]\n")
    with pytest.raises(DataError, match=r"own\.toml: office ogdenville/mayor needs titles"):
        Joined().add(own)
    Joined(partial=True).add(own)


def test_the_order_of_people_does_not_depend_on_ids() -> None:
    """Of namesakes, the row without an id belongs to neither."""
    ours = OURS + '[[office]]\nid = "b/mayor"\ntitles = ["Mayor"]\nholders = [\n' + (
        '{ name = "Al Loe", person = "Q7", since = 1990-01-01 },\n'
        '{ name = "Al Loe", since = 1980-01-01, until = 1982-01-01 }]\n'
    )  # fmt: skip
    found = Joined()
    found.add(read_table("ours.toml", ours))
    assert [one.wikidata for one in found.people() if one.name == "Al Loe"] == ["", "Q1", "Q7"]
