"""The Markdown parser: which text is whose part, and where it stands in the source."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from copydesk.model.findings import Span
from copydesk.parsers.markdown.parse import parse

if TYPE_CHECKING:
    from copydesk.document.slots import Parsed


def texts(parsed: Parsed) -> list[tuple[str, str]]:
    """Kind and text of each slot; the kind with its name where it has one."""
    return [
        (f"{kind}:{name}" if name else kind, parsed.map.text[span.start : span.end])
        for kind, span, name in parsed.slots
    ]


def slots(source: str) -> list[tuple[str, str]]:
    return texts(parse(source))


def prose(source: str) -> str:
    """The text of a source that has one slot only."""
    [(_, text)] = slots(source)
    return text


def sourced(source: str, words: str) -> str:
    """The source that the first such words in the prose stand for."""
    parsed = parse(source)
    start = parsed.map.text.index(words)
    span = parsed.map.to_source(Span(start, start + len(words)))
    return source[span.start : span.end]


# Text within a line


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Vo**lo**dymyr and Kh*ark*iv", "Volodymyr and Kharkiv"),
        ("tea &amp; cake&#8217;s, 2&nbsp;km, &#x1F600;", "tea & cake’s, 2\xa0km, \U0001f600"),
        (r"a \* b \\ c \[d\] \&amp;", r"a * b \ c [d] &amp;"),
        ("AT&T, R&D; 5 < 6", "AT&T, R&D; 5 < 6"),
        ("see [the report](http://x.org 'Title') and <http://y.org>", "see the report and http://y.org"),
        ("see [the report][r]\n\n[r]: http://x.org 'Title'", "see the report"),
        ("[no link] and [none][either]", "[no link] and [none][either]"),
        ("~~seven~~ eight", "seven eight"),
        ("one\ntwo  \nthree\\\nfour \nfive", "one two three four five"),
        ("one\r\ntwo  \r\nthree", "one two three"),
        ("two  blanks\tand a tab stay", "two  blanks\tand a tab stay"),
        ('"straight" quotes -- and dashes... stay', '"straight" quotes -- and dashes... stay'),
        ("東京\U0001f600 **\U0001d4d0**b", "東京\U0001f600 \U0001d4d0b"),
        ("cafe\u0301 **e\u0301**te\u0301", "caf\xe9 \xe9t\xe9"),
    ],
)  # fmt: skip
def test_running_text(source: str, text: str) -> None:
    assert prose(source) == text


@pytest.mark.parametrize(
    ("source", "words", "place"),
    [
        ("Vo**lo**dymyr", "Volodymyr", "Vo**lo**dymyr"),
        ("Vo**lo**dymyr", "lo", "lo"),
        ("Vo**lo**dymyr", "od", "o**d"),
        ("é &amp; ü", "&", "&amp;"),
        ("é &amp; ü", "ü", "ü"),
        (r"a \* b", "*", r"\*"),
        (r"a \\* b", "\\", r"\\"),
        (r"a \\* b", "*", "*"),
        (r"**x**\*y", "*y", r"\*y"),
        ("\U0001f600 &#8217;s\r\n東 x", "東", "東"),
        ("one  \n**two**", " ", "  \n"),
        ("> one \n> two", " ", " \n> "),
        ("- one\n  two", " ", "\n  "),
        ("> one\n**two**", "e t", "e\n**t"),
        ("one <!-- c --> two", "one two", "one <!-- c --> two"),
        ("one [two](u) three", "two", "two"),
        ("a `x y` b", "x y", "x y"),
        ("> a `x\n> y` b", "x y", "`x\n> y`"),
        ("| a \\| b |\n|---|", "a | b", "a \\| b"),
    ],
)
def test_words_know_their_place(source: str, words: str, place: str) -> None:
    assert sourced(source, words) == place


def test_inline_code_is_text_that_rules_leave_alone() -> None:
    parsed = parse(
        "Type `cd  ..` or <kbd>Ctrl</kbd> or `` a`b ``.\n\n    not read\n\n```\nnor this\n```"
    )
    text = parsed.map.text
    assert text == "Type cd  .. or Ctrl or a`b."
    assert [text[span.start : span.end] for span in parsed.verbatim] == ["cd  ..", "Ctrl", "a`b"]


def test_the_mark_of_a_footnote_is_not_read() -> None:
    assert slots("Ships[^1] sail [^2] on.\n\n[^1]: Two\n    of them.\n\n[^2]: Slowly.") == [
        ("paragraph", "Ships sail on."),
        ("paragraph:footnote", "Two of them."),
        ("paragraph:footnote", "Slowly."),
    ]


# Blocks


def test_blocks() -> None:
    source = (
        "# The harbour *reopens* {#top}\n\nFirst\nline.\n\nSecond\n======\n\n"
        "> Quoted\n> words.\n>\n> - an item\n\n---\n\n"
        "1. [x] Loose\n\n   more\n\n2. end\n\n- tight\n  - **nested** one\n\n"
        "  > quoted in an item\n\n### Third ###\n"
    )
    assert slots(source) == [
        ("headline", "The harbour reopens"),
        ("paragraph", "First line."),
        ("heading", "Second"),
        ("block-quote", "Quoted words."),
        ("list-item", "an item"),
        ("list-item", "Loose"),
        ("list-item", "more"),
        ("list-item", "end"),
        ("list-item", "tight"),
        ("list-item", "nested one"),
        ("block-quote", "quoted in an item"),
        ("heading", "Third"),
    ]


def test_a_table_is_read_cell_by_cell() -> None:
    assert slots("| Port | *Ships* |\n|--|:-:|\n| Odesa | 12 |\n| x \\| y |") == [
        ("table-cell", "Port"),
        ("table-cell", "Ships"),
        ("table-cell", "Odesa"),
        ("table-cell", "12"),
        ("table-cell", "x | y"),
    ]


def test_only_the_first_h1_is_the_headline() -> None:
    assert slots("## Before\n\n# One\n\n# Two") == [
        ("heading", "Before"), ("headline", "One"), ("heading", "Two"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("title: Ships sail", "heading"),
        ("params:\n  headline: Ships sail", "heading"),
        ("seo_title: Ships sail", "headline"),
        ("slug: ships", "headline"),
        ("title:", "headline"),
    ],
)
def test_front_matter_may_hold_the_headline(field: str, kind: str) -> None:
    assert slots(f"---\n{field}\n---\n# In the body")[-1] == (kind, "In the body")


def test_pictures_give_their_alternative_text() -> None:
    assert slots("Look: ![A *red* boat\nat sea](boat.jpg 'Title') there\n\n- ![Buoy](b.jpg)") == [
        ("paragraph", "Look: there"),
        ("alt:alt", "A red boat at sea"),
        ("alt:alt", "Buoy"),
    ]


# Parts of the story


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("*The boat at dawn.*", "caption"),
        ("_The [boat](u) **at** dawn._ *Late.*", "caption"),
        ("<em>The boat at dawn.</em>", "caption"),
        ("Caption: the boat at dawn", "caption"),
        ("Photo: Jane Doe / The Courier", "credit"),
        ("Photo: the boat leaves the harbour at dawn on Monday, before the storm came", "caption"),
        ("Credit: Jane Doe", "credit"),
        ("**Photo credit:** Jane Doe", "credit"),
        ("*The boat* at dawn.", "paragraph"),
        ("**Boats at dawn**", "paragraph"),
        ("*Why did the boat leave at dawn?*", "paragraph"),
        ("The boat at dawn.", "paragraph"),
    ],
)
@pytest.mark.parametrize(
    "picture",
    [
        "![](b.jpg)\n\n",
        "![](b.jpg)\n",
        "[![](b.jpg)](u)\n\n",
        '<img src="b.jpg">\n\n',
        '{{< figure src="b.jpg" >}}\n\n',
        '{{< figure src="b.jpg" >}}\n',
    ],
)
def test_what_follows_a_picture(picture: str, text: str, kind: str) -> None:
    assert [each for each, _ in slots(picture + text)] == [kind]


@pytest.mark.parametrize(
    "before", ["", "Some words.\n\n", "![](b.jpg) with words\n\n", "![](b.jpg)\n\n## Next\n\n"]
)
def test_without_a_picture_there_is_no_caption(before: str) -> None:
    assert slots(before + "*The boat at dawn.*")[-1] == ("paragraph", "The boat at dawn.")


def test_caption_and_credit_may_both_follow() -> None:
    source = "![](b)\n\n*At dawn.*\n\nCredit: J. Doe\n\nWords.\n\n*Not any more.*"
    assert [kind for kind, _ in slots(source)] == ["caption", "credit", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("By Jane Doe", "byline"),
        ("*By Jane van der Doe and John Q. Roe*", "byline"),
        ("BY JANE DOE, Staff Writer", "byline"),
        ("By Monday evening", "paragraph"),
        ("By the harbour", "paragraph"),
        ("By Jane Doe's account, nothing happened.", "paragraph"),
        ("By all accounts", "paragraph"),
        ("By 2030 Odesa", "paragraph"),
        ("By Jane", "paragraph"),
        ("Bystanders Saw Nothing", "paragraph"),
    ],
)
def test_bylines(text: str, kind: str) -> None:
    assert slots(f"# Head\n\n{text}\n\nMore.")[1][0] == kind


def test_a_byline_stands_on_top() -> None:
    assert [kind for kind, _ in slots("A deck.\n\nBy Jane Doe\n\nBy John Roe")] == [
        "paragraph", "byline", "paragraph",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Correction: the boat is red.",
        "**Correction (May 3):** the boat is red.",
        "*Editor’s note: the boat is red.*",
        "> Editor's Note: the boat is red.",
        "CLARIFICATION — the boat is red.",
    ],
)
def test_notes(text: str) -> None:
    assert slots(f"Words.\n\n{text}")[-1][0] == "note"


@pytest.mark.parametrize("text", ["Correction officers: a history", "Noted: the boat"])
def test_what_is_no_note(text: str) -> None:
    assert slots(text)[-1][0] == "paragraph"


# HTML within Markdown


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<b>Volo</b>dymyr <span class='x'>left</span>", "Volodymyr left"),
        ("one<br>two<br/>\nthree", "one two three"),
        ("one <script>var *x* = 1</script> two", "one two"),
        ("one <style>p {}</style>two", "one two"),
        ("she <q>said so</q> then", "she “said so” then"),
        ("one <!-- **two** --> three", "one three"),
        ("one <code>two three</code> four", "one two three four"),
    ],
)
def test_tags_in_a_line(source: str, text: str) -> None:
    assert prose("So " + source) == "So " + text


def test_a_picture_in_html_gives_its_alternative_text() -> None:
    assert slots("Words <img src=x alt='A &amp; B'> go on") == [
        ("paragraph", "Words go on"), ("alt:alt", "A & B"),
    ]  # fmt: skip


def test_html_blocks_are_read_as_html_and_markdown_between_as_markdown() -> None:
    source = (
        "<div class='box'>\n<p>An *odd*\nline</p>\n<!-- here -->\n</div>\n\n"
        "<div>\n\nA *plain* line\n\n</div>\n\n<figcaption>\n\nThe boat\n\n</figcaption>\n\nEnd\n"
    )
    parsed = parse(source)
    assert texts(parsed) == [
        ("paragraph", "An *odd* line"),
        ("paragraph", "A plain line"),
        ("caption", "The boat"),
        ("paragraph", "End"),
    ]
    assert [comment.body for comment in parsed.comments] == ["here"]


def test_html_in_a_block_quote_reads_without_its_marks() -> None:
    assert slots("> <div>\n> one\n> two\n> </div>\n>\n> three") == [
        ("paragraph", "one two"), ("block-quote", "three"),
    ]  # fmt: skip
    assert sourced("> <p>one\n> two</p>", "one two") == "one\n> two"


def test_comments_know_where_they_stand() -> None:
    source = "First.\n\n<!-- block -->\n\nSecond <!-- line --> more.\n"
    parsed = parse(source)
    text = parsed.map.text
    assert [(note.body, text[: note.offset]) for note in parsed.comments] == [
        ("block", "First."),
        ("line", "First.\n\nSecond "),
    ]
    assert [source[note.source.start : note.source.end] for note in parsed.comments] == [
        "<!-- block -->",
        "<!-- line -->",
    ]


@pytest.mark.process
def test_html_is_imported_only_for_html() -> None:
    code = (
        "import sys; from copydesk.parsers.markdown import parse; parse('# A\\n\\nb *c*');"
        "names = {'copydesk.parsers.html.parse.parse', 'yaml', 'tomlkit'} & set(sys.modules); print(names)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


# Shortcodes and templating


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The {{ page.port }} port", "The port"),
        ("Dear {{ name }}, come", "Dear, come"),
        ("See {{<ref \"a_b_c.md\">}} for _more_", "See for more"),
        ("{% if x %}Ships{% endif %} sail {{% x %}}", "Ships sail"),
        ("A [port]({{ site.url }}/a) there", "A port there"),
        ("A [port]({% link _posts/a b.md %}) there", "A port there"),
        ("Ships sail.\n{:.lead}\n", "Ships sail."),
        ("A [port](u){: .button}!", "A port!"),
        ("[[toc]]\n\nShips sail.", "Ships sail."),
        ("[TOC]\n\nShips sail.", "Ships sail."),
        ("* contents\n{:toc}\n\nShips sail.", "Ships sail."),
        ("import Map from '../map'\n\nShips sail.", "Ships sail."),
        ("import {\n  Map,\n} from '../map';\n\nShips sail.", "Ships sail."),
        ("export const meta = {\n  a: 1\n}\n\nShips sail.", "Ships sail."),
        ("import duties rose.", "import duties rose."),
        ("{/* a remark */}Ships sail.", "Ships sail."),
        ("{{/* a\n\nremark */}}\n\nShips sail.", "Ships sail."),
        ("{% highlight py %}\nx = 'a'\n\n# b\n{% endhighlight %}\n\nShips sail.", "Ships sail."),
        ("{% comment %}Not this{% endcomment %}Ships sail.", "Ships sail."),
        ("{{< note >}}\nShips sail.\n{{< /note >}}", "Ships sail."),
        ("{{< a >}}{{< b >}}\nShips sail.", "Ships sail."),
        ("Ships {{ sail.", "Ships {{ sail."),
        ("Ships {{ sail.}", "Ships {{ sail.}"),
        ("Ships `{{ sail }}` and `{% x %}`", "Ships {{ sail }} and {% x %}"),
        ("`{{<` opens, `>}}` closes", "{{< opens, >}} closes"),
        ("a [toc](u) b", "a toc b"),
    ],
)  # fmt: skip
def test_templating_is_not_read(source: str, text: str) -> None:
    assert prose(source) == text


def test_templating_does_not_reach_over_paragraphs() -> None:
    assert slots("Ships {{ sail.\n\nHere }} on {{ x }}.") == [
        ("paragraph", "Ships {{ sail."),
        ("paragraph", "Here }} on."),
    ]


def test_nothing_shifts_behind_a_shortcode() -> None:
    source = "é {{ page_x }} and **{{ y }}bold** <b>{% z %}</b> 東 end"
    assert prose(source) == "é and bold 東 end"
    assert sourced(source, "bold") == "bold"
    assert sourced(source, "東 end") == "東 end"


def test_templating_in_code_stays() -> None:
    assert slots("```\n{{< x >}}\n```\n\n    {% y %}\n\n~~~\n{{ z }}\n~~~\n") == []
    parsed = parse("Write `{{ x }}` here")
    assert len(parsed.verbatim) == 1


def test_a_shortcode_on_its_line_divides_paragraphs() -> None:
    assert slots("Before.\n{{< img src='x' >}}\nAfter.\n{{ inline }}\nGoes on.") == [
        ("paragraph", "Before."),
        ("paragraph", "After. Goes on."),
    ]


def test_indented_text_within_a_pair_stays_prose() -> None:
    assert slots("{{< fold >}}\n    Ships sail.\n{{< /fold >}}") == [("paragraph", "Ships sail.")]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            """{{< figure src="x.jpg" caption="A &amp; *B*" alt='Red boat' >}}""",
            [("caption:caption", "A & B"), ("alt:alt", "Red boat")],
        ),
        (
            '{% include pic.html image="x" title="Say \\"no\\"" credit="J. Doe" %}',
            [("caption:title", 'Say "no"'), ("credit:credit", "J. Doe")],
        ),
        (
            '{% include "pic.html",\n  alt: "Red\n  boat",\n  caption: page.x %}',
            [("alt:alt", "Red boat")],
        ),
        ('{% image "x.jpg" "A red boat" "wide" %}', [("alt:alt", "A red boat")]),
        ('{% link "x.jpg" "A red boat" %}', []),
        ('{{< figure caption=`It\'s "so"` >}}', [("caption:caption", 'It\'s "so"')]),
        ('{{< x class="a" data-caption-id="b c" >}}', []),
        ('{{< figure caption="{{ x }}" >}}', []),
        ("{% highlight js caption='no' %}\na\n{% endhighlight %}", []),
    ],
)
def test_shortcodes_carry_text(source: str, expected: list[tuple[str, str]]) -> None:
    assert slots(source) == expected


def test_the_text_of_a_shortcode_knows_its_place() -> None:
    source = 'é {{< figure caption="It\'s \\"so\\" &amp; so" >}} end'
    assert sourced(source, "It's") == "It's"
    assert sourced(source, '"so"') == '\\"so\\"'
    assert sourced(source, "& so") == "&amp; so"


def test_templating_in_html() -> None:
    source = '<p>Dear {{ name }}, <img src="{{ a }}" alt="Boat">come\n{% x %}\nin</p>'
    assert slots(source) == [("paragraph", "Dear , come in"), ("alt:alt", "Boat")]
    assert sourced(source, "come in") == "come\n{% x %}\nin"


# Whatever comes


@pytest.mark.parametrize(
    "source",
    [
        "",
        "\n",
        " ",
        "\r\n",
        "\0",
        "---",
        "---\n",
        "+++\n",
        "---\n---\n",
        "\ud800",
        "é\udfff",
        "```",
    ],
)
def test_hardly_anything(source: str) -> None:
    parsed = parse(source)
    assert parsed.problems == ()
    assert len(parsed.slots) <= 1


def test_a_nul_and_lone_surrogates_shift_nothing() -> None:
    assert sourced("\ud800é\0 *ships* \udc00 sail", "sail") == "sail"


@pytest.mark.parametrize(
    ("part", "end"),
    [
        *[(part, "") for part in ("[", "*", ">", "(", "`", "_", "|", "<", "<!", "![", "](", "[^")],
        *[
            (part, "")
            for part in ("{{", "{{<", "{%", "{:", "{.", "{/*", "{{ x }}", "[[toc]]", "- ")
        ],
        ("{{ ", "\n\n}}"),
        ("{{< ", "\n\n>}}"),
        ('{{< a="\\\\"', ""),
        ('{{< "', ' \\" >}}'),
        ('\\"', '" >}}'),
        ("import {\n", ""),
        ("export const x = {\n", ""),
        ("{% highlight %}", "{% endhighlight %}"),
        ("* a\n{:toc}\n", ""),
        (" ", "x"),
        (" ", "\nb"),
        ("> <div>\n> x\n\n", ""),
        ("<img alt=x> ", ""),
        ("<b>", ""),
        ("*a*\n\n", ""),
    ],
)
def test_no_input_takes_long(part: str, end: str, linear: Callable[..., None]) -> None:
    def work(source: str) -> None:
        parse(source)
        parse(source[1:])

    begin = "{{< a" * (part == '\\"') + "a"
    linear(work, lambda length: begin + part * (length // len(part)) + end, 12_500, 100_000)
