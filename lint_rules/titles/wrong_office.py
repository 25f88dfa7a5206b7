"""``titles/wrong-office``: a known person with the title of an office never held."""

from __future__ import annotations

from copydesk import Bad, Document, Edit, Finding, Fix, Good, Iterator, Rule, Severity, pattern
from copydesk.facts import Facts, Office, Person, Tenure, fold
from lint_rules.titles import _acts_today, _resolve_holder, _time_reference
from lint_rules.titles._title_mentions import TRIGGERS, Mention, mentions

# Titles of one office each; “chief” or “governor” may mean several.
_PLAIN = frozenset(
    {
        "vice president", "president", "prime minister", "premier", "taoiseach",
        "chancellor of the exchequer", "chancellor", "secretary of state", "defense secretary",
        "defence secretary", "treasury secretary", "foreign secretary", "home secretary",
        "secretary general", "pope",
    }
)  # fmt: skip
# Titles of many bodies and places, which are judged only with the name of one of them.
_OF_BODIES = frozenset(
    {
        "chief", "chair", "chairman", "chairwoman", "ceo", "chief executive", "head", "governor",
        "gov", "chief executive officer", "managing director", "director general", "director",
        "executive director", "president", "secretary general", "attorney general", "mayor",
        "chief justice", "first minister",
    }
)  # fmt: skip
_UMBRELLAS = frozenset({"un", "united nations", "eu", "european union"})  # of many bodies
_OF_HEADS = frozenset({"president", "prime minister", "chancellor", "pm", "premier", "taoiseach"})
_CLOSES = pattern(r",[ \u00a0](?!and\b|or\b|as\b|with\b)[a-z]|[.]\s*(?:\n|\Z)")
_HEADS = frozenset({"president", "pm", "premier", "chancellor", "taoiseach", "head", "commission",
                    "council"})  # fmt: skip


class WrongOffice(Rule):
    """Office-holders are given the right title.

    “Ukrainian Prime Minister Volodymyr Zelenskyy”, “Fed Chair Christine Lagarde”,
    “Japanese President Emmanuel Macron”: the wrong title, body or country is an easy
    slip, and it means a correction every time. The rule reports only if a full name,
    or a surname whose full name the story gives, is right next to the title, and if the
    person holds another known office on the story's date and has never held the one
    named. It says stop if somebody else holds that office, or the place has none, and
    if two sources prove both; otherwise it asks.
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
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Find titles that the person named never had."""
        for one in mentions(doc, self.facts):
            title = doc[one.title]
            if one.cue or one.place == "?" or not _is_sole(doc.text, one):
                continue
            person = _only(doc, one)
            if person is None or _resolve_holder.is_other(one.ahead):
                continue
            if one.place or (title[0].isupper() and fold(title) in _PLAIN):
                yield from self._judge(doc, one, person)

    def _judge(self, doc: Document, one: Mention, person: Person) -> Iterator[Finding]:
        day, title = doc.date.day.isoformat(), fold(doc[one.title])
        tenure = _own(person, title, day)
        if tenure is None or not _is_judged(self.facts, title, one.place, tenure.office):
            return
        meant = _meant(self.facts, title, one.place, tenure.office)
        if any(office.several for office in meant) or doc.quote_at(one.span) is not None:
            return
        if not _never_held(person, title, meant, one.place):
            return
        rival = _holder(self.facts, meant, day)
        missing = not meant and (
            _lacks(tenure.office, title, one.place)
            or _is_without(self.facts, title, one.place, day, tenure)
        )
        weak = rival is None and not missing
        if weak and not _is_elsewhere(self.facts, title, one.place, tenure.office):
            return
        if not _time_reference.is_of_another_time(doc, one.span, tenure.since):
            yield self._finding(doc, one, tenure, rival, weak)

    def _finding(
        self, doc: Document, one: Mention, tenure: Tenure, rival: Tenure | None, weak: bool
    ) -> Finding:
        day = doc.date.day.isoformat()
        known = [tenure, *([rival] if rival is not None else [])]
        sure = not weak and (one.part or len(one.people) == 1)
        sure = sure and all(held.covers(day) and held.is_proven(day) for held in known)
        words = doc[one.words]
        said = f"Wrong title for {tenure.person}: “{words}”."
        asked = f"Is “{words}” the right title for {tenure.person}?"
        evidence = "; ".join(held.witness for held in known)
        right = _right(doc, one, tenure.office)
        fixes = [Fix(f"Write “{right.text}” if the name is right", (right,))]
        if rival is not None:
            name = Edit(one.name, rival.person)
            fixes.append(Fix(f"Write “{rival.person}” if the title is right", (name,)))
        return self.find(
            one.words if one.after else (one.words.start, one.name.end),
            said if sure else asked,
            evidence=f"{evidence}; story date {doc.date}.",
            fixes=fixes,
            severity=None if sure else Severity.ASK,
        )


def _is_sole(text: str, one: Mention) -> bool:
    """Whether title and name go together: with a comma between them, it may be a list."""
    if not (one.comma or one.after):
        return True
    if not one.place or (one.after and one.ahead):
        return False
    return _CLOSES.match(text, (max(one.name.end, one.words.end), len(text))) is not None


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


def _own(person: Person, title: str, day: str) -> Tenure | None:
    """What the person holds on the day: an office of that title before any other, then a head."""
    found = [one for one in person.tenures if one.covers(day) or one.may_cover(day)]
    if not found or not any(one.sure for one in found):
        return None

    def rank(one: Tenure) -> tuple[bool, bool, bool, str]:
        head = one.office.id.partition("/")[2] in _HEADS
        return one.sure, one.office.has_title(title), head, one.since

    return max(found, key=rank)


def _is_judged(facts: Facts, title: str, place: str, own: Office) -> bool:
    """Whether the title says enough: with a place, those of bodies and ministers too."""
    if not place or title in _PLAIN or title in _OF_HEADS:
        return title in _PLAIN or title in _OF_HEADS
    if own.several:
        return False
    if own.has_title(title):
        return True
    if title in _OF_BODIES and own.is_of(place):
        return False  # “Fed governor” for its chair
    known = (
        title in _OF_BODIES
        or title.endswith((" minister", " secretary"))
        or (title.startswith(("secretary of ", "minister of ")))
    )
    return known and bool(facts.offices(title, place))


def _is_without(facts: Facts, title: str, place: str, day: str, own: Tenure) -> bool:
    """Whether a place whose head is known has no office of that title, and the person is no local.

    So there is no president of Japan.
    """
    if not place or title not in _OF_HEADS or own.office.is_of(place):
        return False
    offices = facts.of_place(place)
    if any(title in map(fold, office.lacks) for office in offices):
        return True
    return any(
        held.covers(day) and held.is_proven(day)
        for office in offices
        if office.id.partition("/")[2] in _HEADS
        for held in facts.tenures_of(office)
    )


def _is_elsewhere(facts: Facts, title: str, place: str, own: Office) -> bool:
    """Whether the person has that title in another country or body, or a like one in this one.

    So a president is not called prime minister, nor one minister by the office of another.
    """
    if not place or own.is_of(place):
        return _is_alike(facts, title, own)
    if not own.has_title(title) or place in _UMBRELLAS:
        return False
    country = any(office.adjectives for office in facts.of_place(place))
    return bool(own.adjectives) == country and (country or title in _OF_BODIES - {"chief"})


def _is_alike(facts: Facts, title: str, own: Office) -> bool:
    """Whether the title and the office are both of heads, or both of ministers the facts know."""
    if title in _OF_HEADS:  # some call a prime minister “president of the government”
        known = title != "president" or bool(facts.offices(title, fold(own.of[0])))
        return known and own.id.endswith(("/president", "/pm", "/chancellor"))
    minister = title.endswith(" minister") and own.titles[0].endswith(" Minister")
    return minister and bool(own.of) and bool(facts.offices(title, fold(own.of[0])))


def _meant(facts: Facts, title: str, place: str, own: Office) -> list[Office]:
    """The offices that the words may mean; without a place, those of the person’s own place."""
    if place:
        return list(facts.offices(title, place))
    here, _, role = own.id.partition("/")
    if title in ("president", "chancellor", "premier", "vice president") and role not in _HEADS:
        return []
    of = own.of[0] if own.of else ""
    return [office for office in facts.offices(title, fold(of)) if office.place == here]


def _lacks(office: Office, title: str, place: str) -> bool:
    """Whether the office’s place has no office of that title."""
    if place and not office.is_of(place):
        return False
    if not place and (office.id.partition("/")[2] not in _HEADS or title == "chancellor"):
        return False
    return title in map(fold, office.lacks)


def _never_held(person: Person, title: str, meant: list[Office], place: str) -> bool:
    """Whether the person has never held any of the offices meant, nor is due to hold one.

    Without a place, nor any office of that title anywhere: that is a stale title.
    """
    ids = {office.id for office in meant}
    return not any(
        held.office.id in ids
        or (held.office.has_title(title) and (not place or held.office.is_of(place)))
        for held in person.tenures
    )


def _holder(facts: Facts, meant: list[Office], day: str) -> Tenure | None:
    """Who holds one of the offices meant on that day."""
    for office in meant:
        for one in facts.tenures_of(office):
            if one.sure and (one.covers(day) or one.may_cover(day)):
                return one
    return None


def _right(doc: Document, one: Mention, office: Office) -> Edit:
    """The edit that gives the person the right title, in the style of the wrong one."""
    words, title = one.words, office.titles[0]
    if doc[one.title].islower():
        title = title.lower()
    right_place = not one.place or office.is_of(one.place)
    if one.of:
        rest = doc[one.title.end : words.end]
        return Edit(words, title + (rest if right_place else f" of {office.of[0]}"))
    place = doc[words.start : one.title.start]
    if not right_place:
        place = f"{(office.adjectives or office.of)[0]} "
    return Edit(words, place + title)
