"""How text is read at a given place in an HTML page."""

from __future__ import annotations

from copydesk.parsers.html.names import KINDS, SKIPPED, Marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.slot_kinds import SlotKind

_QUOTING: frozenset[SlotKind | None] = frozenset({"block-quote", "embed"})
_STORY = frozenset({"article", "main"})


class Context:
    """How text is read; not changed once in use, only replaced.

    Attributes:
        kind: the slot that text opens; None if the caller has opened one.
        counts: text is prose of the story.
        skipped: neither text nor anything within nested elements counts.
        story: within the story, so that a header or footer is the story's.
        banner: within the header of the page.
        figure: within a figure.
        fixed: nested elements do not change ``kind``.
        leaf: in an element that contains running text rather than blocks.
        code: text is inline code.
        language: the tag of the language that the markup gives; empty if it gives none.
        within: a cache of the contexts in nested elements without marks, by name.
    """

    __slots__ = (
        "banner",
        "code",
        "counts",
        "figure",
        "fixed",
        "kind",
        "language",
        "leaf",
        "skipped",
        "story",
        "within",
    )

    def __init__(self, kind: SlotKind | None, counts: bool = True, story: bool = True) -> None:
        self.kind = kind
        self.counts = counts
        self.story = story
        self.skipped = self.banner = self.figure = False
        self.fixed = self.leaf = self.code = False
        self.language = ""
        self.within: dict[str, Context] = {}

    def copy(self) -> Context:
        """A copy, which may be changed until it is used."""
        new = Context(self.kind, self.counts, self.story)
        new.skipped, new.banner, new.figure = self.skipped, self.banner, self.figure
        new.fixed, new.leaf, new.code = self.fixed, self.leaf, self.code
        new.language = self.language
        return new

    @property
    def traits(self) -> tuple[object, ...]:
        """Everything by which contexts differ."""
        place = self.kind, self.counts, self.skipped, self.story, self.banner
        return (*place, self.figure, self.fixed, self.leaf, self.code, self.language)

    @property
    def reads(self) -> bool:
        """Whether text here is read."""
        return self.counts and not self.skipped

    @property
    def quotes(self) -> bool:
        """Whether text here is quoted from somebody else."""
        return self.kind in _QUOTING


def begins_story(name: str, marks: Marks) -> bool:
    """Whether an element is marked as containing the story."""
    return marks.story or name in _STORY


def skipping(outside: Context) -> Context:
    """The context in an element that is skipped."""
    new = outside.copy()
    new.skipped = True
    return new


def speaking(outside: Context, language: str) -> Context:
    """The context in an element that is in a language of its own."""
    if outside.language == language:
        return outside
    new = outside.copy()
    new.language = language
    return new


def coding(outside: Context) -> Context:
    """The context in inline code."""
    new = outside.copy()
    new.code = True
    return new


def taking_part(outside: Context, part: SlotKind) -> Context:
    """The context in an inline element that is a part of the story."""
    new = outside.copy()
    new.kind = part
    new.fixed = part != "caption"
    new.leaf = True
    return new


def telling_story(outside: Context) -> Context:
    """The context in the element that contains the story."""
    new = outside.copy()
    new.counts = new.story = True
    return new


def heading_page(outside: Context, kind: SlotKind) -> Context:
    """The context in an h1 that counts wherever it is."""
    new = outside.copy()
    new.kind = kind
    new.counts = new.leaf = True
    return new


def in_block(outside: Context, name: str, marks: Marks) -> Context:
    """The context in a block; ``outside`` must not be skipped.

    If the block changes nothing, the result is ``outside`` itself, so that deep
    nesting costs no more than flat markup.
    """
    if _is_passed_over(outside, name, marks):
        return skipping(outside)
    new = telling_story(outside) if begins_story(name, marks) else outside.copy()
    if name == "head":
        new.counts = False
    elif name == "header" and not new.story:
        new.counts, new.banner = False, True
    new.figure = outside.figure or name == "figure"
    new.leaf = name == "p" or (name in KINDS and name != "blockquote")
    _settle_kind(new, name, marks)
    return outside if new.traits == outside.traits else new


def _is_passed_over(outside: Context, name: str, marks: Marks) -> bool:
    if marks.hidden or (marks.formula and name == "div"):
        return True
    if name == "footer":  # in a quotation, the footer is the attribution
        return not outside.story and not outside.quotes
    if name == "aside":
        return marks.part != "note"
    return name in SKIPPED


def _settle_kind(new: Context, name: str, marks: Marks) -> None:
    new.kind = new.kind or "paragraph"
    if new.quotes:
        return
    if marks.embed and name == "blockquote":
        new.kind, new.fixed = "embed", True
    elif marks.part == "paragraph":  # text about the author, not a byline
        new.kind, new.fixed = "paragraph", False
    elif marks.part and not begins_story(name, marks) and is_part_of(new, marks):
        new.kind, new.fixed = marks.part, marks.part != "caption"  # a caption may contain a credit
    elif name in KINDS and not new.fixed:
        new.kind, new.fixed = KINDS[name], name == "blockquote"


def is_part_of(place: Context, marks: Marks) -> bool:
    """Whether the part in the marks is possible there: some credits must be with a picture."""
    return not marks.in_figure or place.figure or place.kind == "caption"


def takes_part(place: Context, marks: Marks) -> bool:
    """Whether a part may begin there at an inline element, if it has those marks."""
    if marks.part is None or marks.part == "paragraph" or place.kind is None or place.fixed:
        return False
    return is_part_of(place, marks)
