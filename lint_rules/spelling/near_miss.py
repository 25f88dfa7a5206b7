"""spelling/near-miss: a name one letter off from a name the story uses more."""

from __future__ import annotations

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
)
from lint_rules._shared import posts
from lint_rules._shared.names import Name, folded, kinds, names, one_edit
from lint_rules._shared.summary import times
from lint_rules.spelling import (
    _kinds_of_name,
    _loud_lines,
    _mirrored,
    _one_name,
    _plural_like,
    _same_given,
    _short_names,
)
from lint_rules.spelling._doubtful_names import SHORTEST, TITLES, doubtful_names
from lint_rules.spelling._known_names import Known, is_given


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
        Bad("Karl [[Wendelmaeir]] put off the vote.\n\nWendelmaier said so. "
            "Wendelmaier left.",
            fixed="Karl Wendelmaier put off the vote.\n\nWendelmaier said so. Wendelmaier left."),
        Bad("Council Puts Off [[Wendelmaeir]] Plan\n\nKarl Wendelmaier said so. Wendelmaier left.",
            fixed="Council Puts Off Wendelmaier Plan\n\nKarl Wendelmaier said so. "
            "Wendelmaier left."),
        Bad("[[WENDELMAEIR]] WINS\n\nKarl Wendelmaier won. Wendelmaier left.",
            fixed="WENDELMAIER WINS\n\nKarl Wendelmaier won. Wendelmaier left."),
        Bad("Northway Lines was hired. Northway Lines left.\n\n[[Northways]] Lines was late.",
            fixed="Northway Lines was hired. Northway Lines left.\n\nNorthway Lines was late."),
        Bad("Ann Roberts won.\n\nRoberts is glad. “I am,” [[Robert]] said.",
            fixed="Ann Roberts won.\n\nRoberts is glad. “I am,” Roberts said."),
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
        """Compare the names in the story, then the people of one given name."""
        places = []
        for finding in self._of_words(doc):
            places.append(finding.span)
            yield finding
        for use, usual in _same_given.pairs(doc):
            if not any(place.meets(use.span) for place in places):
                yield self._of_people(use, usual)

    def _of_words(self, doc: Document) -> Iterator[Finding]:
        yield from self._of_headlines(doc)
        for rare, usual in _plural_like.plural_slips(doc):
            yield self._asked(rare, usual)
        doubtful = doubtful_names(doc)
        if not doubtful:
            return
        found = _found(doc, doubtful)
        for one, other in one_edit(list(found)):
            slips = [*self._of_pair(doc, found, one, other)]
            if slips and self.is_accepted(doc[slips[0].span]):
                slips = [*self._unaccepted(found, doc[slips[0].span], one, other)]
            yield from slips

    def _of_people(self, use: NameUse, usual: NamedPerson) -> Finding:
        """What to ask about a full name and one that is near it."""
        witness = next(one for one in usual.uses if one.is_full)
        return self.find(
            use.span,
            f"“{use.text}” here, “{witness.text}” elsewhere in the story: which is right?",
            evidence="The given name is the same and the surnames are nearly so.",
            related=(Related(witness.span, f"“{witness.text}” here"),),
            severity=Severity.ASK,
        )

    def _of_headlines(self, doc: Document) -> Iterator[Finding]:
        """Compare headlines, and lines that are all in capitals, with the story."""
        for name, right in (
            *_loud_lines.slips_in_capitals(doc),
            *_loud_lines.slips_in_headlines(doc),
        ):
            text = doc[name.span]
            yield self.replace(
                name.span,
                right.upper() if text.isupper() else right,
                f"Is “{text}” a misspelling of “{right}”?",
                evidence=f"“{right}” appears {times(len(doc.words.starts(right.lower())))} in the "
                "story; the two spellings are one typo apart.",
                severity=Severity.ASK,
            )

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
        if _one_name.are_person_and_place(doc, found[one], found[other]):
            return
        rare, usual = sorted((one, other), key=lambda text: len(found[text].places))
        less, more = _loud_lines.unjoined(doc, found[rare], found[usual])
        if slips := [*self._slips(doc, less, more)]:
            yield from slips
        elif given := _one_name.given_slip(less, more):
            slip, right = given
            for place in slip.places:
                yield self._finding(place, right.places[0].text, right)
        else:
            yield from self._question(doc, less, more)

    def _slips(self, doc: Document, rare: Known, known: Known) -> Iterator[Finding]:
        """The places of a rare form, if it can hardly be another name."""
        slip, right = rare.places[0].text, known.places[0].text
        is_short = min(len(slip), len(right)) < SHORTEST
        if (is_short and not _short_names.is_slip(rare, known)) or not _one_name.is_slip(
            doc, rare, known
        ):
            return
        unsure = (
            is_short
            or _kinds_of_name.is_relative(doc, rare.spans, known.spans)
            or _one_name.is_unproved(doc, rare, known)
        )
        for place in rare.places:
            found = self._finding(place, right, known)
            yield _asked(found, slip, right) if unsure else found

    def _question(self, doc: Document, rare: Known, usual: Known) -> Iterator[Finding]:
        """What to ask about a form that was never introduced, or of which only it was."""
        # Of two equally frequent forms, the one without a given name is the slip.
        pairs = ((rare, usual), (usual, rare))
        for less, more in pairs:
            if self._is_unannounced(doc, less, more):
                yield self._asked(less, more)
                return
        for less, more in pairs:
            if _mirrored.is_mirror(doc, less, more):
                sure = _mirrored.is_sure(doc, less, more)
                place, right = less.places[0], more.places[0].text
                yield self._finding(place, right, more) if sure else self._asked(less, more)
                return

    def _is_unannounced(self, doc: Document, less: Known, more: Known) -> bool:
        """Whether a bare name was never introduced, and is not too short to compare."""
        place, usual = less.places[0], more.places[0].text
        is_long = min(len(place.text), len(usual)) >= SHORTEST
        if not (is_long or folded(place.before) in TITLES or _short_names.is_slip(less, more)):
            return False
        return _one_name.is_unannounced(doc, less, more)

    def _asked(self, less: Known, more: Known) -> Finding:
        """The question; where each form is there once, which of them is right."""
        place, usual = less.places[0], more.places[0].text
        found = _asked(self._finding(place, usual, more), place.text, usual)
        if len(less.places) < len(more.places) or _is_only_name(usual, place.text):
            return found
        shown = f"“{place.text}” here, “{usual}” elsewhere in the story: which is right?"
        evidence = "Each appears once; the two spellings are one typo apart."
        if len(less.places) > 1:
            evidence = f"Each appears {times(len(less.places))}; the two are one typo apart."
        return found._replace(message=shown, evidence=evidence, fixes=())

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


def _is_only_name(right: str, slip: str) -> bool:
    """Whether only one of two forms is on a list of names."""
    return bool(kinds(folded(right))) and not kinds(folded(slip))


def _asked(finding: Finding, slip: str, right: str) -> Finding:
    """The finding as a question."""
    message = f"Is “{slip}” a misspelling of “{right}”?"
    return finding._replace(message=message, severity=Severity.ASK)
