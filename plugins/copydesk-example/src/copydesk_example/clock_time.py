"""The rule ``example/clock-time``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Fix, Good, Option, Rule, Severity, Span, scan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Document, Finding

_NOON = scan(r"(?<![\d.:,])12(?::00)? (?P<half>[ap])\.m\.", at="12", after=10)
_WORDS = {"a": "midnight", "p": "noon"}


class ClockTime(Rule):
    """Write noon and midnight, not 12 p.m. and 12 a.m.

    Half of all readers take 12 a.m. for midday.
    """

    id = "example/clock-time"
    severity = Severity.STYLE
    scans = (_NOON,)
    options = (Option("midnight", True, "whether to flag 12 a.m."),)
    examples = (
        Good("The vote begins at noon."),
        Good("The vote begins at 12:30 p.m."),
        Good("“Come at 12 p.m.,” the notice said."),
        Good("He died at 10:12 p.m. and was found at 7.12 a.m. by a nurse."),
        Good("It rang at 9:12 a.m. sharp, at 12:12 p.m. and at 11:12 p.m. again."),
        Bad("It begins at [[12 p.m.]] on Monday.", fixed="It begins at noon on Monday."),
        Bad("Polls close at [[12:00 a.m.]] sharp.", fixed="Polls close at midnight sharp."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Find 12 a.m. and 12 p.m. outside quoted speech."""
        for match in _NOON.finditer(doc):
            span = Span(*match.span())
            if doc.quote_at(span) is not None:
                continue
            if match["half"] == "a" and not self.settings["midnight"]:
                continue
            word = _WORDS[match["half"]]
            yield self.find(
                span,
                f"“{match[0]}” can be read as noon or midnight.",
                fixes=[Fix(f"Write “{word}”", (Edit(span, word),))],
            )
