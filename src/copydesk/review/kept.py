"""Decisions that were not saved when a review was cut off: kept in the cache, offered again."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import sha256

from copydesk.cache.files import write_beside
from copydesk.fixing.draft import encoded
from copydesk.review.state import AcceptedWord, HouseWord, Stand, State, Story
from copydesk.stet.ledger import key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_LARGEST = 100_000_000  # bytes


def keep(folder: str, state: State) -> int:
    """Keep what differs from the drafts as they were read; the number of drafts kept.

    Args:
        folder: the cache folder; empty for none.
        state: the decisions.
    """
    live = state.live_stands
    words = [list(word) for word in state.words]
    accepted = [list(word) for word in state.accepted]
    kept = 0
    for story in state.stories if folder else ():
        stands = [[list(one.key), one.why] for one in live if one.finding.path == story.path]
        if not (story.is_changed or stands or words or accepted):
            continue
        data = {"draft": _digest(story), "source": story.now.doc.source, "edits": story.edits,
                "stands": stands, "words": words, "accepted": accepted}  # fmt: skip
        content = json.dumps(data).encode("ascii")
        kept += write_beside(_place(folder, story), content, private=True)
        words, accepted = [], []
    return kept


def found(folder: str, stories: Iterable[Story]) -> dict[str, dict[str, Any]]:
    """What was kept of a review of these drafts, by file; only if the draft is as it was then."""
    every = {one.file: _read(_place(folder, one)) for one in stories} if folder else {}
    digests = {one.file: _digest(one) for one in stories}
    return {
        file: data
        for file, data in every.items()
        if data is not None and data.get("draft") == digests[file]
    }


def forget(folder: str, stories: Iterable[Story]) -> None:
    """Delete what was kept of these drafts."""
    for story in stories if folder else ():
        with suppress(OSError):
            os.unlink(_place(folder, story))


def taken_up(state: State, kept: dict[str, dict[str, Any]]) -> State:
    """The state with the decisions that were kept."""
    for number, story in enumerate(state.stories):
        if (data := kept.get(story.file)) is None:
            continue
        if data["source"] != story.now.doc.source:
            state = state.with_story(number, story.examine(data["source"]), data["edits"])
        path = story.path
        reasons = {tuple(key): why for key, why in data["stands"]}
        stands = [
            Stand(finding, reasons[key])
            for finding in state.stories[number].now.report.findings
            if (key := tuple(key_of(finding, path))) in reasons
        ]
        words = [HouseWord(*word) for word in data["words"]]
        accepted = [AcceptedWord(*word) for word in data.get("accepted", ())]
        state = state._replace(
            stands=(*state.stands, *stands), words=tuple(dict.fromkeys((*state.words, *words))),
            accepted=tuple(dict.fromkeys((*state.accepted, *accepted))),
        )  # fmt: skip
    return state


def _digest(story: Story) -> str:
    return sha256(encoded(story.decoded.text, story.decoded)).hexdigest()


def _place(folder: str, story: Story) -> str:
    name = sha256(os.fsencode(os.path.abspath(story.file))).hexdigest()[:32]
    return os.path.join(folder, f"review-{name}.json")


def _read(path: str) -> dict[str, Any] | None:
    """What a file holds; None if it is missing, somebody else's, or not whole."""
    try:
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        with open(os.open(path, flags), "rb") as handle:
            status = os.fstat(handle.fileno())
            if hasattr(os, "getuid") and status.st_uid != os.getuid():
                return None
            data = json.loads(handle.read(_LARGEST))
        whole = isinstance(data["source"], str) and isinstance(data["edits"], int)
        pairs = (*data["stands"], *data["words"], *data.get("accepted", ()))
        fits = all(len(one) == 2 for one in pairs)
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return data if whole and fits else None
