"""A finding in a few sentences, for services that show one text for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.formats.summary import harmless, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.model.placed import Placed, PlacedRelated

HOME = "https://github.com/copydesk/copydesk"
_PLACES = 5  # how many witnesses are told
_WORDS = 60  # how much of a witness is quoted


def rule_page(rule: str) -> str:
    """Where the page of one of our own rules is to be read."""
    return f"{HOME}/blob/main/docs/rules/{rule}.md"


def advice(finding: Placed) -> str:
    """What is wrong, what shows it, and what to do; a sentence each, on one line."""
    return " ".join(sentences(finding))


def sentences(finding: Placed) -> Iterator[str]:
    """The sentences of the advice."""
    yield _stopped(one_line(finding.message))
    if finding.evidence:
        yield _stopped(one_line(finding.evidence))
    for place in finding.related[:_PLACES]:
        yield _stopped(f"See {witness(place, finding.path)}")
    if finding.fixes:
        yield _stopped(f"To do: {one_line(finding.fixes[0].title)}")


def witness(place: PlacedRelated, path: str) -> str:
    """A witness: its line, its words and what it tells."""
    line = place.range.start.line
    where = f"line {line}" if place.path == path else f"{harmless(place.path)}:{line}"
    words = one_line(place.range.text).strip()
    if len(words) > _WORDS:
        words = f"{words[:_WORDS].rpartition(' ')[0] or words[:_WORDS]} …"
    message = one_line(place.message)
    quoted = f"“{words}”" if words else ""
    told = f"{quoted} ({message})" if quoted and message else quoted or message
    return f"{where}: {told}" if told else where


def _stopped(text: str) -> str:
    """The text with a full stop, unless it ends in a mark of its own."""
    bare = text.rstrip("”’\"')")
    return text if bare.endswith((".", "!", "?", "…")) else f"{text}."
