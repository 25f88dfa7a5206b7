"""Copy that must not go out yet: holds in the words, embargoes in the metadata."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity

_ON = frozenset({"true", "yes", "on", "1"})


class Hold(Rule):
    """No copy that is embargoed, on hold, awaiting a lawyer or not for publication.

    Copy under embargo, or held for a lawyer, has been published by mistake more
    than once. The rule looks for the words in the copy, and an embargo in the
    metadata counts until its day has passed: as of today, or of ``--date``.
    """

    id = "leftover/hold"
    severity = Severity.STOP
    furniture = True
    examples = (
        Good("---\nembargo: 2026-01-10\n---\n\nRents rose.", format="markdown", date="2026-01-15"),
        Good("---\nhold: false\n---\n\nRents rose.", format="markdown"),
        Good("The embargo on arms ends in May; the hold was full."),
        Bad("---\nembargo: [[2026-02-01]]\n---\n\nRents rose.", format="markdown",
            date="2026-01-15"),
        Bad("---\nhold: [[true]]\n---\n\nRents rose.", format="markdown"),
        Bad('<meta name="embargo-until" content="[[2026-02-01T00:01Z]]"><p>Rents rose.</p>',
            format="html", date="2026-01-15"),
    )  # fmt: skip

    def check_source(self, doc: Document) -> Iterator[Finding]:
        """Look for embargoes and holds in the metadata that still apply."""
        for key, datum in sorted(doc.metadata.items()):
            if datum.source is None or not _is_hold(key):
                continue
            value = datum.value.strip()
            today = doc.clock.given or doc.clock.today
            if today and _is_day(value[:10]) and value[:10] > today:
                yield self.find(
                    datum.source,
                    f"The story is under embargo until {value}.",
                    evidence=f"Set in the metadata ({key}); checked as of {today}.",
                )
            elif value.lower() in _ON:
                yield self.find(
                    datum.source,
                    "The story is on hold.",
                    evidence=f"Set in the metadata ({key}: {value}).",
                )


def _is_hold(key: str) -> bool:
    """Whether a metadata key names an embargo or a hold."""
    last = key.replace(":", ".").rpartition(".")[2]
    return "embargo" in last or last in ("hold", "on-hold", "on_hold", "hold-until", "hold_until")


def _is_day(text: str) -> bool:
    """Whether a text is an ISO date."""
    return len(text) == 10 and text[4] == text[7] == "-" and text.replace("-", "").isdecimal()
