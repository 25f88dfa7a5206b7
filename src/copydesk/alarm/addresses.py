"""Stand-ins for web and e-mail addresses, handles, hashtags and file names."""

from __future__ import annotations

from copydesk.model.findings import Edit, Span
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.alarm.tokens import Token

_URL = compiled(r"(?:[a-z]+://)?([^/?#]*)([^?#]*)(\??[^#]*)(#?.*)", 2)  # 2: any case
_SEGMENT = compiled(r"(?<=/)[^/]*?[\w%][^/]*?(?=\.[A-Za-z]{2,5}(?:/|\Z)|/|\Z)")
_VALUE = compiled(r"(?:(?<==)|(?<=\?)(?![^&]*=)|(?<=&)(?![^&]*=))[^&=]+")
_NAME = compiled(r"[^/]*(?=\.\w+\Z)")


def parts(one: Token, source: str) -> Iterator[tuple[str, Edit]]:
    """Each part of an address that can be replaced by itself, and the edit that does it."""
    start = one.span.start
    for (begin, end), text in _edits(one.kind, one.text):
        if begin < end and one.text[begin:end] != text:
            yield one.text[begin:end], Edit(Span(start + begin, start + end), text)


def _edits(kind: str, text: str) -> Iterator[tuple[tuple[int, int], str]]:
    if kind == "url":
        yield from _url(text)
    elif kind == "email":
        yield (0, len(text)), "name@example.com"
    elif kind == "handle":
        yield (1, len(text)), "reader"
    elif kind == "hashtag":
        yield (1, len(text)), "topic"
    else:
        found = _NAME.search(text)
        yield (found.span() if found else (0, len(text))), "file"


def _url(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The host, each part of the path, each value of the query, the fragment."""
    found = _URL.fullmatch(text)
    if found is None:
        yield (0, len(text)), "https://example.com/page"
        return
    yield found.span(1), "www.example.com" if found[1].startswith("www.") else "example.com"
    for pattern, group, word in ((_SEGMENT, 2, "page"), (_VALUE, 3, "value")):
        for match in pattern.finditer(text, *found.span(group)):
            yield match.span(), word
    yield (found.start(4) + 1, found.end(4)), "part"
