"""Ages that do not match the year of birth or founding."""

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
    Scan,
    Severity,
    Span,
    pattern,
    scan,
)
from lint_rules._shared.dates import ANY_YEAR, MONTH, is_dated, month_number
from lint_rules._shared.numbers import is_approximate, is_copy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?![\d%]|[.,–-]\d)"
_BORN = scan(
    rf"""(?:\b[Bb]orn\s(?:[^.;:!?()\n]{{0,60}}?\s)??(?:in|on)\s|\((?:born|b\.)\s(?:in\s|on\s)?)
    (?:(?P<m1>{MONTH})\s(?:(?P<d1>\d\d?),?\s)?|(?P<d2>\d\d?)\s(?P<m2>{MONTH})\s)?{_YEAR}""",
    at=("born", "b"),
    before=2,
    after=140,
    verbose=True,
)
_AGE = pattern(
    r"\b(?:[Aa]ged|at\s(?:the\s)?age(?:\sof)?|at)\s(?P<aged>\d\d\d?)(?![\d%]|[.,:–-]\d|\s(?:per|to|and)\b)"
    r"|\b(?P<old>\d\d\d?)-year-old\b|,\s(?P<plain>\d\d),"
    r"|\b(?:is|turned|turns)\s(?:now\s)?(?P<now>\d\d)(?=[,.;]|\syears\sold|\sand\b)"
)
_DIED = pattern(r"\b(?:died|dies|dead|passed away|killed|has died)\b")
_BEGINNING = "founded|established|launched|formed|created|incorporated|opened|built"
_FOUNDED = scan(
    rf"\b(?i:set\sup|{_BEGINNING})\s(?:[^.;:!?()\n]{{0,40}}?\s)??in\s{_YEAR}",
    at=frozenset({"set", *_BEGINNING.split("|")}),
    before=2,
    after=140,
)
_OLD_FIRM = pattern(
    r"\b(?P<old>\d\d?\d?)-year-old\s(?:[a-z]+\s){0,2}?(?P<what>firm|company|business|club|bank"
    r"|group|organi[sz]ation|institution|school|newspaper|charity|brand|chain|party|alliance"
    r"|start-?up|festival|agency|museum|theat(?:er|re)|university|hospital|factory|hotel"
    r"|restaurant|bridge|building|magazine|airline|union|league|museum|band|orchestra)\b"
)
# What may come between the year a firm was founded and its age.
_JOINS = pattern(
    r"\s*,?\s*(?:which\s|that\s|and\s)?(?:the|is|an?|is\san?|is\sthe|is\snow\san?|was|were)?\s*\Z"
)
_PERSON = (
    r"\b(?i:son|daughter|child|children|brother|sister|wife|husband|father|mother|twins?|baby"
    r"|grandson|granddaughter|nephew|niece|whose|his|her|their|parents|then|when|while|after"
    r"|before|until|by the time|since|he was|she was|became|joined|married|moved|left|elected"
    r"|at the time)\b|\b(?:and|to|with|by)\s[A-Z]"
)
_ANOTHER = pattern(_PERSON)
_KIN = pattern(
    r"(?i)\b(?:his|her|their|whose|[\w’']+s)\s(?:late\s|elder\s|younger\s|older\s|grand|step-?)?(?:father|mother|brother|sister"
    r"|son|daughter|wife|husband|uncle|aunt|cousin|partner)\b[^.;:]{0,24}\Z"
)
_REACH = 120  # code points between the two
_LONGEST = 600  # code points; longer sentences are skipped
_OLDEST = 115


class Age(Rule):
    """An age matches the year of birth or founding next to it.

    Somebody born in 1960 is 64 or 65 in 2025, not 70; a firm founded in 1985 is
    not 30 years old. The rule compares an age and a year in the same sentence if
    nothing in it could refer to somebody else or to another time. Without the
    day of birth, either of two ages passes. Approximate numbers and quoted
    speech are left alone.
    """

    id = "facts/age"
    severity = Severity.STOP
    scans = (_BORN, _FOUNDED)
    examples = (
        Good("Ruth Adeyemi (born 1960), 64, is a painter.", date="2025-04-15"),
        Good("The novelist, who was born in Lund in 1940, died on Monday aged 84.",
             date="2025-04-15"),
        Good("Born in 1960, she moved to Lund aged 12.", date="2025-04-15"),
        Bad("The novelist, who was born in Lund in 1940, died on Monday aged [[94]].",
            date="2025-04-15"),
        Bad("Ruth Adeyemi (born 1960), [[70]], is a painter.", date="2025-04-15"),
        Bad("Born on May 2, 1960, the [[65-year-old]] painter lives in Lund.", date="2025-04-15"),
        Bad("Founded in 1985, the [[30-year-old]] firm is for sale.", date="2025-04-15"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the year of birth or founding with the age in the same sentence."""
        for begun, aged, word in ((_BORN, _AGE, "born"), (_FOUNDED, _OLD_FIRM, "founded")):
            for match in _begun(doc, begun):
                sentence = doc.sentence_at(match.start())
                if sentence is None or sentence.end - sentence.start > _LONGEST:
                    continue
                if _names_other_years(doc, sentence, match):
                    continue
                ages = [
                    one
                    for one in aged.finditer(doc.text, sentence)
                    if one.end() <= match.start() or one.start() >= match.end()
                ]
                if len(ages) == 1:
                    yield from self._judge(doc, match, ages[0], word)

    def _judge(
        self, doc: Document, match: Match[str], aged: Match[str], word: str
    ) -> Iterator[Finding]:
        group = next(name for name, value in aged.groupdict().items() if value and name != "what")
        span = Span(*aged.span(group))
        if group == "old":
            span = Span(span.start, doc.text.index("old", span.end) + 3)
        between = Span(min(match.end(), aged.end()), max(match.start(), aged.start()))
        if between.end - between.start > _REACH or _may_be_another(doc, between, word):
            return
        if group == "aged" and aged[0].startswith("at ") and not _DIED.search(doc.text, between):
            return
        if group == "aged" and _is_of_kin(doc, match):
            return
        right = _ages(match, doc.date.day)
        age = int(aged[group])
        if not right or age in right or right[-1] > _OLDEST + 900 * (word == "founded"):
            return
        if _is_of_the_time(doc, int(match["year"]) + age):
            return
        if is_approximate(doc, aged.start()) or is_approximate(doc, span.start):
            return
        if doc.quote_at(span) is None and is_copy(doc, span):
            years = " or ".join(str(one) for one in right)
            yield self.find(
                span,
                f"{word.capitalize()} in {match['year']}, so {years} on the story’s date, "
                f"not {age}.",
                evidence=f"“{match[0].strip('( ')}”; story date {doc.date}.",
                related=(Related(Span(*match.span()), "the year"),),
            )


def _is_of_kin(doc: Document, match: Match[str]) -> bool:
    """Whether it is a relative’s life: “His father, who was born in 1930, died at 70.”"""
    return _KIN.search(doc.before((match.start(), match.end()), 40)) is not None


def _begun(doc: Document, form: Scan) -> Iterator[Match[str]]:
    """The matches of a form that begin with its word, or with a bracket before it."""
    end = 0
    for place in form.anchors(doc):
        opened = place - (doc.text[place - 1 : place] == "(")
        for start in sorted({opened, place}):
            match = form.match_at(doc, start) if start >= end else None
            if match is not None:
                end = match.end()
                yield match


def _is_of_the_time(doc: Document, year: int) -> bool:
    """Whether an undated draft names no year later than the one in which the age was right."""
    is_past = year + 1 < doc.date.day.year and not is_dated(doc)
    return is_past and doc.latest_year in (str(year), str(year + 1))


def _ages(match: Match[str], day: date) -> tuple[int, ...]:
    """The ages that match, oldest last; empty if the year is not in the past."""
    groups = match.groupdict()
    years = day.year - int(match["year"])
    name = groups.get("m1") or groups.get("m2")
    number = groups.get("d1") or groups.get("d2")
    if years < 1:
        return ()
    if name and number:
        had = (month_number(name), int(number))
        if abs((day.month - had[0]) * 31 + day.day - had[1]) > 10:
            return (years if had < (day.month, day.day) else years - 1,)
    return (years - 1, years)


def _names_other_years(doc: Document, sentence: Span, match: Match[str]) -> bool:
    now = str(doc.date.day.year)
    return any(
        one[0] != now
        for one in ANY_YEAR.finditer(doc.text, sentence)
        if not match.start() <= one.start() < match.end()
    )


def _may_be_another(doc: Document, between: Span, word: str) -> bool:
    """Whether words between year and age may refer to somebody else, or to another time."""
    if ";" in doc[between]:
        return True
    if word == "founded":
        return _JOINS.match(doc[between]) is None
    return _ANOTHER.search(doc.text, between) is not None
