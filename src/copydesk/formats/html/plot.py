"""Bar charts in SVG, drawn in the page itself."""

from __future__ import annotations

from copydesk.formats.html.page import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    Row: TypeAlias = tuple[str, int, str]  # label, number, class of the colour

_WIDTH, _STEP, _BAR = 340, 32, 7  # view-box units: pixels on a narrow page


def bars(title: str, rows: Sequence[Row], most: int = 8) -> str:
    """A figure with a bar for each row, the label above it and the number at the end.

    Rows beyond ``most`` are summed up in words. Empty if there are no rows.
    """
    if not rows:
        return ""
    shown = rows[:most]
    top = max(number for _, number, _ in shown) or 1
    drawn = "".join(_bar(at, row, top) for at, row in enumerate(shown))
    told = ", ".join(f"{label} {number:,}" for label, number, _ in shown)
    left = sum(number for _, number, _ in rows[most:])
    more = f'<p class="soft">and {len(rows) - most} more, {left:,} in all</p>' if left else ""
    return (
        f"<figure><figcaption>{escaped(title)}</figcaption>"
        f'<svg viewBox="0 0 {_WIDTH} {_STEP * len(shown)}" role="img" '
        f'aria-label="{escaped(f"{title}: {told}")}">{drawn}</svg>{more}</figure>'
    )


def _bar(at: int, row: Row, top: int) -> str:
    label, number, kind = row
    y, width = at * _STEP, max(2, round(number / top * _WIDTH)) if number else 0
    return (
        f'<text x="0" y="{y + 14}">{escaped(_cut(label))}</text>'
        f'<text x="{_WIDTH}" y="{y + 14}" text-anchor="end">{number:,}</text>'
        f'<rect class="track" x="0" y="{y + 19}" width="{_WIDTH}" height="{_BAR}" rx="3"/>'
        f'<rect class="{kind}" x="0" y="{y + 19}" width="{width}" height="{_BAR}" rx="3"/>'
    )


def _cut(label: str) -> str:
    return label if len(label) <= 38 else f"{label[:37]}…"
