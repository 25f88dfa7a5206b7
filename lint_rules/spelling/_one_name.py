"""Whether two names that are one edit apart are one person’s or thing’s, by what is around them."""

from __future__ import annotations

from copydesk import Document, pattern
from lint_rules._shared.names import folded, is_written, kinds
from lint_rules._shared.prose import words
from lint_rules.spelling import _endings, _kinds_of_name
from lint_rules.spelling._doubtful_names import TITLES
from lint_rules.spelling._known_names import Known

MOST = 2
"""Times that a typo can occur in a story."""

_OFTEN = 5  # times a name must appear alone to be established
# What a person does, as the first word after a name.
SAYS = pattern(
    r"[’']s\b|,?\s(?:said|says|told|added|wrote|had|has|was|is|will|lost|won|beat|hit|left|denied)\b"
)
_PARTICLES = words("bin ibn al el de da di del della van von der den la le du dos ben")


def are_person_and_place(doc: Document, one: Known, other: Known) -> bool:
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


def is_slip(doc: Document, rare: Known, usual: Known) -> bool:
    """Whether the rare spelling can hardly be another name."""
    if len(rare.places) > MOST or len(usual.places) <= len(rare.places):
        return False
    slip, right = rare.places[0].text, usual.places[0].text
    if _endings.are_forms(folded(slip), folded(right)):
        return False
    if not slip.isascii() and "w" in kinds(right.lower()):
        return False  # Université, which is not a misspelling of University
    if any(in_lower_case(doc, word.lower()) for word in (slip, right)):
        return False
    known = kinds(folded(slip))
    if "w" in known or "n" in known or is_someone_else(doc, rare, usual):
        return False
    given, others = rare.first_names, usual.first_names
    if given & others:
        return True
    if known or given:
        return False
    return bool(others) or (
        usual.alone >= _OFTEN > 2 * len(rare.places) and "w" not in kinds(right.lower())
    )


def is_unproved(doc: Document, rare: Known, usual: Known) -> bool:
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


def given_slip(one: Known, other: Known) -> tuple[Known, Known] | None:
    """Of two given names of one person, the one that is not a name, and the one that is."""
    if not one.followers & other.followers:
        return None
    for less, more in ((one, other), (other, one)):
        slip, right = less.places[0].text, more.places[0].text
        if len(less.places) > MOST or not slip.isascii() or kinds(folded(slip)):
            continue
        if slip.lower().replace("y", "i") == right.lower().replace("y", "i"):
            return None  # Dmitri and Dmitry: two romanisations, which other rules compare
        if set("gns") & set(kinds(folded(right))) and not _endings.are_forms(
            folded(slip), folded(right)
        ):
            return less, more
    return None


def is_unannounced(doc: Document, rare: Known, usual: Known) -> bool:
    """Whether a surname appears once, without a given name, one letter off from somebody's.

    Copy gives everybody a full name once, so a bare surname that was never introduced
    may be that of the person whose name differs by a letter.
    """
    if len(rare.places) != 1 or not usual.first_names or is_someone_else(doc, rare, usual):
        return False
    place, slip, right = rare.places[0], rare.places[0].text, usual.places[0].text
    if _endings.are_forms(folded(slip), folded(right)) or place.after or not slip.isascii():
        return False
    titled = folded(place.before) in TITLES
    if place.before and not titled:
        return False
    titled = titled and place.before.lower() != "the"  # the Book of Boba Fett
    if any(in_lower_case(doc, word.lower()) for word in (slip, right)):
        return False
    if place.opens and not SAYS.match(doc.text, (place.span.end, len(doc.text))):
        return False
    return titled or not set(kinds(folded(slip))) & {"w", "n", "g"}


def is_someone_else(doc: Document, rare: Known, usual: Known) -> bool:
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


def in_lower_case(doc: Document, word: str) -> bool:
    """Whether a word appears in lower case somewhere in the story, so is not a name."""
    text = doc.text
    return any(text[start].islower() for start in doc.words.starts(word))
