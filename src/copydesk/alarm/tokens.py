"""Find in a source what may give a story away: names, numbers, addresses."""

from __future__ import annotations

import re

from copydesk.alarm.words import DAYS, MONTHS, TITLES
from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" for name in MONTHS.split()) + "|sept"
_DAY = "|".join(name[:3] for name in DAYS.split())
_REST = r"[^\s<>\"'“”‘’«»()\[\]]"
_LETTER_REFERENCE = (
    "&(?:[A-Za-z]{1,2}(?:acute|grave|uml|circ|tilde|cedil|ring|slash|caron|lig|breve|macr|ogon)"
    r"|\#(?:19[2-9]|[2-5][0-9][0-9])|\#[xX](?:[c-fC-F]|1[0-9a-fA-F])[0-9a-fA-F]);"
)

_HOST = (
    r"(?<![\w.@/-])(?:[\w-]{1,63}\.){1,8}(?:(?:com|org|net|edu|gov|info|io|tv|uk|eu|de|fr|nl|dk|fi|pl|ch"
    r"|ie|ca|au|nz|jp|cn|ru|ua|example)\b(?![.\w@])|[a-z]{2,10}(?=/\w))"
)

# In this order: what an earlier alternative takes is not looked at again.
_TOKEN = compiled(
    rf"""
    (?P<url> (?:https?|ftp)://{_REST}+ | (?<![\w.])www\.{_REST}+ | {_HOST}(?:/{_REST}*)? )
  | (?P<email> (?<![\w.+%-])[\w.+%-]+@[\w-]+(?:\.[\w-]+)+ )
  | (?P<handle> (?<![\w@./])@\w[\w.]*\w )
  | (?P<hashtag> (?<![\w&#])\#(?=\w*[^\W\d])\w+ )
  | (?P<file> (?<![\w./-])[\w./-]*[\w-]\.(?:jpe?g|png|gif|webp|pdf|docx?|mp[34]|html?|txt|csv)\b )
  | (?P<markup> </?[A-Za-z][\w:-]* | <!\w[^<>]*> | ^[ \t]*\d{{1,3}}[.)](?=\s) )
  | (?P<date>
        \b\d{{4}}-\d\d(?:-\d\d)?(?:[T ][\d:.]+(?:Z|[+-][\d:]+)?)?(?![\w-])
      | \b\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\b
      | \b(?:{_MONTH})\b\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d,.:%]*\d)
      | \b\d{{1,2}}(?:st|nd|rd|th)?(?:\s*[-–]\s*\d{{1,2}})?\s+(?:of\s+)?(?:{_MONTH})\b
      | (?<![\d.:])\d{{1,2}}[:.]\d\d(?=\s?[ap]\.?m\b) | (?<![\d.:])[012]?\d:[0-5]\d(?![\d:])
      | (?<![\w.,-])\d{{1,2}}(?=\s?[ap]\.?m\b)
      | (?<![\w.,$£€+-])(?:1[0-9]|20|21)\d\d(?:[-–/](?:\d{{4}}|\d\d))?(?![\w%-]|[.,:]?\d)
    )
  | (?P<phone> (?<![\w.,])(?:\+\d|\(\d{{2,5}}\)|\d)[\d ()–.-]{{5,16}}\d(?![\w,]) )
  | (?P<number> (?<!\d)\d+(?:[.,\u00a0\u202f]\d+)* )
  | (?P<word> (?:[^\W\d_]|{_LETTER_REFERENCE})+ )
  | (?P<reference> &\#?\w+; )
    """,
    re.X | re.I | re.M,
)
_DIGITS = compiled(r"\d")
_PHONE_DIGITS = 7
_GAPS = (" ", "\u00a0", "\n", "-", "’", "'", " “")


class Token(ValueTuple):
    """A part of the source that may have to be replaced.

    ``kind`` is ``url``, ``email``, ``handle``, ``hashtag``, ``file``, ``phone``, ``number``,
    ``word`` or ``kept``, which is never replaced (a date, a tag).
    """

    kind: str
    text: str
    span: Span


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a source, in order and disjoint."""
    at = 0
    while (match := _TOKEN.search(source, at)) is not None:
        kind, text = match.lastgroup or "", match[0]
        if kind in ("url", "email", "handle", "file"):
            text = text.rstrip(".,;:!?*_~|…")
        if kind == "phone" and len(_DIGITS.findall(text)) < _PHONE_DIGITS:
            kind, text = _first_number(text)
        at = match.start() + max(1, len(text))
        if kind != "reference":
            kept = kind in ("date", "markup")
            yield Token("kept" if kept else kind, text, Span(match.start(), at))


def _first_number(text: str) -> tuple[str, str]:
    """The first number of what looked like a telephone number but is too short."""
    found = re.match(r"[+(]*\d+(?:[.,]\d+)*", text)
    return "number", found[0] if found else text


def is_next(source: str, one: Token, other: Token) -> bool:
    """Whether two words are next to each other in one name, or could be."""
    gap = source[one.span.end : other.span.start]
    if gap in (". ", ".", ".\u00a0"):  # Mr. Roe, J. Roe
        return len(one.text) == 1 or one.text.lower() in TITLES
    return gap in _GAPS
