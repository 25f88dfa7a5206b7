"""The state of a review: the current drafts and the decisions. Immutable."""

from __future__ import annotations

from copydesk.accepted.around import Around
from copydesk.accepted.forms import normal
from copydesk.accepted.table import of_words
from copydesk.model.value_tuple import ValueTuple
from copydesk.stet.ledger import Key, key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.accepted.table import Table
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


class AcceptedWord(ValueTuple):
    """A word or name for the list of accepted words, with the note on it."""

    word: str
    note: str


class Item(ValueTuple):
    """A finding to decide on, and the index of its story."""

    story: int
    finding: PlacedFinding


class State(ValueTuple):
    """A review at one moment.

    ``accepting`` are the rules to which an accepted word is right.
    """

    stories: tuple[Story, ...]
    stands: tuple[Stand, ...] = ()
    words: tuple[HouseWord, ...] = ()
    skipped: frozenset[int] = frozenset()
    at: int = 0
    accepted: tuple[AcceptedWord, ...] = ()
    accepting: frozenset[str] = frozenset()

    @property
    def items(self) -> list[Item]:
        """The open findings by story, then by severity (the highest first), then by position."""
        stood = {stand.key for stand in self.stands}
        table = of_words(normal(one.word) for one in self.accepted)
        return [
            Item(number, finding)
            for number, story in enumerate(self.stories)
            if number not in self.skipped
            for finding in sorted(story.now.report.findings, key=lambda one: -one.severity)
            if key_of(finding, finding.path) not in stood and not self._is_right(finding, table)
        ]

    def _is_right(self, finding: PlacedFinding, table: Table) -> bool:
        """Whether a finding is on words that have been accepted in this review."""
        if not self.accepted or finding.rule not in self.accepting:
            return False
        if table.has(normal(finding.range.text)):
            return True
        return Around(finding.context, finding.marked).is_covered(table)

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
