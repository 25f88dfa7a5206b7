"""The rules about titles: their examples, tables of hard sentences, and the seeds."""

from __future__ import annotations

from itertools import pairwise

import pytest

from copydesk import Severity
from copydesk.examples import document, failures_of, read_marks
from lint_rules.titles.former_in_office import FormerInOffice
from lint_rules.titles.wrong_office import WrongOffice

from lint_rules.titles.stale import Stale

RULES = (FormerInOffice, WrongOffice, Stale)
SPRING = "2025-04-15"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples(rule):
    assert list(failures_of(rule)) == []


# Each sentence with the day on which it is read; what is wrong stands between brackets.
FORMER = [
    # Right: they left.
    (SPRING, "Former President Joe Biden spoke in Chicago."),
    (SPRING, "Former U.S. President Barack Obama wrote a book."),
    (SPRING, "Former British Prime Minister Rishi Sunak asked a question."),
    (SPRING, "former UK prime minister Liz Truss, who lost her seat"),
    (SPRING, "Ex-NATO chief Jens Stoltenberg is Norway’s finance minister."),
    (SPRING, "Former European Council President Donald Tusk came home in 2019."),
    (SPRING, "The former Canadian Prime Minister Justin Trudeau was seen skiing."),
    (SPRING, "Former Treasury Secretary Janet Yellen warned of inflation."),
    (SPRING, "A former president, Bill Clinton, sent a telegram."),
    (SPRING, "Former IMF Managing Director Christine Lagarde heads the ECB."),
    # Right: then.
    ("2023-06-01", "Former President Donald Trump was indicted on Thursday."),
    ("2022-10-31", "Former Brazilian President Luiz Inácio Lula da Silva won."),
    ("2022-11-05", "Former Israeli Prime Minister Benjamin Netanyahu is set to return."),
    ("2009-03-10", "Former President Bill Clinton flew to Haiti."),
    ("2025-01-20", "Former President Donald Trump will take the oath at noon."),
    # Right: another office than the one that he holds.
    (SPRING, "Former Prime Minister Mark Rutte leads the alliance."),
    (SPRING, "Former Governor Mark Carney won the vote."),
    (SPRING, "Former Secretary of State Hillary Clinton spoke."),
    (SPRING, "Former Prime Minister Vladimir Putin is president."),
    (SPRING, "Former Vice President Joe Biden is former president too."),
    # Right: somebody else is the former one.
    (SPRING, "Former President Donald Trump adviser Pat Roe was there."),
    (SPRING, "Former President Donald Trump’s national security adviser Pat Roe was there."),
    (SPRING, "Former Prime Minister Keir Starmer aide Sam Poe resigned."),
    (SPRING, "a former President Emmanuel Macron ally"),
    (SPRING, "Former President Donald Trump Jr. is not a phrase."),
    (SPRING, "Former presidents Donald Trump and Barack Obama met at the funeral."),
    (SPRING, "The guests: the former president, Emmanuel Macron and two ministers."),
    # Right: another time.
    (SPRING, "In 2023, former President Donald Trump sold the tower."),
    (SPRING, "At the time, former President Donald Trump lived in Florida."),
    (SPRING, "Last year former President Donald Trump was shot at."),
    (SPRING, "In November, former President Donald Trump beat Kamala Harris."),
    (SPRING, "Voters sent then-former President Donald Trump back."),
    (SPRING, "Two years ago former President Donald Trump was fined."),
    (SPRING, "The novel, set in 2041, has former President Emmanuel Macron as a farmer."),
    (SPRING, "It was former President Donald Trump’s first term that changed trade."),
    ("2025-02-03", "Last month former President Donald Trump packed his bags."),
    # Right: quoted, or not sure who.
    (SPRING, "“I voted for former President Donald Trump,” she said."),
    (SPRING, "[[Former President Trump]] spoke."),
    (SPRING, "Former President Lula spoke."),
    (SPRING, "Former club president Donald Trump Smith spoke."),
    (SPRING, "Former Northeastern University President Joseph Aoun spoke."),
    (SPRING, "The formerly quiet President Donald Trump spoke."),
    # Wrong.
    (SPRING, "He backs [[former U.S. President Donald Trump]]."),
    (SPRING, "He backs [[former US president Donald Trump]]’s plan."),
    (SPRING, "[[Former President Donald J. Trump]] spoke."),
    (SPRING, "[[FORMER PRESIDENT DONALD TRUMP]] SPOKE"),
    (SPRING, "[[Ex-President Donald Trump]] spoke."),
    (SPRING, "[[Onetime president Donald Trump]] spoke."),
    (SPRING, "the [[former American President, Donald Trump]], spoke"),
    (SPRING, "the [[former President of the United States – Donald Trump]] – spoke"),
    (SPRING, "[[former president of the United States Donald Trump]] spoke"),
    (SPRING, "Donald Trump, [[the former U.S. president]], spoke."),
    (SPRING, "Mark Rutte, [[former NATO secretary general]], spoke."),
    (SPRING, "[[Former NATO Secretary-General Mark Rutte]] spoke."),
    (SPRING, "[[Former UN chief Antonio Guterres]] spoke."),
    (SPRING, "[[Former U.N. Secretary-General António Guterres]] spoke."),
    (SPRING, "[[Former Ukrainian President Volodymyr Zelensky]] spoke on Tuesday."),
    (SPRING, "[[Former French President Emmanuel Macron]] spoke Monday."),
    (SPRING, "[[Former Israeli Prime Minister Benjamin Netanyahu]] spoke."),
    (SPRING, "[[former British Prime Minister Sir Keir Starmer]] spoke."),
    (SPRING, "[[Former Canadian Prime Minister Mark Carney]] spoke."),
    (SPRING, "[[Former Polish Prime Minister Donald Tusk]] spoke."),
    (SPRING, "[[Former European Commission President Ursula von der Leyen]] spoke."),
    (SPRING, "[[Former Turkish President Recep Tayyip Erdogan]] spoke."),
    (SPRING, "[[Former Turkish President Recep Tayyip Erdoğan]] spoke."),
    (SPRING, "[[Former Mexican President Claudia Sheinbaum]] spoke."),
    (SPRING, "[[Former Vice President JD Vance]] spoke."),
    (SPRING, "[[Former Vice President J.D. Vance]] spoke."),
    (SPRING, "[[Former Secretary of State Marco Rubio]] spoke."),
    (SPRING, "[[Former Federal Reserve Chair Jerome Powell]] spoke."),
    (SPRING, "[[Former ECB President Christine Lagarde]] spoke."),
    (SPRING, "[[former Chancellor of the Exchequer Rachel Reeves]] spoke"),
    (SPRING, "Mexico’s [[former President Claudia Sheinbaum]] spoke."),
    ("2025-09-03", "Last month [[former President Donald Trump]] packed his bags."),
    ("2020-02-02", "[[Former President Donald Trump]] spoke."),
    ("2016-02-02", "[[Former Prime Minister David Cameron]] spoke."),
    ("2023-12-20", "[[Former Foreign Secretary David Cameron]] spoke."),
    ("2005-02-02", "[[Former Prime Minister Tony Blair]] spoke."),
    ("2012-02-02", "[[former French President Nicolas Sarkozy]] spoke."),
]

OFFICE = [
    # Right.
    (SPRING, "Ukrainian President Volodymyr Zelenskyy spoke."),
    (SPRING, "U.S. President Donald Trump spoke."),
    (SPRING, "NATO Secretary General Mark Rutte spoke."),
    (SPRING, "President Maia Sandu spoke."),
    (SPRING, "Chinese Premier Li Qiang spoke."),
    (SPRING, "Irish Prime Minister Micheál Martin spoke."),
    (SPRING, "German Chancellor Olaf Scholz spoke."),
    (SPRING, "UK Chancellor Rachel Reeves spoke."),
    (SPRING, "European Commission President Ursula von der Leyen spoke."),
    (SPRING, "Ukrainian Prime Minister Denys Shmyhal spoke."),
    (SPRING, "the President of Ukraine – Volodymyr Zelenskyy spoke"),
    # Right: another title, another time, somebody else.
    (SPRING, "Former Dutch Prime Minister Mark Rutte leads NATO."),
    (SPRING, "In 2019 Ukrainian Prime Minister Volodymyr Zelenskyy would have been news."),
    (SPRING, "In the play, Russian Prime Minister Emmanuel Macron, back then a clerk, sang."),
    (SPRING, "Turkish Prime Minister Recep Tayyip Erdogan opened the bridge."),
    (SPRING, "Taiwanese Premier Lai Ching-te opened the bridge."),
    (SPRING, "Russian Prime Minister Vladimir Putin opened the bridge."),
    (SPRING, "Moldovan Prime Minister Maia Sandu opened the bridge."),
    (SPRING, "Finnish Prime Minister Alexander Stubb opened the bridge."),
    (SPRING, "Estonian Prime Minister Kaja Kallas opened the bridge."),
    (SPRING, "Home Secretary Theresa May opened the bridge."),
    (SPRING, "the acting Israeli President Benjamin Netanyahu"),
    (SPRING, "Israeli Deputy Prime Minister Isaac Herzog"),
    (SPRING, "FIFA Vice President Emmanuel Macron"),
    (SPRING, "Socialist International President Pedro Sánchez spoke."),
    (SPRING, "party president Keir Starmer spoke."),
    (SPRING, "[[Eurogroup President Emmanuel Macron]] was a slip in the minutes."),
    (SPRING, "Papua New Guinea Prime Minister James Marape spoke."),
    (SPRING, "talks with the U.S. President Emmanuel Macron said were open"),
    (SPRING, "the trade war with China. President Donald Trump spoke."),
    (SPRING, "He blamed Israel. President Emmanuel Macron agreed."),
    (SPRING, "“Italian President Giorgia Meloni spoke,” he said."),
    (SPRING, "the Russian president, Volodymyr Zelenskyy and the pope spoke"),
    (SPRING, "Russian and Ukrainian Prime Ministers Mikhail Mishustin and Denys Shmyhal"),
    (SPRING, "Kenyan President William Ruto and Prime Minister Keir Starmer spoke."),
    (SPRING, "Prime Minister Donald Tusk spoke."),
    (SPRING, "President Donald Trump Jr. is not a phrase."),
    (SPRING, "President Robert Gates of the college spoke."),
    (SPRING, "the UN Security Council President Mark Rutte"),
    (SPRING, "Spanish President Pedro Sánchez spoke."),
    (SPRING, "President Zelenskyy and Prime Minister Starmer spoke."),
    # Wrong.
    (SPRING, "[[Ukrainian Prime Minister Volodymyr Zelenskyy]] spoke."),
    (SPRING, "[[Ukrainian Prime Minister Volodymyr Zelenskiy]] spoke."),
    (SPRING, "On Monday [[Ukrainian Prime Minister Volodymyr Zelensky]] spoke."),
    (SPRING, "[[Prime Minister Volodymyr Zelenskyy]] spoke."),
    (SPRING, "the [[Prime Minister of Ukraine – Volodymyr Zelenskyy]], spoke"),
    (SPRING, "the [[prime minister of Ukraine Volodymyr Zelenskyy]] spoke"),
    (SPRING, "[[Russian President Volodymyr Zelenskyy]] spoke."),
    (SPRING, "[[Ukrainian President Vladimir Putin]] spoke."),
    (SPRING, "[[NATO President Mark Rutte]] spoke."),
    (SPRING, "[[President Mark Rutte]] spoke for NATO."),
    (SPRING, "[[UN President António Guterres]] spoke."),
    (SPRING, "[[IMF President Kristalina Georgieva]] spoke."),
    (SPRING, "[[WHO Secretary-General Tedros Adhanom Ghebreyesus]] spoke."),
    (SPRING, "[[Israeli President Benjamin Netanyahu]] spoke."),
    (SPRING, "[[Italian President Giorgia Meloni]] spoke."),
    ("2018-06-01", "[[French Prime Minister Emmanuel Macron]] spoke."),
    ("2018-06-01", "When [[French Prime Minister Emmanuel Macron]] spoke, all listened."),
    (SPRING, "[[German President Olaf Scholz]] spoke."),
    (SPRING, "[[German Prime Minister Olaf Scholz]] spoke."),
    (SPRING, "[[British President Keir Starmer]] spoke."),
    (SPRING, "[[UK President Sir Keir Starmer]] spoke."),
    (SPRING, "[[Australian President Anthony Albanese]] spoke."),
    (SPRING, "[[Indian President Narendra Modi]] spoke."),
    (SPRING, "[[Polish President Donald Tusk]] spoke."),
    (SPRING, "[[Chinese Premier Xi Jinping]] spoke."),
    (SPRING, "[[U.S. Vice President Marco Rubio]] spoke."),
    (SPRING, "[[Defense Secretary Marco Rubio]] spoke."),
    (SPRING, "[[US Defense Secretary Scott Bessent]] spoke."),
    (SPRING, "[[Foreign Secretary Rachel Reeves]] spoke."),
    (SPRING, "[[Mexican Prime Minister Claudia Sheinbaum]] spoke."),
    ("2019-03-01", "[[South Korean Prime Minister Narendra Modi]] spoke."),
    ("2016-03-01", "[[Israeli President Benjamin Netanyahu]] spoke."),
    ("2019-03-01", "[[French Prime Minister Emmanuel Macron]] spoke."),
    ("2012-03-01", "[[British President David Cameron]] spoke."),
    ("2021-06-01", "[[Canadian President Justin Trudeau]] spoke."),
    ("2014-06-01", "[[Japanese President Shinzo Abe]] spoke."),
    ("2008-01-15", "[[British Prime Minister George W. Bush]] spoke."),
]


def found(rule, text, day):
    doc = document(text, date=day)
    return sorted(tuple(finding.span) for finding in rule().check(doc))


@pytest.mark.parametrize(("day", "text"), FORMER)
def test_former_in_office(day, text):
    marked = read_marks(text)
    assert found(FormerInOffice, marked.text, day) == [tuple(span) for span in marked.spans]


@pytest.mark.parametrize(("day", "text"), OFFICE)
def test_wrong_office(day, text):
    marked = read_marks(text)
    assert found(WrongOffice, marked.text, day) == [tuple(span) for span in marked.spans]


def test_the_seeds(shared):
    spans = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        doc = document(path.read_text(encoding="utf-8"), date=SPRING)
        spans[path.name[:3]] = [tuple(one.span) for rule in RULES for one in rule().check(doc)]
    assert spans == {"000": [], "001": [], "002": [], "003": [], "004": [(738, 772)]}


def test_past_the_facts_a_rule_asks():
    doc = document("Former U.S. President Donald Trump spoke.", date="2028-02-01")
    (finding,) = FormerInOffice().check(doc)
    assert finding.severity is Severity.ASK
    assert "as of 2026-06-15" in finding.evidence


def test_evidence_names_dates_and_source():
    doc = document("Israeli President Benjamin Netanyahu spoke.", date="2016-03-01")
    (finding,) = WrongOffice().check(doc)
    assert finding.severity is None or finding.severity is Severity.STOP
    assert "Benjamin Netanyahu was Prime Minister of Israel from 2009-03-31" in finding.evidence
    assert "Reuven Rivlin was President of Israel from 2014-07-24" in finding.evidence
    assert "story date 2016-03-01 (--date)" in finding.evidence
    titles = [fix.title for fix in finding.fixes]
    assert titles == [
        "Write “Israeli Prime Minister”, if the person is meant",
        "Write “Reuven Rivlin”, if the office is meant",
    ]
    assert {fix.safety for fix in finding.fixes} == {"suggested"}


