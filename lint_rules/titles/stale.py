"""``titles/stale``: the plain title of somebody who has left office."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, Span, pattern
from copydesk.facts import Person, Tenure
from lint_rules.titles import (
    _acts_today,
    _asking,
    _change_of_office,
    _left_office,
    _namesakes,
    _resolve_holder,
    _same_time,
    _taking_part,
    _time_reference,
)
from lint_rules.titles._mention import Mention
from lint_rules.titles._title_mentions import TRIGGERS, mentions

_ROUGH = ("Wikidata", "CIA World Factbook")  # some of their end dates are election dates
_SOME_WEEKS = 40
_TOP = 4  # slots at the top of a story that say that it looks back
# Before the title: the sentence looks back, or compares.
_BACK = frozenset({
    "under", "during", "since", "unlike", "like", "fire", "oust", "sack", "dismiss", "pardon",
    "impeach", "elect", "reelect", "re-elect", "defeat", "succeed", "assassinate", "unseat",
    "his", "her", "their",
})  # fmt: skip
_HISTORY = pattern(
    r"(?i)\b(?:(?:to)?day|date|week|month|year) in (?:[\w’' ]{1,20} )?history\b|\bon this d"
)
_WHILE = 60  # days after the end from which anybody who takes part in the news counts
_LONG_AGO = 8 * 365  # days after the end from which a plain past tense tells history
_TOLD = pattern(
    r"[ \u00a0](?:was(?! (?:in|at|on|to|due|set|expected)\b)|knew|believed|thought|wanted|hoped"
    r"|felt)\b"
)
_OWNED = pattern(
    r"(?i)['’]s?[ \u00a0](?:[\p{L}-]+[ \u00a0]){0,2}(?:administration|era|term|presidency|legacy"
    r"|tenure"
    r"|years|portrait|library|predecessors?|successors?|policy|policies|law|act|order|orders|deal"
    r"|decision|plan|doctrine|appointees?|nominees?|election|victory|inauguration|impeachment"
    r"|reelection|re-election|assassination|death|widow|grave|birthplace|home|house|memoir|book"
    r"|government|cabinet|program|programme|initiative|rule|regime|signature|reforms?|tax|war)\b"
)
_PAST = pattern(r"[ \u00a0](?:had|would have|took office|was elected|was inaugurated)\b")


class Stale(Rule):
    """People who have left office are called “former”.

    “President Joe Biden said on Tuesday” in March 2025: the title comes from an
    older story, and it means a correction. In published copy most plain titles
    after a term are right: history, captions, courtesy. So the rule says stop
    only if the sentence reports the day's news, with the name as its subject, and if
    two independent sources, or one of record, prove the end of the term; otherwise
    it asks. Two months after the end somebody who is met or heard counts, too, and a
    word such as “memoir” does not silence it if the day stands with the verb. Three
    years after the end it asks only where the name opens a sentence or a place comes
    with it, and in the first two months after a term was due to end it asks about the
    plain title. It reports nothing if the sentence looks back
    (an earlier year or month, “under”, “when he was”, “deposed”, a law or portrait),
    in quotations, tweets and captions, about the dead, if the story calls the person
    “former” elsewhere or reports the change, and if the draft has no date but is of
    that time by the months it names or the titles of others.
    """

    id = "titles/stale"
    severity = Severity.STOP
    triggers = TRIGGERS
    source = "lint_rules/_facts, with a source for every tenure"
    examples = (
        Good("President Joe Biden said on Tuesday that he would sign.", date="2024-03-05"),
        Good("Former President Joe Biden said on Tuesday he was well.", date="2025-03-04"),
        Good("In 2019, President Donald Trump met him in Hanoi.", date="2023-03-04"),
        Good("She served under President Barack Obama.", date="2018-03-04"),
        Good("It was built when President Bill Clinton was in office.", date="2018-03-04"),
        Good("“President Joe Biden said so on Tuesday,” she wrote.", date="2025-03-04"),
        Good("President Barack Obama’s health care law survived.", date="2018-03-04"),
        Good("At the time, British Prime Minister Tony Blair said no.", date="2015-03-04"),
        Good("Tuesday marks the anniversary of the day President Bill Clinton spoke.",
             date="2018-03-04"),
        Good("The Obama administration and President Lincoln’s portrait stay.", date="2018-03-04"),
        Good("President George W. Bush’s order named the USS President Bush.", date="2018-03-04"),
        Good("“President Obama Speaks on Tuesday” is the title of a play.", date="2018-03-04"),
        Good("Former President Joe Biden came. President Biden said Monday he was well.",
             date="2025-03-04"),
        Good("He wrote to President Barack Obama, as President Donald Trump said on Monday.",
             date="2018-03-04"),
        Good("The then-Prime Minister, Tony Blair, said on Tuesday he was sorry.",
             date="2018-03-04"),
        Good("Talks fell to the president — Biden said nothing.", date="2025-03-04"),
        Good("Florida Senate President Bill Clinton Smith said so Tuesday.", date="2018-03-04"),
        Good("President George W. Bush was so sure of it that he flew home.", date="2018-03-04"),
        Good("He stood by the choice to fire FBI Director James Comey.", date="2026-05-01"),
        Good("Today in history\n\nDefense Secretary Mark Esper took issue with it.",
             date="2024-06-03"),
        Good("The law that President Bill Clinton signed expires on Tuesday.", date="2018-03-04"),
        Bad("On Tuesday they met [[French President Nicolas Sarkozy]].",
            fixed="On Tuesday they met former French President Nicolas Sarkozy.",
            date="2015-03-10"),
        Bad(
            "[[President Joe Biden]] said on Tuesday that he would sign.",
            fixed="Former President Joe Biden said on Tuesday that he would sign.",
            date="2025-03-04",
        ),
        Bad(
            "The [[chancellor, Jeremy Hunt]], said on Friday that owners would pay.",
            fixed="The former chancellor, Jeremy Hunt, said on Friday that owners would pay.",
            date="2025-01-24",
        ),
        Bad(
            "Talks go on, as [[NATO Secretary General Jens Stoltenberg]] told reporters today.",
            fixed="Talks go on, as former NATO Secretary General Jens Stoltenberg told reporters "
            "today.",
            date="2025-04-15",
        ),
        Bad(
            "The museum has a letter from [[President Barack Obama]] to a pupil.",
            fixed="The museum has a letter from former President Barack Obama to a pupil.",
            date="2018-03-04",
        ),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Find plain titles of people known to have left office."""
        found = mentions(doc, self.facts)
        past = _asking.called_former(found)
        day = doc.date.day.isoformat()
        asked: set[str] = set()
        for one in found:
            if not _resolve_holder.is_plain(one):
                continue
            resolved = _resolve_holder.resolve(doc, one)
            if resolved is None or resolved[0].name in past:
                continue
            if not _left_office.counts(doc, one):
                continue
            last = _left_office.last_of(resolved, one, doc)
            if last is None:
                yield from self._earlier(doc, one, *resolved)
                continue
            settled = _left_office.is_settled(self.facts, resolved[0], last, day)
            if last.until and (not settled or _change_of_office.is_leaving(doc, one, last)):
                continue
            if last.person in asked or _namesakes.is_namesake(doc, one, resolved[1]):
                continue
            for finding in self._judge(doc, one, last, resolved[0]):
                asked.update(() if last.until else (last.person,))
                yield finding

    def _judge(
        self, doc: Document, one: Mention, last: Tenure, person: Person
    ) -> Iterator[Finding]:
        day = doc.date.day.isoformat()
        if self._is_past(doc, one, last):
            return
        slot = doc.slot_at(one.span.start)
        own = _is_news(doc, one, last)
        news = own or _opens_story(doc, one, last) or _acts_today.is_acting(doc, person)
        shared = _time_reference.names_others(doc, one.span) and "and" in one.ahead[-1:]
        sure = own and not shared and slot is not None and slot.kind == "paragraph"
        sure = sure and bool(last.until) and last.is_proven(day) and not _is_fresh(last, day)
        sure = sure and _namesakes.is_vouched(doc, one, [last])
        sure = sure and not _time_reference.is_of_the_past(doc, one.span, last.until)
        sure = sure and not _time_reference.follows_history(doc, one.span, last.until)
        if not news and (not last.until or not _asking.counts_as_seat(doc, one, last)):
            return
        if not sure and not (news or _asking.is_worth_it(doc, one, last)):
            return
        if not sure and not (self._is_open(doc, one, last) and not _is_history(doc, one, last)):
            return
        words = doc[one.words]
        if not last.until:
            yield self._overdue(doc, one, last)
            return
        said = f"{last.person} no longer holds this office: “{words}” needs “former”."
        asked = f"{last.person} no longer holds this office: does “{words}” need “former” here?"
        yield self.insert(
            one.words.start,
            _asking.former(doc, one.words.start),
            said if sure else asked,
            title="Add “former”",
            marked=one.span,
            evidence=f"{_left_office.told(last, person, day)}; story date {doc.date}.",
            severity=None if sure else Severity.ASK,
        )

    def _earlier(
        self, doc: Document, one: Mention, person: Person, tenures: list[Tenure]
    ) -> Iterator[Finding]:
        """A question about somebody of whom the facts know only that they once held the office."""
        day = doc.date.day.isoformat()
        now = _left_office.earlier(self.facts, tenures, day)
        if now is None or one.part or (person.died and person.died <= day):
            return
        if doc.may_be_before(now.since) or not _taking_part.is_in_news(doc, one):
            return
        if _looks_back(doc.text, one) or _time_reference.is_of_the_past(doc, one.span, now.since):
            return
        yield self.find(
            one.span,
            f"{now.person} holds this office: does “{doc[one.words]}” need “former”?",
            evidence=f"{now.witness}; story date {doc.date}.",
            severity=Severity.ASK,
        )

    def _is_past(self, doc: Document, one: Mention, last: Tenure) -> bool:
        """Whether the sentence, or the story, may be of the time of the tenure."""
        end = last.until or last.due
        if doc.may_be_before(end) or _looks_back(doc.text, one):
            return True
        dated = _taking_part.is_dated(doc, one)
        if _time_reference.is_of_another_time(doc, one.span, end, dated=dated):
            return True
        if not dated and _time_reference.tells_history(doc, one.span):
            return True
        if _time_reference.follows_history(doc, one.span, end) and not _time_reference.has_day(
            doc, one.span
        ):
            return True
        return _same_time.is_told(doc, self.facts, last.person, last.since, end)

    def _overdue(self, doc: Document, one: Mention, last: Tenure) -> Finding:
        """A question about somebody whose term was due to end before the story."""
        return self.insert(
            one.words.start,
            _asking.former(doc, one.words.start),
            f"The term of {last.person} was due to end on {last.due}: is “{doc[one.words]}” right?",
            title="Add “former”",
            marked=one.span,
            evidence=f"{last.witness}; story date {doc.date}.",
            severity=Severity.ASK,
        )

    def _is_open(self, doc: Document, one: Mention, last: Tenure) -> bool:
        """Whether to ask at all: nobody else in the story is in that office.

        A story that names today’s holder refers to the others as they were then.
        """
        if _PAST.match(doc.text, (one.end, len(doc.text))) is not None:
            return False
        if _time_reference.names_others(doc, one.span):
            return False
        now = _left_office.holder(self.facts, last, doc.date.day.isoformat())
        return now is None or not _asking.is_named(doc, mentions(doc, self.facts), now)


def _is_news(doc: Document, one: Mention, last: Tenure) -> bool:
    """Whether the sentence reports the story's day with the name as its subject."""
    gone = last.ended(_resolve_holder.day_before(doc.date.day.isoformat(), _WHILE))
    if gone and _taking_part.is_in_news(doc, one):
        return True
    return any(
        _time_reference.is_of_the_day(doc, span, one.ahead) for span in _subjects(doc.text, one)
    )


def _opens_story(doc: Document, one: Mention, last: Tenure) -> bool:
    """Whether what the one named did is told at the top, not long after the end."""
    since = _resolve_holder.day_before(doc.date.day.isoformat(), _asking.LATELY)
    top = since < (last.until or last.due) and not one.ahead
    return top and any(_time_reference.opens_story(doc, span) for span in _subjects(doc.text, one))


def _is_history(doc: Document, one: Mention, last: Tenure) -> bool:
    """Whether the story tells what happened long ago, when the person was in office."""
    if any(_HISTORY.search(doc.text, slot.span) for slot in doc.parsed.slots[:_TOP]):
        return True
    day = _resolve_holder.day_before(doc.date.day.isoformat(), _LONG_AGO)
    told = _TOLD.match(doc.text, (one.end, len(doc.text)))
    return (last.until or last.due) <= day and told is not None


def _subjects(text: str, one: Mention) -> list[Span]:
    """Spans that the verb may follow: the name, with and without the comma of an apposition."""
    if one.after:
        return [one.words]
    closes = one.comma and text.startswith(", ", one.end)
    return [Span(one.name.start, end) for end in (one.end, *((one.end + 1,) if closes else ()))]


def _is_fresh(last: Tenure, day: str) -> bool:
    """Whether the end is so recent that a list some weeks off may be wrong about it."""
    return last.source.name in _ROUGH and not last.ended(
        _resolve_holder.day_before(day, _SOME_WEEKS)
    )


def _looks_back(text: str, one: Mention) -> bool:
    """Whether the words around it show a past reference."""
    if one.ahead and one.ahead[-1].lower() in _BACK:
        return True
    if len(one.ahead) > 1 and one.ahead[-1].lower() == "the" and one.ahead[-2].lower() in _BACK:
        return True
    return _OWNED.match(text, (one.end, len(text))) is not None
