"""The HTML parser: which text is whose part, and where it stands in the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk.parsers.html import names as html_names
from copydesk.parsers.html import parse

if TYPE_CHECKING:
    pass
from tests.parsers.html.helpers import of, sourced, texts

LONG = "is a reporter who has covered the harbour and its boats for the Courier since spring " * 2


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
        ("<p>one<script>two</script>three<svg><title>x</title></svg></p>", "onethree\ua7f7"),
        ("<p>one <button>two <b>x</b> <p>y</p></button>three</p>", "one \ua7f7three"),
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
        ("<p>one <img alt='boat'>two</p>", [("paragraph", "one \ua7f7two"), ("alt:alt", "boat")]),
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
