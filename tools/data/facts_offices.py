"""The offices that ``build_facts.py`` looks for, from the lists beside it."""

from __future__ import annotations

from typing import NamedTuple

from tools.data.folders import lines_of

HOUSEHOLD = frozenset(
    {
        "us/president", "gb/pm", "ru/president", "fr/president", "de/chancellor", "ua/president",
        "il/pm", "ca/pm", "tr/president", "cn/president", "jp/pm", "in/pm", "au/pm", "br/president",
        "mx/president", "us/vice", "va/pope",
    }
)  # fmt: skip
SEVERAL = frozenset({"us/justice"})  # bodies’ offices of many holders; also all “coleaders”
BODIES = ("facts_bodies.psv", "facts_bodies_more.psv")
_UNSPLIT = ("us", "gb", "scot", "wal")  # places whose roles are listed one by one


class Office(NamedTuple):
    """An office, and where to look for it in the lists.

    ``wanted`` are (place, pattern) pairs of the lists.
    """

    id: str
    table: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    titles: tuple[str, ...]
    wanted: tuple[tuple[str, str], ...]
    lacks: tuple[str, ...] = ()
    several: bool = False


class Role(NamedTuple):
    """A role: the titles that news copy gives it, and how the lists call it.

    A title such as “Foreign Secretary@mx,ph” is used in these places alone.
    """

    titles: tuple[str, ...]
    pattern: str

    def titles_in(self, place: str) -> tuple[str, ...]:
        """The titles in a place, given by its key."""
        found = [title.partition("@") for title in self.titles]
        return tuple(title for title, _, only in found if not only or place in only.split(","))


def roles() -> dict[str, Role]:
    """All roles by key."""
    rows = (line.split("#") for line in lines_of("facts_roles.psv"))
    return {key: Role(tuple(titles.split(";")), pattern) for key, titles, pattern, *_ in rows}


def roles_by_place() -> dict[str, dict[str, Role]]:
    """Roles that a place calls otherwise than others do, or has besides, by place and key."""
    found: dict[str, dict[str, Role]] = {}
    for line in lines_of("facts_roles_by_place.psv"):
        key, titles, pattern, *_ = line.split("#")
        place, _, role = key.partition("/")
        found.setdefault(place, {})[role] = Role(tuple(titles.split(";")), pattern)
    return found


def offices() -> list[Office]:
    """All offices, in the order in which they are written."""
    known = roles()
    return [*_of_places(known), *_of_bodies(known), *_of_states()]


def _of_places(known: dict[str, Role]) -> list[Office]:
    found, special = [], roles_by_place()
    general = [key for key in known if key.startswith("m") and key != "monarch"]
    for line in lines_of("facts_places.psv"):
        key, names, adjectives, cia, wikidata, listed, lacks = line.split("|")
        own = [role for role in listed.split(",") if role]
        here = {**known, **special.get(key, {})}
        more = [] if key in _UNSPLIT else [*general, *sorted(set(here) - set(known))]
        places = tuple(filter(None, (cia, wikidata, names.split(";")[0])))
        for role in [*own, *more]:
            table = key if key in ("us", "gb") else "ministers" if role in more else "heads"
            found.append(
                Office(
                    f"{key}/{role}", table, tuple(names.split(";")), tuple(adjectives.split(";")),
                    here[role].titles_in(key),
                    tuple((place, here[role].pattern) for place in places),
                    _missing(lacks, known, key) if role in own else (),
                )
            )  # fmt: skip
    return found


def _missing(lacks: str, known: dict[str, Role], place: str = "") -> tuple[str, ...]:
    """The titles of offices that a place does not have."""
    titles: list[str] = []
    for role in filter(None, lacks.split(",")):
        titles += known[role].titles_in(place) if role in known else (role,)
    return tuple(titles)


def _of_bodies(known: dict[str, Role]) -> list[Office]:
    found = []
    for line in [line for name in BODIES for line in lines_of(name)]:
        key, names, heads, pattern, place, lacks = line.split("|")
        places = (*place.split(";"), "world")
        wanted = tuple((one, pattern) for one in places if pattern != "-")
        found.append(
            Office(key, "bodies", tuple(names.split(";")), (), tuple(heads.split(";")), wanted,
                   _missing(lacks, known), key in SEVERAL or key.endswith("/coleaders"))
        )  # fmt: skip
    return found


_STATE_ROLES = (
    ("governor", ("Governor", "Gov."), "governor", "Governor of {}", False),
    ("lieutenant", ("Lieutenant Governor", "Lt. Governor", "Lt. Gov."), "lt_governor",
     "Lieutenant Governor of {}", False),
    ("attorney", ("Attorney General",), "attorney general", "Attorney General of {}", False),
    ("state", ("Secretary of State",), "secretary of state", "Secretary of State of {}", False),
    ("senator", ("Senator", "Sen."), "Senator", "", True),
    ("representative", ("Representative", "Rep.", "Congressman", "Congresswoman"),
     "Representative", "", True),
)  # fmt: skip


def _of_states() -> list[Office]:
    """Offices of the states of the U.S., and their senators and representatives."""
    found = []
    for line in lines_of("facts_states.psv"):
        code, name = line.split("|")
        for role, titles, listed, wikidata, several in _STATE_ROLES:
            wanted = [(f"United States/{code}", listed)]
            if wikidata:
                wanted.append(("us-cabinet", wikidata.format(name)))
            found.append(
                Office(f"us-{code.lower()}/{role}", "us", (name,),
                       (name, "U.S.", "US") if several else (name,), titles, tuple(wanted),
                       several=several)
            )  # fmt: skip
    return found
