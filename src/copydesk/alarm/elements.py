"""Cut an HTML draft into its elements, their tags and attributes."""

from __future__ import annotations

from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.parsers.html.names import BLOCK
from copydesk.parsers.html.scan import RAW, TOKEN, end_of_aside, raw_end
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAVES = frozenset(("meta", "link", "base", "hr", "img", "input", "source", "embed"))
_OTHERS = (
    "html body title script style noscript template svg iframe video audio object button"
    " picture textarea canvas article main"
)
_UNITS = BLOCK | _LEAVES | frozenset(_OTHERS.split())
# What an opening tag closes if its end tag was left out.
_CLOSED_BY = {"li": ("li",), "tr": ("tr", "td", "th"), "td": ("td", "th"), "th": ("td", "th"),
              "dt": ("dt", "dd"), "dd": ("dt", "dd"), "option": ("option",),
              "body": ("head",)}  # fmt: skip
_IN_PARAGRAPH = frozenset(("img", "button", "script", "style", "svg", "iframe", "picture"))
_ATTRIBUTE = compiled(
    r"\s++[^\s/><=][^\s/><=]*+(?:\s*+=++\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>][^\s<>]*+)?)?"
)
_ASIDE = compiled(r"<!--[\s\S]*?-->|<![A-Za-z][^<>]*>")


class Tag(ValueTuple):
    """A tag: its name, its span, whether it is an end tag."""

    name: str
    span: Span
    is_end: bool


class Element(ValueTuple):
    """An element; its tags are empty spans if they were left out."""

    span: Span
    opening: Span
    closing: Span
    children: tuple[Element, ...] = ()


class _Open(ValueTuple):
    """An element that has not ended yet."""

    tag: Tag
    children: list[Element]

    def ended(self, start: int, end: int) -> Element:
        span = Span(self.tag.span.start, end)
        return Element(span, self.tag.span, Span(start, end), tuple(self.children))


def tags(source: str) -> Iterator[Tag]:
    """The tags of a source, without those in comments, scripts and the like."""
    last_comment, last, at = source.rfind("-->"), source.rfind(">"), 0
    while (match := TOKEN.search(source, at)) is not None:
        at = match.end()
        if match[2] is None:
            at = max(at, end_of_aside(source, match.start(), last_comment) if at <= last else -1)
            continue
        name = match[2].lower()
        yield Tag(name, Span(*match.span()), bool(match[1]))
        if name in RAW and not match[1]:
            at = max(at, raw_end(source, name, at, len(source)))


def elements(source: str) -> tuple[Element, ...]:
    """The outermost block elements of a source, with those inside them."""
    root = _Open(Tag("", Span(0, 0), False), [])
    stack = [root]
    for tag in tags(source):
        if tag.name not in _UNITS:
            continue
        if tag.is_end:
            _close(stack, tag)
            continue
        _close_before(stack, tag)
        if tag.name in _LEAVES:
            end = Span(tag.span.end, tag.span.end)
            stack[-1].children.append(Element(tag.span, tag.span, end))
        else:
            stack.append(_Open(tag, []))
    while len(stack) > 1:
        _end_last(stack, len(source), len(source))
    return tuple(root.children)


def attributes(source: str) -> list[Span]:
    """The attributes of all tags, each with the space before it; comments and declarations."""
    found = [Span(*match.span()) for match in _ASIDE.finditer(source)]
    for tag in tags(source):
        if not tag.is_end:
            start = tag.span.start + 1 + len(tag.name)
            matches = _ATTRIBUTE.finditer(source, start, tag.span.end - 1)
            found += [Span(*match.span()) for match in matches]
    return sorted(found)


def _close(stack: list[_Open], tag: Tag) -> None:
    """End the innermost element of that name, and all in it whose end tags were left out."""
    if not any(one.tag.name == tag.name for one in stack):
        return
    while stack[-1].tag.name != tag.name:
        _end_last(stack, tag.span.start, tag.span.start)
    _end_last(stack, tag.span.start, tag.span.end)


def _close_before(stack: list[_Open], tag: Tag) -> None:
    """End the elements that an opening tag ends."""
    closed = _CLOSED_BY.get(tag.name, ())
    if tag.name not in _LEAVES and tag.name not in _IN_PARAGRAPH:
        closed = (*closed, "p")
    while stack[-1].tag.name in closed:
        _end_last(stack, tag.span.start, tag.span.start)


def _end_last(stack: list[_Open], start: int, end: int) -> None:
    last = stack.pop()
    stack[-1].children.append(last.ended(start, end))
