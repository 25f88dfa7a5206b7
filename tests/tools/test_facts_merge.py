"""How the builder of the tables of facts makes one tenure of what several lists say."""

from __future__ import annotations

import pytest

from tools.data.build_facts import _one_person, _one_spelling
from tools.data.facts_claims import Claim, Span, claim_of, span_of
from tools.data.facts_merge import Term, merged
from tools.data.facts_names import Names, alike


def claim(name: str, since: str, until: str = "", source: str = "own", sure: bool = True) -> Claim:
    found = claim_of(name, since, until, source, sure)
    assert found is not None
    return found


def one(*claims: Claim) -> Term:
    (term,) = merged(claims, several=False)
    return term


def spans(terms: list[Term]) -> list[tuple[str, str, str]]:
    return [(term.name, term.since.first, term.until.last if term.until else "") for term in terms]


class TestClaims:
    def test_a_month_is_a_range(self):
        assert span_of("2026-02") == Span("2026-02-01", "2026-02-28")
        assert span_of("2026") is None and span_of("2026-13") is None

    def test_an_end_to_come_is_no_end(self):
        found = claim("A", "2025-01-20", "2029-01-20", "congress")
        assert found.until is None and found.due == "2029-01-20"

    def test_an_end_from_the_successor_is_a_bound(self):
        found = claim("A", "2014-02-11", "2016-08-04 (inferred)", "cia")
        assert found.inferred and found.until == Span("2014-02-11", "2016-08-04")

    def test_a_list_that_is_not_kept_up_is_believed_for_some_years(self):
        assert claim("A", "2012-01-02", "", "wikidata").known < "2018-02"
        assert claim("A", "2021-01-02", "", "wikidata").known == "2022-08-01"
        assert claim("A", "2012-01-02", "", "own").known > "2026"

    @pytest.mark.parametrize(
        ("since", "until"), [("", ""), ("2012", ""), ("2012-05-01", "2010-05-01")]
    )
    def test_what_is_not_exact_or_impossible_is_none(self, since, until):
        assert claim_of("A", since, until, "wikidata") is None


class TestAgreement:
    def test_two_lists_that_agree(self):
        term = one(claim("A", "2001-03-07", "2006-04-14"),
                   claim("A", "2001-03-07", "2006-04-14", "wikidata"))  # fmt: skip
        assert term.starts == ("own", "wikidata") and term.ends == ("own", "wikidata")

    def test_days_between_two_lists_are_a_range(self):
        term = one(claim("A", "2013-02-27", "2015-02-17"),
                   claim("A", "2013-03-01", "2015-02-17", "wikidata"))  # fmt: skip
        assert term.since == Span("2013-02-27", "2013-03-01")

    def test_a_day_within_a_month_decides(self):
        term = one(claim("A", "2013-02"), claim("A", "2013-02-27", "", "cia"))
        assert term.since == Span("2013-02-27", "2013-02-27") and term.starts == ("own", "cia")

    def test_lists_that_differ_prove_nothing(self):
        term = one(claim("A", "2009-01-21", "2016-01-01"),
                   claim("A", "2009-01-21", "2015-01-04", "wikidata"))  # fmt: skip
        assert term.until == Span("2016-01-01", "2016-01-01") and term.ends == ("own",)
        assert term.starts == ("own", "wikidata") and term.confirmed == "2015-01-04"

    def test_an_old_list_without_an_end_confirms_up_to_its_day(self):
        term = one(claim("A", "2020-10-01", "2025-02-03"), claim("A", "2020-10-01", "", "wikidata"))
        assert term.ends == ("own",) and term.confirmed == "2022-08-01"

    def test_one_spelling_and_one_person(self):
        claims = [claim("Sergei Shoigu", "2012-11-06", "2024-05-12"),
                  claim("Sergey Shoygu", "2012-11-06", "", "wikidata")]  # fmt: skip
        assert _one_person(claims, several=False) == {"Sergey Shoygu": "Sergei Shoigu"}
        assert {one.name for one in _one_spelling([claim("Lech Walesa", "1990-12-22", "", "cia"),
                claim("Lech Wałęsa", "1990-12-22")])} == {"Lech Wałęsa"}  # fmt: skip

    def test_a_seat_of_two_namesakes(self):
        claims = [claim("Ann Roe", "2013-01-03"), claim("Bob Roe", "2013-01-03", "", "openstates")]
        assert _one_person(claims, several=True) == {}

    def test_two_names_in_one_list_are_two_people(self):
        claims = [claim("Saad al-Sabah", "2006-01-15"), claim("Sabah al-Sabah", "2006-01-29")]
        assert _one_person(claims, several=False) == {}

    def test_of_one_list_the_exact_day_counts(self):
        term = one(claim("A", "2001-01", "2005-02"), claim("A", "2001-01-20", "2005-02-07"))
        assert term.since.first == "2001-01-20"
        assert term.until == Span("2005-02-07", "2005-02-07")


class TestSecondTerms:
    def test_a_later_term_of_a_worse_list_stays(self):
        terms = merged([claim("A", "2022-04-11", "2023-08-14"),
                        claim("A", "2024-03-04", "", "cia")], several=False)  # fmt: skip
        assert spans(terms) == [("A", "2022-04-11", "2023-08-14"), ("A", "2024-03-04", "")]

    def test_a_list_that_names_somebody_twice_without_an_end(self):
        terms = merged([claim("A", "2022-04-11", "2023-08-14"), claim("A", "2022-04-11", "", "cia"),
                        claim("B", "2023-08-14", "2024-03-04"),
                        claim("A", "2024-03-04", "", "cia")], several=False)  # fmt: skip
        assert spans(terms) == [("A", "2022-04-11", "2023-08-14"),
                                ("B", "2023-08-14", "2024-03-04"), ("A", "2024-03-04", "")]  # fmt: skip

    def test_a_second_oath_with_nobody_between_is_no_return(self):
        term = one(claim("A", "2018-05-08", "", "cia"), claim("A", "2021-08-02", "", "cia"))
        assert term.since.first == "2018-05-08" and term.until is None

    def test_a_short_holder_between_keeps_two_terms_apart(self):
        terms = merged([claim("A", "2015-01-26", "2015-08-27", "wikidata"),
                        claim("B", "2015-08-27", "2015-09-21", "wikidata"),
                        claim("A", "2015-09-21", "2019-07-08", "wikidata")], several=False)  # fmt: skip
        assert [term.name for term in terms] == ["A", "B", "A"]

    def test_two_cabinets_with_nobody_between_are_one_tenure(self):
        terms = merged([claim("A", "2014-08-28", "2015-08-28", "wikidata"),
                        claim("A", "2015-11-24", "2016-05-22", "wikidata")], several=False)  # fmt: skip
        assert spans(terms) == [("A", "2014-08-28", "2016-05-22")]


class TestOneAtATime:
    def test_the_next_holder_ends_an_open_tenure(self):
        first, second = merged([claim("A", "2012-01-02", "", "wikidata"),
                                claim("B", "2020-01-06")], several=False)  # fmt: skip
        assert first.inferred and first.until is not None and first.until.last == "2020-01-06"
        assert second.until is None

    def test_a_worse_list_against_a_better_one_is_doubtful(self):
        terms = merged([claim("A", "2022-06-01", "2026-06-15"),
                        claim("B", "2022-12-23", "", "cia")], several=False)  # fmt: skip
        assert [(term.name, term.sure) for term in terms] == [("A", True), ("B", False)]

    def test_terms_that_overlap_by_days_meet(self):
        first, second = merged([claim("A", "2007-06-04", "2009-05-12", "wikidata"),
                                claim("B", "2009-05-08", "2010-07-13", "wikidata")], several=False)  # fmt: skip
        assert first.until == second.since == Span("2009-05-08", "2009-05-12")

    def test_a_list_of_two_offices_under_one_name_is_doubtful(self):
        ministers = [claim(f"M{year}", f"{year}-05-01", f"{year + 2}-05-01", "wikidata")
                     for year in (2000, 2002, 2004, 2006)]  # fmt: skip
        secretaries = [claim(f"S{year}", f"{year}-05-01", f"{year + 2}-05-01", "wikidata")
                       for year in (2001, 2003, 2005)]  # fmt: skip
        assert not any(term.sure for term in merged([*ministers, *secretaries], several=False))
        assert all(term.sure for term in merged(ministers, several=False))

    def test_an_office_of_many_keeps_all(self):
        terms = merged([claim("A", "2001-01-03"), claim("B", "2005-01-03")], several=True)
        assert all(term.until is None for term in terms)


class TestNames:
    @pytest.mark.parametrize(
        ("listed", "name"),
        [
            ("LEO XIV", "Leo XIV"),
            ("Charles III", "Charles III"),
            ("Helle THORNING-SCHMIDT", "Helle Thorning-Schmidt"),
            ("Denis SASSOU-Nguesso", "Denis Sassou-Nguesso"),
            ("Col. Mamady DOUMBOUYA", "Mamady Doumbouya"),
            ("Elect Adama BARROW", "Adama Barrow"),
            ("J.C. WATTS", "J.C. Watts"),
            ("Jose RAMOS-HORTA", "Jose Ramos-Horta"),
        ],
    )
    def test_names_as_people_write_them(self, listed, name):
        names = Names()
        names.called.clear()
        assert names.of(listed) == name

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("Sergei Shoigu", "Sergey Shoygu", True),
            ("Hossein Amir-Abdollahian", "Hossein Amirabdollahian", True),
            ("Srettha Thavisin", "Settha Thavisin", True),
            ("John F. Kelly", "John Kelly", True),
            ("Nawaz Sharif", "Shehbaz Sharif", False),
            ("Raúl Castro", "Fidel Castro", False),
            ("Angela Merkel", "Olaf Scholz", False),
        ],
    )
    def test_names_that_may_be_one(self, one, other, same):
        assert alike(one, other) is same
