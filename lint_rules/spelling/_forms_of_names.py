"""Forms of a name that differ by accents or hyphens."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from copydesk import Document, Iterable, Iterator, Span, pattern
from lint_rules._shared.names import Name, folded, forms, kinds, names
from lint_rules._shared.prose import words
from lint_rules.spelling._groups import Group, Place

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


def groups_of_names(doc: Document) -> Iterator[Group]:
    """Names written in two forms; where they are is looked up only if there are two."""
    known = forms(doc)
    if _may_have_accents(known):
        yield from _accents(doc, names(doc))
    if _may_be_hyphened(known):
        yield from _hyphened(names(doc))


def _may_have_accents(known: Iterable[str]) -> bool:
    """Whether a name with accents has another form among the names of the story."""
    accented = {
        folded(name) for name in known if not name.isascii() and not name.replace("’", "").isascii()
    }
    if not accented:
        return False
    by_key: dict[str, set[str]] = {}
    for name in known:
        if (key := folded(name)) in accented and not name.isupper():
            by_key.setdefault(key, set()).add(_plain_marks(name))
    return any(len(forms) > 1 for forms in by_key.values())


def _may_be_hyphened(known: Iterable[str]) -> bool:
    """Whether a name with a hyphen has another form among the names of the story."""
    texts = [_plain_marks(name) for name in known if not name.isalpha()]
    keys = Counter(_key(text) for text in set(texts) if "-" in text and not text.isupper())
    if not keys:
        return False
    parts = set(map(folded, known))
    return any(
        (count > 1 or parts.issuperset(key.split(" "))) and (not _is_plain(key) or key in _OFFICES)
        for key, count in keys.items()
    )


def _key(text: str) -> str:
    return folded(text).replace("-", " ")


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
        key = _key(text)
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
