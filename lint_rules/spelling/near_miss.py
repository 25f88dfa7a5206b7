"""spelling/near-miss: a name one letter off from a name the story uses more."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    pattern,
)
from lint_rules._shared import posts
from lint_rules._shared.names import Name, folded, is_written, kinds, names, one_edit
from lint_rules._shared.prose import words
from lint_rules._shared.summary import times
from lint_rules.spelling import _endings, _kinds_of_name
from lint_rules.spelling._doubtful_names import SHORTEST, TITLES, doubtful_names
from lint_rules.spelling._known_names import Known, is_given

_MOST = 2  # times that a typo can occur in a story
_OFTEN = 5  # times a name must appear alone to be established
# What a person does, as the first word after a name.
_SAYS = pattern(
    r"[’']s\b|,?\s(?:said|says|told|added|wrote|had|has|was|is|will|lost|won|beat|hit|left|denied)\b"
)
_PARTICLES = words("bin ibn al el de da di del della van von der den la le du dos ben")


class NearMiss(Rule):
    """No name is one letter off from another that the story uses more.

    A name misspelled once is the slip that spellcheckers miss and that brings the angriest letters.
    The rule compares names throughout one story, captions and alt text too. It leaves alone
    dictionary words and names, plurals and adjectives of names, two people with different given
    names, posts, and real surnames unless both have the same given name. A form in a longer
    name or in a list of names is a question, if nothing shows that it is the same thing.
    """

    id = "spelling/near-miss"
    severity = Severity.STOP
    accepts = True
    yields_to = ("spelling/inconsistent", "spelling/house-form", "house")
    examples = (
        Bad(
            "Gov. Josh Shapiro spoke in Harrisburg.\n\nShapiro signed the bill. "
            "Josh [[Shaprio]] left at noon.",
            fixed="Gov. Josh Shapiro spoke in Harrisburg.\n\nShapiro signed the bill. "
            "Josh Shapiro left at noon.",
        ),
        Bad(
            "Chancellor Karl Wendelmaier arrived.\n\nThe cabinet met Wendelmaier, and "
            "[[Wendelmeier]]’s deputy took notes."
        , fixed="Chancellor Karl Wendelmaier arrived.\n\nThe cabinet met Wendelmaier, and "
            "Wendelmaier’s deputy took notes."),
        Bad("Dr. Helena Marchetti spoke at noon. Dr. [[Marchetii]] then left for home.",
            fixed="Dr. Helena Marchetti spoke at noon. Dr. Marchetti then left for home."),
        Bad("Friedrich Holm spoke on Monday.\n\nLater [[Freidrich]] Holm left by train.",
            fixed="Friedrich Holm spoke on Monday.\n\nLater Friedrich Holm left by train."),
        Good("Don’t go, Ann Poe said. Won’t you stay? Don’t bet on it. Don’t."),
        Good("The United Arab Emirates sent aid. The Emirates said so. Emiratis came."),
        Good("Cem Karlas won, and Karlas left.\n\nAn earlier version of this article misspelled "
             "Cem Karlis."),
        Good("She left Latine House. Latine House is old. A Latinx House opened. Latine won."),
        Good("Ann Poe works at Google. Google is large. Googlers are many; a Googler said so."),
        Good("“Cem Karlis [sic] won,” the sign read. Cem Karlas had won. Karlas was glad."),
        Good("Dmitri Kovtun came at noon. Dmitry Kovtun left at one."),
        Good("Bishop Alice Browne met Dr. Alec Brown. Dr. Brown was late."),
        Good("Israel and Israelis: Israel said on Monday that Israeli officials would come."),
        Good("Ann Browne met Tom Brown. Brown was early, and Brown said so; Browne was late."),
        Good("President Arman Ghali spoke in Ghazli province. Ghali then left for Ghazli.",
             ),
        Good("Petr Novak won. Novak thanked his wife, Jana Novaka. Novak then left."),
        Good("The Hansens live here. Erik Hansen came first; Hansen likes it. Lars Hanson left."),
        Good("Rita Quayler founded Quayler. Quayler is big; she Quayled her film."),
        Good("Kirsten Holm met Kyrsten Dahl. Kirsten Holm spoke first."),
        Good("Ana Belenko won. “Get Belemko,” a message read. Belenko denied it; Belenko laughed."),
        Good("She left Marne University. Marne University said so. Marne Université (MU) agreed."),
        Good("The two Koreas talked. South Korean aides met Korean envoys; the Korean side left."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the names in the story."""
        doubtful = doubtful_names(doc)
        if not doubtful:
            return
        found = _found(doc, doubtful)
        for one, other in one_edit(list(found)):
            slips = [*self._of_pair(doc, found, one, other)]
            if slips and self.is_accepted(doc[slips[0].span]):
                slips = [*self._unaccepted(found, doc[slips[0].span], one, other)]
            yield from slips

    def _unaccepted(
        self, found: dict[str, Known], right: str, one: str, other: str
    ) -> Iterator[Finding]:
        """What is left if the newsroom accepts the name that looks like a slip: the other one."""
        slip = other if right == one else one
        if right in (one, other) and not self.is_accepted(slip):
            asked = _asked(self._finding(found[slip].places[0], right, found[right]), slip, right)
            yield asked._replace(evidence=f"The newsroom accepts “{right}”. {asked.evidence}")

    def _of_pair(
        self, doc: Document, found: dict[str, Known], one: str, other: str
    ) -> Iterator[Finding]:
        """Compare two names that are one edit apart."""
        if not _are_person_and_place(doc, found[one], found[other]):
            rare, usual = sorted((one, other), key=lambda text: len(found[text].places))
            known, short = found[usual], min(len(one), len(other)) < SHORTEST
            if not short and _is_slip(doc, found[rare], known):
                unsure = _kinds_of_name.is_relative(
                    doc, found[rare].spans, known.spans
                ) or _is_unproved(doc, found[rare], known)
                for place in found[rare].places:
                    slip = self._finding(place, usual, known)
                    yield _asked(slip, rare, usual) if unsure else slip
                return
            if given := _given_slip(found[one], found[other]):
                slips, right = given
                for place in slips.places:
                    yield self._finding(place, right.places[0].text, right)
                return
            # Of two equally frequent forms, the one without a given name is the slip.
            for less, more in ((rare, usual), (usual, rare)):
                titled = folded(found[less].places[0].before) in TITLES
                if (titled or not short) and _is_unannounced(doc, found[less], found[more]):
                    place = found[less].places[0]
                    yield _asked(self._finding(place, more, found[more]), less, more)
                    break

    def _finding(self, place: Name, usual: str, known: Known) -> Finding:
        witness = next((one for one in known.places if is_given(one.before)), known.places[0])
        full = f"{witness.before} {usual}" if is_given(witness.before) else usual
        shown = f" (“{full}”)" if full != usual else ""
        often = times(len(known.places))
        return self.replace(
            place.span,
            usual,
            f"“{place.text}” here, “{usual}” elsewhere in the story.",
            evidence=f"“{usual}”{shown} appears {often}; the two spellings are one typo apart.",
            related=[Related(witness.span, f"“{full}” here")],
        )


def _found(doc: Document, wanted: set[str]) -> dict[str, Known]:
    """Where those names are in the story, outside posts."""
    found: dict[str, Known] = {}
    for name in names(doc):
        if name.text in wanted and not posts.is_in_post(doc, name.span):
            found.setdefault(name.text, Known([])).places.append(name)
    return found


def _asked(finding: Finding, slip: str, right: str) -> Finding:
    """The finding as a question."""
    message = f"Is “{slip}” a misspelling of “{right}”?"
    return finding._replace(message=message, severity=Severity.ASK)


def _are_person_and_place(doc: Document, one: Known, other: Known) -> bool:
    """Whether one name is a place’s (“Ghazni province”) and the other is a person’s."""
    for known, person in ((one, other), (other, one)):
        if not person.first_names or any(
            _kinds_of_name.is_of_place(doc, span) for span in person.spans
        ):
            continue
        if not known.first_names and any(
            _kinds_of_name.is_of_place(doc, span) for span in known.spans
        ):
            return True
    return False


def _is_slip(doc: Document, rare: Known, usual: Known) -> bool:
    """Whether the rare spelling can hardly be another name."""
    if len(rare.places) > _MOST or len(usual.places) <= len(rare.places):
        return False
    slip, right = rare.places[0].text, usual.places[0].text
    if _endings.are_forms(folded(slip), folded(right)):
        return False
    if not slip.isascii() and "w" in kinds(right.lower()):
        return False  # Université, which is not a misspelling of University
    if any(_in_lower_case(doc, word.lower()) for word in (slip, right)):
        return False
    known = kinds(folded(slip))
    if "w" in known or "n" in known or _is_someone_else(doc, rare, usual):
        return False
    given, others = rare.first_names, usual.first_names
    if given & others:
        return True
    if known or given:
        return False
    return bool(others) or (
        usual.alone >= _OFTEN > 2 * len(rare.places) and "w" not in kinds(right.lower())
    )


def _is_unproved(doc: Document, rare: Known, usual: Known) -> bool:
    """Whether a rare spelling may be another thing’s name: West Dereham, a menu of towns.

    The same given name or title shows that both are one thing’s.
    """
    if rare.first_names & usual.first_names:
        return False
    beside = {folded(one.before) for one in usual.places} | TITLES
    for place in rare.places:
        if place.before and folded(place.before) not in beside:
            start = place.span.start - len(place.before) - 1
            sentence = doc.sentence_at(start)
            if sentence is not None and sentence.start < start:
                return True
        elif _kinds_of_name.is_entry(doc, place.span):
            return True
    return False


def _given_slip(one: Known, other: Known) -> tuple[Known, Known] | None:
    """Of two given names of one person, the one that is not a name, and the one that is."""
    if not one.followers & other.followers:
        return None
    for less, more in ((one, other), (other, one)):
        slip, right = less.places[0].text, more.places[0].text
        if len(less.places) > _MOST or not slip.isascii() or kinds(folded(slip)):
            continue
        if slip.lower().replace("y", "i") == right.lower().replace("y", "i"):
            return None  # Dmitri and Dmitry: two romanisations, which other rules compare
        if set("gns") & set(kinds(folded(right))) and not _endings.are_forms(
            folded(slip), folded(right)
        ):
            return less, more
    return None


def _is_unannounced(doc: Document, rare: Known, usual: Known) -> bool:
    """Whether a surname appears once, without a given name, one letter off from somebody's.

    Copy gives everybody a full name once, so a bare surname that was never introduced
    may be that of the person whose name differs by a letter.
    """
    if len(rare.places) != 1 or not usual.first_names or _is_someone_else(doc, rare, usual):
        return False
    place, slip, right = rare.places[0], rare.places[0].text, usual.places[0].text
    if _endings.are_forms(folded(slip), folded(right)) or place.after or not slip.isascii():
        return False
    titled = folded(place.before) in TITLES
    if place.before and not titled:
        return False
    titled = titled and place.before.lower() != "the"  # the Book of Boba Fett
    if any(_in_lower_case(doc, word.lower()) for word in (slip, right)):
        return False
    if place.opens and not _SAYS.match(doc.text, (place.span.end, len(doc.text))):
        return False
    return titled or not set(kinds(folded(slip))) & {"w", "n", "g"}


def _is_someone_else(doc: Document, rare: Known, usual: Known) -> bool:
    """Whether what follows shows another name, or the spelling is that of a quoted text."""
    if rare.followers and not rare.followers & usual.followers:
        return True
    for place in rare.places:
        following = doc.after(place.span, 12).split()
        if following and following[0] in _PARTICLES:
            return True
        if is_written(doc, place.span) or doc.is_deliberate(place.span):
            return True
    return False


def _in_lower_case(doc: Document, word: str) -> bool:
    """Whether a word appears in lower case somewhere in the story, so is not a name."""
    text = doc.text
    return any(text[start].islower() for start in doc.words.starts(word))
