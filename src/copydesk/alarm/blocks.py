"""Cut a draft into blocks, and blocks into sentences: the units that an example can do without."""

from __future__ import annotations

import re
from itertools import pairwise

from copydesk.model.findings import Span
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.document import Document

_FRONT = compiled(r"(---|\+\+\+)[ \t]*\n(?:.*\n)*?(?:\1|\.\.\.)[ \t]*(?:\n|\Z)")
_FENCE = compiled(r"^ {0,3}(`{3,}|~{3,}).*\n(?:.*\n)*? {0,3}\1[`~]*[ \t]*$", re.M)
_AFTER_BLANK = compiled(r"^[ \t\r]*\n(?=[ \t]*\S)", re.M)
_FIELD = compiled(r"^(?:\[|[^\s#\-+.\[\]{}][^\n]*?[:=])", re.M)
_INLINE = "(?:a|abbr|b|cite|em|i|mark|q|s|small|span|strong|sub|sup|u)"
_OPENERS = compiled(rf"(?:[*_\[“‘\"'(]|<{_INLINE}\b[^<>]{{0,300}}>)+\Z", re.I)
_CLOSERS = compiled(rf"(?:[*_]+|</{_INLINE}>|\]\([^)\s]*\))*", re.I)
_BLANKS = compiled(r"[ \t\u00a0]*\n?[ \t]*(?!\n)")
_REACH = 400  # characters before a sentence in which its markup may begin


def front_matter(doc: Document) -> Span:
    """The block of metadata at the top of a draft; empty if it has none."""
    found = _FRONT.match(doc.source) if doc.metadata else None
    return Span(0, found.end() if found else 0)


def blocks(doc: Document) -> list[Span]:
    """The blocks of a draft, which together are its source.

    A block begins after a blank line, and on each line on which a slot begins, such as a
    list item. Front matter is one block, and so is fenced code.
    """
    source, front = doc.source, front_matter(doc).end
    whole = [Span(0, front), *(Span(*match.span()) for match in _FENCE.finditer(source))]
    cuts = {match.end() for match in _AFTER_BLANK.finditer(source)}
    cuts.update(_line_starts(doc))
    inner = [cut for cut in cuts if not any(one.start < cut < one.end for one in whole)]
    return _between(inner, front, len(source))


def fields(doc: Document) -> list[Span]:
    """The fields of a draft's front matter, without the lines that open and close it."""
    source, front = doc.source, front_matter(doc)
    if not front.end:
        return []
    first = source.index("\n") + 1
    last = source.rstrip().rfind("\n", 0, len(source[: front.end].rstrip())) + 1
    starts = [match.start() for match in _FIELD.finditer(source, first, last)]
    return [Span(*pair) for pair in pairwise([*starts, last])] if starts else []


def sentences(doc: Document) -> list[Span]:
    """The sentences and datelines of a draft, with the space and the markup around each."""
    found: list[Span] = []
    for slot in doc.parsed.slots:
        inside = [one for one in doc.sentences if slot.span.holds(one)]
        if inside:
            first = doc.to_source(slot.span).start
            cuts = [first, _start(doc, inside[0]), *(_end(doc, one) for one in inside)]
            found += [Span(*pair) for pair in pairwise(cuts) if pair[0] < pair[1]]
    return found


def _start(doc: Document, sentence: Span) -> int:
    """Where in the source the first sentence of a slot begins."""
    start = doc.to_source(sentence).start
    opened = _OPENERS.search(doc.source, max(0, start - _REACH), start)
    return opened.start() if opened else start


def _end(doc: Document, sentence: Span) -> int:
    """Where in the source the next sentence begins: after closing markup and a space."""
    end = doc.to_source(sentence).end
    for pattern in (_CLOSERS, _BLANKS):
        found = pattern.match(doc.source, end)
        end = found.end() if found else end
    return end


def _line_starts(doc: Document) -> Iterator[int]:
    for slot in doc.parsed.slots:
        start = doc.to_source(Span(slot.span.start, min(slot.span.start + 1, slot.span.end))).start
        yield doc.source.rfind("\n", 0, start) + 1


def _between(cuts: Iterable[int], front: int, end: int) -> list[Span]:
    """The spans between cuts, the edges of the source and the end of the front matter."""
    edges = sorted({0, front, *cuts, end})
    return [Span(*pair) for pair in pairwise(edges)]
