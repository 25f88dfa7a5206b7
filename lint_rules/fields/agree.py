"""fields/agree: headline, title for search engines, title for cards, deck: one story."""

from __future__ import annotations

from itertools import combinations

from copydesk import Bad, Document, Finding, Good, Iterator, Related, Rule, Severity, pattern
from lint_rules._shared.names import is_one_edit
from lint_rules._shared.spelled import is_known
from lint_rules.fields._figures import days, figures
from lint_rules.fields._reading import DECKS, HEADLINES, Told, told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    _Differ = Callable[[str, str], Iterator[tuple[str, str, str]]]

_CAPITAL = pattern(r"(?<![\w.&’'-])\p{Lu}\p{Ll}{3,}(?!\w|[’'-]\w)")
_WORD = pattern(r"[\p{L}\d$%’'.,-]+")
_BREAK = pattern(r"[,:;]\s|\s[–—|-]+\s|\s(?:and|but|as|while|after|before)\s")
_ENDINGS = ("s", "es", "d", "ed", "r", "n", "ing", "’s", "'s", "’", "'", "e")
_ALIKE = 0.5  # of the words of the shorter line that both must have


class FieldAgree(Rule):
    """The headline, its versions for search and social media, and the deck tell one story.

    The versions are written at different hours. If the headline is changed, they keep the old
    number, the old day or the old spelling of a name, and readers of a search engine see those.
    """

    id = "fields/agree"
    severity = Severity.ASK
    triggers = ("@fields",)
    examples = (
        Good("---\ntitle: Town pays $30K for the pier\nseo-title: Town’s price of $30,000\n"
             "---\n\nIt is open.", format="markdown"),
        Good("---\ntitle: Five boats sink in Erie storm\nseo-title: Storm sinks boats, 2 die\n"
             "---\n\nIt is open.", format="markdown"),
        Bad("---\ntitle: Town pays $30K for the pier\nseo-title: Town pays [[$15K]] for the pier\n"
            "---\n\nIt is open.", format="markdown"),
        Bad("---\ntitle: Mayor Wendelmaier quits over pier\nog-title: Mayor [[Wendelmeier]] quits\n"
            "---\n\nIt is open.", format="markdown"),
        Good("---\ntitle: Rents rise 12% in a year\nseo-title: Rents rise, prices fall 21%\n---\n"
             "\nIt is so.", format="markdown"),
        Bad("---\ntitle: Pier opens on Friday\ndescription: The rebuilt pier opens on [[Saturday]]."
            "\n---\n\nIt is so.", format="markdown"),
        Bad("---\ntitle: Pier opens on Friday\ntitle-tag: Pier opens on [[Saturday]] in Erie\n---\n"
            "\nIt is open.", format="markdown"),
    )  # fmt: skip

    def check_source(self, doc: Document) -> Iterator[Finding]:
        """Compare the lines two by two."""
        heads, decks = told(doc, *HEADLINES), told(doc, *DECKS)
        heads = _different([one for one in heads if not one.field.thing])
        decks = _different([one for one in decks if not one.field.thing])
        seen: set[str] = set()
        for group in (heads, decks):
            for one, other in combinations(group[:6], 2):
                yield from self._compared(doc, one, other, seen, _differences)
        for one in heads[:3]:
            for other in decks[:3]:
                yield from self._compared(doc, one, other, seen, _days)

    def _compared(
        self, doc: Document, one: Told, other: Told, seen: set[str], differences: _Differ
    ) -> Iterator[Finding]:
        for mine, its, what in differences(one.text, other.text):
            if its in seen or mine in seen:
                continue
            seen |= {mine, its}
            at = doc.source.find(its, *other.source)
            if at < 0:
                continue
            yield self.find(
                (at, at + len(its)),
                f"“{its}” in “{other.key}”, “{mine}” in “{one.key}”: which {what} is right?",
                evidence=f"“{one.key}”: {one.text[:100]}",
                related=[Related(one.source, one.key)],
            )


def _different(lines: list[Told]) -> list[Told]:
    """The lines without those that repeat another."""
    return list({one.text: one for one in reversed(lines)}.values())[::-1]


def _differences(one: str, other: str) -> Iterator[tuple[str, str, str]]:
    """What two lines say differently: the words of each, and what they are."""
    yield from _figures(one, other)
    yield from _days(one, other)
    yield from _names(one, other)


def _days(one: str, other: str) -> Iterator[tuple[str, str, str]]:
    mine, its = days(one), days(other)
    if len(mine) == len(its) == 1 and mine != its and _is_alike_at(one, mine[0], other, its[0]):
        yield mine[0], its[0], "day"


def _figures(one: str, other: str) -> Iterator[tuple[str, str, str]]:
    first, second = figures(one), figures(other)
    if not first or not second:
        return
    for figure in first:
        same = [two for two in second if two.of == figure.of]
        if len(same) != 1 or sum(two.of == figure.of for two in first) != 1:
            continue
        low, high = sorted((figure.value, same[0].value))
        if low == high or _is_rounded(low, high):
            continue
        if figure.of in "$%" and not _is_alike_at(one, figure.words, other, same[0].words):
            continue
        yield figure.words, same[0].words, "figure"


def _is_rounded(low: float, high: float) -> bool:
    """Whether one number can be the other, rounded."""
    return high >= 20 and high - low <= high / 20


def _is_alike(one: str, other: str) -> bool:
    """Whether most of the words of the shorter line are in the longer one."""
    mine, its = _content(one), _content(other)
    least = min(len(mine), len(its))
    return least > 1 and len(mine & its) >= _ALIKE * least


def _is_alike_at(one: str, mine: str, other: str, its: str) -> bool:
    """Whether the lines are alike, and so are the clauses in which each has its figure."""
    clauses = [_content(_clause(one, mine)), _content(_clause(other, its))]
    return _is_alike(one, other) and bool((clauses[0] - {mine.lower()}) & clauses[1])


def _clause(text: str, words: str) -> str:
    """The part of a line between commas, colons, dashes and “and” that has some words."""
    at = text.find(words)
    parts = [found.span() for found in _BREAK.finditer(text)]
    start = max((end for _, end in parts if end <= at), default=0)
    end = min((begin for begin, _ in parts if begin >= at + len(words)), default=len(text))
    return text[start:end]


def _content(text: str) -> set[str]:
    """The words of a line that carry its sense, in lower case and without endings."""
    found = (word[0].lower().strip("’'.,") for word in _WORD.finditer(text))
    return {word.removesuffix("’s").rstrip("s") for word in found if len(word) > 3}


def _names(one: str, other: str) -> Iterator[tuple[str, str, str]]:
    """Names of which one letter differs, and of which each line has one."""
    mine = {found[0] for found in _CAPITAL.finditer(one)}
    its = {found[0] for found in _CAPITAL.finditer(other)}
    left, right = mine - its, its - mine
    lowered = {word.lower() for line in (one, other) for word in line.split()}
    for word in sorted(left):
        for twin in sorted(right):
            if (
                len(word) > 4
                and len(twin) > 4
                and _may_be_slip(word, twin)
                and not (
                    word.lower() in lowered and twin.lower() in lowered and _is_both(word, twin)
                )
            ):
                yield word, twin, "spelling"


def _is_both(word: str, twin: str) -> bool:
    return is_known(word.lower()) and is_known(twin.lower())


def _may_be_slip(word: str, twin: str) -> bool:
    """Whether one of two capitalised words is a slip for the other, and no other form of it."""
    short, long = sorted((word, twin), key=len)
    if not is_one_edit(short, long):
        return False
    return not (
        any(long == short + end for end in _ENDINGS) or short[:-1] == long[: len(short) - 1]
    )
