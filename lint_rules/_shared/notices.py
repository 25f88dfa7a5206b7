"""Legal notices: wills, sales by trustees, tenders and hearings, in words that the law sets."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Span, pattern
from lint_rules._shared.prose import words

_FORMULAS = {
    "notice": r"[Nn]otice (?:is hereby given|to creditors|of (?:appointment|sale|hearing|intent))"
    r"|NOTICE (?:IS HEREBY GIVEN|TO CREDITORS|OF (?:APPOINTMENT|SALE|PUBLIC|HEARING|INTENT)"
    r"|TO UNKNOWN)",
    "estate": r"the decedent\b|[Rr]egister of [Ww]ills|REGISTER OF WILLS|letters testamentary"
    r"|late of the (?:town|city|county|parish)",
    "claims": r"claims? against the (?:decedent|estate|deceased)",
    "representative": r"[Pp]ersonal [Rr]epresentatives?\b|PERSONAL REPRESENTATIVE"
    r"|[Ss]ubstitute [Tt]rustees?\b|SUBSTITUTE TRUSTEES?|[Ss]ole [Ee]xecut(?:or|rix)\b",
    "appointment": r"months (?:from|after) (?:the )?date of (?:the )?(?:appointment|death|notice)",
    "deed": r"[Dd]eed of [Tt]rust\b|DEED OF TRUST",
    "sale": r"[Tt]erms of [Ss]ale\b|TERMS OF SALE|[Pp]urchaser (?:shall|will|agrees|assumes)\b",
    "objections": r"shall file (?:their|his|an|any) objections?\b|[Ii]n the matter of\b"
    r"|any person having (?:a|any) claim",
    "hereby": r"\b[Hh]ereby (?:notified|ordered|given|summoned|required)\b",
}
_FORMULA = pattern("|".join(f"(?P<{name}>{form})" for name, form in _FORMULAS.items()))
# Words of which formulas of three kinds have at least two.
_WORDS = words(
    "notice decedent register letters late claim claims representative representatives trustee "
    "trustees executor executrix months deed sale purchaser objection objections matter person "
    "hereby"
)
_KINDS = 3  # formulas of different kinds that make the text around a place a notice
_PAGE = 4  # and that make a story a page of notices
_NEAR = 1200  # code points on either side in which a notice shows


@lru_cache(maxsize=2)
def is_notices(doc: Document) -> bool:
    """Whether a story is a page of legal notices."""
    return _may_be_any(doc) and _kinds(doc, Span(0, len(doc.text))) >= _PAGE


def is_in_notice(doc: Document, place: int) -> bool:
    """Whether the text around a place is a legal notice."""
    if not _may_be_any(doc):
        return False
    return is_notices(doc) or _kinds(doc, Span(max(0, place - _NEAR), place + _NEAR)) >= _KINDS


def _may_be_any(doc: Document) -> bool:
    """Whether the story has words of formulas of several kinds."""
    return len(doc.words.among(_WORDS)) > 1


def _kinds(doc: Document, span: Span) -> int:
    within = (span.start, min(span.end, len(doc.text)))
    return len({match.lastgroup for match in _FORMULA.finditer(doc.text, within)})
