"""Old names in history, in longer names and as places: ``history``, ``names``, ``where``."""

from __future__ import annotations

import pytest

from copydesk.engine import check
from copydesk.model.findings import Severity
from copydesk.rules.ruleset import RuleSet
from copydesk.terms.compile import compile_packs
from copydesk.terms.pack import read_pack
from copydesk.terms.table import TermTable
from copydesk.testing.rule_examples import document, read_marks

PACK = """
rule = "a/b"
[defaults]
names = "skip"
[[entry]]
use = "Kolkata"
avoid = ["Calcutta"]
since = 2001-01-01
history = "name"
good = ["Kolkata"]
bad = ["[[Calcutta]]"]
[[entry]]
use = "Swallowfield"
avoid = ["Swalowfield"]
history = "spelling"
good = ["x"]
bad = ["[[Swalowfield]]"]
[[entry]]
use = "Newland"
avoid = ["Oldland"]
since = 1964-07-06
history = "story"
only-with = ["Africa"]
good = ["x"]
bad = ["[[Oldland]]"]
[[entry]]
use = "Torvik"
avoid = ["Sorvik"]
where = "place"
good = ["x"]
bad = ["They live in [[Sorvik]]."]
[[entry]]
use = "Lundby"
avoid = ["Landby"]
where = "news"
names = "check"
good = ["x"]
bad = ["They met in [[Landby]] on Monday."]
[[entry]]
use = "Halden"
avoid = ["Holden"]
names = "namesakes"
good = ["x"]
bad = ["[[Holden]] is shut."]
"""
TABLE = TermTable(compile_packs([read_pack("p.toml", PACK)]))


@pytest.mark.parametrize(
    "text",
    [
        "The ministers flew to [[Calcutta]] on Monday.",
        "[[Calcutta]]’s trams came back.",
        "In [[Calcutta]] rain fell, and in [[Calcutta]] it stopped.",
        "Some 1,947 people left [[Calcutta]].",
        "It cost $1950 in [[Calcutta]].",
        # a longer name, or another place
        "The Calcutta High Court sat.",
        "The University of Calcutta is shut.",
        "It broke in Calcutta, Ohio, on Friday.",
        "The Delhi-Calcutta train was late, and the Calcutta-Delhi train too.",
        "He landed at Calcutta airport.",
        # the past
        "In 1947 the ministers flew to Calcutta.",
        "They left Calcutta. That was in 1971.",
        "Kolkata, formerly Calcutta, has trams; Calcutta (now Kolkata) had more.",
        "She was born in Calcutta and left.",
        "The colonial mansions of Calcutta stand.",
        "“Calcutta” is on the old maps.",
        "The city was called Calcutta.",
        "Calcutta, now Kolkata, has trams.",
        # a spelling holds for any time since 1992
        "They met in [[Swalowfield]] in 2014.",
        "They met in Swalowfield in 1943.",
        # years anywhere in the story, and a word that must be there
        "The ministers of Africa met in [[Oldland]].",
        "The ministers met in Oldland.",
        "The ministers of Africa met in Oldland.\n\nThey had met in 1951.",
        "The ministers of Africa met in Oldland. It was a colony.",
        # only where it stands as a place
        "They live in [[Sorvik]].",
        "They came from northern [[Sorvik]] and left.",
        "They saw Oslo, Bergen and Sorvik.",
        "They live in Oslo, Bergen and [[Sorvik]].",
        "The boats left [[Sorvik]] on Monday, and Sorvik was left behind.",
        "Sorvik beat Bergen, and Bergen lost to Sorvik.",
        "They deal in Sorvik stamps.",
        "SORVIK is a band.",
        "[[SORVIK]], Norway — The boats are back.",
        # only so in the news
        "They met in [[Landby]] on Monday.",
        "They met in Landby.",
        "Landby met them on Monday.",
        # namesakes
        "[[Holden]] is shut.",
        "Ann Holden is here. Holden is glad.",
        "On Monday [[Holden]] was shut.",
        "The [[Holden]] High Court in [[Holden]] sat.",
        "The tanker Holden sank.",
        "He waited at Holden bus station in Oslo.",
        "He waited at [[Holden]] bus station in March.",
        "He waited at [[Holden]] bus station in Halden.",
    ],
)
def test_where_an_old_name_is_right(text: str) -> None:
    marked = read_marks(text)
    rules = RuleSet((), {"a/b": Severity.STOP}, table=TABLE)
    found = check(document(f"Head\n\n{marked.text}", date="2025-04-15"), rules)
    assert not found.problems
    assert [one.span.start - 6 for one in found.findings] == [span.start for span in marked.spans]
