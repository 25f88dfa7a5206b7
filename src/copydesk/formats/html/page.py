"""The frame of every HTML page: self-contained, without requests, safe from its content."""

from __future__ import annotations

import os
from base64 import b64encode
from hashlib import sha256

from copydesk.files.no_text import SHEET_MARK
from copydesk.formats.inert import in_markup
from copydesk.formats.summary import harmless
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HERE = os.path.dirname(__file__)
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})
_KEPT = compiled(
    "([\n\u200c\u200d\xad])"
)  # joiners: they shape the letters beside them and are harmless


def escaped(text: str) -> str:
    """A text escaped for content or an attribute; invisible characters are written out."""
    parts = _KEPT.split(text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return in_markup(
        "".join(
            part if at % 2 else harmless(part).translate(_ESCAPES) for at, part in enumerate(parts)
        )
    )


def page(title: str, body: str) -> str:
    """A whole page; see ``page_parts``."""
    return "".join(page_parts(title, (body,)))


def page_parts(title: str, body: Iterable[str], kind: str = "") -> Iterator[str]:
    """The parts of a page. Its policy forbids all requests, and all scripts except its own.

    Args:
        title: its title, a plain text.
        body: its content in HTML; a line for each part.
        kind: the name of its own style and script; empty if it has those of the proof sheet.
    """
    style, script = _asset("page.css"), _asset(f"{kind or 'page'}.js")
    if kind:
        style += _asset(f"{kind}.css")
    policy = (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    yield f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
{SHEET_MARK}
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escaped(title)}</title>
<style>{style}</style>
<script>{script}</script>
</head>
<body>
"""
    for part in body:
        yield part
        yield "\n"
    yield "</body>\n</html>\n"


def _asset(name: str) -> str:
    with open(os.path.join(_HERE, name), encoding="utf-8") as handle:
        return handle.read()


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
