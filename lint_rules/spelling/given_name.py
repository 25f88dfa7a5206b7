"""spelling/given-name: one person with two given names in a story."""

from __future__ import annotations

from functools import lru_cache
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
    pattern,
    people,
)
from lint_rules._shared import posts
from lint_rules._shared.kin import KIN, has_kin
from lint_rules._shared.names import folded, forms, kinds
from lint_rules._shared.prose import words
from lint_rules._shared.summary import times
from lint_rules.spelling import _given_pairs

# After a given name: an initial, and a surname.
_NEXT = pattern(r"[ \u00a0](?:([A-Z])\.[ \u00a0])?([A-Z][\w’'-]{2,})")
_SPACES = (" ", "\u00a0")
_REACH = 40  # code points of an initial and a surname
_CROWD = 6  # given names of one surname that are compared
# Given names that are words, too.
_NAMES = words(
    "john mark jack bill frank rob nick drew jean peter tom harry jimmy josh bob dick eric carol "
    "alan marc jon ann amy joe jim tim ben dan don sam ron ray roy leo max ian jay kay kim lee liz "
    "meg pam pat ted val zoe ali eva eve ada ida jan ken les art gus guy hal ned sue rex al ed jo "
    "robin victor grant ernest miles clay rose grace faith hope joy april june may dawn ruth gene"
)
_RUNNING = ("paragraph", "list-item")
_NEAR = 300  # code points before and after a name in which a relative tells of a second person
_NO_RELATION = pattern(r"\b(?:no|any) relation\b|\bnot related\b")
_SHORTEST = 4  # letters of the words on the list
_TOLD_AFTER = pattern(r",? (?:\(|who\b|\d)|, (?:an?|the|his|her|whose|of|from|[a-z]+ing)\b")
_OTHER_BEFORE = pattern(
    r"(?:\b(?:[Aa]nother|other|different|second|unrelated)(?: [a-z]+,?)?|\b(?:named|or)|[^,] and)"
    r" \Z"
)


class GivenName(Rule):
    """A person has one given name throughout the story.

    Ann Poe in the first paragraph and Anne Poe in the caption are hardly two people, and only one
    of them will write to the editor. The rule asks about given names that are a letter apart or
    are easily taken for each other, about different middle initials, and about a second person
    with the surname who comes once, without any introduction. It leaves alone relatives, short
    forms such as Bill, and people whom one sentence names together.
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
        Good("Ann Poe won the vote. Poe thanked her sister, Anne Poe."),
        Good("William Poe won the vote. Bill Poe thanked his team."),
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
        if not _are_two(doc, rare, usual, places[0]):
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
            if not use.is_full or not (initial := _middle(use)):
                continue
            if first is None:
                first = use
            elif _middle(first) != initial and not _is_kin_near(doc, use):
                yield self.find(
                    use.span,
                    f"“{use.text}” here, “{first.text}” earlier: which initial is right?",
                    related=(Related(first.span, f"“{first.text}” here"),),
                )
                return


def _may_differ(doc: Document) -> bool:
    """Whether some surname has two given names, or a name two initials, somewhere."""
    if "jr" in doc.words and "sr" in doc.words:
        return True
    by_surname: dict[str, list[str]] = {}
    initials: dict[tuple[str, str], str] = {}
    text, starts, match_next = doc.text, doc.words.starts, _NEXT.compiled.match
    for low in filter(_is_name, map(str.lower, forms(doc))):
        for start in starts(low):
            end = start + len(low)
            if text[end : end + 1] not in _SPACES or not text[end + 1 : end + 2].isupper():
                continue
            match = match_next(text, end, end + _REACH)
            if match is None:
                continue
            surname = match[2].removesuffix("’s").removesuffix("'s")
            by_surname.setdefault(surname, []).append(low)
            if match[1] and initials.setdefault((low, surname), match[1]) != match[1]:
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


@lru_cache(maxsize=8192)
def _is_name(word: str) -> bool:
    """Whether a word is no common word, unless it is a common name."""
    if len(word) < _SHORTEST:  # the list has no such words
        return word in _NAMES
    found = kinds(word)
    return "w" not in found or "g" in found or word in _NAMES


def _has_other_suffix(doc: Document, rare: NamedPerson, usual: NamedPerson) -> bool:
    """Whether one name has Jr. here and Sr. there, in a story without relatives."""
    suffixes = {folded(one.suffix).rstrip(".") for one in (rare, usual)}
    return suffixes == {"jr", "sr"} and not doc.words.among(KIN)


def _is_only_one(doc: Document, rare: NamedPerson, usual: NamedPerson) -> bool:
    """Whether nothing tells of a second person of that surname but one bare mention."""
    if len(usual.uses) < 2 or not any(_is_surname(use) for use in (*rare.uses, *usual.uses)):
        return False
    first, second = _first_name(rare), _first_name(usual)
    if "g" not in kinds(first) or not (_is_name(first) and _is_name(second)):
        return False
    if rare.uses[0].title and rare.uses[0].title not in usual.titles:
        return False
    if any(use.title and use.title not in usual.titles for use in rare.uses[1:]):
        return False
    if rare.uses[0].slot in _RUNNING and rare.uses[0].span < usual.uses[0].span:
        return False
    return not _given_pairs.are_short(first, second)


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


def _middle(use: NameUse) -> str:
    """The middle initial of a name."""
    parts = use.text.split()
    return parts[1][0] if len(parts) > 2 and len(parts[1].rstrip(".")) == 1 else ""


def _are_two(doc: Document, rare: NamedPerson, usual: NamedPerson, place: NameUse) -> bool:
    """Whether the story shows that they are two people."""
    if _is_kin_near(doc, place) or posts.is_in_post(doc, place.span):
        return True
    text = doc.text
    is_second = any(
        use.is_full and use.slot in _RUNNING and use.span < place.span for use in usual.uses
    )
    if is_second and _TOLD_AFTER.match(text, (place.span.end, len(text))):
        return True
    if _OTHER_BEFORE.search(doc.before(place.span, 24)) or doc.is_deliberate(place.span):
        return True
    sentence = doc.sentence_at(place.span.start)
    return sentence is not None and any(
        use.is_full and sentence.holds(use.span) for use in usual.uses
    )


def _is_kin_near(doc: Document, use: NameUse) -> bool:
    """Whether a word for a relative is in the same paragraph or line, or it says there is none."""
    slot = doc.slot_at(use.span.start)
    start, end = (use.span.start, use.span.end) if slot is None else slot.span
    text = doc.text[max(start, use.span.start - _NEAR) : min(end, use.span.end + _NEAR)]
    return has_kin(text) or _NO_RELATION.search(text) is not None
