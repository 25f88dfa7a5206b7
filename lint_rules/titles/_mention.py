"""What a title with the name of the person who has it is made of."""

from __future__ import annotations

from copydesk import Span, ValueTuple
from copydesk.facts import Person


class Mention(ValueTuple):
    """A title with the name of the person who has it.

    Attributes:
        span: from the first word of cue, place or title to the end of the name;
            if the title comes after the name, the words of the title alone.
        cue: “former”, “late”, “then” …, in lower case, and its span.
        words: place and title in order.
        title: the title alone.
        place: the folded words of the place; empty if none is named.
        of: whether the place comes after the title.
        name: the name.
        people: the people it may be.
        part: whether the name is only a part of theirs.
        comma: whether a comma separates title and name.
        after: whether the title comes after the name.
        ahead: the words before, the nearest last.
        end: where title, name, and a place behind the name end: “President X of Peru”.
    """

    span: Span
    cue: str
    cue_span: Span
    words: Span
    title: Span
    place: str
    of: bool
    name: Span
    people: tuple[Person, ...]
    part: bool
    comma: bool
    after: bool
    ahead: tuple[str, ...]
    end: int
