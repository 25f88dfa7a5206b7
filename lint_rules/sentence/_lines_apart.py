"""Lines that stand apart from the story and need no full stop: summaries, captions, notices."""

from __future__ import annotations

from copydesk import Document, Slot, pattern

_FEWEST, _MOST = 9, 45  # words of a line that is more than a cross-head, and one sentence
_LINES = 2  # lines of a block of summaries
_LONG_WORD = 5  # letters of words that show what a line says
_ALIKE = 0.6  # of them that the headline or the next paragraph has, too, if the line repeats it
_TOP = 4  # slots at the top of a story, one of which is its headline
_TOLD = 5  # such words that a line needs for this
_SAME = 20  # code points of the headline with which a longer headline begins, too
_PULLED = 30  # words of a pull quote or a caption, at most
_NEXT = 600  # code points of the next paragraph that are compared

_DAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?\d{1,2}(?:st|nd|rd|th)?\b"
    r"|\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b"
)
_DAYS = pattern(rf"(?:{_DAY}).*(?:{_DAY})")
_OPEN_DATE = pattern(r"\b(?:TBC|TBA|tbc|tba)\Z")
_DOES = pattern(r"\b(?:is|are|was|were|has|have|had|will|would|could|can|said|says|told|n[’']t)\b")
_NUMBER = pattern(r"(?:\d[\d ()–-]{5,}\d|(?<!\d)\d{6,})\Z")  # of a telephone
_CAPTION = pattern(r"\((?:pictured|above|below|left|right|centre|center)\b")
_BYLINE = pattern(
    r"[^\s,;][*_ ]*\r?\n[ *_]*(?:[Bb]y )?[A-Z][\w.’'-]+"
    r"(?: (?:[A-Z][\w.’'-]*|and|&|de|van|von)){1,5}[ *_]*\Z"
)
_SIGNED = 120  # code points at the end of a paragraph in which a name below it begins
_WORD = pattern(r"[^\W\d_]+")


def is_apart(doc: Document, slots: list[Slot], place: int, tail: str, several: bool) -> bool:
    """Whether a paragraph without a stop is a notice, a caption, a summary or a repeated line.

    ``tail`` is its last sentence; ``several``: it has more than one.
    """
    if _is_byline_below(doc, slots[place], place + 1 == len(slots)):
        return True
    if _NUMBER.search(tail) or _OPEN_DATE.search(tail):
        return True
    if _DAYS.search(tail) and not _DOES.search(tail):
        return True
    if several:
        return False
    return (
        _CAPTION.search(tail) is not None
        or _is_one_of_several(doc, slots, place)
        or _repeats(doc, slots, place)
    )


def _is_one_of_several(doc: Document, slots: list[Slot], place: int) -> bool:
    """Whether it has lines, or lines beside it, without a stop: summaries, headings, a list."""
    start, end = doc.to_source(slots[place].span)
    lines = [line.strip() for line in doc.source[start:end].split("\n")]
    if len(lines) >= _LINES and all(line[:1].isupper() and _is_line(line) for line in lines):
        return True
    return any(
        (other.kind == "paragraph" or (other.kind == "deck" and not other.name))
        and _is_line(doc[other.span])
        for other in slots[max(0, place - 1) : place] + slots[place + 1 : place + 2]
    )


def _is_line(text: str) -> bool:
    """Whether a paragraph is one sentence without a stop."""
    end = text.rstrip("”\"’' ")
    if not end[-1:].isalnum() or ". " in end or not end[0].isupper():
        return False
    return _FEWEST <= end.count(" ") + 1 <= _MOST


def _repeats(doc: Document, slots: list[Slot], place: int) -> bool:
    """Whether the headline or the next paragraph says the same: a deck, a caption, a pull quote."""
    said = _told(doc[slots[place].span])
    if len(said) < _TOLD:
        return False
    line = doc[slots[place].span].lower()
    heads = [doc[slot.span] for slot in slots[: min(place, _TOP)] if slot.kind == "headline"]
    if any(len(head) >= _SAME and line.startswith(head[:_SAME].lower()) for head in heads):
        return True
    if line.count(" ") < _PULLED:
        heads += [doc[slot.span][:_NEXT] for slot in slots[place + 1 : place + 2]]
    return any(len(said & _told(text)) >= _ALIKE * len(said) for text in heads)


def _told(text: str) -> set[str]:
    found = (match[0] for match in _WORD.finditer(text))
    return {word.lower() for word in found if len(word) >= _LONG_WORD}


def _is_byline_below(doc: Document, slot: Slot, is_last: bool) -> bool:
    """Whether the last line of the piece, below its text, is the name of its writer."""
    if not is_last:
        return False
    start, end = doc.to_source(slot.span)
    return _BYLINE.search(doc.source, (max(start, end - _SIGNED), end)) is not None
