"""``titles/former-in-office``: “former” before the title of somebody still in office."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, pattern
from copydesk.facts import Tenure
from lint_rules.titles import (
    _change_of_office,
    _namesakes,
    _resolve_holder,
    _same_time,
    _time_reference,
)
from lint_rules.titles._mention import Mention
from lint_rules.titles._title_mentions import mentions

_LAST_DAYS = 31  # before a tenure ends

# What each word says about the person.
_KINDS = {
    "former": "gone", "one-time": "gone", "onetime": "gone", "erstwhile": "gone", "ex": "gone",
    "late": "gone", "elect": "elect", "designate": "elect", "then": "then", "outgoing": "leaving",
}  # fmt: skip

# “Former President X adviser Y”: the adviser is the former one.
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
# “A former president, Emmanuel Macron and others” may be a list.
_LISTED = pattern(r"[ \u00a0](?:and|or|&)\b|,[ \u00a0]\p{Lu}")
# “Former President X’s government” is his own.
_BELONGS = pattern(rf"(?i)(?:['’]s?(?![ \u00a0](?:government|cabinet)\b))?[ \u00a0]{_PEOPLE}")


class FormerInOffice(Rule):
    """“Former” is not used of people still in office.

    The word slips in from an older story, or from one written between two terms.
    It makes the whole report look stale, and it means a correction every time.
    The word may come before adjectives and parties: “former two-term Republican
    Gov.”. The rule reports only if the name is right next to the title and the
    story's date falls within a term that its source confirms. It says stop if two
    independent sources, or one of record, prove the term; otherwise, and in the last
    month of a term, it asks. Quotations and sentences about another time are left
    alone, and so is a story that reports the change itself. After the day up to which
    the facts are known it asks only while a fixed term runs.
    """

    id = "titles/former-in-office"
    severity = Severity.STOP
    triggers = (
        "former", "ex", "onetime", "one-time", "erstwhile", "late", "then", "elect", "designate",
        "outgoing",
    )  # fmt: skip
    source = "lint_rules/_facts, with a source for every tenure"
    examples = (
        Good("Voters cheered former President Barack Obama on Tuesday.", date="2025-04-15"),
        Good("Former U.S. President Donald Trump will speak in Ohio.", date="2023-06-01"),
        Good("He wrote to U.S. President Donald Trump.", date="2025-04-15"),
        Good("In 2023, former President Donald Trump sold the hotel.", date="2025-04-15"),
        Good("A former President Donald Trump adviser came along.", date="2025-04-15"),
        Good("Former Dutch Prime Minister Mark Rutte now leads NATO.", date="2025-04-15"),
        Good("When President-elect Barack Obama met him, snow fell.", date="2015-04-15"),
        Good("Then-President Donald Trump said so in 2019.", date="2025-04-15"),
        Good("Former Florida Attorney General Pam Bondi runs the department.", date="2025-04-15"),
        Good("Former Turkish Parliament Speaker Mustafa Sentop came.", date="2025-04-15"),
        Good("“I met former President Donald Trump,” she said.", date="2025-04-15"),
        Good(
            "Former Homeland Security Secretary Kristi Noem spoke. Noem was replaced on Monday.",
            date="2026-04-02",
        ),
        Bad(
            "It was sold to [[former President Emmanuel Macron]]’s government.",
            fixed="It was sold to President Emmanuel Macron’s government.",
            date="2024-05-02",
        ),
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
            "[[President-elect Donald Trump]] said on Tuesday that he would travel.",
            fixed="President Donald Trump said on Tuesday that he would travel.",
            date="2025-04-15",
        ),
        Bad(
            "Keir Starmer, [[the former British prime minister]], was there.",
            fixed="Keir Starmer, the British prime minister, was there.",
            date="2025-02-03",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Find “former” and similar words with a title and the name of its holder."""
        for one in mentions(doc, self.facts):
            kind = _KINDS.get(one.cue)
            if kind is None or doc.quote_at(one.span) is not None:
                continue
            resolved = _resolve_holder.resolve(doc, one)
            if resolved is None or _goes_on(doc.text, one):
                continue
            if _namesakes.is_namesake(doc, one, resolved[1]):
                continue
            tenure = _in_office(resolved[1], kind, doc.date.day.isoformat())
            if tenure is None or _is_of_another_time(doc, one, tenure):
                continue
            if kind == "gone" and _is_left(doc, one, resolved[1], tenure):
                continue
            if kind == "gone" and self._was_former(doc, resolved[1], tenure):
                continue
            if kind not in ("then", "elect") or _is_news(doc, one, resolved[1], kind):
                yield self._finding(doc, one, tenure, kind)

    def _was_former(self, doc: Document, tenures: list[Tenure], tenure: Tenure) -> bool:
        """Whether an undated draft may be of a time between two terms of the person."""
        between = _same_time.gaps(tenures, doc.date.day.isoformat())
        if between and doc.may_be_before(tenure.since):
            return True
        return any(
            _same_time.is_told(doc, self.facts, tenure.person, since, until, only=True)
            for since, until in between
        )

    def _finding(self, doc: Document, one: Mention, tenure: Tenure, kind: str) -> Finding:
        day = doc.date.day.isoformat()
        covered = tenure.covers(day)
        vouched = _namesakes.is_vouched(doc, one, [tenure])
        sure = covered and tenure.is_proven(day) and kind != "leaving"
        sure = sure and vouched and not _is_ending(doc, one, tenure)
        said = f"“{one.cue}” is wrong: {tenure.person} held this office on the story’s date."
        asked = f"Is “{one.cue}” right? By our facts {tenure.person} holds this office."
        if not covered:
            asked = f"Is “{one.cue}” right? {tenure.person} held this office when last checked."
        if not vouched:
            asked = f"Is “{one.cue}” right, or is this a namesake? {_named(tenure)}"
        elif _is_ending(doc, one, tenure):
            asked = f"Is “{one.cue}” right? {tenure.person} held this office until {tenure.until}."
        elif kind == "leaving" and covered:
            asked = f"Is “{one.cue}” right? {tenure.person} has no known date for leaving office."
        span, text = _without(doc.text, one)
        return self.replace(
            span,
            text,
            said if sure else asked,
            title=f"Delete “{one.cue}”",
            marked=one.span,
            evidence=f"{tenure.witness}; story date {doc.date}.",
            severity=None if sure else Severity.ASK,
        )


def _is_left(doc: Document, one: Mention, tenures: list[Tenure], tenure: Tenure) -> bool:
    """Whether the story reports an end of the tenure that the list does not know of."""
    return len(tenures) == 1 and not tenure.until and _change_of_office.is_told(doc, one, tenure)


def _named(tenure: Tenure) -> str:
    return f"{tenure.person} held this office in {tenure.office.of[0]} on the story’s date."


def _in_office(tenures: list[Tenure], kind: str, day: str) -> Tenure | None:
    """The tenure that covers the day, and not only just."""
    for tenure in tenures:
        inside = day
        if kind == "elect":  # the word may be used for some days after the swearing-in
            inside = _resolve_holder.day_before(day, 7)
        if tenure.covers(inside, _eve(tenure)) or _may_hold(tenure, day):
            if kind == "leaving" and (
                tenure.until or _resolve_holder.day_before(day, 90) > tenure.since
            ):
                return None
            return tenure
    return None


def _may_hold(tenure: Tenure, day: str) -> bool:
    """Whether an office that was open when last checked is held by a term that is not over.

    Without a term, “former” after that day is news more often than a slip.
    """
    return tenure.sure and bool(tenure.due) and tenure.may_cover(day)


def _is_ending(doc: Document, one: Mention, tenure: Tenure) -> bool:
    """Whether the tenure ends so soon that the story may look ahead."""
    day = doc.date.day.isoformat()
    if not tenure.until or one.cue == "late":
        return False
    return _resolve_holder.day_before(tenure.until, _LAST_DAYS) <= day


def _eve(tenure: Tenure) -> str:
    """The day from which somebody about to leave office may already be called former."""
    return _resolve_holder.day_before(tenure.until, 14) if tenure.until else tenure.known


def _is_of_another_time(doc: Document, one: Mention, tenure: Tenure) -> bool:
    return _time_reference.is_of_another_time(doc, one.span, tenure.since, one.cue_span)


def _is_news(doc: Document, one: Mention, tenures: list[Tenure], kind: str) -> bool:
    """Whether “then-” and “-elect” cannot be about the past: the sentence is the day's news."""
    return (kind == "elect" or len(tenures) == 1) and _time_reference.is_of_the_day(
        doc, one.name, one.ahead
    )


def _goes_on(text: str, one: Mention) -> bool:
    """Whether “former” may belong to words after the name, or the name to a list."""
    if one.after:
        return False
    if one.ahead and one.ahead[-1].lower() in ("and", "or"):
        return False
    rest = (one.end, len(text))
    if _BELONGS.match(text, rest) is not None:
        return True
    return one.comma and _LISTED.match(text, rest) is not None


def _without(text: str, one: Mention) -> tuple[tuple[int, int], str]:
    """The span of the word and its replacement; a capital at the start is kept."""
    start, end = one.cue_span
    if start > one.title.start:  # “President-elect”
        return one.cue_span, ""
    word = text[start:end].rstrip("-\u2010\u2011 \u00a0")
    if word[0].isupper() and not word.isupper():
        return (start, end + 1), text[end].upper()
    return one.cue_span, ""
