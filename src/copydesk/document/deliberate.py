"""Words that are misspelled on purpose: marked [sic], or in copy about their spelling."""

from __future__ import annotations

from functools import cache

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from copydesk.model.findings import Span

_REACH = 48  # code points after a word in which its [sic] may be
_FAR = 160  # the same for a [sic] at the end of a quotation, which is for all of its words
_QUOTED = 4  # words, at most, of a quotation that names a spelling
_CITED = 3  # words, at most, of a quotation that only cites them
_ABOUT = 160  # code points before and after a quotation in which the copy may speak of spelling
_WORDS = ("sic", "thus", "as written", "as spelled", "as spelt")
_SIC = (
    r"[ \u00a0]?(?:[\[(][*_]*(?i:sic(?:[.!,;:][^\])\n]{0,40})?|as (?:written|spelled|spelt))"
    r"[*_.!]*[\])]|(?i:\[[*_]*thus[*_]*\]))"
)
_NOTE = (
    "orrect", "larif", "isspel", "isstat", "isident", "arlier", "revious", "riginally", "pell",
    "typo",
)  # fmt: skip


def is_marked(text: str, span: Span) -> bool:
    """Whether [sic] follows the words, or a letter of theirs is in brackets: [t]hrough."""
    before, after = text[max(0, span.start - 6) : span.start], text[span.end : span.end + _REACH]
    if before[-1:] == "]" and _letters().search(before):
        return True
    if after[:1] == "[" and _letters().match(after):
        return True
    return is_sic(text, span)


def is_sic(text: str, span: Span) -> bool:
    """Whether a mark such as [sic] is within the words, or after them.

    It may follow the word, a few more words of the phrase, or the sentence of the quotation
    that they are in.
    """
    near = text[span.start : span.end + _FAR].lower()
    if not any(word in near for word in _WORDS):
        return False
    within = text[span.start : span.end]
    if len(within) > 1 and _sic().search(within):
        return True
    after = text[span.end : span.end + _FAR]
    return _soon().match(after) is not None or _at_close().match(after) is not None


def is_about_spelling(text: str, span: Span, sentence: Span, quoted: str) -> bool:
    """Whether the sentence corrects an earlier version, or names the spelling it quotes.

    Args:
        text: the text of the draft.
        span: the words.
        sentence: the sentence that they are in.
        quoted: the quotation that they are in; empty outside quotations.
    """
    start, end = max(sentence.start, span.start - _ABOUT), min(sentence.end, span.end + _ABOUT)
    around = f"{text[start : span.start]} {text[span.end : end]}"
    if not any(part in around for part in _NOTE):
        return False
    if _corrects().search(around):
        return True
    return bool(quoted) and quoted.count(" ") < _QUOTED and _spells().search(around) is not None


def is_cited(text: str, span: Span) -> bool:
    """Whether the words are in a quotation of three words at most: she gave “seperate”."""
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 30]
    opened, closed = _opened().search(before), _closed().match(after)
    if opened is None or closed is None or _used().search(before):
        return False
    return (opened[0] + closed[0]).count(" ") < _CITED


@cache
def _used() -> re.Pattern[str]:
    """The quoted words are used in the sentence: for a “substainable” peace."""
    return compiled(
        r"(?i)\b(?:an?|the|this|that|these|those|its|his|her|their|our|such) "
        r"[“‘\"'](?:[\w’-]+ ){0,2}\Z"
    )


@cache
def _opened() -> re.Pattern[str]:
    return compiled(r"(?:[“‘\"]|(?<!\w)')(?:[\w’-]+ ){0,2}\Z")


@cache
def _closed() -> re.Pattern[str]:
    return compiled(r"(?: [\w’-]+){0,2}[.,]?(?:[”\"]|[’'](?!\w))")


@cache
def _letters() -> re.Pattern[str]:
    return compiled(r"\[[A-Za-z]{1,4}\](?:\Z|(?!\w))")


@cache
def _sic() -> re.Pattern[str]:
    return compiled(_SIC)


@cache
def _soon() -> re.Pattern[str]:
    return compiled(rf"(?s)[)”\"’',.!?]*(?:[ \u00a0\n][\w’'-]+){{0,3}}[)”\"’',.!?]*{_SIC}")


@cache
def _at_close() -> re.Pattern[str]:
    closing = "[”\"’']"
    return compiled(
        rf"(?:[^”\"“.!?\[(\n]|\n(?!\n))*[,.!?]?(?:{_SIC}[,.!?]?{closing}|{closing}[,.]?{_SIC})"
    )


@cache
def _corrects() -> re.Pattern[str]:
    return compiled(
        r"(?i)\b(?:(?:an|the) (?:earlier|previous) version|misspell(?:ed|ing)|misspelt|misstated"
        r"|misidentified|originally (?:gave|named|said|spelled|misspelled)|(?:was|were) (?:wrongly"
        r"|incorrectly)"
        r" (?:given|spelled|named)|spelled (?:wrong|wrongly|incorrectly))\b"
    )


@cache
def _spells() -> re.Pattern[str]:
    return compiled(r"(?i)\b(?:mis)?spell(?:s|ed|ing|ings)?\b|\bspelt\b|\btypos?\b")
