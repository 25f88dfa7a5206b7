"""Percentages that are not in house style."""

from __future__ import annotations

from copydesk import Bad, Document, Edit, Finding, Good, Iterator, Rule, Severity, Span, scan
from lint_rules._shared.summary import Place, house, summary

_KINDS = ("paragraph", "list-item", "caption", "block-quote")
_PERCENT = scan(
    r"(?<=\d)(?: ?%|[ \u00a0-]per ?cent\b(?!age))",
    at=("%", "percent", "per"),
    before=1,
    after=20,
)
_FORMS = {"%": "%", "percent": " percent", "per cent": " per cent"}


class Percent(Rule):
    """Percentages with a figure are written one way: 5%, 5 percent or 5 per cent.

    The house style says which; headlines and tables may always use the sign.
    """

    id = "style/percent"
    severity = Severity.STYLE
    styled = ("percent",)
    scans = (_PERCENT,)
    examples = (
        Good("Prices rose 5 percent, wages 4%."),
        Good("Prices rose 5%; a small per cent, a percentage.", style={"percent": "%"}),
        Good("Some 5% of “5%-ers” left, see example.org/5%20a.", style={"percent": "%"}),
        Bad("Prices rose 5[[ percent]].", "Prices rose 5%.", style={"percent": "%"}),
        Bad("Prices rose 5[[%]], wages 4%.", "Prices rose 5 per cent, wages 4 per cent.",
            style={"percent": "per cent"}),
        Bad("Prices rose 5[[ per cent]].", "Prices rose 5 percent.", style={"percent": "percent"}),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Report all percentages that are not in house style, in one finding."""
        use = _FORMS.get(self.style.get("percent", ""))
        if use is None:
            return
        places = []
        for match in _PERCENT.finditer(doc):
            slot, span = doc.slot_at(match.start()), Span(*match.span())
            text = "-" + use.strip() if match[0].startswith("-") and use != "%" else use
            if match[0] in (use, text) or doc.is_verbatim(span):
                continue
            if slot is not None and slot.kind in _KINDS:
                places.append(Place(span, (Edit(span, text),)))
        if places:
            message = f"House style is “{use.strip()}” for percentages."
            yield summary(self, places, message, house(self), f"Write “{use.strip()}”", safe=False)
