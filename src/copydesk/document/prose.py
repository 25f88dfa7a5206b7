"""The paper's own prose, as opposed to speech set without quotation marks."""

from __future__ import annotations

from functools import cache

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from copydesk.document.slots import Slot

_TURNS = 6  # this many slots of speech make a story a transcript or a page of posts
_HEAD = 64  # code points at the start of a slot that are searched for a speaker's name


def own(
    slots: tuple[Slot, ...], kinds: tuple[str, ...], spoken: frozenset[int]
) -> tuple[Slot, ...]:
    """The slots of the given kinds in the paper's own words; none in a transcript.

    Args:
        slots: the slots of the story.
        kinds: the kinds that count.
        spoken: where the slots of speech begin; see ``spoken``.
    """
    found = [slot for slot in slots if slot.kind in kinds]
    kept = [slot for slot in found if slot.span.start not in spoken]
    return tuple(kept) if len(found) - len(kept) < _TURNS else ()


def spoken(text: str, slots: tuple[Slot, ...]) -> frozenset[int]:
    """Where slots of speech without quotation marks begin: turns in a transcript, or posts."""
    return frozenset(slot.span.start for slot in slots if _is_spoken(text, slot))


def _is_spoken(text: str, slot: Slot) -> bool:
    start, end = slot.span
    if "(@" in text[start:end] or "://t.co/" in text[start:end]:
        return True
    if "#" in text[start:end] and _hashtag().search(text, start, end):
        return True
    head = text[start : min(end, start + _HEAD)]
    return (":" in head or "((" in head) and _speaker().match(head) is not None


def turns(text: str, slots: tuple[Slot, ...]) -> frozenset[int]:
    """Where the turns of an interview begin: slots that open with a speaker’s initials or name.

    One turn may be a label, so two are needed, unless the speaker is Q, A or has initials. In
    an interview with many turns the paragraphs after a turn, up to a heading, belong to it.
    """
    found: dict[int, str] = {}
    for slot in slots:
        if speaker := _opening_speaker(text, slot):
            found[slot.span.start] = speaker
    names = list(found.values())
    found = {at: name for at, name in found.items() if name[-1] != "." or names.count(name) > 1}
    if len(found) < 2 and not any(name.isupper() for name in found.values()):
        return frozenset()
    return frozenset(found) if len(found) < _TURNS else frozenset(_with_answers(slots, found))


def _opening_speaker(text: str, slot: Slot) -> str:
    """The speaker that opens a slot: a name, or initials, with their stop if they have one."""
    start, end = slot.span
    head = text[start : min(end, start + _HEAD)]
    match = _turn().match(head) if ":" in head or head[2:4].count(".") else None
    return match[1] if match is not None and match[1] not in _NO_SPEAKERS else ""


def _with_answers(slots: tuple[Slot, ...], found: Iterable[int]) -> Iterator[int]:
    """The turns, and the paragraphs that go on with them."""
    known, goes_on = frozenset(found), False
    for slot in slots:
        if slot.span.start in known:
            goes_on = True
        elif slot.kind in ("heading", "headline"):
            goes_on = False
        if goes_on:
            yield slot.span.start


_NO_SPEAKERS = frozenset(("TK", "ED", "EDS", "DO", "AU", "XX", "XXX", "CQ", "SUB", "PLS", "FYI"))


@cache
def _hashtag() -> re.Pattern[str]:
    """A mark of posts; not one within a word, as in an address: Bog#North."""
    return compiled(r"#(?<![\w/&]#)")


@cache
def _turn() -> re.Pattern[str]:
    """A speaker's initials or name and a colon, as interviews have; initials may have a stop."""
    return compiled(
        r"([A-Z]{2,3}\.(?=\s)|(?:[A-Z]{1,3}|(?!Photo|Image|Picture|Read|Related|Editor|Note|Source|Watch)"
        r"[A-Z][a-z’'-]+(?: [A-Z][\w.’'-]+){1,3})(?=:\s))"
    )


@cache
def _speaker() -> re.Pattern[str]:
    """A speaker's name before the words, as in transcripts and interviews."""
    return compiled(
        r"\(\(.{1,60}?\)\)|[QA]\s?[:.]\s|[A-Z][A-Z .’'-]{1,40}:\s"
        r"|(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w.’'-]+:\s"
    )
