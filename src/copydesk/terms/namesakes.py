"""Whether a place's old name is that of a person, or of a thing that is named after the place.

“Jessa Odessa” is a person, and Moscow's Kiev railway station keeps its name whatever the
city is called now. This is true of English, not of one place; entries opt in with ``names``.
"""

from __future__ import annotations

from functools import lru_cache

from copydesk.regexes.compiled import compiled
from copydesk.terms.context import OPENERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document import Document
    from copydesk.document.slots import Slot
    from copydesk.model.findings import Span

_REACH = 60  # code points on either side of a name that are looked at
_FIRST = compiled(
    r"(?:^|(?<=[\s(“\"‘—–]))(?:(?:Mr|Mrs|Ms|Dr|Prof)\.? "
    r"|(?P<word>[A-Z][^\W\d_]*(?:-[A-Z][^\W\d_]*)*[a-z]) (?:[A-Z]\. ?)?)$"
)
# What comes after the name of somebody who speaks or is introduced.
_SOMEBODY = compiled(
    r"(?:,? (?:who|says?|said|told|tells|asked|added|adds|wrote|writes|spoke|explain(?:s|ed)"
    r"|recall(?:s|ed)|argue[sd]|agree[sd]|insist(?:s|ed)|laugh(?:s|ed)|smile[sd]|admit(?:s|ted)"
    r"|joke[sd]|warn(?:s|ed)|thinks|believes|knows|remember(?:s|ed)|is|was|has|had)\b"
    r"|, (?:aged )?\d\d?\b|, (?:an?|the|head|chief|president|mayor|director)\b"
    r"|['’]s (?:wife|husband|mother|father|son|daughter|brother|sister|family|office"
    r"|lawyer|team|home|work)\b)"
)
_TIME_WORDS = """
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June
July August September October November December
"""
_OTHER_WORDS = """
Across These Those Tomorrow Tonight Despite Except Besides Than Then There Here Nor Not No Yet
Still Even Only Just Perhaps Maybe Why What Who How Which Whether Whatever Like Unlike Is Are
Was Were Has Have Had Will Would Can Could Should Might Must Does Do Did Let Leaving Entering
Reaching Visiting Downtown Greater Upper Lower Old New Inner Outer Metropolitan Post Spring
Summer Autumn Fall Winter Soviet Belarusian German Polish American British European Jewish
Nazi Imperial Tsarist Occupied Besieged Wartime Modern Ancient Medieval Moscow Ukraine Russia
Crimea Donbas Given Yes Well Indeed Instead However Therefore Thus Hence Earlier Soon Always
Never Often Sometimes Again First Second Third Last Next Another Each Every All Most Many Some
Any Much More Less Neither Either Everyone Wherever Whenever Per Amid Among Behind Below Above
Opposite Within Upon Plus Help Send Give Save Stop Free Visit See Watch Leave Take Make Keep
Attack Attacks Defend Pro Anti Ex Dear Poor Little Big Great Beautiful Capital City Nearby
Chicken Cutlet Duck Rice Tea Miss Port Fort Mount Lake Cape Saint Santa San Club Dynamo Radio
Hotel Bank University College Hospital Airport Bishop Archbishop Metropolitan Governor Mayor
Proud Quiet Whole Ukrainian Russians Ukrainians Attacked Ruined Abandoned Bombed Shelled
"""
_TIMES = frozenset(_TIME_WORDS.split())
# Capitalised words that stand before a place and are no first names.
_NO_NAMES = OPENERS | _TIMES | frozenset(_OTHER_WORDS.split())
_NO_ENDINGS = ("ing", "ly")  # Arming Kiev, apparently Kiev
_STREETS = (
    r"(?:streets?|roads?|avenues?|squares?|boulevards?|embankments?|highways?|bridges?|stations?"
    r"|terminus|metro|hotels?|restaurants?|caf[eé]s?|cinemas?|theat(?:er|re)s?|markets?|parks?)"
)
_ELSEWHERE = compiled(
    rf"^ (?:[a-z]+ ){{0,2}}?{_STREETS}\b[^.;:!?\n]{{0,30}}? in (?:the )?(?P<where>[A-Z][\w-]+)"
)
_ONE_OF = compiled(r"\b(?:[Aa]|[Oo]ne|[Ss]ome|[Ss]everal|[Mm]any|[Tt]wo|[Tt]hree) $")
_NAMED = compiled(
    r"(?:\b(?:cruiser|carrier|submarine|destroyer|frigate|corvette|warship|icebreaker|steamer"
    r"|steamship|liner|ferry|tanker|freighter|trawler|yacht|locomotive|hotel|restaurant|caf[eé]"
    r"|cinema|nightclub|pub|brand|band|magazine)"
    r"|\b(?:[Bb]attles?|[Ss]ieges?|[Ss]ack|[Tt]reat(?:y|ies)|[Pp]eace|[Pp]ogroms?|[Mm]assacres?"
    r"|[Pp]rince(?:ss|s)?|[Gg]rand [Dd]ukes?|[Dd]ukes?|[Dd]uchy|[Pp]rincipality|[Kk]hanate"
    r"|[Ee]mirate|[Ss]ultanate|[Ee]mpire|[Mm]aharajas?|[Mm]aharanis?|[Nn]awabs?|[Nn]izams?"
    r"|[Rr]ajahs?|[Gg]aekwads?) of"
    r"|\b(?:FC|FK|HC|BC|SC|SKA|Lokomotiv|Metallist|Spartak|Torpedo|Zenit)) $"
)
_BYGONE = compiled(
    r"^ (?:dynasty|principality|khanate|emirate|sultanate|kingdom|pogroms?|ghetto|massacre"
    r"|stamps?|coins?|banknotes?|Street|Road|Avenue|Lane|Boulevard|Square|Hotel)\b"
)
_OPENING = 300  # code points of a slot by which its capitals are judged
_LOWEST = 3  # letters of a word in lower case that shows that a headline is set as a sentence


def is_namesake(doc: Document, span: Span, home: tuple[str, ...]) -> bool:
    """Whether the name is that of a person or of a thing elsewhere.

    Args:
        doc: the draft.
        span: the name.
        home: words for where the place lies: a station there is no thing elsewhere.
    """
    return is_person(doc, span) or _is_thing(doc, span, home)


def is_person(doc: Document, span: Span) -> bool:
    """Whether a first name is before the name, or the draft has a person of that name."""
    own = doc[span]
    if not own.istitle() or " " in own:
        return False
    return _first_name(doc, span.start) is not None or _is_anyone(doc, own)


@lru_cache(maxsize=16)
def _is_anyone(doc: Document, name: str) -> bool:
    """Whether somebody of that name speaks, or is introduced; “Chicken Kiev” is nobody.

    Cached, as a draft may have the name often.
    """
    return any(
        doc.text.startswith(name, start)
        and (first := _first_name(doc, start)) is not None
        and (not first or _SOMEBODY.match(doc.text, start + len(name)) is not None)
        for start in doc.words.starts(name.lower())
    )


def _first_name(doc: Document, start: int) -> str | None:
    """The first name before a place in the text, empty for “Mr”; None if there is none."""
    slot = doc.slot_at(start)
    if slot is None:
        return None
    found = _FIRST.search(doc.text[max(slot.span.start, start - _REACH) : start])
    if found is None or found["word"] in _NO_NAMES:
        return None
    word = found["word"] or ""
    return None if word.endswith(_NO_ENDINGS) or not _is_running(doc, slot) else word


def _is_running(doc: Document, slot: Slot) -> bool:
    """Whether not every word of a slot has a capital, as those of many headlines do."""
    first = doc.text[slot.span.start : min(slot.span.end, slot.span.start + _OPENING)]
    words = (word.strip(",.;:!?") for word in first.split())
    return any(word.isalpha() and word.islower() and len(word) > _LOWEST for word in words)


def _is_thing(doc: Document, span: Span, home: tuple[str, ...]) -> bool:
    before, after = doc.before(span, _REACH), doc.after(span, _REACH)
    if _NAMED.search(before) or _BYGONE.match(after):
        return True
    found = _ELSEWHERE.match(after)
    if found is None or _ONE_OF.search(before) or found["where"] in _TIMES:
        return False
    return not found["where"].startswith(home)
