"""Durations that do not match the date on which something began."""

from __future__ import annotations

from functools import cache

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Option,
    Rule,
    Severity,
    Span,
    ValueTuple,
    pattern,
    scan,
)
from lint_rules._shared.dates import ANY_YEAR, WEEKDAY, date_of, day_text
from lint_rules._shared.numbers import (
    ORDINAL,
    counted,
    is_approximate,
    is_copy,
    nth,
    number_before,
    ordinal,
)
from lint_rules._shared.windows import around, within
from lint_rules.facts import _elapsed_since_year
from lint_rules.facts._events import Event, Events, load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    War = Callable[[], Event | None]  # what “the war” refers to in the story

_NEAR = 48  # code points around the time word
_WAR = r"(?:the|this)\s(?:war|conflict|invasion)"
_ENTERS = scan(
    rf"""\b(?:enters|entering|has\sentered|have\sentered|is\s(?:now\s)?in|are\sin|now\sin|begins
    |(?:drags|stretches|grinds|moves|heads|goes|rolls)\s(?:on\s)?into)\s
    (?P<what>(?:its|the|their)\s(?P<ordinal>(?i:{ORDINAL}))\s(?P<unit>year))\b
    (?P<of>\sof\s)?""",
    at="year",
    before=_NEAR,
    after=_NEAR,
    verbose=True,
)
_LONG = scan(
    r"-year(?:-old|-long)?\b(?P<what>)(?=\s(?:full-scale\s)?(?:war|conflict|invasion)\b)",
    at="year",
    before=_NEAR,
    after=_NEAR,
)
_SINCE = scan(
    r"\syears?\s(?P<way>ago|since)\b(?P<what>)",
    at=("year", "years"),
    before=_NEAR,
    after=_NEAR,
)
_ANNIVERSARY = scan(
    rf"\b(?P<what>(?P<ordinal>(?i:{ORDINAL}))\s(?P<unit>anniversary))\sof\s",
    at="anniversary",
    before=_NEAR,
    after=_NEAR,
)
_WAYS = (_ENTERS, _LONG, _SINCE, _ANNIVERSARY)
_OTHER_TIME = pattern(
    r"\b(?i:will|would|could|may|might|about to|set to|next|soon|upcoming|later|earlier|then|had"
    r"|by the time|last|until|before|recalled?|when he|when she|was|were|expected|prepar\w+"
    r"|approach\w*|if)\b"
)
_NOW = pattern(rf"\b(?i:marks|marking|today|this\s(?:week|month|year)|{WEEKDAY}|commemorates)\b")
_BARE_WAR = pattern(rf"\b(?i:{_WAR})\b")
# “He fled the war in Ukraine two years ago”: that does not say when it began.
_BEGAN = pattern(
    r"\b(?i:began|begun|started|broke out|erupted|happened|took place|invaded|annexed|seized|took"
    r"|returned|swept|fell|disappeared|vanished|voted)\b"
)
_LONGEST = 600  # code points; longer sentences are skipped
_CLAUSE = 90  # code points around a duration in which its event is looked for
_SLACK = 60  # days before an anniversary when copy may already count the coming year


class _Duration(ValueTuple):
    """A duration in the copy: its event, and how it is counted."""

    span: Span
    number: int
    way: str  # "year" (the Nth), "long", "since" or "anniv"
    event: Event


class Elapsed(Rule):
    """A duration matches the date on which the event began.

    In April 2025 the war in Ukraine, which began on 24 February 2022, is in its
    fourth year, not its third: such lines go stale when older copy is reused.
    The rule knows some forty dated events, each with a source
    (``lint_rules/facts/_events.toml``); newsrooms can add their own. It checks
    what the copy says about the story's own date. Other times, approximate
    numbers and quoted speech are left alone.
    """

    id = "facts/elapsed"
    severity = Severity.STOP
    scans = (*_WAYS, *_elapsed_since_year.SCANS)
    triggers = ("year", "years", "anniversary")
    source = "lint_rules/facts/_events.toml, with a source for every event"
    options = (
        Option("events", (), "your own events: a date and a name, “2019-06-12 the harbour fire”"),
    )
    examples = (
        Good("The war in Ukraine is in its fourth year.", date="2025-04-15"),
        Good("It was the more than three-year-long war in Ukraine.", date="2025-04-15"),
        Good("In 2024, as the war in Ukraine entered its third year, he left.", date="2025-04-15"),
        Good("Russia invaded Ukraine three years ago.", date="2025-04-15"),
        Good("The strike, which began in May 2022, is in its third year.", date="2025-04-15"),
        Bad(
            "The strike, which began in February 2022, is in [[its third year]].", date="2025-04-15"
        ),
        Bad("The war in Ukraine enters [[its third year]].", date="2025-04-15"),
        Bad("Russia told Ukraine that the war is in [[its second year]].", date="2025-04-15"),
        Good(
            "The plant opened in 1990, 35 years ago, and in 1950, about 70 years ago.",
            date="2025-10-28",
        ),
        Bad("The plant opened in 1990, [[25 years]] ago.", date="2025-10-28"),
        Bad("Lund marks the [[20th anniversary]] of the 9/11 attacks.", date="2025-09-11"),
        Bad(
            "Lund marks the [[fifth anniversary]] of the harbour fire.",
            date="2025-06-10",
            options={"events": ["2019-06-12 the harbour fire"]},
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare each duration in the story with the date of its event."""
        years = (*_elapsed_since_year.years_ago(doc), *_elapsed_since_year.nth_year(doc))
        for span, message, evidence in years:
            if doc.quote_at(span) is None and is_copy(doc, span):
                yield self.find(span, message, evidence=evidence)
        for one in self._durations(doc):
            right = _right(one, doc.date.day)
            if right and doc.quote_at(one.span) is None and is_copy(doc, one.span):
                event = one.event
                yield self.find(
                    one.span,
                    f"As of {day_text(doc.date.day)}, this should be {right}.",
                    evidence=f"{event.name[:1].upper()}{event.name[1:]}: "
                    f"{day_text(event.start)} ({event.source}); story date {doc.date}.",
                )

    def _durations(self, doc: Document) -> Iterator[_Duration]:
        """The durations in the copy that refer to a known event and to the present."""
        said = list(_said(doc))
        if not said:
            return
        events = load(tuple(self.settings["events"]))
        war = cache(lambda: events.the_war(doc))
        for match, way in said:
            span, number = _number(doc, match)
            if not number or is_approximate(doc, span.start):
                continue
            sentence = doc.sentence_at(span.start)
            if sentence is None or sentence.end - sentence.start > _LONGEST:
                continue
            if not _is_of_now(doc, sentence, span):
                continue
            event = _event(doc, sentence, span, way, match, events, war)
            if event is not None and (way != "anniv" or _NOW.search(doc.text, sentence)):
                yield _Duration(span, number, way, event)


def _said(doc: Document) -> Iterator[tuple[Match[str], str]]:
    """What may be a duration, and how it is counted."""
    text = doc.text
    years = sorted((*doc.words.starts("year"), *doc.words.starts("years")))
    nths = [at for at in years if text[at - 3 : at - 1] in ("st", "nd", "rd", "th")]
    for match in within(_ENTERS.pattern, text, around(nths, _NEAR, _NEAR)):
        yield match, "year"
    for form, way in ((_LONG, "long"), (_SINCE, "since")):
        for at in years:
            found = form.match_at(doc, at - 1) if at else None
            if found is not None:
                yield found, way
    if "anniversary" in doc.words:
        for match in _ANNIVERSARY.finditer(doc):
            yield match, "anniv"


def _event(
    doc: Document,
    sentence: Span,
    span: Span,
    way: str,
    match: Match[str],
    events: Events,
    war: War,
) -> Event | None:
    """The event that a duration refers to: the one named next to it."""
    after = doc.text[match.end() : min(sentence.end, match.end() + _CLAUSE)]
    before = doc.text[max(sentence.start, span.start - _CLAUSE) : span.start]
    groups = match.groupdict()
    if way in ("long", "anniv") or groups.get("of") or groups.get("way") == "since":
        near = [one for one in events.named(after) if one[0] < 40 and "," not in after[: one[0]]]
        if near:
            return near[0][2]
        if way == "long":
            return _at_long(doc, span, war)
        return war() if _BARE_WAR.match(after) else None
    near = events.named(before)
    if near:
        start, end, event = near[-1]
        if way == "since" and not _BEGAN.search(before[start:]):
            return None
        return event if _leads_on(before[end:], match[0]) else None
    found = list(_BARE_WAR.finditer(before))
    if way == "year" and found and _leads_on(before[found[-1].end() :], match[0]):
        return war()
    return None


def _at_long(doc: Document, span: Span, war: War) -> Event | None:
    """The event that “the three-year war” refers to if no event is named."""
    return war() if doc.before(span, 5).lower().endswith(("the ", "this ")) else None


def _leads_on(between: str, cue: str) -> bool:
    """Whether nothing between an event and its duration could bring in another subject.

    “The firm, a supplier in the war in Ukraine, is in its second year”: the firm is.
    """
    if "," in between and "which" not in between and not cue.startswith(("now", "in", "ent")):
        return False
    return len(between) <= 40 and not any(mark in between for mark in ';:()“”"')


def _number(doc: Document, match: Match[str]) -> tuple[Span, int]:
    """The words of a duration and its number of years; 0 if there is no whole number."""
    if "ordinal" in match.re.groupindex:
        return Span(*match.span("what")), ordinal(match["ordinal"])
    found = number_before(doc, match.start())
    if found is None or found[0].unit != 1:
        return Span(*match.span()), 0
    return Span(found[1], match.end("what")), round(found[0].value)


def _is_of_now(doc: Document, sentence: Span, span: Span) -> bool:
    """Whether a sentence is about the story's own time."""
    now = doc.date.day.year
    if any(int(match[0]) != now for match in ANY_YEAR.finditer(doc.text, sentence)):
        return "11, 2001" in doc.text[span.end : sentence.end]  # the name of an event
    near = Span(max(sentence.start, span.start - 50), span.start)
    return _OTHER_TIME.search(doc.text, near) is None


def _right(stated: _Duration, day: date) -> str:
    """What the copy should say; empty if it is right, or cannot be judged."""
    if day < stated.event.start or (
        stated.event.end is not None and stated.way in ("year", "long")
    ):
        return ""
    if any(_fits(stated, start, day) for start in stated.event.starts if start <= day):
        return ""
    whole, part = _years(stated.event.start, day)
    if stated.way == "year":
        return f"its {nth(whole + 1)} year"
    if stated.way == "anniv":
        return f"the {nth(max(1, round(whole + part)))} anniversary"
    return counted(whole, "year") if whole else "less than a year"


def _fits(stated: _Duration, start: date, day: date) -> bool:
    whole, part = _years(start, day)
    soon = part > 1 - _SLACK / 365
    if stated.way == "year":
        return stated.number == whole + 1 or (soon and stated.number == whole + 2)
    if stated.way == "anniv":
        return stated.number in ((whole,) if part < 0.25 else (whole, whole + 1)[part > 0.75 :])
    return stated.number == whole or (part >= 0.5 and stated.number == whole + 1)


def _years(start: date, day: date) -> tuple[int, float]:
    """The whole years between two days, and the rest as part of a year."""
    whole = day.year - start.year - ((day.month, day.day) < (start.month, start.day))
    last = date_of(start.year + whole, start.month, min(start.day, 28))
    return whole, ((day - last).days / 365 if last else 0.0)
