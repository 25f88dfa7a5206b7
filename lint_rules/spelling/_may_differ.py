"""Whether a story has two names one typo apart that are worth comparing.

Nearly no story has. What is asked here needs only the names themselves, each once, so the rule
looks up where they are, and what is around them, in very few stories.
"""

from __future__ import annotations

from copydesk import Document, Iterator, pattern
from lint_rules._shared.names import beside, folded, forms, kinds, one_edit, without_possessive
from lint_rules._shared.prose import words
from lint_rules.spelling._endings import are_forms

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
_NEXT = pattern(r"[ \u00a0\n]([^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*)")


def is_no_name(word: str) -> bool:
    """Whether a capitalised word is a contraction, or a word in capitals."""
    return word.isupper() or (not word.isalpha() and folded(word).endswith(_CONTRACTED))


def may_differ(doc: Document) -> bool:
    """Whether two names of the story are one edit apart, and one may be a slip for the other.

    A slip is no known word or name, or has a title before it. Two forms of a name are none.
    """
    known = forms(doc)
    found = [name for name in known if len(name) >= SHORTEST - 1 and not is_no_name(name)]
    slips = {name for name in found if _is_unknown(known[name])}
    slips.update(_titled(doc, known))
    return any(
        (one in slips or other in slips) and not are_forms(known[one], known[other])
        for one, other in one_edit(beside(slips, found))
    )


def _is_unknown(name: str) -> bool:
    """Whether a folded name is neither a dictionary word nor a name of more than one kind."""
    known = kinds(name)
    return "w" not in known and "n" not in known


def _titled(doc: Document, known: dict[str, str]) -> Iterator[str]:
    """The names with a title directly before them; “the” is none."""
    for title, low in known.items():
        if low in TITLES and low != "the":
            last = title.rpartition("-")[2]
            for start in doc.words.starts(last.lower()):
                after = _NEXT.match(doc.text, (start + len(last), len(doc.text)))
                if after is not None:
                    yield without_possessive(after[1])
