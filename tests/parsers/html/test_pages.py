"""The HTML parser: whole pages, their heads, and comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk.parsers.html import parse

if TYPE_CHECKING:
    pass
from tests.parsers.html.helpers import of, sourced, texts

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
    assert texts(parsed)[0] == ("paragraph", "A")
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
