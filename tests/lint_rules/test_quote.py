"""The rules about quotation marks: tables of hard cases, which test_tables.py tries."""

from __future__ import annotations

import pytest

from copydesk.testing.rule_examples import apply_edits, document
from lint_rules.quote.mixed_marks import MixedMarks

SEEDS = {  # what the rules must find in real drafts: file, start, end
    "quote/mixed-marks": [("003", 947, 1058)],
    "quote/unbalanced": [],
    "quote/double-attribution": [("003", 1366, 1524)],
}

MIXED_RIGHT = [
    "“We are open,” she said.",
    '"We are open," she said.',
    "‘We are open,’ she said.",
    "'We are open,' she said.",
    "“We call it ‘our’ pier,” she said.",
    "\"We call it 'our' pier,\" she said.",
    '"It’s the boats’ pier," she said.',
    "“It's the boats' pier,” she said.",
    "He is 6'2\" tall, “a giant,” they say.",
    "The ’90s were “wild,” he said, and rock ’n’ roll was king.",
    "“We are open.\n\n“We stay open,” she said.",
    "«We are open,» she said.",
    'The “old” pier and the "new" pier are one.',
    "“He said, ‘Go.’” She went.",
    "“He said, ‘Go’,” she said. He didn’t.",
    "She asked: “Who said ‘no’?”",
    "The boys’ pier is “ours,” they said.",
    "Rock 'n' roll is “dead,” he said.",
    "“We are open ... and “happy,” she said.",
    "“Open”, “shut” and “sold”: three signs.",
]

MIXED_WRONG = [
    '“We go,” he said. [[“We are open,"]] she said.',
    '“We go,” he said. [["We are open,”]] she said.',
    '"We go," he said. [[“We are open,"]] she said.',
    '"We go," he said. [["We are open,”]] she said.',
    '[["In the first three weeks of May, 20 boats came,”]] she said.',
    'He called it [[“old"]] and “shut.”',
    'He called it [["old”]] and “shut.”',
    "[[“We are open,“]] she said. “We go.”",
    'She said: [[“We are open all summer."]]',
    'She said: [["We are open all summer.”]]',
    "[[“We are open,'']] she said.",
    "[[“We are open,’’]] she said.",
    '[["We are open,’’]] she said.',
    "[[\"We are open,'']] she said.",
    '[[“It is ‘our’ pier,"]] she said.',
    '[["It is ‘our’ pier,”]] she said.',
    'The sign says [[“Open”]] and [[“Shut"]] now.'.replace("[[“Open”]]", "“Open”"),
    '[["Who came?”]] she asked. “He did.”',
    '“Go,” he said, [["and stay there for a week.”]]',
    '[[“Go!"]] he cried. She did not go.',
]

UNBALANCED_RIGHT = [
    "“We are open,” she said.\n\n“We stay open.”",
    "“We are open.\n\n“We stay open,” she said.",
    '"We are open.\n\n"We stay open," she said.',
    'The 6\'2" sailor has a 27" screen.',
    'The 12" single sold well, and so did the 7" one.',
    "She called it “a ‘real’ pier” and left.",
    "“He said, ‘Go,’ and I went,” she said.",
    "“We are open,” she said. “We stay open,” he said.",
    "The boats’ owners and the pier's owner met.",
    "Rock ’n’ roll and the ’90s are back.",
    "“Is it open?” “Yes.” “Good.”",
    "He read “The Pier” and “The Boat” in May.",
    "“We are open … all summer …” she said.",
    "ANN: We are open.\n\nBOB: So are we.",
    "“Open”\n\n“Shut”\n\nSo the signs said.",
    "She said: “We are open.”",
    "(“We are open,” she said.)",
    "“We,” she said, “are open.”",
    "“We are open.\n\n“We stay open.\n\n“We never shut,” she said.",
    "“O.K.,” he said; “go.”",
]

UNBALANCED_WRONG = [
    "She said: [[“We]] are open all summer.\n\nThe boats came back.",
    'She said: [["We]] are open all summer.\n\nThe boats came back.',
    "We are open all [[summer,”]] she said.\n\nThe boats came back.",
    'We are open all [[summer,"]] she said.\n\nThe boats came back.',
    "He called it [[“old]] and left for good.",
    'He called it [["old]] and left for good.',
    "He called it [[old”]] and left for good.",
    'He called it [[old"]] and left for good.',
    "“We are open,” she said. [[“We]] stay open all summer.\n\nThe boats came back.",
    "“We are open,” she said. We stay [[open.”]]\n\nThe boats came back.",
    '"We are open," she said. [["We]] stay open all summer.\n\nThe boats came back.',
    '"We are open," she said. We stay [[open."]]\n\nThe boats came back.',
    "The mayor, who “loves” boats, said: [[“They]] are back at last.\n\nShe left.",
    "[[“The]] harbour is open, the mayor said on Monday.\n\nBoats came at noon.",
    "The harbour is [[open,”]] the mayor said on Monday.\n\n“Good,” he said.",
    "She said that the pier was [[“sold.]]\n\nIt was not.",
    "The pier is [[“ours,]] they said, and it stays so.",
    "The sign says “Open” and [[“Shut]] at once.",
    "It was “good” and [[bad”]] at once.",
    "She said: [[“We]] are open.\n\nThe boats come at noon.\n\nWe stay open.” She left.",
]

DOUBLE_RIGHT = [
    "Poe said the harbour is open. “We stay open all summer,” she said.",
    "Poe said: “We stay open all summer.” She said so twice.",
    "“My father said, ‘We stay open all summer,’ and he did,” she said.",
    "Poe said: “We stay open all summer,” Roe said of it, “is a lie.”",
    "“We stay open all summer,” Poe said. “We always did,” she added.",
    "Poe said: “We stay open all summer.”",
    "“We stay open all summer,” she said.",
    "He asked her: “Do you stay open all summer?” she said yes.",
    "Poe said that “we stay open all summer,” he told reporters.",
    "According to Poe, the pier is open. “It stays so all summer,” he said.",
    "Poe, who wrote “The Pier,” said no.",
    "Poe said: “We stay open all summer,” and left.",
    "Poe said, “Go.” “No, I will stay here,” he said.",
    "As the poet wrote, “No man is an island at all,” and she said so, too.",
    "The judge said, “You stay here with us.” “I will stay here,” he said.",
    "The sign said “Open all summer,” he said.",
    "Poe said: “Open,” he said.",
    "She said: “We stay open all summer,” he said.",
    "Poe said on Monday: “We stay open all summer,” Roe said.",
    "In May, “we stay open all the time,” he said.",
]

DOUBLE_WRONG = [
    "Poe said: “We stay open all summer,” [[she said]].",
    'Poe said: "We stay open all summer," [[he said]].',
    "Poe said, “We stay open all summer,” [[he said]].",
    "He said: “We stay open all summer,” [[he said]].",
    "She said: “We stay open all summer,” [[she added]].",
    "According to Poe, “We stay open all summer,” [[he said]].",
    "According to the mayor, “We stay open all summer,” [[she said]].",
    "On the new fee, Poe said: “We stay open all summer,” [[she said]].",
    "Poe told reporters: “We stay open all summer,” [[he said]].",
    "Poe told the paper on Monday: “We stay open all summer,” [[she said]].",
    "Poe added: “We stay open all summer,” [[he said]].",
    "Poe wrote: “We stay open all summer,” [[he wrote]].",
    "Ann Poe said: “We stay open all summer,” [[Poe said]].",
    "Ann Poe said: “We stay open all summer,” [[said Poe]].",
    "Ann Poe said: “We stay open all summer,” [[she said]], and left.",
    "Ann Poe said: “Why should we not stay open?” [[she said]].",
    "Poe also said: “We stay open all summer,” [[he said]].",
    "Poe, the mayor of the town, said: “We stay open all summer,” [[he said]].",
    "Poe stated: “We stay open all summer,” [[he said]] on Monday.",
    "The fee, he added, “is one of the things that we want to keep,” [[he said]].",
]

TABLES = {
    "quote/mixed-marks": (MIXED_RIGHT, MIXED_WRONG),
    "quote/unbalanced": (UNBALANCED_RIGHT, UNBALANCED_WRONG),
    "quote/double-attribution": (DOUBLE_RIGHT, DOUBLE_WRONG),
}


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ('"We go," he said. "So do we,” she said.', '"We go," he said. "So do we," she said.'),
        ('“We go,” he said. "So do we,” she said.', "“We go,” he said. “So do we,” she said."),
        ("“We go,“ he said. “So do we.”", "“We go,” he said. “So do we.”"),
        ("“We go,'' he said. “So do we.”", "“We go,” he said. “So do we.”"),
    ],
)
def test_mixed_marks_take_the_drafts_own(text: str, fixed: str) -> None:
    (finding,) = MixedMarks().check(document(text))
    assert apply_edits(text, finding.fixes[0].edits) == fixed
