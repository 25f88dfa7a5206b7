"""The fields of a story and their roles."""

from __future__ import annotations

import pytest

from copydesk.document.fields import named, role_of, thing_of
from copydesk.parsers.html import parse as parse_html
from copydesk.parsers.markdown import parse

_YAML = """---
title: Pier opens
title-tag: The pier in Erie opens
image-caption: The pier
image-credit: Ann Poe
photos:
  - desc: One
    credit: Bo
  - desc: Two
    credit: Cy
date: 2026-03-05
layout: story
hed: Of our own
key_takeaways:
  - The town paid for all of it in May.
template_note: The town paid for all of it in May.
---

The pier is open.
"""


@pytest.mark.parametrize(
    ("path", "role"),
    [
        (("title",), "headline"),
        (("params", "SEO_Title"), "seo-title"),
        (("app-image-credit",), "credit"),
        (("app-image-description",), "alt"),
        (("photos", "desc"), "caption"),
        (("author", "name"), "author"),
        (("author", "url"), ""),
        (("layout",), ""),
        ((), ""),
    ],
)
def test_a_key_has_a_role(path: tuple[str, ...], role: str) -> None:
    assert role_of(path) == role


@pytest.mark.parametrize(
    ("path", "thing"),
    [
        (("title",), ""),
        (("params", "title"), ""),
        (("image-caption",), "image"),
        (("image", "alt"), "image"),
        (("app-image-credit",), "app-image"),
    ],
)
def test_fields_of_one_picture_belong_together(path: tuple[str, ...], thing: str) -> None:
    assert thing_of(path) == thing


def test_front_matter_gives_fields_with_roles() -> None:
    fields = parse(_YAML).fields
    assert [(one.role, one.key, one.thing) for one in fields] == [
        ("headline", "title", ""),
        ("seo-title", "title-tag", ""),
        ("caption", "image-caption", "image"),
        ("credit", "image-credit", "image"),
        ("caption", "photos.desc", "photos"),
        ("credit", "photos.credit", "photos"),
        ("caption", "photos.desc", "photos#1"),
        ("credit", "photos.credit", "photos#1"),
        ("published", "date", ""),
        ("headline", "hed", ""),
        ("text", "key_takeaways", ""),
    ]
    for one in fields:
        assert one.source is not None
        assert _YAML[slice(*one.source)] == one.text


def test_a_newsroom_names_its_own_keys() -> None:
    source = "---\nsplash: Pier opens\n---\n\nIt is open.\n"
    assert not parse(source).fields
    parsed = named(parse, {"headline": ("splash",)})(source)
    assert [(slot.kind, slot.name) for slot in parsed.slots] == [
        ("headline", "splash"), ("paragraph", ""),
    ]  # fmt: skip
    assert parsed.roles == {0: "headline"}
    assert not parse(source).fields


def test_a_shortcode_gives_fields() -> None:
    fields = parse('{{< picture caption="The pier" credit="Ann Poe" >}}\n\nIt is.\n').fields
    assert [one.role for one in fields] == ["caption", "credit"]
    assert fields[0].thing == fields[1].thing != ""


def test_a_page_gives_fields_and_repeats_are_not_copy_twice() -> None:
    head = (
        "<title>Pier opens | The Star</title>"
        '<script type="application/ld+json">{"headline": "Pier opens", "description": "So it '
        'says.", "caption": "The pier"}</script>'
    )
    body = '<article><h1>Pier opens</h1><p data-caption="At dawn">It is.</p></article>'
    parsed = parse_html(f"<html><head>{head}</head><body>{body}</body></html>")
    assert [one.key for one in parsed.fields] == [
        "title", "ld+json:headline", "ld+json:description", "ld+json:caption", "data-caption",
    ]  # fmt: skip
    assert [parsed.map.text[slice(*slot.span)] for slot in parsed.slots] == [
        "Pier opens", "It is.", "So it says.", "The pier", "At dawn",
    ]  # fmt: skip
