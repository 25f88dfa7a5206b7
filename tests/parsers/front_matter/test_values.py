"""Front matter: where the block begins and ends, its values and their places."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
import yaml

from copydesk.document.builder import Builder
from copydesk.model.findings import Span
from copydesk.parsers.front_matter import read as front_matter
from copydesk.parsers.front_matter import toml as front_toml
from copydesk.parsers.markdown import parse
from tests.parsers.front_matter.helpers import slots, sourced, toml_block, yaml_block


def values(source: str) -> dict[str, str]:
    return {key: item.value for key, item in parse(source).metadata.items()}


# Where a block begins and ends


@pytest.mark.parametrize(
    ("source", "body"),
    [
        ("---\na: b\n---\nBody.", "Body."),
        ("---\r\na: b\r\n---\r\nBody.", "Body."),
        ("--- \na: b\n---\t\nBody.", "Body."),
        ("---\na: b\n...\nBody.", "Body."),
        ("---\n---\nBody.", "Body."),
        ("---\n\n# only a remark\n\n---\nBody.", "Body."),
        ("---\n\na: b\n---", ""),
        ('---\n{"a": "b"}\n---\nBody.', "Body."),
        ("---\n# remark\n'a b': c\n---\nBody.", "Body."),
        ("+++\na = 1\n+++\nBody.", "Body."),
        ("+++\r\na = 1\r\n+++\r\nBody.", "Body."),
        ("---\ra: b\r---\rBody.", "Body."),
        ("\n---\na: b\n---\n", None),
        ("----\na: b\n---\n", None),
        ("---a: b\n---\n", None),
        ("---\n\nProse between rules.\n\n---\n\nMore.", None),
        ("---\nProse between rules.\n\n---\n", None),
        ("---\n\nProse under a rule.", None),
        ("---", None),
        ("+++\n\nBody", None),
    ],
)
def test_the_block(source: str, body: str | None) -> None:
    builder = Builder(source)
    assert source[front_matter.read(builder) :] == (source if body is None else body)
    assert builder.finish().problems == ()


@pytest.mark.parametrize(
    ("source", "problem", "body"),
    [
        ("---\ntitle: Ships\n\nBody.", "no closing --- line", "Body."),
        ("+++\ntitle = 'Ships'\n\nBody.", "no closing +++ line", "Body."),
        ("---\ntitle: Ships", "no closing --- line", ""),
    ],
)
def test_a_block_that_is_not_closed(source: str, problem: str, body: str) -> None:
    parsed = parse(source)
    assert parsed.problems[0].startswith(f"front matter, line 1: {problem}")
    assert len(parsed.problems) == 1
    assert parsed.map.text == "\n\n".join(["Ships", body]).strip()


# Values


@pytest.mark.parametrize(
    ("written", "text", "place"),
    [
        ("Ships sail", "Ships sail", "Ships sail"),
        ("Ships sail  # remark", "Ships sail", "Ships sail"),
        ("Ships\n  sail\n  far", "Ships sail far", "Ships\n  sail\n  far"),
        ("'It''s so'", "It's so", "It''s so"),
        ("'It\n\n  is'", "It is", "It\n\n  is"),
        ('"Say \\"no\\" \\u2019 \\x41\\U0001F600"', 'Say "no" ’ A\U0001f600',
         'Say \\"no\\" \\u2019 \\x41\\U0001F600'),
        ('"one\n  two \\\n  three\\\n  \\ four"', "one two three four",
         "one\n  two \\\n  three\\\n  \\ four"),
        ("|\n  one\n  two\n\n  three", "one two three", "one\n  two\n\n  three"),
        (">-\n  one\n  two\n\n  three\n    four\n  five", "one two three four five",
         "one\n  two\n\n  three\n    four\n  five"),
        ("|2\n   one\n  two", "one two", "one\n  two"),
        (">+ # remark\n  one\n", "one", "one"),
        ("\U0001f600 東", "\U0001f600 東", "\U0001f600 東"),
        ("&anchor Ships", "Ships", "Ships"),
        ("!!str Ships", "Ships", "Ships"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_yaml_values(written: str, text: str, place: str, eol: str) -> None:
    source = yaml_block(f"x: \U0001f600\ntitle: {written}\ny: 1").replace("\n", eol)
    assert ("headline:title", text) in slots(source)
    assert sourced(source, text) == place.replace("\n", eol)
    block = source[3 : source.index(f"{eol}---{eol}")]
    assert values(source)["title"] == yaml.safe_load(block)["title"]


@pytest.mark.parametrize(
    ("written", "text", "place"),
    [
        ('"Ships sail"', "Ships sail", "Ships sail"),
        ('"Say \\"no\\" \\u2019"', 'Say "no" ’', 'Say \\"no\\" \\u2019'),
        ("'C:\\ships'", "C:\\ships", "C:\\ships"),
        ('"""\nOne\ntwo \\\n   three"""', "One two three", "One\ntwo \\\n   three"),
        ("'''\nIt's\n\n  so'''", "It's so", "It's\n\n  so"),
        ('"""One ""two"" three"""', 'One ""two"" three', 'One ""two"" three'),
        ('"\U0001f600 東" # title = "no"', "\U0001f600 東", "\U0001f600 東"),
    ],
)
@pytest.mark.parametrize("eol", ["\n", "\r\n"])
def test_toml_values(written: str, text: str, place: str, eol: str) -> None:
    source = toml_block(f'# title = "no"\nx = "\U0001f600"\ntitle = {written}\ny = 1').replace(
        "\n", eol
    )
    assert ("headline:title", text) in slots(source)
    assert sourced(source, text) == place.replace("\n", eol)
    block = source[3 : source.index(f"{eol}+++{eol}")]
    assert values(source)["title"] == tomllib.loads(block.lstrip("\r\n"))["title"]


def test_yaml_metadata() -> None:
    source = yaml_block(
        'Title: "A \\u2019"\ndate: 2025-04-15 09:30:00 -0500\ndraft: false\nempty:\n'
        "tags: [one, 'two']\nimage:\n  Alt: Boat\n  sizes:\n  - 1\n  - 2\n"
        "authors:\n- name: Jane Doe\n- name: John Roe\n"
    )
    parsed = parse(source)
    assert {key: item.value for key, item in parsed.metadata.items()} == {
        "title": "A ’",
        "date": "2025-04-15 09:30:00 -0500",
        "draft": "false",
        "empty": "",
        "tags": "one",
        "tags.1": "two",
        "image.alt": "Boat",
        "image.sizes": "1",
        "image.sizes.1": "2",
        "authors.name": "Jane Doe",
        "authors.name.1": "John Roe",
    }
    places = [span for _, span in parsed.metadata.values()]
    assert [source[span.start : span.end] for span in places if span] == [
        "A \\u2019", "2025-04-15 09:30:00 -0500", "false", "", "one", "two", "Boat", "1", "2",
        "Jane Doe", "John Roe",
    ]  # fmt: skip


def test_toml_metadata() -> None:
    source = toml_block(
        'title = "A \\u2019"\ndate = 2025-04-15T09:30:00Z\ndraft = false\nratio = 1.50\n'
        'image.alt = "Boat"\n"a ] b" = 0x1F\ntags = ["one", # "two"\n  \'two\', ["three"]]\n'
        'author = { name = "Jane Doe", tags.x = "y" }\nempty = ""\n\n[params] # remark\n'
        'deck = "Ships"\n["params".seo]\nTitle = "T"\n[[gallery]]\nalt = "one"\n'
        '[gallery.inner]\nq = 1\n[[gallery]]\nalt = "two"\n[params.more]\nz = 2'
    )
    parsed = parse(source)
    assert {key: item.value for key, item in parsed.metadata.items()} == {
        "title": "A ’",
        "date": "2025-04-15T09:30:00Z",
        "draft": "false",
        "ratio": "1.50",
        "image.alt": "Boat",
        "a ] b": "0x1F",
        "tags": "one",
        "tags.1": "two",
        "tags.2": "three",
        "author.name": "Jane Doe",
        "author.tags.x": "y",
        "empty": "",
        "params.deck": "Ships",
        "params.seo.title": "T",
        "gallery.alt": "one",
        "gallery.inner.q": "1",
        "gallery.alt.1": "two",
        "params.more.z": "2",
    }
    for value, span in parsed.metadata.values():
        assert span
        assert source[span.start : span.end].replace("\\u2019", "’") == value


def test_toml_values_that_cannot_be_placed_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def lose(*_: Any) -> Span:
        raise front_toml._LostError

    monkeypatch.setattr(front_toml._Walk, "_find", lose)
    parsed = parse(toml_block('title = "Ships"\n[a]\ntags = ["x", 2]'))
    assert dict(parsed.metadata) == {
        "title": ("Ships", None),
        "a.tags": ("x", None),
        "a.tags.1": ("2", None),
    }
    assert parsed.map.text == "Body."
    assert parsed.problems == ()
