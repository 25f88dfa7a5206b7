"""An age at death, or now, against the year of birth given elsewhere in the story."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Related,
    Rule,
    Severity,
    Span,
    ValueTuple,
    pattern,
    scan,
)
from lint_rules._shared.dates import ANY_YEAR, MONTH, date_of, is_dated, month_number
from lint_rules._shared.numbers import is_approximate, is_copy
from lint_rules.facts._deaths import DEATH, DIED, EARLIER, KIN, WAS
from lint_rules.facts._duration_forms import years
from lint_rules.facts._people_ages import PART, Aged, aged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

_NAME = rf"(?P<name>(?:{PART}\s(?:[A-Z]\.\s?)*){{0,3}}{PART})"
_YEAR = r"(?P<year>(?:18|19|20)\d\d)(?![\d%]|[.,–-]\d)"
_ON = rf"(?:(?P<m1>{MONTH})\s(?:(?P<d1>\d\d?),?\s)?|(?P<d2>\d\d?)\s(?P<m2>{MONTH})\s)?"
_BORN = scan(
    rf"\bborn(?:\s[A-Z][\w.]*(?:\s[A-Z][\w.]*){{0,3}})?(?:\s(?:in|near)\s[^.;:!?()\n\d]"
    rf"{{0,40}}?)?,?\s"
    rf"(?:in\s|on\s)?{_ON}{_YEAR}",
    at="born", after=120,
)  # fmt: skip
_WHOSE = pattern(
    rf"(?:{_NAME}|\b[Hh]e|\b[Ss]he)(?:,?\s(?:the\s[a-z ]{{3,40}},\s)?(?:who\s)?was\s|\s\()\Z"
)
_OPENS = scan(
    rf"(?<![^\s“])Born\s(?:[^.;:!?()\n\d]{{0,50}}?\s)?(?:in|on)\s{_ON}{_YEAR}",
    at="born",
    before=1,
    after=110,
)
_LIFE = scan(
    r"\((?P<year>(?:1[5-9]|20)\d\d)\s?[-–—]\s?(?P<end>(?:1[5-9]|20)\d\d)\)", at="(", after=14
)
_LIVED = scan(
    rf"\bborn\s[^.;:!?()\n]{{0,60}}?\b{_YEAR}[^.;:!?()\n\d]{{0,60}}?\sdied\s"
    rf"[^.;:!?()\n\d]{{0,40}}?\bin\s(?P<end>(?:18|19|20)\d\d)",
    at="died", before=150, after=60,
)  # fmt: skip
_AFTER = pattern(rf"[^.;:!?\n]{{0,60}}?,\s{_NAME}\s(?:was|is|had|has|went|grew|[a-z]+ed)\b")
_AT = pattern(
    r"\b(?:aged|at(?:\sthe)?\sage(?:\sof)?|at)\s(?P<age>\d\d\d?)(?![\d%]|[.,:–-]\d|\s(?:per|to)\b)"
)
_TURNS = pattern(
    r"\bturn(?:s|ed)\s(?P<age>\d\d\d?)\s(?:today|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day|this\s(?:week|month|year))\b"
)
_NOW = pattern(r"\b[Nn]ow\s(?:aged\s)?(?P<age>\d\d)(?=[,.;])")


class _Birth(ValueTuple):
    """A birth: whose, when, and where the copy says so."""

    span: Span
    name: str
    born: tuple[int, int, int]  # year, month and day; 0 where not given
    sentence: Span


class Lifetime(Rule):
    """An age fits the year of birth that the story gives in another sentence.

    “Ella Sand was born in 1950” and two paragraphs on “She was 71”, in a story of 2026: one of
    them is wrong. The rule looks at obituaries, whose subject is the only one with a birth, at
    years of a life in brackets, and at the ages that a story ties to a name. Either of two ages
    passes where the day of birth is not given. `facts/age` looks within one sentence.
    """

    id = "facts/lifetime"
    severity = Severity.ASK
    scans = (_BORN, _OPENS, _LIFE, _LIVED)
    yields_to = ("facts/age",)
    examples = (
        Good("Ella Sand was born in 1950 in Malmo.\n\nShe died on Friday. She was 76.",
             date="2026-11-30"),
        Good("Ann Poe was born in 1950. Her brother Tom, 71, is a judge.", date="2026-11-30"),
        Bad("Ella Sand was born in 1950 in Malmo.\n\nShe died on Friday. She was [[71]].",
            date="2026-11-30"),
        Bad("The novelist Karin Holt (1950–2026) died on Monday, aged [[72]].", date="2026-11-30"),
        Bad("Marta Lind, who was born in 1988, became the leader. Lind, [[44]], is a lawyer.",
            date="2026-11-30"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare births with ages."""
        is_born = "born" in doc.words
        for match in (*_lives(doc), *(_LIVED.finditer(doc) if is_born else ())):
            yield from self._life(doc, match)
        births = list(_births(doc)) if is_born else []
        if not births or not is_dated(doc):
            return
        seen: set[int] = set()
        for birth in births:
            ages = [*_named(doc, birth)]
            if len(births) == 1:
                ages += _of_the_dead(doc, birth)
            for span, age in ages:
                if span.start not in seen and birth.sentence != doc.sentence_at(span.start):
                    seen.add(span.start)
                    yield from self._judge(doc, birth, span, age)

    def _life(self, doc: Document, match: Match[str]) -> Iterator[Finding]:
        sentence = doc.sentence_at(match.start())
        gap = int(match["end"]) - int(match["year"])
        if sentence is None or not 5 < gap < 116 or KIN.search(doc.text, sentence):
            return
        text = doc.text
        if len(_LIFE.pattern.compiled.findall(text, *sentence)) > 1:
            return
        ages = [one for one in _AT.finditer(text, sentence) if _is_of_death(doc, sentence, one)]
        if len(ages) != 1 or int(ages[0]["age"]) in (gap, gap - 1):
            return
        span = Span(*ages[0].span("age"))
        if (
            doc.quote_at(span) is None
            and is_copy(doc, span)
            and not is_approximate(doc, span.start)
        ):
            yield self.find(
                span,
                f"From {match['year']} to {match['end']} it is {gap - 1} or {gap} years, "
                f"not {ages[0]['age']}.",
                evidence=f"{match['end']} − {match['year']} = {gap}.",
                related=(Related(Span(*match.span()), "the years"),),
            )

    def _judge(self, doc: Document, birth: _Birth, span: Span, age: int) -> Iterator[Finding]:
        right = _ages(birth.born, doc.date.day)
        if (
            not right
            or age in right
            or right[-1] > 112
            or age < 1
            or is_approximate(doc, span.start)
        ):
            return
        if doc.quote_at(span) is not None or not is_copy(doc, span):
            return
        sentence = doc.sentence_at(span.start) or span
        if any(one[0] != str(doc.date.day.year) for one in ANY_YEAR.finditer(doc.text, sentence)):
            return
        fits = " or ".join(str(one) for one in right)
        yield self.find(
            span,
            f"Born in {birth.born[0]}, so {fits} on the story’s date, not {age}.",
            evidence=f"“{doc[birth.span].strip()}”; story date {doc.date}.",
            related=(Related(birth.span, "the birth"),),
        )


def _is_of_death(doc: Document, sentence: Span, match: Match[str]) -> bool:
    """Whether “aged 72” is an age at death: “died” stands before it in the sentence."""
    before = Span(max(sentence.start, match.start() - 60), match.start())
    return DEATH.search(doc.text, before) is not None


def _lives(doc: Document) -> Iterator[Match[str]]:
    """The years of a life in brackets."""
    for place in years(doc):
        match = _LIFE.match_at(doc, place - 1) if doc.text[place - 1 : place] == "(" else None
        if match is not None:
            yield match


def _births(doc: Document) -> Iterator[_Birth]:
    for form in (_BORN, _OPENS):
        for match in form.finditer(doc):
            sentence = doc.sentence_at(match.start())
            if sentence is None or doc.quote_at(match.span()) is not None:
                continue
            found = match.groupdict()
            if KIN.search(doc.text, (sentence.start, match.end())):
                continue
            day = int(found.get("d1") or found.get("d2") or 0)
            name = found.get("m1") or found.get("m2")
            month = month_number(name) if name else 0
            whose = _WHOSE.search(doc.text, (max(0, match.start() - 80), match.start()))
            if form is _BORN and whose is None:
                continue
            words = ((whose and whose["name"]) or _subject(doc, match, sentence)).split()
            yield _Birth(
                Span(*match.span()), words[-1] if words else "",
                (int(match["year"]), month, day if month else 0), sentence,
            )  # fmt: skip


def _subject(doc: Document, match: Match[str], sentence: Span) -> str:
    """Of whom “Born in Lund in 1953, Hagan …” speaks."""
    if not match[0].startswith("Born"):
        return ""
    found = _AFTER.match(doc.text, (match.end(), sentence.end))
    return found["name"] if found is not None else ""


def _named(doc: Document, birth: _Birth) -> Iterator[tuple[Span, int]]:
    """The ages that the story ties to the name of who was born."""
    if not birth.name:
        return
    ages = [one for one in aged(doc) if one.name[-1] == birth.name and not one.is_past]
    given = {one.name[0] for one in ages if len(one.name) > 1}
    if len(given) < 2:
        yield from ((one.span, one.age) for one in ages if not _has_kin(doc, one))


def _has_kin(doc: Document, one: Aged) -> bool:
    return KIN.search(doc.text, (one.sentence.start, one.span.start)) is not None


def _of_the_dead(doc: Document, birth: _Birth) -> Iterator[tuple[Span, int]]:
    """The age at death in an obituary: “died Monday at 84”, “She was 71.”, “turns 50 today”."""
    text = doc.text
    opening = Span(0, min(len(text), _OPENING))
    if birth.name and birth.name not in doc[opening]:
        return
    forms = (DIED, WAS) if DEATH.search(text, opening) else (_NOW, _TURNS)
    for form in forms:
        for match in form.finditer(text, Span(0, len(text))):
            sentence = doc.sentence_at(match.start()) or Span(*match.span())
            before = Span(sentence.start, match.start("age"))
            if (
                KIN.search(text, before)
                or EARLIER.search(text, sentence)
                or not _is_his(doc, match, birth)
            ):
                continue
            yield Span(*match.span("age")), int(match["age"])


_OPENING = 700  # code points in which an obituary says that somebody died


def _is_his(doc: Document, match: Match[str], birth: _Birth) -> bool:
    """Whether a sentence on a death names nobody but who was born."""
    sentence = doc.sentence_at(match.start()) or Span(*match.span())
    text = doc.text
    first = text[sentence.start : match.end()].split()[:1]
    if birth.name and birth.name in text[sentence.start : match.end()]:
        return True
    return bool(first) and first[0] in ("He", "She")


def _ages(born: tuple[int, int, int], day: date) -> tuple[int, ...]:
    """The ages that fit a birth on a day; oldest last."""
    years = day.year - born[0]
    if years < 1:
        return ()
    if born[1] and born[2] and date_of(day.year, born[1], min(born[2], 28)) is not None:
        apart = (day.month - born[1]) * 31 + day.day - born[2]
        if abs(apart) > 10:
            return (years if apart > 0 else years - 1,)
    return (years - 1, years)
