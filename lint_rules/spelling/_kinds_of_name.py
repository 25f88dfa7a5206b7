"""What the words around a name show: that it is a relative’s, a place’s, or one of a list."""

from __future__ import annotations

from copydesk import Document, Iterable, Span, pattern

_KIN = (
    r"(?:wife|husband|widow(?:er)?|spouse|fianc[ée]e?|partner|(?:step|god|grand)?(?:son|daughter"
    r"|mother|father|child)|(?:half-|step)?(?:brother|sister)|sibling|twin|uncle|aunt|nephew|niece"
    r"|cousin|first lady|(?:mother|father|son|daughter|brother|sister)-in-law)"
)
_KIN_BEFORE = pattern(rf"(?i:\b{_KIN}),?[ \u00a0\n](?:(?i:mrs?|ms)\.?[ \u00a0])?\Z")
_KIN_AFTER = pattern(
    r",? (?:who (?:is|was) )?(?:(?:his|her|their|the)|[A-Z][\w’'-]+[’']s?) (?:[a-z-]+ ){0,2}"
    rf"{_KIN}\b"
)
_PLACE_AFTER = pattern(
    r"[ \u00a0](?:province|city|district|county|region|town|township|village|river|airport|street"
    r"|valley|island|lake|prefecture|oblast|governorate|municipality|harbou?r|stadium)\b"
)
_HER = pattern(r"(?i)\b(?:mrs|ms|miss|madame?|lady|dame|queen|princess)\.?[ \u00a0]\Z")


def is_relative(doc: Document, rare: Iterable[Span], usual: Iterable[Span]) -> bool:
    """Whether a rare name is that of a relative of the usual one, or that of a woman.

    A woman’s, if only the rare one has a title such as “Mrs”: his wife’s name may differ.
    """
    rare = tuple(rare)
    if any(_is_kin(doc, span) for span in rare):
        return True
    return any(_is_hers(doc, span) for span in rare) and not any(
        _is_hers(doc, span) for span in usual
    )


def _is_kin(doc: Document, span: Span) -> bool:
    """Whether a name is that of somebody’s wife, brother or the like, whose may differ."""
    if _KIN_BEFORE.search(doc.before(span, 40)):
        return True
    return _KIN_AFTER.match(doc.text, (span.end, len(doc.text))) is not None


def _is_hers(doc: Document, span: Span) -> bool:
    return _HER.search(doc.before(span, 12)) is not None


def is_of_place(doc: Document, span: Span) -> bool:
    """Whether a word for a place comes after a name: Ghazni province."""
    return _PLACE_AFTER.match(doc.text, (span.end, len(doc.text))) is not None


_WORD = r"[A-Z](?<![^\W_].)[\w’'.-]*"
_ALONE = pattern(rf"\W{{0,4}}{_WORD}(?: {_WORD}){{0,3}}[ :–-]{{0,3}}\d{{0,6}}\W{{0,2}}")
_LISTED_BEFORE = pattern(rf"(?:{_WORD}(?:[,;] (?:and )?| ?[·|•/] ?)|\n[-*•] )\Z")
_LISTED_AFTER = pattern(rf"(?:[,;] (?:and )?| and | ?[·|•/] ?){_WORD}")
_LABEL = 60  # code points of a longer line, which is no entry


def is_entry(doc: Document, span: Span) -> bool:
    """Whether a name is an entry of a list or a menu, where other names are like it."""
    slot = doc.slot_at(span.start)
    if slot is None or slot.kind in ("headline", "deck", "caption"):
        return False
    text = doc.text
    low, high = max(slot.span.start, span.start - _LABEL), min(slot.span.end, span.end + _LABEL)
    start = text.rfind("\n", low, span.start) + 1 or low
    end = text.find("\n", span.end, high)
    if _ALONE.fullmatch(text, (start, high if end < 0 else end)):
        return True
    if not _LISTED_BEFORE.search(doc.before(span, 40)):
        return False
    return _LISTED_AFTER.match(text, (span.end, len(text))) is not None
