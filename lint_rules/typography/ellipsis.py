"""Ellipses written in more than one way."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, Span, scan
from lint_rules._shared.appeals import is_appeal
from lint_rules._shared.summary import CLEARLY, PROSE, house, rewritten, summary, times

_DOTS = scan(r"\.{3}(?!\.)|…|\.[ \u00a0]\.[ \u00a0]\.", at=("...", "…", ". .", ".\u00a0."), after=8)
_SIGNS = (("...",), ("…",), (". .", ".\u00a0."))  # of each form
_NAMES = {"...": "three full stops", "…": "the single character (…)", ". . .": "spaced dots"}


class EllipsisForm(Rule):
    """Ellipses are written one way throughout.

    Three full stops, the single character … and spaced dots look alike on screen
    and different in print; a story that mixes them was put together from several
    sources. The house style decides; without one, the most common form in the
    story, where an appeal for gifts or readers that the site adds does not count.
    """

    id = "typography/ellipsis"
    severity = Severity.STYLE
    spares_sic = False
    scans = (_DOTS,)
    examples = (
        Good("He waited ... and waited .... Rows of dots ........ lead to a page."),
        Good("He waited… and left…", style={"ellipsis": "…"}),
        Bad("He waited... and waited... and left[[…]]", "He waited... and waited... and left..."),
        Good("He waited… and left…\n\nBEFORE YOU GO... Sign up for our free newsletter today."),
        Bad("He waited… and left[[...]]"),
        Bad("He waited[[...]] and left...", "He waited… and left…", style={"ellipsis": "…"}),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the forms in the story with each other, or with the style's."""
        wanted = self.style.get("ellipsis", "")
        if not wanted and not _may_differ(doc):
            return
        found = _found(doc, every=bool(wanted))
        if not wanted and len(found) < 2:
            return
        ranked = sorted(found, key=lambda form: (-len(found[form]), found[form][0].start))
        use = wanted or ranked[0]
        others = sorted(span for form in ranked if form != use for span in found[form])
        clear = wanted or len(found[use]) >= CLEARLY * len(others)
        if others:
            yield summary(
                self,
                rewritten(doc, others, use if clear else None),
                f"House style is {_NAMES[use]} for an ellipsis."
                if wanted
                else "Ellipses are inconsistent in this story.",
                house(self) if wanted else _counts(found, ranked),
                f"Use {_NAMES[use]}",
            )


def _may_differ(doc: Document) -> bool:
    """A quick check: whether there are ellipses of two forms between words."""
    return sum(any(map(doc.words.has_mark, signs)) for signs in _SIGNS) > 1


def _found(doc: Document, every: bool) -> dict[str, list[Span]]:
    """The places of each form; rows of dots and dots in code left out.

    Those in appeals count only if every one is to follow the style.
    """
    found: dict[str, list[Span]] = {}
    for match in _DOTS.finditer(doc):
        slot, span = doc.slot_at(match.start()), Span(*match.span())
        if slot is None or slot.kind not in PROSE or (not every and is_appeal(doc, slot)):
            continue
        if match[0] == "..." and doc.before(span, 1) == ".":
            if doc.before(span.start - 1, 1) in (".", ""):
                continue  # a row of dots
            span = Span(span.start - 1, span.end - 1)  # the full stop comes last
        if not doc.is_verbatim(span):
            found.setdefault(match[0].replace("\u00a0", " "), []).append(span)
    return found


def _counts(found: dict[str, list[Span]], ranked: list[str]) -> str:
    text = ", ".join(f"{_NAMES[form]} {times(len(found[form]))}" for form in ranked)
    return f"{text[:1].upper()}{text[1:]}."
