"""Lines in title case or in capitals, where capitals show no name but the story’s people may be."""

from __future__ import annotations

from copydesk.model.findings import Span
from copydesk.names.model import NameUse
from copydesk.names.words import BODIES, OPENERS, folded, is_given
from copydesk.regexes.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copydesk.document import Document
    from copydesk.document.slots import Slot

    Key = tuple[str, str, str]
    """Who it is: the first given name, the surname and the suffix, folded."""

_WORD = pattern(r"\p{L}+(?:['’‐‑-]\p{L}+)*")
_MOST_SMALL = 0.4  # share of words without capital in a line of which capitals tell nothing
_APART = 2  # letters that only one of two names has, which one person may have
_SHORT = 4  # letters of a word that title case may leave without a capital


def is_loud(line: str) -> bool:
    """Whether most words of a line have a capital, so that capitals show no name."""
    words = [match[0] for match in _WORD.finditer(line) if len(match[0]) >= _SHORT]
    small = sum(word[0].islower() for word in words)
    return len(words) > 2 and small <= _MOST_SMALL * len(words)


def in_capitals(
    doc: Document, slot: Slot, by_part: Mapping[str, Sequence[Key]]
) -> Iterator[tuple[Key, NameUse]]:
    """The people of the story in such a line, by full name or surname."""
    words = [*_words(doc, slot.span)]
    at = 0
    while at < len(words):
        word, span = words[at]
        following, last = words[at + 1] if at + 1 < len(words) else ("", span)
        full = f"{word} {following}"
        keys = [key for key in by_part.get(full, ()) if key[:2] == (word, following)]
        if keys or (keys := _anew(word, following, by_part)):
            span = Span(span.start, last.end)
        elif len(word) > 2 and word not in BODIES:
            keys = [key for key in by_part.get(word, ()) if key[1] == word]
        if keys:
            is_full = span.end == last.end and bool(following)
            yield keys[-1], NameUse(span, doc[span], slot.kind, "", is_full)
            at += is_full
        at += 1


def _anew(word: str, surname: str, by_part: Mapping[str, Sequence[Key]]) -> list[Key]:
    """Who somebody is of whom the line has the surname, and a given name much like the known one.

    Other words before a surname may be anything: Will Poe Quit?
    """
    if len(word) < _SHORT or word in BODIES or word in OPENERS:
        return []
    known = [key for key in by_part.get(surname, ()) if key[1] == surname]
    if not any(_is_like(word, key[0]) for key in known) or not is_given(word):
        return []
    return [(word, surname, "")]


def _is_like(given: str, known: str) -> bool:
    """Whether a name begins as another does, and has nearly its letters."""
    return given[0] == known[0] and given != known and len({*given} ^ {*known}) <= _APART


def _words(doc: Document, span: Span) -> Iterator[tuple[str, Span]]:
    """The folded words of a line with their spans, without possessives."""
    for match in _WORD.finditer(doc.text, span):
        word, (start, end) = folded(match[0]), match.span()
        if word.endswith("'s"):
            word, end = word[:-2], end - 2
        yield word, Span(start, end)
