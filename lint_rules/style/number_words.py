"""Small numbers in figures that the house style spells out."""

from __future__ import annotations

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
    pattern,
    scan,
)
from lint_rules._shared.dates import MONTH_WORDS
from lint_rules._shared.notices import is_in_notice
from lint_rules._shared.numbers import ONES
from lint_rules._shared.prose import words
from lint_rules._shared.summary import house

_LARGEST = 20
_MARKS = "[](“\"‘'"
_REACH = 60  # code points to either side of a figure

# A figure, at most “more” or the like, and what is counted.
_FIGURE = scan(
    r"\b(1?\d) (?:(?:more|other|additional|further|consecutive|straight|different|separate|new"
    r"|young|small|large|major|local|foreign|armed|dead|injured|wounded|missing) )?([a-z]+)\b",
    at=frozenset(str(number) for number in range(1, _LARGEST)),
)
# What is counted, not measured, won, scored or voted.
_COUNTED = words(
    "day days week weeks month months year years decade decades century centuries hour hours night "
    "nights weekend weekends people person persons men man women woman children child boys girls "
    "adults students pupils teachers workers staff employees residents civilians soldiers troops "
    "officers guards police firefighters rescuers doctors nurses patients victims survivors bodies "
    "suspects gunmen militants fighters rebels hostages prisoners detainees inmates protesters "
    "demonstrators activists lawmakers senators governors ministers officials lawyers judges "
    "leaders members candidates nominees journalists reporters friends colleagues brothers sisters "
    "sons daughters cousins siblings families homes houses apartments buildings schools hospitals "
    "churches mosques villages towns cities districts regions provinces countries nations "
    "companies firms banks factories offices stores shops restaurants cars trucks buses trains "
    "planes ships boats vessels tankers aircraft helicopters drones tanks missiles rockets bombs "
    "attacks strikes explosions shootings killings deaths cases incidents occasions reasons ways "
    "steps things questions issues problems areas parts groups teams dogs cats books films movies "
    "songs albums episodes meetings talks hearings trials charges lawsuits complaints bills laws "
    "times jobs"
)
_JOINED = words("to and or of from")
# Before the figure: it names a thing, an age, a date, a score.
_NAMING = MONTH_WORDS | words(
    "no nos number page pages chapter part section article level grade phase day week year type "
    "stage aged age channel room flat unit group division class category tier step act episode "
    "season round game route highway gate platform line lane verse than-level title under over top"
)
_RATIO = pattern(r"\d[\d.,]*|(?i:one|two|three|four|five|six|seven|eight|nine|ten)")
_ONE_IN = pattern(r"(?<![A-Z][a-z]{3} )(?<!\w[-–.])\b(?:[1-9]|one|two|three|four|nine) in \Z")
_OUT_OF = pattern(r"(?:\d|[a-z]) out of (?:every )?\Z|(?:\d|one|two|three) in every \Z")
_COOKS = pattern(
    r"\b(?i:bake|baking|roast|simmer|refrigerate|marinate|preheated|saucepan|skillet|tablespoons?"
    r"|teaspoons?|tbsp|tsp|knead|punch down|dough|whisk|parchment|slow cooker"
    r"|(?:cover and )?cook (?:on|for|over|until)|chill for)\b"
)
# An entry in a calendar, an advertisement or a form.
_LISTED = pattern(
    r"\b(?:(?:Info|Cost|Fee|Fees|Admission|Tickets|When|Where|Contact|RSVP|Deadline|Term|Salary)\b:"
    r"|(?:Pre-?)?[Rr]egist(?:er|ration) (?:for|at|by|is|required)\b|Limit \d|[Ll]imited to \d"
    r"|(?:[Nn]o experience|[Rr]eservations?|[Rr]egistration) (?:is |are )?(?:necessary|required)\b)"
)
_TOLD = pattern(r" (?:[–—]|-- ?|- )")  # after a figure that a list of figures explains
_FAR = 200  # code points before a figure in which a recipe shows
_UNIT = r"(?:days?|weeks?|months?|years?|hours?|times)"
_AGED = pattern(
    rf"\d {_UNIT} (?:through|to|until|and|or|–|-) (?:the age of )?\Z"
    r"|\b[Aa]ge[sd]? (?:up to |under |over )?\Z"
)
_AGES = pattern(
    rf" {_UNIT} (?:(?:through|to|until|and|or) (?:\d|the age)|in age"
    r"|(?:and|or) (?:up|older|younger))"
)


class NumberWords(Rule):
    """Small numbers are spelled out.

    Most newsrooms spell out numbers below ten, or up to ten, in running text and
    keep figures for ages, units, money, scores, votes, dates, times, percentages
    and addresses, and in headlines. The house style sets the limit. Without one,
    only numbers below ten are checked, on which styles agree, and only outside
    quotations. Recipes, calendars and legal notices keep their figures.
    """

    id = "style/number-words"
    severity = Severity.STYLE
    scans = (_FIGURE,)
    options = (Option("below", 10, "the limit if no house style sets one; 0: leave numbers alone"),)
    examples = (
        Good("He came 12 days late. “We lost 2 men,” she said. The race took 2 hours 5 minutes."),
        Good("The boy, 7 years old, ran 5 miles in 9 minutes, won 3 to 2, and 8 people of 12 saw."),
        Good("It takes 2 to 12 days from May 8 people say, 5 percent of 6 million, $4 days."),
        Good("About 1 in 8 women, and 1 of 8 men, were ill; 2.5 to 7 times as many as in May."),
        Good("Children from 6 months through 64 months, and those 3 years and older, can come."),
        Good("The dose is for babies 6 months to 4 years old, or 9 months in age."),
        Good("Knitting for all. Limit 4 students. Info: 555-0142."),
        Good("5 times — how much more likely it is.\n\nChildren ages up to 8 years can come."),
        Good("Only 2 out of 9 people, and one in 3 men, came; 3 in 5 teachers did."),
        Good("Type 2 cases rose; see page 2 people say.", style={"number-words-below": 10}),
        Good("He came 2 days late.", options={"below": 0}),
        Bad("He came [[2]] days late.", "He came two days late."),
        Bad("[[3]] more people came.", "Three more people came.", style={"number-words-below": 10}),
        Bad("“It took [[10]] days,” she said.", "“It took ten days,” she said.",
            style={"number-words-below": 11}),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the figures before things that can be counted."""
        limit = self.style.get("number-words-below")
        below = min(self.settings["below"] if limit is None else limit, _LARGEST)
        for place in _FIGURE.anchors(doc) if below else ():
            match = _FIGURE.match_at(doc, place)
            if match is None or not 0 < int(match[1]) < below or not _is_count(doc, match, below):
                continue
            if limit is not None or doc.quote_at(match.span(1)) is None:
                yield self._finding(doc, match)

    def _finding(self, doc: Document, match: Match[str]) -> Finding:
        word, start = ONES[int(match[1])], match.start(1)
        sentence = doc.sentence_at(start)
        lead = doc.before(start, 3).rstrip("\"“‘' ")
        if sentence is not None and start - sentence.start <= 3 and not lead[-1:].isalnum():
            word = word.capitalize()
        return self.replace(
            match.span(1),
            word,
            f"Spell out “{match[1]}” in running text: “{word}”.",
            evidence=house(self) if self.style.name else "Most styles spell out one to nine.",
        )


def _sentences_around(doc: Document, place: int) -> Span | None:
    """The running text around a place; None for a post, or a line that is not a sentence."""
    slot = doc.slot_at(place)
    if slot is None or slot.kind not in ("paragraph", "caption") or doc.is_speech(slot):
        return None
    return None if doc.text[slot.span.end - 1].isalnum() else slot.span


def _is_count(doc: Document, match: Match[str], below: int) -> bool:
    """Whether a figure counts things in running text."""
    of_them = match[2] == "of" and doc.text.startswith(" them", match.end())
    if (match[2] not in _COUNTED and not of_them) or doc.is_verbatim(match.span(1)):
        return False
    slot = _sentences_around(doc, match.start())
    if slot is None:
        return False
    start, end = match.span(1)
    before = doc.text[max(slot.start, start - _REACH) : start]
    if start == slot.start and _TOLD.match(doc.text, (match.end(2), slot.end)):
        return False  # 5 times – how much more likely it is
    if before[-1:] not in ("", " ", "“", '"', "(", "—"):
        return False
    last = before.split()[-2:]
    if last and (last[-1].lower().rstrip(".") in _NAMING or last[-1][-1:] in "$£€%:=+#0123456789"):
        return False
    if last and last[-1].strip(_MARKS)[:1].isupper() and not _begins(doc, start, last[-1]):
        return False  # a name: Apollo 8 people
    if len(last) > 1 and last[-1] in _JOINED and _RATIO.fullmatch(last[-2].strip('“"(')):
        return False  # 12 to 8 people, 2.5 to 7 times
    if _ONE_IN.search(before):
        return False  # 1 in 8 women
    if _AGED.search(before) or _OUT_OF.search(before):
        return False  # from 6 months through 64 months
    if _goes_on(doc.text[end : min(slot.end, end + _REACH)], match, below):
        return False
    around = (max(slot.start, start - _FAR), min(slot.end, end + _REACH))
    if _COOKS.search(doc.text, around) or _LISTED.search(doc.text, around):
        return False  # a recipe or an entry in a calendar, which keep their figures
    return not is_in_notice(doc, start)


def _begins(doc: Document, at: int, word: str) -> bool:
    """Whether the word before a figure has its capital from the start of the sentence."""
    sentence = doc.sentence_at(at)
    return sentence is not None and at - sentence.start <= len(word) + 2


def _goes_on(after: str, match: Match[str], below: int) -> bool:
    """Whether an age, or a second and larger number, follows."""
    rest = after.split()
    if _AGES.match(after):
        return True  # 6 months through 64 months
    if match[2].startswith(("year", "month", "week", "day", "hour")):
        tail = after[after.find(match[2]) + len(match[2]) :]
        if tail.startswith((" old", "-old", " of age", " and ", " or ")):
            return True
    if len(rest) > 1 and rest[1].isdigit():
        return True  # 2 hours 5 minutes
    for at, word in enumerate(rest[:6]):
        number = word.strip(',.;:)”"')
        if (
            at
            and number.isdigit()
            and int(number) >= below
            and rest[at - 1] in ("of", "to", "or", "and", "from")
        ):
            return True
    return False
