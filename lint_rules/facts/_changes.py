"""Changes that the copy tells with both figures: “rose to 40 from 30”, “45 percent, up from 42”."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Quantity, Span, ValueTuple, pattern
from lint_rules._shared.prose import words
from lint_rules.facts._quantities import amounts, between, by_sentence, is_like, is_own

UP = words(
    "rose rise rises risen rising increased increases increasing increase grew grow grows grown"
    " growing jumped jump jumps jumping climbed climb climbs climbing surged surge surges soared"
    " soars soar gained gain gains up higher raised raise raises raising hiked hike hikes lifted"
    " boosted boost swelled ballooned skyrocketed expanded expand spiked mounted rebounded"
    " rocketed"
)
DOWN = words(
    "fell fall falls fallen falling dropped drop drops dropping declined decline declines declining"
    " decreased decrease decreases slid slipped slips plunged plunge plunges plummeted plummet"
    " tumbled tumble shrank shrunk shrink shrinks sank sunk down lower lowered lowers cut cuts"
    " cutting reduced reduce reduces reducing slashed slashing slash dwindled halved"
    " trimmed pared slumped dipped eased receded crashed"
)
TIMES = {
    "doubled": 2, "doubling": 2, "doubles": 2, "double": 2, "tripled": 3, "tripling": 3,
    "triples": 3, "triple": 3, "trebled": 3, "trebling": 3, "quadrupled": 4, "quadrupling": 4,
    "quadruple": 4, "quintupled": 5, "halved": 0.5, "halving": 0.5, "halves": 0.5, "halve": 0.5,
    "twofold": 2, "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "tenfold": 10,
}  # fmt: skip
NOUNS = words("increase rise jump gain drop fall decline decrease cut hike raise reduction change")
_WORD = pattern(r"[A-Za-z]+")
# Figures that go up when things get worse, or down when they get better.
_RANKED = pattern(
    r"(?i)\b(?:rank|ranks|ranked|ranking|rankings|place|places|spot|spots|seed|seeded|position"
    r"|positions|poll|polls|chart|charts|list|standings|handicap|par|odds|below|minus|negative|tier"
    r"|temperatures?|degrees|deficit|deficits|loss|losses|inventory|grade|level|size|sizes)\b"
)
_BREAK = pattern(r"[;:]|\b(?:while|but|whereas|although|though|and (?!is|was|has))\b")
_YEARS = pattern(r"\bbetween (?:1[5-9]|20)\d\d and (?:1[5-9]|20)\d\d\b")
_OF = pattern(
    r"(?i)\b(?:increase|rise|jump|gain|drop|fall|decline|decrease|cut|hike|reduction|difference)"
    r"\sof\s(?:\$|£|€)?\Z"
)
_CLAUSE = pattern(r"[;:]|, (?:and|but|while|so|as)\b")
_ROOM = 90
_NEAR = 4  # figures before a pair that may be its amount
_FAR = 300


class Change(ValueTuple):
    """A change with its old and new figure.

    Attributes:
        verb: the word that says which way it goes, in lower case.
        place: where that word is.
        old, new: the two figures, of one kind and unit.
        amounts: other figures of the sentence between the verb and the last of the two, or
            directly after them.
    """

    verb: str
    place: Span
    old: Quantity
    new: Quantity
    amounts: tuple[Quantity, ...]


@lru_cache(maxsize=2)
def changes(doc: Document) -> tuple[Change, ...]:
    """The changes of a story in its own voice, in order."""
    if "from" not in doc.words:
        return ()
    found = []
    for sentence, group in by_sentence(doc):
        several = amounts(group)
        for index, one in enumerate(several):
            if one.lead == "from":
                change = _change(doc, sentence, several, index)
                if change is not None:
                    found.append(change)
    return tuple(found)


def _change(doc: Document, sentence: Span, several: list[Quantity], index: int) -> Change | None:
    old = several[index]
    after = several[index + 1] if index + 1 < len(several) else None
    if after is not None and after.lead == "to" and is_like(old, after):
        return _told(doc, sentence, several, (index, index + 1), (old, after))
    for back in range(index - 1, max(-1, index - 4), -1):
        if not is_like(several[back], old) or is_amount(several[back]):
            continue
        if _BREAK.search(between(doc, several[back], old)):
            return None
        new = several[back]
        if new.lead == "to":
            return _told(doc, sentence, several, (back, index), (old, new))
        return _up_from(doc, sentence, several, (back, index))
    return None


def is_amount(quantity: Quantity) -> bool:
    """Whether a figure is by how much something changes: “up 3 percent”, “a 5 percent rise”."""
    lead = quantity.lead
    return lead == "by" or lead in UP or lead in DOWN or quantity.noun in NOUNS


def _up_from(
    doc: Document, sentence: Span, several: list[Quantity], at: tuple[int, int]
) -> Change | None:
    """“45 percent, up 3 percent from 42 percent”."""
    new, old = several[at[0]], several[at[1]]
    middle = between(doc, new, old)
    match = None
    for match in _WORD.finditer(middle):
        if match[0].lower() in UP | DOWN:
            break
    else:
        return None
    start = new.span.end + match.start()
    place = Span(start, start + len(match[0]))
    if len(middle) > _ROOM or not is_own(doc, old, new):
        return None
    others = _others(doc, sentence, several, at, new.span.end)
    return Change(match[0].lower(), place, old, new, others)


def _told(
    doc: Document,
    sentence: Span,
    several: list[Quantity],
    at: tuple[int, int],
    pair: tuple[Quantity, Quantity],
) -> Change | None:
    """“rose to 40 from 30”: the nearest word of change before the first of the two."""
    first, last = several[at[0]], several[at[1]]
    start = max(sentence.start, first.span.start - _ROOM)
    before = doc.text[start : first.span.start]
    verbs = [
        one for one in _WORD.finditer(before)
        if (word := one[0].lower()) in UP or word in DOWN or _is_multiple(before, one.start(), word)
    ]  # fmt: skip
    if not verbs or not is_own(doc, *pair) or len(between(doc, first, last)) > _ROOM:
        return None
    verb = verbs[-1]
    if _BREAK.search(_YEARS.compiled.sub("", before[verb.end() :])) or _BREAK.search(
        between(doc, first, last)
    ):
        return None
    place = Span(start + verb.start(), start + verb.end())
    return Change(verb[0].lower(), place, *pair, _others(doc, sentence, several, at, place.start))


def _others(
    doc: Document, sentence: Span, several: list[Quantity], at: tuple[int, int], start: int
) -> tuple[Quantity, ...]:
    pair = (several[at[0]], several[at[1]])
    end = pair[1].span.end
    near = several[max(0, at[0] - _NEAR) : at[1]]
    found = [one for one in near if start <= one.span.start < end and one not in pair]
    following = several[at[1] + 1 : at[1] + 2]
    if following and not _BREAK.search(doc.text, (end, following[0].span.start)):
        found += following
    del sentence
    return tuple(found)


def _is_multiple(before: str, place: int, word: str) -> bool:
    """Whether a word says that something was multiplied: doubled, will double."""
    if word in ("double", "triple", "quadruple", "halve"):
        return before[:place].split()[-1:] in (["to"], ["will"], ["would"], ["could"], ["might"])
    return word in TIMES


# Words of change that may be nouns: “the increase in wages slowed to 3.1 percent from 3.2”.
_NOUN_TOO = words(
    "increase increases rise rises jump jumps climb climbs surge surges gain gains"
    " raise raises hike hikes boost fall falls drop drops decline declines decrease decreases"
    " slide plunge"
    " plunges"
    " tumble tumbles cut cuts reduce slash lower higher cutting lowering plummet sink"
)
_OBJECT = (" from ", " to ", " the ", " its ", " their ", " his ", " her ")
_AUXILIARY = words("to will would could may might should can must did does not have has had")


def is_plain_verb(doc: Document, change: Change) -> bool:
    """Whether the word is a verb whose object the figures are, and no other word contradicts it."""
    place = change.place
    if change.verb in _NOUN_TOO:
        before = doc.before(place, 20).lower().split()[-1:]
        after = doc.after(place, 8).lower()
        if not (before and before[0] in _AUXILIARY) and not after.startswith(_OBJECT):
            return False
    first = min(change.old.span.start, change.new.span.start)
    near = doc.text[max(change.old.sentence.start, first - 2 * _ROOM) : first]
    said = {one[0].lower() for one in _WORD.finditer(_CLAUSE.compiled.split(near)[-1])}
    return not (said & DOWN if change.verb in UP else said & UP)


def is_ranked(doc: Document, change: Change) -> bool:
    """Whether the figures may be places in a list, or count what is below nothing."""
    start, end = change.old.sentence
    place = change.place.start
    near = (max(start, place - _FAR), min(end, place + _FAR))
    return _RANKED.search(doc.text, near) is not None


def is_amount_of(doc: Document, change: Change, amount: Quantity) -> bool:
    """Whether a figure is the amount of a change, of a kind that can be compared."""
    kinds = {amount.kind, change.old.kind}
    is_share = kinds in ({"percent"}, {"percent", "points"}) or is_point(change, amount)
    if not is_share and not is_like(amount, change.old):
        return False
    return is_by(doc, change, amount)


def is_point(change: Change, amount: Quantity) -> bool:
    """Whether an amount in points is of percentages: “up 8 points to 41 percent from 33”."""
    return change.old.kind == "percent" and amount.kind == "count" and amount.noun == "point"


def is_by(doc: Document, change: Change, amount: Quantity) -> bool:
    """Whether the words say that something changed by this much."""
    if amount.span.start > max(change.old.span.start, change.new.span.start):
        return amount.noun in NOUNS or _OF.search(doc.before(amount.span, 24)) is not None
    return amount.lead in ("by", change.verb) or amount.noun in NOUNS
