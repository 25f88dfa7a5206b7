"""``titles/dead``: the dead in the day's news, and “the late” before the name of the living."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Rule,
    Severity,
    pattern,
)
from copydesk.facts import Person, Tenure
from lint_rules._shared.names import folded
from lint_rules.titles import (
    _left_office,
    _namesakes,
    _resolve_holder,
    _same_time,
    _still_alive,
    _taking_part,
    _time_reference,
)
from lint_rules.titles._mention import Mention
from lint_rules.titles._title_mentions import TRIGGERS, mentions

_GRACE = 10  # days after a death in which words said before it are still reported
_RECENT = 4 * 365  # days after a death in which a plain title with a plain verb is no history
_NEAR = 90  # code points on either side of a name
_CUES = frozenset({
    "", "former", "ex", "onetime", "one-time", "erstwhile", "first", "last", "founding",
})  # fmt: skip
_GONE = frozenset({"retired", "longtime", "long-time", "ousted", "deposed", "exiled", "fugitive"})
_DEATH = pattern(
    r"(?i)\b(?:die[ds]|dying|deaths?|dead|killed|slain|assassinat\w+|funerals?|passed away|mourn\w*"
    r"|obituar\w+|buri(?:ed|al)|memorial\w*|posthumous\w*|late|widow\w*|grave\w*|tombs?|legacy"
    r"|predecess\w+|estate|tributes?|eulog\w+|coffins?|casket|laid to rest|lie in state)\b"
)
_TRACES = pattern(
    r"(?i)\b(?:wills?(?= (?:of|left))|letters?|books?|memoirs?|diar(?:y|ies)|biograph\w+|film"
    r"|documentar\w+|footage|recordings?|tapes?|archives?|quot(?:e[sd]?|ing)|exhibit\w*"
    r"|named (?:after|for)|honou?r\w*|statues?|portraits?|playing|plays|played by|starring"
    r"|impersonat\w+|would have)\b"
)
_HAD = pattern(r"(?:,[^,\n]{1,60},)?[ \u00a0]had(?! (?:lunch|dinner|breakfast|talks|an? ))\b")

_HEARD = pattern(r"(?i)\binterview")  # it may have been given earlier


class Dead(Rule):
    """The dead are not in the day’s news, and the living are not “late”.

    “Pope Francis said on Sunday” in June 2025: the paragraph comes from an older
    story. “The late” before the name of somebody who lives is among the worst
    corrections a newsroom makes. The rule reports a name with a title, or a former
    title, whose bearer died ten days or more before the story, if the sentence reports
    the day’s news with the name as its subject, or with the person met or heard. It
    reports “late” if the person died, or took or held an office, after the story, and
    asks about “late” before heads of state and government, American secretaries, popes
    and monarchs of whose death the facts know nothing. Where the death or the office
    rests on one source alone it asks. It reports nothing where the story reports the
    death near the name, or the sentence is about the past, a letter, a book or the like.
    """

    id = "titles/dead"
    severity = Severity.STOP
    triggers = TRIGGERS
    source = "lint_rules/_facts: deaths and tenures, with a source for each"
    examples = (
        Good("Pope Francis said on Sunday that he would travel.", date="2024-06-10"),
        Good("Pope Francis once said on a Sunday that he liked tango.", date="2025-06-10"),
        Good("Pope Francis, who died in April, said on Sundays what he liked.", date="2025-06-10"),
        Good("The late Pope Francis told a crowd on Sunday what he liked.", date="2025-04-23"),
        Good("In a letter shown on Sunday, Pope Francis said that he agreed.", date="2025-06-10"),
        Good("The late U.N. Secretary-General Kofi Annan said so.", date="2019-03-04"),
        Good("“Pope Francis said on Sunday he was well,” he joked.", date="2025-06-10"),
        Good("A judge named by the late President Jimmy Carter ruled on it.", date="2025-06-10"),
        Good("On Monday he quoted former President Jacques Chirac.", date="2020-06-10"),
        Good("The widow of former French President Jacques Chirac said on Monday she agreed.",
             date="2020-06-10"),
        Good("The bishop, whom Pope Francis named, will speak on Tuesday.", date="2025-06-10"),
        Bad("Envoys met [[former U.N. Secretary-General Kofi Annan]] in Geneva on Monday.",
            date="2021-06-10"),
        Bad("“It will fail,” believes [[former French President Jacques Chirac]].",
            date="2021-06-10"),
        Bad("It was set up by Patricio Aylwin, [[the late Chilean president]].",
            date="2008-06-10"),
        Bad("Money went to [[the late Canadian Prime Minister Joe Clark]].", date="2012-06-10"),
        Bad("Her book is about [[the late Henry Kissinger]], the former secretary of state.",
            date="2012-06-10"),
        Bad("[[Pope Francis]] said on Sunday that he would travel.", date="2025-06-10"),
        Bad("[[Former U.N. Secretary-General Kofi Annan]] said on Monday he agreed.",
            date="2021-06-10"),
        Bad("[[The late French President Jacques Chirac]] liked farm shows.", date="2012-06-10"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Find the dead with a verb of the day, and “late” before names of the living."""
        for one in mentions(doc, self.facts):
            if one.place == "?" or not _left_office.counts(doc, one):
                continue
            if one.cue == "late" or _still_alive.is_late(doc, one):
                yield from self._alive(doc, one)
            elif one.cue in _CUES and not _is_other(one):
                resolved = _resolve_holder.resolve(doc, one)
                resolved = resolved or _resolve_holder.resolve_leader(doc, one)
                if resolved is None or not resolved[0].died:
                    continue
                if not _namesakes.is_namesake(doc, one, resolved[1]):
                    yield from self._speaking(doc, one, *resolved)

    def _speaking(
        self, doc: Document, one: Mention, person: Person, tenures: list[Tenure]
    ) -> Iterator[Finding]:
        day = doc.date.day.isoformat()
        if person.died > _resolve_holder.day_before(day, _GRACE) or doc.may_be_before(person.died):
            return
        if _same_time.is_told(doc, self.facts, person.name, tenures[0].since, person.died):
            return
        news = _is_news(doc, one)
        if not news and not _speaks(doc, one, person):
            return
        dated = _taking_part.is_dated(doc, one)
        past = _time_reference.tells_history(doc, one.span)
        if (past and not dated) or _is_told(doc, one, person):
            return
        if _time_reference.is_of_another_time(doc, one.span, person.died, dated=dated):
            return
        old = _time_reference.follows_history(doc, one.span, person.died)
        if old and not _time_reference.has_day(doc, one.span):
            return
        sure = news and not (past or old) and person.is_death_proven() and not one.part
        sure = sure and _namesakes.is_vouched(doc, one, tenures)
        sure = sure and _HEARD.search(doc.text, _time_reference.around(doc, one.span)) is None
        said = f"{person.name} died on {person.died} and cannot be in the day’s news."
        asked = f"{person.name} died on {person.died}: is this of an earlier day?"
        yield self.find(
            one.span,
            said if sure else asked,
            evidence=f"{_death(person)}; {tenures[-1].witness}; story date {doc.date}.",
            severity=None if sure else Severity.ASK,
        )

    def _alive(self, doc: Document, one: Mention) -> Iterator[Finding]:
        """“Late” for somebody who died, or took or held an office, after the story’s date."""
        found = _still_alive.resolve(doc, one)
        if found is None or doc.date.origin == "today":
            return
        person, tenures = found
        day = doc.date.day.isoformat()
        if any(held.covers(day) or held.may_cover(day) for held in tenures) and one.cue == "late":
            return  # titles/former-in-office
        later, dies = _still_alive.later_offices(person, day), person.died > day
        if not later and not dies and not _still_alive.is_worth_asking(person, tenures, day):
            return
        sure = (dies and person.is_death_proven()) or any(held.is_proven(day) for held in later)
        sure = sure and not one.part and _namesakes.is_vouched(doc, one, tenures)
        told = _death(person) if dies else (later or tenures)[-1].witness
        asked = f"Is “late” right? {person.name} was alive later."
        if not later and not dies:
            asked = f"Is “late” right? We know of no death of {person.name}."
        yield self.find(
            _still_alive.span_of(doc, one),
            f"“late” is wrong: {person.name} was alive on the story’s date." if sure else asked,
            evidence=f"{told}; story date {doc.date}.",
            severity=None if sure else Severity.ASK,
        )


def _death(person: Person) -> str:
    listed = " and ".join(f"{one.name} as of {one.as_of}" for one in person.deaths[:3])
    return f"{person.name} died on {person.died} ({listed})"


def _is_other(one: Mention) -> bool:
    """Whether the words before make it another title; “Retired Justice X” is none."""
    if one.ahead and (one.ahead[-1].lower() in _GONE or (one.cue and one.ahead[-1] == "and")):
        return False
    return _resolve_holder.is_other(one.ahead)


def _is_news(doc: Document, one: Mention) -> bool:
    return _taking_part.is_in_news(doc, one)


def _speaks(doc: Document, one: Mention, person: Person) -> bool:
    """Whether a plain title and a verb of saying are of a time not long after the death."""
    recent = _resolve_holder.day_before(doc.date.day.isoformat(), _RECENT)
    if person.died >= recent and not one.ahead and _time_reference.opens_story(doc, one.name):
        return True
    if one.cue or one.after or person.died < recent:
        return False
    return not one.ahead and _time_reference.is_subject(doc, one.name)


def _is_told(doc: Document, one: Mention, person: Person) -> bool:
    """Whether the sentence is about what the dead have left, or the story tells of the death."""
    if _TRACES.search(doc.text, _time_reference.around(doc, one.span)) is not None:
        return True
    if any(
        _HAD.match(doc.text, (end, len(doc.text))) for end in _taking_part.ends_of(doc.text, one)
    ):
        return True
    name = folded(person.surname if not person.surname.isupper() else person.name.split()[0])
    ends = len(doc.text)
    return any(
        _DEATH.search(doc.text, (max(0, start - _NEAR), min(ends, start + len(name) + _NEAR)))
        is not None
        for start in doc.words.starts(name)
    )
