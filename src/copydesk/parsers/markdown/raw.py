"""Code in HTML that a blank line does not end, although it ends the block for Markdown.

A browser reads on in ``<pre>`` or ``<script>`` up to its end tag; Markdown takes what follows
a blank line for text, unless such a tag begins the block.
"""

from __future__ import annotations

import re

from copydesk.document.formulas import BLANK_LINE
from copydesk.regexes.compiled import compiled

_NAMES = ("pre", "script", "style", "textarea", "xmp", "svg", "math", "code")
_RAW = compiled(rf"<({'|'.join(_NAMES)})(?=[\s>])[^<>]{{0,500}}>", re.I)
_END = {name: compiled(rf"</{name}\s*>", re.I) for name in _NAMES}
_LONGEST = 20_000  # code points


def end_of_raw(source: str, start: int) -> int:
    """The end of an element for code with a blank line in it, which opens at ``start``; else 0."""
    tag = _RAW.match(source, start)
    if tag is None or not BLANK_LINE.search(source, tag.end(), tag.end() + _LONGEST):
        return 0
    end = _END[tag[1].lower()].search(source, tag.end(), tag.end() + _LONGEST)
    if end is None or not BLANK_LINE.search(source, tag.end(), end.start()):
        return 0
    return end.end()
