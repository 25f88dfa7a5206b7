"""Whether a word that no list has is meant as it is, by what stands around it."""

from __future__ import annotations

from copydesk import Document, Span, pattern
from lint_rules._shared.prose import WORDED, words
from lint_rules._shared.spelled import is_known

_KINDS = frozenset(("headline", *WORDED))
_BEFORE = frozenset(("", *" \n\u00a0“\"‘'(—"))
_AFTER = frozenset(("", *" \n\u00a0.,;:?!)”\"’'—"))
_MARKS = "“\"‘'"  # with which a word is set off
_CLOSING = "”\"’'"
_IN_ADDRESSES = frozenset("/#@")  # before a part of an address
_WITHIN = frozenset("-_")  # a word of a longer part: /news/the-adminstration
_DOTS = 4  # code points in which an ellipsis begins
_SIDE = 60  # code points in which words of another language are looked for
_NEXT = 4  # words on each side
_POSSESSIVE = pattern(r"['’]s(?![\w])")
_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_OTHER = pattern(r"[^\W\d_](?<![A-Za-z’'])")  # a letter that English does not have
_TOLD = pattern(
    r"(?i)\b(?:words?|phrase|slang|called|term|dubbed|known as|nicknamed)(?: an?| the)? [“\"'‘]?\Z"
)
_WRITTEN = pattern(
    r"(?i)\b(?:wr[io]te|wrote|written|tweet|tweeted|post|posted|posts|texted|note|letter|e-?mail|"
    r"sign|banner|typed|misspel\w+|spel(?:t|led)|graffiti|message|caption\w*|sic)\b"
)
_NEAR = 80  # code points around a quotation
# Words of other languages that English does not have, or hardly.
_FOREIGN = words(
    "la le les el los las il lo gli della delle del della dei des du de et un une una uno der die "
    "das den dem und ein eine von zu zum zur auf mit y en es por para que con su al dos das "
    "ou est sont sur dans nel nella al ka ki ke hai aur ko se ne yeh di dan yang untuk homo et "
    "ibn bin abu al el"
)


def is_meant(doc: Document, span: Span) -> bool:
    """Whether the word is set off, part of something else, or among words of another language."""
    text, (start, end) = doc.text, span
    before, after = text[max(0, start - 1) : start] or " ", text[end : end + 1] or " "
    if not stands_alone(text, span):
        return True
    if before == "\n" and text[start].islower():
        return True  # the rest of a word that is cut, or of a list
    if before in _MARKS and (after in _CLOSING or text[end + 1 : end + 2] in ("”", '"')):
        return True
    if text[end : end + _DOTS].lstrip().startswith(("...", "…")):
        return True  # cut
    if after in "'’" and not _POSSESSIVE.match(text, Span(end, min(len(text), end + 3))):
        return True
    return _is_anothers(doc, span) or _is_among_others(text, span)


def _is_anothers(doc: Document, span: Span) -> bool:
    """Whether the word is in a quotation from something written, whose spelling is its writer's."""
    quote = doc.quote_at(span)
    if quote is None:
        return False
    start, end = quote.span
    return bool(
        _WRITTEN.search(doc.text, Span(max(0, start - _NEAR), start))
        or _WRITTEN.search(doc.text, Span(end, min(len(doc.text), end + _NEAR)))
    )


def is_read(doc: Document, span: Span) -> bool:
    """Whether the word is in running text, a headline or a caption, and neither code nor a post."""
    slot = doc.slot_at(span.start)
    if slot is None or slot.kind not in _KINDS or doc.is_verbatim(span):
        return False
    return not doc.is_speech(slot) or doc.is_turn(slot)


def is_owner(doc: Document, span: Span) -> bool:
    """Whether an apostrophe and s follow the word."""
    return _POSSESSIVE.match(doc.text, Span(span.end, min(len(doc.text), span.end + 3))) is not None


def is_named(doc: Document, span: Span) -> bool:
    """Whether an address, a handle or a hashtag of the draft has the word too: xterm, xterm.org."""
    source, word = doc.source.lower(), doc.text[span.start : span.end].lower()
    at = source.find(word)
    while at >= 0:
        end = at + len(word)
        before, after = source[max(0, at - 1) : at], source[end : end + 2]
        if before in _IN_ADDRESSES and not (after[:1].isalnum() or after[:1] in _WITHIN):
            return True
        if after[:1] == "." and after[1:].isalpha() and not (before.isalnum() or before == "."):
            return True
        at = source.find(word, end)
    return False


def stands_alone(text: str, span: Span) -> bool:
    """Whether nothing touches the word but spaces and marks of sentences."""
    start, end = span
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if before not in _BEFORE or after not in _AFTER:
        return False
    return not (after in (".", ":", "?", "!") and text[end + 1 : end + 2].isalnum())


def _is_among_others(text: str, span: Span) -> bool:
    """Whether the words around it are of another language, or broken."""
    start, end = span
    end = (
        possessive.end()
        if (possessive := _POSSESSIVE.match(text, Span(end, min(len(text), end + 3))))
        else end
    )
    left, right = text[max(0, start - _SIDE) : start], text[end : end + _SIDE]
    if _OTHER.search(left) or _OTHER.search(right):
        return True
    left_words = [match[0] for match in _WORD.finditer(left)][-_NEXT:]
    right_words = [match[0] for match in _WORD.finditer(right)][:_NEXT]
    if left_words and left.startswith(left_words[0]):
        del left_words[0]  # cut
    beside = [*left_words[-1:], *right_words[:1]]
    if _TOLD.search(left) or any(word.lower() in _FOREIGN for word in beside):
        return True
    if any(len(word) == 1 and word.islower() and word != "a" for word in beside):
        return True
    shown = text[start : span.end].lower()
    joined = [f"{word.lower()}{shown}" for word in left_words[-1:]]
    joined += [f"{shown}{word.lower()}" for word in right_words[:1]]
    if any(map(is_known, joined)):
        return True  # a part of a word: see spelling/split-word
    around = [word for word in (*left_words, *right_words[:-1]) if word.islower()]
    return any(not is_known(part) for word in around for part in word.replace("’", "'").split("'"))
