"""Extra, missing and misplaced spaces."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Edit,
    Finding,
    Good,
    Iterator,
    Match,
    Rule,
    Scan,
    Severity,
    Span,
    ValueTuple,
    pattern,
)
from lint_rules._shared.smileys import is_smiley
from lint_rules._shared.summary import PROSE, Place, is_sentence, summary, times
from lint_rules.typography import _joined_by_markup
from lint_rules.typography._space_forms import (
    BEFORE,
    BRACKET,
    DOUBLED,
    HYPHEN,
    JOINED,
    LOST,
    MARK,
    suspects,
)

_LONGEST = 3  # spaces in a row; longer runs align columns
_NEAR = 300  # code points in which the other bracket, or the beginning of a record, must be
_WIDEST_ROW = 200  # code points: a longer text is no row of columns

_CALL = pattern(r"\w\((?!s\))")
_FIELD = pattern(r"(?:\A|\s)[A-Z]{1,8}:\w")  # of a record, as in N:Poe;Ann
_VOWEL = pattern(r"(?i)[aeiouy]")
_ENDS_WORD = pattern(r"[\w.,!?]")
_OF_MARKS = pattern(r"(?i)\b(?:an?|the|comma|colon|semicolon|dot|character|symbol)\Z")
_OF_CRIES = pattern(r"(?i)\b(?:an?|the|mark|sign|symbol|key|character|letter|button)\Z")
_FRENCH = pattern(
    r"(?i)\b(?:[cdjlmnst]|qu)[’'](?=[a-zàâéèêîôû])|[àâçèêîôûœ]|\b(?:les?|des|une|est|vous)\b"
)
_CODE = frozenset("&#/\\_=<>{}@")  # characters of addresses and code


class _Kind(ValueTuple):
    """A kind of fault: its pattern, the message, the right text and the title of the fix."""

    form: Scan
    message: str
    text: str
    title: str


_KINDS = (
    _Kind(DOUBLED, "Extra space between words", " ", "Use one space"),
    _Kind(BEFORE, "Space before a punctuation mark", "", "Delete the space"),
    _Kind(LOST, "Missing space after a punctuation mark", " ", "Add a space"),
    _Kind(BRACKET, "Space inside a bracket", "", "Delete the space"),
    _Kind(HYPHEN, "Space beside a hyphen", "", ""),  # it may be a dash
    _Kind(JOINED, "Missing space between words", " ", "Add a space"),
    _Kind(MARK, "Space within a word or number, or inside quotation marks", "", "Delete the space"),
)


class Spacing(Rule):
    """One space after a mark, none before it.

    Spaces are lost and doubled when copy is cut and pasted. Code, addresses,
    times, ratios, columns and ellipses are left alone. A space lost after a full
    stop is left to ``sentence/lost-stop``.
    """

    id = "typography/spacing"
    severity = Severity.STYLE
    spares_sic = False
    scans = (DOUBLED, BEFORE, LOST, BRACKET, JOINED, MARK, HYPHEN, _joined_by_markup.MARKUP)
    version = 2
    triggers = (
        ".",
        "  ",
        " ,",
        " ;",
        " :",
        " .",
        " ?",
        " !",
        ";",
        ",",
        ":",
        "”",
        "( ",
        " )",
        "(",
        ")",
        "“",
        "$ ",
        "£ ",
        "€ ",
        " ’",
        " '",
    )
    examples = (
        Good("At 10:30 the ratio was 3:2; see example.org/a;b and 1,000 more … or . . . less."),
        Good("Follow std::string, re:Action and &amp;c; he said: “No.”"),
        Good("Rates     in columns    stand     apart"),
        Good("It was fun :( and then :-( but she was glad : - ) in the end."),
        Good("PASS  ferry-times      all of the 13 times agree"),
        Good("Pier\n:   A platform on pillars.", format="markdown"),
        Good("The sum $$x  =  y ,z$$ is right.", format="markdown"),
        Bad("Writing Ann [[Gray;Editing]] Bob Roe.", "Writing Ann Gray; Editing Bob Roe."),
        Bad("He came[[  ]]home.", "He came home."),
        Bad("The minister[[ ,]] Ann Poe, left.", "The minister, Ann Poe, left."),
        Bad("“It is [[so,”she]] said.", "“It is so,” she said."),
        Good("It is iron(III) oxide, the person(s) of f(x, y), word(s) and (re)build; US$ 5."),
        Bad("He [[left(in]] May).", "He left (in May)."),
        Bad("It cost [[$ ]]5.", "It cost $5."),
        Bad("He said [[it:“No.”]]", "He said it: “No.”"),
        Bad("The mayor, Ann [[Poe,45,]] left.", "The mayor, Ann Poe, 45, left."),
        Bad("The **[[old**harbour]] is shut.", "The **old** harbour is shut.", format="markdown"),
        Bad("The port [[( ]]the old one) is shut.", "The port (the old one) is shut."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Report each kind of fault, in one finding."""
        forms = frozenset().union(*map(suspects, doc.words.separators))
        for kind in _KINDS:
            places = list(_places(doc, kind)) if kind.form in forms else []
            if places:
                count = f", {times(len(places))}" if len(places) > 1 else ""
                yield summary(self, places, f"{kind.message}{count}.", "", kind.title)
        if doc.parsed.has_marks:
            yield from self._joined(doc)

    def _joined(self, doc: Document) -> Iterator[Finding]:
        """Words between which there is only markup."""
        for at in _joined_by_markup.joined(doc):
            slot = doc.slot_at(at)
            if slot is not None and slot.kind in PROSE and not doc.is_verbatim((at - 1, at + 1)):
                space = Span(at, at)
                yield self.insert(
                    at,
                    " ",
                    "Missing space between words.",
                    title="Add a space",
                    marked=_word(doc, space, slot.span),
                    evidence="Only markup is between the two words.",
                )


def _matches(doc: Document, form: Scan) -> Iterator[Match[str]]:
    """The matches of a pattern; where a space is lost, none is after the mark."""
    if form not in (LOST, JOINED):
        return form.finditer(doc)
    glued = (at for at in form.anchors(doc) if not doc.text[at + 1 : at + 2].isspace())
    return filter(None, (form.match_at(doc, at) for at in glued))


def _places(doc: Document, kind: _Kind) -> Iterator[Place]:
    sentences: dict[Span, bool] = {}
    for match in _matches(doc, kind.form):
        space = Span(*match.span(match.lastindex or 1))
        if kind.form is JOINED and _is_code(doc, space):
            continue
        slot = doc.slot_at(match.start())
        if slot is None or slot.kind not in PROSE or space.start == slot.span.start:
            continue
        if doc.is_verbatim((space.start - 1, space.end + 1)):
            continue
        if _counts(doc, kind, space, slot.span):
            if slot.span not in sentences:
                sentences[slot.span] = doc.parsed.has_marks or is_sentence(doc[slot.span])
            own = sentences[slot.span]
            edits = (_edit(doc, kind, space),) if kind.title else ()
            yield Place(_marked(doc, kind, space, slot.span), edits, own)


def _edit(doc: Document, kind: _Kind, space: Span) -> Edit:
    """Write one space or none; move one that comes before a mark instead of after it."""
    if kind.form is BEFORE and doc.text[space.end + 1 : space.end + 2].isalpha():
        return Edit(Span(space.start, space.end + 1), f"{doc.text[space.end]} ")
    return Edit(space, kind.text)


def _counts(doc: Document, kind: _Kind, space: Span, slot: Span) -> bool:
    if kind.form is DOUBLED:
        return space.end - space.start <= _LONGEST and not _is_row(doc[slot])
    if kind.form is LOST:
        if _FIELD.search(doc.text, (max(slot.start, space.start - _NEAR), space.end)):
            return False
        return _is_two_words(doc[_word(doc, space, slot)], doc.text[space.start - 1])
    if kind.form is JOINED:
        return doc.text[space.start - 1] != ")" or _has_space(doc, space, slot)
    if kind.form is HYPHEN:
        return doc.text[space.end + 1 : space.end + 3] != "- " and " - " not in doc.text
    if kind.form is MARK:
        return _is_lost_mark(doc, space)
    if kind.form is BRACKET:
        smiles = any(is_smiley(doc.text, at) for at in (space.start - 1, space.end))
        return not (smiles or _is_half(doc, space, slot))
    if doc.text[space.start - 1].isdigit():
        return False
    return not (_names_mark(doc.text, space) or _is_french(doc, space))


def _is_two_words(token: str, mark: str) -> bool:
    """Whether the mark in a text without spaces is between two words, and it is not code or data.

    A call has brackets, a record the same mark again, an abbreviation no vowel: tl;dr.
    """
    if _CODE.intersection(token) or _CALL.search(token):
        return False
    if mark == ";" and (token.count(";") > 1 or ":" in token):
        return False
    return all(_VOWEL.search(part) for part in token.split(mark, 1)) or mark not in ",;"


def _is_code(doc: Document, space: Span) -> bool:
    """Whether a bracket or mark without a space is part of code, an address or a formula."""
    near = doc.before(space, 30).split(" ")[-1] + doc.after(space, 30).split(" ")[0]
    return not _CODE.isdisjoint(near) or near.count(",") > 2


def _has_space(doc: Document, space: Span, slot: Span) -> bool:
    """Whether a bracket that closes has more than a part of a word in it, as (re)build has."""
    at = doc.text.rfind("(", max(slot.start, space.start - _NEAR), space.start)
    return at >= 0 and " " in doc.text[at : space.start]


def _is_lost_mark(doc: Document, space: Span) -> bool:
    """Whether a space is between a sign and its number, or a mark and its word."""
    before, after = doc.before(space, 1), doc.after(space, 1)
    if before in ("$", "£", "€"):
        return doc.before(space.start - 1, 1) in ("", " ", "(", "\n")
    if before in "“’':." or after in "”:":
        return True
    quote = doc.quote_at((space.end, space.end + 1))
    return quote is None or quote.opening != after


def _is_half(doc: Document, space: Span, slot: Span) -> bool:
    """Whether the other bracket has a space inside, too, which is beside what is not a word."""
    text = doc.text
    if text[space.start - 1] in "([":
        closing = ")" if text[space.start - 1] == "(" else "]"
        close = text.find(closing, space.end, min(slot.end, space.end + _NEAR))
        if close < 0 or text[close - 1] != " ":
            return False
        return not _ENDS_WORD.match(text[close - 2]) or doc.is_code((close - 2, close - 1))
    opening = "(" if text[space.end] == ")" else "["
    at = text.rfind(opening, max(slot.start, space.start - _NEAR), space.start)
    if doc.is_code((space.start - 1, space.start)):
        return True
    return at >= 0 and text[at + 1] == " " and not text[at + 2].isalnum()


def _names_mark(text: str, space: Span) -> bool:
    """Whether the copy speaks of a mark, as in “add a ? to the name”."""
    after = text[space.end + 1 : space.end + 3]
    if after[:1] != " " or not after[1:].islower():
        return False
    words = _OF_CRIES if text[space.end] in "?!" else _OF_MARKS
    return words.search(text[max(0, space.start - 12) : space.start]) is not None


def _is_french(doc: Document, space: Span) -> bool:
    """Whether a space before a colon and the like is in a quotation in French, which has it."""
    quote = doc.quote_at((space.start, space.end)) if doc.text[space.end] in ":;!?" else None
    return quote is not None and _FRENCH.search(doc[quote.inner]) is not None


def _is_row(text: str) -> bool:
    """Whether a short text is a row of columns, some of which are one or two spaces apart."""
    return len(text) <= _WIDEST_ROW and " " * _LONGEST in text


def _word(doc: Document, space: Span, slot: Span) -> Span:
    """The text between the nearest spaces on either side."""
    start, end = space
    while start > slot.start and not doc.text[start - 1].isspace():
        start -= 1
    while end < slot.end and not doc.text[end].isspace():
        end += 1
    return Span(start, end)


def _marked(doc: Document, kind: _Kind, space: Span, slot: Span) -> Span:
    """The space, with the word or mark next to it if the space alone would not show."""
    if kind.form in (LOST, JOINED):
        return _word(doc, space, slot)
    if kind.form is DOUBLED:
        return space
    if kind.form is MARK and doc.text[space.end] in "’'”":
        return Span(space.start, space.end + 1)
    before = doc.text[space.start - 1] in "([$£€“"
    return Span(space.start - before, space.end + (not before))
