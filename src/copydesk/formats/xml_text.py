"""Writes XML that every parser can read, whatever is in the copy."""

from __future__ import annotations

from copydesk.formats.inert import in_markup
from copydesk.formats.summary import one_line

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\ufffe": "\ufffd", "\uffff": "\ufffd"}
)


def escaped(text: str) -> str:
    """A text on one line, for content or an attribute, without controls and surrogates."""
    return in_markup(one_line(text).translate(_ESCAPES))


def tag(name: str, /, **attributes: object) -> str:
    """A start tag, with attributes in the given order."""
    said = "".join(f' {key}="{escaped(str(value))}"' for key, value in attributes.items())
    return f"<{name}{said}>"


def empty(name: str, /, **attributes: object) -> str:
    """An element without content."""
    return tag(name, **attributes)[:-1] + "/>"
