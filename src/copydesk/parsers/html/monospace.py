"""Words that a page sets in the type of code, without an element for code."""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.regexes.compiled import compiled

_FACE = (
    r"(?:font-family\s*:|\bface\s*=|font\s*:)[^;>]{0,80}?\b(?:courier|monospace|consolas|menlo|monaco"
    r"|lucida console|inconsolata|source code|fira (?:code|mono)|sfmono)"
)
_IS_CODE = compiled(_FACE, re.IGNORECASE)
_RUN = compiled(rf"<(?:font|span)\b[^<>]*{_FACE}[^<>]*>([^<]*)", re.IGNORECASE)
_TAGS = compiled(r"<[^<>]*>")
_SENTENCE = compiled(r"\s*[\"“‘']?[A-Z][^<]*\s[^<]*[.!?][\"”’']?\s*")
_SHARE = 3  # a page with this share of its text in such type is typewritten


def is_code(source: str, name: str, start: int, end: int) -> bool:
    """Whether an inline element with the attributes from ``start`` to ``end`` sets code."""
    if name not in ("font", "span") or not _IS_CODE.search(source, start, end):
        return False
    close = source.find("<", end)
    text = source[end + 1 : close if close >= 0 else len(source)]
    return not _SENTENCE.fullmatch(text) and not _is_typewritten(source)


@lru_cache(maxsize=8)
def _is_typewritten(source: str) -> bool:
    """Whether much of a page is in such type, so that it means nothing."""
    inside = sum(len(run.strip()) for run in _RUN.findall(source))
    return inside * _SHARE > len(_TAGS.sub("", source))
