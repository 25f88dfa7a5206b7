"""The names of a story that are one typo apart and worth comparing.

Nearly no story has. What is asked here needs only the names themselves, each once, so the rule
looks up where they are, and what is around them, in very few stories.
"""

from __future__ import annotations

from copydesk import Document, pattern
from lint_rules._shared.names import folded, forms, kinds, one_edit
from lint_rules._shared.prose import words
from lint_rules.spelling import _endings

SHORTEST = 5
"""Letters: shorter names have too many neighbours, unless a title comes before."""

TITLES = words(
    "mr mrs ms miss dr sir lady lord dame president vice-president minister premier chancellor "
    "king queen prince princess sen senator rep representative gov governor mayor judge justice "
    "attorney general gen col lt capt captain maj major sgt officer detective chief secretary "
    "director professor prof pastor rev reverend father sister brother coach bishop archbishop "
    "cardinal pope sheriff chairman chairwoman chair speaker leader ambassador spokesman "
    "spokeswoman commissioner congressman congresswoman councillor the"
)
"""Words before a name, in lower case."""

_CONTRACTED = ("n't", "'ll", "'re", "'ve", "'d", "'m")
_BEFORE = pattern(r"(?<![^\W\d_])([^\W\d_]+)[ \u00a0\n]\Z")
_REACH = 20  # code points; the longest title fits
_FIRST = pattern(r"[^\W\d_]+")


def doubtful_names(doc: Document) -> set[str]:
    """The names of the story that are one edit from another, if either may be a slip.

    A slip is no known word or name, or has a title before it. Two forms of a name are none.
    """
    least = SHORTEST - 1
    found = [name for name in forms(doc) if len(name) >= least and not name.isupper()]
    found = [name for name in found if name.isalpha() or not _is_contraction(name)]
    doubtful: set[str] = set()
    for one, other in one_edit(found):
        if _endings.are_forms(folded(one), folded(other)):
            continue
        if _may_be_slip(doc, one) or _may_be_slip(doc, other):
            doubtful.update((one, other))
    return doubtful


def _is_contraction(word: str) -> bool:
    return folded(word).endswith(_CONTRACTED)


def _may_be_slip(doc: Document, name: str) -> bool:
    known = kinds(folded(name))
    return ("w" not in known and "n" not in known) or _is_titled(doc, name)


def _is_titled(doc: Document, name: str) -> bool:
    """Whether a name has a title directly before it somewhere; “the” is none."""
    text = doc.text
    first = _FIRST.match(name)
    for start in doc.words.starts(first[0].lower()) if first is not None else ():
        before = _BEFORE.search(text, (max(0, start - _REACH), start))
        if before is not None and folded(before[1]) in TITLES - {"the"}:
            return True
    return False
