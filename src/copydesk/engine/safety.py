"""Which edits are safe to apply unseen: none of quoted words, names, numbers or bylines."""

from __future__ import annotations

from copydesk.regexes.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document import Document
    from copydesk.model.findings import Edit, Span

# “Smith-Jones” and “O'Neil” are one word each, “1,000” and “2–1” one number.
_WORD = pattern(r"\d+(?:[.,:/\u2013-]\d+)+|\w+(?:[-']\w+)*")
_FAR = 60  # code points on either side of an edit that are searched for the words it touches


class ReadBack:
    """A budget for parsing a draft again to see how its fixes would read.

    Attributes:
        left: code points left; negative once the budget is spent.
    """

    __slots__ = ("left",)

    def __init__(self, left: int = 500_000) -> None:
        self.left = left

    @property
    def is_spent(self) -> bool:
        """Whether the budget is used up."""
        return self.left < 0


def is_safe(edit: Edit, doc: Document) -> bool:
    """Whether an edit is safe to apply unseen.

    It may change punctuation and spaces anywhere except within a word or number; an
    apostrophe only in the paper's own words, and not in a name.
    It may delete a whole slot that is not a byline or a quotation. Outside
    quotations and bylines, it may change words without capitals and figures (so
    no names and no numbers). It must not add figures.
    """
    old, new = _changed_words(edit, doc)
    if not old and not new:
        return not _is_in_others_word(edit, doc)
    slot = doc.slot_at(edit.span.start)
    if slot is None or slot.kind == "byline" or edit.span.end > slot.span.end:
        return False
    if doc.is_quoted(edit.span):
        return False
    if not edit.text and slot.span == edit.span:
        return True
    if any(char.isupper() or char.isnumeric() for word in old for char in word):
        return False
    return not any(char.isnumeric() for word in new for char in word)


def _is_in_others_word(edit: Edit, doc: Document) -> bool:
    """Whether an edit changes an apostrophe within a name, or within a word that is quoted."""
    start, end = edit.span
    inner = doc.text[start - 1 : start].isalpha() and doc.text[end : end + 1].isalpha()
    if not inner or doc.text[start:end] not in ("'", "\u2019"):
        return False
    return doc.is_quoted(edit.span) or doc.is_in_name(start)


def is_whole_slot(span: Span, doc: Document) -> bool:
    """Whether a span is all of a slot."""
    slot = doc.slot_at(span.start)
    return slot is not None and slot.span == span


def _changed_words(edit: Edit, doc: Document) -> tuple[list[str], list[str]]:
    """The words that an edit removes and those that it adds, each as whole words."""
    start, end = edit.span
    before, after = doc.text[max(0, start - _FAR) : start], doc.text[end : end + _FAR]
    before = before.split()[-1] if before and not before[-1].isspace() else ""
    after = after.split()[0] if after and not after[0].isspace() else ""
    old = _words(before + doc.text[start:end] + after)
    new = _words(before + edit.text + after)
    return _without_common_ends(old, new)


def _words(text: str) -> list[str]:
    """The words of a text, with straight apostrophes."""
    return [match[0] for match in _WORD.finditer(text.replace("\u2019", "'"))]


def _without_common_ends(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    first, most = 0, min(len(old), len(new))
    while first < most and old[first] == new[first]:
        first += 1
    last = 0
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    return old[first : len(old) - last], new[first : len(new) - last]
