"""Whether a story itself reports that somebody has left an office."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Span, pattern
from copydesk.facts import Tenure
from lint_rules._shared.names import folded
from lint_rules.titles import _time_reference
from lint_rules.titles._mention import Mention

_NEAR = 60  # code points on either side of a name
_ENDS = r"(?:oust|replac|succe|dismiss|sack|remov|unseat|toppl|depos|defeat)\p{L}*|fire[ds]?|firing"
_LEAVES = pattern(
    r"(?i)['’]s? (?:tenure|departure|ouster|ousting|firing|sacking|resignation|dismissal|removal"
    r"|successor|replacement|exit|death|final days)\b"
    r"|,? (?:\([^()\n]{1,20}\) )?(?:is|are) (?:resigning|retiring|stepping down"
    r"|leaving (?:office|congress))\b"
    r"|,? (?:who )?(?:has |had )?(?:\p{L}+ly )?(?:resign(?:s|ed)|retire[ds]?|stepped down|quit|died"
    rf"|(?:was|were|been|is) (?:{_ENDS}|voted out|forced out))\b"
)
_REMOVES = pattern(
    rf"(?i)\b(?:{_ENDS}|took over from) (?:[\p{{L}}.]+ ){{0,4}}\Z|\bpredecessor,? (?:\p{{L}}+ )?\Z"
)
_NEW = pattern(r"(?i)\b(?:new|acting|interim)[ \u00a0]\Z")


def is_told(doc: Document, one: Mention, tenure: Tenure) -> bool:
    """Whether the story tells of the end of a tenure (“X, who resigned”), or of a new holder."""
    return is_leaving(doc, one, tenure) or _has_new_holder(doc, doc[one.words])


def is_leaving(doc: Document, one: Mention, tenure: Tenure) -> bool:
    """Whether the story tells of the end of a tenure: “X, who resigned”, “X is resigning”."""
    surname = folded(tenure.person.split()[-1])
    ends = one.end
    if _LEAVES.match(doc.text, (ends, min(len(doc.text), ends + _NEAR))) is not None:
        return True
    return _leaves(doc, surname, tenure.since)


@lru_cache(maxsize=64)
def _leaves(doc: Document, name: str, since: str) -> bool:
    """Whether somebody leaves an office after an ISO date; what is said of it is no other time."""
    places = (Span(start, start + len(name)) for start in doc.words.starts(name))
    return any(
        _is_of_leaving(doc, span)
        and not _time_reference.is_of_another_time(
            doc, span, since, Span(span.start, span.end + _NEAR)
        )
        for span in places
    )


def _is_of_leaving(doc: Document, span: Span) -> bool:
    after = (span.end, min(len(doc.text), span.end + _NEAR))
    before = (max(0, span.start - _NEAR), span.start)
    return _LEAVES.match(doc.text, after) is not None or (
        _REMOVES.search(doc.text, before) is not None
    )


@lru_cache(maxsize=64)
def _has_new_holder(doc: Document, title: str) -> bool:
    """Whether the words of the title are elsewhere with “new”, “acting” or the like before them."""
    return any(
        doc.text[start : start + len(title)].lower() == title.lower()
        and _NEW.search(doc.text, (max(0, start - _NEAR), start)) is not None
        for start in doc.words.starts(title.split()[0].lower())
    )
