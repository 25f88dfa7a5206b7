"""Save the decisions of a review in drafts, the stet ledger and the house list."""

from __future__ import annotations

import json
import os

from copydesk.accepted.adding import NEW_LIST, added, is_same
from copydesk.accepted.lists import read_entries
from copydesk.accepted.writing import read_for_change, write_list
from copydesk.files.write import NotWritten, write
from copydesk.fixing.draft import encoded
from copydesk.model.errors import DataError
from copydesk.stet.ledger import read_ledger
from copydesk.stet.let_stand import let_stand
from copydesk.stet.save import ledger_for, save_ledger

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.review.state import AcceptedWord, HouseWord, Stand, State, Story
    from copydesk.stet.ledger import Ledger

HOUSE_LIST = "house.toml"
_HEAD = "# House list: the forms this newsroom uses. See CONTRIBUTING.md of copydesk.\n"


class Keeper:
    """Updates the files on disk to match the state of a review.

    Decisions can be undone after saving: saving again updates the files.

    Args:
        stories: the drafts as they were read.
        who: the user's name.
        day: today's date, ISO.
        root: the folder of the config file; empty without a config file.
        house: the newsroom's word list, to which words are added.
        accepts: its list of accepted words, likewise.
        advice: how to name that list in the config, if that does not name it.
    """

    def __init__(
        self, stories: Iterable[Story], who: str, day: str, root: str, house: str,
        accepts: str = NEW_LIST, advice: str = "",
    ) -> None:  # fmt: skip
        self.house = house
        self.accepts = accepts
        self.advice = advice
        self._who, self._day, self._root = who, day, root
        self._drafts = {one.file: encoded(one.decoded.text, one.decoded) for one in stories}
        self._edits: dict[str, int] = {}  # the changes that are written
        self._first: dict[str, Ledger] = {}  # the ledgers as they were before the review
        self._stands: tuple[Stand, ...] = ()
        self._house_before = _text(house)
        self._words: tuple[HouseWord, ...] = ()
        self._list_before: str | None = None  # read when the first word is written
        self._accepted: tuple[AcceptedWord, ...] = ()

    def save(self, state: State) -> list[str]:
        """Write whatever has not been written yet; return errors, one line each."""
        wrong: list[str] = []
        for story in state.stories:
            data = encoded(story.now.doc.source, story.decoded)
            if data != self._drafts[story.file]:
                try:
                    write(story.file, self._drafts[story.file], data)
                    self._drafts[story.file] = data
                    self._edits[story.file] = story.edits
                except NotWritten as refused:
                    wrong.append(f"{story.path}: {refused}")
        try:
            self._save_stands(state.live_stands)
            self._save_words(state.words)
            self._save_accepted(state.accepted)
        except (DataError, NotWritten, OSError) as error:
            wrong.append(str(error))
        return wrong

    def unsaved(self, state: State) -> int:
        """The number of changes, ledger entries and words that differ from the disk."""
        drafts = sum(
            max(1, abs(one.edits - self._edits.get(one.file, 0)))
            for one in state.stories
            if encoded(one.now.doc.source, one.decoded) != self._drafts[one.file]
        )
        stands = set(state.live_stands) ^ set(self._stands)
        words = set(state.words) ^ set(self._words)
        accepted = set(state.accepted) ^ set(self._accepted)
        return drafts + len(stands) + len(words) + len(accepted)

    def _save_stands(self, stands: tuple[Stand, ...]) -> None:
        if stands == self._stands:
            return
        wanted: dict[str, Ledger] = {}
        for stand in (*self._stands, *stands):
            folder = os.path.dirname(os.path.abspath(stand.finding.path))
            path = ledger_for(folder, self._root)
            wanted[path] = self._first.setdefault(path, read_ledger(path))
        for stand in stands:
            folder = os.path.dirname(os.path.abspath(stand.finding.path))
            path = ledger_for(folder, self._root)
            wanted[path] = let_stand(wanted[path], stand.finding, self._who, self._day, stand.why)
        for path, ledger in wanted.items():
            save_ledger(read_ledger(path), ledger)
        self._stands = stands

    def _save_words(self, words: tuple[HouseWord, ...]) -> None:
        if words == self._words:
            return
        before = _text(self.house)
        text = self._house_before or _HEAD
        text += "" if text.endswith("\n") else "\n"
        text += "".join(f"\n{self._entry(word)}" for word in words)
        if not os.path.exists(self.house):
            os.close(os.open(self.house, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        write(self.house, before.encode("utf-8"), text.encode("utf-8"))
        self._words = words

    def _save_accepted(self, words: tuple[AcceptedWord, ...]) -> None:
        if words == self._accepted:
            return
        now = read_for_change(self.accepts)
        if self._list_before is None:
            self._list_before = now
        text = self._list_before
        for one in words:
            if not any(is_same(entry.word, one.word) for entry in read_entries(self.accepts, text)):
                text = added(text, one.word, one.note)
        write_list(self.accepts, now, text)
        self._accepted = words

    def _entry(self, word: HouseWord) -> str:
        use, avoid, source, good, bad = (
            json.dumps(text, ensure_ascii=False)
            for text in (
                word.use, word.avoid, f"{self._who}, {self._day}",
                f"It is {word.use} here.", f"It is [[{word.avoid}]] here.",
            )
        )  # fmt: skip
        return (
            f"[[entry]]\nuse = {use}\navoid = [{avoid}]\nsource = {source}\n"
            f"good = [{good}]\nbad = [{bad}]\n"
        )


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", newline="") as handle:
            return handle.read()
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(f"{path}: cannot read: {error}") from None
