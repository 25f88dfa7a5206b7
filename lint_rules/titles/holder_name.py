"""``titles/holder-name``: an office-holder's name with one letter wrong."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, Span
from copydesk.facts import Person, Tenure, fold
from lint_rules._shared.names import is_one_edit, kinds
from lint_rules.titles import _person_names, _resolve_holder
from lint_rules.titles._title_mentions import TRIGGERS, strangers

_SHORTEST = 4  # letters of a surname: shorter ones are too often other names
_MOST = 60  # people of one surname who are looked at
_GONE = 3652  # days after leaving office from which somebody is no longer considered
# Letters that are interchangeable in names from another script or spelling.
_SAME = tuple(map(frozenset, ("iy", "vw", "kq", "uw", "gh")))  # Turchinov is Turchynov
_ALIKE = tuple(map(frozenset, ("kc", "ea", "ou", "ei", "sz", "oa", "td")))


class HolderName(Rule):
    """Office-holders' names are spelled right.

    “Prime Minister Keir Stramer”: the title shows who it is, and the facts have
    the spelling. The rule compares full names after a title with the people who
    hold or recently held it, and reports a name if the given name is the same and
    the surname differs by one letter, or by two letters swapped. If the spelling may
    be another name, or the person has left office, it asks. It never proposes a form
    that the facts list to be avoided, and says nothing where the surname is one of the
    spellings that they know.
    """

    id = "titles/holder-name"
    severity = Severity.STOP
    triggers = TRIGGERS
    yields_to = ("spelling/near-miss", "spelling/inconsistent", "spelling/house-form", "house")
    source = "lint_rules/_facts, with a source for every tenure"
    examples = (
        Good("British Prime Minister Keir Starmer spoke in Leeds.", date="2025-04-15"),
        Good("Turkish President Recep Tayyip Erdoğan met President Erdogan.", date="2025-04-15"),
        Good("The company's president, Keir Stramer, was there.", date="2025-04-15"),
        Bad("British Prime Minister [[Keir Stramer]] spoke in Leeds.",
            "British Prime Minister Keir Starmer spoke in Leeds.", date="2025-04-15"),
        Bad("She met President [[Emmanuel Marcon]] of France.",
            "She met President Emmanuel Macron of France.", date="2025-04-15"),
        Bad("U.S. President [[Donld Trump]] spoke in Leeds.",
            "U.S. President Donald Trump spoke in Leeds.", date="2025-06-15"),
        Bad("A letter to NATO Secretary General [[Mark Rute]] was read.",
            "A letter to NATO Secretary General Mark Rutte was read.", date="2025-04-15"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look up names after titles that are not in the facts."""
        day = doc.date.day.isoformat()
        for title, name in strangers(doc, self.facts):
            if doc.is_verbatim(name):
                continue
            given, _, surname = fold(doc[name]).partition(" ")
            surname = surname.rpartition(" ")[2]
            words = fold(doc[title])
            rest = fold(doc[name]).partition(" ")[2]
            if found := self._given(doc, name, words, given, rest):
                yield found
                continue
            if len(surname) < _SHORTEST:
                continue
            near = [
                (fold(person.name) != f"{given} {right}", right, tenure, person)
                for right, person in self._near(given, surname)
                if not _is_same(surname, right)
                and surname not in _surnames(person)
                and (tenure := _held(person, words, day)) is not None
            ]
            if near:  # the name in the facts comes before other forms of it
                _, right, tenure, person = min(near, key=lambda one: one[:2])
                form = _proposed(person, f"{given} {right}")
                asked = not (tenure.covers(day) and tenure.is_proven(day))
                asked = asked or _may_be_another(surname, right)
                asked = asked or _is_near_other(person, fold(doc[name]), fold(form))
                if form:
                    yield self._finding(doc, name, tenure, form, asked)

    def _given(
        self, doc: Document, name: Span, title: str, given: str, surname: str
    ) -> Finding | None:
        """The holder of that surname whose given name is one letter off, if it is no other name."""
        if len(given) < _SHORTEST or set("gnsw") & set(kinds(given)):
            return None
        day = doc.date.day.isoformat()
        for person in self.facts.named(surname)[1][:_MOST]:
            first, _, rest = fold(person.name).partition(" ")
            if rest != surname or given[0] != first[0] or not is_one_edit(given, first):
                continue
            if "g" not in kinds(first):
                continue  # the facts may have it wrong, too
            tenure = _held(person, title, day)
            if tenure is None or _is_same(given, first) or given in _given_names(person):
                continue
            asked = not (tenure.covers(day) and tenure.is_proven(day))
            return self._finding(doc, name, tenure, person.name, asked or len(first) != len(given))
        return None

    def _near(self, given: str, surname: str) -> Iterator[tuple[str, Person]]:
        """The people of that given name whose surname is one letter off, with the surname."""
        for right in self.facts.surnames(given):
            if is_one_edit(surname, right):
                for person in self.facts.named(f"{given} {right}")[0]:
                    yield right, person

    def _finding(
        self, doc: Document, name: Span, tenure: Tenure, form: str, asked: bool
    ) -> Finding:
        words = doc[name]
        said = f"“{words}” should be “{form}”."
        question = f"Is “{words}” a misspelling of “{form}”?"
        return self.replace(
            name,
            form,
            question if asked else said,
            evidence=f"{tenure.witness}; story date {doc.date}.",
            severity=Severity.ASK if asked else None,
        )


def _held(person: Person, title: str, day: str) -> Tenure | None:
    """The person's tenure under that title on the day, or recently before it."""
    since = _resolve_holder.day_before(day, _GONE)
    for tenure in reversed(person.tenures):
        over = bool(tenure.until) and tenure.until < since
        if tenure.office.has_title(title) and tenure.since <= day and not over:
            return tenure
    return None


@lru_cache(maxsize=1024)
def _surnames(person: Person) -> frozenset[str]:
    """The folded last words of the name and its other forms: none is a misspelling."""
    return frozenset(fold(form).rpartition(" ")[2] for form in (person.name, *person.forms))


def _given_names(person: Person) -> set[str]:
    """The folded first words of the name and its other forms."""
    return {fold(form).partition(" ")[0] for form in (person.name, *person.forms, *person.avoid)}


def _proposed(person: Person, name: str) -> str:
    """The form with that folded name; empty if it is one that is never proposed."""
    forms = (person.name, *person.forms)
    form = next((one for one in forms if fold(one) == name), person.name)
    return "" if fold(form) in map(fold, person.avoid) else form


def _is_near_other(person: Person, written: str, form: str) -> bool:
    """Whether the written name may be another spelling: the facts know it, or one close to it."""
    if form != fold(person.name) and form.partition(" ")[0] != fold(person.name).partition(" ")[0]:
        return True  # “Denis” for “Denys”: the rest may be of that language too
    others = {fold(one) for one in (*person.forms, *person.avoid)} - {form}
    return any(
        written == one
        or (" " in one and is_one_edit(written.rpartition(" ")[2], one.rpartition(" ")[2]))
        for one in others
        if one.rpartition(" ")[2] != form.rpartition(" ")[2]
    )


def _is_same(word: str, right: str) -> bool:
    """Whether the two are one name, romanised in two ways."""
    if _person_names.plain_vowels(word) == _person_names.plain_vowels(right):
        return True  # Woerner, Wörner
    differ = [frozenset(pair) for pair in zip(word, right, strict=False) if pair[0] != pair[1]]
    return len(word) == len(right) and len(differ) == 1 and differ[0] in _SAME


def _may_be_another(word: str, right: str) -> bool:
    """Whether the word may be another name, or another spelling of the right one."""
    if {"s", "n", "g"} & set(kinds(word)):
        return True
    if len(word) != len(right):  # a letter doubled or not: Mohamed, Mohammed
        shorter, longer = sorted((word, right), key=len)
        at = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
        return longer[at] == longer[at - 1] or longer[at] in "hey"
    differ = [frozenset(pair) for pair in zip(word, right, strict=True) if pair[0] != pair[1]]
    return len(differ) == 1 and differ[0] in _ALIKE
