"""``titles/wrong-office``: a known person with the title of an office never held."""

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
    Span,
    pattern,
)
from copydesk.facts import Office, Person, Tenure
from lint_rules.titles import _acts_today, _other_offices, _resolve_holder, _seats, _time_reference
from lint_rules.titles._mention import Mention
from lint_rules.titles._title_mentions import TRIGGERS, mentions

_CLOSES = pattern(
    r",[ \u00a0](?!and\b|or\b|as well\b|with\b)\p{Ll}|[.](?:\s|\Z)"
    r"|,[ \u00a0]and[ \u00a0](?:to|by|for|in|from|his|her|its|said|was|is|has)\b"
)
_ENDS = pattern(r"[.](?:\s|\Z)|,[ \u00a0](?:who|said|told|has|will)\b")


class WrongOffice(Rule):
    """Office-holders are given the right title.

    “Ukrainian Prime Minister Volodymyr Zelenskyy”, “Fed Chair Christine Lagarde”,
    “Japanese President Emmanuel Macron”: the wrong title, body or country is an easy
    slip, and it means a correction every time. The rule reports only if a full name,
    or a surname whose full name the story gives, is right next to the title, and if the
    person holds another known office on the story's date and has never held the one
    named. It says stop if somebody else holds that office, or the place has none, and
    if two sources prove both; otherwise it asks. It asks, too, where one office excludes
    the other though the facts do not know who holds that one: a president is no vice
    president or prime minister of the same country, a governor no premier.
    """

    id = "titles/wrong-office"
    severity = Severity.STOP
    triggers = TRIGGERS
    source = "lint_rules/_facts, with a source for every tenure"
    examples = (
        Good("Ukrainian President Volodymyr Zelenskyy met the visitors.", date="2025-04-15"),
        Good("Former Ukrainian Prime Minister Volodymyr Groysman spoke.", date="2018-04-15"),
        Good("Turkish Prime Minister Recep Tayyip Erdogan won in 2011.", date="2018-05-01"),
        Good("Taiwanese Premier Lai Ching-te said so at the time.", date="2025-05-01"),
        Good("“Our President Keir Starmer” was a slip of the tongue.", date="2025-05-01"),
        Good("Socialist party president Pedro Sánchez spoke last.", date="2020-05-01"),
        Good("French Prime Minister François Bayrou met Emmanuel Macron.", date="2025-05-01"),
        Good("Mario Draghi, the head of the European Central Bank, met them.", date="2012-11-13"),
        Good("Talks between Mario Draghi, the head of the IMF, and the pope.", date="2012-11-13"),
        Good("Spanish President Pedro Sánchez, as some call him, spoke.", date="2020-05-01"),
        Bad(
            "They heard Mario Draghi, the [[head of the International Monetary Fund]].",
            fixed="They heard Mario Draghi, the president of the European Central Bank.",
            date="2012-11-13",
        ),
        Bad(
            "Aid comes, insists [[Ethiopian President Abiy Ahmed]].",
            fixed="Aid comes, insists Ethiopian Prime Minister Abiy Ahmed.",
            date="2021-02-16",
        ),
        Bad(
            "He sent it to [[FBI Director George Tenet]].",
            fixed="He sent it to CIA Director George Tenet.",
            date="2001-12-11",
        ),
        Bad(
            "[[Texas Premier Greg Abbott]] went to court.",
            fixed="Texas Governor Greg Abbott went to court.",
            date="2016-09-20",
        ),
        Bad(
            "Not one of them backed it, boasted [[Sen. John Boehner]].",
            fixed="Not one of them backed it, boasted House Minority Leader John Boehner.",
            date="2009-02-10",
        ),
        Bad(
            "He met [[Ukrainian Prime Minister Volodymyr Zelenskyy]] on Monday.",
            fixed="He met Ukrainian President Volodymyr Zelenskyy on Monday.",
            date="2025-04-15",
        ),
        Good("He met the Russian president, Volodymyr Zelenskyy, and the pope.", date="2025-04-15"),
        Bad(
            "[[Ukraine’s prime minister, Volodymyr Zelenskyy]], said no.",
            fixed="Ukraine’s president, Volodymyr Zelenskyy, said no.",
            date="2025-04-15",
        ),
        Bad(
            "Volodymyr Zelenskyy, the [[prime minister of Ukraine]], said no.",
            fixed="Volodymyr Zelenskyy, the president of Ukraine, said no.",
            date="2025-04-15",
        ),
        Bad(
            "[[NATO President Mark Rutte]] flew to Odesa.",
            fixed="NATO Secretary General Mark Rutte flew to Odesa.",
            date="2025-04-15",
        ),
        Bad(
            "They wrote to [[Russian President Volodymyr Zelensky]].",
            fixed="They wrote to Ukrainian President Volodymyr Zelensky.",
            date="2024-02-01",
        ),
        Bad(
            "It was the [[President of Israel Benjamin Netanyahu]] who called.",
            fixed="It was the Prime Minister of Israel Benjamin Netanyahu who called.",
            date="2024-02-01",
        ),
        Bad(
            "[[Tesla chief executive Tim Cook]] sent a letter.",
            fixed="Apple CEO Tim Cook sent a letter.",
            date="2025-02-03",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Find titles that the person named never had."""
        for one in mentions(doc, self.facts):
            title = _resolve_holder.title_of(doc, one)
            if one.cue or one.place == "?" or not self._is_sole(doc, one, title):
                continue
            person = _only(doc, one)
            if person is None or _is_other(one):
                continue
            plain = title in _seats.TITLES or _other_offices.is_plain(doc[one.title], title)
            plain = plain or (not one.part and title.endswith((" minister", "chief justice")))
            if one.place or plain or one.after:
                yield from self._judge(doc, one, person, title)

    def _judge(self, doc: Document, one: Mention, person: Person, title: str) -> Iterator[Finding]:
        day, facts = doc.date.day.isoformat(), self.facts
        if title in _seats.TITLES:
            seat = _seats.other(doc, one, person, title)
            if seat is not None and doc.quote_at(one.span) is None:
                yield self._finding(doc, one, seat, None, weak=True)
            return
        tenure = _other_offices.own(person, title, day)
        if tenure is None or not _other_offices.is_judged(facts, title, one.place, tenure.office):
            return
        meant = _other_offices.meant(facts, title, one.place, tenure.office)
        if any(office.several for office in meant) or doc.quote_at(one.span) is not None:
            return
        if not _other_offices.never_held(person, title, meant, one.place):
            return
        rival = _other_offices.holder(facts, meant, day)
        missing = not meant and _other_offices.is_missing(facts, title, one.place, day, tenure)
        weak = rival is None and not missing
        if weak and not _other_offices.is_elsewhere(facts, title, one.place, tenure):
            return
        weak = weak or tenure.office.several
        weak = weak or not (one.place or _other_offices.is_sure(doc[one.title], title, tenure))
        if not _time_reference.is_of_another_time(doc, one.span, tenure.since):
            yield self._finding(doc, one, tenure, rival, weak)

    def _is_sole(self, doc: Document, one: Mention, title: str) -> bool:
        """Whether title and name go together: with a comma between them, it may be a list."""
        if not (one.comma or one.after):
            return True
        rest = (one.end, len(doc.text))
        if not one.place and not _other_offices.is_unique(title):
            if one.after or not _other_offices.is_of_head(title):
                return one.after and _ENDS.match(doc.text, rest) is not None
            the = one.ahead[-1:] == ("the",) and doc[one.title].islower()
            return the and _CLOSES.match(doc.text, rest) is not None
        if one.after and one.ahead:
            return False
        return _CLOSES.match(doc.text, rest) is not None

    def _finding(
        self, doc: Document, one: Mention, tenure: Tenure, rival: Tenure | None, weak: bool
    ) -> Finding:
        day = doc.date.day.isoformat()
        known = [tenure, *([rival] if rival is not None else [])]
        sure = not weak and (one.part or len(one.people) == 1)
        sure = sure and all(held.covers(day) and held.is_proven(day) for held in known)
        words = doc[one.words] + _behind(doc, one)
        said = f"Wrong title for {tenure.person}: “{words}”."
        asked = f"Is “{words}” the right title for {tenure.person}?"
        evidence = "; ".join(held.witness for held in known)
        right = _right(doc, one, tenure.office)
        fixes = [Fix(f"Write “{right.text}” if the name is right", (right,))]
        if rival is not None:
            name = Edit(one.name, rival.person)
            fixes.append(Fix(f"Write “{rival.person}” if the title is right", (name,)))
        return self.find(
            one.words if one.after else (one.words.start, one.end),
            said if sure else asked,
            evidence=f"{evidence}; story date {doc.date}.",
            fixes=fixes,
            severity=None if sure else Severity.ASK,
        )


def _is_other(one: Mention) -> bool:
    """Whether the words before make it another title; not in “under Ukrainian President X”."""
    if one.place and not one.of and one.ahead[-1:] in (("and",), ("or",), ("under",), ("both",)):
        return False
    return _resolve_holder.is_other(one.ahead)


def _only(doc: Document, one: Mention) -> Person | None:
    """The one person of that name, or the one who holds an office on the day.

    For a surname alone, the one whose full name the story gives.
    """
    if one.part:
        named = [person for person in one.people if _resolve_holder.in_full(doc, person)]
        return named[0] if len(named) == 1 and _acts_today.is_alone(doc, named[0]) else None
    if len(one.people) == 1:
        return one.people[0]
    day = doc.date.day.isoformat()
    held = [person for person in one.people if any(each.covers(day) for each in person.tenures)]
    return held[0] if len(held) == 1 else None


def _right(doc: Document, one: Mention, office: Office) -> Edit:
    """The edit that gives the person the right title, in the style of the wrong one."""
    words, title = one.words, office.titles[0]
    if doc[one.title].islower() and not title.isupper():  # a CEO keeps the capitals
        title = title.lower()
    right_place = not one.place or office.is_of(one.place)
    if _behind(doc, one) and not right_place:
        name = doc[one.title.end : one.name.end]
        return Edit(Span(words.start, one.end), f"{title}{name} of {_named(office)}")
    if one.of:
        rest = doc[one.title.end : words.end]
        return Edit(words, title + (rest if right_place else f" of {_named(office)}"))
    place = doc[words.start : one.title.start]
    if not right_place:
        place = f"{(office.adjectives or office.of)[0]} "
    return Edit(words, place + title)


def _behind(doc: Document, one: Mention) -> str:
    """“ of Ecuador” behind the name; empty if there is no place."""
    return doc[max(one.words.end, one.name.end) : one.end]


def _named(office: Office) -> str:
    """The place or body as it stands after “of”: “the European Central Bank”."""
    place = office.of[0]
    if office.adjectives:
        return office.called.rpartition(" of ")[2]
    return place if place.isupper() else f"the {place}"
