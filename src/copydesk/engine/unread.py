"""What of a draft was not read as copy: whether it has words at all, and whether most were read."""

from __future__ import annotations

import re

from copydesk.engine.place import Lines
from copydesk.files.no_draft import is_mould
from copydesk.model.gaps import EMPTY, STET_OFF, UNREAD, Gap
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.document import Document
    from copydesk.report import Checked

_RUN = 7  # words in a row that make a stretch look like copy
# What is never copy: tags with their attributes, comments, code of a page that is closed.
_MARKUP = compiled(
    r"<!--[\s\S]*?-->|<(script|style)\b[^<>]*>[\s\S]*?</\1\s*>|</?[a-zA-Z][^<>]*>", re.IGNORECASE
)
_PROSE = compiled(
    r"(?:[^\W\d_]+(?:[’'-][^\W\d_]+)*[,;:]?\s){%d,}[^\W\d_]+" % (_RUN - 1)  # noqa: UP031
)
_FENCE = compiled(r"^ {0,3}(?:>[ >]*)?(`{3,}|~{3,})(.*)$", re.MULTILINE)


def gaps_in(doc: Document, words: int, checked: Checked) -> tuple[Gap, ...]:
    """What of a draft was not checked although nobody asked to leave it out.

    Args:
        doc: the parsed document.
        words: the number of its words that were read.
        checked: the result of checking it.
    """
    found = [] if checked.problems else list(_unread_gap(doc, words))
    for span in checked.endless:
        line = Lines(doc.source).position(span.start).line
        told = "this stet-off is never ended: put stet-on where the check goes on"
        found.append(Gap(doc.path, STET_OFF, told, line))
    return tuple(found)


def _unread_gap(doc: Document, words: int) -> Iterator[Gap]:
    """Yield what to say if a draft has no copy, or if most of it was not read as copy."""
    if doc.parsed.is_layout or is_mould(doc.path):
        return
    if not _has_copy(doc):
        words = 0
    elif 2 * len(doc.text) >= len(doc.source):
        return
    if (gap := _gap(doc, words)) is not None:
        yield gap


def _has_copy(doc: Document) -> bool:
    """Whether there is a letter or a figure in the story, not only in its metadata."""
    name = doc.path.rpartition("/")[2]
    return any(
        char.isalnum()
        for slot in doc.parsed.slots
        if not slot.name
        or slot.name in ("alt", "body")
        or doc.role_of(slot) == "text"
        or name.startswith("_index.")
        for char in doc.text[slot.span.start : slot.span.end]
    )


def _gap(doc: Document, words: int) -> Gap | None:
    """What to say of a draft that may have words that were not read; None if it has hardly any."""
    missed, first = 0, -1
    for start, run in _unread(doc):
        missed += len(run.split())
        first = start if first < 0 else first
    if missed <= words and words:
        return None
    if not missed:
        what = "the draft is empty" if not doc.source.strip("\ufeff \t\r\n") else "it has no copy"
        return Gap(doc.path, EMPTY, f"nothing to check: {what}")
    line = doc.source.count("\n", 0, first) + 1
    told = f"{missed:,} of its {missed + words:,} words were not read as copy"
    if (fence := _open_fence(doc.source)) and fence <= line:
        return Gap(doc.path, UNREAD, f"{told}: the code block that begins here never ends", fence)
    why = "they are code, hidden or outside the story, or settings; they begin here"
    return Gap(doc.path, UNREAD, f"{told}: {why}", line)


def _unread(doc: Document) -> Iterator[tuple[int, str]]:
    """Yield each stretch of the source that looks like copy and was not read, with its place."""
    source = _MARKUP.sub(_blank, doc.source)
    at = 0
    for start, end in (*doc.parsed.map.covered(), (len(source), len(source))):
        if start - at > 2 * _RUN:
            for run in _PROSE.finditer(source, at, start):
                if 2 * run[0].count(",") < len(run[0].split()):  # no list of keywords
                    yield run.start(), run[0]
        at = max(at, end)


def _blank(match: re.Match[str]) -> str:
    """A sign that is no word and no space, as long as what it replaces; line ends stay."""
    return re.sub(r"[^\r\n]", "|", match[0])


def _open_fence(source: str) -> int:
    """The line of a fence that is never closed, from 1; 0 if there is none."""
    opened: re.Match[str] | None = None
    for fence in _FENCE.finditer(source):
        if opened is None:
            opened = fence
        elif fence[1].startswith(opened[1]) and not fence[2].strip():
            opened = None
    return source.count("\n", 0, opened.start()) + 1 if opened is not None else 0
