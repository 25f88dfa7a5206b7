"""Finds text that is not prose: addresses, handles, hashtags, file names, emoji by name.

Rules on spelling and spacing leave these alone, so anything that could also be
words is not included: ``and/or``, ``Kyiv/Moscow``, or a sentence without the
space after its full stop (``the war.in Ukraine``). Each kind is searched for only
if the text contains a mark that it requires, and its pattern is compiled on first
use.
"""

from __future__ import annotations

import re
from functools import cache

from copydesk.model.findings import Span
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_AT = compiled("@")
_DOTTED = compiled(r"\.[A-Za-z]{2}")
_REACH = 300  # code points searched on either side of the mark
_IN_URL = "[^\\s<>\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u2013\u2014]"
_OPENING = "([\"'\u201c\u2018\u00ab"
_TRAILING = ".,;:!?*_~|\u2026"

# Top-level domains that are not English words; a bare host may end in one of them.
_DOMAINS = """
    ae ai app ar au az ba bd bg biz br by ca cat ch cl cn co com cz de dk edu ee eg es eu fi fm fr
    gl gov gr hk hr hu id ie il info int io ir jp ke kr kz lb lk lt lu lv ly ma md mil mk mt mx ng
    net nl np nz org pe ph pk pl pt qa ro rs ru sa se sg si sk th tn tr tv tw ua ug uk uy uz va ve
    vn xyz za zw
"""
# Top-level domains that are English words; these need a path, a port, or a label such as ``com``.
_WORDS = """
    am as at be blog do dev gg in is it live media me my news no online press site so social store
    team tech to today us watch world
"""
_BARE = frozenset(_DOMAINS.split()) - {"by", "id", "ma"}
_SURE_WITH_PATH = frozenset(_DOMAINS.split()) | frozenset(_WORDS.split())
_FILES = (
    "jpe?g|png|gif|webp|heic|tiff?|svg|eps|psd|raw|pdf|docx?|odt|rtf|txt|csv|tsv|xlsx?|pptx?|zip|"
    "mp[34]|m4a|mov|avi|wav|html?|xml|json|ya?ml|toml|md|py|js|css|php|exe"
)


def find(text: str) -> tuple[Span, ...]:
    """All verbatim spans, sorted and disjoint.

    Punctuation that belongs to the sentence (a final full stop, a closing bracket
    that was not opened inside) is not included.
    """
    found: list[Span] = []
    if "://" in text:
        found.extend(_trimmed(text, _url()))
    if "www." in text:
        found.extend(_trimmed(text, _www()))
    if "@" in text:
        found.extend(_around(text, _AT, _at()))
    if "#" in text:
        found.extend(Span(*match.span()) for match in _hashtag().finditer(text))
    if " = " in text:
        found.extend(Span(*match.span()) for match in _statement().finditer(text))
    if _DOTTED.search(text):
        found.extend(_hosts(text))
        found.extend(_around(text, _DOTTED, _file()))
    if "/" in text:
        found.extend(_paths(text))
    if ":" in text:
        found.extend(Span(*match.span()) for match in _emoji().finditer(text))
    return _disjoint(found) if found else ()


@cache
def _url() -> re.Pattern[str]:
    return compiled(rf"(?:https?|ftps?|HTTPS?)://{_IN_URL}+")


@cache
def _www() -> re.Pattern[str]:
    return compiled(rf"www\.(?<![\w.@/-]www\.)\w{_IN_URL}+")


@cache
def _at() -> re.Pattern[str]:
    """An e-mail address, or a handle with or without its server."""
    return compiled(
        r"(?<![\w.+%-])[\w.+%-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
        r"|(?<![\w@./])@(?=\d{0,30}[^\W\d])\w{2,30}(?:@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}"
        r"|(?:\.[a-z0-9_]{1,30}){0,3})(?!\w)"
    )


@cache
def _hashtag() -> re.Pattern[str]:
    """A hashtag; ``#1`` is a number and ``&#39;`` an entity."""
    return compiled(r"#(?<![\w#&/]#)\d{0,20}[^\W\d]\w*")


@cache
def _emoji() -> re.Pattern[str]:
    """The name of an emoji or icon between colons: ``:tada:``, ``:material-alert:``."""
    return compiled(r":(?<![\w:]:)[a-z][a-z0-9_+-]{1,60}:(?![\w:])")


@cache
def _host() -> re.Pattern[str]:
    return compiled(
        r"(?<![\w.@/-])((?:[A-Za-z0-9][A-Za-z0-9-]{0,62}\.){1,8})([A-Za-z]{2,10})(?![\w@])"
        rf"(:\d{{2,5}})?(/{_IN_URL}*)?"
    )


@cache
def _file() -> re.Pattern[str]:
    """A file name, with the path before it."""
    name = r"[\w%-][\w.%-]{0,120}"
    return compiled(
        rf"(?<![\w.@/~-])(?:~?\.{{0,2}}/)?(?:{name}/){{0,20}}{name}\.(?:{_FILES})(?![\w@])",
        re.IGNORECASE,
    )


@cache
def _path() -> re.Pattern[str]:
    """A path of at least two parts, from its first slash on."""
    return compiled(r"/(?<![\w/@-]/)[a-z_.][\w.-]{0,120}(?:/[\w.-]{1,120}){1,20}/?")


@cache
def _statement() -> re.Pattern[str]:
    """A statement of a program that gives a name a value: ``Email email = new Email();``."""
    return compiled(
        r"(?<![\w.])(?:[A-Za-z_$][\w$.<>\[\]]{0,60} ){1,3}= "
        r"(?:new [A-Z][\w.<>]{0,60}\([^;\n]{0,200}|[^;\n]{1,200}\(\)"
        r"|[\"'][^;\n\"']{0,200}[\"']|\d[\w.]{0,20}|true|false|null);"
    )


def _paths(text: str) -> list[Span]:
    """Paths from the root, home or current folder: ``/usr/local/bin``, ``~/a/b``."""
    found: list[Span] = []
    for match in _path().finditer(text):
        start = match.start()
        while start > max(0, match.start() - 2) and text[start - 1] in "~.":
            start -= 1
        before = text[start - 1 : start]
        if not before or before.isspace() or before in _OPENING:
            found.append(Span(start, _end(text, start, match.end())))
    return found


def _words(text: str, mark: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of each word, from space to space, that contains the mark."""
    done = 0
    for match in mark.finditer(text):
        at = match.start()
        if at < done:
            continue
        before = text[max(done, at - _REACH) : at]
        head = before.split()[-1] if before and not before[-1].isspace() else ""
        done = at + len(text[at : at + _REACH].split(None, 1)[0])
        yield at - len(head), done


def _around(text: str, mark: re.Pattern[str], pattern: re.Pattern[str]) -> list[Span]:
    """The matches in words that contain the mark."""
    return [
        Span(*match.span())
        for start, end in _words(text, mark)
        for match in pattern.finditer(text, start, end)
    ]


def _trimmed(text: str, pattern: re.Pattern[str]) -> list[Span]:
    """The matches, without the sentence's own punctuation at the end."""
    found: list[Span] = []
    for match in pattern.finditer(text):
        end = _end(text, match.start(), match.end())
        if end > match.start():
            found.append(Span(match.start(), end))
    return found


def _end(text: str, start: int, end: int) -> int:
    """Where an address that was matched up to the next space really ends."""
    opened = {")": text.count("(", start, end), "]": text.count("[", start, end)}
    closed = {")": text.count(")", start, end), "]": text.count("]", start, end)}
    while end > start:
        last = text[end - 1]
        if last in opened and closed[last] > opened[last]:
            closed[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return end


def _hosts(text: str) -> list[Span]:
    """Addresses without a scheme: ``bbc.co.uk/news``, ``Example.com``."""
    found: list[Span] = []
    matches = (match for word in _words(text, _DOTTED) for match in _host().finditer(text, *word))
    for match in matches:
        labels, last = match[1], match[2]
        if not (last.islower() or (labels + last).isupper()):
            continue
        name = last.lower()
        before = labels[:-1].rpartition(".")[2].lower()
        certain = match[3] or len(match[4] or "") > 1 or before in ("co", "com", "org", "gov")
        if name in (_SURE_WITH_PATH if certain else _BARE) and (certain or len(before) > 1):
            found.append(Span(match.start(), _end(text, match.start(), match.end())))
    return found


def _disjoint(found: list[Span]) -> tuple[Span, ...]:
    """The spans in order, with overlapping ones merged."""
    found.sort()
    joined = [found[0]]
    for span in found[1:]:
        if span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
