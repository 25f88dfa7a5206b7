"""Old names in history and in longer names: what ``history``, ``names`` and ``only-with`` say."""

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
    ],
)
def test_where_an_old_name_is_right(text: str) -> None:
    marked = read_marks(text)
    rules = RuleSet((), {"a/b": Severity.STOP}, table=TABLE)
    found = check(document(f"Head\n\n{marked.text}", date="2025-04-15"), rules)
    assert not found.problems
    assert [one.span.start - 6 for one in found.findings] == [span.start for span in marked.spans]
