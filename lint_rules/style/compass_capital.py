"""A needless capital on a point of the compass."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Rule,
    Scan,
    Severity,
    Span,
    pattern,
    scan,
)
from lint_rules._shared.prose import words

_KINDS = ("headline", "paragraph", "deck", "caption", "list-item")
_WORDS = words(
    "north south east west northeast northwest southeast southwest "
    "northern southern eastern western"
)

_POINT = r"(?:(?:North|South)(?:-?(?:[Ee]ast|[Ww]est))?|East|West)"
_PLACE = (
    r"(?:country|nation|region|island|province|city|territory|peninsula|continent|capital|town)"
)
_PEOPLE = (
    "Ukrainian|Russian|Belarusian|Polish|German|French|Spanish|Italian|Greek|Turkish|Syrian|Iraqi"
    "|Iranian|Israeli|Lebanese|Egyptian|Libyan|Algerian|Moroccan|Nigerian|Kenyan|Ethiopian"
    "|Somali|Sudanese|Congolese|Malian|Pakistani|Indian|Chinese|Japanese|Thai|Vietnamese"
    "|Indonesian|Philippine|Mexican|Brazilian|Colombian|Canadian|British|English|Scottish|Welsh"
    "|Dutch|Danish|Swedish|Norwegian|Finnish|Swiss|Austrian|Hungarian|Romanian|Bulgarian|Serbian"
    "|Croatian|Afghan|Yemeni|Saudi|Georgian|Armenian|Azerbaijani|Portuguese|Albanian"
)
_THINGS = (
    "city|cities|town|towns|village|villages|port|region|regions|province|provinces|district"
    "|districts|state|states|coast|border|island|islands|border|suburb|suburbs"
)


def _near_point(text: str) -> Scan:
    return scan(text, at=_WORDS, before=60)


_FORMS = (
    _near_point(rf"\b(?:the|its|their|this|that) {_PLACE}[’']s ({_POINT})(?![\w-]| [A-Z])"),
    _near_point(rf"\bthe ({_POINT}) of the {_PLACE}\b"),
    _near_point(
        r"\b(?:\d+|few|several|hundred|dozen) (?:miles|kilomet(?:re|er)s|km) (?:to the )?"
        rf"({_POINT}) of\b"
    ),
    _near_point(
        r"\b((?:(?:North|South)(?:-?(?:[Ee]ast|[Ww]est))?|East|West)ern)"
        rf" (?:{_PEOPLE}) (?:[a-z]+ )?(?:{_THINGS})\b"
    ),
)
# What every form has: a point after “the country’s”, before “of”, or before a people.
_FOLLOWED = pattern(rf"{_POINT}(?: of\b|ern [A-Z])")
# Parts of a country that have become names; if a sentence has one, others may be names too.
_NAMED = pattern(
    r"Sides?\b|Ends?\b|Shores?\b|Coasts?\b|Hills?\b|Wards?\b|Midwest|Northeast|Southwest|Northwest"
    r"|Sun Belt|New England|Deep South|Confedera|Union "
)
_REACH = 200  # code points to either side


class CompassCapital(Rule):
    """A direction or part of a country takes no capital unless it is a name.

    South Korea, Northern Ireland and the American South are names; “the country’s
    North” and “a Southern Ukrainian city” are not.
    """

    id = "style/compass-capital"
    severity = Severity.STYLE
    accepts = True
    scans = _FORMS
    source = "Reuters, AP and the Guardian lower-case directions and capitalise names of regions"
    examples = (
        Good("The North Korean team met the South in a Northern Irish city; the West agreed."),
        Good("The country’s South and Midwest were hit. The country’s North Sea coast was not."),
        Good("It snowed on the city’s West and South Sides, and in the town’s East End."),
        Good("The country’s north is cold; the Western Australian coast is not."),
        Good("Southern Ukrainian city hit\n\nSouthern Ukrainian cities were hit."),
        Bad("A missile hit the country’s [[North]].", "A missile hit the country’s north."),
        Bad("He came to the [[Southern]] Ukrainian city of Odesa.",
            "He came to the southern Ukrainian city of Odesa."),
        Bad("It fell 30 miles [[East]] of the port.", "It fell 30 miles east of the port."),
        Bad("Snow fell in the [[North]] of the country.", "Snow fell in the north of the country."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look for points of the compass in places where they cannot be names."""
        if not any(_is_likely(doc.text, place) for place in _FORMS[0].anchors(doc)):
            return
        for match in (one for form in _FORMS for one in form.finditer(doc)):
            slot, span = doc.slot_at(match.start()), Span(*match.span(1))
            if slot is None or slot.kind not in _KINDS or doc.is_speech(slot):
                continue
            if not _is_named(doc, span, slot.span):
                yield self.replace(
                    span,
                    match[1].lower(),
                    f"“{match[1]}” is a direction here, not a name.",
                    evidence="Only regions take a capital: the Middle East, the South.",
                )


def _is_likely(text: str, place: int) -> bool:
    """Whether a point of the compass with a capital is where all of the forms have it.

    That is so of few: after “the country’s”, before “of”, or before a people.
    """
    if not text[place].isupper():
        return False
    if text[place - 3 : place] in ("’s ", "'s "):
        return True
    return _FOLLOWED.match(text, (place, len(text))) is not None


def _is_named(doc: Document, span: Span, slot: Span) -> bool:
    """Whether it begins a sentence, or the name of part of a country is near it."""
    sentence = doc.sentence_at(span.start) or slot
    if sentence.start == span.start:
        return True
    near = (max(sentence.start, span.start - _REACH), min(sentence.end, span.end + _REACH))
    return _NAMED.search(doc.text, near) is not None
