"""Whether an American title may belong to a namesake: the state named is not the holder's."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Iterator, Span, pattern
from lint_rules.titles import _time_reference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.facts import Person, Tenure
    from lint_rules.titles._mention import Mention  # not needed at run time

    Held = tuple[Person, list[Tenure]]

_STATES = """
al Alabama Ala|ak Alaska|az Arizona Ariz|ar Arkansas Ark|ca California Calif|co Colorado Colo
ct Connecticut Conn|de Delaware Del|fl Florida Fla|ga Georgia|hi Hawaii|id Idaho|il Illinois Ill
in Indiana Ind|ia Iowa|ks Kansas Kan|ky Kentucky Ky|la Louisiana La|me Maine|md Maryland Md
ma Massachusetts Mass|mi Michigan Mich|mn Minnesota Minn|ms Mississippi Miss|mo Missouri Mo
mt Montana Mont|ne Nebraska Neb|nv Nevada Nev|nh New_Hampshire N.H|nj New_Jersey N.J
nm New_Mexico N.M|ny New_York N.Y|nc North_Carolina N.C|nd North_Dakota N.D|oh Ohio|ok Oklahoma Okla
or Oregon Ore|pa Pennsylvania Pa|ri Rhode_Island R.I|sc South_Carolina S.C|sd South_Dakota S.D
tn Tennessee Tenn|tx Texas|ut Utah|vt Vermont Vt|va Virginia Va|wa Washington Wash
wv West_Virginia W.Va|wi Wisconsin Wis|wy Wyoming Wyo
"""
_ROWS = tuple(row.split() for row in _STATES.strip().replace("\n", "|").split("|"))
_FULL = {row[1].replace("_", " "): row[0] for row in _ROWS}
_SHORT = {row[2]: row[0] for row in _ROWS if len(row) > 2}
_CITIES = ("New York", "Washington")  # by these names cities more often than states
_FAR = 160  # code points on either side of a title in which a state belongs to it
_full = "|".join(sorted(_FULL, key=len, reverse=True))
_short = "|".join(sorted(_SHORT, key=len, reverse=True)).replace(".", r"\.")
_STATE = pattern(
    rf"\b[RDI]-(?P<party>(?:{_full}|{_short})\b|[A-Z][A-Z]\b)"
    rf"|\b(?P<name>(?:{_full})\b(?! (?:City|Times|Post|Street|Avenue)\b)|(?:{_short})(?=\.))"
)


def is_state(place: str) -> bool:
    """Whether a folded place is the name of an American state: “vermont”."""
    return place.title() in _FULL


def is_namesake(doc: Document, one: Mention, tenures: list[Tenure]) -> bool:
    """Whether the words near the title name another state, and the story not the holder's.

    So it is a namesake, unless there is only one holder of the office at a time.
    """
    own = _own(tenures)
    if not own or not any(held.office.several for held in tenures):
        return False
    return _others(doc, one, own) and not _in_story(doc, own)


def is_vouched(doc: Document, one: Mention, tenures: list[Tenure]) -> bool:
    """Whether nothing in the story shows that a namesake may be meant.

    If an office has many holders, the state must be near the title, or anywhere in the
    story if the facts know nobody else of that name.
    """
    own = _own(tenures)
    if not own:
        return True
    if _others(doc, one, own):
        return False
    if not any(held.office.several for held in tenures):
        return True
    if one.place or own & set(_near(doc, one).values()):
        return True
    return len(one.people) == 1 and _in_story(doc, own)


def in_states_named(doc: Document, one: Mention, held: list[Held]) -> list[Held]:
    """Those of several namesakes whose state is near the title; all if none is."""
    states = set(_near(doc, one).values())
    found = [each for each in held if _own(each[1]) & states]
    return found or held


def _own(tenures: list[Tenure]) -> frozenset[str]:
    """The codes of the states that the offices belong to; empty unless all are of states."""
    places = {held.office.place for held in tenures}
    if not all(place.startswith("us-") for place in places):
        return frozenset()
    return frozenset(place[3:] for place in places)


def _others(doc: Document, one: Mention, own: frozenset[str]) -> bool:
    """Whether the sentence of a title names another state near it, and not the holder's."""
    found = _near(doc, one)
    if own & set(found.values()):
        return False
    return any(name not in _CITIES for name in found)


def _near(doc: Document, one: Mention) -> dict[str, str]:
    """The states named near a title in its sentence, with their codes."""
    where = _time_reference.around(doc, one.span)
    first, last = max(where.start, one.span.start - _FAR), min(where.end, one.span.end + _FAR)
    return dict(_named(doc.text, Span(first, last)))


def _in_story(doc: Document, own: frozenset[str]) -> bool:
    """Whether the story names one of the states."""
    return not own.isdisjoint(_all_named(doc))


@lru_cache(maxsize=2)
def _all_named(doc: Document) -> frozenset[str]:
    return frozenset(code for _, code in _named(doc.text, Span(0, len(doc.text))))


def _named(text: str, span: Span) -> Iterator[tuple[str, str]]:
    """The names of states in a part of the text, with their codes."""
    for match in _STATE.finditer(text, span):
        name = match["name"] or match["party"]
        yield name, _FULL.get(name) or _SHORT.get(name) or name.lower()
