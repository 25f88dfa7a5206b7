"""Capitalised words that no list has: slips of common names and words, or other names."""

from __future__ import annotations

from copydesk import Document, Severity, Span, pattern
from lint_rules._shared.names import kinds
from lint_rules._shared.prose import words
from lint_rules._shared.spelled import CLEARLY, Near, rank
from lint_rules.spelling._likely_slips import ADDED, BESIDE, price

SHORTEST = 4  # letters of a name
_SHORT, _SURE, _ASKED, _LONG = (
    5,
    6,
    7,
    8,
)  # of a name that was surely meant, of one to ask about, of a word
_KNOWN = 40  # rank of a common word that is part of a name
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
_FOREIGN = (
    "iens",
    "ienne",
    "cional",
    "sional",
    "tionale",
    "zione",
    "cion",
    "ismo",
    "ista",
    "iya",
    "ija",
)


def judged(doc: Document, span: Span, shown: str, found: list[Near]) -> Severity | None:
    """How sure it is that a capitalised word is a slip; None if it may be a name."""
    meant, low = found[0], shown.lower()
    its = meant.word.lower()
    if any(one.word.lower() in _MONTHS for one in found[:2]) and _is_a_date(doc, span):
        is_sure = its in _MONTHS and price(low, its) <= ADDED
        return Severity.FIX if is_sure else Severity.ASK
    if len(low) < _SHORT:
        return None
    ahead = meant.rank - (found[1].rank if len(found) > 1 else 0)
    if low == f"{its}e" and low[-2:] != "ee":
        return None  # Nationale
    if meant.word in _PARTS and _is_in_a_name(doc, span):
        return _of_part(low, meant, ahead)
    if ahead < CLEARLY // 2 or low.endswith(_FOREIGN) or _at_the_edge(low, its):
        return None
    if meant.word[0].isupper():
        return _of_name(doc, span, low, meant, ahead)
    return _of_word(doc, span, low, meant)


def _of_word(doc: Document, span: Span, low: str, meant: Near) -> Severity | None:
    """How sure it is that a common word was meant: a swap, a word that opens a sentence."""
    if meant.rank < _COMMON or _is_persons(doc, span):
        return None
    cost, is_followed = price(low, meant.word), _is_followed(doc, span)
    if len(low) < _LONG and is_followed and not _is_before_word(doc, span):
        return None  # Meida McNeal
    if cost == 0 and meant.rank >= _OFTEN and sorted(low) == sorted(meant.word):
        return Severity.FIX
    if cost == 0 and len(low) >= _SURE and not is_followed and _opens(doc, span):
        return Severity.FIX
    if cost == 0 and _SURE <= len(low) < len(meant.word) and is_followed and meant.word in _PARTS:
        return Severity.FIX
    if len(low) < _LONG:
        return None
    if cost == 0 or (cost <= ADDED and len(low) > len(meant.word)):
        beside = is_followed or _has_a_name_before(doc, span)
        is_name = beside and len(low) > len(meant.word)  # Wellcome Trust, Reinoud Leenders
        return None if is_name else Severity.FIX
    return None if cost > BESIDE or _has_a_name_beside(doc, span) else Severity.ASK


def _of_name(
    doc: Document, span: Span, low: str, meant: Near, ahead: int
) -> Severity | None:  # fmt: skip
    """How sure it is that a name was meant."""
    cost = price(low, meant.word.lower())
    if meant.word in _CALENDAR and len(low) >= _SURE and cost <= ADDED:
        return Severity.FIX
    if _is_persons(doc, span) or low == meant.word.lower() + low[-2]:
        return None  # Brooklynn
    if cost == 0 and len(low) >= _SURE:
        if _has_a_name_before(doc, span):
            return None
        is_given = "g" in kinds(meant.word.lower()) and _is_followed(doc, span)
        return Severity.ASK if is_given else Severity.FIX  # coach Brittanny Johnson
    if _has_a_name_beside(doc, span) or cost > BESIDE:
        return None
    is_place = _has_a_preposition(doc, span)
    if cost == 0:
        return Severity.FIX if meant.rank >= _COMMON else Severity.ASK if is_place else None
    is_place = is_place and len(low) >= _SURE and ahead >= CLEARLY
    return Severity.ASK if len(low) >= _ASKED or is_place else None


def _of_part(low: str, meant: Near, ahead: int) -> Severity | None:
    """How sure it is that a part of the name of a body or a place is a slip."""
    cost = price(low, meant.word)
    if ahead < CLEARLY // 4 or (cost and len(low) < _LONG):
        return None
    return Severity.FIX if ahead >= CLEARLY // 2 and cost == 0 else Severity.ASK


def _is_in_a_name(doc: Document, span: Span) -> bool:
    """Whether what is around says that the word is a part of the name of a body or a place."""
    text, (start, end) = doc.text, span
    before = text[max(0, start - _BACK) : start]
    if _OF.match(text, Span(end, min(len(text), end + 12))):
        return True
    return bool(_BODY_BEFORE.search(before)) and not _is_persons(doc, span)


def _is_persons(doc: Document, span: Span) -> bool:
    """Whether a given name or a title stands before the word: Andy Libson."""
    match = _CAPITAL_BEFORE.search(doc.text[max(0, span.start - _BACK) : span.start])
    return match is not None and (
        "g" in kinds(word := match[0].strip().lower().rstrip("."))
        or word in _TITLES
        or len(word) == 1
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
    return (
        not _is_persons(doc, span)
        and (not before.strip() or before.rstrip()[-1] in ".?!")
        and (after[:1] == " " and after[1:].islower())
    )


def _has_a_preposition(doc: Document, span: Span) -> bool:
    return bool(_IN.search(doc.text[max(0, span.start - 8) : span.start]))


def _at_the_edge(word: str, meant: str) -> bool:
    """Whether the slip is at the first or the last letter, and no swap or doubled letter."""
    if word[0] == meant[0] and (
        sorted(word) == sorted(meant)
        or (meant in (word + word[-1], word[:-1]) and word[-1] == word[-2])
    ):
        return False
    return word[0] != meant[0] or word[-1] != meant[-1] or word == meant[:-1] or word[:-1] == meant


def _has_a_name_beside(doc: Document, span: Span) -> bool:
    """Whether a capitalised word that may be part of the same name is next to it."""
    return _is_followed(doc, span) or _has_a_name_before(doc, span)


def _has_a_name_before(doc: Document, span: Span) -> bool:
    before = doc.text[max(0, span.start - 30) : span.start]
    return bool(_CAPITAL_BEFORE.search(before)) and not _NO_NAME.search(before)


def _is_before_word(doc: Document, span: Span) -> bool:
    """Whether the capitalised word behind a word is a common one: Foriegn Minister."""
    word = doc.after(span.end, _BACK).split()[:1]
    return bool(word) and rank(word[0].strip(".,;:!?)’'”").lower()) >= _KNOWN


def _is_followed(doc: Document, span: Span) -> bool:
    end = span.end
    return bool(_CAPITAL_AFTER.match(doc.text, Span(end, min(len(doc.text), end + 4))))
