"""A finding as a few sentences, for services that show one text per finding."""

from __future__ import annotations

from copydesk.formats.summary import harmless, one_line, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.model.placed import PlacedFinding, PlacedRelated

HOME = "https://github.com/copydesk/copydesk"
_PLACES = 5  # maximum number of related places listed
_WORDS = 60  # maximum length of the words quoted from a related place


def rule_page(rule: str) -> str:
    """The URL of the page of a built-in rule."""
    return f"{HOME}/blob/main/docs/rules/{rule}.md"


def advice(finding: PlacedFinding) -> str:
    """What is wrong, why, and what to do, in a sentence each, on one line."""
    return " ".join(sentences(finding))


def sentences(finding: PlacedFinding) -> Iterator[str]:
    """Yield the sentences of the advice."""
    yield _stopped(one_line(finding.message))
    if finding.evidence:
        yield _stopped(one_line(finding.evidence))
    for place in finding.related[:_PLACES]:
        yield _stopped(f"See {witness(place, finding.path)}")
    if finding.fixes:
        yield _stopped(f"To do: {one_line(finding.fixes[0].title)}")


def witness(place: PlacedRelated, path: str, *, whole: bool = False) -> str:
    """A related place: its line, its words (cut short unless `whole`) and its message."""
    line = place.range.start.line
    where = f"line {line}" if place.path == path else f"{harmless(place.path)}:{line}"
    words = one_line(place.range.text).strip()
    if not whole and len(words) > _WORDS:
        words = f"{words[:_WORDS].rpartition(' ')[0] or words[:_WORDS]} …"
    message = one_line(place.message)
    shown = quoted(words) if words else ""
    told = f"{shown} ({message})" if shown and message else shown or message
    return f"{where}: {told}" if told else where


def _stopped(text: str) -> str:
    """The text with a full stop, unless it already ends in one or in another end mark."""
    bare = text.rstrip("”’\"')")
    return text if bare.endswith((".", "!", "?", "…")) else f"{text}."
