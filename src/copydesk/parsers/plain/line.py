"""A line of plain text."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple


class Line(ValueTuple):
    """A line that is not blank.

    ``start`` and ``end`` are the range of its text in the source, ``indent`` is the
    number of spaces before it, ``blank`` is whether a blank line comes before it.
    """

    start: int
    end: int
    indent: int
    blank: bool

    @property
    def length(self) -> int:
        """The width of the line, including the indent, in code points."""
        return self.indent + self.end - self.start
