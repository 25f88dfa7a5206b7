"""Front matter: what becomes prose, what is broken, what would be too much."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.parsers.markdown import parse
from tests.parsers.front_matter.helpers import slots, sourced, toml_block, yaml_block

# What becomes prose


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        *[(key, "headline") for key in ("title", "Headline", "heading", "seo_title", "socialTitle",
                                        "short headline", "SEO-Title")],
        *[(key, "deck") for key in ("subtitle", "deck", "dek", "standfirst", "description",
                                    "seoDescription", "summary", "excerpt", "abstract", "blurb",
                                    "lede", "lead", "sub-head", "subheadline")],
        *[(key, "byline") for key in ("byline", "author", "authors", "by", "writer",
                                      "contributors")],
        *[(key, "kicker") for key in ("kicker", "eyebrow", "overline")],
        ("dateline", "dateline"),
        *[(key, "caption") for key in ("caption", "image_caption", "photoCaption", "cutline")],
        *[(key, "alt") for key in ("alt", "image-alt", "image description", "alt_text")],
        *[(key, "credit") for key in ("credit", "imageCredit", "photo credit", "image-source")],
        *[(key, "note") for key in ("correction", "clarification", "editors-note", "editorNote",
                                    "note-to-readers")],
        *[(key, None) for key in ("slug", "name", "layout", "titles", "topic")],
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["---\n{}: Ships\n---\n", '+++\n"{}" = "Ships"\n+++\n'])
def test_keys(form: str, key: str, kind: str | None) -> None:
    assert slots(form.format(key)) == ([(f"{kind}:{key}", "Ships")] if kind else [])


def test_slots_stand_in_the_order_of_the_file() -> None:
    source = yaml_block(
        "deck: Two\nimage: {alt: Boat, caption: [One, Other]}\nparams:\n  Title: Three\n"
    )
    assert slots(source) == [
        ("deck:deck", "Two"),
        ("alt:image.alt", "Boat"),
        ("caption:image.caption", "One"),
        ("caption:image.caption", "Other"),
        ("headline:params.Title", "Three"),
        ("paragraph", "Body."),
    ]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("authors: [jane-doe, kim]", []),
        ("author: jane_doe", []),
        ("authors: [jane-doe, Kim Roe]", ["Kim Roe"]),
        ("author:\n  name: Jane Doe\n  title: Editor\n  description: Tall", ["Jane Doe"]),
        ("authors:\n- name: Jane Doe\n- name: jane-doe", ["Jane Doe"]),
        ("by: 李雷", ["李雷"]),
    ],
)
def test_authors(lines: str, names: list[str]) -> None:
    found = slots(yaml_block(lines))[:-1]
    assert [text for _, text in found] == names
    assert all(kind.startswith("byline:") for kind, _ in found)


@pytest.mark.parametrize(
    "value", ["", "~", "null", "true", "No", "1984", "2025-04-15", "'—'", "[]"]
)
def test_what_has_no_words_is_no_slot(value: str) -> None:
    assert slots(yaml_block(f"title: {value}")) == [("paragraph", "Body.")]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Tea &amp; cake&#39;s", "Tea & cake's"),
        ("A <em>very</em> <a href='x'>big</a> boat", "A very big boat"),
        ("One<br/>two", "One two"),
        ("**Big** *red* ***boat*** _there_ __now__", "Big red boat there now"),
        ("snake_case_name and 5 * 3 * 2", "snake_case_name and 5 * 3 * 2"),
        ("see [the *report*](http://x.org)", "see the report"),
        ("Type `a **b` c** now", "Type a **b c** now"),
        ("[A `b](u) c`", "[A b](u) c"),
        ("AT&T &unknown; a < b > c", "AT&T &unknown; a < b > c"),
    ],
)
def test_markup_in_a_value(value: str, text: str) -> None:
    assert slots(f"---\ntitle: >-\n  {value}\n---") == [("headline:title", text)]


def test_markup_in_a_value_knows_its_place() -> None:
    source = yaml_block('title: "\U0001f600 \\"A\\" &amp; <b>bo</b>at\\u2019s `x_y`"')
    assert sourced(source, "&") == "&amp;"
    assert sourced(source, "boat’s") == "bo</b>at\\u2019s"
    assert sourced(source, "x_y") == "x_y"
    parsed = parse(source)
    assert [parsed.map.text[span.start : span.end] for span in parsed.verbatim] == ["x_y"]


# What is broken


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("author: Jane Doe\ntitle: Ships: a story", "3: a colon inside a value"),
        ("author: Jane Doe\ntitle: 'It's so'", "3: words follow a closing quotation mark"),
        ('author: Jane Doe\ntitle: "open\nx: 1', '3: a quotation mark is opened'),
        ("author: Jane Doe\nx:\n\ty: z", "4: indent with spaces"),
        ("author: Jane Doe\ntitle: @ships", "3: a value that begins with @"),
        ("author: Jane Doe\ntitle: `ships`", "3: a value that begins with `"),
        ("author: Jane Doe\ntitle\nx: y", "3: this line has no colon"),
        ("author: Jane Doe\ntags: [a, b\nx: y", "3: a list or group in brackets"),
        ("author: Jane Doe\ntitle: a\x07b", "3: it contains a control character"),
    ],
)  # fmt: skip
def test_broken_yaml(lines: str, problem: str) -> None:
    parsed = parse(yaml_block(lines))
    assert len(parsed.problems) == 1
    assert parsed.problems[0].startswith(f"front matter, line {problem}")
    assert parsed.map.text.endswith("Body.")
    kept = [name for _, _, name in parsed.slots]
    assert kept == ([""] if "\x07" in lines else ["author", ""])


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        ("a = 1\ntitle = Ships", "3: text must be in quotation marks"),
        ('a = 1\ntitle = "Ships', "3: a quotation mark is opened"),
        ("a = 1\na = 2", "3: the same field is given twice"),
        ("a = 1\n= 2", "3: a field has no name"),
        ("a = 1\ntitle: Ships", "3: text must be in quotation marks"),
        ("a = 1\nd = 2025-13-45", "3: a value cannot be read"),
        ('a = 1\nb = "\x07"', "3: it contains a control character"),
    ],
)
def test_broken_toml(lines: str, problem: str) -> None:
    parsed = parse(toml_block(lines))
    assert len(parsed.problems) == 1
    assert parsed.problems[0].startswith(f"front matter, line {problem}")
    assert parsed.map.text == "Body."
    assert parsed.metadata == {}


@pytest.mark.parametrize(
    "lines",
    [
        'title: "\\UFFFFFFFF"',
        'title: "\\U00110000"',
        "%YAML 9.9",
        "title: !<x",
        "*",
        "a: !!binary =",
        "}{",
    ],
)
def test_odd_yaml_is_a_problem_or_fine_but_no_error(lines: str) -> None:
    parsed = parse(yaml_block("a: b\n" + lines))
    assert len(parsed.problems) <= 1
    assert parsed.map.text.endswith("Body.")


# What would be too much


def test_aliases_are_not_followed() -> None:
    lines = "a: &a [x, x]\n" + "".join(
        f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    parsed = parse(yaml_block(lines + "title: *a\ndeck: &t Ships\nlede: *t"))
    assert set(parsed.metadata) == {"a", "a.1", "deck"}
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("make", "times"),
    [
        (lambda times: yaml_block("title: " + "[" * times), 99_000),
        (lambda times: yaml_block("title: " + "[a, " * times), 24_000),
        (lambda times: yaml_block("- " * times), 45_000),
        (lambda times: yaml_block("".join(f"{' ' * depth}a:\n" for depth in range(times))), 400),
        (lambda times: yaml_block("x:\n" + "- a\n" * times), 24_000),
        (lambda times: yaml_block('title: "' + " " * times + 'x"'), 90_000),
        (lambda times: yaml_block('title: "' + "\\u0041" * times + '"'), 16_000),
        (lambda times: yaml_block('title: "' + "**a" * times + '"'), 30_000),
        (lambda times: yaml_block("title: " + "x" * times), 10**6),
        (lambda times: toml_block("title = " + "[" * times), 99_000),
        (lambda times: toml_block("title = " + "{a=" * times), 30_000),
        (lambda times: toml_block("a" + ".a" * times + " = 1"), 40_000),
        (lambda times: toml_block("title = [" + '"x",' * times + "]"), 8_000),
        (lambda times: toml_block('title = """' + " " * times + 'x"""'), 90_000),
        (lambda times: toml_block("#\n" * times), 45_000),
    ],
    ids=lambda value: repr(value(9)[:14]) if callable(value) else str(value),
)
def test_no_block_takes_long(
    make: Callable[[int], str], times: int, linear: Callable[..., None]
) -> None:
    def work(source: str) -> None:
        assert parse(source).map.text.endswith("Body.")

    linear(work, make, times // 8, times)


def test_deep_values_are_left() -> None:
    lines = "".join(f"{' ' * depth}a:\n" for depth in range(40)) + " " * 40 + "b: c\ntitle: Ships"
    assert set(parse(yaml_block(lines)).metadata) == {"title"}


def test_odd_keys() -> None:
    source = yaml_block("? [a, b]\n: c\n? {x: y}\n: z\n1: one\n<<: {m: n}\n'': e\ntitle: Ships")
    assert set(parse(source).metadata) == {"1", "<<.m", "title"}
