"""Singular owners that have lost their ’s altogether: the mayor office, the world largest."""

from __future__ import annotations

from copydesk import Document, Iterator, Scan, Span, pattern, scan
from lint_rules._shared.prose import words
from lint_rules.spelling._lost_apostrophes import Slip

_OWNERS = (
    "mayor|governor|president|senator|sheriff|pope|prime minister|minister|chancellor|premier"
    "|congressman|congresswoman|lawmaker|defendant|plaintiff|gunman|shooter|attacker|singer|actor"
    "|actress|author|teenager|couple|monarch|pontiff|widow|councilman|councilwoman|coroner"
)
_PERSONS = pattern(
    rf"(?<=\b(?:[Tt]he|[Aa]n?|[Tt]hat|former|slain|late|then) )(?P<owner>{_OWNERS}) "
    r"(?P<head>office|wife|husband|mother|father|son|daughter|brother|sister|family|body|house"
    r"|apartment|bedroom|resignation|arrival|refusal|failure|willingness|departure|decision"
    r"|announcement|remarks|lawyer|attorney|spokesman|spokeswoman|spokesperson|desk|reputation"
    r"|childhood|hometown|funeral|girlfriend|boyfriend|administration|legacy|tenure|agenda"
    r"|proposal|testimony|allegations|apology|inauguration|veto)"
    r"(?=[.,;]| (?:on|in|at|to|that|which|who|was|is|has|had|said|says|will|would|did|as|by|for"
    r"|after|before|when|also|from|with|because)\b)"
)
_BEST = pattern(
    r"(?<=\b[Tt]he )(?P<owner>world|nation|country|continent|island|county|company) "
    r"(?P<head>(?:largest|biggest|oldest|youngest|tallest|highest|longest|richest|poorest|smallest"
    r"|busiest|fastest|deadliest|strongest|second-largest|third-largest|second-biggest) [a-z]+)"
)
_NOT = frozenset(("couple family", "couple body", "president office", "widow house"))
HEADS: Scan = scan(
    r"[a-z]+",
    at=words("mayor governor president senator sheriff pope minister chancellor premier "
        "congressman congresswoman lawmaker defendant plaintiff gunman shooter attacker singer "
        "actor actress author teenager couple monarch pontiff widow councilman councilwoman "
        "coroner world nation country continent island county company"), after=40,
)  # fmt: skip
_ASKED = "“{right}”, with an apostrophe?"


def owners(doc: Document) -> Iterator[Slip]:
    """Singular owners before what they own."""
    text = doc.text
    for at in HEADS.anchors(doc):
        if text[at - 1 : at] != " " or not text[at].islower():
            continue
        start = at - 6 if text[at - 6 : at] == "prime " else at
        line = (start, min(len(text), at + 48))
        found = _PERSONS.match(text, line) or _BEST.match(text, line)
        if found is None or f"{found['owner']} {found['head']}" in _NOT:
            continue
        owner = Span(*found.span("owner"))
        yield Slip(owner, f"{doc[owner]}'s", _ASKED, "It says whose it is.", True)
