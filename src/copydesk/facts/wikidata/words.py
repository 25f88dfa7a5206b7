"""What copy calls an office and its place, given what Wikidata calls them."""

from __future__ import annotations

import re

from copydesk.facts.model import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.facts.model import Office

_SMALL = frozenset({"and", "for", "of", "the", "to"})
_STATE = r"(?: (?:Republic|Federation|Kingdom|Union|States))?"
_FEDERAL = "Federal "
_WORD = re.compile(r"[^\W\d_][^\s]*")


def key_of(text: str) -> str:
    """A part of an id for a label."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-") or "x"


def title_of(label: str, places: Iterable[str]) -> tuple[str, ...]:
    """The titles for an office: “Chancellor” and “Federal Chancellor”, without the place.

    Args:
        label: such as “Federal chancellor of Germany”.
        places: the words for the place.
    """
    title = label
    for place in sorted(places, key=len, reverse=True):
        title = re.sub(rf"\s+(?:of|for)\s+(?:the\s+)?{re.escape(place)}{_STATE}$", "", title)
        title = re.sub(rf"^{re.escape(place)}\s+", "", title)
    words = [word if word in _SMALL else word[:1].upper() + word[1:] for word in title.split()]
    found = " ".join(words) or label
    return (found.removeprefix(_FEDERAL), found) if found.startswith(_FEDERAL) else (found,)


def forms_of(
    key: str, place: str, demonyms: set[str], offices: Iterable[Office]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words for a place, after “of” and before a title: those of our tables if it has them.

    Args:
        key: the part of our ids that names the place, such as ``gb``.
        place: what Wikidata calls it.
        demonyms: the words that Wikidata has for its people.
        offices: the offices of our tables.
    """
    for office in offices:
        if office.of and (office.place == key or (place and office.is_of(fold(place)))):
            return office.of, office.adjectives
    words = sorted(word for word in demonyms if _is_adjective(word, demonyms))
    return ((place,) if place else ()), tuple(words)


def _is_adjective(word: str, demonyms: set[str]) -> bool:
    """Whether a word for people can stand before a title: no plural, and no phrase."""
    plural = word[:-1] in demonyms or word.endswith(("people", "men", "women"))
    plural = plural or (word.endswith("s") and len(demonyms) > 1)
    return bool(_WORD.fullmatch(word)) and word[:1].isupper() and not plural
