"""Forms of the same letters: with or without hyphens, accents, stops."""

from __future__ import annotations

from copydesk import Document, Iterator, Span, pattern
from lint_rules._shared.prose import words
from lint_rules.spelling._forms_of_names import groups_of_names
from lint_rules.spelling._groups import Group, Place

_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_STOPS = pattern(r"[A-Z](?<![\w.].)\.(?:[A-Z]\.){1,3}(?!\w)")
_HYPHEN = pattern(r"[\-‑](?<=[a-z].)[a-z]{3,}(?![\w\-‑@/])")
_FIRST = pattern(r"(?<![\w\-‑'’.@/])[a-z]+\Z")  # what comes before the hyphen
_LONGEST = 60  # code points of an abbreviation, or of what follows a hyphen
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


def unknown_groups(doc: Document) -> Iterator[Group]:
    """Names and words written in two forms, found without a list; those marked [sic] left out."""
    for group in _groups(doc):
        places = [place for place in group.places if not doc.is_sic(place.span)]
        yield group._replace(places=places)


def _groups(doc: Document) -> Iterator[Group]:
    yield from _abbreviations(doc)
    yield from _compounds(doc)
    yield from groups_of_names(doc)


def _abbreviations(doc: Document) -> Iterator[Group]:
    """U.S. and US."""
    with_stops: dict[str, list[Place]] = {}
    for start in _initials(doc):
        match = _STOPS.match(doc.text, (start, start + _LONGEST))
        if match is None:
            continue
        place = Place(Span(*match.span()), match[0])
        if not doc.is_verbatim(place.span) and not _is_named(doc, place.span):
            with_stops.setdefault(match[0].replace(".", ""), []).append(place)
    for letters, places in with_stops.items():
        if letters.lower() in _OTHER:
            continue
        bare = [Place(span, letters) for span in _bare(doc, letters)]
        if bare:
            yield Group(letters.lower(), sorted(places + bare))


def _initials(doc: Document) -> list[int]:
    """Where single letters stand that have a stop after them."""
    text, words = doc.text, doc.words
    return sorted(
        start
        for letter in words.among(_LETTERS)
        for start in words.starts(letter)
        if text[start + 1 : start + 2] == "."
    )


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
    for at in _hyphens(doc.text):
        match = _HYPHEN.match(doc.text, (at, at + _LONGEST))
        first = _FIRST.search(doc.text, (max(0, at - _REACH), at)) if match is not None else None
        if match is None or first is None:
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


def _hyphens(text: str) -> list[int]:
    """Where hyphens are."""
    found = []
    for mark in "-‑":
        at = text.find(mark)
        while at >= 0:
            found.append(at)
            at = text.find(mark, at + 1)
    return sorted(found)


def _is_another(word: str) -> bool:
    if word in _TAKEN_APART:
        return True
    return word.startswith(_ANOTHER) and not word.startswith(_SOUND_RE)
