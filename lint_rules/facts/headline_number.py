"""A number in the headline, deck or caption that the body contradicts."""

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
    Slot,
    Span,
    ValueTuple,
    pattern,
    scan,
)
from lint_rules._shared.numbers import NUMBER, ORDINAL, is_vague, read
from lint_rules._shared.prose import words

_PEOPLE = (
    r"(?:\s(?:more|other|people|persons|civilians|soldiers|troops|workers|children|women|men"
    r"|students|passengers|officers|police|policemen|migrants|tourists|miners|residents|pupils"
    r"|protesters|Palestinians|Ukrainians|Israelis|Russians|Syrians|Iraqis|Afghans|Americans"
    r"|Britons|Turks|Indians|Pakistanis|Nigerians|fighters|militants|rebels|firefighters)){0,2}"
)
# Each fate: a pattern of its words, and the words at which the pattern is tried.
_FATES = {
    "killed": (
        r"(?:killed|dead|die|dies|died|deaths?|drowned|lost their lives)",
        words("killed dead die dies died death deaths drowned lost"),
    ),
    "hurt": (r"(?:injured|wounded|hurt|injuries)", words("injured wounded hurt injuries")),
    "held": (r"(?:arrested|detained|held)", words("arrested detained held")),
    "missing": (r"(?:missing)", words("missing")),
}
_ACTS = {
    "killed": (r"kill(?:s|ed|ing)?", words("kill kills killed killing")),
    "hurt": (
        r"(?:injur(?:es|ed|ing)|wound(?:s|ed|ing))",
        words("injures injured injuring wounds wounded wounding"),
    ),
    "held": (
        r"(?:arrest(?:s|ed)?|detain(?:s|ed)?)",
        words("arrest arrests arrested detain detains detained"),
    ),
}
_BE = r"(?:\s(?:are|were|have|has|had|been|was|is|feared|confirmed|reported|left|lay|being|lives))*"
_AFTER = {
    fate: scan(
        rf"(?P<number>{NUMBER})(?P<who>{_PEOPLE}){_BE}\s{form}\b", at=at, before=160, after=40
    )
    for fate, (form, at) in _FATES.items()
}
_BEFORE = {
    fate: scan(
        rf"\b{form}\s(?P<about>(?:at least|about|nearly|almost|over|more than|some|up to|around"
        rf"|another|as many as|hundreds|dozens|the|all|only|just|its?)\s)?(?P<number>{NUMBER})"
        r"(?P<who>(?:\s[A-Za-z]+)?)",
        at=at,
    )
    for fate, (form, at) in _ACTS.items()
}
_TOPS = ("headline", "deck", "caption")
_BODY = ("paragraph", "list-item", "block-quote")
_OTHER = r"(?!\s(?:wound|injur|hurt|includ|among|leaving|left|arrest|detain)\w*)"
_JOINED = pattern(
    rf"(?:,|\sand|\splus|\sor|\sof\s(?:them|whom|the)){_OTHER}(?:(?:\s[\w'’-]+){{0,3}}?\s{NUMBER}|\san?\s)"
)
_JOINED_BEFORE = pattern(
    rf"{NUMBER}(?:\s[\w'’-]+){{1,3}}?(?:,|\sand|,\sand|\splus)\s(?:[\w'’-]+\s){{0,2}}\Z"
    r"|\ban?\s\w+\sand\s\Z"
)
# Words that add to a number given earlier.
_ADDED = pattern(
    r"\b(?i:another (?:person|man|woman|child|victim|one|two|died)|(?:one|two|three) more"
    r"|later (?:died|succumbed)|died later|also (?:died|killed)"
    rf"|an? {ORDINAL} (?:person|victim|man|woman|child|died|soldier))\b"
)
_TIME = (
    r"seconds?|minutes?|hours?|days?|weeks?|months?|years?|percent|per|times|of|million|billion"
    r"|thousand"
)
_OTHER_TIME = pattern(
    r"\b(?i:since|so far|this year|last year|earlier|previous|years?|ago|total|toll|2\d\d\d)\b"
)
_MANY = 200  # numbers in the body that are compared
_FACTOR = 2  # two numbers further apart than that count different things
_UNIT = pattern(rf"\s(?:{_TIME})\b|%|-")
_LEAD = 3  # opening paragraphs that carry the headline's news


class _Count(ValueTuple):
    """How many met a fate, as written at ``span``; ``exact`` if nothing makes it vague."""

    fate: str
    number: int
    span: Span
    exact: bool


class HeadlineNumber(Rule):
    """The number in the headline matches the story.

    A toll is updated in the story but not in the headline, or the other way
    round: “kills 34” above “killed 35 people”. The rule compares the numbers of
    killed, hurt, arrested and missing in headline, deck and caption with those in
    the body. It reports a mismatch only if the opening paragraphs give such a
    number, both numbers are exact, and no number in the body, nor a sum or
    difference of several, matches the headline.
    """

    id = "facts/headline-number"
    severity = Severity.STOP
    scans = (*_AFTER.values(), *_BEFORE.values())
    triggers = (
        "killed", "kills", "kill", "killing", "dead", "dies", "die", "died", "deaths", "drowned",
        "injured", "injures", "wounded", "wounds", "hurt", "arrested", "arrests", "detained",
        "detains", "missing",
    )  # fmt: skip
    examples = (
        Good("Strike kills 35 in Sumy\n\nA missile killed at least 35 people on Sunday, police "
             "said.\n\nRescuers worked all night in the centre of the city.\n"),
        Good("Strike kills 35 in Sumy\n\nA missile killed 33 people on Sunday, police said, and "
             "two more on Monday.\n\nRescuers worked all night in the centre of the city.\n"),
        Bad("Strike kills [[34]] in Sumy\n\nA missile killed 35 people on Sunday, police "
            "said.\n\nRescuers worked all night in the centre of the city.\n"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the numbers in headline, deck and caption with those in the body."""
        tops = [slot for slot in doc.parsed.slots if slot.kind in _TOPS]
        body = [slot for slot in doc.parsed.slots if slot.kind in _BODY]
        counted: dict[str, list[_Count]] = {}
        for slot in tops:
            for top in (one for fate in _FATES for one in _counts(doc, slot, fate)):
                if top.exact and not doc.quote_at(top.span):
                    if top.fate not in counted:
                        every = (_counts(doc, one, top.fate) for one in body)
                        counted[top.fate] = [count for counts in every for count in counts]
                    yield from self._compare(doc, top, body, counted[top.fate])

    def _compare(
        self, doc: Document, top: _Count, body: list[Slot], found: list[_Count]
    ) -> Iterator[Finding]:
        if not found or not found[0].exact or not _leads(doc, body, found[0].span):
            return
        numbers = sorted({count.number for count in found[:_MANY]})
        if top.number in numbers or _is_sum(top.number, numbers):
            return
        number = found[0].number
        if not number / _FACTOR <= top.number <= number * _FACTOR:
            return
        slot = doc.slot_at(top.span.start)
        yield self.find(
            top.span,
            f"The {slot.kind if slot else 'headline'} says {top.number} {top.fate}; "
            f"the story says {number}.",
            evidence=f"“{doc[found[0].span]}” in the opening paragraphs: check which is right.",
            related=(Related(found[0].span, "the number in the story"),),
        )


def _leads(doc: Document, body: list[Slot], span: Span) -> bool:
    """Whether the opening paragraphs report it as the news, not as an earlier event."""
    sentence = doc.sentence_at(span.start) or span
    lead = any(slot.span.holds(span) for slot in body[:_LEAD])
    if not lead:
        return False
    place = next(index for index, slot in enumerate(body) if slot.span.holds(span))
    near = Span(body[place].span.start, body[: place + 2][-1].span.end)
    if _ADDED.search(doc.text, near) is not None:
        return False
    return _OTHER_TIME.search(doc.text, sentence) is None


def _is_sum(number: int, of: list[int]) -> bool:
    """Whether a number is the sum of two or three others, or the difference of two."""
    few = [one for one in of[:12] if one < 10 * number]
    pairs = {one + other for one in few for other in few} | {
        abs(one - other) for one in few for other in few
    }
    return number in pairs or any(number - one in pairs for one in few)


def _counts(doc: Document, slot: Slot, fate: str) -> Iterator[_Count]:
    """The numbers of people in a slot who met a fate."""
    for form in (_AFTER[fate], _BEFORE.get(fate)):
        for match in form.finditer(doc, slot.span) if form else ():
            count = _count(doc, match, fate)
            if count is not None:
                yield count


def _count(doc: Document, match: Match[str], fate: str) -> _Count | None:
    number = read(match["number"])
    span = Span(*match.span("number"))
    rest = Span(span.end, len(doc.text))
    if number is None or number.unit != 1 or _UNIT.match(doc.text, rest):
        return None
    vague = is_vague(doc, span)
    about = bool(match.groupdict().get("about")) or match["who"].strip() in ("more", "other")
    sentence = doc.sentence_at(span.start) or span
    joined = _JOINED.search(doc.text, Span(span.end, min(match.end() + 60, sentence.end)))
    before = doc.text[max(sentence.start, span.start - 60) : span.start]
    exact = not (vague or about or joined or _JOINED_BEFORE.search(before))
    return _Count(fate, round(number.value), span, exact)
