"""Runs of capitalised words, taken apart: title, given names, surname, suffix."""

from __future__ import annotations

from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.names.words import BODIES, INNER_TITLES, OPENERS, PARTICLES, SUFFIXES, TITLES
from copydesk.regexes.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SPACE = r"(?:[ \u00a0]|\n(?!\n))"
_CAPITAL = r"(?:\p{Lu}|(?:al|el|d|l|O)[-'’]\p{Lu})"
_WORD = rf"(?:(?:\p{{Lu}}\.)+|{_CAPITAL}[\p{{L}}]*(?:['’‐‑-]\p{{L}}+)*\.?)"
_LOW = "|".join(sorted(PARTICLES))
_RUN = pattern(
    rf"(?<![\p{{L}}\d@#/_'’.-]){_WORD}(?:{_SPACE}(?:(?:{_LOW}){_SPACE}){{0,3}}{_WORD})*"
    rf"(?:,{_SPACE}(?:Jr|Sr)\b\.?)?"
)
_PIECE = pattern(r"[^\s,]+")
_TITLE_BEFORE = pattern(r"(?<![\p{L}-])(\p{Ll}[\p{Ll}-]+)[ \u00a0]\Z")
_SHORT = "mr mrs ms dr prof sen rep gov lt gen col maj capt sgt det rev jr sr st cpl pvt"
_ABBREVIATED = frozenset(_SHORT.split())
_MOST = 6  # words of a name
_REACH = 24  # code points of a title before a name


class Run(ValueTuple):
    """Capitalised words that may be a name: where each is, and the title before them."""

    title: str
    words: tuple[tuple[str, Span], ...]
    suffix: str = ""
    end: int = 0  # where the suffix ends

    @property
    def span(self) -> Span:
        """All words, with the suffix."""
        return Span(self.words[0][1].start, max(self.words[-1][1].end, self.end))

    @property
    def has_body(self) -> bool:
        """Whether a word shows that it is the name of no person."""
        return any(bare(word) in BODIES for word, _ in self.words)


def bare(word: str) -> str:
    """A word in lower case, without its stop."""
    return word.rstrip(".").lower()


def runs(text: str, span: Span) -> Iterator[Run]:
    """The runs of capitalised words in a span of the text, in order."""
    for match in _RUN.finditer(text, span):
        yield from _apart(text, match.start(), match.end())


def _apart(text: str, start: int, end: int) -> Iterator[Run]:
    """One or more runs of what has capitals; the stop of a sentence divides them."""
    pieces: list[tuple[str, Span]] = []
    for match in _PIECE.finditer(text, (start, end)):
        word, (at, stop) = match[0], match.span()
        is_last = False
        if word.endswith(".") and not _keeps_stop(word):
            word, stop, is_last = word[:-1], stop - 1, True
        possessive = word.endswith(("'s", "’s"))
        if possessive:
            word, stop, is_last = word[:-2], stop - 2, True
        pieces.append((word, Span(at, stop)))
        if is_last:
            yield from _named(text, pieces)
            pieces = []
    yield from _named(text, pieces)


def _keeps_stop(word: str) -> bool:
    """Whether a stop belongs to the word: an initial, an abbreviated title, Jr."""
    return len(word) == 2 or "." in word[:-1] or bare(word) in _ABBREVIATED


def _named(text: str, pieces: list[tuple[str, Span]]) -> Iterator[Run]:
    """The run of some words; two if a title is among them: Lund University Professor Ann Poe."""
    for at in range(len(pieces) - 2, 0, -1):
        if bare(pieces[at][0]) in INNER_TITLES and bare(pieces[at - 1][0]) not in TITLES:
            yield from _one_named(text, pieces[:at])
            pieces = pieces[at:]
            break
    yield from _one_named(text, pieces)


def _one_named(text: str, pieces: list[tuple[str, Span]]) -> Iterator[Run]:
    """The run of some words, without what opens the sentence, title and suffix."""
    while pieces and bare(pieces[0][0]) in OPENERS:
        pieces = pieces[1:]
    titles: list[str] = []
    while len(pieces) > 1 and bare(pieces[0][0]) in TITLES:
        titles.append(pieces[0][0])
        pieces = pieces[1:]
    suffix, end = "", 0
    if len(pieces) > 1 and bare(pieces[-1][0]) in SUFFIXES:
        suffix, end = pieces[-1][0], pieces[-1][1].end
        pieces = pieces[:-1]
    while pieces and pieces[-1][0] in PARTICLES:
        pieces = pieces[:-1]
    if not pieces or len(pieces) > _MOST:
        return
    if not titles:
        start = pieces[0][1].start
        match = _TITLE_BEFORE.search(text, (max(0, start - _REACH), start))
        if match is not None and match[1] in TITLES:
            titles.append(match[1])
    yield Run(" ".join(titles), tuple(pieces), suffix, end)
