"""Numbers that cannot be right as they are written: 100,00, in 20224, the 22th, %5."""

from __future__ import annotations

from copydesk import (
    FIGURES,
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Rule,
    Severity,
    Span,
    pattern,
    scan,
)
from lint_rules._shared.numbers import is_copy
from lint_rules._shared.prose import words

_FIGURE = scan(r"\d+", at=FIGURES, after=20)
# A number with a comma whose last group has not three figures.
_GROUPED = pattern(
    r"(?<![\d,.:/€-])(?P<number>\d{1,3}(?:,\d{3})*,(?:\d{1,2}|\d{4,6}))(?![\d,:/%€$°-]|\.\d"
    r"|[^\W\d_])"
)
_GAP = pattern(r"(?<![\d,.])(?P<number>\d{1,3}(?:,\d{3})*(?:, 000| ,000))(?![\d,.])")
_YEAR = pattern(
    r"(?:\b(?:in|since|until|during|year|early|late|mid) |\b(?:January|February|March|April|May"
    r"|June"
    r"|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
    r"(?: \d{1,2},)? )\Z"
)
_AFTER_YEAR = pattern(
    r"[.,;:)”\"]|\s*\Z|'s|’s| (?:when|and|after|to|as|by|with|at|for|but|because|while|the|is"
    r"|was|were|are|will|has|had|that|which|would|of)\b"
)
_CUT = scan(
    r"(?<=[\d]\. )(?:MB|percent|per cent|million|billion|trillion)\b",
    at=words("mb percent per million billion trillion"), after=10,
)  # fmt: skip
_ORDINAL = scan(r"(?:th|st|nd|rd)\b", at=words("th st nd rd"), after=4)
_PERCENT = scan(r"(?<![\w%.])%(?P<number>\d+(?:\.\d+)?)(?=[ ,;.)]|\Z)", at="%", after=12)
# A sign of money twice, and one behind its figure.
_TWICE = scan(r"(?P<sign>[$£€])(?P=sign)(?=\d)", at=("$$", "££", "€€"), after=3)
_BEHIND = scan(
    r"(?<![\w$£€.,-])(?P<number>\d{1,3}(?:,\d{3})*(?:\.\d+)?)\$(?=[ ,;:)]|\.\s|\.?\Z)",
    at=("$ ", "$,", "$;", "$:", "$)", "$.", "$\n"), before=20, after=3,
)  # fmt: skip
# Two decimal points before a unit, and a decimal comma in a sum of millions: $1,2 million.
_POINTS = scan(
    r"(?<![\w.,:/-])(?P<number>[$£€]?\d+\.\d+\.\d+|[$£]\d{1,3},\d{1,2})"
    r" (?:million|billion|trillion|percent)\b",
    at=words("million billion trillion percent"), before=20, after=10,
)  # fmt: skip
_MARKS = scan(
    r"(?<![\w.,])(?P<number>[$£€]?\d+(?:,\.|\.,)\d{1,3})(?![\d.,])",
    at=(",.", ".,"), before=12, after=6,
)  # fmt: skip
_MONTHS = pattern(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2},\Z"
)
_PAIRS = pattern(
    r"(?i)\b(?:verses?|chapters?|groups?|pages?|points?|lines?|grades?|classes|levels?|sections?"
    r"|figs?\.?|rooms?|lots?"
    r"|coordinates|rows?|€|eur|euros?|kr|r|zł|km|rs\.?|lakh|ages?|numbers?|nos?\.?|[a-z]+ \d+:) ?\Z"
)


class MalformedNumber(Rule):
    """Numbers have three figures after a comma, years four figures, and ordinals their ending.

    A figure that is lost or typed twice makes a number that is none: 100,00, 25,0000, “in 20224”,
    “the 22th”, “%5”. Lists (1,2), decimals with a comma, Indian numbers (1,50,000), dates without
    their space, scores, codes and the numbers of laws are left alone.
    """

    id = "facts/malformed-number"
    severity = Severity.FIX
    yields_to = ("facts/impossible-date",)
    scans = (_FIGURE, _CUT, _ORDINAL, _PERCENT, _TWICE, _BEHIND, _POINTS, _MARKS)
    examples = (
        Good("It cost $1,000,000 and 1,50,000 rupees on the 22nd, up 5%, at 51,5 and in 2024."),
        Good("May 5,2024 was the 111th day; the 11th and 12th; sections 12,13 of the act."),
        Good("The bill, H.R. 20224, was sent to Washington, D.C. 20224."),
        Bad("The town has [[100,00]] people."),
        Bad("The town has [[25,0000]] people."),
        Bad("It was built in [[20224]], he said."),
        Bad("It cost [[11. million]] dollars."),
        Bad("She was born on the [[22th]] of May.", "She was born on the 22nd of May."),
        Bad("Rents rose [[%5]] in May.", "Rents rose 5% in May."),
        Good("The formula is $$5x$$, and the price is US$5, A$6 or $7."),
        Bad("He paid [[$$]]235,700 for it.", "He paid $235,700 for it."),
        Bad("It is a [[150,000$]] grant.", "It is a $150,000 grant."),
        Bad("The fine is [[$5, 000]] or more."),
        Good("Version 1.5.2 cost $1.2 million; the firm has 12,500 staff; $1,250 million."),
        Bad("It drew [[1.5.2]] million visitors."),
        Bad("The hall cost [[$1,2]] million to repair."),
        Bad("They sold [[2.,500]] tickets."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the figures of the story."""
        parts = (self._figures, self._cut, self._ordinals, self._percents, self._signs, self._marks)
        for found in (found for part in parts for found in part(doc)):
            if is_copy(doc, found.span):
                yield found

    def _figures(self, doc: Document) -> Iterator[Finding]:
        text = doc.text
        commas = "," in doc.words.separators or ", " in doc.words.separators
        for at in _FIGURE.anchors(doc):
            if commas and at > 1 and (text[at - 1] == "," or text.startswith("000", at)):
                yield from self._grouped(doc, at)
            elif text[at : at + 2] in ("19", "20") and text[at + 4 : at + 5].isdigit():
                yield from self._year(doc, at)

    def _grouped(self, doc: Document, at: int) -> Iterator[Finding]:
        start = max(0, at - 20)
        for form in (_GROUPED, _GAP):
            for match in form.finditer(doc.text, (start, min(len(doc.text), at + 24))):
                if match.end() > at > match.start() and not _is_list(doc, match.span("number")):
                    span = match.span("number")
                    money = doc.text[span[0] - 1 : span[0]] in ("$", "£")
                    yield self.find(
                        (span[0] - money, span[1]),
                        f"“{match['number']}” is not a number: a figure is missing or extra."
                        if form is _GROUPED
                        else f"“{match['number']}” has a space in it.",
                        evidence="Three figures follow a comma.",
                    )

    def _year(self, doc: Document, at: int) -> Iterator[Finding]:
        text, end = doc.text, at + 5
        is_five = text[at:end].isdigit() and not text[end : end + 1].isdigit()
        if not is_five or not _YEAR.search(text, (max(0, at - 20), at)):
            return
        decade = text.startswith("s", end) and text[at + 4] == "0"
        if decade or _AFTER_YEAR.match(text, (end, min(len(text), end + 12))):
            yield self.find(
                (at, end), f"“{text[at:end]}” is no year.", evidence="A year has four figures."
            )

    def _cut(self, doc: Document) -> Iterator[Finding]:
        for at in _CUT.anchors(doc):
            match = _CUT.match_at(doc, at)
            if match is not None:
                start = doc.text.rfind(" ", 0, at - 1) + 1
                yield self.find(
                    (start, match.end()),
                    f"“{doc[start : match.end()]}”: a figure is lost, or the point is too many.",
                    evidence="No sentence ends within a number.",
                )

    def _ordinals(self, doc: Document) -> Iterator[Finding]:
        for match in _ORDINAL.finditer(doc):
            start = match.start()
            while start > 0 and doc.text[start - 1].isdigit():
                start -= 1
            figures = doc[start : match.start()]
            right = _ending(figures) if figures else match[0]
            if right != match[0] and doc.text[start - 1 : start] not in (".", ","):
                yield self.replace(
                    (start, match.end()),
                    figures + right,
                    f"Write “{figures}{right}”.",
                    evidence=f"{figures} ends in “{right}”.",
                )

    def _signs(self, doc: Document) -> Iterator[Finding]:
        for match in _TWICE.finditer(doc):
            if doc.text.count(match[0]) == 1:  # two are those of a formula
                yield self.replace(
                    match.span(),
                    match["sign"],
                    f"“{match['sign']}” is doubled.",
                    evidence="One sign comes before a sum of money.",
                )
        for match in _BEHIND.finditer(doc):
            yield self.replace(
                match.span(),
                f"${match['number']}",
                f"Write “${match['number']}”.",
                evidence="In English the sign comes before the figure.",
            )

    def _marks(self, doc: Document) -> Iterator[Finding]:
        for match in (*_POINTS.finditer(doc), *_MARKS.finditer(doc)):
            yield self.find(
                match.span("number"),
                f"“{match['number']}” is not a number: a point or a comma is wrong.",
                evidence="A number has one decimal point, and three figures after a comma.",
            )

    def _percents(self, doc: Document) -> Iterator[Finding]:
        for match in _PERCENT.finditer(doc):
            if doc.text[match.end() : match.end() + 1] != "%":
                yield self.replace(
                    match.span(),
                    f"{match['number']}%",
                    "The percent sign comes after the number.",
                    evidence="In English it is written so.",
                )


def _ending(figures: str) -> str:
    """The ending of an ordinal in figures."""
    if figures[-2:] in ("11", "12", "13"):
        return "th"
    return {"1": "st", "2": "nd", "3": "rd"}.get(figures[-1], "th")


def _is_list(doc: Document, span: tuple[int, int]) -> bool:
    """Whether a number with a comma is a list, a date, a decimal or a name."""
    start, end = span
    text = doc[Span(*span)]
    first, _, last = text.rpartition(",")
    before = doc.before(start, 24)
    if _PAIRS.search(before) or before[-1:].isalpha() or (before[-1:] in "([#" and before):
        return True
    if len(last) == 4 and last[:2] in ("19", "20") and _MONTHS.search(doc.before(end - 4, 24)):
        return True
    if len(last) > 3:
        return False
    return len(last) == 1 or not (last == "00" or first.endswith("0") or before.endswith("$"))
