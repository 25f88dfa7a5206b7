"""The forms that are filed under one word, grouped so that most are ruled out together."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Posting(ValueTuple):
    """A form that contains the word looked up.

    ``offset`` is where the word begins in ``form``. If ``need`` is true, the entry's
    patterns need the form; in lower case it matches any case. ``low`` is the form in
    lower case, which the text in lower case must contain; empty if that is not
    certain, as with letters beyond ASCII.
    """

    entry: int
    form: str
    offset: int
    need: bool
    low: str

    @classmethod
    def of(cls, entry: int, form: str, offset: int, need: bool) -> Posting:
        """Build a posting from the fields stored in the table."""
        return cls(entry, form, offset, need, form.lower() if form.isascii() else "")


class Filed:
    """The forms that contain a word under which they are filed.

    Args:
        word: the word, in lower case.
        rows: the forms.

    Attributes:
        alone: those that are the word itself, as written or in another case.
        groups: those of several words, by where the word begins in them: that offset, their
            texts in lower case, and the forms. The text must have one of these texts.
        loose: those of which that is not certain, as with letters beyond ASCII.
    """

    __slots__ = ("alone", "groups", "loose")

    def __init__(self, word: str, rows: Iterable[Posting]) -> None:
        self.alone: list[Posting] = []
        self.loose: list[Posting] = []
        groups: dict[int, list[Posting]] = {}
        for row in rows:
            if word in (row.low, row.form):
                self.alone.append(row)
            elif row.low:
                groups.setdefault(row.offset, []).append(row)
            else:
                self.loose.append(row)
        self.groups = [
            (offset, tuple({row.low: None for row in group}), group)
            for offset, group in groups.items()
        ]

    def __bool__(self) -> bool:
        return bool(self.alone or self.groups or self.loose)
