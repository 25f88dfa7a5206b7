"""Titles with names as they appear in copy: “former U.S. President Donald Trump”."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from copydesk import Document, Iterator, Match, Span, pattern
from copydesk.facts import Facts, Person, fold
from lint_rules.titles import _person_names

TRIGGERS = (
    "president", "minister", "premier", "taoiseach", "chancellor", "secretary", "general", "pm",
    "governor", "gov", "senator", "sen", "representative", "rep", "congressman", "congresswoman",
    "speaker", "chairman", "chairwoman", "chair", "chief", "director", "mayor", "ceo", "leader",
    "king", "queen", "pope", "adviser", "advisor", "ambassador", "justice", "executive",
    "commander", "whip", "@titles",
)  # fmt: skip
_WORD = pattern(r"[^\W\d_][\w.'’]*")
_ELECT = pattern(r"[-\u2010\u2011 \u00a0](?P<word>elect|designate)\b")
_GAP = pattern(
    r"(?P<mark>,?)[ \u00a0\u202f](?:[–—-][ \u00a0])?"
    r"(?:(?:Sir|Dame|Lord|Baroness|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Gen\.|Sheikh)[ \u00a0])?(?=[^\W\d_])"
)
_DASH = pattern(r"[–—-]")
_OF = pattern(
    r"[ \u00a0]of[ \u00a0](?:the[ \u00a0])?"
    r"(?P<place>(?:(?:\p{Lu}\.){2,}|\p{Lu}[\p{L}’'-]+)"
    r"(?:[ \u00a0](?:of[ \u00a0])?(?:the[ \u00a0])?\p{Lu}[\p{L}’'-]+){0,3})"
)
_RUN = pattern(r"(?:[^\W\d_]|[’'-])+|(?:[^\W\d_]+[-\u2010\u2011])?(?:[A-Z]\.)+")
_CUE = pattern(
    r"(?i)(?<![\w-])(?P<cue>former|one-?time|erstwhile|ex|late|then|outgoing|incoming"
    r"|president-elect)[-\u2010\u2011 \u00a0]\Z"
)
_JOINED = pattern(r"(?i)(?:ex|then|former|late|one-?time)[-\u2010\u2011](?=\p{Lu})")
_APART = pattern(r"(?P<comma>,)[ \u00a0](?:(?:the|a|an|who is|currently)[ \u00a0])?\Z")
_NAME_BEFORE = pattern(
    r"(?:\p{Lu}[\p{L}'’.-]*[ \u00a0](?:(?:al|el|bin|da|de|der|van|von)[ -])*){0,4}"
    r"\p{Lu}[\p{L}'’.-]*\Z"
)
_FULL = pattern(
    r"\p{Lu}[\p{L}’'-]+[ \u00a0](?:\p{Lu}\.[ \u00a0])?\p{Lu}[\p{L}’'-]{3,}"
    r"(?![ \u00a0-]\p{Lu}\p{L}|[\p{L}])"
)
_END = pattern(r"[,.;:!?)]|\s(?:and|who|has|had|is|was|said)\b|\s*\Z")
_FAR = 90  # code points before a title in which to look for its place


class Mention(NamedTuple):
    """A title with the name of the person who has it.

    Attributes:
        span: from the first word of cue, place or title to the end of the name;
            if the title comes after the name, the words of the title alone.
        cue: “former”, “late”, “then” …, in lower case, and its span.
        words: place and title in order.
        title: the title alone.
        place: the folded words of the place; empty if none is named.
        of: whether the place comes after the title.
        name: the name.
        people: the people it may be.
        part: whether the name is only a part of theirs.
        comma: whether a comma separates title and name.
        after: whether the title comes after the name.
        ahead: the words before, the nearest last.
    """

    span: Span
    cue: str
    cue_span: Span
    words: Span
    title: Span
    place: str
    of: bool
    name: Span
    people: tuple[Person, ...]
    part: bool
    comma: bool
    after: bool
    ahead: tuple[str, ...]


class _Title(NamedTuple):
    """A title, with or without a name.

    Attributes:
        span: the title.
        of: the place after it; empty if there is none.
        gap: what is between them and the word that follows; None if that may be no name.
    """

    span: Span
    of: Span
    gap: Match[str] | None


@lru_cache(maxsize=2)
def mentions(doc: Document, facts: Facts) -> tuple[Mention, ...]:
    """All titles with names of known people, in order."""
    found = []
    for title in _titles_at(doc, facts):
        one = _mention(doc.text, title, facts)
        if one is not None:
            found.append(one)
    return tuple(found)


def strangers(doc: Document, facts: Facts) -> Iterator[tuple[Span, Span]]:
    """Titles followed by a full name that is not in the facts, and that name."""
    text = doc.text
    for title, _, gap in _titles_at(doc, facts):
        if gap is None or gap["mark"] or _DASH.search(gap[0]):
            continue
        name = _FULL.match(text, (gap.end(), len(text)))
        if name is not None and _person_names.person_at(text, name.start(), facts) is None:
            yield title, Span(name.start(), name.end() - 2 * name[0].endswith(("'s", "’s")))


@lru_cache(maxsize=2)
def _titles_at(doc: Document, facts: Facts) -> tuple[_Title, ...]:
    """All titles in the facts, in order, each with what comes after it."""
    found, text = [], doc.text
    for title in _titles(doc, facts):
        of = place_after(text, title.end, facts)
        found.append(_Title(title, of, _GAP.match(text, (of.end, len(text)))))
    return tuple(found)


def _titles(doc: Document, facts: Facts) -> Iterator[Span]:
    """The longest title at each place; none inside another."""
    text, words, starts = doc.text, doc.words, []
    for word in words.among(facts.first_words):
        most, alone, seconds = facts.first_words[word]
        size = len(word)
        for start in words.starts(word):
            if _is_followed(text, start + size, seconds):
                starts.append((start, most))
            elif alone:
                starts.append((start, 1))
    end = 0
    for start, most in sorted(starts):
        if start >= end and (start == 0 or not text[start - 1].isalnum()):
            found = _title(text, start, most, facts)
            if found is not None:
                end = found.end
                yield found


def _is_followed(text: str, end: int, seconds: frozenset[str]) -> bool:
    """Whether the word after one that ends at ``end`` is one of these, folded."""
    at = end + 1 if text[end : end + 1] != "." else end + 2
    near = text[at : at + 20]
    if near.isascii() and not near.lower().startswith(tuple(seconds)):
        return False
    match = _WORD.match(text, (at, min(at + 20, len(text))))
    return match is not None and _folded(match[0].rstrip(".'’")) in seconds


_folded = lru_cache(maxsize=8192)(fold)


def _title(text: str, start: int, most: int, facts: Facts) -> Span | None:
    ends: list[int] = []
    at = start
    while len(ends) < most:
        match = _WORD.match(text, (at, min(at + 30, len(text))))
        if match is None:
            break
        ends.append(match.end())
        at = match.end() + 1
        if text[match.end() : at] not in (" ", "-", "\u00a0", "\u2011"):
            break
    for end in reversed(ends):
        words = text[start:end]
        if _is_title(words, facts):
            bare = words.rstrip(".")
            is_short = len(bare.rpartition(" ")[2]) < 4
            return Span(start, end if is_short else start + len(bare))
    return None


@lru_cache(maxsize=8192)
def _is_place(words: str, facts: Facts) -> bool:
    return facts.is_place(words)


@lru_cache(maxsize=8192)
def _is_title(words: str, facts: Facts) -> bool:
    return facts.is_title(fold(words))


def _mention(text: str, found: _Title, facts: Facts) -> Mention | None:
    title, of, gap = found
    elect = _ELECT.match(text, (title.end, len(text)))
    if elect is not None:
        of, gap = Span(title.end, title.end), _GAP.match(text, (elect.end(), len(text)))
    named = _person_names.person_at(text, gap.end(), facts) if gap is not None else None
    if named is not None and named.part and gap is not None and _DASH.search(gap[0]):
        named = None  # “the president — Trump said”
    if named is None and not _may_be_apposition(text, title, of):
        return None
    cue, cue_span, words, place, ahead = _before(text, title, of, facts)
    if elect is not None:
        cue, cue_span = elect["word"], Span(*elect.span())
    start = min(words.start, cue_span.start) if cue and elect is None else words.start
    if named is not None and gap is not None:
        return Mention(
            Span(start, named.span.end), cue, cue_span, words, title, place, of.end > of.start,
            named.span, named.people, named.part, bool(gap["mark"]), False, ahead,
        )  # fmt: skip
    return _apposition(text, title, (cue, cue_span, words, place, start), of, facts)


def _may_be_apposition(text: str, title: Span, of: Span) -> bool:
    """Whether a comma is before a title, and what comes after it closes an apposition."""
    if ", " not in text[max(0, title.start - 60) : title.start]:
        return False
    return _END.match(text, (max(of.end, title.end), len(text))) is not None


def _apposition(
    text: str, title: Span, before: tuple[str, Span, Span, str, int], of: Span, facts: Facts
) -> Mention | None:
    """“Donald Trump, the former U.S. president,”."""
    cue, cue_span, words, place, start = before
    apart = _APART.search(text, (max(0, start - 16), start))
    if apart is None:
        return None
    the = text[apart.start() + 2 : start]
    name = _NAME_BEFORE.search(text, (max(0, apart.start() - 60), apart.start()))
    if name is None:
        return None
    space = 0
    while True:
        at = name.start() + space
        named = _person_names.person_at(text, at, facts)
        if named is not None and named.span.end == apart.start() and not named.part:
            return Mention(
                Span(start - (len(the) if cue else 0), words.end), cue, cue_span, words, title,
                place, of.end > of.start, named.span, named.people, False, True, True, (),
            )  # fmt: skip
        space = text.find(" ", at, name.end()) - name.start() + 1
        if space <= 0:
            return None


def _before(
    text: str, title: Span, of: Span, facts: Facts
) -> tuple[str, Span, Span, str, tuple[str, ...]]:
    """What comes before a title: the cue and its span, the words, the place, the words ahead."""
    none = Span(title.start, title.start)
    cue, cue_span, start = _cue(text, title.start)
    here = cue_span.start if cue else title.start
    if of.end > of.start:
        ahead = _ahead(text, here)
        return cue, cue_span, Span(title.start, of.end), fold(text[of.start : of.end]), ahead
    words = _ahead(text, here)
    for count in (4, 3, 2, 1):
        place = fold(_bare(" ".join(words[-count:])))
        joined = _JOINED.match(words[-count]) if len(words) >= count else None
        if joined is not None:
            place = place.partition(" ")[2]
        if len(words) >= count and _is_place(place, facts) and _is_name(words[-count], joined):
            length = sum(map(len, words[-count:])) + count - (joined.end() if joined else 0)
            if cue:  # “Mexico’s former President”
                return cue, cue_span, title, place, words[:-count]
            start = title.start - length
            cue, cue_span, _ = _cue(text, start)
            ahead = _ahead(text, cue_span.start if cue else start)
            if cue or text[title.start].islower() or not _may_end(words, count):
                return cue, cue_span, Span(start, title.end), place, ahead
            return "", none, title, "?", words
    return cue, cue_span, title, "", words


def _is_name(word: str, joined: object) -> bool:
    return joined is not None or word[0].isupper()


def _cue(text: str, end: int) -> tuple[str, Span, int]:
    match = _CUE.search(text, (max(0, end - 20), end))
    if match is None:
        return "", Span(end, end), end
    return match["cue"].lower(), Span(match.start("cue"), match.end()), match.start()


def _ahead(text: str, end: int) -> tuple[str, ...]:
    """Up to six words that lead up to a place, with only spaces between."""
    found: list[str] = []
    pieces = text[max(0, end - _FAR) : end].replace("\u00a0", " ").replace("\u202f", " ").split(" ")
    for piece in reversed(pieces[:-1] if pieces[-1] == "" else []):
        _, line, word = piece.rpartition("\n")
        if len(found) == 6 or _RUN.fullmatch(word) is None:
            break
        found.append(word)
        if line:
            break
    return tuple(reversed(found))


def _bare(words: str) -> str:
    return words[:-2] if words.endswith(("'s", "’s")) else words.rstrip("'’")


def _may_end(words: tuple[str, ...], count: int) -> bool:
    """Whether the place may end a sentence: “talks with the U.S. President X said”."""
    return words[-1].endswith(".") and [word.lower() for word in words[-count - 1 : -count]] == [
        "the"
    ]


def place_after(text: str, end: int, facts: Facts) -> Span:
    """The known place after a title and “of”; an empty span at ``end`` if none follows."""
    if text[end : end + 4] not in (" of ", "\u00a0of "):
        return Span(end, end)
    match = _OF.match(text, (end, len(text)))
    if match is None:
        return Span(end, end)
    words = match["place"].replace("\u00a0", " ").split(" ")
    for count in range(len(words), 0, -1):
        place = _bare(" ".join(words[:count]))
        if _is_place(fold(place), facts):
            return Span(match.start("place"), match.start("place") + len(place))
    return Span(end, end)
