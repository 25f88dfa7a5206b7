"""Forms of the same letters: with or without hyphens, accents, stops."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from copydesk import Document, Iterable, Iterator, Span, pattern
from lint_rules._shared.names import Name, folded, kinds, names
from lint_rules._shared.prose import words

_STOPS = pattern(r"[A-Z](?<![\w.].)\.(?:[A-Z]\.){1,3}(?!\w)")
_HYPHEN = pattern(r"[\-‑](?<=[a-z].)[a-z]{3,}(?![\w\-‑@/])")
_FIRST = pattern(r"(?<![\w\-‑'’.@/])[a-z]+\Z")  # what comes before the hyphen
_REACH = 40  # code points in which to look for it
# Capitals with other meanings: hours, eras, states and their postal codes, laws.
_OTHER = words("am pm ad bc id ok nc sc nd sd nh nj nm ny ri la va usa usc ma ba pa ga ed md jr st")
# Words after which capitals are part of a name: US Airways, UN Women, DC Comics.
_NAMED = words(
    "Airways Bancorp Bank Foods Steel Weekly News Open Masters Soccer Lacrosse Today TODAY Women "
    "Watch Comics Universe Studios United Magazine Post Times Daily Galaxy Dodgers Lakers Wind "
    "Sugar Oncology Cellular Silica Physical Renal Ecology Figure Skating Rowing Sailing Biathlon"
)
# The hyphen makes another word: to re-sign is not to resign.
_ANOTHER = (
    "re",
    "un",
    "pre-",
    "in-",
    "on-",
    "off-",
    "up-",
    "out-",
    "over-",
    "be-",
    "to-",
    "one-time",
)
# The hyphen shows what a word is made of: “no-thing” is not a way to write “nothing”.
_TAKEN_APART = words(
    "no-thing some-thing any-thing every-thing no-body some-body any-body every-body no-where "
    "some-where him-self her-self my-self our-selves dis-ease his-story her-story a-part with-out"
)
_SOUND_RE = ("re-e", "re-i", "re-o")  # re-elect and reelect are one word


# Offices that some house styles write with a hyphen and some without; other compounds of plain
# words take one before a noun and none after it.
_OFFICES = frozenset(
    f"{one} {other}"
    for one in ("secretary", "director", "attorney", "solicitor", "governor", "vice", "major",
                "lieutenant", "inspector", "surgeon", "advocate", "consul", "commander")
    for other in ("general", "president", "chairman", "chairwoman", "chair", "premier",
                  "chancellor", "governor", "colonel", "admiral", "principal", "consul")
)  # fmt: skip


# Used before anybody's name, so they do not show that two people are the same.
_COURTESY = frozenset(("", "mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "lord", "lady"))


_ADJECTIVES = words("american canadian indian british asian pacific language")

_SAME_SENTENCE = 90  # code points between two namesakes
_DENSE = 12  # one figure or semicolon in so many characters makes a list
_INITIAL = pattern(r"(?:\b[A-Z][a-z]{0,2}\.[ -]?)\Z")
_ITEM = pattern(
    r" ?\(|,? ?\d|, [A-Z][\w.’' -]{1,24}(?:[,;] ?\d|[;,] [A-Z]|\n|\Z)| (?:[a-z]{1,3}"
    r"|[A-Z0-9]{1,3}) \d"
)


class Place(NamedTuple):
    """A form and where it is."""

    span: Span
    form: str


class Group(NamedTuple):
    """Places of one name or word written in more than one form, in order.

    ``is_unsure``: it is a surname and nobody has a given name, so they may be two people.
    """

    key: str
    places: list[Place]
    is_name: bool = False
    is_unsure: bool = False


def unknown_groups(doc: Document) -> Iterator[Group]:
    """Names and words written in two forms, found without a list; those marked [sic] left out."""
    for group in _groups(doc):
        places = [place for place in group.places if not doc.is_sic(place.span)]
        yield group._replace(places=places)


def _groups(doc: Document) -> Iterator[Group]:
    yield from _abbreviations(doc)
    yield from _compounds(doc)
    found = names(doc)
    yield from _accents(doc, found)
    yield from _hyphened(found)


def _abbreviations(doc: Document) -> Iterator[Group]:
    """U.S. and US."""
    with_stops: dict[str, list[Place]] = {}
    for match in _STOPS.finditer(doc.text):
        place = Place(Span(*match.span()), match[0])
        if not doc.is_verbatim(place.span) and not _is_named(doc, place.span):
            with_stops.setdefault(match[0].replace(".", ""), []).append(place)
    for letters, places in with_stops.items():
        if letters.lower() in _OTHER:
            continue
        bare = [Place(span, letters) for span in _bare(doc, letters)]
        if bare:
            yield Group(letters.lower(), sorted(places + bare))


def _bare(doc: Document, letters: str) -> Iterator[Span]:
    """Capitals without stops, outside headlines in capitals and names."""
    for start in doc.words.starts(letters.lower()):
        span = Span(start, start + len(letters))
        if doc[span] != letters or doc.is_verbatim(span):
            continue
        slot = doc.slot_at(start)
        if slot is None or slot.kind in ("headline", "kicker", "credit"):
            continue
        if not _is_named(doc, span) and not _in_capitals(doc, span):
            yield span


def _is_named(doc: Document, span: Span) -> bool:
    """Whether an abbreviation is part of a name, a sum, an address or a law report."""
    before, after = doc.before(span, 8), doc.after(span, 16)
    following = after.split()
    if after[:1] == "$" or (following and following[0][:1].isdigit()):
        return True
    if before.rstrip()[-1:].isdigit() and following[:1] == ["at"]:
        return True
    return bool(following) and following[0].strip(",.’'") in _NAMED


def _in_capitals(doc: Document, span: Span) -> bool:
    """Whether the words around are in capitals too, or the letters are joined to others."""
    before, after = doc.before(span, 24), doc.after(span, 24)
    if before[-1:] in ("&", "/", "_", "(") and after[:1] not in (")", " "):
        return True
    near = [*before.split()[-1:], *after.split()[:1]]
    return any(word.strip(",.:;()’'").isupper() and len(word) > 3 for word in near)


def _compounds(doc: Document) -> Iterator[Group]:
    """co-operate and cooperate."""
    found: dict[str, list[Place]] = {}
    for match in _HYPHEN.finditer(doc.text):
        at = match.start()
        first = _FIRST.search(doc.text, (max(0, at - _REACH), at))
        if first is None:
            continue
        word = first[0] + match[0]
        solid = first[0] + match[0][1:]
        if solid in doc.words and not _is_another(word):
            found.setdefault(solid, []).append(Place(Span(first.start(), match.end()), word))
    for solid, places in found.items():
        text = doc.text
        joined = [
            Place(Span(start, start + len(solid)), solid)
            for start in doc.words.starts(solid)
            if text[start] == solid[0] and text[start - 1 : start] not in ("-", "‑", "@", "#", "/")
        ]
        kept = [one for one in (*places, *joined) if not doc.is_verbatim(one.span)]
        if len({one.form for one in kept}) > 1:
            yield Group(solid, sorted(kept))


def _is_another(word: str) -> bool:
    if word in _TAKEN_APART:
        return True
    return word.startswith(_ANOTHER) and not word.startswith(_SOUND_RE)


def _accents(doc: Document, found: Iterable[Name]) -> Iterator[Group]:
    """Erdoğan and Erdogan, if they can be one person."""
    accented = {folded(one.text) for one in found if not one.text.replace("’", "").isascii()}
    if not accented:
        return
    by_key: dict[str, list[Name]] = {}
    for one in found:
        if folded(one.text) in accented and not one.text.isupper():
            by_key.setdefault(folded(one.text), []).append(one)
    for key, places in by_key.items():
        forms = {_plain_marks(one.text) for one in places}
        if len(forms) < 2 or not _may_be_one(places) or _are_namesakes(doc, places):
            continue
        given = _given_names(places)
        if not _are_same(given) and any(_is_listed(doc, one.span) for one in places):
            continue  # a box score or a list, where namesakes are many
        kept = [Place(one.span, _plain_marks(one.text)) for one in places]
        unsure = "s" in kinds(key) and not any(given.values())
        yield Group(key, kept, True, unsure)


def _are_namesakes(doc: Document, places: list[Name]) -> bool:
    """Whether a sentence names two people in full who differ by accents: José Paz beat Jose Paz."""
    for one, other in pairwise(places):
        if one.text == other.text or other.span.start - one.span.end > _SAME_SENTENCE:
            continue
        full = (one.before and other.before) or (one.after and other.after)
        if full and doc.sentence_at(one.span.start) == doc.sentence_at(other.span.start):
            return True
    return False


def _given_names(places: list[Name]) -> dict[str, set[str]]:
    """The words before each form, without courtesy titles."""
    given: dict[str, set[str]] = {}
    for one in places:
        before = given.setdefault(_plain_marks(one.text), set())
        beside = {folded(one.before), folded(one.after)} - _COURTESY
        before.update(word for word in beside if "w" not in kinds(word) or "g" in kinds(word))
    return given


def _are_same(given: dict[str, set[str]]) -> bool:
    """Whether each form has a name beside it that the others have, too."""
    return bool(set.intersection(*given.values()))


def _is_listed(doc: Document, span: Span) -> bool:
    """Whether a name is an item of a list: an initial before it, a team or a figure after it."""
    if _INITIAL.search(doc.before(span, 6)) or _ITEM.match(doc.after(span, 40)):
        return True
    slot = doc.slot_at(span.start)
    if slot is None:
        return False
    near = doc.text[max(slot.span.start, span.start - 120) : min(slot.span.end, span.end + 120)]
    return _DENSE * sum(char in "0123456789;" for char in near) > len(near)


def _plain_marks(text: str) -> str:
    return text.replace("’", "'").replace("‑", "-").replace("‐", "-")


def _may_be_one(places: list[Name]) -> bool:
    """Whether it may be one person or place: no neighbouring words show that they are two."""
    by_form: dict[str, tuple[set[str], set[str]]] = {}
    for one in places:
        before, after = by_form.setdefault(one.text, (set(), set()))
        before.update({folded(one.before)} - _COURTESY)
        after.update({folded(one.after)} - {""})
    sides = list(by_form.values())
    for side in (0, 1):
        told = [both[side] for both in sides if both[side]]
        if len(told) > 1 and not set.intersection(*told):
            return False
    return True


def _hyphened(found: Iterable[Name]) -> Iterator[Group]:
    """Secretary-General and Secretary General; Jong-un, Jong-Un and Jong Un."""
    groups: dict[str, list[Place]] = {}
    for one in found:
        text = one.text if one.text.isalpha() else _plain_marks(one.text)
        key = folded(text).replace("-", " ")
        if "-" in text and not text.isupper() and not _is_longer(key, one, one):
            groups.setdefault(key, []).append(Place(one.span, text))
    if not groups:
        return
    before: Name | None = None
    for one in found:
        if before is not None and one.before == before.text:
            key = f"{folded(before.text)} {folded(one.text)}"
            if key in groups and not one.text.isupper() and not _is_longer(key, before, one):
                span = Span(before.span.start, one.span.end)
                groups[key].append(Place(span, f"{before.text} {one.text}"))
        before = one
    for key, places in groups.items():
        if len({place.form for place in places}) > 1 and (not _is_plain(key) or key in _OFFICES):
            yield Group(key, sorted(places), not all(kinds(part) for part in key.split()))


def _is_plain(key: str) -> bool:
    """Whether all are plain words; the list has no shorter ones."""
    return all(len(part) < 4 or "w" in kinds(part) for part in key.split())


def _is_longer(key: str, first: Name, last: Name) -> bool:
    """Whether an adjective is part of a longer name: Building African American Minds."""
    if key.split()[-1] not in _ADJECTIVES:
        return False
    return bool(last.after) or bool(first.before and not first.opens)
