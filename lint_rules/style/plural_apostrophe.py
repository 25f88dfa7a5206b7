"""Decades and initials whose plural has an apostrophe."""

from __future__ import annotations

from copydesk import Bad, Document, Edit, Finding, Good, Iterator, Rule, Severity, Span, scan
from lint_rules._shared.numbers import is_copy
from lint_rules._shared.prose import words
from lint_rules._shared.summary import Place, summary

_DECADE = scan(
    r"(?<=\b(?i:the|early|late|mid|his|her|their|my|our) "
    r"|\bmid-)['’‘]?(?:\d\d)?\d0(?P<mark>['’])s\b",
    at=("0's", "0’s"), before=4, after=3,
)  # fmt: skip
_INITIALS = scan(
    r"\b(?i:many|several|few|two|three|four|five|six|seven|eight|nine|ten|some|all|most|other|local"
    r"|these|those|more|\d+) [A-Z]{2,4}(?P<mark>['’])s\b(?! (?:own|new|first|only|top)\b)",
    at=words("many several few two three four five six seven eight nine ten some all most other "
             "these those more local"), after=20,
)  # fmt: skip


class PluralApostrophe(Rule):
    """Plurals of decades and initials have no apostrophe: the 1990s, MPs.

    Most houses have given up the apostrophe of the 1990’s and of CD’s, which reads as a
    possessive. A year that owns something (1990’s best film) and single letters (A’s) keep it.
    """

    id = "style/plural-apostrophe"
    severity = Severity.STYLE
    spares_sic = False
    scans = (_DECADE, _INITIALS)
    examples = (
        Good("In the 1990s and the ’90s; 1990’s best film; he got A’s; the MP’s seat."),
        Bad("It was shut in the 1990[[’]]s.", "It was shut in the 1990s."),
        Bad("It was shut in the late 80[[’]]s.", "It was shut in the late 80s."),
        Bad("Many MP[[’]]s voted.", "Many MPs voted."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Report all of them in one finding."""
        places = []
        for form in (_DECADE, _INITIALS):
            for match in form.finditer(doc):
                span = Span(*match.span("mark"))
                if is_copy(doc, span):
                    places.append(Place(span, (Edit(span, ""),)))
        if places:
            yield summary(
                self, sorted(places), "A plural in figures or capitals has an apostrophe.",
                "Most houses write the 1990s and MPs.", "Delete the apostrophe", safe=False,
            )  # fmt: skip
