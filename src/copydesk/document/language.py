"""What a draft is written in: what it says itself, its path, and its own words.

A statement counts (``lang: es``), then the path (``guide.es.md``, ``content/es/``), then the
words: English and other languages have some thirty words each that make up a tenth of any
text. Where the words are plainly in another language, a statement that they are English is
not believed, because templates state it of everything.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache
from itertools import chain

from copydesk.document.compose import is_usual
from copydesk.document.language_words import ENGLISH, others, sure
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from copydesk.document.slots import Parsed
    from copydesk.document.words import Words
    from copydesk.model.findings import Span

UNKNOWN = "und"
"""The tag of a text that is not in English, and in none of the languages that are known here."""

_LEAST = 20  # words by which a draft is judged
_LEAST_PARAGRAPH = 25  # words by which a paragraph is judged; a shorter one is like its draft
_LEAST_LETTERS = 8  # letters of another script
_DOUBTED = 40  # words by which a draft that says it is in English can be judged otherwise
_FEW = 3  # words common in a language, below which it is not recognized
_SHARE = 0.05  # of all words, at least, for a language to be recognized by its common ones
_HIGH = 0.12  # the same if none of those words is one of the surest
_STRIKING = 0.2  # the same for a paragraph that is too short to be judged otherwise
_STRANGE = 0.1  # of all words, with letters beyond ASCII
_STRANGEST = 0.2  # the same if there is no common word at all

_FILLER = "lorem ipsum"
_WORD = compiled(r"[^\W\d_]+")
_ACCENTED = compiled(r"[\u00df-\u024f\u1e00-\u1eff]")
_ACCENTS = 5  # accented letters by which a paragraph without common words is looked at
_NOT_OTHER = compiled(r"[\x00-\u024f\u1e00-\u1eff\u2000-\u2bff]+")  # Latin letters and signs


class Speech(ValueTuple):
    """The languages of a draft.

    Attributes:
        main: the tag of its language, in lower case.
        others: the spans of the text in another language, with their tags; in order and disjoint.
    """

    main: str
    others: tuple[tuple[Span, str], ...] = ()


class Evidence(ValueTuple):
    """How many of the words are common in English and in the other language with the most.

    Attributes:
        words: the number of all words.
        english: of those common in English.
        other: of those common in ``language``.
        kinds: the number of different words among these.
        sure: the number of those that hardly ever occur in English copy.
        language: the other language; empty if there are no such words.
    """

    words: int
    english: int
    other: int = 0
    kinds: int = 0
    sure: int = 0
    language: str = ""

    @property
    def is_english(self) -> bool:
        """Whether the text is plainly English."""
        return self.english > 2 * self.other and self.english * 12 >= self.words

    @property
    def is_striking(self) -> bool:
        """Whether even a short text is plainly not English: a fifth of its words show it."""
        high = self.other > _FEW and self.other >= self.words * _STRIKING
        return high and not self.english and self.sure > 1

    def foreign(self, text: str, doubt: int = 2) -> str:
        """The language, if the text is plainly in another one than English; else empty.

        ``doubt`` is how many common words of it there must be for each English one.
        """
        if not self.english and _strange(text) >= _STRANGEST * self.words:
            return self.language or UNKNOWN
        if self.other < _FEW or self.other <= doubt * self.english:
            return ""
        share = self.other / self.words
        if share >= _SHARE and self.sure > 1:
            return self.language
        if self.english * 50 <= self.words and _strange(text) >= _STRANGE * self.words:
            return self.language
        is_plain = not self.english and share >= _HIGH and self.kinds > _FEW
        return self.language if is_plain else ""


def of(stated: str, path: str, parsed: Parsed, words: Words) -> Speech:
    """The languages of a draft.

    Args:
        stated: the tag that the draft states; empty if none.
        path: the tag that its path shows; empty if none.
        parsed: the draft.
        words: the words of its text.
    """
    marked, text = parsed.languages, parsed.map.text
    places = _places(text, words)
    may_mix = not is_usual(text)
    if not (stated or path or marked) and _is_plainly_english(places):
        main = UNKNOWN if may_mix and other_script(text) else "en"
        return Speech(main, tuple(_paragraphs(parsed, places, main, (), may_mix)))
    spans = [span for span, tag in marked if not same(tag, "en")]
    main = stated
    if not stated or same(stated, "en"):
        rest = _without(text, spans) if spans else text
        seen = _of_text(rest) if spans else _weighed(words.total, _counted(places))
        main = UNKNOWN if other_script(rest) else _main(stated, path, rest, seen)
    found = [(span, tag) for span, tag in marked if not same(tag, main)]
    if not stated or same(stated, "en"):
        believed = spans if same(main, "en") else [span for span, _ in marked]
        found += _paragraphs(parsed, places, main, believed, may_mix)
    return Speech(main, tuple(sorted(found)))


def _is_plainly_english(places: Mapping[str, Sequence[int]]) -> bool:
    """Whether there are as many common words of English as of all other languages together."""
    english = sum(len(places[word]) for word in places.keys() & ENGLISH)
    return english > 0 and sum(map(len, places.values())) <= 2 * english


def _main(stated: str, path: str, text: str, seen: Evidence) -> str:
    least, doubt = (_DOUBTED, 2) if stated else (_LEAST, 1)
    foreign = _read(text, seen.foreign(text, doubt)) if seen.words >= least else ""
    if stated:
        return foreign or stated
    if path and not same(path, "en"):
        return "en" if seen.words >= _LEAST and seen.is_english else path
    return foreign or path or "en"


def _without(text: str, spans: Sequence[Span]) -> str:
    starts = [0, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), len(text)]
    return " ".join(text[start:end] for start, end in zip(starts, ends, strict=True))


def same(one: str, other: str) -> bool:
    """Whether two tags are of the same language, whatever the country."""
    return one.partition("-")[0] == other.partition("-")[0]


def _paragraphs(
    parsed: Parsed,
    places: Mapping[str, Sequence[int]],
    main: str,
    marked: Sequence[Span],
    may_mix: bool,
) -> Iterator[tuple[Span, str]]:
    """The unmarked paragraphs that are plainly in another language than the draft.

    Args:
        parsed: the draft.
        places: where the common words of all languages begin.
        main: the tag of the draft.
        marked: the parts with a language of their own, in order.
        may_mix: whether there may be letters of another script.
    """
    text = parsed.map.text
    in_english = same(main, "en")
    strange = sorted(
        chain.from_iterable(
            starts for word, starts in places.items() if (word in ENGLISH) is not in_english
        )
    )
    scripts = in_english and may_mix
    if len(strange) < _FEW and not scripts:
        return
    ends = [one.end for one in marked]
    for slot in parsed.slots:
        is_likely = _within(strange, slot.span) >= _FEW
        if not (scripts or is_likely):  # most paragraphs
            continue
        part = text[slot.span.start : slot.span.end]
        after = bisect_right(ends, slot.span.start)
        if after < len(marked) and marked[after].meets(slot.span):
            continue
        if scripts and other_script(part):
            yield slot.span, UNKNOWN
        elif (is_likely or _has_accents(part)) and (found := _of_paragraph(part, in_english)):
            yield slot.span, found


def _within(places: Sequence[int], span: Span) -> int:
    return bisect_left(places, span.end) - bisect_left(places, span.start)


def _of_paragraph(text: str, in_english: bool) -> str:
    """The tag of a paragraph that is not in the language of its draft; empty if it may be."""
    seen = _of_text(text)
    if seen.words < _LEAST_PARAGRAPH:
        return _read(text, seen.language) if in_english and seen.is_striking else ""
    return _read(text, seen.foreign(text)) if in_english else "en" * seen.is_english


def _read(text: str, language: str) -> str:
    """The language that was found; empty for the filler that must be reported in English copy."""
    return "" if language == "la" and _FILLER in text.lower() else language


def other_script(text: str) -> bool:
    """Whether most letters of a text are not Latin ones."""
    if is_usual(text):
        return False
    strange = sum(map(str.isalpha, _NOT_OTHER.sub("", text)))
    return strange >= _LEAST_LETTERS and strange * 2 > sum(map(str.isalpha, text))


def _has_accents(text: str) -> bool:
    return len(_ACCENTED.findall(text)) >= _ACCENTS


def _strange(text: str) -> int:
    """The number of words with letters beyond ASCII; names do not count."""
    return sum(not word.isascii() and word[0].islower() for word in _WORD.findall(text))


@cache
def _all() -> frozenset[str]:
    return ENGLISH.union(others())


def _places(text: str, words: Words) -> dict[str, Sequence[int]]:
    """Where common words begin; of other languages only in lower case, as the rest are names."""
    found = {word: words.starts(word) for word in words.among(_all())}
    for word in found.keys() - ENGLISH:
        found[word] = [start for start in found[word] if text[start].islower()]
    return found


def _counted(places: Mapping[str, Sequence[int]]) -> dict[str, int]:
    return {word: len(starts) for word, starts in places.items() if starts}


def _of_text(text: str) -> Evidence:
    """The evidence in a text."""
    found = _WORD.findall(text)
    counts = Counter(word for word in found if word in others())  # only in lower case
    counts += Counter(word for one in found if (word := one.lower()) in ENGLISH)
    return _weighed(len(found), counts)


def _weighed(total: int, counts: Mapping[str, int]) -> Evidence:
    by_language: dict[str, int] = {}
    for word, count in counts.items():
        for language in others().get(word, ()):
            by_language[language] = by_language.get(language, 0) + count
    english = sum(count for word, count in counts.items() if word in ENGLISH)
    if not by_language:
        return Evidence(total, english)
    best = max(by_language, key=lambda one: (by_language[one], one))
    kinds = [word for word in counts if best in others().get(word, ())]
    known = sum(word in sure() for word in kinds)
    return Evidence(total, english, by_language[best], len(kinds), known, best)
