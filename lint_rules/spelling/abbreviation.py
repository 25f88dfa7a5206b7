"""Abbreviations that have lost their full stop."""

from __future__ import annotations

from copydesk import (
    CAPITALS,
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Rule,
    Scan,
    Severity,
    pattern,
    scan,
)
from lint_rules._shared.numbers import is_copy
from lint_rules._shared.prose import words

_FEW = 3  # of one form without its stop, and none with it: the story means it
_HEADS = ("headline", "heading", "kicker", "deck")  # where many houses drop the stop
_TITLES = words("sens reps gov govs lt capt sgt col gen sen rep rev prof dr mr mrs ms maj cmdr cpl")
_MONTHS = words("jan feb mar apr jun jul aug sep sept oct nov dec")
# Initials with a stop between them and none at the end: U.S, J.K Poe; a.m, p.m.
_INITIALS = scan(
    r"(?<![\w.@/-])(?P<form>(?:[A-Z]\.)+[A-Z])(?![\w.@/]|['’]s?\b)", at=CAPITALS, before=12, after=4
)
_CLOCK = scan(r"(?<=\b[ap]\.)m(?![\w.])", at="m", before=0, after=3)
_TITLE = scan(
    r"(?<![\w.’'-])(?P<form>[A-Z][a-z]+)(?P<stop>\.?) (?=[A-Z][\w.’'-]+)", at=_TITLES, after=24
)
_MONTH = scan(
    r"(?<![\w.])(?P<form>[A-Z][a-z]{2,3})(?P<stop>\.?) (?=\d{1,2}\b)", at=_MONTHS, after=10
)
_KNOWN = words(
    "U.S U.K U.N E.U D.C N.Y N.J N.C S.C N.H N.M R.I N.D S.D B.C A.D B.A M.A B.S U.S.A U.A.E "
    "U.S.S.R L.A "
    "I.D P.M G.O.P N.H.S"
)
_NAME = pattern(r" [A-Z][a-z]{2,}")
_NOT_TITLES = pattern(
    r"Gen [A-Z]\b|Col [Dd][eu]|Ms Marvel|Rep [A-Z]{2,}\b|Dr (?:Pepper|Who|Dre|No)\b"
)
_CONTRACTIONS = frozenset({"Dr", "Mr", "Mrs", "Ms", "St"})  # whose last letter is kept


class Abbreviation(Rule):
    """Abbreviations keep the full stop that the story gives them elsewhere.

    “U.S” and “7 p.m” have lost the second of two stops. “Sens Poe and Roe”, “Gov Poe” and “Jan 27”
    are right in some houses and wrong in a story that writes Sen., Gov. and Jan. with a stop.
    Names, versions, labels and the generations (Gen Z) are left alone.
    """

    id = "spelling/abbreviation"
    severity = Severity.FIX
    scans = (_INITIALS, _CLOCK, _TITLE, _MONTH)
    examples = (
        Good("The U.S. and U.K. teams met at 7 p.m. with Sen. Poe, Gov. Roe and Gen Z fans."),
        Good("Dr Poe met Mr Roe on 27 Jan at 7pm; version A.B is out, and NASA agreed."),
        Good("Sen. Poe met Amartya Sen Gupta."),
        Bad("The [[U.S]] team met there on Monday.", "The U.S. team met there on Monday."),
        Bad("It opens at 7 [[p.m]] on Monday.", "It opens at 7 p.m. on Monday."),
        Bad("It was [[J.K]] Poe who won.", "It was J.K. Poe who won."),
        Bad("[[Sens]] Ann Poe and Jo Roe met Rep. Lee.", "Sens. Ann Poe and Jo Roe met Rep. Lee."),
        Bad("It opened on Jan. 2 and closed on [[Feb]] 27.",
            "It opened on Jan. 2 and closed on Feb. 27."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at initials, titles and months."""
        for span in (*_half_pointed(doc), *_hours(doc)):
            if is_copy(doc, span):
                yield self._finding(doc, span, "It has one stop and lacks the other.", None)
        for form in (_TITLE, _MONTH):
            for span, example in _against_story(doc, form):
                slot = doc.slot_at(span[0])
                if is_copy(doc, span) and slot is not None and slot.kind not in _HEADS:
                    yield self._finding(
                        doc, span, f"The story has a stop elsewhere: “{example}”.", Severity.STYLE
                    )

    def _finding(
        self, doc: Document, span: tuple[int, int], evidence: str, severity: Severity | None
    ) -> Finding:
        word = doc[span]
        return self.insert(
            span[1], ".", f"“{word}” has lost its full stop.", title=f"Write “{word}.”",
            marked=span, evidence=evidence, severity=severity,
        )  # fmt: skip


def _half_pointed(doc: Document) -> Iterator[tuple[int, int]]:
    """Initials without their last stop, unless the story has them so throughout."""
    found = [match.span("form") for match in _initials(doc)]
    if len({doc[span] for span in found}) > _FEW:
        return
    for span in found:
        alone = sum(doc[other] == doc[span] for other in found)
        if alone < _FEW or f"{doc[span]}." in doc.text:
            yield span


def _initials(doc: Document) -> Iterator[Match[str]]:
    """Initials without their last stop, found at the capitals that a stop parts."""
    if "." not in doc.words.separators:
        return
    text = doc.text
    for at in doc.words.capitals():
        if text.startswith(".", at - 1) and text[at - 2 : at - 1].isupper():
            match = _INITIALS.pattern.search(text, (max(0, at - 12), at + 3))
            if match and match.end() == at + 1 and _is_short(doc, match):
                yield match


def _is_short(doc: Document, match: Match[str]) -> bool:
    """Whether initials are a known abbreviation or come before a name; not a label, nor (V.N)."""
    if match["form"] in _KNOWN:
        return True
    return (
        _NAME.match(doc.text, (match.end(), match.end() + 8)) is not None and len(match["form"]) < 6
    )


def _hours(doc: Document) -> Iterator[tuple[int, int]]:
    found = [
        (at - 2, at + 1)
        for at in _CLOCK.anchors(doc)
        if doc.text[at - 2 : at] in ("a.", "p.") and _CLOCK.match_at(doc, at)
    ]
    if len(found) < _FEW or ".m." in doc.text:
        yield from found


def _against_story(doc: Document, form: Scan) -> Iterator[tuple[tuple[int, int], str]]:
    """Titles or months without a stop, if most in the story have one."""
    matches = [match for at in form.anchors(doc) if (match := form.match_at(doc, at))]
    bare = [match for match in matches if not match["stop"]]
    pointed = [match for match in matches if match["stop"]]
    if not bare or len(pointed) < len(bare):
        return
    for match in bare:
        if match["form"] in _CONTRACTIONS and pointed[0]["form"] not in _CONTRACTIONS:
            continue  # “Dr” beside “Rev.”: British style
        before = doc.before(match.start(), 20).split(" ")[-2:]
        named = (
            before[-1:] == [""] and before[:1] and before[0][:1].isupper() and before[0].isalpha()
        )
        if not (_NOT_TITLES.match(doc.text, (match.start(), match.end() + 12)) or named):
            yield match.span("form"), pointed[0][0].strip()
