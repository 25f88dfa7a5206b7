"""The capitalised words of a story with their neighbours, and words one edit apart."""

from __future__ import annotations

import os
from functools import lru_cache
from itertools import combinations

from copydesk import Document, Iterable, Iterator, SortedLines, Span, ValueTuple, pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

# A word with its apostrophes and hyphens (O’Brien, Jean-Paul); its first letter is checked later.
_WORD = pattern(r"[A-Z\u00c0-\u052f](?<![^\W_].)[^\W\d_]*(?:['’\-‐‑][^\W\d_]+)*")
_LETTERS = str.maketrans({
    "ı": "i", "İ": "I", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d",
    "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th",
})  # fmt: skip
_POSSESSIVE = ("'s", "’s", "'S", "’S")
_GAPS = frozenset((" ", "\u00a0", "\n"))
_CROWD = 30  # words with the same beginning or end; more are too many to compare in pairs
_WORDS = SortedLines(os.path.join(os.path.dirname(__file__), "_words.txt"))


class Name(ValueTuple):
    """A capitalised word of the story.

    Attributes:
        span: the word without its possessive.
        text: the word as written.
        before: the capitalised word directly before it (its given name or
            title); empty if the word before has no capital.
        after: the capitalised word directly after it; empty if there is no such word.
        opens: whether it opens a sentence, slot or quotation, where any word
            is capitalised.
    """

    span: Span
    text: str
    before: str = ""
    after: str = ""
    opens: bool = False


@lru_cache(maxsize=8192)
def kinds(word: str) -> str:
    """The known uses of a lower-case word: w(ord), n(ame), s(urname), g(iven name)."""
    return _WORDS.get(word)


def folded(text: str) -> str:
    """A text without accents and in lower case; ``Erdoğan`` is ``erdogan``."""
    text = text.replace("’", "'")
    if text.isascii():
        return text.lower()
    from unicodedata import combining, normalize

    apart = normalize("NFKD", text.translate(_LETTERS))
    return "".join(char for char in apart if not combining(char)).lower()


@lru_cache(maxsize=1)
def forms(doc: Document) -> tuple[str, ...]:
    """The capitalised words of a story, each once, in no order.

    Without their places and neighbours, which ``names`` adds, they cost little: with these a
    rule finds out whether there is anything to compare. Addresses and code are not left out.
    """
    found = set(_WORD.compiled.findall(doc.text))
    return tuple(
        {
            word if word.isalpha() else without_possessive(word)
            for word in found
            if word[0].isupper()
        }
    )


def without_possessive(word: str) -> str:
    """A word without its possessive ’s."""
    return word[:-2] if word.endswith(_POSSESSIVE) else word


@lru_cache(maxsize=1)
def names(doc: Document) -> tuple[Name, ...]:
    """The capitalised words of a story in order, outside addresses and code."""
    text, starts, verbatim = doc.text, _openings(doc), doc.verbatim
    found: list[Name] = []
    held: tuple[Span, str, str, bool] | None = None  # a word, until the next one is known
    end = -2  # the end of the last word, if the next may follow it directly
    forms: dict[str, str] = {}  # a name that occurs often is kept once
    for match in _WORD.finditer(text):
        start, stop = match.span()
        if not text[start].isupper():
            continue
        last = stop - 2 if text[stop - 2 : stop] in _POSSESSIVE else stop
        span = Span(start, last)
        if verbatim and doc.is_verbatim(span):
            continue
        word, before = text[start:last], ""
        word = forms.setdefault(word, word)
        joined = start == end + 1 and text[end] in _GAPS
        if held is not None:
            before = held[1] if joined else ""
            found.append(Name(held[0], held[1], held[2], word if joined else "", held[3]))
        held = (span, word, before, start in starts)
        end = stop if last == stop else -2
    if held is not None:
        found.append(Name(held[0], held[1], held[2], "", held[3]))
    return tuple(found)


def _openings(doc: Document) -> frozenset[int]:
    """Where sentences, slots and quotations begin."""
    starts = [span.start for span in doc.sentences]
    starts += [slot.span.start for slot in doc.parsed.slots]
    starts += [quote.inner.start for quote in doc.quotes]
    return frozenset(starts)


# Words that show that somebody else wrote what is quoted.
_WRITTEN_WORDS = """
wrote writes written writing tweet tweeted tweets post posted posts text texted texts note
notes letter message messages memo email emails typed misspelled misspelt misspelling
spelled spelt sic sign signs banner handwritten caption captioned graffiti
"""
_WRITTEN = frozenset(_WRITTEN_WORDS.split())


def is_written(doc: Document, span: Span) -> bool:
    """Whether the words are quoted from a written text, so the spelling is the writer's."""
    if doc.quote_at(span) is None:
        return False
    slot = doc.slot_at(span.start)
    return slot is not None and _tells_of_writing(doc.text[slot.span.start : slot.span.end])


@lru_cache(maxsize=64)
def _tells_of_writing(paragraph: str) -> bool:
    words = paragraph.lower().split()
    return any(word.strip('.,;:“”"()[]') in _WRITTEN for word in words)


def one_edit(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The pairs of words that differ by one edit: a letter added, dropped, changed or swapped.

    Each pair is sorted. The work grows with the number of letters, not of pairs.
    """
    words = set(names)
    by_first: dict[str, list[str]] = {}
    for name in words:
        by_first.setdefault(name[:1], []).append(name)
    seen = _at_the_first_letter(words, by_first)
    for group in by_first.values():
        if len(group) > _CROWD:
            seen |= _near(sorted(group))
        elif len(group) > 1:
            seen.update(_near_at_a_glance(sorted(group)))
    yield from sorted(pair for pair in seen if is_one_edit(*pair))


def _at_the_first_letter(words: set[str], firsts: Container[str]) -> set[tuple[str, str]]:
    """The pairs of which the first letter differs, and that are the same without it."""
    found, rests = [], dict[str, list[str]]()
    for name in words:
        rest = name[1:]
        if rest in words:
            found.append((name, rest))
        if rest[:1] in firsts and (swapped := rest[:1] + name[:1] + rest[1:]) in words:
            found.append((name, swapped))
        rests.setdefault(rest, []).append(name)
    if len(rests) < len(words):
        found += [pair for group in rests.values() for pair in combinations(group, 2)]
    return {(min(pair), max(pair)) for pair in found}


def _near_at_a_glance(names: list[str]) -> list[tuple[str, str]]:
    """The pairs of words with the same first letter that may be one edit apart, at a glance."""
    return [
        (one, other)
        for one, other in combinations(names, 2)
        if -2 < len(one) - len(other) < 2
        and (len(one) < 5 or one[1] == other[1] or one[-1] == other[-1])
    ]


def _near(names: list[str]) -> set[tuple[str, str]]:
    """The pairs among many words that match when at most one letter of each is dropped."""
    shared: dict[str, list[str]] = {}
    for name in names:
        for shape in {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}:
            shared.setdefault(shape, []).append(name)
    return {pair for group in shared.values() for pair in combinations(group, 2)}


def is_one_edit(one: str, other: str) -> bool:
    """Whether two words differ by one insertion, deletion, substitution or swap of neighbours."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    for letter, its in zip(one, other, strict=False):
        if letter != its:
            break
        start += 1
    first, second = one[start:], other[start:]
    if len(first) != len(second):
        longer, shorter = (first, second) if len(first) > len(second) else (second, first)
        return longer[1:] == shorter
    swapped = first[:2] == second[1::-1] and first[2:] == second[2:]
    return first[1:] == second[1:] or swapped
