"""One event on two days: in two sentences, or in headline and story."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Related,
    Rule,
    Scan,
    Severity,
    Slot,
    Span,
    ValueTuple,
    pattern,
    scan,
)
from lint_rules._shared.dates import (
    MONTH,
    MONTHS,
    WEEKDAY,
    WEEKDAYS,
    month_number,
)
from lint_rules._shared.numbers import is_copy
from lint_rules.facts._tops import is_same_news

_NOUNS = (
    "trial", "hearing", "election", "vote", "festival", "funeral", "sentencing", "inquest",
    "referendum", "opening", "primary", "summit", "ceremony", "auction", "parade", "concert",
    "arraignment", "runoff", "march", "rally", "conference", "convention", "fair", "tournament",
    "final", "marathon", "memorial", "wedding", "arrest", "exhibition", "launch", "debate",
    "premiere",
    "inauguration", "verdict", "byelection",
    "blaze", "crash", "shooting", "robbery",
)  # fmt: skip
_EVENTS = "|".join(_NOUNS)
_DATE = (
    rf"(?:(?P<m1>{MONTH})\s(?P<d1>\d\d?)(?!\d|[-–]\d)|(?P<d2>\d\d?)\s(?P<m2>{MONTH})\b|"
    rf"(?P<weekday>{WEEKDAY})\b(?!\s(?:night|nights)?’s))"
)
_VERBS = (
    r"(?:will\s)?(?:begins?|began|opens?|opened|starts?|started|is\s(?:set|scheduled|du"
    r"e|planned)\s(?:for|to\s(?:begin|open|start|take\splace)(?:\son)?)|be\sheld"
    r"|(?:was|is|be|is\sbeing|to\sbe)\sheld|takes?\splace|took\splace|is|was|get\sunder"
    r"\sway|gets\sunder\sway|happened|occurred)"
)
_TOLD = scan(
    rf"\b[Tt]he\s(?P<event>{_EVENTS})\s(?:(?:here|there|in\s[A-Z]\w+)\s)?(?:{_VERBS}\s)"
    rf"?(?:on\s)?(?:{WEEKDAY},?\s)?{_DATE}",
    at=frozenset(_NOUNS), before=5, after=80,
)  # fmt: skip
_OF = scan(
    rf"\b(?:[Tt]he|[Hh]is|[Hh]er)\s(?:{_DATE})\s(?P<event>{_EVENTS})\b(?!\s(?:of|in|at)\s[A-Z])",
    at=frozenset(_NOUNS), before=22, after=12,
)  # fmt: skip
_HIS = scan(
    rf"\b(?:[Hh]is|[Hh]er|[’']s)\s(?P<event>arrest|trial|sentencing|funeral|hearing|arr"
    rf"aignment)\s(?:{_VERBS}\s)?(?:on\s)?{_DATE}",
    at=frozenset(("arrest", "trial", "sentencing", "funeral", "hearing", "arraignment")), before=5,
    after=50,
)  # fmt: skip
_ACT = scan(
    rf"\b(?P<event>was\sarrested|was\ssentenced|(?:will\s)?opens?|opened|was\slaunched)"
    rf"\s(?:in\s\w+\s)?on\s{_DATE}",
    at=frozenset(("arrested", "sentenced", "open", "opens", "opened", "launched")), before=8,
    after=40,
)  # fmt: skip
_ACTS = {"was arrested": "arrest", "was sentenced": "sentencing", "was launched": "launch"}
_MOVED = pattern(
    r"(?i)\b(?:postpon\w*|reschedul\w*|moved|delayed|put\soff|pushed|was\sto|were\sto|h"
    r"ad\sbeen|originally|initially|resum\w*|adjourn\w*"
    r"|second|another|next|previous|earlier|first|last|again|preliminary|retrial|"
    r"appeal|years?|annual|instead|new\sdate|then|brother|sister|also|through|weekend|e"
    r"ach|every|or)\b"
)
_DAY_WORDS = frozenset(day.lower() for day in WEEKDAYS)
_NAMED = pattern(
    r"(?i)(?:black|good|super|cyber|giving|fat|ash|palm|easter|holy|bloody|ruby|freaky|sunny)\s\Z"
)
_SAID = pattern(
    r"(?i)\b(?:said|says|told|announced|reported|confirmed|wrote|late|early|from|since|"
    r"between|until|through|reporters|statement|\w+ed)(?:\s(?:in|by)\s[a-z]+)?(?:\s(?:o"
    r"n|late|early))?\s\Z"
)
_ELSEWHEN = pattern(
    r"(?i)\b(?:tomorrow|tonight|today|yesterday|overnight|midnight|next\sday|weekend|th"
    r"is\sweek|daily|nightly)\b"
)
_DAYS = pattern(rf"\b{WEEKDAY}\b")
_MONTHS = pattern(
    rf"\b(?:{'|'.join(one for one in MONTHS if one not in ('May', 'March', 'August'))})"
    rf"\b|(?<=\bin\s)(?:May|March|August)\b"
)
_NEW = pattern(
    r"(?i)\b(?:to|will|opens?|closes?|begins?|starts?|votes?|set|due|starting|returns?)\b"
)


class _Said(ValueTuple):
    """An event with its day, and where the copy says so."""

    span: Span
    event: str
    day: str
    sentence: Span


class EventDay(Rule):
    """One event is on one day.

    “The trial begins on June 3” and further down “when the trial opens on June 5”: one of them
    is wrong or out of date. The rule compares the days that the story gives for the trial, the
    vote, the festival, and the day of a coming event in the headline with that of the story.
    Second trials, and events that were moved, are left alone.
    """

    id = "facts/event-day"
    severity = Severity.ASK
    scans = (_TOLD, _OF, _HIS, _ACT)
    triggers = (*_NOUNS, *sorted(_DAY_WORDS), *(month.lower() for month in MONTHS))
    examples = (
        Good("The trial begins on June 3.\n\nA second trial opens on June 5."),
        Good("The trial was to begin on June 3, but the judge moved the trial to June 5."),
        Bad("The trial begins on June 3 in Lund.\n\nDunn will be there when the trial opens on "
            "[[June 5]]."),
        Bad("The election will be held on Nov. 3.\n\nVoters can register until a week before the "
            "[[Nov. 5]] election."),
        Bad("Bridge to close on [[Friday]]\n\nThe bridge at Orrin will close for repairs on "
            "Thursday, the council said.\n\nIt will be shut for a week.\n"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the days of each event, and that of the headline with the story."""
        first: dict[str, _Said] = {}
        told = sorted(_told(doc))
        for one in told:
            kind = one.event + (" weekday" if one.day in WEEKDAYS else "")
            other = first.setdefault(kind, one)
            days = {two.day for two in told if two.event == one.event}
            if other.day != one.day and other.sentence != one.sentence and len(days) == 2:
                yield self._find(one, other, doc)
        slots = doc.parsed.slots
        if len(slots) > 1 and slots[0].kind == "headline":
            yield from self._headline(doc, slots[0])

    def _find(self, one: _Said, other: _Said, doc: Document) -> Finding:
        before = Span(max(other.sentence.start, other.span.start - 40), other.span.end)
        return self.find(
            one.span,
            f"{one.day} here, but {other.day} before for the {one.event}: check which is right.",
            evidence=f"“{doc[before].strip()}”",
            related=(Related(other.span, "the other day"),),
        )

    def _headline(self, doc: Document, headline: Slot) -> Iterator[Finding]:
        text = doc.text
        for form in (_DAYS, _MONTHS):
            tops = [*form.finditer(text, headline.span)]
            if len(tops) != 1 or _NAMED.search(text, (headline.span.start, tops[0].start())):
                continue
            top = tops[0]
            follows = text[top.end() : top.end() + 2]
            if (follows[:1] == " " and follows[1:].isupper()) or not _NEW.search(
                text, headline.span
            ):
                continue
            body = Span(headline.span.end, len(text))
            days = [*form.finditer(text, body)]
            if (
                len({one[0] for one in days}) != 1
                or days[0][0] == top[0]
                or top[0][:3] in text[body.start :]
            ):
                continue
            where = doc.sentence_at(days[0].start()) or Span(*days[0].span())
            if _SAID.search(text, (where.start, days[0].start())) or _ELSEWHEN.search(text, body):
                continue
            if doc.quote_at(days[0].span()) is not None or not is_same_news(doc, headline, where):
                continue
            yield self.find(
                top.span(),
                f"The headline says {top[0]}, the story {days[0][0]}: check which is right.",
                evidence=f"The story does not name {top[0]}.",
                related=(Related(Span(*days[0].span()), "the day in the story"),),
            )


def _told(doc: Document) -> Iterator[_Said]:
    for form in (_TOLD, _OF, _HIS):
        yield from _read(doc, form)
    if "arrest" in doc.words:
        yield from _read(doc, _ACT)


def _read(doc: Document, form: Scan) -> Iterator[_Said]:
    for match in form.finditer(doc):
        if doc.quote_at(match.span()) is not None:
            continue
        sentence = doc.sentence_at(match.start())
        if sentence is None or _MOVED.search(doc.text, sentence):
            continue
        event = _ACTS.get(match["event"], match["event"])
        month = match["m1"] or match["m2"]
        if month:
            number = match["d1"] or match["d2"]
            day = f"{MONTHS[month_number(month) - 1]} {number}"
            span = Span(
                *sorted(
                    (
                        match.start("m1" if match["m1"] else "d2"),
                        match.end("d1" if match["m1"] else "m2"),
                    )
                )
            )
        else:
            day, span = match["weekday"], Span(*match.span("weekday"))
        if is_copy(doc, span):
            yield _Said(span, event, day, sentence)
