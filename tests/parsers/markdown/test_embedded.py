"""The Markdown parser: HTML, shortcodes and templating within it, and anything at all."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from copydesk.parsers.markdown import parse

if TYPE_CHECKING:
    pass
from tests.parsers.markdown.helpers import prose, slots, sourced, texts

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
        ("paragraph", "Words \ua7f7 go on"), ("alt:alt", "A & B"),
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
        "names = {'copydesk.parsers.html', 'yaml', 'tomlkit'} & set(sys.modules); print(names)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


# Shortcodes and templating


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The {{ page.port }} port", "The \ua7f7 port"),
        ("Dear {{ name }}, come", "Dear \ua7f7, come"),
        ("See {{<ref \"a_b_c.md\">}} for _more_", "See \ua7f7 for more"),
        ("{% if x %}Ships{% endif %} sail {{% x %}}", "Ships \ua7f7 sail \ua7f7"),
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
        ("paragraph", "Here }} on \ua7f7."),
    ]


def test_nothing_shifts_behind_a_shortcode() -> None:
    source = "é {{ page_x }} and **{{ y }}bold** <b>{% z %}</b> 東 end"
    assert prose(source) == "é \ua7f7 and \ua7f7bold \ua7f7 東 end"
    assert sourced(source, "bold") == "bold"
    assert sourced(source, "東 end") == "東 end"


def test_templating_in_code_stays() -> None:
    assert slots("```\n{{< x >}}\n```\n\n    {% y %}\n\n~~~\n{{ z }}\n~~~\n") == []
    parsed = parse("Write `{{ x }}` here")
    assert len(parsed.verbatim) == 1


def test_a_shortcode_on_its_line_divides_paragraphs() -> None:
    assert slots("Before.\n{{< img src='x' >}}\nAfter.\n{{ inline }}\nGoes on.") == [
        ("paragraph", "Before."),
        ("paragraph", "After. \ua7f7 Goes on."),
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
    assert slots(source) == [("paragraph", "Dear \ua7f7, \ua7f7come in"), ("alt:alt", "Boat")]
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


@pytest.mark.parametrize(
    "source",
    [
        '{{< tab lang="sh" >}}\ncd  a\n{{< /tab >}}',
        "{{< tab >}}\nfun main(args : Array<String>) {\n  a()\n}\n{{< /tab >}}",
        "{{< tab >}}\nint a = 1 ;\nint b = 2 ;\n{{< /tab >}}",
        '{{< card code=true language="go" >}}\na  := b\n{{< /card >}}',
        "{% raw %}\n{{ a a }} b\n{% endraw %}",
        '{{< highlight go "hl=1" >}}\na a\n{{< /highlight >}}',
    ],
)
def test_a_listing_in_a_shortcode_is_code(source: str) -> None:
    assert slots(f"Ships.\n\n{source}\n\nBoats.") == [
        ("paragraph", "Ships."),
        ("paragraph", "Boats."),
    ]
