"""Components, WordPress's shortcodes and words in the type of code: no input takes long."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.document.template_tags import find_tags
from copydesk.parsers.html import parse
from copydesk.parsers.html.components import find_code, opened
from copydesk.parsers.html.wordpress import find_shortcodes

pytestmark = pytest.mark.unit


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("<p on:click={() => go({ a: 1 })}>Lit.</p>", ["{() => go({ a: 1 })}"]),
        ("{#if lit}<b>Lit.</b>{/if}", ["{#if lit}", "{/if}"]),
        ("{@html map} {#key a}{/key}", ["{@html map}", "{#key a}", "{/key}"]),
        ("{all.map((b) => (<b>{b.hue}</b>))}", ["{all.map((b) => (", "{b.hue}", "))}"]),
        ("{lit ? (<b>Lit.</b>) : (<i>Out.</i>)}", ["{lit ? (", ") : (", ")}"]),
        ("<p>The set {a} and {b}.</p>", []),
        ("<p>The sign ={ is old, and {b} new.</p>", []),
    ],
)
def test_the_code_of_components(source: str, code: list[str]) -> None:
    assert [source[one.start : one.end] for one in find_code(source)] == code


def test_a_template_of_vue_is_a_section_of_the_same_length() -> None:
    source = '<template>\n<p v-if="a">Lit.</p>\n</template>\n<script setup>1</script>'
    assert opened(source).startswith("<section >")
    assert len(opened(source)) == len(source)
    page = "<p>Lit.</p>\n<template><p>Row</p></template>"
    assert opened(page) == page


def test_shortcodes_are_code_only_in_a_page_of_wordpress() -> None:
    code = '<p>[gallery ids="4"] It is [lit].</p>'
    assert find_shortcodes(code) == []
    found = find_shortcodes(f"<!-- wp:paragraph -->{code}")
    assert [(one.start, one.end) for one in found] == [(24, 41)]


def test_a_page_without_signs_has_no_tags() -> None:
    assert find_tags("<p>Lit.</p>") == find_code("<p>Lit.</p>") == []


@pytest.mark.parametrize(
    "part",
    ["<p a={", "{#if a}", "{a => <b>", "{a && <b>x</b>}", "<b>)\n", "<!-- wp:shortcode -->", "[a b=",
     "<span style='font-family:monospace'>a", "<template>\n", "{a.b(", "={`"],
)  # fmt: skip
def test_no_input_takes_long(part: str, linear: Callable[..., None]) -> None:
    begin = "<p a={b}>{#if a}</p><!-- wp:a -->"
    linear(parse, lambda length: begin + part * (length // len(part)), 12_500, 100_000)
