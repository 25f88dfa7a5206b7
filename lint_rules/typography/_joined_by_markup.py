"""Two words that only markup is between: **bold**word, <a href="x">link</a>word."""

from __future__ import annotations

from copydesk import Document, Iterator, scan
from lint_rules._shared.names import kinds
from lint_rules._shared.prose import words

MARKUP = scan(
    r"(?<=[A-Za-z])(?:\*\*|</(?:a|em|strong|b|i)>|\]\([^()\s]{1,300}\)|<(?:a|em|strong|b"
    r"|i)\b[^<>]{0,300}>"
    r"|\[(?=[^\]\[\n]{2,200}\]\())(?=[A-Za-z])",
    at=("**", "</a>", "</em>", "</strong>", "</b>", "</i>", "](", "<a ", "<em", "<strong", "<b>",
        "<i>", "["),
    in_source=True, after=320,
)  # fmt: skip
_LITTLE = words(
    "a an the and or but of to in on at by for from with as is was are were be has had have he "
    "she it "
    "his her its they their we our you your who not that this said says will would could can new"
)
_LONGEST = 30  # code points of a word


def joined(doc: Document) -> Iterator[int]:
    """The offsets in the text at which a space is lost between two words."""
    for match in MARKUP.finditer(doc):
        at = doc.to_text(match.end())
        text = doc.text
        if not (text[at - 1 : at].isalpha() and text[at : at + 1].isalpha()):
            continue
        start, end = at, at
        while start > 0 and text[start - 1].isalpha() and at - start < _LONGEST:
            start -= 1
        while end < len(text) and text[end].isalpha() and end - at < _LONGEST:
            end += 1
        if _are_words(text[start:at], text[at:end]):
            yield at


def _are_words(left: str, right: str) -> bool:
    """Whether two parts are words, and not one word together."""
    if right[0].isupper() and left[-1].islower():
        return len(left) > 2 and len(right) > 1
    whole = (left + right).lower()
    return "w" not in kinds(whole) and _is_word(left) and _is_word(right)


def _is_word(part: str) -> bool:
    part = part.lower()
    return part in _LITTLE or len(part) == 3 or (len(part) > 3 and "w" in kinds(part))
