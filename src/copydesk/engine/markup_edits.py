"""Turns an edit of the prose into edits of a source with markup: tags stay, marks are escaped."""

from __future__ import annotations

from copydesk.model.findings import Edit, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from copydesk.document import Document
    from copydesk.engine.safety import ReadBack

_PLAIN = " ,;?!()—–“”‘’…"  # marks without a meaning in any format
_FENCES = ("-", "+", ";", "{")  # how a draft with front matter begins
_LONGEST = 2_000  # code points; longer edits are not split


def markup_edits(edit: Edit, doc: Document, budget: ReadBack) -> tuple[Edit, ...]:
    """The edits of the source that amount to one edit of the prose.

    If there is markup or a character reference within the span, only the letters
    that differ are changed, so that it is kept. Text with marks that could have a
    meaning in the format is escaped in the first way that reads back correctly.
    """
    parts = list(_parts(edit, doc))
    if not doc.parsed.has_marks or _is_plain("".join(part.text for part in parts)):
        return tuple(Edit(doc.to_source(part.span), part.text) for part in parts)
    wanted = doc.text[: edit.span.start] + edit.text + doc.text[edit.span.end :]
    first: tuple[Edit, ...] = ()
    field = _field_at(doc, doc.to_source(edit.span))
    for way in _WAYS if field is None else _FIELD_WAYS:
        edits = tuple(Edit(doc.to_source(part.span), way(part.text)) for part in parts)
        first = first or edits
        if _reads(doc, edits, budget) == wanted:
            return edits
    if field is not None and (quoted := _requoted(doc, field, first)):
        return quoted if _reads(doc, quoted, budget) == wanted else first
    return first


def _field_at(doc: Document, span: Span) -> Span | None:
    """The value in the front matter that holds a span of the source; None elsewhere."""
    if doc.source[:1] not in _FENCES:
        return None
    for one in doc.metadata.values():
        if one.source is not None and one.source.holds(span):
            line = doc.source.rfind("\n", 0, one.source.start) + 1
            return one.source if "<" not in doc.source[line : one.source.start] else None
    return None


def _requoted(doc: Document, field: Span, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """The edits, with double quotation marks around a value in single ones, if it needs none."""
    start, end = field
    if doc.source[start - 1 : start] != "'" or doc.source[end : end + 1] != "'":
        return ()
    if any(
        sign in text
        for sign in '"\\'
        for text in (doc.source[start:end], *(edit.text for edit in edits))
    ):
        return ()
    return (Edit(Span(start - 1, start), '"'), *edits, Edit(Span(end, end + 1), '"'))


def _parts(edit: Edit, doc: Document) -> Iterator[Edit]:
    """The parts of an edit if its source differs from its prose; else the edit itself."""
    start, end = edit.span
    source, old = doc.to_source(edit.span), doc.text[start:end]
    if doc.source[source.start : source.end] == old or len(edit.text) + len(old) > _LONGEST:
        yield edit
        return
    from difflib import SequenceMatcher

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
    """The prose of the draft after the edits."""
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
    """The text with HTML character references for ``&``, ``<`` and ``>``."""
    from html import escape

    return escape(text, quote=False)


def _all_references(text: str) -> str:
    """The text with HTML character references for quotation marks, too."""
    from html import escape

    return escape(text)


def _before_each(text: str) -> str:
    """The text with a backslash before each mark, as in Markdown."""
    return "".join(f"\\{char}" if char in "\\`*_{}[]<>()#+-.!|&~" else char for char in text)


def _as_is(text: str) -> str:
    return text


_WAYS: tuple[Callable[[str], str], ...] = (
    _as_is, _references, _backslashed, _doubled, _all_references, _before_each,
)  # fmt: skip
_FIELD_WAYS = (_as_is, _backslashed, _doubled)  # front matter is not read as HTML by every site
