"""The words of a clause before its verb, read without a parser."""

from __future__ import annotations

from copydesk import Document, ValueTuple, pattern
from lint_rules._shared.parts import parts
from lint_rules._shared.prose import words

REACH = 110
"""Code points before a verb in which its subject must be."""

_MARK = pattern(r"[^\w'’\- \u00a0]")
_SHORT = pattern(
    r"(?<![\w.])(?:Mrs?|Ms|Dr|St|Sens?|Reps?|Gov|Gen|Lt|Col|Capt|Sgt|Prof|Rev|Hon|Jr|Sr|No|vs"
    r"|Fr|Mt|Ft|[A-Z]|(?:[A-Z]\.)+[A-Z])\.\Z"
)
# Words that open a clause, whatever stood before it.
OPENERS = words(
    "that because although though while when whenever why how whether if unless but said says "
    "say adds "
    "added argued claimed claims showed shows found believe believes thinks thought where since so"
)
DETERMINERS = words(
    "the a an this that these those his her its their our my your each every another both all some "
    "several many few no any such"
)
NUMBERS = words(
    "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred "
    "dozen thousand"
)


class Clause(ValueTuple):
    """What stands before a verb.

    Attributes:
        mark: the mark before the words; ``""`` at the start of a slot, ``"…"`` if too far away.
        tokens: the words since that mark, as written.
        start: the offset of the first.
    """

    mark: str
    tokens: tuple[str, ...]
    start: int


def before(doc: Document, at: int) -> Clause:
    """The words before an offset, since the last mark."""
    slot = doc.slot_at(at)
    first = slot.span.start if slot is not None else at
    low = max(first, at - REACH)
    found = _MARK.compiled.search(doc.text[low:at][::-1])  # the last one
    start = at - found.start() if found is not None else low
    mark = found[0] if found is not None else "" if low == first else "…"
    if mark == "." and _SHORT.search(doc.text, (max(first, start - 8), start)):
        mark = "…"
    tokens = doc.text[start:at].split()
    if mark == "…":
        tokens = tokens[1:]  # may be cut
    return Clause(mark, tuple(tokens), at - len(doc.text[start:at].lstrip()))


def opens_sentence(clause: Clause) -> bool:
    """Whether the words are all of a sentence so far."""
    return (
        clause.mark in ("", ".", "!", "?", ":", ";", "•", "“", '"')
        and clause.tokens[0][:1].isupper()
    )


_LEADS = ("In ", "On ", "At ", "After ", "During ", "Since ", "Under ", "By ", "Until ", "Before ",
          "As ", "However", "Last ", "Instead")  # fmt: skip


def is_lead(doc: Document, at: int) -> bool:
    """Whether all of a sentence before the comma at an offset is one phrase: In May, old boats."""
    sentence = doc.sentence_at(at)
    if sentence is None or not 0 < at - sentence.start < 70:
        return False
    lead = doc[sentence.start : at].rstrip()
    return lead.startswith(_LEADS) and lead.index(",") == len(lead) - 1


def is_modifier(word: str) -> bool:
    """Whether a word can stand between a determiner and its noun."""
    low = word.lower()
    if low in NUMBERS or word.isdigit() or word[:1].isupper():
        return low not in DETERMINERS
    if "-" in word or word.endswith(("’s", "'s", "s’", "s'")):
        return True
    if low in FUNCTION:
        return False
    return bool(set(parts(low)) & set("aneg")) or _is_compared(low)


def _is_compared(word: str) -> bool:
    """Whether a word is the comparative or superlative of an adjective: largest, earlier."""
    stem = word[:-3] if word.endswith("est") else word[:-2] if word.endswith("er") else ""
    if len(stem) < 3:
        return False
    forms = (stem, stem + "e", stem[:-1], stem[:-1] + "y")
    return any("a" in parts(form) for form in forms)


FUNCTION = words(
    "of in on at to for from with by about into over under after before against between among "
    "through during along across alongside ahead ago later outside inside above below amid "
    "throughout beside beneath onto without within around near behind beyond despite toward "
    "towards upon off up down out as than like and or nor but if that which who whom whose what "
    "when where why how is are was were be been being am has have had do does did will would can "
    "could shall should may might must not he she it they we you i him her them us me there here "
    "then so too only just also even still already never ever always often now yet again once "
    "soon said says both the a an this these those his its their our my your each every either "
    "neither all any some no such one ones none because while although though until since per via "
    "plus let make makes made"
)
