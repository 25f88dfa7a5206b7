"""``titles/too-early``: a title before the day on which the person got it."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Edit,
    Finding,
    Fix,
    Good,
    Iterator,
    Rule,
    Severity,
    pattern,
)
from copydesk.facts import Facts, Tenure, fold
from lint_rules.titles import (
    _left_office,
    _namesakes,
    _resolve_holder,
    _time_reference,
)
from lint_rules.titles._mention import Mention
from lint_rules.titles._title_mentions import TRIGGERS, mentions

_EVE = 21  # days before the start in which copy may use the title already
_CLOSE = 90  # days before the start in which the story may look ahead
_BEFORE, _BEHIND = 80, 60  # code points before and behind a mention that may look ahead
_CHANGE = 30  # days after the start of another holder in which the change may be disputed
_AHEAD = pattern(
    r"(?i)\b(?:nominees?|nominat\w+ (?:as|for|to)|designate|elect|future(?! of)"
    r"|incoming|presumptive|hopeful"
    r"|next (?:\p{L}+ )?(?:president|prime|premier|chancellor|king|queen|pope|secretary|governor)"
    r"|would(?: have)? (?:be(?:come)?|been) (?:(?:the|a|an) )?(?:\p{L}+ )?(?:president|prime)"
    r"|would become|will become|to become|sworn|swearing-in|inaugurat\w+|tak(?:es?|ing) office"
    r"|to succeed|succeed\w* \p{L}+|successors?|tapped|imagine\w*|hypothetical\w*"
    r"|some ?day|(?:later|who) became"
    r"|if (?:re-?)?elected|if (?:he|she|they|\p{L}+) (?:is|are|were|wins?|becomes?|gets?|takes?))\b"
)
_YEAR = pattern(r"(?<![\d.,$£€#-])20\d\d\b(?![.,]\d|\s*%)")


class TooEarly(Rule):
    """Nobody has a title before taking office.

    “Pope Leo XIV” in a story of February 2025, “French President Emmanuel Macron” in
    one of 2015: an archive story was edited, or its date is wrong. The rule reports
    only if the person first took the office after the story’s date, and somebody else
    was in it on that day. If that is not sure, and in the last three months before the
    start, it asks. It reports nothing with “future”, “-elect”, “acting” or “deputy”, if
    the sentence looks ahead, in quotations, in drafts without a date, and for seats in a
    parliament.
    """

    id = "titles/too-early"
    severity = Severity.STOP
    triggers = TRIGGERS
    source = "lint_rules/_facts, with a source for every tenure"
    examples = (
        Good("French President Emmanuel Macron met the pope on Monday.", date="2019-03-04"),
        Good("The future French President Emmanuel Macron was a banker.", date="2012-03-04"),
        Good("Emmanuel Macron, a minister, met President François Hollande.", date="2015-03-04"),
        Good("She imagined a French President Emmanuel Macron.", date="2015-03-04"),
        Good("“French President Emmanuel Macron” was a typing error.", date="2015-03-04"),
        Good("Deputy Prime Minister Mark Rutte Smith came to Leeds.", date="2009-03-04"),
        Good("President-elect Barack Obama met the press on Monday.", date="2008-12-04"),
        Good("If he wins, President Barack Obama will move in on Jan. 20.", date="2008-10-04"),
        Bad(
            "[[French President Emmanuel Macron]] met the pope on Monday.",
            fixed="French President François Hollande met the pope on Monday.",
            date="2015-03-04",
        ),
        Bad(
            "They wrote to [[U.S. President Barack Obama]] in vain.",
            fixed="They wrote to U.S. President George W. Bush in vain.",
            date="2006-03-04",
        ),
        Bad(
            "Talks go on, said [[NATO Secretary General Mark Rutte]].",
            fixed="Talks go on, said NATO Secretary General Jens Stoltenberg.",
            date="2022-04-15",
        ),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Find titles that the person named first got after the story’s date."""
        if doc.date.origin == "today":
            return
        for one in mentions(doc, self.facts):
            if not _resolve_holder.is_plain(one):
                continue
            first = _first(doc, one)
            if first is None or not _left_office.counts(doc, one) or _looks_ahead(doc, one):
                continue
            if not _namesakes.is_namesake(doc, one, [first]):
                yield from self._judge(doc, one, first)

    def _judge(self, doc: Document, one: Mention, first: Tenure) -> Iterator[Finding]:
        day = doc.date.day.isoformat()
        rival = _left_office.holder(self.facts, first, day)
        if rival is None and not (first.is_proven(day) or _is_held(self.facts, first, day)):
            return
        known = [first] if rival is None or not rival.covers(day) else [first, rival]
        sure = len(known) > 1 and all(held.is_proven(day) for held in known) and not first.acting
        sure = sure and day < _resolve_holder.day_before(first.since, _CLOSE)
        sure = sure and known[-1].since < _resolve_holder.day_before(day, _CHANGE)
        sure = sure and _namesakes.is_vouched(doc, one, [first])
        words = doc[one.words]
        said = f"{first.person} did not hold this office yet: “{words}” or the date is wrong."
        asked = f"Did {first.person} hold this office yet? Check “{words}” and the story’s date."
        yield self.find(
            one.span if not one.after else one.words,
            said if sure else asked,
            evidence=f"{'; '.join(held.witness for held in known)}; story date {doc.date}.",
            fixes=[
                Fix(f"Write “{held.person}” if the title is right", (Edit(one.name, held.person),))
                for held in known[1:]
            ],
            severity=None if sure else Severity.ASK,
        )


def _is_held(facts: Facts, first: Tenure, day: str) -> bool:
    """Whether somebody was in the office on the day, even by a source that is not sure."""
    return any(
        held.person != first.person and held.since <= day <= (held.until or held.known)
        for held in facts.tenures_of(first.office)
    )


def _first(doc: Document, one: Mention) -> Tenure | None:
    """The first tenure of the one person meant, if all that may be meant are after the story."""
    day, title = doc.date.day.isoformat(), fold(doc[one.title])
    if not one.place and _left_office.is_title_of_many(title):
        return None
    if one.after and not one.place and doc.after(one.words.end, 6) == ", the ":
        return None  # “he met X, the prime minister, the mayor and others”
    if not one.after and any(dash in doc[one.title.end : one.name.start] for dash in "–—"):
        return None  # a list of nominees: “Defense Secretary – X”
    if doc[one.title].islower() and one.ahead[-1:] == ("for",):
        return None  # “to run for president”
    held = [(person, _resolve_holder.meant(doc, one, person)) for person in one.people]
    held = [each for each in held if each[1]]
    if len(held) != 1 or any(tenure.since <= day for tenure in held[0][1]):
        return None
    person, tenures = held[0]
    if one.part and not _resolve_holder.in_full(doc, person):
        known = any(each.office.household for each in tenures)
        if not one.place and (not known or len(one.people) > 1):
            return None
    first = min(tenures, key=lambda each: each.since)
    if day >= _resolve_holder.day_before(first.since, _EVE):
        return None
    if not first.sure or _is_seat(first) or _had_it(person.tenures, title, day):
        return None
    known = bool(one.place or first.office.adjectives) or first.office.household
    known = known or first.office.place.startswith("us") or title in ("king", "queen", "pope")
    return first if known and not (one.part and first.office.several) else None


def _is_seat(first: Tenure) -> bool:
    """Whether it is a seat in a parliament: those of a state have the same titles."""
    return first.office.several and not first.office.titles[0].endswith("Justice")


def _had_it(tenures: tuple[Tenure, ...], title: str, day: str) -> bool:
    """Whether the person had the same title in some other place by then."""
    return any(held.since <= day and held.office.has_title(title) for held in tenures)


def _looks_ahead(doc: Document, one: Mention) -> bool:
    """Whether the sentence is about what will be, or may be."""
    where = _time_reference.around(doc, one.span)
    near = max(where.start, one.span.start - _BEFORE), min(where.end, one.span.end + _BEHIND)
    if _AHEAD.search(doc.text, near) is not None:
        return True
    years = (int(match[0]) for match in _YEAR.finditer(doc.text, where))
    return any(year > doc.date.day.year for year in years)
