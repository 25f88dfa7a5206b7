"""What further lists confirm of a tenure, and what they do not."""

from __future__ import annotations

from pathlib import Path

from tools.data import facts_confirmed
from tools.data.facts_claims import Span, sources
from tools.data.facts_merge import Term
from tools.data.facts_offices import Office

OFFICE = Office("fr/pm", "heads", ("France",), ("French",), ("Prime Minister",),
                (("France", "Prime Minister"),))  # fmt: skip
HEAD = "office,holder,since,until,source\n"


def term(until: str = "2002-05-06", starts: tuple[str, ...] = ("own",)) -> Term:
    ends = Span(until, until) if until else None
    known = until or "2026-10-01"
    since = Span("1997-06-03", "1997-06-03")
    return Term("Lionel Jospin", since, ends, known, starts, starts if until else ())


def lines(folder: Path, rows: str, one: Term) -> list[str]:
    path = folder / "list.csv"
    path.write_text(HEAD + rows, encoding="utf-8")
    return list(facts_confirmed.lines([(OFFICE, [one])], [path]))


def test_two_lists_agree(tmp_path):
    rows = "fr/pm,Lionel Jospin,1997-06-02,2002-05-06,parlgov\n"
    (line,) = lines(tmp_path, rows, term())
    assert line == "fr/pm|Lionel Jospin|1997-06-03|2002-05-06|parlgov|parlgov"


def test_another_end_is_not_confirmed(tmp_path):
    rows = "fr/pm,Lionel Jospin,1997-06-02,2001-05-06,parlgov\n"
    (line,) = lines(tmp_path, rows, term())
    assert line.endswith("|parlgov|")


def test_another_person_start_or_office_confirms_nothing(tmp_path):
    for row in ("fr/pm,Alain Juppé,1997-06-02,2002-05-06,parlgov\n",
                "fr/pm,Lionel Jospin,1998-06-02,2003-05-06,parlgov\n",
                "de/pm,Lionel Jospin,1997-06-02,2002-05-06,parlgov\n",
                "fr/pm,Lionel Jospin,1997-06-02,2002-05-06,nobody\n"):  # fmt: skip
        assert lines(tmp_path, row, term()) == []


def test_one_of_a_family_is_enough(tmp_path):
    rows = ("fr/pm,Lionel Jospin,1997-06-02,2002-05-06,reign\n"
            "fr/pm,Lionel Jospin,1997-06-02,2002-05-06,archigos\n"
            "fr/pm,Lionel Jospin,1997-06-02,2002-05-06,wikipedia\n")  # fmt: skip
    (line,) = lines(tmp_path, rows, term(starts=("own", "wikidata")))
    assert line.endswith("|reign|reign")


def test_an_open_row_confirms_up_to_its_day(tmp_path, monkeypatch):
    rows = "fr/pm,Lionel Jospin,1997-06-02,,ifg\n"
    (line,) = lines(tmp_path, rows, term(until=""))
    assert line == "fr/pm|Lionel Jospin|1997-06-03||ifg|ifg"
    monkeypatch.setattr(facts_confirmed, "lines_of", lambda name: [line])
    ((claim,),) = facts_confirmed.confirmed().values()
    assert claim.until is None and claim.known == sources()["ifg"].as_of


def test_every_line_is_of_known_sources_and_offices():
    text = [line.split("|") for line in facts_confirmed.lines_of(facts_confirmed.NAME)]
    assert len(text) > 1500
    named = {key for row in text for part in row[4:] for key in part.split(",") if key}
    assert named <= set(sources())
