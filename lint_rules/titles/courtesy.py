"""titles/courtesy: one person who is Mr. here and Ms. there."""

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
    Span,
    pattern,
    people,
)
from lint_rules._shared import posts
from lint_rules._shared.kin import has_kin
from lint_rules._shared.names import folded
from lint_rules._shared.summary import times

_NAME = pattern(r"\.?[ \u00a0]([A-Z][\w-]+)")
_HIS = frozenset({"mr", "sir"})
_HER = frozenset({"ms", "mrs", "miss", "dame"})


class Courtesy(Rule):
    """A person has the same courtesy title throughout the story.

    “Mr. Poe” three times and “Ms. Poe” once: one of them is wrong, and the reader takes them for
    two people. The rule asks if the story names one person of that surname only. It is silent in
    stories with relatives and in speech, and about changes from “Miss” to “Mrs.”.
    """

    id = "titles/courtesy"
    severity = Severity.ASK
    triggers = ("mr", "sir")
    examples = (
        Bad("Pat Poe spoke on Monday. Ms. Poe was late.\n\nMs. Poe left. [[Mr. Poe]] won."),
        Bad("Pat Poe spoke. Mr Poe was late, and Mr Poe left.\n\nThe board thanked [[Ms Poe]]."),
        Good("Pat Poe spoke. Mr. Poe was late. Mr. Poe and his wife left. Ms. Poe won."),
        Good("Pat Poe and Ann Poe spoke. Mr. Poe was late. Mr. Poe left. Ms. Poe won."),
        Good("Ann Poe spoke. Miss Poe was late. Miss Poe left. Mrs. Poe won."),
        Good("Pat Poe spoke. Mr. Poe was late. Mr. Poe left. “Ms. Poe is here,” he said."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the courtesy titles before each surname."""
        if _names_after(doc, _HIS).isdisjoint(_names_after(doc, _HER)):
            return
        found = people(doc)
        surnames = [folded(one.surname) for one in found]
        for person in found:
            if surnames.count(folded(person.surname)) == 1:
                yield from self._of_person(doc, person)

    def _of_person(self, doc: Document, person: NamedPerson) -> Iterator[Finding]:
        his = [use for use in person.uses if _is_titled(doc, use, _HIS)]
        hers = [use for use in person.uses if _is_titled(doc, use, _HER)]
        rare, usual = sorted((his, hers), key=_weight)
        if len(rare) != 1 or not usual or _has_relatives(doc, person):
            return
        if len(usual) > 1 or not _are_spouses(hers):
            use, other = rare[0], usual[0]
            yield self.find(
                _with_title(use),
                f"“{use.title} {use.text}” here, “{other.title} {other.text}” elsewhere: "
                "which is right?",
                evidence=f"“{other.title}” appears {times(len(usual))} before this name.",
                related=(Related(_with_title(other), f"“{other.title}” here"),),
            )


def _names_after(doc: Document, titles: frozenset[str]) -> set[str]:
    """The capitalised words after some titles."""
    found = set()
    for title in doc.words.among(titles):
        for start in doc.words.starts(title):
            match = _NAME.match(doc.text, (start + len(title), len(doc.text)))
            if match is not None:
                found.add(match[1])
    return found


def _weight(uses: list[NameUse]) -> tuple[int, int]:
    """How often a title is there; of two, the one that comes first has more."""
    return len(uses), -uses[0].span.start if uses else 0


def _with_title(use: NameUse) -> Span:
    return use.span._replace(start=use.span.start - len(use.title) - 1)


def _are_spouses(hers: list[NameUse]) -> bool:
    """Whether “Mr.” and “Mrs.”, each there once, are rather a couple."""
    return hers[0].title.rstrip(".").lower() == "mrs"


def _has_relatives(doc: Document, person: NamedPerson) -> bool:
    """Whether a paragraph that names the person has a word for a relative."""
    slots = {slot for use in person.uses if (slot := doc.slot_at(use.span.start)) is not None}
    return any(has_kin(doc[slot.span]) for slot in slots)


def _is_titled(doc: Document, use: NameUse, titles: frozenset[str]) -> bool:
    """Whether one of the titles is before a name in the paper’s own words."""
    if not use.title or use.title.rstrip(".").lower() not in titles:
        return False
    return doc.quote_at(use.span) is None and not posts.is_in_post(doc, use.span)
