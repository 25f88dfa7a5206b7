"""The HTML parser on generated pages whose prose and positions are known."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import is_normalized

from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.document.builder import Builder
from copydesk.document.stand_in import STAND_IN
from copydesk.model.findings import Span
from copydesk.parsers.html import parse, read_fragment

if TYPE_CHECKING:
    from copydesk.document.slots import Parsed


class Char(NamedTuple):
    """A character of prose, the source that it stands for, whether it is code."""

    text: str
    start: int
    end: int
    code: bool = False


class Page:
    """A page while it is written, with what a reader of it should find."""

    def __init__(self) -> None:
        self.source = ""
        self.slots: list[tuple[str, list[Char]]] = []
        self.chars: list[Char] = []
        self.comments: list[Span] = []
        self.in_code = False
        self.shows = True

    def markup(self, source: str) -> None:
        self.source += source

    def comment(self, source: str) -> None:
        self.comments.append(Span(len(self.source), len(self.source) + len(source)))
        self.source += source

    def reads(self, source: str, prose: str) -> None:
        """Source that reads as ``prose``, as a whole."""
        start, end = len(self.source), len(self.source) + len(source)
        self.chars += [Char(each, start, end, self.in_code) for each in prose]
        self.source += source

    def thing(self, source: str) -> None:
        """Something that is not text: a letter stands for it, but not between sentences."""
        before = "".join(char.text for char in self.chars).rstrip()
        if before and before[-1] not in ENDED and self.shows:
            start, end = len(self.source), len(self.source) + source.index(">") + 1
            self.chars.append(Char(STAND_IN, start, end))
        self.source += source

    def text(self, text: str) -> None:
        for each in text:
            if each == " ":
                self.blank(each)
            else:
                self.reads(each, each)

    def blank(self, source: str) -> None:
        """Source that reads as a space unless one stands there already."""
        start = len(self.source)
        self.source += source
        last = self.chars[-1] if self.chars else None
        if last is not None and last.text != " ":
            self.chars.append(Char(" ", start, len(self.source)))
        elif last is not None and last.end == start and not source.startswith("<"):
            self.chars[-1] = last._replace(end=len(self.source))  # one run of blanks

    def end_slot(self, kind: str) -> None:
        while self.chars and self.chars[-1].text == " ":
            self.chars.pop()
        text = "".join(char.text for char in self.chars)
        if text and (STAND_IN not in text or any(map(str.isalnum, text.replace(STAND_IN, "")))):
            self.slots.append((kind, self.chars))
        self.chars = []


ENDED = ".!?…\"'”’)]"
Node = Callable[[Page], None]


def words(text: str) -> Node:
    return lambda page: page.text(text)


def blank(text: str) -> Node:
    return lambda page: page.blank(text)


def reference(pair: tuple[str, str]) -> Node:
    return lambda page: page.reads(*pair)


def comment(text: str) -> Node:
    return lambda page: page.comment(text)


def unseen(text: str) -> Node:
    return lambda page: page.markup(text)


def thing(text: str) -> Node:
    return lambda page: page.thing(text)


def glued(letters: str) -> Node:
    """A no-break space between two letters."""

    def write(page: Page) -> None:
        page.text(letters[0])
        page.reads("&nbsp;", "\u00a0")
        page.text(letters[1])

    return write


def broken(letter: str) -> Node:
    """A line break before a letter, so that no two breaks meet."""

    def write(page: Page) -> None:
        page.blank("<br/>")
        page.text(letter)

    return write


def element(name: str, attributes: str, content: list[Node]) -> Node:
    def write(page: Page) -> None:
        before, page.in_code = page.in_code, page.in_code or name == "code"
        page.markup(f"<{name}{attributes}>")
        for each in content:
            each(page)
        page.markup(f"</{name}>")
        page.in_code = before

    return write


def quotation(content: list[Node]) -> Node:
    def write(page: Page) -> None:
        page.reads("<q >", "“")
        for each in content:
            each(page)
        page.reads("</q\n>", "”")

    return write


CHARACTERS = st.characters(exclude_categories=("Z", "C", "M"), exclude_characters="<&").filter(
    lambda each: is_normalized("NFC", each) and not "\u1100" <= each <= "\u11ff"
)  # what the builder would put together: see its own tests
TEXTS = st.one_of(
    st.text(CHARACTERS, min_size=1, max_size=6),
    st.sampled_from(["AT&T,", "Volo", "5 <6", "&unknown;", "“No,”", "b='c'", "-->", "]]>", "7 <8"]),
)
REFERENCES = st.sampled_from(
    [
        *(("&#8217;", "’"), ("&rsquo;", "’"), ("&#x2019;", "’"), ("&#X2019;", "’"), ("&amp;", "&")),
        *(("&lt;", "<"), ("&quot;", '"'), ("&eacute;", "é"), ("&#128512;", "\U0001f600")),
        *(("&#150;", "–"), ("&fjlig;", "fj"), ("&#0065;", "A"), ("&#1;", "")),
    ]
)
INLINE = st.sampled_from(
    ["b", "i", "EM", "strong", "a", "span", "abbr", "sup", "time", "x-y", "code"]
)
ATTRIBUTES = st.sampled_from(
    [
        *("", "\n", " href=\"/a?b>c&d='e'\"", " title='\"x\" <p>'", " data-x=y z", " a = b"),
        *(' class="lead"id=d', ' rel="nofollow" style="color:red"', ' title="a""'),
    ]
)
UNSEEN = st.sampled_from(
    [
        *("<wbr>", "<script>if (a<b) '<p>'</script>", "<del>no <b>no</b></del>"),
        *("<b></b>", "<span hidden>no <i>no</i></span>", "<style>p > a {}</style>", "<?xml no ?>"),
        *("</x-y>", "<!doctype x>", "<img src=x hidden>"),
    ]
)
THINGS = st.sampled_from(
    [
        *("<svg><title>no</title><p>no</p></svg>", "<img src=x>", "<button>no<p>no</button>"),
        *("<iframe>no</iframe>", "<video src=x></video>"),
    ]
)
COMMENTS = st.sampled_from(["<!-- a -->", "<!---->", "<!-- <p>no</p> -->", "<!-- a -- > b & c -->"])
LEAVES = st.one_of(
    st.builds(words, TEXTS),
    st.builds(blank, st.text(" \t\r\n\f", min_size=1, max_size=4)),
    st.builds(reference, REFERENCES),
    st.builds(comment, COMMENTS),
    st.builds(unseen, UNSEEN),
    st.builds(thing, THINGS),
    st.builds(glued, st.sampled_from(["ab", "5k"])),
    st.builds(broken, st.sampled_from("xy")),
)
LINES = st.lists(
    st.recursive(
        LEAVES,
        lambda nodes: st.one_of(
            st.builds(element, INLINE, ATTRIBUTES, st.lists(nodes, max_size=4)),
        ),
        max_leaves=8,
    ),
    max_size=8,
)
QUOTED = st.builds(quotation, st.lists(LEAVES, max_size=3))
BLOCKS = st.sampled_from(
    [
        ("paragraph", "<p>", "</p>"),
        ("paragraph", "<P class=x\n>", ""),
        ("paragraph", "<div>", "</div>"),
        ("paragraph", "<section><div>", "</section>"),
        ("heading", "<h2>", "</h2>"),
        ("list-item", "<ul><li>", "</ul>"),
        ("list-item", "<ol>\n<li><p>", "</p></li></ol>"),
        ("block-quote", "<blockquote><p>", "</blockquote>"),
        ("table-cell", "<table><tr><td>", "</table>"),
        ("caption", "<figure><figcaption>", "</figcaption></figure>"),
        ("deck", "<p class='story__dek'>", "</p>"),
        ("note", "<div class=correction><p>", "</div>"),
    ]
)


@st.composite
def pages(draw: st.DrawFn) -> Page:
    page = Page()
    for kind, before, after in draw(st.lists(BLOCKS, max_size=5)):
        page.markup(before)
        for node in draw(LINES) + draw(st.lists(QUOTED, max_size=1)) + draw(LINES):
            node(page)
        page.markup(after)
        page.end_slot(kind)
        page.markup(draw(st.sampled_from(["", "\n", " \r\n"])))
    return page


def texts(parsed: Parsed) -> list[tuple[str, str]]:
    return [(kind, parsed.map.text[span.start : span.end]) for kind, span, _ in parsed.slots]


def joined(slots: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The slots without the letter for a remark or an icon between a space and a mark."""
    return [(kind, re.sub(rf"(?<=\w ){STAND_IN}(?=[,.;:!?)])", "", text)) for kind, text in slots]


@given(pages())
def test_the_prose_is_what_was_written(page: Page) -> None:
    parsed = parse(page.source)
    written = [(kind, "".join(char.text for char in chars)) for kind, chars in page.slots]
    assert joined(texts(parsed)) == joined(written)
    assert parsed.map.text == "\n\n".join(text for _, text in texts(parsed))


@given(pages())
def test_every_character_maps_to_its_own_source(page: Page) -> None:
    parsed = parse(page.source)
    for slot, (_, chars) in zip(parsed.slots, page.slots, strict=True):
        if slot.span.end - slot.span.start != sum(len(char.text) for char in chars):
            continue  # there is such a letter
        for offset, char in enumerate(chars, slot.span.start):
            span = parsed.map.to_source(Span(offset, offset + 1))
            assert span == (char.start, char.end), (page.source, char)


@given(pages())
def test_code_and_comments_are_where_they_were_written(page: Page) -> None:
    parsed = parse(page.source)
    assert [each.source for each in parsed.comments] == page.comments
    if STAND_IN in parsed.map.text:  # it is code, and so are the letters joined to it
        return
    code = "".join(parsed.map.text[a:b] for a, b in parsed.verbatim)
    written = "".join(char.text for _, chars in page.slots for char in chars if char.code)
    assert "".join(code.split()) == "".join(written.split())


@given(pages())
def test_a_page_reads_alike_around_a_story_mark(page: Page) -> None:
    """What is marked as the story reads as it does alone, whatever stands outside."""
    around = f"<body><p>no</p><main>{page.source}</main><div>no <footer>no</footer></div></body>"
    assert texts(parse(around)) == texts(parse(page.source))


@given(LINES)
def test_a_fragment_reads_into_an_open_slot_as_a_page_does(line: list[Node]) -> None:
    page = Page()
    page.shows = False  # who opened the slot knows best
    page.reads("|", "|")
    for node in line:
        node(page)
    page.end_slot("credit")
    builder = Builder(page.source)
    builder.open("credit")
    builder.add_source(0, 1)
    read_fragment(builder, 1, len(page.source))
    written = [(kind, "".join(char.text for char in chars)) for kind, chars in page.slots]
    assert joined(texts(builder.finish())) == joined(written)


@given(st.lists(st.one_of(TEXTS.map(words), REFERENCES.map(reference)), max_size=5))
def test_an_attribute_maps_like_text(value: list[Node]) -> None:
    page = Page()
    page.markup("<p>x<img data-alt='no' alt='")
    for node in value:
        node(page)
    if "'" in page.source.split("alt='", 2)[2]:
        return
    page.end_slot("alt")
    parsed = parse(page.source + "'>y</p>")
    assert texts(parsed)[0] == ("paragraph", f"x{STAND_IN}y")
    for slot, (_, chars) in zip(parsed.slots[1:], page.slots, strict=True):
        for offset, char in enumerate(chars, slot.span.start):
            assert parsed.map.text[offset] == char.text
            assert parsed.map.to_source(Span(offset, offset + 1)) == (char.start, char.end)


SOUP = st.lists(
    st.sampled_from(
        [
            *"<>/&;\"'=!-? \n\x00ax1#",
            *("<p>", "</p>", "<b>", "<q>", "</q>", "<li>", "<ul>", "</ul>", "<h1>", "</h2>"),
            *("<!--", "-->", "&amp;", "&#", "&nbsp;", "<script>", "</script>", "<title>"),
            *("<td>", "<table>", "</table>", "<p class=byline>", "<i class=note>", "<br>"),
            *("</i>", "</div>", "<div hidden>", "<code>", "</code>", "<header>", "</header>"),
            *("<img alt='", "<meta name=description content='", "<a rel=author>", "</a>"),
            *("<main>", "<article>", "<aside>"),
        ]
    ),
    max_size=40,
).map("".join)


@given(st.one_of(SOUP, st.text()))
@example("<p>a<b>  x</b>")
@example("<![foo")
def test_whatever_the_source_the_map_holds(source: str) -> None:
    parsed = parse(source)
    for slot in parsed.slots:
        starts = []
        for offset in range(*slot.span):
            span = parsed.map.to_source(Span(offset, offset + 1))
            stands_for, text = source[span.start : span.end], parsed.map.text[offset]
            assert stands_for == text or stands_for[:1] in "&<" or stands_for.isspace()
            assert span.start < span.end <= len(source)
            starts.append(span.start)
        assert starts == sorted(starts)
    assert all(source[a : a + 4] == "<!--" for a, _ in (each.source for each in parsed.comments))
