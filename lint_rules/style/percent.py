"""Percentages not written as the house writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Finding, Good, Rule, Severity, Span, pattern
from lint_rules.typography._summary import Place, house, prose, summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Document

_PERCENT = pattern(r"(?<=\d)(?: ?%|[ \u00a0-]per ?cent\b(?!age))")
_FORMS = {"%": "%", "percent": " percent", "per cent": " per cent"}


class Percent(Rule):
    """Percentages with a figure are written one way: 5%, 5 percent or 5 per cent.

    The house style says which; headlines and tables may always have the sign.
    """

    id = "style/percent"
    severity = Severity.STYLE
    styled = ("percent",)
    triggers = ("%", "percent", "per cent")
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
        """One finding for all percentages that are not the house’s."""
        use = _FORMS.get(self.style.get("percent", ""))
        if use is None:
            return
        places = []
        for slot in prose(doc, "paragraph", "list-item", "caption", "block-quote"):
            for match in _PERCENT.finditer(doc.text, slot.span):
                span = Span(*match.span())
                if match[0] != use and not doc.is_verbatim(span):
                    text = "-" + use.strip() if match[0].startswith("-") and use != "%" else use
                    if text != match[0]:
                        places.append(Place(span, (Edit(span, text),)))
        if places:
            message = f"Percentages are written with “{use.strip()}”."
            yield summary(self, places, message, house(self), f"Write “{use.strip()}”", safe=False)
