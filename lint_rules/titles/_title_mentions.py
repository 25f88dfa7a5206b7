"""Titles with names as they appear in copy: “former U.S. President Donald Trump”."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Iterator, Span, pattern
from copydesk.facts import Facts, fold
from lint_rules.titles import _describing, _person_names
from lint_rules.titles._mention import Mention
from lint_rules.titles._titles_in_text import (
    CLOSE,
    GAP,
    LONG,
    Title,
    bare,
    is_place,
    is_where,
    place_after,
    titles_at,
)

TRIGGERS = (
    "president", "minister", "premier", "taoiseach", "chancellor", "secretary", "general", "pm",
    "governor", "gov", "senator", "sen", "representative", "rep", "congressman", "congresswoman",
    "speaker", "chairman", "chairwoman", "chair", "chief", "director", "mayor", "ceo", "leader",
    "king", "queen", "pope", "adviser", "advisor", "ambassador", "justice", "executive",
    "commander", "whip", "administrator", "commissioner", "chairperson", "archbishop", "patriarch",
    "pontiff", "head", "dictator",
    "strongman", "ruler", "emir", "sultan", "emperor", "prince", "duke", "@titles",
)  # fmt: skip
_ELECT = pattern(r"[-\u2010\u2011 \u00a0](?P<word>elect|designate)\b")
_DASH = pattern(r"[–—-]")
_RUN = pattern(r"(?:[^\W\d_]|[’'&-])+|St\.|(?:[^\W\d_]+[-\u2010\u2011])?(?:[A-Z]\.)+")
_CUE = pattern(
    r"(?i)(?<![\w-])(?P<cue>former|one-?time|erstwhile|ex|late|then|outgoing|incoming"
    r"|president-elect|first|last|founding)[-\u2010\u2011 \u00a0]\Z"
)
_JOINED = pattern(r"(?i)(?:ex|then|former|late|one-?time)[-\u2010\u2011](?=\p{Lu})")
_APART = pattern(
    r"(?P<comma>,)[ \u00a0](?:(?:the|a|an|who is|currently)[ \u00a0]"
    r"|(?P<of>\p{Lu}[\p{L}.’'-]*(?:[ \u00a0]\p{Lu}[\p{L}.’'-]*)?['’]s?[ \u00a0]))?\Z"
)
_NAME_BEFORE = pattern(
    r"(?:\p{Lu}[\p{L}'’.-]*[ \u00a0](?:(?:al|el|bin|da|de|der|van|von)[ -])*){0,4}"
    r"\p{Lu}[\p{L}'’.-]*\Z"
)
_FULL = pattern(
    r"\p{Lu}[\p{L}’'-]+[ \u00a0](?:\p{Lu}\.[ \u00a0])?\p{Lu}[\p{L}’'-]{3,}"
    r"(?![ \u00a0-]\p{Lu}\p{L}|[\p{L}])"
)
_OWNS = pattern(
    r"(?P<place>\p{Lu}[\p{L}.-]+(?:[ \u00a0]\p{Lu}[\p{L}.-]+)?)['’]s?[ \u00a0]"
    r"(?:head of state|head of government|leader), \Z"
)
_SPLIT = pattern(r"[ \u00a0]\p{Ll}{1,2}['’]s?\b")  # a name with a space in it: “Raimond o’s”
_NATIONAL = pattern(r"(?<![\w.])(?:U\.S\.|US)[ \u00a0]\Z")  # in “a former U.S. senator from Utah”
_END = pattern(r"[,.;:!?)]|\s(?:and|since|who|has|had|is|was|said)\b|\s*\Z")
_ARTICLES = frozenset({"the", "a", "an", "our", "their", "its", "his", "her", "new", "current"})
_FAR = 90  # code points before a title in which to look for its place
_OWNER = 40  # code points before it in which an apposition begins, perhaps with “Mexico’s”


@lru_cache(maxsize=2)
def mentions(doc: Document, facts: Facts) -> tuple[Mention, ...]:
    """All titles with names of known people, in order."""
    found = []
    for title in titles_at(doc, facts):
        one = _mention(doc.text, title, facts)
        if one is not None and not _is_apart(doc.text, one):
            found.append(one)
    return tuple(found)


def _is_apart(text: str, one: Mention) -> bool:
    """Whether the title is not that of the one named, or the two are only imagined.

    “As a senator, Ashcroft wrote …”, “to take down the president, Biden’s choice …”,
    “a President Obama would be …”.
    """
    ahead = [word.lower() for word in one.ahead[-2:]]
    if not one.comma:
        return not (one.cue or one.after) and ahead[-1:] in (["a"], ["an"])
    if one.after:
        return False
    as_one = ahead[-1:] == ["as"] or (ahead[:1] == ["as"] and ahead[-1] in ("a", "an", "the"))
    return as_one or text.startswith(("'s ", "’s "), one.name.end)


def strangers(doc: Document, facts: Facts) -> Iterator[tuple[Span, Span]]:
    """Titles followed by a full name that is not in the facts, and that name."""
    text = doc.text
    for title, _, gap in titles_at(doc, facts):
        if gap is None or gap["mark"] or not text[gap.end()].isupper() or _DASH.search(gap[0]):
            continue
        name = _FULL.match(text, (gap.end(), gap.end() + LONG))
        if name is None or _SPLIT.match(text, (name.end(), name.end() + CLOSE)) is not None:
            continue
        if _person_names.person_at(text, name.start(), facts) is None:
            yield title, Span(name.start(), name.end() - 2 * name[0].endswith(("'s", "’s")))


def _mention(text: str, found: Title, facts: Facts) -> Mention | None:
    title, of, gap = found
    elect = _ELECT.match(text, (title.end, title.end + CLOSE))
    if elect is not None:
        of, gap = Span(title.end, title.end), GAP.match(text, (elect.end(), elect.end() + CLOSE))
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
        if gap["mark"] and not _is_joined(text, title.start, place, ahead):
            return None
        end = max(named.span.end, words.end)
        behind = Span(end, end)
        if not (place or named.part):
            behind = _place_behind(text, title, named.span.end, facts)
        return Mention(
            Span(start, max(named.span.end, behind.end)), cue, cue_span, words, title,
            place or fold(text[behind.start : behind.end]), of.end > of.start, named.span,
            named.people, named.part, bool(gap["mark"]), False, ahead, max(end, behind.end),
        )  # fmt: skip
    return _apposition(text, title, (cue, cue_span, words, place, start), of, facts)


def _place_behind(text: str, title: Span, end: int, facts: Facts) -> Span:
    """The place behind a name: “President Rafael Correa of Ecuador”; empty if there is none.

    “Majority Leader Kevin McCarthy of California” leads nothing in California.
    """
    if not text.startswith(("of ", "of\u00a0"), end + 1):
        return Span(end, end)
    where = place_after(text, end, facts)
    place = fold(text[where.start : where.end])
    american = any(office.place.startswith("us") for office in facts.of_place(place))
    if american and not facts.offices(fold(text[title.start : title.end]), place):
        return Span(end, end)
    return where


def _is_joined(text: str, start: int, place: str, ahead: tuple[str, ...]) -> bool:
    """Whether a comma between title and name does not close a clause: “elected president, X”."""
    letter = text[start]
    if ahead and ahead[-1].lower() == "for" and text[start - 2 : start] != "s ":
        return False  # “a nominee for U.S. attorney general, X”
    return not letter.islower() or bool(place) or not ahead or ahead[-1].lower() in _ARTICLES


def _may_be_apposition(text: str, title: Span, of: Span) -> bool:
    """Whether a comma is before a title, and what comes after it closes an apposition."""
    if ", " not in text[max(0, title.start - 60) : title.start]:
        return False
    end = max(of.end, title.end)
    return _END.match(text, (end, end + CLOSE)) is not None


def _apposition(
    text: str, title: Span, before: tuple[str, Span, Span, str, int], of: Span, facts: Facts
) -> Mention | None:
    """“Donald Trump, the former U.S. president,”."""
    cue, cue_span, words, place, start = before
    apart = _APART.search(text, (max(0, start - _OWNER), start))
    if apart is None or (apart["of"] and not (place and cue)):
        return None  # “X, Mexico’s former president”
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
                words.end,
            )  # fmt: skip
        space = text.find(" ", at, name.end()) - name.start() + 1
        if space <= 0:
            return None


def _before(
    text: str, title: Span, of: Span, facts: Facts
) -> tuple[str, Span, Span, str, tuple[str, ...]]:
    """What comes before a title: the cue and its span, the words, the place, the words ahead."""
    none = Span(title.start, title.start)
    first = _national(text, title.start) if of.end > of.start else title.start
    cue, cue_span = _cue(text, first)
    here = cue_span.start if cue else first
    if of.end > of.start:
        ahead = _ahead(text, here)
        return cue, cue_span, Span(first, of.end), fold(text[of.start : of.end]), ahead
    words = _ahead(text, here)
    placed = _placed(words, 0, facts) or _placed(words, _describing.count_of(words), facts)
    if placed is not None and _is_party(words, placed[2], text[title.start : title.end], facts):
        placed = None
    if placed is None:
        return cue, cue_span, title, "" if cue else _owner(text, title.start, facts), words
    place, length, count = placed
    if cue:  # “Mexico’s former President”
        return cue, cue_span, title, place, words[:-count]
    start = title.start - length
    cue, cue_span = _cue(text, start)
    ahead = _ahead(text, cue_span.start if cue else start)
    is_end = _may_end(words, count) or is_where(
        ahead[-1] if ahead else "", place, fold(text[title.start : title.end]), facts
    )
    if cue or text[title.start].islower() or not is_end:
        return cue, cue_span, Span(start, title.end), place, ahead
    return "", none, title, "?", words


def _national(text: str, start: int) -> int:
    """Where “U.S.” before a title at ``start`` begins; ``start`` if it is not there."""
    match = _NATIONAL.search(text, (max(0, start - 6), start))
    return match.start() if match is not None else start


def _is_party(words: tuple[str, ...], count: int, title: str, facts: Facts) -> bool:
    """Whether a word describes rather than names a body: “Democratic Mayor X”."""
    place = fold(words[-count])
    is_word = count == 1 and _describing.is_describing(words[-1])
    return is_word and not facts.offices(fold(title), place)


def _owner(text: str, start: int, facts: Facts) -> str:
    """The folded place in “Lithuania’s head of state, President X”; empty if there is none."""
    if not text.startswith(", ", start - 2):
        return ""
    match = _OWNS.search(text, (max(0, start - _FAR), start))
    place = fold(match["place"]) if match is not None else ""
    return place if place and is_place(place, facts) else ""


def _placed(words: tuple[str, ...], skip: int, facts: Facts) -> tuple[str, int, int] | None:
    """The place that words end with, but for some that describe: folded, its length, its words."""
    near = words[: len(words) - skip]
    for count in (4, 3, 2, 1):
        if len(near) < count:
            continue
        joined = _JOINED.match(near[-count])
        place = fold(bare(" ".join(near[-count:])))
        if joined is not None:
            place = place.partition(" ")[2]
        if is_place(place, facts) and (joined is not None or near[-count][0].isupper()):
            found = words[-count - skip :]
            length = sum(map(len, found)) + len(found) - (joined.end() if joined else 0)
            return place, length, len(found)
    return None


def _cue(text: str, end: int) -> tuple[str, Span]:
    """The cue before a place in the text, also over words that describe; empty if there is none."""
    match = _CUE.search(text, (max(0, end - 20), end))
    if match is not None:
        return match["cue"].lower(), Span(match.start("cue"), match.end())
    return _describing.reaching_cue(text, end) or ("", Span(end, end))


def _ahead(text: str, end: int) -> tuple[str, ...]:
    """Up to six words that lead up to a place, with only spaces between."""
    found: list[str] = []
    pieces = text[max(0, end - _FAR) : end].replace("\u00a0", " ").replace("\u202f", " ").split(" ")
    for piece in reversed(pieces[:-1] if pieces[-1] == "" else []):
        _, line, word = piece.rpartition("\n")
        if len(found) == 6 or not word.strip("-") or _RUN.fullmatch(word) is None:
            break
        found.append(word)
        if line:
            break
    return tuple(reversed(found))


def _may_end(words: tuple[str, ...], count: int) -> bool:
    """Whether the place may end a sentence: “talks with the U.S. President X said”."""
    return words[-1].endswith(".") and [word.lower() for word in words[-count - 1 : -count]] == [
        "the"
    ]
