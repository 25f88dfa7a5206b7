"""Which office a title means, and whether somebody in another office can have it."""

from __future__ import annotations

from copydesk import pattern
from copydesk.facts import Facts, Office, Person, Tenure, fold

# Titles of one office each; “chief” or “governor” may mean several.
_PLAIN = frozenset(
    {
        "vice president", "president", "prime minister", "premier", "taoiseach",
        "chancellor of the exchequer", "chancellor", "secretary of state", "defense secretary",
        "defence secretary", "treasury secretary", "foreign secretary", "home secretary",
        "secretary general", "pope",
    }
)  # fmt: skip
# Titles of many bodies and places, which are judged only with the name of one of them.
_OF_BODIES = frozenset(
    {
        "chief", "chair", "chairman", "chairwoman", "ceo", "chief executive", "head", "governor",
        "gov", "chief executive officer", "managing director", "director general", "director",
        "executive director", "president", "secretary general", "attorney general", "mayor",
        "chief justice", "first minister",
    }
)  # fmt: skip
_GOVERNOR = frozenset({"governor", "gov"})
_JUDGED = frozenset({"attorney general", "mayor", "first minister"})  # though the place is the same
_AMERICAN = frozenset({"president", "vice president"})
# What many countries put into one ministry, whatever copy calls it.
_ONE_MINISTRY = tuple(map(frozenset, (
    ("finance", "economy", "economic", "economics", "treasury", "budget", "planning"),
    ("interior", "home", "security"), ("education", "science", "culture", "research"),
    ("trade", "commerce", "industry", "economy", "business"), ("labor", "labour", "social",
    "employment", "welfare"), ("environment", "energy", "climate", "ecology"),
    ("transport", "transportation", "infrastructure", "housing", "works"),
    ("justice", "attorney"), ("health", "social", "family"), ("foreign", "external"),
    ("agriculture", "food", "fisheries", "environment"), ("youth", "sport", "sports", "culture"),
)))  # fmt: skip
_UMBRELLAS = frozenset({"un", "united nations", "eu", "european union"})  # of many bodies
_OF_HEADS = frozenset({"president", "prime minister", "chancellor", "pm", "premier", "taoiseach"})
_UNIQUE = pattern(
    r"(?:fbi|cia|epa|hud|hhs|sec|white house|pentagon|joint chiefs|taoiseach|speaker of the house"
    r"|archbishop of canterbury|new york (?:city )?mayor|mayor of new york"
    r"|(?:house|senate) (?:speaker|majority|minority))\b"
)
# Titles in parliaments of states, too, but not of anybody who has an office in Washington.
_OF_CHAMBERS = ("speaker of the house", "house ", "senate ")
_HEADS = frozenset({"president", "pm", "premier", "chancellor", "taoiseach", "head", "commission",
                    "council"})  # fmt: skip
# What the holder of an office cannot be at the same time in the same place.
_NO_HEAD = frozenset({"vice president", "prime minister", "premier", "pm", "taoiseach"})
_EXCLUDED = {
    "president": _NO_HEAD | {"chancellor"},
    "pm": frozenset({"president", "vice president", "deputy prime minister"}),
    "chancellor": frozenset({"president", "vice president", "vice chancellor"}),
    "taoiseach": frozenset({"president", "vice president"}),
    "monarch": frozenset({"president", "vice president", "chancellor"}),
    "governor": frozenset({"premier", "prime minister", "president", "chancellor"}),
    "premier": frozenset({"governor", "gov", "president"}),
    "first": frozenset({"prime minister", "president", "premier", "governor", "chancellor"}),
}
# What no head of state and no governor is, though the facts may not know the office.
_BELOW = frozenset({
    "attorney general", "secretary of state", "lieutenant governor", "lt gov", "vice president",
    "deputy prime minister", "chief of staff",
})  # fmt: skip
# Where the head of the government is also called its president, or one person is both.
_BOTH = frozenset({"es", "kp", "mm", "sd", "ae", "ba", "ir", "cu"})


def is_unique(title: str) -> bool:
    """Whether a folded title names its body, or is used in one place alone: “FBI director”."""
    return _UNIQUE.match(title) is not None


def is_of_head(title: str) -> bool:
    """Whether a folded title is that of a head of state or government."""
    return title in _OF_HEADS


def is_plain(words: str, title: str) -> bool:
    """Whether the words of a title say enough without a place."""
    return is_unique(title) or (words[0].isupper() and title in _PLAIN)


def is_sure(words: str, title: str, own: Tenure) -> bool:
    """Whether a title without a place cannot be that of a company: “Vice President John Kerry”."""
    role = own.office.id.partition("/")[2]
    if is_unique(title):
        return not title.startswith(_OF_CHAMBERS)
    return is_plain(words, title) and (title not in _AMERICAN or role in _HEADS)


def is_missing(facts: Facts, title: str, place: str, day: str, tenure: Tenure) -> bool:
    """Whether the place has no office of that title."""
    return lacks(tenure.office, title, place) or is_without(facts, title, place, day, tenure)


def own(person: Person, title: str, day: str) -> Tenure | None:
    """What the person holds on the day: an office of that title before any other, then a head."""
    found = [one for one in person.tenures if one.covers(day) or one.may_cover(day)]
    if not found or not any(one.sure for one in found):
        return None

    def rank(one: Tenure) -> tuple[bool, bool, bool, str]:
        head = one.office.id.partition("/")[2] in _HEADS
        return one.sure, one.office.has_title(title), head, one.since

    return max(found, key=rank)


def is_judged(facts: Facts, title: str, place: str, own: Office) -> bool:
    """Whether the title says enough: with a place, those of bodies and ministers too."""
    if title.startswith(_OF_CHAMBERS):
        return own.place == "us" and (not place or own.is_of(place))
    if title in _PLAIN or title in _OF_HEADS or is_unique(title):
        return True
    if own.several and title == "chief justice":
        return own.place == "us" and (not place or own.is_of(place))
    if not place:
        return is_below(title, place, own)
    if own.several:  # a member of Congress is not governor of the state
        return title in _GOVERNOR and own.is_of(place)
    if own.is_of(place) and not own.has_title(title) and _are_one(title, own):
        return False
    if own.has_title(title) or is_excluded(title, own) or is_below(title, place, own):
        return True
    if own.place == "us" and own.is_of(place) and title.endswith(" minister"):
        return True
    if title in _OF_BODIES - _JUDGED and own.is_of(place):
        return False  # “Fed governor” for its chair
    known = (
        title in _OF_BODIES
        or title.endswith((" minister", " secretary"))
        or (title.startswith(("secretary of ", "minister of ")))
    )
    return known and bool(facts.offices(title, place))


def _are_one(title: str, own: Office) -> bool:
    """Whether one ministry may be meant by both: of finance and of the economy."""
    names = {word for name in own.titles for word in fold(name).split()}
    return any(family & set(title.split()) and family & names for family in _ONE_MINISTRY)


def is_without(facts: Facts, title: str, place: str, day: str, own: Tenure) -> bool:
    """Whether a place whose head is known has no office of that title, and the person is no local.

    So there is no president of Japan.
    """
    if not place or title not in _OF_HEADS or own.office.is_of(place):
        return False
    offices = facts.of_place(place)
    if any(title in map(fold, office.lacks) for office in offices):
        return True
    return any(
        held.covers(day) and held.is_proven(day)
        for office in offices
        if office.id.partition("/")[2] in _HEADS
        for held in facts.tenures_of(office)
    )


def is_excluded(title: str, own: Office) -> bool:
    """Whether nobody has that title while holding the office: heads exclude each other."""
    excluded = _EXCLUDED.get(own.id.partition("/")[2], frozenset())
    return title in excluded and own.place not in _BOTH


def is_below(title: str, place: str, own: Office) -> bool:
    """Whether a head of state or a governor is given the title of somebody under them."""
    role = own.id.partition("/")[2]
    if role not in ("president", "governor", "monarch") or own.place in _BOTH:
        return False
    if place and not own.is_of(place):
        return False
    minister = title.endswith(" minister") and title != "prime minister"
    return minister or (bool(place) and title in _BELOW)


def is_elsewhere(facts: Facts, title: str, place: str, tenure: Tenure) -> bool:
    """Whether the person has that title in another country or body, or a like one in this one.

    So a president is not called prime minister, nor one minister by the office of another.
    """
    own = tenure.office
    if place and tenure.sure and own.is_of(place) and is_excluded(title, own):
        return True
    if tenure.sure and is_below(title, place, own):
        return True
    if place and own.place == "us" and title.endswith(" minister"):
        return True
    if not place or own.is_of(place):
        return is_alike(facts, title, own)
    if not own.has_title(title) or place in _UMBRELLAS:
        return False
    if title in _JUDGED and not facts.offices(title, place):
        return False  # “CHP’s mayor”: the party’s man
    country = any(office.adjectives for office in facts.of_place(place))
    return bool(own.adjectives) == country and (country or title in _OF_BODIES - {"chief"})


def is_alike(facts: Facts, title: str, own: Office) -> bool:
    """Whether the title and the office are both of heads, or both of ministers the facts know.

    A president is no minister, either.
    """
    if title in _OF_HEADS:  # some call a prime minister “president of the government”
        known = title != "president" or bool(facts.offices(title, fold(own.of[0])))
        return known and own.id.endswith(("/president", "/pm", "/chancellor"))
    president = own.id.endswith("/president") and not title.startswith(("deputy", "vice"))
    other = president or own.titles[0].endswith(" Minister")
    return (
        title.endswith(" minister")
        and other
        and bool(own.of)
        and bool(facts.offices(title, fold(own.of[0])))
    )


def meant(facts: Facts, title: str, place: str, own: Office) -> list[Office]:
    """The offices that the words may mean; without a place, those of the person’s own place."""
    here, _, role = own.id.partition("/")
    if title == "chief justice" and own.several:
        return [office for office in facts.offices(title, "") if office.place == here]
    if place:
        return list(facts.offices(title, place))
    if is_unique(title) or (here == "us" and title in _AMERICAN and not own.several):
        return list(facts.offices(title, "united states" if title in _AMERICAN else ""))
    if title in ("president", "chancellor", "premier", "vice president") and role not in _HEADS:
        return []
    of = own.of[0] if own.of else ""
    return [office for office in facts.offices(title, fold(of)) if office.place == here]


def lacks(office: Office, title: str, place: str) -> bool:
    """Whether the office’s place has no office of that title."""
    if place and not office.is_of(place):
        return False
    if not place and (office.id.partition("/")[2] not in _HEADS or title == "chancellor"):
        return False
    return title in map(fold, office.lacks)


def never_held(person: Person, title: str, meant: list[Office], place: str) -> bool:
    """Whether the person has never held any of the offices meant, nor is due to hold one.

    Without a place, nor any office of that title anywhere: that is a stale title.
    """
    ids = {office.id for office in meant}
    return not any(
        held.office.id in ids
        or (held.office.has_title(title) and (not place or held.office.is_of(place)))
        for held in person.tenures
    )


def holder(facts: Facts, offices: list[Office], day: str, but: str = "") -> Tenure | None:
    """Who holds one of the offices on a day, leaving out the person called ``but``."""
    for office in offices:
        for one in facts.tenures_of(office):
            if one.sure and one.person != but and (one.covers(day) or one.may_cover(day)):
                return one
    return None
