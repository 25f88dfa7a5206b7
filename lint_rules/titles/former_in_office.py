"""``titles/former-in-office``: “former” before the title of somebody who holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Fix, Good, Rule, Severity, Span, pattern
from lint_rules.titles import _mention
from lint_rules.titles._facts import fold, load

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from copydesk import Document, Finding
    from lint_rules.titles._facts import Facts, Tenure
    from lint_rules.titles._mention import Person, Title

_CUE = r"(?P<cue>\b(?i:former|one-?time|erstwhile|ex)(?:[-\ \u00a0\u2010\u2011]))"
_WORDS = (
    rf"(?P<before>(?:[\p{{L}}.]+(?:['’]s)?{_mention.BLANK}){{0,4}}?)(?P<title>{_mention.TITLE})\b"
)
_BEFORE = pattern(rf"{_CUE}{_WORDS}{_mention.FOLLOWED}", verbose=True)
_AFTER = pattern(
    rf"(?P<comma>,{_mention.BLANK}(?:the{_mention.BLANK})?){_CUE}{_WORDS}", verbose=True
)
_END = pattern(r"[,.;:!?)]|\s(?:and|who|has|had|is|was|said)\b|\s*\Z")
_NAME_BEFORE = pattern(
    r"(?:\p{Lu}[\p{L}'’.-]*[ \u00a0](?:(?:al|el|bin|da|de|der|van|von)[ -])*){1,4}"
    r"\p{Lu}[\p{L}'’.-]*\Z"
)

# “Former President X adviser Y”: it is the adviser who is the former one.
_PEOPLE = (
    r"(?:(?:vice|deputy|senior|chief|top|legal|national|security|campaign|press|personal|foreign"
    r"|policy|white|house|trade|economic|long-?time|close|special|health|defen[cs]e)[ -]){0,4}"
    r"(?:advis[eo]rs?|aides?|all(?:y|ies)|officials?|lawyers?|attorneys?|appointees?|administration"
    r"|cabinet|campaign|counsel|spokes\w+|strategists?|confidant[es]*|loyalists?|supporters?"
    r"|envoys?|secretar(?:y|ies)|ministers?|bodyguards?|chiefs?|deput(?:y|ies)|speechwriters?"
    r"|donors?|critics?|rivals?|opponents?|challengers?|prosecutors?|nominees?|picks?|associates?"
    r"|fixers?|consultants?|assistants?|ambassadors?|wife|husband|girlfriend|boyfriend|partner"
    r"|staff(?:ers?)?|era|government|team|managers?|directors?|generals?|judges?|mentor|friend"
    r"|running|doctor|physician|chauffeur|driver|coach|tutor|boss|employer|student|governor"
    r"|mayor|senator|leader|colleagues?|term)\b"
)
# “A former president, Emmanuel Macron and others”: that may be a list.
_LISTED = pattern(r"[ \u00a0](?:and|or|&)\b|,[ \u00a0]\p{Lu}")
_BELONGS = pattern(rf"(?i)(?:['’]s?)?[ \u00a0]{_PEOPLE}")


class FormerInOffice(Rule):
    """Nobody is a former president, or a former anything, while in that office.

    The word slips in from an older story, or from one that was written between
    two terms. It makes the whole report look stale, and it is a correction every
    time. The rule knows the heads of some eighty governments and a dozen bodies,
    with the days on which they came and went. It speaks only where the full name
    stands right at the title, and where the story's date lies within a tenure
    that its source vouches for. It is silent in quotations, about surnames alone,
    and in a sentence that speaks of another time.
    """

    id = "titles/former-in-office"
    severity = Severity.STOP
    triggers = ("former", "ex", "onetime", "one-time", "erstwhile")
    source = "lint_rules/titles/_facts.toml, with a source for every tenure"
    examples = (
        Good("Voters cheered former President Barack Obama on Tuesday.", date="2025-04-15"),
        Good("Former U.S. President Donald Trump will speak in Ohio.", date="2023-06-01"),
        Good("He wrote to U.S. President Donald Trump.", date="2025-04-15"),
        Good("In 2023, former President Donald Trump sold the hotel.", date="2025-04-15"),
        Good("A former President Donald Trump adviser came along.", date="2025-04-15"),
        Good("Former Dutch Prime Minister Mark Rutte now leads NATO.", date="2025-04-15"),
        Good("“I met former President Donald Trump,” she said.", date="2025-04-15"),
        Bad(
            "The envoy praised [[former U.S. President Donald Trump]] on Tuesday.",
            fixed="The envoy praised U.S. President Donald Trump on Tuesday.",
            date="2025-04-15",
        ),
        Bad(
            "[[Former president Emmanuel Macron]] opened the fair.",
            fixed="President Emmanuel Macron opened the fair.",
            date="2024-05-02",
        ),
        Bad(
            "A letter from [[ex-NATO chief Mark Rutte]] was read out.",
            fixed="A letter from NATO chief Mark Rutte was read out.",
            date="2025-04-15",
        ),
        Bad(
            "Keir Starmer, [[the former British prime minister]], was there.",
            fixed="Keir Starmer, the British prime minister, was there.",
            date="2025-02-03",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Find “former” with a title and the name of its holder."""
        for match in _BEFORE.finditer(doc.text):
            title = _mention.title_at(doc.text, match.end("title"))
            person = title and _mention.person_at(doc.text, title.name, load())
            if title and person and not _goes_on(doc.text, title, person):
                span = Span(match.start("cue"), person.span.end)
                yield from self._judge(doc, match, title.place, person.name, span)
        for match in _AFTER.finditer(doc.text):
            name = _name_before(doc.text, match.start())
            place = _mention.place_after(doc.text, match.end("title"))
            if name and _END.match(doc.text, Span(place.end, len(doc.text))):
                span = Span(match.start("comma") + 2, place.end)
                yield from self._judge(doc, match, place, name, span)

    def _judge(
        self, doc: Document, match: regex.Match[str], place: Span, name: str, span: Span
    ) -> Iterator[Finding]:
        tenure = _in_office(load(), match, doc.text[slice(*place)], name, doc)
        if tenure is None or doc.quote_at(span) is not None:
            return
        if _mention.is_of_another_time(doc, span, tenure.since):
            return
        sure = tenure.covers(doc.date.day.isoformat())
        word = match["cue"].rstrip(" -\u00a0\u2010\u2011").lower()
        said = f"“{word}” is wrong: {name} holds this office."
        asked = f"Is “{word}” right? {name} held this office when last checked."
        yield self.find(
            span,
            said if sure else asked,
            evidence=f"{tenure.witness}; story date {doc.date}.",
            fixes=(Fix(f"Delete “{word}”", (_without(doc.text, match),)),),
            severity=None if sure else Severity.ASK,
        )


def _in_office(
    facts: Facts, match: regex.Match[str], of: str, name: str, doc: Document
) -> Tenure | None:
    """The tenure of the office that the words name, if the person holds it on the day."""
    day = doc.date.day.isoformat()
    place = match["before"].strip() or of
    meant = _mention.offices_meant(facts, match["title"], _without_possessive(place))
    for tenure in facts.held(name):
        if tenure.office in meant and (tenure.covers(day, _eve(tenure)) or tenure.may_cover(day)):
            return tenure
    return None


def _eve(tenure: Tenure) -> str:
    """The day from which somebody on the way out may be called former already."""
    from datetime import date, timedelta

    if not tenure.until:
        return tenure.known
    return (date.fromisoformat(tenure.until) - timedelta(days=14)).isoformat()


def _without_possessive(place: str) -> str:
    return place[:-2] if place.endswith(("'s", "’s")) else place


def _goes_on(text: str, title: Title, person: Person) -> bool:
    """Whether “former” may belong to words after the name, or the name to a list."""
    rest = Span(person.span.end, len(text))
    if _BELONGS.match(text, rest) is not None:
        return True
    return title.comma and _LISTED.match(text, rest) is not None


def _name_before(text: str, end: int) -> str | None:
    """The known person whose full name ends at ``end``."""
    match = _NAME_BEFORE.search(text, Span(max(0, end - 60), end))
    if match is None:
        return None
    words = match[0].replace("\u00a0", " ").split(" ")
    for first in range(len(words) - 1):
        person = load().called.get(fold(" ".join(words[first:])))
        if person:
            return person
    return None


def _without(text: str, match: regex.Match[str]) -> Edit:
    """The edit that takes “former” out and keeps a capital at the start."""
    start, end = match.span("cue")
    if text[start].isupper() and not match["cue"].isupper():
        return Edit(Span(start, end + 1), text[end].upper())
    return Edit(Span(start, end), "")
