"""A review session: decisions one by one, each of which can be undone. Writes nothing."""

from __future__ import annotations

from copydesk.accepted.adding import tidy
from copydesk.fixing.changes import applied_to, change, edits_of, first_in_order
from copydesk.fixing.draft import line_end, writable
from copydesk.fixing.trial import damage
from copydesk.formats.summary import counted
from copydesk.model.errors import DataError
from copydesk.model.findings import Edit, Span
from copydesk.review.forms import exchanged, forms_of
from copydesk.review.state import AcceptedWord, HouseWord, Item, Stand, State, Story

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.fixing.changes import Change

_MOST_ROUNDS = 10
_MOST_CHOICES = 100  # each changes at least one place


class Session:
    """What the editor sees and does; ``said`` describes the result of the last step.

    Args:
        stories: the drafts, in order.
        accepting: the rules that judge the form of words, which can be accepted.
    """

    def __init__(self, stories: Sequence[Story], accepting: frozenset[str] = frozenset()) -> None:
        self.state = State(tuple(stories), accepting=accepting)
        self.said = ""
        self._past: list[State] = []
        self._items: tuple[State, list[Item]] | None = None

    @property
    def items(self) -> list[Item]:
        """The open findings, in order."""
        if self._items is None or self._items[0] is not self.state:
            self._items = (self.state, self.state.items)
        return self._items[1]

    @property
    def item(self) -> Item | None:
        """The current finding; None if all are decided."""
        items = self.items
        return items[min(self.state.at, len(items) - 1)] if items else None

    @property
    def number(self) -> int:
        """The number of the current finding among the open ones, from 1; 0 if all are decided."""
        return min(self.state.at + 1, len(self.items))

    @property
    def story(self) -> Story | None:
        """The draft of the current finding."""
        return self.state.stories[self.item.story] if self.item else None

    def accept(self, number: int = 0) -> bool:
        """Apply a fix of the current finding, by index."""
        item = self.item
        if item is None or number >= len(item.finding.fixes):
            return self._no("no such fix; press e to edit")
        one = self._change(item, number)
        return self._apply(item.story, [one], f"{one.fix.title}: done.")

    def accept_everywhere(self, number: int = 0) -> bool:
        """Apply a fix wherever the same rule proposes the same replacement."""
        item = self.item
        if item is None or number >= len(item.finding.fixes):
            return self._no("no such fix; press e to edit")
        wanted, before, times = self._change(item, number).key, self.state, 0
        for _ in range(_MOST_ROUNDS):
            batch = first_in_order(self._same(item.story, wanted))
            if not batch or not self._apply(item.story, batch, "", keep=False):
                break
            times += len(batch)
        if not times:
            return False
        self._past.append(before)
        self.said = f"{item.finding.fixes[number].title}: {counted(times, 'place')} changed."
        return True

    @property
    def forms(self) -> list[str]:
        """The forms the story uses for the thing that the current finding is about.

        If there are two or more, the draft is inconsistent, and the editor can choose one.
        """
        item = self.item
        return forms_of(item.finding) if item is not None else []

    def choose(self, form: str) -> bool:
        """Choose a form, and use it wherever this story uses one of the others."""
        item, before, times = self.item, self.state, 0
        if item is None or form not in self.forms or len(self.forms) < 2:
            return self._no("there are no competing forms here")
        losing = {one for one in self.forms if one != form}
        for _ in range(_MOST_CHOICES):
            findings = self.state.stories[item.story].now.report.findings
            same = [one for one in findings if one.rule == item.finding.rule]
            edits = exchanged(same, losing, form)
            if not edits or not self._put(item.story, edits, "", keep=False):
                break
            times += len(edits)
        if not times:
            return False
        self._past.append(before)
        self.said = f"“{form}” used throughout: {counted(times, 'place')} changed."
        return True

    @property
    def editable(self) -> Edit | None:
        """The part of the source that ``edit`` replaces: the sentence, or else the words."""
        item, story = self.item, self.story
        if item is None or story is None:
            return None
        doc, place = story.now.doc, item.finding.range
        span = Span(place.start.offset, place.end.offset)
        at = doc.parsed.map.to_text(span.start)
        sentence = None if at is None else doc.sentence_at(at)
        if sentence is not None:
            source = doc.to_source(sentence)
            if source.holds(span):
                span = source
        return Edit(span, doc.source[span.start : span.end])

    def edit(self, text: str) -> bool:
        """Replace what ``editable`` returns with the editor's text."""
        item, old = self.item, self.editable
        if item is None or old is None:
            return self._no("nothing to edit")
        if text == old.text:
            return self._no("nothing was changed")
        edit = Edit(old.span, text)
        return self._put(item.story, [edit], "Edited.", True)

    def stet(self, why: str) -> bool:
        """Let the current finding stand, for a reason."""
        item = self.item
        if item is None or not why.strip():
            return self._no("give a reason to let it stand")
        stands = (*self.state.stands, Stand(item.finding, why.strip()))
        return self._step(self.state._replace(stands=stands), "Let stand.")

    def house_word(self, use: str, avoid: str) -> bool:
        """Add an entry to the newsroom's word list."""
        if not use.strip() or not avoid.strip() or use == avoid:
            return self._no("give two forms: the one to use and the one to avoid")
        words = (*self.state.words, HouseWord(use.strip(), avoid.strip()))
        return self._step(self.state._replace(words=words), f"“{use}” added to the house list.")

    @property
    def acceptable(self) -> str:
        """The words of the current finding; empty if its rule does not judge their form."""
        item = self.item
        if item is None or item.finding.rule not in self.state.accepting:
            return ""
        return item.finding.range.text

    def accept_word(self, note: str = "") -> bool:
        """Accept the words of the current finding, so that no rule calls them misspelt."""
        if not self.acceptable:
            return self._no("nothing to accept here")
        try:
            word = AcceptedWord(*tidy(self.acceptable, note))
        except DataError as error:
            return self._no(str(error))
        accepted = (*self.state.accepted, word)
        said = f"“{word.word}” added to the accepted words."
        return self._step(self.state._replace(accepted=accepted), said)

    def take_up(self, state: State) -> None:
        """Go on with the decisions of an earlier review; this can be undone."""
        self._step(state, "The decisions are back.")

    def next(self) -> bool:
        """Go to the next finding; at the end, say so."""
        if self.state.at + 1 >= len(self.items):
            return self._no("this is the last finding")
        self.state, self.said = self.state._replace(at=self.state.at + 1), ""
        return True

    def previous(self) -> bool:
        """Go to the previous finding."""
        if self.state.at == 0:
            return self._no("this is the first finding")
        at = min(self.state.at, len(self.items)) - 1
        self.state, self.said = self.state._replace(at=at), ""
        return True

    def skip_file(self) -> bool:
        """Skip the rest of this draft; decisions made so far are kept."""
        item = self.item
        if item is None:
            return self._no("nothing left to skip")
        at = sum(one.story < item.story for one in self.items)
        skipped = self.state.skipped | {item.story}
        return self._step(self.state._replace(skipped=skipped, at=at), "Rest of the file skipped.")

    def undo(self) -> bool:
        """Undo the last decision."""
        if not self._past:
            return self._no("nothing to undo")
        self.state, self.said = self._past.pop(), "Undone."
        return True

    def _change(self, item: Item, number: int) -> Change:
        story = self.state.stories[item.story]
        return change(item.finding, item.finding.fixes[number], line_end(story.decoded.text))

    def _same(self, number: int, wanted: object) -> list[Change]:
        """The same change, wherever an open finding of a draft proposes it."""
        found = []
        for item in self.items:
            for fix in range(len(item.finding.fixes)) if item.story == number else ():
                one = self._change(item, fix)
                if one.key == wanted:
                    found.append(one)
                    break
        return sorted(found, key=lambda one: one.edits)

    def _apply(self, number: int, batch: Sequence[Change], said: str, keep: bool = True) -> bool:
        return self._put(number, edits_of(batch), said, keep, len(batch))

    def _put(
        self, number: int, edits: Sequence[Edit], said: str, keep: bool, changes: int = 0
    ) -> bool:
        story = self.state.stories[number]
        if not all(map(writable(story.decoded.encoding), (edit.text for edit in edits))):
            return self._no(f"{story.decoded.encoding} cannot encode these characters")
        after = story.examine(applied_to(story.now.doc.source, edits))
        reason = damage(story.now, after, edits)
        if reason:
            return self._no(f"not done: {reason}")
        changed = self.state.with_story(number, after, changes or len(edits))
        if keep:
            return self._step(changed, said)
        self.state = changed
        return True

    def _step(self, state: State, said: str) -> bool:
        self._past.append(self.state)
        self.state, self.said = state, said
        return True

    def _no(self, said: str) -> bool:
        self.said = f"{said[:1].upper()}{said[1:]}."
        return False
