"""Pairs quotation marks in one pass, robust against missing marks.

Double marks are paired by the way they point or, if the context does not decide
it, by whether a quotation is open. A mark without a partner is paired with None.
Single marks are paired separately, since most of them are apostrophes.
"""

from __future__ import annotations

from copydesk.document import quote_marks as marks
from copydesk.document.quote_marks import Mark, Single
from copydesk.regexes.compiled import compiled

Pair = tuple[Mark | None, Mark | None]
Singles = tuple[Single | None, Single | None]

_NEAR = 200  # maximum number of code points between the marks of a doubtful quotation
_DEEPEST, _PHRASE = 2, 8  # quotations within each other, and words of the inner one, at most
_SPEECH = (".", "!", "?", ":")  # what comes before speech, not before a phrase
_CLOSED = compiled(r"\u2019(?!\w)")
_SENTENCE = compiled(r"[.!?]['\"\u2019\u201d)]*\s+[A-Z\u201c\"]")


def pair(text: str, tokens: list[Mark]) -> list[Pair]:
    """Pair double marks; a mark without a partner is paired with None.

    If marks are left over but all of them pair as short quotations within others, they do.
    """
    pairs = _pair(text, tokens)
    if any(None in both for both in pairs):
        return _nested(text, tokens) or pairs
    return pairs


def _nested(text: str, tokens: list[Mark]) -> list[Pair]:
    """All marks paired by the way they point, some within others; empty if that cannot be."""
    pairs: list[Pair] = []
    stack: list[Mark] = []
    sure = False
    for token in tokens:
        if token.turn == marks.OPEN and len(stack) < _DEEPEST:
            stack.append(token)
        elif token.turn == marks.CLOSE and stack:
            first = stack.pop()
            if stack and not _is_phrase(text, first, token):
                return []
            sure = sure or (bool(stack) and not _ends_sentence(text, token))
            pairs.append((first, token))
        else:
            return []
    return sorted(pairs, key=first_mark) if sure and not stack else []


def _ends_sentence(text: str, last: Mark) -> bool:
    """Whether a sentence ends at a closing mark, so that a quotation may end there, too."""
    return text[last.start - 1] in ".!?" and text[last.end : last.end + 2].strip()[:1].isupper()


def _is_phrase(text: str, first: Mark, last: Mark) -> bool:
    """Whether the words between two marks are few, and within a sentence."""
    if text[max(0, first.start - 2) : first.start].rstrip().endswith(_SPEECH):
        return False
    return len(text[first.end : last.start].split()) <= _PHRASE


def _pair(text: str, tokens: list[Mark]) -> list[Pair]:
    """Pair double marks in one pass."""
    pairs: list[Pair] = []
    stack: list[Mark] = []
    for index, token in enumerate(tokens):
        if _closes(token, bool(stack)):
            if not stack:
                if _opens_after_all(text, tokens, index):
                    stack.append(token)
                elif not token.measure:
                    pairs.append((None, token))
            elif not (token.measure and _points_back(tokens, index + 1)):
                pairs.append((stack.pop(), token))
        elif not stack or _is_nested(text, tokens, index):
            if not (token.measure and token.turn == marks.EITHER):
                stack.append(token)
        elif _closes_after_all(text, tokens, index):
            pairs.append((stack.pop(), token))
        else:
            pairs.extend((left, None) for left in stack)
            stack = [token]
    pairs.extend((left, None) for left in stack)
    pairs.sort(key=first_mark)
    return pairs


def first_mark(pair: Pair) -> int:
    """The start of a pair's first mark, or of its only one."""
    return pair[0].start if pair[0] is not None else pair[1].start if pair[1] is not None else 0


def _closes(token: Mark, is_open: bool) -> bool:
    """Whether a mark closes, given whether a quotation is open."""
    if token.turn in (marks.OPEN, marks.CLOSE):
        return token.turn == marks.CLOSE
    return is_open


def _points_back(tokens: list[Mark], index: int) -> bool:
    return index < len(tokens) and tokens[index].turn in (marks.CLOSE, marks.ODD_CLOSE)


def _is_nested(text: str, tokens: list[Mark], index: int) -> bool:
    """Whether a quotation opens here within another one in the same marks.

    It does if two closing marks follow, the first of them not after punctuation, or if
    it is on the third level: “He wrote, ‘They shouted “Fire!” and ran.’”
    """
    if _points_back(tokens, index + 1) and _is_third(text, tokens[index]):
        return True
    if not (_points_back(tokens, index + 1) and _points_back(tokens, index + 2)):
        return False
    return text[tokens[index + 1].start - 1] not in ".,!?"


def _is_third(text: str, token: Mark) -> bool:
    """Whether a curly opening mark comes after a curly single one that is not closed yet."""
    if text[token.start] != "\u201c":
        return False
    before = text[max(0, token.start - _NEAR) : token.start]
    single, double = before.rfind("\u2018"), before.rfind("\u201c")
    if single < 0 or (single < double and before.rfind("\u201d") < double):
        return False
    return _CLOSED.search(before, single + 1) is None


def _closes_after_all(text: str, tokens: list[Mark], index: int) -> bool:
    """Whether a straight mark with the space on the wrong side closes: ``"We go "he said.``"""
    token = tokens[index]
    if text[token.start] != '"' or _points_back(tokens, index + 1):
        return False
    return text[token.end : token.end + 1].islower()


def _opens_after_all(text: str, tokens: list[Mark], index: int) -> bool:
    """Whether a straight mark with the space on the wrong side opens: ``He said" We go."``"""
    token = tokens[index]
    if text[token.start] != '"' or not _points_back(tokens, index + 1):
        return False
    after = text[token.end : token.end + 2]
    return after[:1] == " " and after[1:].isupper()


def pair_singles(text: str, singles: list[Single]) -> list[Singles]:
    """Pair single marks; a mark without a partner is paired with None."""
    pairs: list[Singles] = []
    index = 0
    while index < len(singles):
        first = singles[index]
        index += 1
        if not first.opens:
            pairs.append((None, first))
            continue
        end = index
        while end < len(singles) and not singles[end].opens:
            end += 1
        closing = _choose(text, first, singles, index, end)
        if closing < end:
            pairs.append((first, singles[closing]))
            index = closing + 1
        else:
            pairs.append((first, None))
    return pairs


def _choose(text: str, first: Single, singles: list[Single], start: int, end: int) -> int:
    """Which closing mark from ``start`` to ``end`` ends the quotation; ``end`` if none does.

    The first one, unless it may be a possessive and a sure mark follows, after
    punctuation or in the same sentence. A doubtful opening mark counts only if
    its partner is near and comes after punctuation.
    """
    sure = next((index for index in range(start, end) if singles[index].sure), end)
    if first.doubtful:
        near = sure < end and singles[sure].start - first.start < _NEAR
        return sure if near and singles[sure].stopped else end
    if sure in (start, end):
        return start
    if singles[sure].stopped:
        return sure
    between = text[singles[start].start : singles[sure].start]
    return start if _SENTENCE.search(between) else sure


def is_fault(first: Single | None, last: Single | None) -> bool:
    """Whether a pair, or a mark without a partner, is a quotation and not an apostrophe."""
    if first is None:
        return last is not None and last.stopped
    return last is not None or first.sure
