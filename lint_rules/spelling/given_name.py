"""spelling/given-name: one person with two given names in a story."""

from __future__ import annotations

from itertools import combinations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    NamedPerson,
    NameUse,
    Related,
    Rule,
    Severity,
    people,
)
from lint_rules._shared.kin import KIN
from lint_rules._shared.names import folded, kinds
from lint_rules._shared.summary import times
from lint_rules.spelling import _given_pairs, _told_apart
from lint_rules.spelling._full_names import full_names, is_name

_SUFFIXES = (("jr", "sr"), ("ii", "iii"))
_CROWD = 6  # given names of one surname that are compared
_RUNNING = ("paragraph", "list-item")


class GivenName(Rule):
    """A person has one given name throughout the story.

    Ann Poe in the first paragraph and Anne Poe in the caption are hardly two people, and only one
    of them will write to the editor. The rule asks about given names that are a letter apart or
    are easily taken for each other or much alike, and about different middle initials. It leaves
    alone relatives, short forms such as Bill, and people whom one sentence names together.
    """

    id = "spelling/given-name"
    severity = Severity.ASK
    accepts = True
    yields_to = ("spelling/near-miss", "spelling/inconsistent", "spelling/house-form", "house",
                 "titles/holder-name")  # fmt: skip
    examples = (
        Bad("Ann Poe won the vote. Poe thanked her team.\n\n[[Anne Poe]] had lost in May."),
        Bad("Mayor Stephen Roe spoke. Roe left early.\n\n“It is late,” [[Steven Roe]] said."),
        Bad("John A. Poe was hired. Poe is 41.\n\nThe board thanked [[John B. Poe]] on Monday."),
        Bad("Brendan Poe was calm. Poe won.\n\n[[Brandon Poe]] spoke.\n\nPoe left."),
        Bad("# Johanna Creel on Stage\n\nThe play is by [[Joanna Creel]]. Creel wrote it in May.",
            format="markdown"),
        Good("Ann Poe won the vote. Poe thanked her sister, Anne Poe."),
        Good("Ann Poe won. The twins share a coach. Anne Poe was third. Poe is glad."),
        Good("Ann Poe won. Poe is glad.\n\nIn 1970 an Anne Poe, no relation, won."),
        Good("William Poe won the vote. Bill Poe thanked his team."),
        Good("Maggie Poe won. Poe is glad.\n\nHer teammate, Molly Poe, was third."),
        Good("John Poe and Jon Poe met. Poe left."),
        Good("Ann Poe won. Poe thanked Anne Poe, a teacher in Leeds."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the given names before each surname."""
        if not _may_differ(doc):
            return
        by_surname: dict[str, list[NamedPerson]] = {}
        for person in people(doc):
            by_surname.setdefault(folded(person.surname), []).append(person)
        for group in by_surname.values():
            for one, other in combinations(group, 2):
                yield from self._of_pair(doc, one, other, len(group))
        for group in by_surname.values():
            for person in group:
                yield from self._initials(doc, person)

    def _of_pair(
        self, doc: Document, one: NamedPerson, other: NamedPerson, number: int
    ) -> Iterator[Finding]:
        """Two people of one surname."""
        rare, usual = sorted((one, other), key=_weight)
        first, second = _first_name(rare), _first_name(usual)
        places = [use for use in rare.uses if use.is_full]
        if len(places) == 1 and first == second and _has_other_suffix(doc, rare, usual):
            yield self._finding(places[0], rare, usual)
        if len(places) != 1 or rare.suffix != usual.suffix or len(second) < 2:
            return
        if first == second or _is_compound(rare) or _is_compound(usual):
            return
        if not _given_pairs.are_alike(first, second) and not (
            number == 2 and _is_only_one(doc, rare, usual)
        ):
            return
        if not _told_apart.are_told_apart(doc, places[0], usual):
            yield self._finding(places[0], rare, usual)

    def _finding(self, place: NameUse, rare: NamedPerson, usual: NamedPerson) -> Finding:
        number = sum(use.is_full for use in usual.uses)
        return self.find(
            place.span,
            f"“{place.text}” here, “{usual.full}” elsewhere in the story: is it one person?",
            evidence=f"“{usual.full}” appears {times(number)}.",
            related=(Related(next(use.span for use in usual.uses if use.is_full), "Here"),),
        )

    def _initials(self, doc: Document, person: NamedPerson) -> Iterator[Finding]:
        """One name with two middle initials."""
        first: NameUse | None = None
        for use in person.uses:
            if not use.is_full or _is_loud(use) or not (initial := _middle(use)):
                continue
            if first is None:
                first = use
            elif _middle(first) != initial and not _told_apart.is_kin_near(doc, use):
                yield self.find(
                    use.span,
                    f"“{use.text}” here, “{first.text}” earlier: which initial is right?",
                    related=(Related(first.span, f"“{first.text}” here"),),
                )
                return


def _may_differ(doc: Document) -> bool:
    """Whether some surname has two given names, or a name two initials, somewhere."""
    if any(one in doc.words and other in doc.words for one, other in _SUFFIXES):
        return True
    by_surname: dict[str, list[str]] = {}
    initials: dict[tuple[str, str], str] = {}
    for given, initial, surname, _ in full_names(doc):
        by_surname.setdefault(surname, []).append(given)
        if initial and initials.setdefault((given, surname), initial) != initial:
            return True
    return any(len(given) > 1 and _are_people(given) for given in by_surname.values())


def _are_people(given: list[str]) -> bool:
    """Whether the words before a surname, each as often as it is there, are worth a look."""
    each = sorted(set(given))
    if len(each) == 2 and 1 in map(given.count, each) and _may_be_people(*each):
        return True
    return any(_given_pairs.are_alike(*pair) for pair in combinations(each[:_CROWD], 2))


def _may_be_people(one: str, other: str) -> bool:
    """Whether two words before a surname may be given names."""
    return "g" in kinds(one) + kinds(other) or _given_pairs.are_alike(one, other)


def _has_other_suffix(doc: Document, rare: NamedPerson, usual: NamedPerson) -> bool:
    """Whether one name has Jr. here and Sr. there, in a story without relatives."""
    suffixes = {folded(one.suffix).rstrip(".") for one in (rare, usual)}
    return suffixes in map(set, _SUFFIXES) and not doc.words.among(KIN)


def _is_only_one(doc: Document, rare: NamedPerson, usual: NamedPerson) -> bool:
    """Whether nothing tells of a second person of that surname but one bare mention."""
    if not any(_is_surname(use) for use in (*rare.uses, *usual.uses)):
        return False
    first, second = _first_name(rare), _first_name(usual)
    if "g" not in kinds(first) or not (is_name(first) and is_name(second)):
        return False
    place = rare.uses[0]
    if place.slot in ("byline", "credit"):
        return False
    if any(use.title and use.title not in usual.titles for use in rare.uses):
        return False
    if _given_pairs.are_short(first, second):
        return False
    if place.slot in _RUNNING and place.span < usual.uses[0].span:
        return False
    return _given_pairs.are_near(first, second)


def _is_surname(use: NameUse) -> bool:
    """Whether the surname alone is enough for the story: it knows one person of that name."""
    return not use.is_full and use.slot in _RUNNING


def _is_compound(person: NamedPerson) -> bool:
    """Whether somebody has two given names: Mary Jo."""
    rest = person.given.split()[1:]
    return any(len(word.rstrip(".")) > 1 for word in rest)


def _weight(person: NamedPerson) -> tuple[int, int]:
    """How much a story tells of somebody; the one who is named in full first has more."""
    full = [use for use in person.uses if use.is_full]
    return len(full), -full[0].span.start


def _first_name(person: NamedPerson) -> str:
    return folded(person.given).partition(" ")[0]


def _is_loud(use: NameUse) -> bool:
    """Whether the surname is in capitals, as in lists of those the courts have to hear."""
    return any(len(word) > 2 and word.isupper() for word in use.text.split())


def _middle(use: NameUse) -> str:
    """The middle initial of a name."""
    parts = use.text.split()
    return parts[1][0] if len(parts) > 2 and len(parts[1].rstrip(".")) == 1 else ""
