"""Apostrophes turned the wrong way, and other marks in their place."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Edit,
    Finding,
    Good,
    Iterator,
    Match,
    Rule,
    Scan,
    Severity,
    Span,
    pattern,
    scan,
)
from lint_rules._shared.apostrophes import CURLY, apostrophe_of
from lint_rules._shared.summary import PROSE, Place, summary

_AFTER = 80  # code points after a mark in which the end of a quotation is looked for
_OTHERS = "`´′ʹˈ＇‵"  # taken for an apostrophe; each may also be what it is

# What follows the apostrophe in contractions and possessives. After “s” any word may come before,
# after the others only these: letters of other scripts have marks like it (Sana‘a, Hawai`i, Ma‘ad).
_BEFORE = {
    "s": r"[^\W\d_]{2}|[A-Z]{2}|\bI", "t": r"[a-z]n",
    "re": r"\b(?:we|they|you|who|what|there)", "ve": r"\b(?:I|we|they|you|would|could|should|who)",
    "ll": r"\b(?:I|we|they|you|he|she|it|that|there|who|what)",
    "d": r"\b(?:I|we|they|you|he|she|it|that|who|there)", "m": r"\bI",
}  # fmt: skip
_FORMS = "|".join(rf"(?<=(?i:{before})[‘{_OTHERS}]){after}" for after, before in _BEFORE.items())
_WITHIN = scan(rf"[‘{_OTHERS}](?:{_FORMS})(?![^\W_]|[‘’'{_OTHERS}])", at=("‘", *_OTHERS), after=4)
_CUT = (
    r"tis|twas|twere|twill|til|till|em|n|cause|cuz|coz|bout|round|neath|fraid|gainst|cept|til|"
    r"kay|nuff|nother|tude|hood|burbs|bama|sup|yall"
)
_SHORT = scan(rf"‘(?:{_CUT})(?![\w‘])(?!-[a-z])", at="‘", after=9)
_DECADE = scan(r"‘\d0s\b(?!’)", at="‘", after=5)
_YEAR = scan(
    r"‘\d\d(?![\w%’]|[.,:]\d| (?:per|percent|people|years|million|days)\b)", at="‘", after=12
)
_PLURAL = scan(r"(?<=[^\W\d_]{2}s)‘(?= |[,.;:?!]|\Z)", at="‘", after=2)
_BEFORE_YEAR = pattern(
    r"(?i)(?:\b(?:of|in|since|from|until|till|by|class|spring|summer|autumn|fall|winter|season"
    r"|election|the|back|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)|\d|’\d\ds?|,) (?:and )?\Z"
)
_CLOSING = pattern(r"[’'](?!\w)")


class Apostrophe(Rule):
    """An apostrophe is an apostrophe, and it is turned the right way.

    Word processors turn the mark before ’90s and ’em the wrong way, because they take it for the
    start of a quotation, and keyboards offer accents, backticks and primes that look like it.
    Feet, minutes, code, marks of other scripts (Sana‘a, Hawai`i), quotations in single marks and
    straight apostrophes, which have no direction, are left alone.
    """

    id = "typography/apostrophe"
    severity = Severity.FIX
    spares_sic = False
    scans = (_WITHIN, _SHORT, _DECADE, _YEAR, _PLURAL)
    examples = (
        Good("In the ’90s they left ’em, and rock ’n’ roll came to the mayor’s town."),
        Good("It is 5′ 10″ high, at 51° 28′ N, in Sana‘a, Hawai`i and the Ka‘ba."),
        Good("‘90 people came,’ she said. The ‘em’ and ‘til’ of print."),
        Good("Run `it`s` or `a`.", format="markdown"),
        Bad("It was in the [[‘]]90s that he left.", "It was in the ’90s that he left."),
        Bad("The class of [[‘]]68 met.", "The class of ’68 met."),
        Bad("Rock [[‘]]n’ roll is here.", "Rock ’n’ roll is here."),
        Bad("The mayor[[‘]]s office is shut.", "The mayor’s office is shut."),
        Bad("The dogs[[‘]] park is shut.", "The dogs’ park is shut."),
        Bad("They didn[[´]]t say so: it’s late.", "They didn’t say so: it’s late."),
        Bad("The harbor[[′]]s keeper didn't say.", "The harbor's keeper didn't say."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Report the marks that are turned the wrong way, and those of another kind."""
        marks = sorted(set(_marks(doc)))
        turned = [at for at in marks if doc.text[at] == "‘"]
        others = [at for at in marks if doc.text[at] != "‘"]
        if turned:
            yield summary(
                self,
                [Place(Span(at, at + 1), (Edit(Span(at, at + 1), CURLY),)) for at in turned],
                "The apostrophe is turned the wrong way.",
                "“‘” opens a quotation; the apostrophe looks like a 9.",
                "Turn the apostrophe",
            )
        if others:
            use = apostrophe_of(doc)
            yield summary(
                self,
                [Place(Span(at, at + 1), (Edit(Span(at, at + 1), use),)) for at in others],
                f"“{doc.text[others[0]]}” is not an apostrophe.",
                "It is an accent, a backtick or a prime.",
                "Write an apostrophe",
            )


def _marks(doc: Document) -> Iterator[int]:
    """Where the wrong marks are."""
    for form in (_WITHIN, _SHORT, _DECADE, _YEAR, _PLURAL):
        for match in form.finditer(doc):
            at = match.start()
            slot = doc.slot_at(at)
            if slot is None or slot.kind not in PROSE or doc.is_verbatim((at, at + 1)):
                continue
            if form is _WITHIN or not _opens_quotation(doc, form, match, slot.span):
                yield at


def _opens_quotation(doc: Document, form: Scan, match: Match[str], slot: Span) -> bool:
    """Whether a mark may open or close a quotation after all."""
    at, text = match.start(), doc.text
    if form is _PLURAL:
        return "‚" in doc.before(at, _AFTER)  # as in German
    if at > slot.start and (text[at - 1].isalnum() or text[at - 1] in "’”"):
        return True
    if form is _YEAR and not _BEFORE_YEAR.search(text, (max(slot.start, at - 16), at)):
        return True
    end = match.end()
    if match[0] == "‘n":
        return text[end : end + 1] not in ("’", "'", "‘", " ")
    return any(
        form is _YEAR or not _is_possessive(text, one.start())
        for one in _CLOSING.finditer(text, (end, min(slot.end, at + _AFTER)))
    )


def _is_possessive(text: str, at: int) -> bool:
    """Whether a mark after a word is the apostrophe of a plural or a word cut short."""
    return text[at - 1] in "snz" and text[at + 1 : at + 2] == " "
