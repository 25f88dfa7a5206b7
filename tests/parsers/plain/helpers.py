"""What the tests of the plain-text parser share."""

from __future__ import annotations

from copydesk.document.slots import Parsed
from copydesk.parsers import plain

BODY = "The council voted on Monday to close the harbour road for the winter."


MORE = "Drivers will have to take the bridge, the mayor said after the meeting."


def slots(parsed: Parsed) -> list[tuple[str, str]]:
    return [(slot.kind, parsed.map.text[slot.span.start : slot.span.end]) for slot in parsed.slots]


def kinds(*paragraphs: str) -> list[str]:
    return [kind for kind, _ in slots(plain.parse("\n\n".join(paragraphs)))]


def kind_between(line: str) -> str:
    """The kind of a line that stands between two paragraphs of text."""
    return kinds("Council closes harbour road", BODY, line, MORE, BODY)[2]
