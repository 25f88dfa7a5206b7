"""The open elements of an HTML page.

Any markup is accepted, however broken: an end tag closes the element that it names
and everything within it, or nothing; ``li``, ``p`` and the like close the one
before them. The cost of a step does not depend on the nesting depth.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.parsers.html.context import Context

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_GROUPS = {
    **dict.fromkeys(_HEADINGS, "heading"),
    **dict.fromkeys(("dd", "dt"), "dd"),
    **dict.fromkeys(("td", "th"), "cell"),
    "li": "li",
    "p": "p",
    "tr": "row",
    "head": "head",
}
"""Elements of one group close each other; the last open one of each group is recorded."""

_CLOSES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(_HEADINGS, ("p", "heading", "head")),
    **dict.fromkeys(("dd", "dt"), ("dd", "p")),
    **dict.fromkeys(("td", "th"), ("cell",)),
    **dict.fromkeys(("tr", "tbody", "thead", "tfoot"), ("row", "p")),
    "li": ("li", "p"),
}
_USUAL = ("p", "head")  # closed by the start of any other block

_EVERY_GROUP = ("heading", "dd", "cell", "li", "p", "row")
_SHUTS_OUT: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("ul", "ol", "menu", "dir"), ("li",)),
    "dl": ("dd",),
    "table": _EVERY_GROUP,
}
"""The groups outside such an element that a start tag within it leaves open."""

_Saved = tuple[tuple[str, int], ...]


class Elements:
    """The stack of open elements.

    Attributes:
        context: how text at the current place is read.
    """

    def __init__(self, context: Context) -> None:
        self.context = context
        self._names: list[str] = []  # parallel lists: a million tuples would be slow
        self._outside: list[Context] = []
        self._saved: list[_Saved] = []
        self._breaks: list[bool] = []
        self._count: dict[str, int] = {}
        self._last: dict[str, int] = dict.fromkeys((*_EVERY_GROUP, "head"), -1)

    @property
    def is_empty(self) -> bool:
        """Whether no element is open."""
        return not self._names

    def count(self, name: str) -> int:
        """How many elements of that name are open."""
        return self._count.get(name, 0)

    def push(self, name: str, context: Context, breaks: bool, alone: bool = False) -> None:
        """Open an element.

        Args:
            name: its name.
            context: how text within it is read.
            breaks: whether its end ends a slot.
            alone: whether start tags within it close nothing outside it.
        """
        saved: _Saved = ()
        group = _GROUPS.get(name)
        shut = _EVERY_GROUP if alone else _SHUTS_OUT.get(name, ())
        if group or shut:
            saved = self._remember(group, shut)
        self._names.append(name)
        self._outside.append(self.context)
        self._saved.append(saved)
        self._breaks.append(breaks)
        self._count[name] = self._count.get(name, 0) + 1
        self.context = context

    def _remember(self, group: str | None, shut: tuple[str, ...]) -> _Saved:
        """Make the next element the last of its group; return what to restore when it is closed."""
        last = self._last
        changed = shut if group is None or group in shut else (group, *shut)
        saved = tuple([(each, last[each]) for each in changed])
        for each in shut:
            last[each] = -1
        if group is not None:
            last[group] = len(self._names)
        return saved

    def make_way(self, name: str) -> bool:
        """Close the elements that the start of such a block ends; True if a slot ends."""
        breaks = False
        for group in _CLOSES.get(name, _USUAL):
            depth = self._last[group]
            if depth >= 0:
                breaks = self._cut(depth) or breaks
        return breaks

    def close(self, name: str) -> bool:
        """Close the innermost open element of that name and everything within it.

        Returns:
            Whether a slot ends there.
        """
        depth = len(self._names) - 1
        while self._names[depth] != name:
            depth -= 1
        return self._cut(depth)

    def close_heading(self) -> bool:
        """Close the open heading, whatever its level; True if a slot ends there."""
        depth = self._last["heading"]
        return depth >= 0 and self._cut(depth)

    def _cut(self, depth: int) -> bool:
        breaks = False
        while len(self._names) > depth:
            self._count[self._names.pop()] -= 1
            self.context = self._outside.pop()
            for group, before in self._saved.pop():
                self._last[group] = before
            breaks = self._breaks.pop() or breaks
        return breaks
