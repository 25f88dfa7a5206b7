"""One person with two ages."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Quantity,
    Related,
    Rule,
    Severity,
    Span,
    pattern,
    quantities,
)
from lint_rules.facts._deaths import deaths
from lint_rules.facts._people_ages import Aged, aged
from lint_rules.facts._tops import lead_of

_CLOSE = 400  # code points from a name to “the 18-year-old” that means its bearer
_MOST = 8  # ages of one name; more are a table
_LEAST = 2  # ages in a story, without which there is nothing to compare
_KIN = pattern(
    r"(?i)\b(?:son|daughter|brother|sister|twins?|siblings|wife|husband|father|mother|p"
    r"arents|cousins?|widow|couple"
    r"|family|children|nephew|niece|uncle|aunt|grand\w+)\b"
)
_PERSON = pattern(
    r"(?i)\b(?:man|woman|boy|girl|teen\w*|driver|student|teacher|officer|suspect|victim"
    r"|pensioner|grand\w+|cyclist|motorcyclist|"
    r"pedestrian|passenger|player|soldier|swimmer|hiker|climber|pupil|worker|nurse|farm"
    r"er|rider|biker)\b|\d-year-old"
)
_THE = pattern(r"(?i)\bthe\s\Z")
_OLD = pattern(
    r"-year-old(?!\s[a-z]+s?\s(?:law|case|war|feud|company|firm)|-)(?=[.,;’']|\s(?:man|"
    r"woman|boy|girl|teenager|has|was|had|is|died|who|told|said)\b)"
)


class AgeTwice(Rule):
    """A person has one age in a story.

    “Ana Ruiz, 34,” and further down “the 36-year-old Ruiz”: one of them is wrong. The rule
    compares the ages that the story, its headline and captions tie to one name. Sentences about
    another time (“then 27”, “in 1998”), namesakes and relatives are left alone.
    """

    id = "facts/age-twice"
    severity = Severity.ASK
    triggers = ("old", ", ", "aged", " (")
    yields_to = ("facts/headline-figure",)
    examples = (
        Good("Ana Ruiz, 34, is safe.\n\nThe 34-year-old Ruiz left, and Ruiz was 27 when she came."),
        Good("Tom Bell, 52, pleaded guilty.\n\nHis son, Tom Bell Jr., 24, was in court."),
        Bad("Ana Ruiz, 34, is safe.\n\nFriends had not seen the [[36-year-old]] Ruiz for a week."),
        Bad("Peter Ames, a 45-year-old carpenter, is missing.\n\nMr Ames, [[43]], was seen."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the ages that are tied to each name."""
        if len(doc.words.figures()) < _LEAST:
            return
        yield from self._headline(doc)
        yield from self._death(doc)
        known = [one for one in aged(doc) if not one.is_past]
        yield from self._meant(doc, known)
        if len({one.age for one in known}) < _LEAST:
            return
        by_name: dict[str, list[Aged]] = {}
        for one in known:
            by_name.setdefault(one.name[-1], []).append(one)
        for surname, several in by_name.items():
            if len({one.age for one in several}) == 2 and len(several) < _MOST:
                yield from self._compare(doc, surname, several)

    def _headline(self, doc: Document) -> Iterator[Finding]:
        """“Man, 71, dies” above a story in which nobody is but a 17-year-old."""
        slots = doc.parsed.slots
        ages = [one for one in quantities(doc) if one.kind == "age" and one.unit == "year"]
        tops = [one for one in ages if slots[one.slot].kind in ("headline", "deck")]
        body = [one for one in ages if slots[one.slot].kind not in ("headline", "deck")]
        values = {one.value for one in body}
        if len(tops) != 1 or len(values) != 1 or tops[0].value in values:
            return
        top, one = tops[0], body[0]
        told = {round(two.value) for two in quantities(doc) if two is not top}
        if (
            round(top.value) in told
            or top.is_quoted
            or one.is_quoted
            or not top.is_exact
            or top.other
        ):
            return
        if _PERSON.search(doc.text, (top.span.start - 40, top.span.end + 20)) and _is_lead(
            doc, one
        ):
            yield self.find(
                top.span,
                f"The {slots[top.slot].kind} says {doc[top.span]}, the story {doc[one.span]}: "
                "check which age is right.",
                evidence="The body gives no other age.",
                related=(Related(one.span, "the age in the story"),),
            )

    def _death(self, doc: Document) -> Iterator[Finding]:
        """“Dies at 66” above “died in hospital at the age of 62”."""
        told = sorted(deaths(doc))
        values = [age for _, age in told]
        if len(set(values)) != 2 or len(values) > _MOST or values[0] == values[-1]:
            return
        where = next(span for span, age in told if age != values[0])
        yield self.find(
            where,
            f"{doc[where]} here, and {values[0]} before as age at death: check which is right.",
            evidence="The opening tells of one death with two ages.",
            related=(Related(told[0][0], "the other age"),),
        )

    def _meant(self, doc: Document, known: list[Aged]) -> Iterator[Finding]:
        """“Dean Cole, 19,” and then “the death of the 18-year-old”, with nobody else of an age."""
        ages = [one for one in quantities(doc) if one.kind == "age"]
        if (
            not known
            or len({one.name[-1] for one in known}) != 1
            or len({one.age for one in known}) != 1
        ):
            return
        person = known[0]
        if len(person.name) < 2:
            return
        others = {round(one.value) for one in ages} - {person.age}
        if len(others) != 1:
            return
        for one in ages:
            if round(one.value) not in others or not _is_the(doc, one, person):
                continue
            if not _KIN.search(doc.text, one.sentence):
                yield self.find(
                    one.span,
                    f"{round(one.value)} here, but {' '.join(person.name)} is {person.age} "
                    "before: check which age is right.",
                    evidence="The story gives no other age.",
                    related=(Related(person.span, "the other age"),),
                )

    def _compare(self, doc: Document, surname: str, several: list[Aged]) -> Iterator[Finding]:
        full = {one.name for one in several if len(one.name) > 1}
        if len({name[0] for name in full}) > 1:
            yield from self._told(doc, [one for one in several if len(one.name) > 1])
            return
        if _has_namesake(doc, surname, next(iter(full), ())):
            several = [one for one in several if len(one.name) > 1]
        yield from self._told(doc, several)

    def _told(self, doc: Document, several: list[Aged]) -> Iterator[Finding]:
        first: dict[tuple[str, ...], Aged] = {}
        for one in several:
            key = (
                one.name[:1]
                if len({two.name[0] for two in several if len(two.name) > 1}) > 1
                else ()
            )
            other = first.setdefault(key, one)
            if other.age != one.age and not _is_apart(doc, other, one):
                yield self.find(
                    one.span,
                    f"{' '.join(one.name)} is {one.age} here, and {other.age} before: "
                    "check which is right.",
                    evidence=(
                        f"“{doc[Span(max(0, other.span.start - 30), other.span.end)].strip()}”"
                    ),
                    related=(Related(other.span, "the other age"),),
                )


def _is_lead(doc: Document, one: Quantity) -> bool:
    return lead_of(doc).holds(one.span)


def _is_the(doc: Document, one: Quantity, person: Aged) -> bool:
    """Whether an age means somebody named before: “the 18-year-old has”."""
    return (
        not one.is_quoted
        and 0 < one.span.start - person.span.end < _CLOSE
        and _THE.search(doc.before(one.span, 6)) is not None
        and _OLD.match(doc.text, (one.span.end, one.span.end + 30)) is not None
    )


def _is_apart(doc: Document, one: Aged, two: Aged) -> bool:
    """Whether the two may be of different people: relatives share a name."""
    return two.sentence == one.sentence or _KIN.search(doc.text, _near(two)) is not None


def _near(one: Aged) -> Span:
    return Span(
        max(one.sentence.start, one.span.start - 80), min(one.sentence.end, one.span.end + 40)
    )


def _has_namesake(doc: Document, surname: str, full: tuple[str, ...]) -> bool:
    """Whether others in the story have that surname."""
    text = doc.text
    given = full[0] if full else ""
    for place in doc.words.starts(surname.lower()):
        before = text[max(0, place - 40) : place].split()
        if not before or text[place - 1] not in " \u00a0":
            continue
        word = before[-1]
        if (
            word[:1].isupper()
            and word[-1:].isalpha()
            and word != given
            and word not in full
            and word not in _LEADERS
        ):
            return True
    return False


_LEADERS = frozenset((
    "Mr", "Mrs", "Ms", "Miss", "Dr", "The", "But", "And", "When", "In", "As", "Officer", "Judge",
    "Mayor", "President", "Sir", "Dame", "Lord", "Lady", "Justice", "Coach", "Senator", "After",
    "For", "While", "With", "At", "Both", "Then", "Now", "Although", "Though", "If", "Since",
    "That",
))  # fmt: skip
