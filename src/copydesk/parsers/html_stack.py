"""The open elements of an HTML page and what text within them counts as.

Markup may be as broken as it likes: an end tag closes what it names and all
within, or nothing; ``li``, ``p`` and the like close the one before them. Every
step costs the same however deep the page is nested.
"""

from __future__ import annotations

from copydesk.document.slots import SlotKind

_GROUPS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    **dict.fromkeys(("dd", "dt"), "dd"),
    **dict.fromkeys(("td", "th"), "cell"),
    "li": "li",
    "p": "p",
    "tr": "row",
    "head": "head",
}
"""Elements of one group close each other; one of each group is current."""

_CLOSES = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), ("p", "heading", "head")),
    **dict.fromkeys(("dd", "dt"), ("dd", "p")),
    **dict.fromkeys(("td", "th"), ("cell",)),
    **dict.fromkeys(("tr", "tbody", "thead", "tfoot"), ("row", "p")),
    "li": ("li", "p"),
    "body": ("head",),
}
_USUAL = ("p", "head")

_EVERY_GROUP = ("heading", "dd", "cell", "li", "p", "row")
_SHUTS_OFF: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("ul", "ol", "menu", "dir"), ("li",)),
    "dl": ("dd",),
    "table": _EVERY_GROUP,
}
"""Elements within which those outside are not closed by a sibling's start."""


class Context:
    """What text counts as at some place in the page; never changed, only replaced.

    Attributes:
        kind: the slot that text opens; None where the caller's own is open.
        counts: it is prose of the story.
        skipped: neither it nor anything within counts.
        article: within the story, so that a header or footer is the story's.
        banner: within the header of the page.
        figure: within a figure or its caption.
        fixed: elements within do not change ``kind``.
        leaf: in an element that holds running text, not other blocks.
        code: it is inline code.
        within: contexts found already for plain elements, by name.
    """

    __slots__ = (
        "article",
        "banner",
        "code",
        "counts",
        "figure",
        "fixed",
        "kind",
        "leaf",
        "skipped",
        "within",
    )

    def __init__(
        self,
        kind: SlotKind | None = "paragraph",
        *,
        counts: bool = True,
        skipped: bool = False,
        article: bool = True,
        banner: bool = False,
        figure: bool = False,
        fixed: bool = False,
        leaf: bool = False,
        code: bool = False,
    ) -> None:
        self.kind = kind
        self.counts = counts
        self.skipped = skipped
        self.article = article
        self.banner = banner
        self.figure = figure
        self.fixed = fixed
        self.leaf = leaf
        self.code = code
        self.within: dict[str, Context] = {}

    def copy(self) -> Context:
        """The same again, to change before anyone else sees it."""
        return Context(
            self.kind,
            counts=self.counts,
            skipped=self.skipped,
            article=self.article,
            banner=self.banner,
            figure=self.figure,
            fixed=self.fixed,
            leaf=self.leaf,
            code=self.code,
        )


_Saved = tuple[tuple[str, int], ...]


class Elements:
    """The stack of open elements.

    Attributes:
        context: what text counts as at the present place.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self._stack: list[tuple[str, Context, _Saved, bool]] = []
        self._count: dict[str, int] = {}
        self._last: dict[str, int] = dict.fromkeys((*_EVERY_GROUP, "head"), -1)

    def has(self, name: str) -> bool:
        """Whether an element of that name is open."""
        return self._count.get(name, 0) > 0

    def depth(self, name: str) -> int:
        """How many elements of that name are open."""
        return self._count.get(name, 0)

    def push(self, name: str, context: Context, breaks: bool, alone: bool = False) -> None:
        """Open an element.

        Args:
            name: of the element.
            context: what text within it counts as.
            breaks: its end ends a slot.
            alone: nothing within it closes anything outside by its start.
        """
        saved: _Saved = ()
        group = _GROUPS.get(name)
        shut = _EVERY_GROUP if alone else _SHUTS_OFF.get(name)
        if group is not None or shut is not None:
            saved = self._save(group, shut or ())
        self._stack.append((name, self.context, saved, breaks))
        self._count[name] = self._count.get(name, 0) + 1
        self.context = context

    def _save(self, group: str | None, shut: tuple[str, ...]) -> _Saved:
        last = self._last
        saved = tuple([(each, last[each]) for each in shut])
        for each in shut:
            last[each] = -1
        if group is not None:
            saved = ((group, last[group]), *saved) if group not in shut else saved
            last[group] = len(self._stack)
        return saved

    def make_way(self, name: str) -> bool:
        """Close what the start of a block of that name ends; True if a slot ends."""
        breaks = False
        for group in _CLOSES.get(name, _USUAL):
            if self._last[group] >= 0:
                breaks = self._cut(self._last[group]) or breaks
        return breaks

    def close(self, name: str) -> bool:
        """Close the innermost element of that name, which is open, and all within.

        Returns:
            Whether a slot ends there.
        """
        depth = len(self._stack) - 1
        while self._stack[depth][0] != name:
            depth -= 1
        return self._cut(depth)

    def close_heading(self) -> bool:
        """Close the open heading, whatever its level; True if a slot ends there."""
        depth = self._last["heading"]
        return depth >= 0 and self._cut(depth)

    def _cut(self, depth: int) -> bool:
        breaks = False
        while len(self._stack) > depth:
            name, self.context, saved, ends = self._stack.pop()
            self._count[name] -= 1
            for group, before in saved:
                self._last[group] = before
            breaks = breaks or ends
        return breaks
