"""A list with more or fewer items than the text promises."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Related,
    Rule,
    Severity,
    Slot,
    Span,
    pattern,
)
from lint_rules._shared.numbers import WORDS, is_vague, read

_THINGS = (
    r"reasons|things|ways|takeaways|tips|steps|questions|facts|lessons|points|options|factors"
    r"|examples|principles|rules|recommendations|goals|objectives|items|ideas|changes|stages"
    r"|phases|categories|types|kinds|areas|parts|components|criteria|conditions|demands|measures"
    r"|priorities|values|benefits|challenges|theories|scenarios|winners|losers|projects|tools"
    r"|resources|moments|stories|books|films|movies|songs|recipes|places|mistakes|signs|myths"
    r"|teams|roles|activities|tasks|themes|topics|trends|elements|features|pillars|arguments"
    r"|proposals|problems|issues|differences|tests|candidates|key\s\w+"
)
_NUMBER = rf"(?P<number>(?<![\d.,$£€-])\d\d?(?![\d.,:%])|\b(?i:{WORDS})\b)"
_ANNOUNCED = pattern(
    rf"{_NUMBER}\s(?:[a-z-]+\s){{0,2}}?(?P<things>{_THINGS})\b(?P<after>[^.!?:;]{{0,60}}):\s*\Z"
)
_TITLE = pattern(rf"^(?:Top\s|The\s|Here\sare\s)?{_NUMBER}\s(?:[\w-]+\s){{0,3}}?(?i:{_THINGS})\b")
_STEP = pattern(r"(?:No\.?\s?|#|Step\s)?(?P<number>\d\d?)(?:[.):]\s|\s?[-–—]\s)")
_PARTIAL = pattern(
    r"\b(?i:including|such as|e\.g\.|for example|among|of the|of these|of our|one of|some|few)\b"
)
_REACH = 200  # code points before the colon in which the number is looked for
_MOST = 25
_LONGEST = 200  # items that are counted


class CountList(Rule):
    """A list has as many items as the text promises.

    “Three reasons:” above two bullets: one was cut, or the number was not
    updated. The rule counts a list directly below the line that introduces it,
    and numbered headings under a headline with a number. It may be deliberate,
    so this is a question.
    """

    id = "facts/count-list"
    severity = Severity.ASK
    examples = (
        Good("There are two reasons:\n\n- It is dear.\n- It is late.\n", format="markdown"),
        Good("There are two reasons, including these:\n\n- It is dear.\n- It is late.\n- No.\n",
             format="markdown"),
        Bad("There are [[three]] reasons:\n\n- It is dear.\n- It is late.\n", format="markdown"),
        Bad("The council named [[two]] conditions for the sale:\n\n* It is soon.\n* It is "
            "public.\n* It is final.\n", format="markdown"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Count the items of each list introduced with a number, and numbered headings."""
        slots = doc.parsed.slots
        for index, slot in enumerate(slots[:-1]):
            if slots[index + 1].kind == "list-item" and slot.kind in ("paragraph", "heading"):
                match = _announced(doc, slot)
                if match is not None:
                    count = _items(doc, index + 1)
                    yield from self._judge(doc, match, count, slots[index + 1].span)
        if slots and slots[0].kind == "headline":
            yield from self._numbered(doc, slots[0])

    def _judge(
        self, doc: Document, match: Match[str], count: int, where: Span
    ) -> Iterator[Finding]:
        number = read(match["number"])
        span = match.span("number")
        if number is None or not 2 <= number.value <= _MOST or number.value == count or count < 2:
            return
        if not is_vague(doc, span) and doc.quote_at(span) is None:
            yield self.find(
                span,
                f"{match['number'].capitalize()} promised but {count} listed: "
                "check which is right.",
                evidence=f"“{match[0].strip()}” is followed by {count} items.",
                related=(Related(where, "the list"),),
            )

    def _numbered(self, doc: Document, headline: Slot) -> Iterator[Finding]:
        match = _TITLE.search(doc[headline.span])
        if match is None or headline.span.start:
            return
        steps = [
            (int(step["number"]), slot.span)
            for slot in doc.slots_of("heading")
            if (step := _STEP.match(doc.text, slot.span))
        ]
        numbers = sorted(number for number, _ in steps)
        if len(steps) > 1 and numbers == list(range(1, len(steps) + 1)):
            yield from self._judge(doc, match, len(steps), steps[0][1])


def _announced(doc: Document, slot: Slot) -> Match[str] | None:
    """A number of things at the end of a paragraph, before its colon."""
    start, end = slot.span
    if not doc[max(start, end - 2) : end].rstrip().endswith(":"):
        return None
    last = (max(start, end - _REACH, doc.text.rfind(". ", start, end) + 1), end)
    match = _ANNOUNCED.search(doc.text, last)
    return None if match is None or _PARTIAL.search(doc.text, last) else match


def _items(doc: Document, first: int) -> int:
    """The number of items in the list that begins with that slot, without nested ones.

    0 if anything else comes between items: the list may continue after it.
    """
    columns: list[int] = []
    slots = doc.parsed.slots
    for index in range(first, min(len(slots), first + _LONGEST)):
        slot = slots[index]
        if slot.kind != "list-item":
            if any(one.kind == "list-item" for one in slots[index : index + 3]):
                return 0
            break
        columns.append(_column(doc, slot))
    return sum(column <= columns[0] for column in columns)


def _column(doc: Document, slot: Slot) -> int:
    """The indentation of an item's line, in code points of the source."""
    start = doc.to_source(slot.span).start
    line = doc.source[doc.source.rfind("\n", max(0, start - 200), start) + 1 : start + 1]
    return len(line) - len(line.lstrip())
