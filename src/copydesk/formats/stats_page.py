"""The tallies as text, as JSON and as an HTML page with charts."""

from __future__ import annotations

from copydesk.formats.html.page import escaped, page
from copydesk.formats.html.plot import bars
from copydesk.formats.json_format import encoded
from copydesk.formats.summary import counted, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.measure.tallies import Tallies, Tally

_TITLES = {"rule": "By rule", "desk": "By desk", "author": "By author", "week": "By week"}
_COLUMNS = ("stories", "with findings", "findings", "stop", "fix", "style", "ask")
_MOST = 20  # rows of a table for the terminal
_WIDEST = 32  # columns for a name in such a table


def as_text(found: Tallies, kinds: tuple[str, ...]) -> str:
    """Tables for a terminal."""
    head = f"{counted(found.files, 'story', 'stories')}, "
    blocks = [head + counted(found.findings, "finding")]
    blocks += ["\n".join(_table(kind, found.by[kind])) for kind in kinds if found.by.get(kind)]
    return "\n\n".join(blocks) + "\n"


def _table(kind: str, rows: tuple[Tally, ...]) -> Iterator[str]:
    shown = rows[-_MOST:] if kind == "week" else rows[:_MOST]
    names = [_cut(one_line(row.name)) for row in shown]
    width = max(len(_TITLES[kind]), *map(len, names))
    yield f"{_TITLES[kind]:<{width}}  " + "  ".join(_COLUMNS)
    for name, row in zip(names, shown, strict=True):
        cells = (
            f"{value:>{len(head)},}" for value, head in zip(_cells(row), _COLUMNS, strict=True)
        )
        yield f"{name:<{width}}  " + "  ".join(cells)
    if len(rows) > len(shown):
        yield f"and {len(rows) - len(shown)} {'earlier' if kind == 'week' else 'more'}"


def _cells(row: Tally) -> tuple[int, ...]:
    return (row.files, row.touched, row.findings, *row.counts.values())


def _cut(name: str) -> str:
    return name if len(name) <= _WIDEST else f"{name[: _WIDEST - 1]}…"


def as_json(found: Tallies, kinds: tuple[str, ...]) -> str:
    """Everything that was counted, for programs."""
    by = {kind: [_value(row) for row in found.by.get(kind, ())] for kind in kinds}
    value = {"version": 1, "files": found.files, "findings": found.findings, "by": by}
    return encoded(value, indent=2) + "\n"


def _value(row: Tally) -> dict[str, object]:
    head = {"name": row.name, "files": row.files, "files_with_findings": row.touched}
    return {**head, "findings": row.findings, **row.counts}


def as_html(found: Tallies, kinds: tuple[str, ...]) -> str:
    """An HTML page with a chart and a table for each kind."""
    stories = counted(found.files, "story", "stories")
    said = f"{stories}, {counted(found.findings, 'finding')}."
    sections = "".join(_section(kind, found.by.get(kind, ())) for kind in kinds)
    body = (
        f"<header><h1>Findings by desk and rule</h1><p>{said}</p></header><main>{sections}</main>"
    )
    return page("copydesk: findings", body)


def _section(kind: str, rows: tuple[Tally, ...]) -> str:
    if not rows:
        return ""
    most = 26 if kind == "week" else 12
    plotted = rows[-most:] if kind == "week" else rows
    plot = bars("Findings", [(row.name, row.findings, "all") for row in plotted], most)
    return (
        f'<section class="panel" aria-labelledby="{kind}-h"><h2 id="{kind}-h">{_TITLES[kind]}</h2>'
        f'<div class="beside">{plot}<div class="scroll" role="region" tabindex="0"'
        f' aria-label="Table {_TITLES[kind].lower()}">'
        f'<table><thead><tr><th scope="col">{kind}</th>'
        + "".join(f'<th scope="col" class="number">{name}</th>' for name in _COLUMNS)
        + f"</tr></thead><tbody>{''.join(map(_row, rows))}</tbody></table></div></div></section>"
    )


def _row(row: Tally) -> str:
    cells = "".join(f'<td class="number">{value:,}</td>' for value in _cells(row))
    return f'<tr><th scope="row">{escaped(one_line(row.name))}</th>{cells}</tr>'
