"""Capitalised words that no list has: slips of common names and words, or other names."""

from __future__ import annotations

from copydesk import Document, Severity, Span, pattern
from lint_rules._shared.names import kinds
from lint_rules._shared.prose import words
from lint_rules._shared.spelled import CLEARLY, Near
from lint_rules.spelling._likely_slips import ADDED, BESIDE, price

SHORTEST = 4  # letters of a name
_SHORT, _SURE, _ASKED, _LONG = 5, 6, 7, 8  # of a name that was surely meant, of one to ask about, of a word
_COMMON, _OFTEN = 60, 70  # rank of a word that was meant
_CAPITAL_AFTER = pattern(r"(?:['’]s)? [A-Z]")
_CAPITAL_BEFORE = pattern(r"[A-Z][\w.’'-]* \Z")
_NO_NAME = pattern(
    r"(?:\A|[\s“\"(])(?:In|On|Of|The|By|At|From|For|To|And|Until|Since|North|South|East|West|New|"
    r"Northern|Southern|Eastern|Western|Prime|Foreign|Former|State|House|United) \Z"
)
# Nobody and nothing is called like these, but for a letter.
_CALENDAR = words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February September October "
    "November December"
)
# What bodies, parties and places are called, whatever is before it.
_PARTS = words(
    "institute society museum council league court party union university committee commission "
    "ministry department association federation bank board agency authority parliament congress "
    "senate assembly government police hospital college school church foundation trust club centre "
    "center office bureau service nations democratic republican conservative liberal national "
    "international supreme federal royal republic kingdom states company corporation academy "
    "circle street road avenue square bridge river lake island islands county valley mountain "
    "mountains ocean airport station stadium district province region territory castle palace "
    "cathedral library theatre theater festival championship championships organization "
    "organisation administration network alliance movement front army force forces security "
    "command guard chamber tribunal institution laboratory"
)
_MONTHS = words("march april june july august")
_DAY_AFTER = pattern(r" \d{1,4}\b")
_DAY_BEFORE = pattern(r"\b\d{1,2}(?:st|nd|rd|th)?(?: of)? \Z")
_IN_TIME = pattern(r"\b(?:in|since|until|by|last|next|of|late|early) \Z")
_NO_MORE = pattern(r"[.,;)]| (?:and|when|to|a|the|with|for|after|but|or|as|at)\b")
_TITLES = words("mr mrs ms dr prof sir lady lord judge justice sgt capt col gen rep sen rev")
_BACK = 24  # code points
_OF = pattern(r" (?:of|for|on) ")
_BODY_BEFORE = pattern(r"(?:\b[tT]he |\b[A-Z][\w’']*[a-z] )\Z")
_IN = pattern(r"\b(?:in|from|to|near|at) \Z")
_FOREIGN = ("cional", "sional", "tionale", "zione", "cion", "ismo", "ista", "iya", "ija")


def judged(doc: Document, span: Span, shown: str, found: list[Near]) -> Severity | None:
    """How sure it is that a capitalised word is a slip; None if it may be a name."""
    meant, low = found[0], shown.lower()
    if any(one.word.lower() in _MONTHS for one in found[:2]) and _is_a_date(doc, span):
        is_first = meant.word.lower() in _MONTHS
        return Severity.FIX if is_first and price(low, meant.word.lower()) <= ADDED else Severity.ASK
    if len(low) < _SHORT:
        return None
    ahead = meant.rank - (found[1].rank if len(found) > 1 else 0)
    is_name = meant.word[0].isupper()
    if meant.word in _PARTS and _is_in_a_name(doc, span):
        return _of_part(low, meant, ahead)
    if ahead < CLEARLY // 2 or low.endswith(_FOREIGN) or _at_the_edge(low, meant.word.lower()):
        return None
    cost = price(low, meant.word.lower())
    is_swapped = cost == 0 and sorted(low) == sorted(meant.word.lower()) and meant.rank >= _OFTEN
    if is_swapped and not _is_persons(doc, span):
        return Severity.FIX
    if cost == 0 and meant.rank >= _COMMON and len(low) >= _SURE and _opens(doc, span):
        return Severity.FIX
    if not is_name and (len(low) < _LONG or meant.rank < _COMMON):
        return None
    if meant.word in _CALENDAR and len(low) >= _SURE and cost <= ADDED:
        return Severity.FIX
    is_added = not is_name and cost <= ADDED and len(low) > len(meant.word)
    if _is_persons(doc, span):
        return None
    if is_added or (cost == 0 and len(low) >= _SURE):
        return Severity.FIX
    if _has_a_name_beside(doc, span) or cost > BESIDE:
        return None
    is_place = is_name and _has_a_preposition(doc, span)
    if cost == 0:
        return Severity.FIX if meant.rank >= _COMMON else Severity.ASK if is_place else None
    is_place = is_place and len(low) >= _SURE and ahead >= CLEARLY
    return Severity.ASK if len(low) >= _ASKED or is_place else None


def _of_part(low: str, meant: Near, ahead: int) -> Severity | None:
    """How sure it is that a part of the name of a body or a place is a slip."""
    if ahead < CLEARLY // 2:
        return None
    return Severity.FIX if price(low, meant.word) == 0 else Severity.ASK


def _is_in_a_name(doc: Document, span: Span) -> bool:
    """Whether what is around says that the word is a part of the name of a body or a place."""
    text, (start, end) = doc.text, span
    before = text[max(0, start - _BACK) : start]
    if _OF.match(text, Span(end, min(len(text), end + 12))):
        return not _is_persons(doc, span)
    return bool(_BODY_BEFORE.search(before)) and not _is_persons(doc, span)


def _is_persons(doc: Document, span: Span) -> bool:
    """Whether a given name or a title stands before the word: Andy Libson."""
    match = _CAPITAL_BEFORE.search(doc.text[max(0, span.start - _BACK) : span.start])
    return match is not None and (
        "g" in kinds(word := match[0].strip().lower()) or word.rstrip(".") in _TITLES
    )


def _is_a_date(doc: Document, span: Span) -> bool:
    """Whether a month may stand there: in Marhc, on Jnue 5, 12 Jluy."""
    text, (start, end) = doc.text, span
    before, after = text[max(0, start - 8) : start], text[end : end + 6]
    return bool(_DAY_AFTER.match(after) or _DAY_BEFORE.search(before)) or bool(
        _IN_TIME.search(before) and _NO_MORE.match(after)
    )


def _opens(doc: Document, span: Span) -> bool:
    """Whether the word begins a sentence and no name follows."""
    text, (start, end) = doc.text, span
    before, after = text[max(0, start - 3) : start], text[end : end + 2]
    return (not before.strip() or before.rstrip()[-1] in ".?!") and (
        after[:1] == " " and after[1:].islower()
    )


def _has_a_preposition(doc: Document, span: Span) -> bool:
    return bool(_IN.search(doc.text[max(0, span.start - 8) : span.start]))


def _at_the_edge(word: str, meant: str) -> bool:
    """Whether the slip is at the first or the last letter, and no swap or doubled letter."""
    if word[0] == meant[0] and (sorted(word) == sorted(meant) or word + word[-1] == meant):
        return False
    return word[0] != meant[0] or word[-1] != meant[-1] or word == meant[:-1] or word[:-1] == meant


def _has_a_name_beside(doc: Document, span: Span) -> bool:
    """Whether a capitalised word that may be part of the same name is next to it."""
    text, (start, end) = doc.text, span
    if _CAPITAL_AFTER.match(text, Span(end, min(len(text), end + 4))):
        return True
    before = text[max(0, start - 30) : start]
    return bool(_CAPITAL_BEFORE.search(before)) and not _NO_NAME.search(before)
