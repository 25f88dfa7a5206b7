"""spelling/shift-slip: the Shift key held too long, or pressed too late."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, Span, pattern
from lint_rules._shared.prose import words
from lint_rules._shared.spelled import near, rank
from lint_rules.spelling import _meant_words

_COMMON, _PLAIN = 60, 30  # rank of a word of four letters, of a longer one
_SHORTEST, _LONG = 4, 5
# A capital in the second place; what is around is looked at for the few that there are.
_FORM = pattern(r"[A-Z](?<=[A-Za-z][A-Z])[a-z]+")  # all but its first letter
_TIES = frozenset("’'@#/.&$-_")
_TIES_AFTER = frozenset("@/&-_")
_SHORT = words(
    "the she his her and but for was had has not are who you our how why did out now they that"
)
_PREFIXES = ("e", "i", "x", "u")  # of brands: eBook, iPlayer, uSwitch
_NAMES = words("ides ious pass iron ares ibis ores ebay ipad ipod imac etsy vdare nihao")

_SPELT_OUT = pattern(r"\b[A-Z]{3,} ?\(\Z")


class ShiftSlip(Rule):
    """No word has a second capital, or one inside, by a slip of the Shift key.

    Fast typists hold the key too long (“THe”) or press it too late (“mAyor”). Only common words are
    looked at, so that abbreviations with an ending (MPs, IDs) and brands (iPhone) are left alone.
    """

    id = "spelling/shift-slip"
    severity = Severity.FIX
    accepts = True
    yields_to = ("spelling/typo", "house")
    examples = (
        Bad("[[THe]] mayor left.", fixed="The mayor left."),
        Bad("The [[FInal]] vote is on Friday.", fixed="The Final vote is on Friday."),
        Bad("The [[mAyor]] came.", fixed="The mayor came."),
        Bad("The work [[WAs]] late.", fixed="The work was late."),
        Good("Two MPs and three PhDs of NGOs bought iPhones, eBooks and TVs; the CEOs OKed it."),
        Good("McDonald and DeVito use mRNA, pH and GHz; the DJing and IDing went on."),
        Good("See THe@example.com, or @THeMayor."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Judge every word with two capitals in front, or one in the second place."""
        for match in _FORM.finditer(doc.text):
            span = Span(match.start() - 1, match.end())
            if (right := _right(doc, span)) and _meant_words.is_read(doc, span):
                yield self.replace(
                    span,
                    right,
                    f"“{doc.text[span.start : span.end]}” should be “{right}”.",
                    evidence="The Shift key was held too long or pressed too late.",
                )


def _right(doc: Document, span: Span) -> str:
    """The word as it should be written; empty if it may be meant so."""
    shown = doc.text[span.start : span.end]
    low = shown.lower()
    before, after = (
        doc.text[max(0, span.start - 1) : span.start],
        doc.text[span.end : span.end + 1],
    )
    if before.isalnum() or before in _TIES or after.isalnum() or after in _TIES_AFTER:
        return ""
    if before and before in '“‘"' and after and after in '”’"':
        return ""  # how a word is made: “INfectious”
    if _SPELT_OUT.search(doc.before(span, 24)):
        return ""  # SPECTRE (SPecial Executive for …)
    if after == "." and doc.text[span.end + 1 : span.end + 2].isalnum():
        return ""
    if (shown[0].islower() and shown[0] in _PREFIXES) or low in _NAMES:
        return ""
    if shown[:2].isupper() and shown[2:] == "s" and doc.text.count(shown) > 1:
        return ""  # “the HAs” of a hall
    if low not in _SHORT and (len(low) < _SHORTEST or not _is_word(doc, shown)):
        return ""
    if shown[0].islower():
        return low.capitalize() if _is_name(low) else low
    before = doc.text[: span.start].rstrip()[-1:]
    opens = before in ("", ".", "!", "?", "“", '"', ":") or low not in _SHORT
    return low.capitalize() if opens else low


def _is_word(doc: Document, shown: str) -> bool:
    """Whether the letters are a word, or a name that the story has elsewhere with one capital."""
    low = shown.lower()
    often = rank(low)
    if often < _PLAIN and (shown[0].lower() in _PREFIXES or doc.text.count(shown) > 1):
        return False  # a name that the story writes so: KWin, IBridge
    if shown[0].islower():
        return often >= _COMMON or (_is_name(low) and shown[0] not in _PREFIXES)
    if often >= _COMMON or (len(low) >= _LONG and often >= _PLAIN) or _is_name(low):
        return True
    return any(
        doc.text[start : start + len(low)] == low.capitalize() for start in doc.words.starts(low)
    )


def _is_name(low: str) -> bool:
    return any(one.word[0].isupper() and one.word.lower() == low for one in near(low))
