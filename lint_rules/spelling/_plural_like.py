"""Names that differ by a final s: Robert and Roberts, Northway Lines and Northways Lines."""

from __future__ import annotations

from copydesk import Document, Iterator, pattern
from lint_rules._shared import posts
from lint_rules._shared.names import folded, forms, is_written, kinds, names
from lint_rules._shared.prose import words
from lint_rules.spelling import _mirrored, _one_name
from lint_rules.spelling._doubtful_names import TITLES
from lint_rules.spelling._known_names import Known, is_given

_SHORTEST = 5  # letters of the form without s
_COURTESY = pattern(r"\b(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep)\.?[ \u00a0]\Z")
_ROYAL = words("prince princess king queen pope saint father sister brother emperor")
_OFTEN = 2  # times that the right form is there


def plural_slips(doc: Document) -> Iterator[tuple[Known, Known]]:
    """Pairs of names of which one, there once, has an s too many or too few, and the other."""
    found = set(forms(doc))
    plural = [form for form in found if form[-1] == "s" and form[:-1] in found]
    pairs = [
        (form[:-1], form)
        for form in plural
        if len(form) > _SHORTEST and "w" not in kinds(folded(form[:-1]))
    ]
    if not pairs:
        return
    places: dict[str, Known] = {}
    for name in names(doc):
        if not posts.is_in_post(doc, name.span):
            places.setdefault(name.text, Known([])).places.append(name)
    for pair in pairs:
        if all(text in places for text in pair):
            rare, usual = sorted((places[text] for text in pair), key=_number)
            if len(rare.places) == 1 and len(usual.places) >= _OFTEN and _is_slip(doc, rare, usual):
                yield rare, usual


def _number(known: Known) -> int:
    return len(known.places)


def _is_slip(doc: Document, rare: Known, usual: Known) -> bool:
    place = rare.places[0]
    if is_written(doc, place.span) or doc.is_deliberate(place.span):
        return False
    known = set(kinds(folded(place.text))) | set(kinds(folded(usual.places[0].text)))
    if place.after:  # a body: the same word follows
        later = [one for one in usual.places if one.after == place.after]
        return not known & {"n", "w"} and len(later) >= _OFTEN
    if "n" in known and "g" not in known:
        return False  # Americans
    if not usual.first_names or not _mirrored.is_bare_use(doc, place.span, place.before, ""):
        return False
    if any(one.after and not is_given(one.before) for one in usual.places):
        return False  # a given name
    if folded(place.before) in _ROYAL:
        return False
    is_titled = folded(place.before) in TITLES - {"the"} or _is_titled(doc, place.span.start)
    return is_titled or (not place.before and _says(doc, place.span.end))


def _is_titled(doc: Document, start: int) -> bool:
    return _COURTESY.search(doc.before(start, 6)) is not None


def _says(doc: Document, end: int) -> bool:
    return _one_name.SAYS.match(doc.text, (end, len(doc.text))) is not None
