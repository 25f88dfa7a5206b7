"""Hide the parts of a draft that are in other languages from rules that cannot read them.

The parts stay where they are, at the same length, but without letters: something stands
there, and no rule can find anything in it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.document.slots import Parsed
    from copydesk.model.findings import Span

HIDDEN = "\u2b1a"
"""Stands for each character that is hidden: a sign, neither letter, mark nor space."""

_ENDS = ".!?…"  # marks that are kept at the end, so that a sentence there is seen to end
_OPENING, _CLOSING = "“‘\"'", "”’\"'"


def hide(parsed: Parsed, spans: Iterable[Span]) -> Parsed:
    """The draft with the text of some spans hidden.

    Args:
        parsed: the draft.
        spans: what to hide, in order and disjoint.
    """
    text = parsed.map.text
    parts: list[str] = []
    at = 0
    for span in spans:
        parts += text[at : span.start], _hidden(text[span.start : span.end])
        at = span.end
    parts.append(text[at:])
    return parsed._replace(map=parsed.map.reading("".join(parts)))


def _hidden(text: str) -> str:
    """Signs for a text; blanks, the marks of one quotation and the stop at its ends are kept."""
    core = text.strip()
    if not core:
        return text
    before, _, after = text.partition(core)
    opening, closing = _quotation(core)
    inner = core[len(opening) : len(core) - len(closing)]
    end = inner[-1:] if inner.endswith(tuple(_ENDS)) else ""
    signs = HIDDEN * (len(inner) - len(end))
    return f"{before}{opening}{signs}{end}{closing}{after}"


def _quotation(text: str) -> tuple[str, str]:
    """The marks around a text that is one quotation, or opens one that goes on below it."""
    first, last = text[:1], text[-1:]
    if first not in _OPENING or not first or len(text) < 2:
        return "", ""
    mark = _CLOSING[_OPENING.index(first)]
    inside = text[1:-1]
    if mark in inside or first in inside:
        return "", ""
    return first, last if last == mark else ""
