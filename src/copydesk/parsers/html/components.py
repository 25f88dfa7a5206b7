"""The code of components in a page: of Svelte, Vue, Astro and JSX.

Their files are read as HTML with a little code in braces: values of attributes, blocks
(``{#if …}``), values (``{story.count}``) and expressions with markup in them
(``{posts.map((post) => (<li>…</li>))}``), of which the markup is read.
"""

from __future__ import annotations

from copydesk.document.template_tags import Tag
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNS = ("={", "{#", "{:", "{@", "=>", "&& ", "? (")
_STRING = r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"
# A component shows itself by one of these.
_OF_COMPONENT = compiled(
    r"<[A-Za-z][^<>{}]{0,400}[\w:]=\{|\{[#:@](?:if|each|await|key|snippet|html|else|then|render)\b"
    r"|\{[^<{}\n]{1,200}(?:=>|&&|\?)\s*\(?\s*<[A-Za-z>]"
)
_CODE = compiled(
    r"(?P<value>(?<=[\w:]=)\{)"  # of an attribute
    r"|(?P<block>\{[#/:](?=[a-z]))|(?P<shown>\{@)"
    r"|(?P<head>\{[^<{}\n]{1,200}(?:=>|&&|\|\||\?)\s*\(?\s*(?=<[A-Za-z>]))"
    r"|(?P<joint>(?<=>)\s*\)?\s*:\s*\(?\s*(?=<[A-Za-z>])|(?<=>)\s*(?:\)\s*)*(?::\s*(?:null|''|\"\")\s*)?\})"
    rf"|(?P<name>\{{(?:[A-Za-z_$][\w$]*(?:\??\.[\w$]+|\((?:{_STRING}|[^(){{}}<>\n'\"`])*\))*)\}})"
)
_MARKS = compiled(rf"[{{}}]|{_STRING}|/\*(?:[^*]|\*(?!/))*\*/")
_LONGEST = 5_000  # code points of one expression
_TRIES = 50  # braces that do not end; in a page with more of them the others are not looked at
_VUE = compiled(r"(?:\A|\n)<template(?:\s[^<>]*)?>")
_TEMPLATE = compiled(r"(</?)template(?=[\s>])")
_OF_VUE = compiled(r"\s(?:v-[a-z]+|[:@][\w.:-]+)(?==\")|<script setup|export default|\{\{")


def find_code(source: str) -> list[Tag]:
    """The code in braces, in order; empty if the source is not that of a component."""
    if not any(sign in source for sign in _SIGNS) or not _OF_COMPONENT.search(source):
        return []
    return list(_code(source))


def _code(source: str) -> Iterator[Tag]:
    at = 0
    left = _TRIES
    depth = 0  # of expressions whose markup is read
    for found in _CODE.finditer(source):
        start, end = found.span()
        kind = found.lastgroup
        if start < at or (kind == "joint" and not depth):
            continue
        if kind in ("value", "block", "shown"):
            end = _balanced(source, start) if left else 0
            if not end:
                left = max(0, left - 1)
                continue
        if kind == "head":
            depth += 1
        elif kind == "joint" and source[end - 1] == "}":
            depth -= 1
        at = end
        if kind == "value":
            yield Tag(start, end, "note")
        else:
            yield Tag(start, end, "shown" if kind in ("shown", "name") else "control")


def _balanced(source: str, start: int) -> int:
    """The end of the braces that open at ``start``; 0 if they do not end."""
    depth = 0
    for mark in _MARKS.finditer(source, start, min(len(source), start + _LONGEST)):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0:
            return mark.end()
    return 0


def opened(source: str) -> str:
    """The source of a component of Vue with its ``<template>`` as a section; same length."""
    if not _VUE.search(source) or not _OF_VUE.search(source):
        return source
    return _TEMPLATE.sub(r"\1section ", source)
