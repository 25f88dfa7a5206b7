"""What each key does, and the question that it asks first."""

from __future__ import annotations

from copydesk.formats.summary import counted
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.review.save import Keeper
    from copydesk.review.session import Session


class Ask(ValueTuple):
    """A question to the editor, the initial answer, and the function to call with the answer.

    ``keys`` are the keys that answer it at once; empty if it takes a line.
    """

    question: str
    begin: str
    then: Callable[[str], object]
    keys: str = ""


class Controller:
    """Handle keys and answers from any screen.

    Attributes:
        asking: a question that must be answered first; None if there is no question.
        note: a text to show instead of the finding until the next key.
        done: whether the editor has quit.
        wrong: the errors of the last save, one line each.
    """

    def __init__(self, session: Session, keeper: Keeper, explain: Callable[[str], str]) -> None:
        self.session = session
        self.keeper = keeper
        self.asking: Ask | None = None
        self.note = ""
        self.done = False
        self.wrong: list[str] = []
        self._explain = explain
        self._keys: dict[str, Callable[[], object]] = {
            "a": session.accept,
            "A": session.accept_everywhere,
            "e": self._edit,
            "s": self._stet,
            "c": self._choose,
            "h": self._house,
            "k": self._accept_word,
            "n": session.next,
            "p": session.previous,
            "u": session.undo,
            "f": session.skip_file,
            "?": self._why,
            "w": self.save,
            "q": self._quit,
        }

    def press(self, key: str) -> None:
        """Handle a key."""
        if self.note:
            self.note = ""
            return
        if key.isascii() and key.isdigit() and key != "0":
            self.session.accept(int(key) - 1)
        elif key in self._keys:
            self._keys[key]()
        else:
            self.session.said = f"Unknown key {key!r}."

    def answer(self, text: str) -> None:
        """Handle the answer to the current question."""
        asked, self.asking = self.asking, None
        if asked is not None:
            asked.then(text)

    def never_mind(self) -> None:
        """Cancel the question, as for Ctrl-C; nothing is lost."""
        self.asking = None
        self.note = ""
        self.session.said = "Nothing lost. w saves, q quits."

    def save(self) -> bool:
        """Save all decisions."""
        number = self.keeper.unsaved(self.session.state)
        self.wrong = self.keeper.save(self.session.state)
        if self.wrong:
            self.session.said = f"Not saved: {'; '.join(self.wrong)}."
        else:
            self.session.said = (
                f"Saved: {counted(number, 'change')}." if number else "Everything is saved."
            )
            if self.session.state.accepted and self.keeper.advice:
                self.session.said += f" {self.keeper.advice}"
        return not self.wrong

    def _edit(self) -> None:
        old = self.session.editable
        if old is None:
            self.session.said = "Nothing to edit."
            return
        self.asking = Ask("Change to: ", old.text, self.session.edit)

    def _stet(self) -> None:
        if self.session.item is not None:
            self.asking = Ask("Reason to let it stand? ", "", self._stand)

    def _stand(self, why: str) -> None:
        if why.strip():
            self.session.stet(why)
        else:
            self.session.said = "To let it stand, give a reason."

    def _choose(self) -> None:
        forms = self.session.forms
        if len(forms) < 2:
            self.session.said = "There are no competing forms here."
            return
        listed = ", ".join(f"{number} “{form}”" for number, form in enumerate(forms, 1))
        self.asking = Ask(f"Which form is right? {listed}: ", "", self._chosen)

    def _chosen(self, text: str) -> None:
        forms = self.session.forms
        text = text.strip()
        if text.isascii() and text.isdigit() and 0 < int(text) <= len(forms):
            text = forms[int(text) - 1]
        if text:
            self.session.choose(text)

    def _house(self) -> None:
        item = self.session.item
        if item is None:
            return
        old = item.finding.range.text
        self.asking = Ask(f"Form to avoid? ({self.keeper.house}) ", old,
                          self._house_use)  # fmt: skip

    def _house_use(self, avoid: str) -> None:
        item = self.session.item
        if item is None or not avoid.strip():
            return
        fixes = item.finding.fixes
        edits = fixes[0].edits if fixes else ()
        begin = edits[0].text if len(edits) == 1 else ""
        self.asking = Ask(f"Form to use instead of “{avoid}”? ", begin,
                          lambda use: self.session.house_word(use, avoid))  # fmt: skip

    def _accept_word(self) -> None:
        words = self.session.acceptable
        if words:
            question = f"Note on “{words}”, or none? ({self.keeper.accepts}) "
            self.asking = Ask(question, "", self.session.accept_word)
        elif self.session.item is not None:
            self.session.said = "This is not about the form of a word. s lets it stand."

    def _why(self) -> None:
        if self.session.item is not None:
            self.note = self._explain(self.session.item.finding.rule)

    def offer(self, number: int, take: Callable[[], object], refuse: Callable[[], object]) -> None:
        """Offer the decisions of an earlier review that were not saved.

        Args:
            number: the number of drafts that have some.
            take: takes them up.
            refuse: forgets them.
        """
        drafts = counted(number, "draft")
        question = (
            f"An earlier review of {drafts} was cut off. Take up its decisions? y yes, n no: "
        )

        def answered(text: str) -> None:
            word = text.strip().lower()
            if word in ("y", "yes"):
                take()
            elif word in ("n", "no"):
                refuse()
            else:
                self.session.said = "The decisions are kept for the next review."

        self.asking = Ask(question, "", answered, "yn")

    @property
    def left(self) -> str:
        """What is not saved yet; empty if everything is."""
        number = self.keeper.unsaved(self.session.state)
        return f"{counted(number, 'change')} not saved" if number else ""

    def _quit(self) -> None:
        number = self.keeper.unsaved(self.session.state)
        if not number:
            self.done = True
            return
        question = f"Save {counted(number, 'change')}? y yes, n no, anything else goes back: "
        self.asking = Ask(question, "", self._left, "yn")

    def _left(self, text: str) -> None:
        word = text.strip().lower()
        if word in ("y", "yes"):
            self.done = self.save()
        elif word in ("n", "no"):
            self.done = True
        else:
            self.session.said = "Not quit."
