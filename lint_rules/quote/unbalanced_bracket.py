"""A bracket without its partner."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, Slot, Span, scan
from lint_rules._shared import RESIDUE

_KINDS = ("headline", "deck", "paragraph", "list-item", "caption")
_BRACKETS = scan(r"[()\[\]]", at=("(", ")", "[", "]"), after=1)
_PARTNER = {")": "(", "]": "["}
_FACES = frozenset(":;=8-'^*oDP")  # before a bracket they make a face
_SHOWN = 40  # code points: so far a word may reach from its bracket

_MOST = 20  # of a slot: what holds more is no prose


class UnbalancedBracket(Rule):
    """What a bracket opens, a bracket closes.

    Without its partner nobody can tell where the aside ends. Numbers of lists,
    “a)” and “1)”, smileys, code and an aside of several paragraphs are left
    alone.
    """

    id = "quote/unbalanced-bracket"
    severity = Severity.FIX
    yields_to = RESIDUE
    scans = (_BRACKETS,)
    examples = (
        Good("The pier (built in 1890) is open [sic]. It has a) boats and b) fish :)"),
        Good("(The pier is open.\n\nIt was built in 1890.)"),
        Bad("The pier [[(built]] in 1890, is open again."),
        Bad("The pier, built in [[1890),]] is open again."),
        Bad("“He [[[the]] mayor is gone,” she said."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Pair the brackets of every slot; ask the neighbours of a long aside."""
        loose = [
            (slot, at)
            for slot in doc.parsed.slots
            if slot.kind in _KINDS
            for at in _loose(doc, slot)[:_MOST]
        ]
        for place, (slot, at) in enumerate(loose):
            mark = doc.text[at]
            other = (
                loose[place + 1 : place + 2] if mark in "([" else loose[max(0, place - 1) : place]
            )
            if other and other[0][0] is not slot and _are_pair(doc.text, at, other[0][1]):
                continue  # it closes in a later paragraph
            fault = "opens and never closes" if mark in "([" else "closes that never opened"
            yield self.find(
                _with_word(doc.text, slot, at),
                f"A bracket {fault}.",
                evidence=f"“{mark}” has no partner in the paragraph.",
            )


def _are_pair(text: str, one: int, other: int) -> bool:
    first, last = sorted((one, other))
    return _PARTNER.get(text[last]) == text[first]


def _loose(doc: Document, slot: Slot) -> list[int]:
    """Where the brackets of a slot that have no partner stand."""
    stack: list[int] = []
    loose: list[int] = []
    for match in _BRACKETS.finditer(doc, slot.span):
        at, mark = match.start(), match[0]
        if mark in "([":
            if not _is_face(doc.text, slot, at):
                stack.append(at)
        elif stack and doc.text[stack[-1]] == _PARTNER[mark]:
            stack.pop()
        elif not _is_label(doc.text, slot, at) and not _is_face(doc.text, slot, at):
            loose.append(at)
    loose.extend(stack)
    return sorted(at for at in loose if not doc.is_verbatim((at, at + 1)))


def _is_label(text: str, slot: Slot, at: int) -> bool:
    """Whether a closing bracket stands behind a number or letter of a list: a), iv), 12)."""
    before = text[max(slot.span.start, at - 6) : at].split()
    word = before[-1] if before else ""
    return word.isalnum() and (
        len(word) == 1 or (word.isdecimal() and len(word) < 3) or not word.strip("ivx")
    )


def _is_face(text: str, slot: Slot, at: int) -> bool:
    return at > slot.span.start and text[at - 1] in _FACES and text[at : at + 1] in "()"


def _with_word(text: str, slot: Slot, at: int) -> Span:
    """The bracket and the word beside it."""
    if text[at] in "([":
        words = text[at : min(slot.span.end, at + _SHOWN)].split()
        return Span(at, at + len(words[0]))
    start = max(slot.span.start, at - _SHOWN)
    words = text[start:at].split()
    begin = at - len(words[-1]) if words and not text[at - 1].isspace() else at
    tail = text[at + 1 : at + 2]
    return Span(begin, at + 1 + (tail in ",;" and bool(tail)))
