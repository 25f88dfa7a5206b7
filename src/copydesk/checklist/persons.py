"""The people on a check list: titles, roles, ages."""

from __future__ import annotations

from copydesk.checklist.model import Person
from copydesk.checklist.spots import flat
from copydesk.names import people
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.checklist.spots import Spots
    from copydesk.document import Document
    from copydesk.names import NamedPerson

_AGE_AFTER = compiled(r"(?:, | \()(?:aged? )?(\d{1,3})(?=[,.;)]|\s(?:and|of|from|was|is|who)\b)")
_AGE_BEFORE = compiled(r"\b(\d{1,3})[- ]year[- ]old (?:[\w’'-]+ ){0,3}\Z")
_SMALL = r"(?:an?|the|his|her|their|our|its|whose|one of|now|then|also|formerly|co-?)"
_ROLE = compiled(
    rf",(?: (?:aged? )?\d{{1,3}},)? (?P<role>(?:{_SMALL}\s[^,.;:!?()“”\"\n]{{3,90}}"
    r"|(?:[a-z][\w’'-]*\s){0,3}(?:of|for|at|with)\s[^,.;:!?()“”\"\n]{3,80}"
    r"|(?:[\w’'-]+\s){0,5}(?:director|president|spokes\w+|manager|professor|chief|chair\w*|leader"
    r"|secretary|minister|mayor|owner|founder|head|editor|coach|officer|analyst|teacher|student"
    r"|lawyer|attorney|captain|sheriff|economist|engineer|doctor|resident|senior|junior|freshman"
    r"|sophomore|principal)\b[^,.;:!?()“”\"\n]{0,60}))(?=[,.;:)]|\Z|\n)"
)
_VERB = compiled(r"\b(?:said|says|told|was|is|were|are|has|had|will|would|added|wrote|did)\b")
_FAR = 60  # code points around a name in which its age is looked for
_LONGEST = 140


def persons(doc: Document, spots: Spots) -> Iterator[Person]:
    """The people whom the story names in full, in order."""
    for person in people(doc):
        yield Person(
            person.full,
            person.titles,
            tuple(dict.fromkeys(_roles(doc, person))),
            tuple(dict.fromkeys(_ages(doc, person))),
            tuple(spots.of(use.span) for use in person.uses),
        )


def _roles(doc: Document, person: NamedPerson) -> Iterator[str]:
    """What the copy says of a person right after the full name."""
    for use in person.uses:
        if not use.is_full:
            continue
        match = _ROLE.match(doc.text, use.span.end, use.span.end + _LONGEST)
        if match is not None and not _VERB.search(match["role"]):
            yield flat(match["role"])


def _ages(doc: Document, person: NamedPerson) -> Iterator[str]:
    for use in person.uses:
        after = _AGE_AFTER.match(doc.text, use.span.end, use.span.end + _FAR)
        before = _AGE_BEFORE.search(doc.before(use.span, _FAR))
        for match in (before, after):
            if match is not None and 0 < int(match[1]) < 120:
                yield match[1]
