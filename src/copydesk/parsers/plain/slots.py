"""Determine the part of the story that each paragraph of a plain text is.

First every paragraph gets a *shape* from its words alone, by the signs in
``marks`` and ``credits``; the two shapes without such signs are a short line
without a full stop at its end, and running text. Then its position decides: a
short line is a headline at the top, a deck under the headline, a cross-head
between paragraphs. If in doubt it is a paragraph, which assumes the least.
"""

from __future__ import annotations

from copydesk.document import dateline
from copydesk.model.value_tuple import ValueTuple
from copydesk.parsers.plain import credits as signs
from copydesk.parsers.plain import marks as marks
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from copydesk.document.slot_kinds import SlotKind

    Shape = Literal[
        "list-item", "note", "caption", "credit", "byline", "dateline", "tag", "short", "text"
    ]

# All of these are in code points.
_HEADLINE = 200
_DECK = 250
_HEADING = 80
_CAPTION = 1200  # a longer paragraph is text, even if it ends in a credit
_LINE = 200  # a longer paragraph is not a credit, byline or dateline

_HEADING_WORDS = 12
_HEADING_ENDS = marks.CLOSERS + "?!%"
_DECK_WORDS = 4  # a shorter line is a label
_TOP = 4  # paragraphs among which the headline must be, after any tags
_NEAR = 4  # running text must follow a deck within this many paragraphs

_MAYBE_DATED = compiled(r"[,(/\d]")

_MARKED: dict[Shape, SlotKind] = {
    "list-item": "list-item",
    "note": "note",
    "caption": "caption",
    "credit": "credit",
}
_AT_TOP: dict[Shape, SlotKind] = {"byline": "byline", "dateline": "dateline"}


class Unit(ValueTuple):
    """A paragraph to classify.

    ``head`` and ``tail`` are its beginning and end, both the whole paragraph if it
    is short; ``size`` is its length in code points.
    """

    head: str
    tail: str
    size: int


def sort_out(units: list[Unit]) -> list[tuple[SlotKind, int]]:
    """The kind of each paragraph, and the length of its list mark in code points.

    The headline is the first line that is not a tag, if it looks like a headline and
    more text follows; the deck is a short line right under it. Separate bylines and
    datelines are accepted only before the first running text. A cross-head must be
    isolated: several short lines in a row are not cross-heads.
    """
    shapes = [shape(unit) for unit in units]
    heads = [
        kind == "short" and is_heading(unit.head) for unit, kind in zip(units, shapes, strict=True)
    ]
    title = _headline(units, shapes)
    found: list[tuple[SlotKind, int]] = []
    top = True
    for index, kind in enumerate(shapes):
        sort: SlotKind = "paragraph"
        if index == title:
            sort = "headline"
        elif kind == "short" and 0 <= title == index - 1:
            sort = _under_headline(units, shapes, index)
        elif kind in _MARKED or (top and kind in _AT_TOP):
            sort = _MARKED.get(kind) or _AT_TOP[kind]
        elif heads[index] and not top and _is_between(shapes, heads, index):
            sort = "heading"
        found.append((sort, marks.item_mark(units[index].head) if sort == "list-item" else 0))
        top = top and (kind != "text" or index == title)
    return found


def shape(unit: Unit) -> Shape:
    """What a paragraph is, judging by its words alone."""
    head, size = unit.head, unit.size
    if marks.is_tag(head, size):
        return "tag"
    if marks.is_note(head):
        return "note"
    if marks.item_mark(head):
        return "list-item"
    if size <= _LINE and signs.is_credit(head):
        return "credit"
    if size <= _CAPTION and signs.is_caption(head[:16].lower(), unit.tail):
        return "caption"
    if size <= _LINE and signs.is_byline(head):
        return "byline"
    if size <= _LINE and _is_dateline(head):
        return "dateline"
    return "short" if size <= _DECK and not marks.has_final_stop(unit.tail) else "text"


def stands_alone(line: str) -> bool:
    """Whether a line is a paragraph by itself, whatever lines are next to it."""
    return (
        marks.is_tag(line, len(line))
        or signs.is_byline(line)
        or signs.is_credit(line)
        or _is_dateline(line)
    )


def is_heading(text: str) -> bool:
    """Whether a line could be a cross-head: short, capitalised, without a full stop."""
    if len(text) > _HEADING or not (text[-1].isalnum() or text[-1] in _HEADING_ENDS):
        return False
    if text.rstrip(_HEADING_ENDS)[-1:] in (*".,:;\u2026", "") or text.count('"') % 2:
        return False
    if text.count("\u201c") != text.count("\u201d"):
        return False
    words = text.split()
    if len(words) > _HEADING_WORDS or not any(word[0].isalpha() for word in words):
        return False
    first = text.lstrip("\"'\u201c\u2018\u00ab")[:1]
    if not (first.isupper() or first.isdigit()) or marks.sentences(text) > 1:
        return False
    return "@" not in text and "://" not in text and not _ends_in_clock(text)


def _ends_in_clock(text: str) -> bool:
    """Whether the line ends in the duration of a video: ``03:08``."""
    return text[-3:-2] == ":" and text[-2:].isdecimal()


def _is_dateline(line: str) -> bool:
    return _MAYBE_DATED.search(line) is not None and dateline.alone(line)


def _headline(units: list[Unit], shapes: list[Shape]) -> int:
    """The index of the headline; -1 if there is no headline.

    A line that ends in a full stop is a headline only if all its longer words are capitalised.
    """
    for index in range(min(_TOP, len(units) - 1)):
        text = units[index].head
        if shapes[index] == "tag":
            continue
        if shapes[index] == "short" or (shapes[index] == "text" and marks.has_title_case(text)):
            return index if _is_headline(units[index]) else -1
        return -1
    return -1


def _is_headline(unit: Unit) -> bool:
    """Whether a line could be a headline: not too long, and not opening with a dateline."""
    text = unit.head
    if unit.size > _HEADLINE or text[-1] in ":,;" or marks.sentences(text) > 2:
        return False
    if not any(letter.isalpha() for letter in text):
        return False
    return not dateline.dateline_length(text)


def _under_headline(units: list[Unit], shapes: list[Shape], index: int) -> SlotKind:
    """The kind of a short line right under the headline.

    A deck needs at least four words, no mark at its end that leaves it open, and
    running text soon after it. A line of names only is a byline.
    """
    text = units[index].head
    after = shapes[index + 1 : index + 1 + _NEAR]
    if "text" not in after:
        return "paragraph"
    below = units[index + 1].head
    signed = (
        after[0] == "dateline" or marks.is_agency_tag(below) or dateline.dateline_length(below) > 0
    )
    if _are_people(text, signed):
        return "byline"
    if len(text.split()) < _DECK_WORDS or text[-1] in ":,;\u2014\u2013-\u2026!":
        return "paragraph"
    if _ends_in_clock(text) or marks.sentences(text) > 2 or dateline.dateline_length(text):
        return "paragraph"
    return "deck"


def _are_people(text: str, signed: bool) -> bool:
    """Whether a line consists only of names of two to four words each.

    Without an *and* it must also be ``signed`` (an agency's name or a dateline
    follows), because a short headline may look the same.
    """
    people = text.replace(" and ", ", ").replace(",,", ",").split(",")
    names = [person.split() for person in people]
    if text.isupper() or not (signed or " and " in text):
        return False
    return all(
        1 < len(name) < 5 and signs.is_names(name) and all(word[0].isalpha() for word in name)
        for name in names
    )


def _is_between(shapes: list[Shape], heads: list[bool], index: int) -> bool:
    """Whether a short line is isolated and text follows it."""
    if heads[index - 1] or heads[index + 1 : index + 2] != [False]:
        return False
    return any(kind in ("text", "list-item", "caption") for kind in shapes[index + 1 : index + 4])
