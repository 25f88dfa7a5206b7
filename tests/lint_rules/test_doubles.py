"""Doubled words, doubled phrases and words that clash: what is found and what is left alone."""

from __future__ import annotations

from functools import cache

import pytest

from copydesk.config import RuleSelection
from copydesk.document.words import Words
from copydesk.engine import check
from copydesk.model.findings import Finding
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.testing.rule_examples import document, read_marks

RULES = ("sentence/doubled-word", "sentence/doubled-phrase", "sentence/clashing-words")

SOUND = [
    "They may lease lease cars, and the firm will present present value in May.",
    "Growers produce produce for the town, while clerks suspect suspect notes.",
    "The town asked drivers to permit permit holders in.",
    "Mills refuse refuse from the port, and banks often object object by object.",
    "By the sound of it it was late.",
    "It is as good as good can be.",
    "He tried to get everything in in a day.",
    "It is the god whom they pray to to find peace.",
    "What it was was a mess.",
    "What he wants is is unclear? No, it is clear.",
    "All that is is good.",
    "The man he was was gone.",
    "The problem the town has has no answer.",
    "The best there is is not enough.",
    "Those who can can, and those who will will.",
    "He came in in May and logged in in June, and turned in in time.",
    "They had had enough, and he knew that that was that.",
    "The first thing he did did no good.",
    "They moved on on Monday. She logged on on Tuesday.",
    "What they worked on on Monday is done. The show went on on time.",
    "He went off off the coast. The cost is up up to a point.",
    "He looked up up there. She moved back back in May.",
    "The car rolled over over twenty times.",
    "It broke down down the road. They came down down the hill.",
    "He drove them out out there.",
    "The living will will be read. Her will will be contested.",
    "Ten ten-pound notes were found; two two-year-olds slept.",
    "He made three three pointers.",
    "He said so so often that nobody listened.",
    "Bye bye, he said. It is a win win for all. No no, that is far far away.",
    "The music of Duran Duran and Boutros Boutros-Ghali.",
    "They went to Walla Walla, New York, New York, and Bora Bora.",
    "“It was a long long day and a big big game,” he said.",
    "“We are so so happy. I really really love it,” she said.",
    "What she needs to to stay on is money; the law they refer to to this day.",
    "He asked who who was. I know who who is.",
    "A thousand thousand slimy things lived on.",
    "The one one remembers is the first one.",
    "What they do do well is sing.",
    "The more more is said, the worse.",
    "Only only children know it.",
    "The total comes to 7 7-inch discs.",
    "He told her that that is fine and that that man left.",
    "He was all in in the first hand.",
    "It is not that that they want.",
    "She gave her her coat and him his.",
    "There, there, she said. Now, now.",
    "The “great-great-grandson” and the pre-prepared meals.",
    "Day day by day.",
    "How bad it is is anybody’s guess.",
    "Whether he is is another matter.",
    "The only one left is is the old one, some say.",
    "They won six six-day races.",
    "She is a people person; they are people people.",
    "The number number one draws.",
    "What is up up north stays.",
    "It was 5 5 in the shade? No.",
    "They ran run run after run.",
    "He paid for what they had had had.",
    "They talked and talked and talked about it, again and again.",
    "He went from door to door to door with a list.",
    "The more you have the more you have to lose.",
    "What you see is what you see is what you get.",
    "If they come they come, and if they go they go.",
    "Wherever you are you are at home.",
    "He lives in New York New York is his town.",
    "The band Wet Wet Wet and the group The The played Baden-Baden.",
    "“Stop it, stop it,” she said, and “no way, no way.”",
    "I think, I think it is late, she sang.",
    "They won 3-1 3-1 and lost 4-0 4-0.",
    "Year after year after year the river rose.",
    "He said she said, and that was that was the story of the trial.",
    "One by one by one they left.",
    "The best of the best of the best were there.",
    "The sooner the better the better.",
    "He was a friend of a friend of a friend.",
    "It was better than better than good.",
    "Everyone who can can, and those who must must.",
    "She is the mother of the mother of the bride.",
    "What it was is not what it is now.",
    "The way it was is the way it is.",
    "All he has is a dog. The best they have is a draw.",
    "What I did was wrong. The only thing they do is sing.",
    "The least we can do is pay.",
    "The problem the town had was money.",
    "Those who are will be told. Whatever it is will be found.",
    "The firm they had had is gone.",
    "The issue is will they pay.",
    "Where she is is home.",
    "His will would have been read; political will can move hills; her might is great.",
    "The trash can would not open. The oil can can hold a litre.",
    "In May may the best win. Theresa May will go, and May would stay.",
    "He got an A the first time, and a B the next. Plan A the first.",
    "Vitamin A a day. Hepatitis A the doctor said.",
    "She sang a cappella; the a la carte menu; an a priori rule.",
    "A friend of his the mayor knew came. It was his the day he won it.",
    "She gave her the book and him the pen. He told his the truth? No.",
    "Is this the end? Call this a win. It made that the rule. Are these the men?",
    "What he dreamed of for years. The man she thought of in May. The story they heard of from him.",
    "It was taken care of by her, made use of in May, and disposed of by the town.",
    "The town he went to from here. The port they moved to from Leeds. Prices rose to from 5 to 10 percent.",
    "The dress she paid for with cash. The doctor he asked for of course came.",
    "It came from within, from under the bed, from in front of the house.",
    "He stopped by of course. The job, by far the best of at least five.",
    "They checked in at noon and came in at the end. He was sworn in at noon.",
    "He looked at in silence? Shots were fired at in anger? She was laughed at by all.",
    "The swearing in of the mayor. The reining in of costs. The bringing to of the boat.",
    "It is what it is were it not for him.",
    "It is as it was will be as it is.",
    "The A the B and the C.",
    "That is what the law is was the view of the court.",
    "Of with and to from he knew all.",
    "She is a The Who fan.",
    "He is a his-and-hers man; a to-do list; a by-the-book cop.",
    "How good they are is clear, and why they were was asked.",
    "The place to be at in May is Rome.",
    "The group it is part of in the north is big.",
    "“The sort of from-the-heart talk of in-person days.”",
    "The more there are the better.",
]

FAULTY = [
    ("doubled-word", "ask", "The committee [[will will]] meet again in March."),
    ("doubled-word", "fix", "Officials say the road [[is is]] closed."),
    ("doubled-word", "fix", "The ferry [[was was]] delayed by fog."),
    ("doubled-word", "fix", "He [[has has]] been in office since 2019."),
    ("doubled-word", "fix", "The talks [[are are]] due to end on Friday."),
    ("doubled-word", "fix", "Police said the driver [[was was]] drunk."),
    ("doubled-word", "fix", "The minister said it [[was was]] a mistake."),
    ("doubled-word", "ask", "The report, published [[on on]] Monday, blames the firm."),
    ("doubled-word", "ask", "The plan puts pressure [[on on]] the council."),
    ("doubled-word", "ask", "They [[can can]] choose between two sites."),
    ("doubled-word", "ask", "The shares went [[up up]] by a third."),
    ("doubled-word", "ask", "He was let [[down down]] by the system last year."),
    ("doubled-word", "ask", "The company pulled [[out out]] of the deal."),
    ("doubled-word", "ask", "The plane took [[off off]] at noon."),
    ("doubled-word", "ask", "They came [[back back]] after the war was over."),
    ("doubled-word", "fix", "The firm employs about [[three three]] hundred people."),
    ("doubled-word", "fix", "Some [[two two]] people were hurt."),
    ("doubled-word", "fix", "At least [[five five]] people died in the crash."),
    ("doubled-word", "fix", "It was [[more more]] than a mile away."),
    ("doubled-word", "fix", "It was the [[same same]] man who called."),
    ("doubled-word", "fix", "They built their [[own own]] houses."),
    ("doubled-word", "ask", "He is [[now now]] in custody."),
    ("doubled-word", "fix", "It is as [[well well]] as it can be."),
    ("doubled-word", "fix", "About 40 [[million million]] people live there."),
    ("doubled-word", "ask", "The deal is worth $[[3 3]] billion."),
    ("doubled-word", "ask", "Rents rose by [[5 5]] percent in May."),
    ("doubled-word", "fix", "It took two [[years years]] to build."),
    ("doubled-word", "fix", "The [[state state]] of the road is bad."),
    ("doubled-word", "fix", "[[Dr. Dr.]] Poe said it was late."),
    ("doubled-word", "fix", "[[President President]] Poe signed the bill."),
    ("doubled-word", "fix", "The vote is set for [[Tuesday Tuesday]] night."),
    ("doubled-word", "fix", "It happened [[in in]] the night."),
    ("doubled-word", "ask", "The [[people people]] of the town were told to leave."),
    ("doubled-word", "ask", "“It was the [[best best]] of days,” he said."),
    ("doubled-word", "ask", "“We took the [[train train]] to the coast,” she said."),
    ("doubled-word", "ask", "“I was at the [[meeting meeting]] when it began,” he said."),
    ("doubled-word", "fix", "She [[did did]] not say when."),
    ("doubled-word", "fix", "The company [[does does]] not comment."),
    ("doubled-word", "fix", "They [[do do]] not agree."),
    ("doubled-word", "fix", "The [[bill bill]] was passed."),
    ("doubled-word", "ask", "“They [[have have]] to go,” he said."),
    ("doubled-word", "ask", "He wants to [[go go]] home."),
    ("doubled-word", "ask", "It was [[only only]] a mile away."),
    ("doubled-word", "ask", "He [[even even]] sang."),
    ("doubled-word", "fix", "The minister [[recently recently]] said so."),
    ("doubled-word", "ask", "A [[three-three]]-year deal was signed."),
    ("doubled-word", "fix", "They will [[be be]] back."),
    ("doubled-word", "fix", "I think [[that that]] the vote was fair."),
    ("doubled-word", "fix", "The woman [[who who]] won the race is 70."),
    ("doubled-word", "fix", "[[There there]] are three of them."),
    ("doubled-phrase", "ask", "“[[You can you can]] vote against it,” she said."),
    ("doubled-phrase", "ask", "The company said [[it will it will]] close the plant."),
    (
        "doubled-phrase",
        "fix",
        "Officials [[told the paper told the paper]] that nothing had changed.",
    ),
    ("doubled-phrase", "fix", "[[More than 200 people more than 200 people]] were at the rally."),
    ("doubled-phrase", "fix", "The bill [[would have would have]] cut taxes."),
    (
        "doubled-phrase",
        "fix",
        "The minister, [[who has been who has been]] in office since May, resigned.",
    ),
    ("doubled-phrase", "fix", "He was taken [[to hospital to hospital]] after the crash."),
    ("doubled-word", "fix", "Police say [[they they]] believe it."),
    ("doubled-phrase", "fix", "The judge ruled [[on Tuesday on Tuesday]] that it was legal."),
    ("doubled-phrase", "fix", "He [[doesn't doesn't]] want to run again."),
    ("doubled-phrase", "fix", "[[The U.S. Senate the U.S. Senate]] voted on it."),
    ("doubled-phrase", "fix", "They met [[in New York in New York]] last week."),
    ("doubled-phrase", "fix", "She moved to the city [[in 2019 in 2019]] with her son."),
    ("doubled-phrase", "fix", "Rents rose [[5 percent 5 percent]] in a year, figures show."),
    (
        "doubled-phrase",
        "fix",
        "[[A spokesman for the company said a spokesman for the company said]] it would appeal.",
    ),
    ("doubled-phrase", "ask", "“The state needs [[to do to do]] more,” he said."),
    ("doubled-phrase", "fix", "The deal was signed [[by the two by the two]] countries."),
    ("doubled-phrase", "fix", "The fire broke out [[on the third floor on the third floor]]."),
    ("doubled-phrase", "fix", "Prices [[are expected to are expected to]] rise."),
    (
        "doubled-phrase",
        "fix",
        "The storm, which [[hit the coast hit the coast]] on Monday, killed two.",
    ),
    ("doubled-phrase", "fix", "Mr. Poe [[and Mr. Roe and Mr. Roe]] were fined."),
    ("doubled-phrase", "fix", "“It was a long day,” [[said Poe, said Poe]]."),
    (
        "doubled-phrase",
        "fix",
        "The council approved [[the plan to build the new bridge over the river the plan to build the new bridge over the river]] on Monday.",
    ),
    ("doubled-phrase", "fix", "[[At the time at the time]], nobody knew."),
    ("doubled-phrase", "fix", "The team [[lost its first game lost its first game]] at home."),
    ("doubled-phrase", "fix", "[[Thousands of people thousands of people]] fled."),
    ("doubled-phrase", "fix", "[[He said, he said]] it was late."),
    ("doubled-phrase", "fix", "[[In a statement in a statement]], the firm apologised."),
    ("clashing-words", "fix", "They bought [[a the]] house on the hill."),
    ("clashing-words", "fix", "She ran to [[the a]] shop."),
    ("clashing-words", "fix", "It was [[an the]] end of it."),
    ("clashing-words", "fix", "They saw [[an a]] animal."),
    ("clashing-words", "fix", "The firm sold [[the its]] stake."),
    ("clashing-words", "fix", "He lost [[a his]] job."),
    ("clashing-words", "fix", "The council met [[our the]] mayor."),
    ("clashing-words", "fix", "[[My the]] friend came."),
    ("clashing-words", "fix", "She put on [[the her]] coat."),
    ("clashing-words", "fix", "They met in [[the those]] towns."),
    ("clashing-words", "fix", "It was [[the our]] turn."),
    ("clashing-words", "fix", "The road [[is was]] closed."),
    ("clashing-words", "fix", "The trains [[are were]] late."),
    ("clashing-words", "fix", "The bridge [[was is]] shut."),
    ("clashing-words", "fix", "The vote [[has is]] due in May."),
    ("clashing-words", "fix", "The mayor [[has have]] a plan."),
    ("clashing-words", "ask", "The minister [[will would]] go."),
    ("clashing-words", "ask", "They [[can could]] win it."),
    ("clashing-words", "fix", "The firm [[would should]] pay."),
    ("clashing-words", "ask", "The plan [[must should]] be dropped."),
    ("clashing-words", "fix", "The two men [[does did]] say so."),
    ("clashing-words", "fix", "The board has [[had have]] a vote."),
    ("clashing-words", "fix", "The police [[were was]] there."),
    ("clashing-words", "ask", "A member [[of for]] the council spoke."),
    ("clashing-words", "ask", "The head [[of with]] the firm spoke."),
    ("clashing-words", "ask", "The price [[of in]] the shop rose."),
    ("clashing-words", "ask", "The road [[to from]] the town is shut."),
    ("clashing-words", "ask", "A ticket [[for of]] the show costs $5."),
    ("clashing-words", "ask", "He came [[from of]] the north."),
    ("clashing-words", "ask", "It was done [[by of]] the firm."),
    ("clashing-words", "ask", "They met [[with of]] the union."),
    ("clashing-words", "fix", "It has nothing [[to with]] the vote."),
    ("clashing-words", "ask", "He was born [[in at]] Leeds."),
    ("clashing-words", "ask", "The town is located [[at in]] the north."),
    ("clashing-words", "ask", "The results [[of to]] the vote are due."),
    ("clashing-words", "ask", "“It is [[a the]] best,” he said."),
    ("clashing-words", "fix", "The children [[did does]] their work."),
]


@cache
def _desk() -> Linter:
    return Linter(RunSettings(choice=RuleSelection(select=RULES)))


def _found(text: str) -> tuple[Finding, ...]:
    checked = check(document(text), _desk().default)
    assert not checked.problems
    return checked.findings


@pytest.mark.parametrize("text", SOUND)
def test_what_english_needs_twice_is_left_alone(text: str) -> None:
    assert [text[slice(*one.span)] for one in _found(text)] == []


@pytest.mark.parametrize(("name", "severity", "text"), FAULTY)
def test_a_fault_is_found_at_its_place(name: str, severity: str, text: str) -> None:
    marked = read_marks(text)
    (one,) = _found(marked.text)
    assert (one.rule, str(one.severity), one.span) == (
        f"sentence/{name}",
        severity,
        marked.spans[0],
    )


@pytest.mark.parametrize(
    "text",
    [
        "“It is late at the end at the end of the day,” she said.",
        "“It is a the best one in town,” he said.",
        "“They took the train train to the coast,” she said.",
    ],
)
def test_words_in_a_quotation_are_asked_about_and_never_changed(text: str) -> None:
    (one,) = _found(text)
    assert str(one.severity) == "ask"
    assert not one.fixes


@pytest.mark.parametrize(
    ("text", "safety"),
    [
        ("The pier was shut in May in May after the storm.", "suggested"),
        ("It closed for the summer for the summer last year.", "suggested"),
        ("He saw the the pier.", "safe"),
    ],
)
def test_only_a_single_word_is_deleted_unseen(text: str, safety: str) -> None:
    (one,) = _found(text)
    assert [fix.safety for fix in one.fixes] == [safety]


def test_words_that_return_soon_are_given_with_both_places() -> None:
    words = Words("In May in May they left; in June they came.")
    assert words.returning(10) == [(0, 7)]
    assert words.returning(6) == []


def test_a_phrase_is_found_over_the_end_of_a_line() -> None:
    text = "The old pier was shut to boats of all kinds in the north in\nthe north in May."
    assert [text[slice(*one.span)] for one in _found(text)] == ["in the north in\nthe north"]
