"""The mirror case: a full name that differs by a letter from the surname the story goes on with."""

from __future__ import annotations

from copydesk import Document, Span, pattern
from lint_rules._shared.names import folded, is_written, kinds
from lint_rules.spelling import _endings, _kinds_of_name, _one_name
from lint_rules.spelling._doubtful_names import SHORTEST
from lint_rules.spelling._known_names import Known, is_given

_ENOUGH = 3  # bare uses of a surname that make a form of it the story's own
_ARTICLE = pattern(r"(?:\b[Tt]he|\b[Aa]n?|[’']s) \Z")
_THING_AFTER = pattern(
    r"(?:[’']s?)? (?:[Ff]oundation|[Cc]enter|[Cc]entre|[Cc]ounty|[Cc]ity|[Uu]niversity|[Cc]ollege"
    r"|[Ss]chools?|[Ii]nc\b|[Cc]o\b|[Cc]ompany|[Gg]roup|[Ss]treet|[Rr]oad|[Aa]venue|[Pp]ark)"
)


def is_mirror(doc: Document, full: Known, bare: Known) -> bool:
    """Whether a surname that is used bare was never introduced, but a name like it was.

    The full name is given once or twice and never comes again; the bare surname comes after it.
    """
    if len(full.places) > _one_name.MOST or not bare.places or bare.first_names:
        return False
    slip, right = full.places[0].text, bare.places[0].text
    if _endings.are_forms(folded(slip), folded(right)):
        return False
    if not all(_is_introduction(doc, place.before, place.after) for place in full.places):
        return False
    if any("w" in kinds(folded(word)) for word in (slip, right)) and len(bare.places) < _ENOUGH:
        return False
    if any(_one_name.in_lower_case(doc, word.lower()) for word in (slip, right)):
        return False
    first = full.places[0].span
    if any(is_written(doc, span) or doc.is_deliberate(span) for span in full.spans):
        return False
    used = [
        place for place in bare.places if is_bare_use(doc, place.span, place.before, place.after)
    ]
    body = [one for one in used if not _is_above(doc, one.span)]
    if not body or body[0].span.start < first.start:
        return False
    return len(used) * 2 > len(bare.places)


def _is_introduction(doc: Document, before: str, after: str) -> bool:
    """Whether a given name is before a surname, and nothing that goes on with the name after it."""
    known = kinds(folded(before))
    return is_given(before) and not after and ("g" in known or "n" not in known)


def is_bare_use(doc: Document, span: Span, before: str, after: str) -> bool:
    """Whether a surname is alone, as that of a person: no article, no thing named after one."""
    if after or is_given(before):
        return False
    if _ARTICLE.search(doc.before(span, 5)) or _kinds_of_name.is_of_place(doc, span):
        return False
    return not _THING_AFTER.match(doc.text, (span.end, len(doc.text)))


def is_sure(doc: Document, full: Known, bare: Known) -> bool:
    """Whether only one of the two can be a name: the slip is none that any list has."""
    slip, right = full.places[0].text, bare.places[0].text
    return (
        not kinds(folded(slip))
        and slip.isascii()
        and len(full.places) == 1
        and len(bare.places) >= _ENOUGH
        and min(len(slip), len(right)) >= SHORTEST
        and not _kinds_of_name.is_relative(doc, full.spans, bare.spans)
    )


def _is_above(doc: Document, span: Span) -> bool:
    """Whether a place is in a headline, a deck or a caption, which may come before the copy."""
    slot = doc.slot_at(span.start)
    return slot is not None and slot.kind in (
        "headline", "deck", "kicker", "caption", "alt", "credit", "heading",
    )  # fmt: skip
