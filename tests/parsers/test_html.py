"""The HTML parser: which text is whose part, and where it stands in the source."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from copydesk.document.builder import Builder
from copydesk.model.findings import Span
from copydesk.parsers.html.parse import names as html_names
from copydesk.parsers.html.parse import parse, read_fragment

if TYPE_CHECKING:
    from copydesk.document.slots import Parsed

LONG = "is a reporter who has covered the harbour and its boats for the Courier since spring " * 2


def texts(parsed: Parsed) -> list[tuple[str, str]]:
    """Kind and text of each slot; the kind with its name where it has one."""
    return [
        (f"{kind}:{name}" if name else kind, parsed.map.text[span.start : span.end])
        for kind, span, name in parsed.slots
    ]


def of(kind: str, *words: str) -> list[tuple[str, str]]:
    """Slots of one kind."""
    return [(kind, each) for each in words]


def sourced(source: str, parsed: Parsed, words: str) -> str:
    """The source that the first such words in the prose stand for."""
    start = parsed.map.text.index(words)
    span = parsed.map.to_source(Span(start, start + len(words)))
    return source[span.start : span.end]


# Text within a line


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("<p>Zelenskyy&#8217;s visit</p>", "Zelenskyy’s visit"),
        ("<p>caf&eacute; &#x2013; bar</p>", "café – bar"),
        (
            "<p>AT&T and R&D, a & b, &unknown; &; &#; &#x;</p>",
            "AT&T and R&D, a & b, &unknown; &; &#; &#x;",
        ),
        ("<p>AT&amp;T &AT &copy 2024 &copy2024</p>", "AT&T &AT © 2024 ©2024"),
        ("<p>Kerr&nbsp;said</p>", "Kerr\u00a0said"),
        ("<p>a&#32;&#10;b&Tab;c</p>", "a b c"),
        ("<p>a&#1;b</p>", "ab"),
        ("<p>&#" + "9" * 5000 + ";</p>", "&#" + "9" * 5000 + ";"),
        ("<p>&#99999999;</p>", "\ufffd"),
        ("<p>5 < 6 and 7 <8 </3 <- x</p>", "5 < 6 and 7 <8 </3 <- x"),
        ("<p>  one\n\t two \r\n three </p>", "one two three"),
        ("<p>one <b> two </b> three</p>", "one two three"),
        ("<p><b>Volo</b>dymyr <i>Zel</i><em>en</em>skyy</p>", "Volodymyr Zelenskyy"),
        ("<p>extra<wbr>ordinary H<sub>2</sub>O <x-y>new</x-y></p>", "extraordinary H2O new"),
        ("<p>one<br>two <br/> three</p>", "one two three"),
        ("<p>She said <q>no</q>.</p>", "She said “no”."),
        ("<p>She said <q>I heard <q>no</q></q>.</p>", "She said “I heard ‘no’”."),
        ("<p>one<!-- two -->three</p>", "onethree"),
        ("<p>one<script>two</script>three<svg><title>x</title></svg></p>", "onethree"),
        ("<p>one <button>two <b>x</b> <p>y</p></button>three</p>", "one three"),
        ("<p>one <span hidden>two <div>x</div> </span>three</p>", "one three"),
        (
            '<p>one <i aria-hidden="true">two</i> <b style="x:y; display : none">x</b>three</p>',
            "one three",
        ),
        ("<p>one <ruby>two<rt>x</rt></ruby></p>", "one two"),
        ("<p><a href=\"/a>b\" title='x>y'>one</a> <a href=/c/>two</a></p>", "one two"),
        ('<p><a href="x"">one</a> <a title="a"class="b">two</a></p>', "one two"),
    ],
)
def test_text_reads_as_in_a_browser(source: str, prose: str) -> None:
    assert texts(parse(source)) == [("paragraph", prose)]


@pytest.mark.parametrize(
    ("source", "words", "stands_for"),
    [
        ("<p>Zelenskyy&#8217;s visit</p>", "Zelenskyy’s", "Zelenskyy&#8217;s"),
        ("<p>Zelenskyy&#8217;s visit</p>", "’", "&#8217;"),
        ("<p><b>Volo</b>dymyr</p>", "Volodymyr", "Volo</b>dymyr"),
        ("<p>caf&eacutes</p>", "é", "&eacute"),
        ("<p>one \n two</p>", "e t", "e \n t"),
        ("<p>a <q>b</q></p>", "“b”", "<q>b</q>"),
        ("\u00e9\U0001f600<p>one two</p>", "two", "two"),
        ("<p>one\r\n<br>\r\ntwo</p>", "two", "two"),
        ('<img alt="a &quot;b&quot; c">', '"b"', "&quot;b&quot;"),
        ("<img src='alt=\"no\"' data-alt=x ALT = 'a  b'>", "a b", "a  b"),
        ("<img alt=pier>", "pier", "pier"),
    ],
)
def test_words_map_to_their_own_source(source: str, words: str, stands_for: str) -> None:
    assert sourced(source, parse(source), words) == stands_for


def test_code_is_verbatim_and_pre_is_passed_over() -> None:
    parsed = parse("<p>Type <kbd>git &lt;x&gt;</kbd> or <var>n</var>.</p><pre>skip <p>x</pre>")
    assert texts(parsed) == [("paragraph", "Type git <x> or n.")]
    assert "".join(parsed.map.text[a:b] for a, b in parsed.verbatim) == "git <x>n"


def test_code_that_is_never_closed_ends_with_its_paragraph() -> None:
    parsed = parse("<p>one <code>two<p>three</p>")
    assert [parsed.map.text[a:b] for a, b in parsed.verbatim] == ["two"]


# Blocks


@pytest.mark.parametrize(
    ("source", "slots"),
    [
        ("", []),
        ("  \n ", []),
        ("<p></p><p>&nbsp;</p><div> </div>", []),
        ("bare text", [("paragraph", "bare text")]),
        ("one<p>two</p>three", of("paragraph", "one", "two", "three")),
        ("<div>one<div>two</div>three</div>", of("paragraph", "one", "two", "three")),
        ("<p>one<p>two</p></p>three", of("paragraph", "one", "two", "three")),
        (
            "<p>one<br><br>two<br>&nbsp;<br/>three",
            of("paragraph", "one", "two", "three"),
        ),
        ("<p>one<hr>two", of("paragraph", "one", "two")),
        (
            "<h1>A</h1><h1>B</h1><h2>C</h2><h6>D</h6>",
            of("headline", "A") + of("heading", *"BCD"),
        ),
        ("<h1><img alt=''></h1><h1>B</h1>", [("headline", "B")]),
        ("<h2>A</h3>B", [("heading", "A"), ("paragraph", "B")]),
        ("<h2>A<h2>B</h2>", [("heading", "A"), ("heading", "B")]),
        ("<h1><div>A</div></h1>", [("headline", "A")]),
        (
            "<ul><li>A<ul><li>B</ul>C<li><p>D</p><p>E</p></ul>",
            of("list-item", *"ABCDE"),
        ),
        ("<ol><li>A</ol>B", [("list-item", "A"), ("paragraph", "B")]),
        ("<dl><dt>A<dd>B<dt>C</dl>", of("list-item", *"ABC")),
        (
            "<blockquote>A<p>B</p><ul><li>C</ul><footer>D</footer></blockquote>E",
            of("block-quote", *"ABCD") + of("paragraph", "E"),
        ),
        (
            '<blockquote class="twitter-tweet x"><p>A</p>B</blockquote>C',
            [("embed", "A"), ("embed", "B"), ("paragraph", "C")],
        ),
        (
            "<table><caption>A</caption><tr><th>B<td>C<p>D<tr><td>E</table>F",
            of("caption", "A") + of("table-cell", *"BCDE") + of("paragraph", "F"),
        ),
        ("<p>A<table><tr><td><p>B</table>", [("paragraph", "A"), ("table-cell", "B")]),
        (
            "<li>A<table><tr><td><ul><li>B</ul></table><li>C",
            [("list-item", "A"), ("list-item", "B"), ("list-item", "C")],
        ),
        (
            "<figure><img alt='A'><figcaption><p>B</p></figcaption></figure>",
            [("alt:alt", "A"), ("caption", "B")],
        ),
        ("<p>one <img alt='boat'>two</p>", [("paragraph", "one two"), ("alt:alt", "boat")]),
        ("<p>one</p><p hidden>two<p>three", of("paragraph", "one", "three")),
        ("<div hidden>one<p>two</div>three", [("paragraph", "three")]),
        (
            "<table><tr><td>A<table><tr><td>B<td>C</table>D<td>E</table>F",
            of("table-cell", *"ABCDE") + of("paragraph", "F"),
        ),
        ("<h1 hidden>A</h1><h1>B</h1>", [("headline", "B")]),
        ("<h1><!-- x --></h1><h1>B</h1>", [("headline", "B")]),
        ("<blockquote><h1>A</h1></blockquote>", [("block-quote", "A")]),
        ("<img alt='A' hidden><img alt='B'>", [("alt:alt", "B")]),
        ("<b><p>one</b> two</p>", [("paragraph", "one two")]),
        ("<P>ONE</P><Script>x</sCRIPT>two", of("paragraph", "ONE", "two")),
        ("<p/>one<span class='byline'/>two", of("paragraph", "one", "two")),
        ("\ufeff<h1>A</h1>", [("headline", "A")]),
    ],
)
def test_blocks_make_slots(source: str, slots: list[tuple[str, str]]) -> None:
    assert texts(parse(source)) == slots


@pytest.mark.parametrize(
    "name",
    [
        *("script", "style", "nav", "aside", "form", "select", "textarea", "template", "dialog"),
        *("noscript", "svg", "math", "iframe", "object", "video", "audio"),
    ],
)
def test_furniture_is_passed_over(name: str) -> None:
    source = f"<p>one</p><{name}>two <p>x</p></{name}><p>three</p>"
    assert texts(parse(source)) == of("paragraph", "one", "three")


@pytest.mark.parametrize("role", ["navigation", "banner", "contentinfo", "complementary", "search"])
def test_furniture_by_role_is_passed_over(role: str) -> None:
    source = f"one<div role={role}><div>two</div></div>three"
    assert texts(parse(source)) == of("paragraph", "one", "three")


# Parts of the story


@pytest.mark.parametrize(
    ("source", "slots"),
    [
        ("<div class='byline'><p>By A</p></div>", [("byline", "By A")]),
        ("<p>By <span class='author'>A</span>, reporter</p>", [("byline", "By A, reporter")]),
        (
            "<div>By <a rel='author'>A</a> <time>May</time></div>",
            [("byline", "By A"), ("paragraph", "May")],
        ),
        ("<p>As <a rel=author>A</a> says</p>", [("paragraph", "As A says")]),
        (f"<p><span class=author>A</span> {LONG}</p>", [("paragraph", f"A {LONG}".strip())]),
        ("<div itemprop='author'><span itemprop='name'>A</span></div>", [("byline", "A")]),
        ("<div class='author-bio'><p>A</p></div>", [("paragraph", "A")]),
        (
            "<div class='author'>A<p class='author-bio'>B</p></div>",
            [("byline", "A"), ("paragraph", "B")],
        ),
        ("<p class='article__standfirst'>A</p>", [("deck", "A")]),
        ("<h2 class='subtitle'>A</h2><h2>B</h2>", [("deck", "A"), ("heading", "B")]),
        ("<h1><span class='kicker'>A</span> B</h1>", [("kicker", "A"), ("headline", "B")]),
        ("<p class='dateline'>KYIV</p>", [("dateline", "KYIV")]),
        ("<p><span class='dateline'>KYIV</span> — A</p>", [("paragraph", "KYIV — A")]),
        ("<div class='editors-note'><h3>A</h3><p>B</p></div>", [("note", "A"), ("note", "B")]),
        ("<aside class='correction'>A</aside><aside>B</aside>", [("note", "A")]),
        ("<p><em class='correction'>A:</em> B</p>", [("note", "A: B")]),
        ("<p>A <em class='correction'>B</em></p>", [("paragraph", "A B")]),
        (
            "<figcaption>A <span class='credit'>B</span> C</figcaption>",
            [("caption", "A"), ("credit", "B"), ("caption", "C")],
        ),
        ("<figure><div class='copyright'>A</div></figure>", [("credit", "A")]),
        (
            "<p class='copyright'>A</p><p class='photo-credit'>B</p>",
            [("paragraph", "A"), ("credit", "B")],
        ),
        (
            "<div class='wp-caption'><p class='caption-text'>A <i class='credit'>B</i></p></div>",
            [("caption", "A"), ("credit", "B")],
        ),
        (
            "<div><span class='caption'>A <i class='credit'>B</i></span> C</div>",
            [("caption", "A"), ("credit", "B"), ("paragraph", "C")],
        ),
        ("<blockquote><p class='author'>A</p></blockquote>", [("block-quote", "A")]),
        ("<body class='author'><article class='post author'>A</article>", [("paragraph", "A")]),
    ],
)
def test_class_names_tell_the_part(source: str, slots: list[tuple[str, str]]) -> None:
    assert texts(parse(source)) == slots


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("byline", "byline"),
        ("c-article__byline", "byline"),
        ("byline__author", "byline"),
        ("AuthorName", "byline"),
        ("Byline_root__3xJ2k", "byline"),
        ("by-line", "byline"),
        ("author-avatar", None),
        ("authority", None),
        ("has-byline", None),
        ("no_author", None),
        ("byline-date", None),
        ("about-author", None),
        ("author-bio", "paragraph"),
        ("entry-sub-title", "deck"),
        ("decker", None),
        ("story-eyebrow", "kicker"),
        ("editor-s-note", "note"),
        ("EditorsNote", "note"),
        ("note", None),
        ("photo_credit", "credit"),
        ("credit-card", None),
        ("copyrightHolder", "credit"),
        ("author-" * 5000, None),
        ("-", None),
    ],
)
def test_class_names_match_by_whole_words(name: str, part: str | None) -> None:
    assert html_names.part_named(name) == part


# Whole pages


def page(body: str, head: str = "") -> str:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"


@pytest.mark.parametrize(
    ("body", "slots"),
    [
        ("<p>A</p><article><p>B</p></article><p>C</p>", [("paragraph", "B")]),
        ("<article>A</article>B<article>C</article>", of("paragraph", "A", "C")),
        ("<p>A</p><MAIN>B</MAIN>", [("paragraph", "B")]),
        ("<p>A</p><div role='main'>B</div>", [("paragraph", "B")]),
        ("<p>A</p><section itemprop='x articleBody'>B</section>", [("paragraph", "B")]),
        ("<p>A</p><aside><article>B</article></aside>", [("paragraph", "A")]),
        ("<p>A</p><!-- <article> -->", [("paragraph", "A")]),
        ("<h1>A</h1><h1>no</h1><article>B</article>", [("headline", "A"), ("paragraph", "B")]),
        (
            "<header><h1>A</h1>no</header><article>B</article>",
            [("headline", "A"), ("paragraph", "B")],
        ),
        (
            "<header><h1>Site <img alt='no'></h1></header><article><h1>A</h1>B</article>",
            [("headline", "A"), ("paragraph", "B")],
        ),
        (
            "<article><header><h1>A</h1><p>B</p></header><footer>C</footer></article><footer>no</footer>",
            [("headline", "A"), ("paragraph", "B"), ("paragraph", "C")],
        ),
        ("<header>no</header><p>A</p><footer>no<p>no</p></footer>", [("paragraph", "A")]),
        ("<nav><h1>no</h1></nav><h1>A</h1>", [("headline", "A")]),
        ("<blockquote>A<footer>B</footer></blockquote>", of("block-quote", "A", "B")),
        ("no<span itemprop='articleBody'>A <b>B</b></span> no", [("paragraph", "A B")]),
    ],
)
def test_only_the_story_of_a_page_counts(body: str, slots: list[tuple[str, str]]) -> None:
    assert texts(parse(page(body))) == slots


def test_header_and_footer_of_a_fragment_are_the_storys() -> None:
    source = "<header><h1>A</h1><p>B</p></header><p>C</p><footer>D</footer>"
    assert [text for _, text in texts(parse(source))] == ["A", "B", "C", "D"]


def test_a_page_without_closing_tags_is_read() -> None:
    source = "<html><head><title>A</title><body><p>B<ul><li>C<li>D"
    assert [text for _, text in texts(parse(source))] == ["B", "C", "D", "A"]


HEAD = """
<title>Pier shut &#8211; Courier</title>
<meta name="description" content="The pier&rsquo;s gate is shut.">
<meta property="og:title" content="Pier shut">
<meta name=twitter:title content='Why the pier is shut'>
<META CONTENT="The pier&rsquo;s gate is shut." property="og:description">
<meta property="article:published_time" content=" 2025-03-04 "><meta name="x"><meta content="y">
<meta property="og:image:alt" content="A &quot;gate&quot;">
"""


def test_the_head_is_written_behind_the_story_without_repeats() -> None:
    source = page("<h1>Pier <i>shut</i></h1><p>A</p>", HEAD)
    parsed = parse(source)
    assert texts(parsed) == [
        ("headline", "Pier shut"),
        ("paragraph", "A"),
        ("deck:description", "The pier’s gate is shut."),
        ("headline:twitter:title", "Why the pier is shut"),
        ("alt:og:image:alt", 'A "gate"'),
    ]
    assert sourced(source, parsed, "pier’s gate") == "pier&rsquo;s gate"


def test_a_title_that_is_no_repeat_is_a_headline() -> None:
    source = page("<h1>Pier closed</h1>", HEAD)
    parsed = parse(source)
    assert ("headline:title", "Pier shut – Courier") in texts(parsed)
    assert sourced(source, parsed, "shut – Cour") == "shut &#8211; Cour"
    assert [text for _, text in texts(parsed)].count("Pier shut") == 0  # title says it


def test_metadata_come_with_their_place() -> None:
    source = page("<article>A <time datetime='2025-03-04'>today</time></article>", HEAD)
    source = source.replace("<html>", '<html lang="en-GB">')
    found = parse(source).metadata
    assert {key: each.value for key, each in found.items()} == {
        "language": "en-GB",
        "title": "Pier shut – Courier",
        "description": "The pier’s gate is shut.",
        "og:title": "Pier shut",
        "twitter:title": "Why the pier is shut",
        "og:description": "The pier’s gate is shut.",
        "article:published_time": "2025-03-04",
        "og:image:alt": 'A "gate"',
        "time": "2025-03-04",
    }
    spans = {key: each.source for key, each in found.items() if each.source}
    assert source[slice(*spans["title"])] == "Pier shut &#8211; Courier"
    assert source[slice(*spans["article:published_time"])] == "2025-03-04"
    assert source[slice(*spans["language"])] == "en-GB"


def test_a_headline_in_two_lines_is_still_repeated_by_the_title() -> None:
    source = page("<h1>Pier<br>shut <q>for good</q></h1>", "<title>Pier shut “for good”</title>")
    assert texts(parse(source)) == [("headline", "Pier shut “for good”")]


def test_an_empty_meta_tag_gives_way_to_a_later_one() -> None:
    source = '<meta name=description content=" "><meta name=description content="A&B&copy=1">'
    parsed = parse(source)
    assert parsed.metadata["description"].value == "A&B&copy=1"
    assert texts(parsed) == [("deck:description", "A&B&copy=1")]


def test_an_ampersand_in_a_query_is_no_reference_in_an_attribute() -> None:
    found = parse('<meta name="u" content="/?a=1&copy=2&lt3&amp;x&copy">').metadata
    assert found["u"].value == "/?a=1&copy=2&lt3&x©"


def json_ld(text: str) -> dict[str, str]:
    parsed = parse(f'<script type="application/ld+json">{text}</script><p>A</p>')
    assert texts(parsed) == [("paragraph", "A")]
    return {key: each.value for key, each in parsed.metadata.items()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"headline": "A"}', {"headline": "A"}),
        (
            '[{"x": [{"datePublished": "B", "dateModified": "C"}]}]',
            {"datepublished": "B", "datemodified": "C"},
        ),
        (
            '{"@graph": [{"@type": "ListItem", "headline": "no"},'
            ' {"@type": ["NewsArticle"], "headline": "A", "author": [{"name": "B"}, "C"]}]}',
            {"headline": "A", "author": "B, C"},
        ),
        ('{"headline": 1, "author": {"name": [2]}}', {}),
        ('{"headline": "A",', {}),
        ("[" * 100_000, {}),
        ("9" * 10_000, {}),
        ("", {}),
    ],
)
def test_json_ld_is_metadata(text: str, found: dict[str, str]) -> None:
    assert json_ld(text) == found


# Comments


def test_comments_stand_where_they_stand() -> None:
    source = "<!-- one --><nav><!--two--></nav><p><!-- three -->A<!-- four --> B</p>"
    parsed = parse(source)
    assert [(each.body, each.offset) for each in parsed.comments] == [
        ("one", 0),
        ("two", 0),
        ("three", 0),
        ("four", 1),
    ]
    assert all(source[slice(*each.source)].startswith("<!--") for each in parsed.comments)
    assert all(source[slice(*each.source)].endswith("-->") for each in parsed.comments)


def test_a_comment_at_the_head_of_a_paragraph_belongs_to_it() -> None:
    parsed = parse("<p>one</p><!-- after --><p><!-- before -->two</p>")
    assert [each.offset for each in parsed.comments] == [3, 5]
    parsed = parse("<p>one</p><div><!-- before -->two</div>")
    assert [each.offset for each in parsed.comments] == [5]


@pytest.mark.parametrize(
    "source",
    [
        "<!--[if IE]><p>no</p><![endif]--><p>A</p>",
        "<![if !IE]><p>A</p><![endif]>",
        "<?xml version='1.0'?><p>A</p><?php echo 1 ?>",
        "<!--><p>A</p><!--->",
        "<![CDATA[x]]><!x><p>A</p>",
        "<!doctype html [<!ENTITY x>><p>A</p>",
    ],
)
def test_declarations_are_passed_over(source: str) -> None:
    assert ("paragraph", "A") in texts(parse(source))
    assert "no" not in parse(source).map.text


# Fragments within Markdown


def fragment(before: str, html: str, after: str, **options: bool) -> list[tuple[str, str]]:
    """Read HTML between two literal texts, in a paragraph that is open all along."""
    source = before + html + after
    builder = Builder(source)
    builder.open("paragraph")
    builder.add_source(0, len(before))
    read_fragment(builder, len(before), len(before) + len(html), **options)
    assert builder.is_open
    builder.add_source(len(before) + len(html), len(source))
    return texts(builder.finish())


@pytest.mark.parametrize(
    ("html", "slots"),
    [
        ("<b>two</b> ", [("paragraph", "one two three")]),
        ("<br>", [("paragraph", "one three")]),
        ("two<br><br>", [("paragraph", "one two three")]),
        ("<img alt='boat'>", [("paragraph", "one three"), ("alt:alt", "boat")]),
        ("<q>", [("paragraph", "one “three")]),
        ("</q>", [("paragraph", "one ”three")]),
        ("<p>two</p>", of("paragraph", "one three", "two")),
        ("</p></div></b>", [("paragraph", "one three")]),
        ("<span class='byline'>two </span>", [("paragraph", "one two three")]),
        ("<title>two</title><meta name=x content=y>", [("paragraph", "one three")]),
    ],
)
def test_a_fragment_reads_into_the_open_slot(html: str, slots: list[tuple[str, str]]) -> None:
    assert fragment("one ", html, "three") == slots


@pytest.mark.parametrize(
    ("html", "headline", "slots"),
    [
        ("<h1>A</h1>B", False, [("heading", "A"), ("paragraph", "B")]),
        ("<h1>A</h1>B", True, [("headline", "A"), ("paragraph", "B")]),
        ("<article>A</article>B", False, of("paragraph", "A", "B")),
        ("<body><header>A</header>", False, [("paragraph", "A")]),
    ],
)
def test_a_fragment_may_stand_alone(
    html: str, headline: bool, slots: list[tuple[str, str]]
) -> None:
    builder = Builder(f"<p>no</p>{html}<p>no</p>")
    read_fragment(builder, 9, 9 + len(html), headline=headline)
    assert texts(builder.finish()) == slots


# Broken and hostile source


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("<p>one <b", "one <b"),
        ("<p>one <b title='x>y", "one <b title='x>y"),
        ("<p>one <!-- two", "one <!-- two"),
        ("<p>one <!", "one <!"),
        ("<p>one <", "one <"),
        ("<p>one </", "one </"),
        ("<p>one &", "one &"),
        ("<p>one &am", "one &am"),
        ("<p>one &#x", "one &#x"),
        ("one</p></div></b></q></h2>", "one"),
        ("one<script>two", "one"),
        ("one<style>two</p>", "one"),
        ("<title>one", "one"),
        ("one<textarea>two", "one"),
        ("\x00o<\x00>ne", "\x00o<\x00>ne"),
    ],
)
def test_broken_source_is_read_as_far_as_it_goes(source: str, prose: str) -> None:
    assert parse(source).map.text == prose


UNITS = [
    *("<", "<!", "<!--", "<!-->", "<?", "<![", "<![x", "</", "</a ", "<a ", "<a", "<a / ", "<a = "),
    *('<a b="', ' b="<a "', "&", "&#", "&#x", "&a", "&amp", "<div>", "<p>", "<li>", "<q>", "<b>x"),
    *("</div>", "<title>", "<iframe>", "<script>", "<br>", "<p hidden>", "<!--x-->", "  x", "\x00"),
    *("<table><tr><td><p>", "<span class=byline>", "x<span class=author></span>"),
]


@pytest.mark.parametrize("tail", ["", ">\"'>-->"], ids=repr)
@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_the_time_grows_with_the_length_alone(
    unit: str, tail: str, linear: Callable[..., None]
) -> None:
    linear(parse, lambda length: unit * (length // len(unit)) + tail, 25_000, 200_000)
