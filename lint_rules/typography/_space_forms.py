"""Where spaces may be lost or too many: the patterns, and the separators that call for them."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Scan, scan

_TORN = frozenset(("’ ", "' ", " :"))  # the same, within a word or a number
_SIGNS = ("$ ", "£ ", "€ ", "“ ", " ”", " ’", " '")
_JOINTS = frozenset(("(", ")", ",", ";", "“", ",“", ":“", "”", "$", "£", "€"))  # the same
_GLUES = frozenset((",", ";", ":", ",”", "?”", "!”"))  # between words without a space
# Each pattern begins with something rare, for speed; the group is the space.
DOUBLED = scan(r"(  +)(?=\S)", at="  ", after=4)
# “a ,b”, but not an ellipsis, a ratio (3 : 2), a smiley or French marks.
BEFORE = scan(
    r"( )(?<=[\w)”’\"] )(?:[,;:.?!](?=[\s”’“\"]|\Z)(?! ?[.:?!]| ?-? ?[()])|[,;](?=[A-Za-z]{2})"
    r"|\.(?=[A-Z][a-z]+ )(?!\.Net))",
    at=(" ,", " ;", " :", " .", " ?", " !"),
    after=8,
)
LOST = scan(
    r"[;,:?!](?:(?<=[a-z][a-z][;,])()(?=[A-Za-z][a-z]|[A-Z]{2,5} [a-z])"  # Gray;Editing
    r"|”(?<=[A-Za-z][,?!].)()(?=[a-z]{2})"  # “Yes,”she said
    r"|(?<=[a-z]{3}:)()(?=[A-Z][a-z]+ ))",  # fraud:Feds arrest
    at=(";", ",", ":", "?", "!"),
)
# A word and a bracket, a quotation mark or a figure without the space between them.
JOINED = scan(
    r"(?<=[a-z]{3}|[A-Z]{3})()\((?=[A-Za-z][\w’'-]* [^()\n]{1,80}\))(?!\w* = )"  # left(in May)
    r"|(?<=[\w.’]{2})\)()(?=[a-z]{2,}[ ,.])"  # (in May)she
    r"|(?<=[a-z]{2})[,;]()(?=\d{1,2}[,. ](?! ?\d))|(?<=\d)[,;]()(?=[a-z]{3,}[ ,.])"  # Poe,45,and
    r"|(?<=[a-z])[,:]()“(?=[A-Za-z])|(?<=[a-z])()“(?=[A-Za-z])"  # said,“We
    r"|(?<=[a-z]{2})()[$£€](?=\d)|(?<=[a-z])”()(?=[a-z]{2,}[ ,.])",  # “ours”and
    at=("(", ")", ",", ";", ":", "“", "”", "$", "£", "€"), after=100,
)  # fmt: skip
MARK = scan(
    r"(?<![A-Za-z])[$£€]( )(?=\d)|(?<![^\s(—–-])“( )(?=\w)|(?<=[a-z.,!?])( )”(?=[\s.,;]|\Z)"
    r"|(?<=[a-z])( )[’'](?:s|re|ve|ll)(?= [a-z])"
    r"|(?<=[a-z][’'])( )(?=s [a-z])|(?<=\d)( )(?=:\d\d ?[ap]\.?m)",
    at=("$ ", "£ ", "€ ", "“ ", " ”", " ’", " '", "’ s ", "' s ", " :"), before=1, after=8,
)  # fmt: skip
HYPHEN = scan(
    r"(?<=[a-z]{2})(?<!\band)(?<!\bor)( )-(?=[a-z]{2,})|(?<=\d)( )-(?=(?:year|month|week|day"
    r"|hour|minute|mile|foot|point)\b)"
    r"|(?<=[a-z]{2}-)( )(?=(?!(?:and|or|to|but|nor|versus|vs|than|through|as|if|in"
    r"|not)\b)[a-z]{2,})",
    at=(" -", "- "), before=1, after=14,
)  # fmt: skip
BRACKET = scan(r"[(\[]( )(?=\w)|( )(?<=[\w.,!?] )[)\]](?!\))", at=("( ", "[ ", " )", " ]"), after=4)


@lru_cache(maxsize=1024)
def suspects(separator: str) -> frozenset[Scan]:
    """The patterns that may match in what is between two words."""
    found = {
        form
        for form in (DOUBLED, BEFORE, BRACKET, HYPHEN)
        if any(isinstance(mark, str) and mark in separator for mark in form.at)
    }
    if separator in _TORN or any(mark in separator for mark in _SIGNS):
        found.add(MARK)
    if separator in _GLUES:
        found.add(LOST)
    if separator in _JOINTS:
        found.add(JOINED)
    return frozenset(found)
