"""Whether a plain title of somebody who has left office is worth a question."""

from __future__ import annotations

from copydesk import Document
from copydesk.facts import Tenure
from lint_rules.titles import _change_of_office, _resolve_holder, _time_reference
from lint_rules.titles._title_mentions import Mention

_LATELY = 3 * 365  # days after the end in which a plain title may be a slip anywhere
_OPENING = 12  # code points before words that still open a sentence
# Before a title: what follows is told of the past.
_TELLS = frozenset(
    (word,)
    for word in (
        "by",
        "when",
        "after",
        "before",
        "than",
        "including",
        "included",
        "around",
        "under",
        "as",
    )
)


def is_worth_it(doc: Document, one: Mention, last: Tenure) -> bool:
    """Whether a plain title, away from the day's news, may be a slip and not history.

    It may if the end is recent and the story does not tell of it. Long after, only
    somebody who opens the sentence counts.
    """
    day = doc.date.day.isoformat()
    if _resolve_holder.day_before(day, _LATELY) >= (last.until or last.due):
        plain = doc.after(one.name.end, 1) not in ("'", "’") and one.ahead[-1:] not in _TELLS
        return (
            one.after
            or _opens(doc, one)
            or (plain and (bool(one.place) or not last.office.household))
        )
    return not _change_of_office.is_told(doc, one, last)


def _opens(doc: Document, one: Mention) -> bool:
    """Whether the words open a sentence, perhaps after one word and a comma."""
    start = one.span.start
    opening = _time_reference.sentence(doc, one.span).start
    return not one.ahead and start - opening < _OPENING
