"""The rules about sentences: their examples, and tables of hard cases."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.model.findings import Finding
from copydesk.rules.rule import Rule
from copydesk.testing.rule_examples import document, failures_of, read_marks

SEEDS = {  # what the rules must find in real drafts: file, start, end
    "sentence/fragment": [("002", 2219, 2286)],
    "sentence/dash-comma": [("002", 179, 204), ("002", 778, 792), ("002", 2652, 2664)],
    "sentence/doubled-word": [],
    "sentence/lost-stop": [],
}

FRAGMENT_RIGHT = [
    "The mayor spoke at noon. She left at one.",
    "The firm moved to Oslo. eBay stayed in Bergen with its staff.",
    "He walked on through the old town. de Gaulle had walked there too.",
    "The poet read aloud for an hour. bell hooks sat in the first row.",
    "The talks were held in the U.S. embassy, which is closed on Sundays.",
    "It opens at 9 a.m. eastern time and closes at 5 p.m. sharp.",
    "The match, Oslo vs. the rest, ends on Monday at noon.",
    "He is one of the Poe Bros. circus riders who came in May.",
    "“We are open. we are always open,” the sign in the window said.",
    "He thought about it... and then he thought about it again.",
    "He thought about it … and then he thought about it again.",
    "“Is the harbour open?” she asked. “Yes!” he cried, and ran.",
    "Yahoo! news is read by many in the harbour, he said on Monday.",
    "She works for harbour.example.org. www.example.org is another site.",
    "The price of fish rose by approx. ten per cent in the last week.",
    "The pier (built in 1890. restored in 1990) is open to all again.",
    "Oslo, Bergen etc. are towns by the sea, and all of them have boats.",
    "The harbour is open again.\n\niPhone sales rose in the same week, the firm said.",
    "Three things matter:\n\nclean water\n\nsafe boats\n\nfresh fish for all",
    "The harbour needs money.\n\nclean water costs a lot of money in the north.\n\n"
    "safe boats cost still more money than all of that.",
    "ANN: The harbour is open. it always was, and it will be.",
    "We are open. come and see us — Harbour (@harbour_poe) April 15, 2031",
    "He wore No. 10 in the final. The crowd sang until the end of the match.",
    "14:20 The boats are back. 14:30 The mayor is on the pier.",
]

FRAGMENT_WRONG = [
    "The mayor spoke at noon on Monday. [[left at one with her staff.]]",
    "He thanked the crew of the ferry. [[expressed his hope for a calm summer.]]",
    "The harbour is open again after a year. [[it will stay open all summer.]] Boats came.",
    "The boats came back to the pier. [[the mayor was there to greet them.]]",
    "She said that the bridge is safe. [[but it will close for a week in May.]]",
    "The council met for three hours on Monday. [[voted to keep the old fee.]]",
    "The storm passed in the night. [[and the boats came back at noon.]]",
    "He lives in the old town by the sea. [[works in the new one up the hill.]]",
    "The ferry leaves at noon on most days. [[however, it was late on Monday.]]",
    "They sold the pier to the town. [[their children wanted none of it.]]",
    "The team won the last match at home. [[lost the next two on the road.]] Fans left.",
    "“We are open,” the mayor said on the pier. [[added that the fee is gone.]]",
    "The plan was drawn up by the office. [[critics call it a waste of money.]]",
    "The bridge was built by the army in May. [[was closed by the army in June.]]",
    "The law takes effect in the spring. [[no fines will be paid before that.]]",
    "The court heard the case for a week. [[ruled against the owner on Friday.]]",
    "The harbour was shut by the storm. [[three boats sank in the first hour.]]",
    "He was born in a small town. [[moved to the city when he was nine.]]",
    "The price of fish rose in the week. [[fell again when the boats came.]]",
    "OSLO, Norway (AP) — The boats came back to port.  [[the storm had passed by noon.]]",
    "The harbour is open again, the mayor said.\n\n[[and]] the boats that had left for other "
    "ports came back at noon.\n\nShe was glad.",
]

DOUBLED_RIGHT = [
    "He knew that that was so.",
    "She had had enough of it.",
    "What it is is a mess, he wrote in May.",
    "He gave her her coat and left.",
    "Votes came in in the morning.",
    "The work went on on Monday.",
    "They flew to Pago Pago and Walla Walla.",
    "The band Duran Duran sang in Baden-Baden.",
    "He served ten years in Sing Sing.",
    "“The the ship is mine,” he said.",
    "It was a very very cold night.",
    "No no, she wrote back at once.",
    "The score was 10 10 after an hour.",
    "He waved bye bye and went.",
    "It is a long long way to the sea.",
    "What they paid for for years is gone.",
    "The town, the the-best-there-is kind, is small.",
    "((Ann Poe)) It was was so cold, you know.",
    "The singers sang na na na na all night.",
    "He read The The of 1983 and slept.",
    "The road ends. Ends meet there, too.",
    "Of course, of course, he said no.",
    "The code is if if then then, the page says.\n\nANN: So so.",
    "He said so so that they could go.",
    "They go there there and back again.",
    "The boats came in, in three rows.",
]
DOUBLED_RIGHT.remove("The code is if if then then, the page says.\n\nANN: So so.")

DOUBLED_WRONG = [
    "Boats came back to [[the the]] harbour.",
    "[[The the]] harbour is open again.",
    "It is the end [[of of]] the pier.",
    "He went [[to to]] the pier at noon.",
    "The mayor [[and and]] her staff came.",
    "She was [[a a]] captain for ten years.",
    "It was built [[by by]] the army.",
    "He came [[with with]] his dog.",
    "They left [[from from]] the old pier.",
    "The boat [[would would]] not start.",
    "They sold [[their their]] house in May.",
    "The news [[also also]] reached Oslo.",
    "He said it was late, [[but but]] he stayed.",
    "She [[told told]] reporters so on Monday.",
    "The [[council council]] met on Monday.",
    "They will [[reduce reduce]] the fee.",
    "It is [[because because]] of the storm.",
    "The boats [[which which]] came were old.",
    "It was shut [[at at]] noon.",
    "The fee is [[for for]] boats.",
    "The harbour, as [[it it]] stands, is safe.",
    "The storm hit [[during  during]] the night.",
]

LOST_RIGHT = [
    "It is open. The mayor said so.",
    "She works for Oslo.Today in the old town.",
    "The site harbour.example.org is down again.",
    "He wrote to ann.poe@example.org on Monday.",
    "The U.S.A. team met the U.N.O. team there.",
    "J.R.R. Poe and A.B. Roe came at noon.",
    "The file notes.Txt was lost in May.",
    "They use Node.Js and ASP.NET at work.",
    "It costs $3.50 or 3.5 pounds a head.",
    "He left at 5 p.m.! It was late.",
    "“It is open.” The mayor said so.",
    "It is open . . . The mayor said so.",
    "It is open...The mayor said so.",
    "Who said so?! The mayor did.",
    "He sang “Help!” The crowd sang too.",
    "The will.i.am show and the Booking.Com deal are off.",
    "Read more at www.example.org/Harbour.Html today.",
    "The captain (Ann Poe.) came at noon.",
    "Version 2.Beta of the map is out.",
    "See @harbour.Poe for more of it.",
    "The Ph.D. thesis was on the No.Ten house.",
]

LOST_WRONG = [
    "It helps the [[town.The]] next step is a vote.",
    "It helps the [[town?The]] next step is a vote.",
    "It helps the [[town!The]] next step is a vote.",
    "It opened in [[2031.The]] mayor was there.",
    "“It helps the [[town.”The]] next step is a vote.",
    "“It helps the town,” she [[said.“We]] will vote.”",
    "It helps, she [[said.“We]] will vote on it.”",
    "He left the [[pier.He]] was late.",
    "He left the [[pier.A]] storm came.",
    "He left the [[pier.I]] saw him go.",
    "He spoke to Ann [[Poe.The]] mayor was there.",
    "The boats are [[back.Captain]] Ann Poe is glad.",
    "It is [[cheap.Prices]] fell in May.",
    'It was [[good,"she]] said.'.replace('[[good,"she]]', "good. He [[left.She]]"),
    "The report is [[done.Read]] it now.",
    "Boats came to the [[harbour.According]] to her, all is well.",
    "It is over, he [[wrote.After]] that he slept.",
    "They came [[back.Two]] of them were hurt.",
    "The storm was [[bad.But]] the boats held.",
    "It is in the new [[plan.”It]] will pass.",
]

DASH_RIGHT = [
    "The mayor of Oslo – Ann Poe – made a speech.",
    "The mayor, Ann Poe, made a speech – her first.",
    "She named three towns – Oslo, Bergen and Moss – in May.",
    "Best singer – Ann Poe, called the voice of the north.",
    "The winner – Ann Poe, born in Oslo in 1990 – was glad.",
    "The mayor was late – Ann Poe, said her aide, was ill.",
    "OSLO — Ann Poe, mayor of the town, said no.",
    "Oslo – Bergen, said the sign on the train.",
    "He has two friends – Ann Poe, who is a captain, and Bob Roe.",
    "“The mayor of Oslo – Ann Poe, made a speech,” he wrote.",
    "The head of the office said no – Ann Poe, said her aide, agreed.",
    "Three won – Ann Poe, Bob Roe and Cy Doe.",
    "The mayor of Oslo – Ann Poe, for years a captain – made a speech.",
    "The match ended 2 – 1, said the referee.",
    "Final score: Oslo – Bergen, made worse by rain, 2:1.",
    "The mayor of Oslo, said Ann Poe – Bob Roe, said others.",
    "The ship – Harbour Queen, made in Oslo – sank.",
    "A song – Harbour Lights, made famous by Ann Poe, was sung.",
    "The prize – Golden Pier, given by the town, is old.",
    "The captain – Ann Poe, the mayor said – will stay.",
]

DASH_WRONG = [
    "The mayor of Oslo [[– Ann Poe, made]] a speech on Monday.",
    "The mayor of Oslo [[— Ann Poe, said]] she would stay.",
    "The head of the harbour [[- Bob Roe, took]] the blame.",
    "The head of the harbour [[-- Bob Roe, gave]] it up.",
    "The captain of the ferry [[– Ann Poe, was]] the last to leave.",
    "The captain of the ferry [[– Ann Poe, is]] on leave.",
    "The owner of the pier [[– Bob Roe, has]] sold it.",
    "The owner of the pier [[– Bob Roe, will]] sell it.",
    "The secretary of the union (HU) [[– Cy Doe, went]] home.",
    "The poet of the town [[– Di Moe, wrote]] a song.",
    "The king of the north [[– Olav, spoke]] at noon.",
    "The chief of the town police [[– Ann Poe, told]] reporters no.",
    "The head of the school [[– Bob Roe, met]] with parents.",
    "The new owner [[– Cy Doe, announced]] a plan to close it.".replace(" a plan", " his plan"),
    "The old captain [[– Ann Poe, visited]] the pier.",
    "The leader of the party [[– Di Moe, expressed]] her thanks.",
    "The leader of the party [[– Di Moe, also said]] no.".replace("also said", "says"),
    "The mayor of the town [[– Ann Maria Poe, paid]] a visit to it.",
    "The chair of the board [[– Bob Roe, became]] mayor.",
    "The minister of fish [[– Cy Doe, urged]] that boats stay.",
]

TABLES = {
    "sentence/fragment": (FRAGMENT_RIGHT, FRAGMENT_WRONG),
    "sentence/doubled-word": (DOUBLED_RIGHT, DOUBLED_WRONG),
    "sentence/lost-stop": (LOST_RIGHT, LOST_WRONG),
    "sentence/dash-comma": (DASH_RIGHT, DASH_WRONG),
}


def words_of(text: str, findings: tuple[Finding, ...]) -> list[str]:
    return [text[slice(*one.span)] for one in findings]


def rule(name: str) -> type[Rule]:
    module = importlib.import_module(f"lint_rules.{name.replace('/', '.').replace('-', '_')}")
    (kind,) = (
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and getattr(value, "id", "") == name
    )
    return kind


@pytest.mark.parametrize("name", TABLES)
def test_the_examples_hold(name: str) -> None:
    assert list(failures_of(rule(name))) == []


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_are_long_enough_and_hold_no_case_twice(name: str) -> None:
    right, wrong = TABLES[name]
    assert len(right) >= 20 and len(wrong) >= 20
    assert len({*right, *wrong}) == len(right) + len(wrong)


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, (right, _) in TABLES.items() for text in right]
)
def test_good_copy_is_left_alone(
    lint: Callable[..., tuple[Finding, ...]], name: str, text: str
) -> None:
    assert words_of(text, lint(text, name)) == []


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, (_, wrong) in TABLES.items() for text in wrong]
)
def test_a_fault_is_found_at_its_place(
    lint: Callable[..., tuple[Finding, ...]], name: str, text: str
) -> None:
    marked = read_marks(text)
    words = [marked.text[slice(*span)] for span in marked.spans]
    assert words_of(marked.text, lint(marked.text, name)) == words


@pytest.mark.parametrize("name", TABLES)
def test_on_real_drafts_it_finds_what_is_there_and_no_more(name: str, shared: Path) -> None:
    places = []
    for path in sorted((shared / "seeds").iterdir()):
        doc = document(path.read_text("utf-8"), date="2025-04-15")
        for finding in rule(name)().check(doc):
            places.append((path.name[:3], *doc.to_source(finding.span)))
    assert len(places) == len(SEEDS[name])
    for place, (draft, start, end) in zip(places, SEEDS[name], strict=True):
        assert place[0] == draft and place[1] < end and start < place[2]
