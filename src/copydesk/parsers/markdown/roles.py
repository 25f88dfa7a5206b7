"""Determine which part of the story a Markdown paragraph is, by its opening and neighbours."""

from __future__ import annotations

import re

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.slot_kinds import SlotKind

FOOTNOTE = "footnote"
CALLOUT = "callout"
"""The place of a block quote that begins with ``[!NOTE]``: a box, and nobody's words."""

_CALLOUT = compiled(r"[ \t]{0,9}(?:>[ \t]{0,4}){1,9}\[!\w+\]")
PLACES = {
    "BlockQuote": "block-quote", "Item": "list-item", "FootnoteDefinition": FOOTNOTE,
    "DefinitionListTitle": "list-item", "DefinitionListDefinition": "list-item",
}  # fmt: skip
INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link"})
"""The places, inline elements and footnotes among the tags of pyromark."""

_HEAD = 400  # code points that are examined
_SHORT_CREDIT = 60  # code points; longer text after "Photo:" describes the photo
_BYLINE = 120  # code points
_TOP = 2  # paragraphs among which a byline may be

_NOTE = compiled(
    r"(?:corrections?|clarifications?|editors?['\u2019]?s?['\u2019]? note|note to (?:our )?readers)"
    r"(?: \([^()]{1,40}\))?\s*[:\u2013\u2014]",
    re.IGNORECASE,
)
_CAPTION = compiled(r"(?:photo |image )?caption\s*:", re.IGNORECASE)
_CREDIT = compiled(
    r"(?:(?:photo|image|picture) )?(?:credits?|courtesy)\s*:|(?:photo|image|picture|source)s? by\b",
    re.IGNORECASE,
)
_PHOTO = compiled(r"(?:photos?|images?|pictures?|photograph)\s*:", re.IGNORECASE)
_BY = compiled(r"by\s+(?=\S)", re.IGNORECASE)
_SMALL_WORDS = frozenset(
    [
        "and", "in", "for", "of", "at", "the", "with", "de", "del", "della", "da", "di",
        "dos", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "ten", "ter",
        "y", "e", "staff", "senior", "reporter", "writer", "editor", "correspondent",
    ]
)  # fmt: skip
_NO_NAMES = frozenset(
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december", "the", "this", "that", "then", "now",
    ]
)  # fmt: skip


class Facts:
    """What is known about a paragraph while it is being read.

    Attributes:
        picture: whether it contains a picture.
        plain: whether it contains words that are not emphasised.
        stressed: whether it contains words that are emphasised.
    """

    __slots__ = ("_head", "_size", "picture", "plain", "stressed")

    def __init__(self) -> None:
        self.picture = False
        self.plain = False
        self.stressed = False
        self._head: list[str] = []
        self._size = 0

    @property
    def head(self) -> str:
        """Its opening words, without spaces around them."""
        return "".join(self._head).strip()

    @property
    def has_words(self) -> bool:
        """Whether it contains any words."""
        return self.plain or self.stressed

    def say(self, text: str, stressed: bool) -> None:
        """Add text to the paragraph."""
        if self._size < _HEAD:
            self._head.append(text[:_HEAD])
            self._size += len(text)
        if not (self.plain and self.stressed) and not text.isspace():
            if stressed:
                self.stressed = True
            else:
                self.plain = True


def place_of(name: str, source: str, start: int) -> str:
    """The place that an element of that name makes, which begins at an offset of the source."""
    is_callout = name == "BlockQuote" and _CALLOUT.match(source, start)
    return CALLOUT if is_callout else PLACES[name]


def role(facts: Facts, after_picture: bool, before: int) -> SlotKind | None:
    """The part of the story that a paragraph is; ``None`` if it is plain text.

    Args:
        facts: what is known about the paragraph.
        after_picture: whether it follows a picture.
        before: the number of body paragraphs before it.
    """
    head = facts.head
    if _NOTE.match(head):
        return "note"
    if after_picture or facts.picture:
        if _CREDIT.match(head):
            return "credit"
        if _CAPTION.match(head):
            return "caption"
        if _PHOTO.match(head):
            return "credit" if len(head) <= _SHORT_CREDIT else "caption"
        if facts.stressed and not facts.plain and not head.endswith("?"):
            return "caption"
    if before < _TOP and _is_byline(head):
        return "byline"
    return None


def _is_byline(text: str) -> bool:
    """Whether a paragraph reads "By First Last", possibly with more names or a role."""
    by = _BY.match(text)
    if by is None or len(text) > _BYLINE or text[-1] in ".!?:…":
        return False
    words = [word.strip(",|/&()") for word in text[by.end() :].split()]
    words = [word for word in words if word]
    names = [word for word in words if word.lower() not in _SMALL_WORDS]
    if len(names) < 2 or any(word.lower() in _NO_NAMES for word in words):
        return False
    return words[0] in names and not any(word[0].islower() or word[0].isdigit() for word in names)
