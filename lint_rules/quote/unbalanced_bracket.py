"""A bracket without its partner."""

from __future__ import annotations

from functools import lru_cache

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Rule,
    Severity,
    Slot,
    Span,
    pattern,
    scan,
)
from lint_rules._shared import RESIDUE
from lint_rules._shared.smileys import is_smiley

_KINDS = ("headline", "deck", "paragraph", "list-item", "caption")
_BRACKETS = scan(r"[()\[\]]", at=("(", ")", "[", "]"), after=1)
_PARTNER = {")": "(", "]": "["}
# a), iv), 12), 3.), *) – also after a quotation mark or another label’s dash.
_LABEL = pattern(r"(?<![\w.,$£€%])(?:[A-Za-z]|\d{1,3}[A-Za-z]?|[ivxIVX]{1,5}|[*†‡#]{1,3})\.?\Z")
# A,B) and C–E) and b and c), the parts of a figure.
_PARTS = pattern(r"(?<![\w.,])[A-Za-z](?:(?: ?[,;/&+–-] ?| and | to )[A-Za-z](?!\w)){1,5}\Z")
# 8) in “the afro.8) Who is …”, where a line break was lost, and b) in “the pier.b) a boat”.
_GLUED = pattern(r"(?<=[.!?:;”\"’…])(?:[a-z]|\d{1,2})\Z|(?<=[^\W\d_])\d{1,2}\Z")
_NUMBERED = pattern(r"(?<!\d)(?:\d{1,2}|(?<![^\W_])[a-z])(?=\))")
_INTERVAL = pattern(r"[(\[]\s*[-–−+]?[\w.∞]{1,12}\s*[,;]\s*[-–−+]?[\w.∞]{1,12}\s*\Z")  # [0, 1)
_BEFORE = 24  # code points before a bracket in which its label is
_SHOWN = 40  # code points of the word next to its bracket, at most

_MOST = 20  # brackets reported in one slot; text with more is not prose


class UnbalancedBracket(Rule):
    """Brackets come in pairs.

    If one is missing, readers cannot know where the aside ends. Labels of lists
    and figures (“a)”, “1)”, “A, B)”), smileys, code and asides of several
    paragraphs are left alone.
    """

    id = "quote/unbalanced-bracket"
    severity = Severity.FIX
    spares_sic = False
    yields_to = RESIDUE
    scans = (_BRACKETS,)
    examples = (
        Good("The pier (built in 1890) is open [sic]. It has a) boats and b) fish :)"),
        Good("(The pier is open.\n\nIt was built in 1890.)"),
        Good("The photo(s) and memo(s) by the MP(s) went to Taco(Large), room 8(a)(1)."),
        Good("He asked who(m) he should call; the colo(u)r was a VAT-(free) one."),
        Good("The form asked “1) Did you sail? 2) Where?” and “(a) when, b) with whom”."),
        Good("She was glad : - ) and so was he :-( and (so they said :) I was, too)."),
        Good("The value lies in [0, 1) and the other one in (2, 3]."),
        Good("A,B) The old pier. C–E) The new one. (F) A boat."),
        Good("1) Who built the pier?2) Who was mayor in 1990.3) Who is Roe4) Where is the boat?"),
        Bad("1) Who built the pier? 2) The pier was a gift from the [[mayor19)]] in 1990."),
        Bad("The photo[[(s]] and the memos went to the desk."),
        Bad("The law of [[2008,)]] as amended, holds."),
        Bad("The pier [[(built]] in 1890, is open again."),
        Bad("The pier, built in [[1890),]] is open again."),
        Bad("“He [[[the]] mayor is gone,” she said."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Pair the brackets in every slot, then those left over in neighbouring slots."""
        loose = [
            (slot, at)
            for slot, brackets in _brackets(doc).items()
            if slot.kind in _KINDS
            for at in _loose(doc, slot, brackets)[:_MOST]
        ]
        for slot, at in _without_pairs(doc.text, loose):
            mark = doc.text[at]
            missing = "closing" if mark in "([" else "opening"
            yield self.find(
                _with_word(doc.text, slot, at),
                f"The {missing} bracket is missing.",
                evidence=f"“{mark}” has no matching bracket in this paragraph.",
            )


def _without_pairs(text: str, loose: list[tuple[Slot, int]]) -> list[tuple[Slot, int]]:
    """The loose brackets that are not closed by the next one, in a later paragraph, or by code."""
    left: list[int] = []
    for place, (slot, at) in enumerate(loose):
        last = left[-1] if left else place
        opened, opening = loose[last]
        if opened is not slot and text[opening] == _PARTNER.get(text[at]):
            block = opening == opened.span.end - 1 and at == slot.span.start  # as code is laid out
            if block or last == place - 1:
                left.pop()
                continue
        left.append(place)
    return [loose[place] for place in left]


def _brackets(doc: Document) -> dict[Slot, list[int]]:
    """The places of the brackets in each slot that has any, in order."""
    found: dict[Slot, list[int]] = {}
    for at in _BRACKETS.anchors(doc):
        slot = doc.slot_at(at)
        if slot is not None:
            found.setdefault(slot, []).append(at)
    return found


def _loose(doc: Document, slot: Slot, brackets: list[int]) -> list[int]:
    """The places of the brackets in a slot that have no partner."""
    text = doc.text
    stack: list[int] = []
    loose: list[int] = []
    smiles = 0  # smileys that were taken for the closing bracket of an aside
    for at in brackets:
        mark = text[at]
        if mark in "([":
            if not is_smiley(text, at):
                stack.append(at)
        elif stack and (text[stack[-1]] == _PARTNER[mark] or _is_interval(text, stack[-1], at)):
            stack.pop()
            smiles += is_smiley(text, at)
        elif smiles:
            smiles -= 1
        elif not _is_label(doc, slot, at) and not is_smiley(text, at):
            loose.append(at)
    loose.extend(stack)
    return sorted(at for at in loose if not doc.is_verbatim((at, at + 1)))


def _is_interval(text: str, opening: int, at: int) -> bool:
    """Whether the two enclose an interval, which is half open: [0, 1)."""
    return at - opening < _SHOWN and _INTERVAL.match(text, (opening, at)) is not None


def _is_label(doc: Document, slot: Slot, at: int) -> bool:
    """Whether a closing bracket follows a label: a), iv), 12), A,B); 8) even next to a word."""
    before = (max(slot.span.start, at - _BEFORE), at)
    if _LABEL.search(doc.text, (max(slot.span.start, at - 8), at)) or _PARTS.search(
        doc.text, before
    ):
        return True
    glued = _GLUED.search(doc.text, before)
    return glued is not None and not _next_to(glued[0]).isdisjoint(_labels(doc, slot))


def _next_to(label: str) -> set[str]:
    """The labels before and after one: 7 and 9 for 8, a and c for b."""
    if label.isdecimal():
        return {str(int(label) - 1), str(int(label) + 1)}
    return {chr(ord(label) - 1), chr(ord(label) + 1)}


@lru_cache(maxsize=2)
def _labels(doc: Document, slot: Slot) -> frozenset[str]:
    """The numbers and single letters in front of a closing bracket in a paragraph."""
    return frozenset(match[0] for match in _NUMBERED.finditer(doc.text, slot.span))


def _with_word(text: str, slot: Slot, at: int) -> Span:
    """The bracket and the word next to it."""
    if text[at] in "([":
        words = text[at : min(slot.span.end, at + _SHOWN)].split()
        return Span(at, at + len(words[0]))
    start = max(slot.span.start, at - _SHOWN)
    words = text[start:at].split()
    begin = at - len(words[-1]) if words and not text[at - 1].isspace() else at
    tail = text[at + 1 : at + 2]
    return Span(begin, at + 1 + (tail in ",;" and bool(tail)))
