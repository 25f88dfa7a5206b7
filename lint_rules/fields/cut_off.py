"""fields/cut-off: a field that ends in the middle of a sentence."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Related, Rule, Severity, pattern
from lint_rules.fields._ending import is_closed
from lint_rules.fields._reading import DECKS, HEADLINES, Told, end_of, last_words, told

_LONG = (*DECKS, "caption", "alt", "text", "tagline", "note")
_HANGS = pattern(
    r"(?:[,;]\s*(?:and|or|but|an?|the|who|which|where|that|as|with|of|in|to|for)?|[(\[“]"
    r"|(?<=[\p{L}\d’'] )(?:and|or|but|the|an|a|of|with|from|than|because|into|onto"
    r"|their|its|his|your|our"
    r"|whose|who|which|where|while|although|if|as|to|at|for|in|by|on|that|are|is|was|were|has|have))\Z"
)
_MAY_END = pattern(
    r"(?i)\b(?:(?:in|on|for|by|at|with|to|from|of|are|is|was|were|has|have|that|as|which|who|it)"
    r"(?<!,)|if|a|an)\Z"
)
_SURE = pattern(r"(?:[,;]\s*\w*|\b(?:and|or|the|an|their|whose|because|than|although|our|into))\Z")
_TAIL = 24  # code points in which a sign of a cut is
_SHORTEST = 18  # code points


class FieldCutOff(Rule):
    """No field ends in the middle of its sentence: at a comma, or after “and” or “the”.

    Fields have limits, and some systems cut what is too long. Nobody sees it until the caption
    is on the page.
    """

    id = "fields/cut-off"
    severity = Severity.FIX
    triggers = ("@fields",)
    examples = (
        Good("---\ndeck: The pier, and what it is good for\n---\n\nIt is open.", format="markdown"),
        Good("---\ndescription: The mayor opens the pier, and…\n---\n\nIt.", format="markdown"),
        Good("---\ntitle: How a city found a pier to log in\ndeck: What it rests on\n---\n\nIt is.",
             format="markdown"),
        Bad("---\nimage-caption: Mayor Ann Poe opens the pier in [[Erie, an]]\n---\n\nIt is open.",
            format="markdown"),
        Bad("---\ndescription: The mayor opens the pier in [[Erie and]]\n---\n\nIt is open.",
            format="markdown"),
        Bad("---\nimage-caption: The mayor opens the new pi[[er in Eri]]\nimage-description: The "
            "mayor opens the new pier in Erie on Monday.\n---\n\nIt is open.", format="markdown"),
    )  # fmt: skip

    def check_source(self, doc: Document) -> Iterator[Finding]:
        """Look at how every longer field ends."""
        lines = told(doc, *HEADLINES, *_LONG)
        for one in lines:
            if one.text.endswith("\\"):
                yield self._stray(doc, one)
            if len(one.text) < _SHORTEST or is_closed(one.text):
                continue
            whole = _whole(one, lines)
            if whole is not None:
                yield self._cut(doc, one, 9, f"“{whole.key}” has the whole of it.", whole)
            elif (found := _HANGS.search(one.text[-_TAIL:])) is not None and _is_cut(one):
                width = len(found[0])
                before = one.text[:-width].rstrip()
                size = width + len(one.text) - width - len(before) + len(before.split()[-1])
                yield self._cut(doc, one, size, "It ends in the middle of a sentence.", None)

    def _stray(self, doc: Document, one: Told) -> Finding:
        return self.find(
            last_words(doc, one, _stray_marks(doc.source[one.source.start : end_of(doc, one)])),
            f"“{one.key}” ends in a stray backslash: delete it.",
            evidence="A line break of the editor that was left in the field.",
        )

    def _cut(
        self, doc: Document, one: Told, size: int, evidence: str, whole: Told | None
    ) -> Finding:
        span = last_words(doc, one, size)
        return self.find(
            span,
            f"“{one.key}” ends in “{doc.source[span.start : span.end]}”: the rest is cut off.",
            evidence=evidence,
            related=[] if whole is None else [Related(whole.source, whole.key)],
            severity=None if whole is not None or _SURE.search(one.text) else Severity.ASK,
        )


def _stray_marks(text: str) -> int:
    return len(text) - len(text.rstrip("\\"))


def _is_cut(one: Told) -> bool:
    """Whether the last words cannot end a line of this kind."""
    if _SURE.search(one.text):
        return True
    return one.field.role not in HEADLINES and not _MAY_END.search(one.text)


def _whole(one: Told, lines: list[Told]) -> Told | None:
    """Another field that goes on where this one ends, within a word."""
    for other in lines:
        if len(other.text) > len(one.text) and other.text.startswith(one.text):
            rest = other.text[len(one.text) :]
            if rest[0].isalpha() and one.text[-1].isalpha():
                return other
    return None
