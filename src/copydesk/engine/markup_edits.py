"""Writes an edit into a source that is more than its prose: markup stays, marks are escaped."""

from __future__ import annotations

from difflib import SequenceMatcher
from html import escape
from typing import TYPE_CHECKING

from copydesk.model.findings import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from copydesk.document import Document
    from copydesk.engine.safety import ReadBack

_PLAIN = " ,;?!()—–“”‘’…"  # marks that mean nothing to any format
_LONGEST = 2_000  # code points beyond which an edit is not taken apart


def markup_edits(edit: Edit, doc: Document, budget: ReadBack) -> tuple[Edit, ...]:
    """The edits of the source that make one edit of the prose.

    Where markup or a reference stands within the span, only the letters that
    differ are changed, so that it stays. A text with marks that could mean something to
    the format is written in the first way that reads back as it should.
    """
    parts = list(_parts(edit, doc))
    if not doc.parsed.has_marks or _is_plain("".join(part.text for part in parts)):
        return tuple(Edit(doc.to_source(part.span), part.text) for part in parts)
    wanted = doc.text[: edit.span.start] + edit.text + doc.text[edit.span.end :]
    first: tuple[Edit, ...] = ()
    for way in _WAYS:
        edits = tuple(Edit(doc.to_source(part.span), way(part.text)) for part in parts)
        first = first or edits
        if _reads(doc, edits, budget) == wanted:
            return edits
    return first


def _parts(edit: Edit, doc: Document) -> Iterator[Edit]:
    """An edit taken apart where its source is more than its prose; else as it is."""
    start, end = edit.span
    source, old = doc.to_source(edit.span), doc.text[start:end]
    if doc.source[source.start : source.end] == old or len(edit.text) + len(old) > _LONGEST:
        yield edit
        return
    matcher = SequenceMatcher(None, old, edit.text, autojunk=False)
    for name, first, last, begin, stop in matcher.get_opcodes():
        if name == "equal":
            continue
        text = edit.text[begin:stop]
        if first == last:
            yield Edit(Span(start + first, start + first), text)
        for prose, _ in doc.parsed.map.runs(Span(start + first, start + last)):
            yield Edit(prose, text)
            text = ""


def _is_plain(text: str) -> bool:
    return all(char.isalnum() or char in _PLAIN for char in text)


def _reads(doc: Document, edits: tuple[Edit, ...], budget: ReadBack) -> str:
    """The prose of the draft after those edits."""
    from copydesk.document import Document

    source = doc.source
    budget.left -= len(source)
    for (start, end), text in sorted(edits, reverse=True):
        source = source[:start] + text + source[end:]
    return Document(source, doc.parse, doc.path).text


def _backslashed(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _doubled(text: str) -> str:
    return text.replace("'", "''")


def _references(text: str) -> str:
    """The marks of text in an HTML page."""
    return escape(text, quote=False)


def _before_each(text: str) -> str:
    """A backslash before each mark, as Markdown wants it."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>()#+-.!|&~" else char for char in text)


def _as_is(text: str) -> str:
    return text


_WAYS: tuple[Callable[[str], str], ...] = (
    _as_is, _references, _backslashed, _doubled, escape, _before_each,
)  # fmt: skip
