"""Quotation marks and apostrophes of more than one shape."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Edit,
    Finding,
    Good,
    Iterator,
    Quote,
    Rule,
    Sequence,
    Severity,
    Span,
    ValueTuple,
)
from lint_rules._shared import appeals
from lint_rules._shared.summary import (
    CLEARLY,
    ELSEWHERE,
    PROSE,
    Place,
    house,
    is_block_quote,
    summary,
    times,
)

Shapes = dict[str, list[Place]]

STRAIGHT, CURLY = "straight", "curly"
_SHAPES = {
    ('"', '"'): STRAIGHT, ("'", "'"): STRAIGHT, ("“", "”"): CURLY, ("‘", "’"): CURLY,
}  # fmt: skip
_OTHER = {'"': ("“", "”"), "'": ("‘", "’"), "“": ('"', '"'), "‘": ("'", "'")}
_DOUBLE, _SINGLE = frozenset('"“'), frozenset("'‘")
_SWAPPED = {'"': "'", "“": "‘", "”": "’", "'": '"', "‘": "“", "’": "”"}
_APOSTROPHES = {CURLY: "’", STRAIGHT: "'"}
_HEADS = frozenset({"headline", "heading", "kicker", "deck"})  # single marks are usual there


class Mixed(ValueTuple):
    """Marks of two shapes: which one is right, and the places of the other.

    ``clear``: whether one shape clearly prevails; ``counts`` is the evidence.
    """

    what: str
    right: str
    clear: bool
    places: tuple[Place, ...]
    counts: str


class QuoteMarks(Rule):
    """Quotation marks and apostrophes have one shape throughout.

    Straight and curly marks in one story show that it was put together from
    several sources. The house style decides between the shapes, and between
    double and single marks; without one, the more common shape in the story,
    where decks in the front matter and appeals that the site adds do not count.
    Quotations whose two marks do not match are left to ``quote/mixed-marks``.
    """

    id = "typography/quote-marks"
    severity = Severity.STYLE
    spares_sic = False
    triggers = ('"', "“", "'", "‘", "’")
    examples = (
        Good("“We’re open,” she said. “It’s ‘our’ harbour.”"),
        Good('"We\'re open," she said. The plank is 6\'2" long.'),
        Good('"We\'re open,” she said.'),
        Good("The ‘special’ offer ended, she said: “Come.”", style={"quote-marks": "double"}),
        Bad('“We are open,” she said. “Come in.” Then she said: [["Go!"]]',
            "“We are open,” she said. “Come in.” Then she said: “Go!”"),
        Bad('“We are open,” she said. Then she said: [["Go!"]]'),
        Bad("It’s the ship’s bell and isn[[']]t ours.", "It’s the ship’s bell and isn’t ours."),
        Bad('She said: [["Go!"]] He left.', "She said: “Go!” He left.",
            style={"quote-shape": "curly"}),
        Bad("She said: [[‘We all want to go now!’]] He left.",
            "She said: “We all want to go now!” He left.", style={"quote-marks": "double"}),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the shapes of quotation marks and those of apostrophes."""
        wanted = self.style.get("quote-shape", "")
        quotes = _quotes(doc) if wanted or _may_differ(doc) else []
        both = [
            compared
            for what, shapes in (
                ("quotation marks", _by_shape(doc, quotes, wanted)),
                ("apostrophes", _apostrophes(doc, wanted)),
            )
            if (compared := _compared(what, shapes, wanted)) is not None
        ]  # fmt: skip
        if len(both) == 2 and both[0].right == both[1].right and both[0].clear == both[1].clear:
            both = [_together(*both)]
        for mixed in both:
            yield self._finding(mixed)
        if self.style.get("quote-marks", ""):
            yield from self._wrong_marks(doc, _quotes(doc))

    def _finding(self, mixed: Mixed) -> Finding:
        wrong = CURLY if mixed.right == STRAIGHT else STRAIGHT
        if self.style.get("quote-shape"):
            what = f"{mixed.what[:1].upper()}{mixed.what[1:]}"
            message, evidence = f"{what} are {wrong}; house style is {mixed.right}.", house(self)
        else:
            message = f"The story mixes straight and curly {mixed.what}."
            evidence = f"{mixed.counts}."
        title = f"Make them {mixed.right}"
        return summary(self, mixed.places, message, evidence, title, f"also {wrong}")

    def _wrong_marks(self, doc: Document, quotes: Sequence[Quote]) -> Iterator[Finding]:
        """Single marks around speech if house style is double, or the other way round."""
        wanted = self.style.get("quote-marks", "")
        wrong = _SINGLE if wanted == "double" else _DOUBLE
        places = [
            Place(quote.span, _swapped(index, quotes))
            for index, quote in enumerate(quotes)
            if quote.opening in wrong and not quote.nested and quote.kind == "direct"
            and _is_prose(doc, quote)
        ]  # fmt: skip
        if places:
            message = f"House style puts quotations in {wanted} marks."
            yield summary(self, places, message, house(self), f"Use {wanted} marks")


def _may_differ(doc: Document) -> bool:
    """A quick check: whether the story has quotations of both shapes."""
    shapes = {(quote.opening, quote.closing) for quote in doc.quotes}
    return len({_SHAPES[one] for one in shapes & _SHAPES.keys()}) > 1


def _quotes(doc: Document) -> list[Quote]:
    """The quotations whose two marks match, without those in code."""
    quotes = [quote for quote in doc.quotes if (quote.opening, quote.closing) in _SHAPES]
    return (
        [quote for quote in quotes if not doc.is_verbatim(quote.span)] if doc.verbatim else quotes
    )


def _compared(what: str, shapes: Shapes, wanted: str) -> Mixed | None:
    """The marks not in the shape of the style, or in the rarer one; None if all are alike."""
    right = _right(len(shapes[CURLY]), len(shapes[STRAIGHT]), wanted)
    wrong = CURLY if right == STRAIGHT else STRAIGHT
    places = shapes[wrong]
    if not places or not (wanted or shapes[right]):
        return None
    clear = bool(wanted) or len(shapes[right]) >= CLEARLY * len(places)
    shown = tuple(place if clear else Place(place.span, own=place.own) for place in places)
    counts = f"{right} {times(len(shapes[right]))}, {wrong} {times(len(places))}"
    return Mixed(what, right, clear, shown, f"{what[:1].upper()}{what[1:]}: {counts}")


def _right(curly: int, straight: int, wanted: str) -> str:
    """The shape of the style, or the more common one."""
    return wanted or (STRAIGHT if straight > curly else CURLY)


def _together(first: Mixed, second: Mixed) -> Mixed:
    places = tuple(sorted((*first.places, *second.places)))
    counts = f"{first.counts}; {second.counts.lower()}"
    return Mixed(f"{first.what} and {second.what}", first.right, first.clear, places, counts)


def _by_shape(doc: Document, quotes: Sequence[Quote], wanted: str) -> Shapes:
    found: Shapes = {CURLY: [], STRAIGHT: []}
    shapes = {_SHAPES[quote.opening, quote.closing] for quote in quotes}
    if len(shapes) < 2 and shapes <= {wanted or CURLY, wanted or STRAIGHT}:
        return found  # nothing to compare
    for quote in quotes:
        if not (wanted or _is_own(doc, quote.span.start)):
            continue
        first, last = _OTHER[quote.opening]
        found[_SHAPES[quote.opening, quote.closing]].append(
            Place(quote.span, _edits(quote, first, last), not is_block_quote(doc, quote.span))
        )
    return found


def _is_own(doc: Document, at: int) -> bool:
    """Whether a place is in the story and not in what the site adds to it."""
    slot = doc.slot_at(at)
    return slot is None or not appeals.is_added(doc, slot)


def _edits(quote: Quote, first: str, last: str) -> tuple[Edit, Edit]:
    return (
        Edit(Span(quote.span.start, quote.inner.start), first),
        Edit(Span(quote.inner.end, quote.span.end), last),
    )


def _is_prose(doc: Document, quote: Quote) -> bool:
    """Whether a quotation is in a sentence, not in a headline or a line without a stop."""
    slot = doc.slot_at(quote.span.start)
    if slot is None or slot.kind in _HEADS:
        return False
    return not doc.text[slot.span.end - 1].isalnum()


def _swapped(index: int, quotes: Sequence[Quote]) -> tuple[Edit, ...]:
    """The edits that swap single and double marks in a quotation and those within it."""
    edits: list[Edit] = []
    end = quotes[index].span.end
    while index < len(quotes) and quotes[index].span.start < end:
        one = quotes[index]
        edits += _edits(one, _SWAPPED[one.opening], _SWAPPED[one.closing])
        index += 1
    return tuple(edits)


def _apostrophes(doc: Document, wanted: str) -> Shapes:
    found: Shapes = {CURLY: [], STRAIGHT: []}
    if not wanted and not doc.words.separators.issuperset(("'", "’")):
        return found  # nothing to compare
    counted = {shape: list(_counted(doc, mark, wanted)) for shape, mark in _APOSTROPHES.items()}
    right = _right(len(counted[CURLY]), len(counted[STRAIGHT]), wanted)
    for shape, places in counted.items():
        other = _APOSTROPHES[STRAIGHT if shape == CURLY else CURLY]
        for at in places:
            span = Span(at, at + 1)
            own = shape == right or not (doc.is_quoted(span) or doc.is_in_name(at))
            found[shape].append(Place(span, (Edit(span, other),), own))
    return found


def _counted(doc: Document, mark: str, wanted: str) -> Iterator[int]:
    """Where an apostrophe of one shape is between letters of the copy."""
    text = doc.text
    for slot in doc.parsed.slots:
        start, end = slot.span
        at = text.find(mark, start, end)
        if at < 0 or slot.kind not in PROSE or (not wanted and appeals.is_added(doc, slot)):
            continue
        if not wanted and doc.role_of(slot) in ELSEWHERE:
            continue
        while at >= 0:
            if _is_within_word(text, at) and not doc.is_verbatim((at, at + 1)):
                yield at
            at = text.find(mark, at + 1, end)


def _is_within_word(text: str, at: int) -> bool:
    """Whether letters are before and after a mark; at an end it may be a quotation mark."""
    return text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()
