"""Units and times that are given twice: $5 million dollars, 12 noon."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, pattern, scan
from lint_rules._shared.numbers import is_copy
from lint_rules._shared.prose import words

_SCALE = r"(?:[ \u00a0-](?:hundred|thousand|million|billion|trillion)| ?(?:mn|bn|m|k|M|B|K))?"
_MONEY = {
    "$": pattern(rf"(?<![\w])(?:US)?\$\d[\d,.]*{_SCALE}(?P<gap>[ \u00a0](?:US )?)\Z"),
    "£": pattern(rf"£\d[\d,.]*{_SCALE}(?P<gap>[ \u00a0])\Z"),
    "€": pattern(rf"€\d[\d,.]*{_SCALE}(?P<gap>[ \u00a0])\Z"),
}
_SIGNS = {"dollars": "$", "dollar": "$", "pounds": "£", "euros": "€", "euro": "€"}
_PERCENT = pattern(r"\d ?%(?P<gap>[ \u00a0](?:per )?)\Z")
_TWELVE = pattern(r"(?<![\d:.,$-])(?P<twelve>12(?::00)?(?: o[’']clock)?,? )\Z")
_HALVES = {
    "morning": pattern(r"\b\d{1,2}(?:[:.]\d\d)? ?(?:a\.m\.|am|AM)(?P<gap> in the )\Z"),
    "afternoon": pattern(r"\b\d{1,2}(?:[:.]\d\d)? ?(?:p\.m\.|pm|PM)(?P<gap> in the )\Z"),
    "evening": pattern(r"\b\d{1,2}(?:[:.]\d\d)? ?(?:p\.m\.|pm|PM)(?P<gap> in the )\Z"),
    "night": pattern(r"\b\d{1,2}(?:[:.]\d\d)? ?(?:p\.m\.|pm|PM)(?P<gap> at )\Z"),
}
_UNITS = scan(
    r"[a-z]+", at=words("dollar dollars pounds euro euros percent cent"), before=40, after=10
)
_TIMES = scan(
    r"[a-z]+", at=words("noon midnight morning afternoon evening night"), before=40, after=10
)
_REACH = 40  # code points before a word
_GAPS = ("the ", " at ")


class Redundancy(Rule):
    """A unit or a part of the day is given once.

    “$5 million dollars” and “5% percent” have the unit twice: a sign became a word, or the other
    way round. “12 noon” and “10 a.m. in the morning” say the time of day twice, which
    stylebooks advise against. What people said is left as it was said.
    """

    id = "style/redundancy"
    severity = Severity.FIX
    scans = (_UNITS, _TIMES)
    examples = (
        Good("It cost $5 million, or 5 million dollars; $5 dollar bills."),
        Good("At noon, at 12, at midnight on May 12, at 10 in the morning."),
        Good("“We opened at 10 a.m. in the morning,” he said."),
        Bad("It cost $5 million[[ dollars]].", "It cost $5 million."),
        Bad("It rose 5%[[ percent]].", "It rose 5%."),
        Bad("It opens at [[12 ]]noon.", "It opens at noon."),
        Bad("At 10 a.m.[[ in the morning]] he left.", "At 10 a.m. he left."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the words that may repeat what a sign or a figure before them says."""
        for at in _UNITS.anchors(doc):
            yield from self._unit(doc, at)
        for at in _TIMES.anchors(doc):
            yield from self._time(doc, at)

    def _unit(self, doc: Document, at: int) -> Iterator[Finding]:
        word, line = doc.words.word_at(at), (max(0, at - _REACH), at)
        sign = _SIGNS.get(word, "%")
        form = _PERCENT if sign == "%" else _MONEY[sign]
        match = form.search(doc.text, line) if sign in doc[line] else None
        end = at + len(word)
        if match is None or not is_copy(doc, (match.start(), end)):
            return
        if word in ("dollar", "euro") and doc.text[end : end + 2][1:].isalpha():
            return  # $5 dollar bills
        yield self.delete(
            (match.start("gap"), end),
            f"“{sign}” and “{word}” say the same.",
            title=f"Delete “{doc[match.start('gap') : end].strip()}”",
            evidence="The unit is given twice.",
        )

    def _time(self, doc: Document, at: int) -> Iterator[Finding]:
        word, line = doc.words.word_at(at), (max(0, at - _REACH), at)
        end = at + len(word)
        if doc.quote_at((at, end)) is not None or not is_copy(doc, (at, end)):
            return
        if word in ("noon", "midnight"):
            match = _TWELVE.search(doc.text, line) if "12" in doc[line] else None
            span = match.span("twelve") if match else None
        else:
            match = _HALVES[word].search(doc.text, line) if doc.text[at - 4 : at] in _GAPS else None
            span = (match.start("gap"), end) if match else None
        if span is not None:
            yield self.delete(
                span,
                f"“{doc[span].strip()}” says nothing new.",
                title=f"Delete “{doc[span].strip()}”",
                evidence="The time of day is given twice.",
                severity=Severity.STYLE,
            )
