"""The state of a review: the current drafts and the decisions. Immutable."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple
from copydesk.stet.ledger import Key, key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.files.decode import Decoded
    from copydesk.fixing.outcome import Examined
    from copydesk.model.placed import PlacedFinding


class Story(ValueTuple):
    """A draft under review.

    Attributes:
        path: its path as shown.
        file: its path for reading and writing.
        decoded: the text as read, with its encoding.
        now: the draft in its current state, not yet written.
        examine: parses and checks a new source text of this draft.
        edits: the number of changes that were made to it.
    """

    path: str
    file: str
    decoded: Decoded
    now: Examined
    examine: Callable[[str], Examined]
    edits: int = 0

    @property
    def is_changed(self) -> bool:
        """Whether the draft differs from what was read."""
        return self.now.doc.source != self.decoded.text


class Stand(ValueTuple):
    """A finding that the editor lets stand, with the reason."""

    finding: PlacedFinding
    why: str

    @property
    def key(self) -> Key:
        """The ledger key: the words to let stand, in their sentence and draft."""
        return key_of(self.finding, self.finding.path)


class HouseWord(ValueTuple):
    """An entry for the newsroom's word list: the form to use and the form to avoid."""

    use: str
    avoid: str


class Item(ValueTuple):
    """A finding to decide on, and the index of its story."""

    story: int
    finding: PlacedFinding


class State(ValueTuple):
    """A review at one moment."""

    stories: tuple[Story, ...]
    stands: tuple[Stand, ...] = ()
    words: tuple[HouseWord, ...] = ()
    skipped: frozenset[int] = frozenset()
    at: int = 0

    @property
    def items(self) -> list[Item]:
        """The open findings by story, then by severity (the highest first), then by position."""
        stood = {stand.key for stand in self.stands}
        return [
            Item(number, finding)
            for number, story in enumerate(self.stories)
            if number not in self.skipped
            for finding in sorted(story.now.report.findings, key=lambda one: -one.severity)
            if key_of(finding, finding.path) not in stood
        ]

    @property
    def live_stands(self) -> tuple[Stand, ...]:
        """The stet decisions that still apply: their words and sentences are unchanged."""
        there = {
            key_of(finding, finding.path)
            for story in self.stories
            for finding in story.now.report.findings
        }
        return tuple(stand for stand in self.stands if stand.key in there)

    def with_story(self, number: int, now: Examined, edits: int) -> State:
        """The state with one draft replaced, after so many changes more."""
        before = self.stories[number]
        story = before._replace(now=now, edits=before.edits + edits)
        return self._replace(stories=(*self.stories[:number], story, *self.stories[number + 1 :]))
