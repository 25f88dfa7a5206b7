"""``titles/wrong-office``: a known person under a title of an office never held."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk import Bad, Edit, Fix, Good, Rule, Severity, Span, pattern
from lint_rules.titles import _mention
from lint_rules.titles._facts import fold, load, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Document, Finding
    from lint_rules.titles._facts import Facts, Office, Tenure
    from lint_rules.titles._mention import Person

# Titles of one office each; “chief” or “governor” may mean several.
_TITLE = r"""(?P<title>(?i:
    Vice[-\ ]President | President | Prime\ Minister | Premier | Taoiseach
    | Chancellor\ of\ the\ Exchequer | Chancellor | Secretary\ of\ State
    | (?:Defen[cs]e|Treasury|Foreign|Home)\ Secretary | Secretary[-\ ]General
))"""
_PLAIN = pattern(rf"(?<![\p{{L}}-]){_TITLE}{_mention.FOLLOWED}", verbose=True)
_BEFORE = pattern(r"(?:(?:[\p{L}’'-]+|(?:\p{Lu}\.){2,})[ \u00a0\u202f]){1,4}\Z")
# Words before a title that make it another one, or one of another time.
_OTHER = frozenset(
    {
        "former", "ex", "late", "then", "deputy", "vice", "acting", "interim", "first", "assistant",
        "shadow", "incoming", "outgoing", "future", "next", "new", "under", "elect", "designate",
        "candidate", "hopeful", "onetime", "one-time", "erstwhile", "ousted", "exiled", "would-be",
        "self-proclaimed", "facto", "fake", "mock", "honorary", "founding", "past", "previous",
        "caretaker", "and", "or", "fictional", "puppet", "second", "minister", "party", "not", "as",
        "called", "federal", "ceremonial", "chief", "senior", "junior", "longtime", "sometime",
    }
)  # fmt: skip
_OPENING = frozenset(
    {
        "the", "but", "when", "while", "as", "after", "before", "in", "on", "at", "with", "for",
        "if", "like", "meanwhile", "although", "though", "since", "because", "both", "yet", "by",
        "to",
    }
)  # fmt: skip
_HEADS = frozenset({"president", "pm", "premier", "chancellor", "taoiseach", "head", "commission",
                    "council"})  # fmt: skip


class Titled(NamedTuple):
    """A title as it stands: title and place in order, and the folded words of the place.

    ``words`` spans both, ``title`` the title alone; ``of`` says whether the
    place comes after it.
    """

    words: Span
    title: Span
    place: str
    of: bool = False


class WrongOffice(Rule):
    """A president is called president, and a prime minister prime minister.

    “Ukrainian Prime Minister Volodymyr Zelenskyy”: the title is one slip of the
    pen away from the right one, and it is a correction every time. The rule
    speaks only where a full name stands right after the title with its country,
    where the person holds one known office on the story's date and has never
    held the one named, and where somebody else holds that, or it does not exist.
    """

    id = "titles/wrong-office"
    severity = Severity.STOP
    triggers = (
        "president", "minister", "premier", "taoiseach", "chancellor", "secretary",
    )  # fmt: skip
    source = "lint_rules/titles/_facts.toml, with a source for every tenure"
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
        """Find titles that their bearers never had."""
        for match in _PLAIN.finditer(doc.text):
            after = _mention.title_at(doc.text, match.end())
            if after is None or after.comma:
                continue
            person = _mention.person_at(doc.text, after.name, load())
            titled = _titled(doc.text, Span(*match.span()), after.place)
            if person is not None and titled is not None:
                yield from self._judge(doc, titled, person)

    def _judge(self, doc: Document, titled: Titled, person: Person) -> Iterator[Finding]:
        day = doc.date.day.isoformat()
        tenure = _one_office(load(), person.name, day)
        if tenure is None:
            return
        title = doc.text[slice(*titled.title)]
        meant = _meant(load(), title, titled.place, tenure.office)
        if not _never_held(load(), person.name, meant, tenure):
            return
        rival = _holder(load(), meant, day)
        missing = not meant and _lacks(tenure.office, title, titled.place)
        span = Span(titled.words.start, person.span.end)
        if (rival is None and not missing) or doc.quote_at(span) is not None:
            return
        if not _mention.is_of_another_time(doc, span, tenure.since):
            yield self._finding(doc, titled, person, tenure, rival)

    def _finding(
        self, doc: Document, titled: Titled, person: Person, tenure: Tenure, rival: Tenure | None
    ) -> Finding:
        day = doc.date.day.isoformat()
        known = [tenure, *([rival] if rival is not None else [])]
        sure = all(one.covers(day) for one in known)
        words = doc.text[slice(*titled.words)]
        said = f"{tenure.person} does not hold this office: “{words}”."
        asked = f"Is “{words}” right for {tenure.person}?"
        evidence = "; ".join(one.witness for one in known)
        right = _right(doc.text, titled, tenure.office)
        fixes = [Fix(f"Write “{right.text}”, if the person is meant", (right,))]
        if rival is not None:
            name = Edit(person.span, rival.person)
            fixes.append(Fix(f"Write “{rival.person}”, if the office is meant", (name,)))
        return self.find(
            (titled.words.start, person.span.end),
            said if sure else asked,
            evidence=f"{evidence}; story date {doc.date}.",
            fixes=fixes,
            severity=None if sure else Severity.ASK,
        )


def _titled(text: str, title: Span, of: Span) -> Titled | None:
    """A title with the place that it names; None where it may be another title."""
    before = _BEFORE.search(text, Span(max(0, title.start - 60), title.start))
    words = before[0].split() if before is not None else []
    if of.end > of.start:
        place = fold(text[slice(*of)])
        return None if _is_other(words) else Titled(Span(title.start, of.end), title, place, True)
    for count in (3, 2, 1):
        place = fold(" ".join(words[-count:]))
        if len(words) >= count and place in places():
            if _is_other(words[:-count]) or _may_end(words, count):
                return None
            start = title.start - sum(map(len, words[-count:])) - count
            return Titled(Span(start, title.end), title, place)
    if _is_other(words) or not text[title.start].isupper():
        return None
    return Titled(title, title, "")


def _is_other(words: list[str]) -> bool:
    """Whether the last of the words before may belong to the title or the place."""
    if not words:
        return False
    last = words[-1].lower()
    if last in _OTHER or last.endswith(("'s", "’s", "s'", "s’")):
        return True
    return words[-1][0].isupper() and last not in _OPENING and last not in _mention.CALENDAR


def _may_end(words: list[str], count: int) -> bool:
    """Whether the place may end a sentence: “talks with the U.S. President X said”."""
    return words[-1].endswith(".") and [word.lower() for word in words[-count - 1 : -count]] == [
        "the"
    ]


def _one_office(facts: Facts, name: str, day: str) -> Tenure | None:
    """The tenure of a person who holds exactly one known office on the day."""
    found = [one for one in facts.held(name) if one.covers(day) or one.may_cover(day)]
    return found[0] if len(found) == 1 else None


def _meant(facts: Facts, title: str, place: str, own: Office) -> list[Office]:
    """The offices that the words mean; without a place, those of the person's own place."""
    if place:
        return _mention.offices_meant(facts, title, place)
    here, _, role = own.id.partition("/")
    if (
        fold(title) in ("president", "chancellor", "premier", "vice president")
        and role not in _HEADS
    ):
        return []
    return [
        office
        for office in _mention.offices_meant(facts, title, "")
        if office.id.partition("/")[0] == here
    ]


def _lacks(office: Office, title: str, place: str) -> bool:
    """Whether the office's place has no office of that title."""
    if place and not _mention.is_of(office, place):
        return False
    if not place and (office.id.partition("/")[2] not in _HEADS or fold(title) == "chancellor"):
        return False
    return fold(title) in map(fold, office.lacks)


def _never_held(facts: Facts, name: str, meant: list[Office], own: Tenure) -> bool:
    """Whether the person holds none of the offices meant and never did, nor will."""
    if own.office in meant:
        return False
    held = {one.office.id for one in facts.held(name)}
    return not any(office.id in held or name in office.also for office in meant)


def _holder(facts: Facts, meant: list[Office], day: str) -> Tenure | None:
    """Who holds one of the offices meant on that day."""
    for office in meant:
        for one in facts.by_office[office.id]:
            if one.covers(day) or one.may_cover(day):
                return one
    return None


def _right(text: str, titled: Titled, office: Office) -> Edit:
    """The edit that gives the person the right title, in the style of the wrong one."""
    words, title = titled.words, office.titles[0]
    if text[slice(*titled.title)].islower():
        title = title.lower()
    right_place = not titled.place or _mention.is_of(office, titled.place)
    if titled.of:
        rest = text[titled.title.end : words.end]
        return Edit(words, title + (rest if right_place else f" of {office.of[0]}"))
    place = text[words.start : titled.title.start]
    if not right_place:
        place = f"{(office.adjectives or office.of)[0]} "
    return Edit(words, place + title)
