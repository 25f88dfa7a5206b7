"""Whether a story itself reports that somebody has left an office."""

from __future__ import annotations

from copydesk import Document, Span, pattern
from copydesk.facts import Tenure
from lint_rules._shared.names import folded
from lint_rules.titles import _time_reference
from lint_rules.titles._title_mentions import Mention

_NEAR = 60  # code points on either side of a name
_ENDS = r"(?:oust|replac|succe|dismiss|sack|remov|unseat|toppl|depos|defeat)\p{L}*|fire[ds]?|firing"
_LEAVES = pattern(
    r"(?i)['’]s? (?:tenure|departure|ouster|ousting|firing|sacking|resignation|dismissal|removal"
    r"|successor|replacement|exit|death|final days)\b"
    r"|,? (?:who )?(?:has |had )?(?:\p{L}+ly )?(?:resign(?:s|ed)|retire[ds]?|stepped down|quit|died"
    rf"|(?:was|were|been|is) (?:{_ENDS}|voted out|forced out))\b"
)
_REMOVES = pattern(
    rf"(?i)\b(?:{_ENDS}|took over from) (?:[\p{{L}}.]+ ){{0,4}}\Z|\bpredecessor,? (?:\p{{L}}+ )?\Z"
)
_NEW = pattern(r"(?i)\b(?:new|acting|interim)[ \u00a0]\Z")


def is_told(doc: Document, one: Mention, tenure: Tenure) -> bool:
    """Whether the story tells of the end of a tenure (“X, who resigned”), or of a new holder."""
    return any(
        _is_of_leaving(doc, span)
        and not _time_reference.is_of_another_time(doc, span, tenure.since)
        for span in _places(doc, folded(tenure.person.split()[-1]))
    ) or _has_new_holder(doc, one)


def _places(doc: Document, name: str) -> list[Span]:
    return [Span(start, start + len(name)) for start in doc.words.starts(name)]


def _is_of_leaving(doc: Document, span: Span) -> bool:
    after = (span.end, min(len(doc.text), span.end + _NEAR))
    before = (max(0, span.start - _NEAR), span.start)
    return _LEAVES.match(doc.text, after) is not None or (
        _REMOVES.search(doc.text, before) is not None
    )


def _has_new_holder(doc: Document, one: Mention) -> bool:
    """Whether the words of the title are elsewhere with “new”, “acting” or the like before them."""
    words = doc[one.words]
    return any(
        doc.text[start : start + len(words)].lower() == words.lower()
        and _NEW.search(doc.text, (max(0, start - _NEAR), start)) is not None
        for start in doc.words.starts(words.split()[0].lower())
    )
