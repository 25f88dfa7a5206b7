"""fields/byline: the byline, the authors, the line about the author and their mail address."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Field,
    Finding,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    Slot,
    Span,
    pattern,
)
from lint_rules.fields._people import Person, folded, is_close, people, person
from lint_rules.fields._reading import Told, told

_HEAD = 60  # code points in which the verb of such a line begins
_SIGNS = (" is ", " covers ", " reports ", " writes ", " works as ", " serves as ")
_LAST = 4  # paragraphs at the end in which the line about the author may be
_NAME = r"(?P<name>\p{Lu}[\p{L}.’'\-]*(?: (?:\p{Lu}[\p{L}.’'\-]*|de|van|von|der|al|la)){1,3})"
_IS = pattern(
    rf"{_NAME} (?:is|works as|serves as) (?:an?|the|our|one of) (?:[\w’'&.,-]+ ){{0,9}}?"
    r"(?:reporter|writer|editor|correspondent|columnist|journalist|producer|freelancer"
    r"|intern|fellow|critic|staffer)\b"
    rf"|{_NAME} (?:covers|reports on|writes about|reports for|writes for)\b"
)
_REACH = pattern(
    r"(?i)\b(?:reach|contact|e-?mail|write to|message)\s+(?:him|her|them|the (?:reporter|author"
    r"|writer)|me|\p{Lu}\w+(?: \p{Lu}\w+)?)\s+at\b|\bcan be (?:reached|contacted|e-?mailed)\b"
)
_MAIL = pattern(r"(?P<local>[A-Za-z]+(?:[._-][A-Za-z]+)*)@[\w-]+(?:\.[\w-]+)+")
_PAPER = pattern(r"(?i)\b(?:of|for|from)\s|\s/\s|\||\bspecial to\b")
_OTHERS = pattern(
    r"(?i)\b(?:contribut\w+|edited by|editors?:|photograph\w* by|translated|with reporting"
    r"|reported by|guest|illustrat\w+|produced by|data by|(?:also|additional) report)"
)


class FieldByline(Rule):
    """The byline, the authors, the line about the author and the mail address name one person.

    A story copied from the last one keeps its author, or the address at the end. Readers write
    to the wrong reporter, and the archive credits the wrong one.
    """

    id = "fields/byline"
    severity = Severity.STOP
    triggers = ("@fields",)
    examples = (
        Good('+++\ntitle = "Pier opens"\nbyline = "Ann Poe of The Star"\nauthors = ["Ann Poe"]\n'
             "+++\n\nIt is open.\n\n*Ann Poe is a reporter for The Star. Reach her at "
             "ann.poe@example.org.*\n", format="markdown"),
        Good('+++\nbyline = "The Associated Press"\nauthors = ["Ann Poe"]\n+++\n\nIt is open.',
             format="markdown"),
        Good('+++\nbyline = "Ann Poe and Bo Roe"\nauthors = ["ann-poe", "bo-roe"]\n+++\n\nIt is.',
             format="markdown"),
        Bad('+++\nbyline = "Ann Poe of The Star"\nauthors = ["[[Cy Doe]]"]\n+++\n\nIt is open.',
            format="markdown"),
        Bad('+++\nbyline = "Ann Poe"\n+++\n\nIt is open.\n\n*[[Cy Doe]] is a reporter for The '
            "Star.*\n", format="markdown"),
        Bad('+++\nbyline = "Ann Poe"\n+++\n\nIt is open.\n\n*Ann Poe is a reporter for The Star. '
            "Reach her at [[cyrus.doeman]]@example.org.*\n", format="markdown"),
    )  # fmt: skip

    def check_source(self, doc: Document) -> Iterator[Finding]:
        """Compare the names in the fields, and those at the end of the story with them."""
        bylines, authors = told(doc, "byline") or _in_text(doc), told(doc, "author")
        if not bylines and not authors:
            return
        signed, listed = _people(bylines), _people(authors)
        yield from self._authors(signed, listed, len(authors))
        known = [one for one, _ in (*signed, *listed)]
        if known and all(people(one.text) for one in bylines):
            yield from self._at_the_end(doc, known, (bylines or authors)[0])

    def _authors(
        self, signed: list[tuple[Person, Told]], listed: list[tuple[Person, Told]], count: int
    ) -> Iterator[Finding]:
        if not signed or not listed or len(listed) < count:
            return
        if any(one.is_like(other) for one, _ in signed for other, _ in listed):
            if all(_is_of_one_paper(field.text) for _, field in signed):
                yield from self._lacking(signed, listed)
            return
        (one, field), (other, witness) = listed[0], signed[0]
        near = any(a.is_near(b) for a, _ in signed for b, _ in listed)
        yield self.find(
            field.source,
            f"“{field.key}” has {one.shown}, “{witness.key}” has {other.shown}: which is right?",
            evidence="Both say who wrote the story.",
            related=[Related(witness.source, "the byline")],
            severity=Severity.ASK if near else None,
        )

    def _lacking(
        self, signed: list[tuple[Person, Told]], listed: list[tuple[Person, Told]]
    ) -> Iterator[Finding]:
        """A person in the byline who is not among the authors, or the other way round."""
        for here, there in ((signed, listed), (listed, signed)):
            for one, field in here:
                if not any(one.is_like(other) or one.is_near(other) for other, _ in there):
                    witness = there[0][1]
                    yield self.find(
                        witness.source,
                        f"{one.shown} is in “{field.key}” and not in “{witness.key}”: add the "
                        "name, or take it out?",
                        evidence="Both say who wrote the story.",
                        related=[Related(field.source, "named here")],
                        severity=Severity.ASK,
                    )
                    return

    def _at_the_end(self, doc: Document, known: list[Person], field: Told) -> Iterator[Finding]:
        slots = _last(doc)
        named = list(_taglines(doc, slots))
        reached = [
            (slot, reach)
            for slot in slots
            if doc.text.find("@", *slot.span) >= 0 and (reach := _REACH.search(doc.text, slot.span))
        ]
        if not named and not reached:
            return
        if any(_OTHERS.search(doc.text, slot.span) for slot in slots):
            return
        for one, span in named:
            if not any(_may_be(one, other) for other in known) and len(named) <= len(known):
                yield self.find(
                    doc.to_source(span),
                    f"The line is about {one.shown}, “{field.key}” has {known[0].shown}: which is "
                    "right?",
                    evidence="The line at the end says who wrote the story.",
                    related=[Related(field.source, field.key)],
                )
                return
        known = [*known, *(one for one, _ in named)]
        for slot, reach in reached:
            if _names_one(doc[slot.span], known):
                yield from self._mail(doc, slot, reach.end(), known, field)

    def _mail(
        self, doc: Document, slot: Slot, at: int, known: list[Person], field: Told
    ) -> Iterator[Finding]:
        start = doc.to_source(Span(at - 1, at)).end
        end = doc.to_source(Span(slot.span.end - 1, slot.span.end)).end
        wrong = [
            found
            for found in _MAIL.finditer(doc.source, Span(start, end))
            if _is_of_another(found["local"], known) and not _is_named(doc[slot.span], found[0])
        ]
        if wrong:
            first, *more = [Span(*found.span("local")) for found in wrong]
            yield self.find(
                first,
                f"The address is not {known[0].shown}’s: whose is {wrong[0][0]}?",
                evidence=f"“{field.key}” has {known[0].shown}.",
                related=[*(Related(span, "also here") for span in more),
                         Related(field.source, field.key)],
            )  # fmt: skip


def _is_of_one_paper(text: str) -> bool:
    """Whether a byline names one paper at most: authors of another one may not be listed."""
    return sum(1 for _ in _PAPER.finditer(text)) <= 1


def _in_text(doc: Document) -> list[Told]:
    """The bylines in the text of a story that has no field for one."""
    slots = [slot for slot in doc.parsed.slots if slot.kind == "byline" and not doc.role_of(slot)]
    found = [(doc[slot.span], doc.to_source(slot.span)) for slot in slots]
    return [Told(Field("byline", "byline", text, at), text, at) for text, at in found]


def _people(fields: list[Told]) -> list[tuple[Person, Told]]:
    return [(one, field) for field in fields for one in people(field.text)]


def _last(doc: Document) -> list[Slot]:
    """The last paragraphs of the text."""
    found: list[Slot] = []
    for slot in reversed(doc.parsed.slots):
        if slot.kind in ("paragraph", "note", "list-item", "heading") and not doc.role_of(slot):
            found.append(slot)
            if len(found) == _LAST:
                break
    return found[::-1]


def _taglines(doc: Document, slots: list[Slot]) -> Iterator[tuple[Person, Span]]:
    """Those whom the lines at the end introduce as the author, with the place of the name."""
    for slot in slots:
        head = doc.text[slot.span.start : slot.span.start + _HEAD]
        if not any(sign in head for sign in _SIGNS):
            continue
        if (found := _IS.match(doc.text, slot.span)) is not None:
            one = person(found["name"])
            if one is not None:
                yield one, Span(*found.span("name"))


def _names_one(text: str, known: list[Person]) -> bool:
    """Whether a paragraph has the surname of one of these people."""
    return any(one.words[-1] in folded_words for folded_words in [set(map(folded, text.split()))]
               for one in known)  # fmt: skip


def _may_be(one: Person, other: Person) -> bool:
    return one.is_like(other) or one.is_near(other)


def _is_named(text: str, address: str) -> bool:
    """Whether the paragraph itself says whose address it is."""
    here = set(map(folded, text.replace(address, " ").split()))
    return any(folded(part) in here for part in address.partition("@")[0].split("."))


def _is_of_another(local: str, known: list[Person]) -> bool:
    """Whether the first part of an address is a name, and that of nobody known."""
    names = [folded(part) for part in local.replace("_", ".").replace("-", ".").split(".")]
    if len(names) < 2 or any(len(name) < 3 for name in names):
        return False
    return not any(
        name in word or word in name or is_close(name, word)
        for one in known
        for word in one.words
        if len(word) > 2
        for name in names
    )
