"""The total of a table or list that is not the sum of what it lists."""

from __future__ import annotations

from itertools import groupby

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Related,
    Rule,
    Severity,
    Slot,
    Span,
    ValueTuple,
    pattern,
)
from lint_rules._shared.numbers import read

_FIGURE = pattern(r"\s*(?P<sign>[$£€]?)\s?(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*")
_ITEM = pattern(
    r"(?P<label>[^\d$£€]{2,60}?)[:–—-]?\s+(?P<sign>[$£€]?)(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
    r"(?:\s(?:thousand|million|billion))?)\.?"
)
_TOTAL = pattern(r"(?i)\s*(?:grand\s|overall\s)?totals?\b[:\s]*")
_SUB = pattern(r"(?i)\bsub-?total|\baverage|\bnet\b|\bbalance\b|\bother\sthan")
_FEWEST = 2


class _Cell(ValueTuple):
    """A figure of a table or list: its column, value, precision and place."""

    column: int
    value: float
    unit: float
    span: Span


class _Row(ValueTuple):
    """A line of a table or list: its label and its figures."""

    label: str
    cells: tuple[_Cell, ...]


class TableTotal(Rule):
    """The total at the end of a table or list is the sum of the lines above it.

    The rule adds up each column of figures above a row that begins with “Total”, and each
    list of one figure a line that ends so. Tables with subtotals, averages or gaps are
    left alone.
    """

    id = "facts/table-total"
    severity = Severity.STOP
    triggers = ("total", "totals")
    examples = (
        Good(
            "- Roads: $4 million\n- Schools: $5 million\n- Total: $9 million\n", format="markdown"
        ),
        Bad(
            "- Roads: $4 million\n- Schools: $5 million\n- Total: [[$7 million]]\n",
            format="markdown",
        ),
        Bad(
            "| Town | Votes |\n|---|---|\n| Hull | 120 |\n| Ely | 80 |\n| Total | [[210]] |\n",
            format="markdown",
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Add up the lines above every line of totals."""
        for kind, group in groupby(doc.parsed.slots, key=_kind):
            if kind == "table-cell":
                yield from self._judge(_rows(doc, list(group))[1:])
            elif kind == "list-item":
                yield from self._judge([_item(doc, slot) for slot in group])

    def _judge(self, rows: list[_Row]) -> Iterator[Finding]:
        above: list[_Row] = []
        for row in rows:
            if _SUB.search(row.label):
                return
            if not _TOTAL.match(row.label):
                above.append(row)
                continue
            for cell in row.cells:
                finding = self._column(cell, above)
                if finding is not None:
                    yield finding
            return

    def _column(self, total: _Cell, above: list[_Row]) -> Finding | None:
        parts = [cell for row in above for cell in row.cells if cell.column == total.column]
        if len(parts) < _FEWEST or len(parts) != len(above):
            return None
        added = sum(part.value for part in parts)
        units = [total.unit, *(part.unit for part in parts)]
        slack = sum(units) / 2 if any(one != 1 for one in units) else 0
        if abs(added - total.value) <= max(slack, 0.001):
            return None
        return self.find(
            total.span,
            f"The lines above add up to {added:,.10g}, not {total.value:,.10g}.",
            related=tuple(Related(part.span) for part in parts[:5]),
        )


def _kind(slot: Slot) -> str:
    return slot.kind


def _cell(column: int, match: Match[str], at: int) -> _Cell | None:
    """The figure that a match has, in a slot that begins at an offset."""
    found = read(match["number"])
    if found is None:
        return None
    span = Span(at + match.start("sign"), at + match.end("number"))
    return _Cell(column, found.value, found.unit, span)


def _item(doc: Document, slot: Slot) -> _Row:
    text = doc[slot.span]
    match = _ITEM.fullmatch(text)
    if match is None:
        return _Row(text, ())
    cell = _cell(0, match, slot.span.start)
    return _Row(match["label"], (cell,) if cell else ())


def _rows(doc: Document, cells: list[Slot]) -> list[_Row]:
    """The rows of one table; a cell that is no plain figure only counts as a label."""
    rows: list[list[Slot]] = []
    end = 0
    for slot in cells:
        source = doc.to_source(slot.span)
        gap = doc.source[end : source.start] if rows else "\n"
        if "<tr" in gap or ("\n" in gap and "<t" not in gap):
            rows.append([])
        rows[-1].append(slot)
        end = source.end
    return [_row(doc, row) for row in rows]


def _row(doc: Document, slots: list[Slot]) -> _Row:
    found = []
    for column, slot in enumerate(slots):
        match = _FIGURE.fullmatch(doc[slot.span]) if column else None
        if match is not None:
            cell = _cell(column, match, slot.span.start)
            if cell:
                found.append(cell)
    return _Row(doc[slots[0].span], tuple(found))
